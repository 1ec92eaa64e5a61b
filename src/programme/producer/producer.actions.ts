// What people do with a producer's description.
import { plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { newId, isId } from '#/platform/database/id.ts'
import type { Tx } from '#/platform/database/open.ts'
import { unitOn } from '../units/unit-book.ts'
import { loadUnitBook } from '../units/unit-book.store.ts'
import { unitRefusal } from '../units/unit-words.ts'
import { followProducer } from '../units/following.actions.ts'
import { eraOf, type Era } from '../units/units.ts'
import { audit, type Ctx } from '../context.ts'
import { mustBeVersion, type Words } from '../fields.ts'
import { found, must, mustSee } from '../refuse.ts'
import { inCommune, serves, ownsProducer } from '../people/actor.ts'
import { producerFields, readProducer, type ProducerInput, type ProducerPrivate } from './producer.ts'
import { mayRegister, rights } from './producer.policy.ts'
import { privateOf, producerForUpdate } from './producer.store.ts'

const noCommune = {
  vi: 'Không có xã, phường này trong tỉnh. Tìm lại theo tên mới hoặc tên cũ.',
  en: 'No such commune in this province.',
}

/** Null where the code names a commune of the province on the day; else what is wrong, and what the unit is called now. */
async function communeRefusal(tx: Tx, provinceCode: string, today: PlainDate, code: unknown): Promise<Words | null> {
  if (typeof code !== 'string' || !/^\d{5}$/.test(code.trim())) return noCommune
  const unit = await tx
    .selectFrom('unit')
    .select('code')
    .where('era', '=', eraOf(today))
    .where('level', '=', 'commune')
    .where('provinceCode', '=', provinceCode)
    .where('code', '=', code.trim())
    .executeTakeFirst()
  if (unit) return null
  return unitRefusal(unitOn(await loadUnitBook(tx), today, code.trim()), code.trim()) ?? noCommune
}

async function read(ctx: Ctx, provinceCode: string, input: ProducerInput) {
  const today = plainDateOf(ctx.now)
  return readProducer(input, {
    // Who may be a producer is told by the newest decision; the earlier ones print no list.
    regulation: ctx.regulations.current.regulation,
    today,
    communeRefusal: await communeRefusal(ctx.tx, provinceCode, today, input.communeCode),
  })
}

async function savePrivate(ctx: Ctx, producerId: string, person: ProducerPrivate): Promise<void> {
  const values = { ...person, updatedAt: ctx.now }
  await ctx.tx
    .insertInto('producerPrivate')
    .values({ producerId, ...values })
    .onConflict((conflict) => conflict.column('producerId').doUpdateSet(values))
    .execute()
}

/** Registers a producer in the actor's province. Returns its id. Throws `invalid` by field. */
export async function registerProducer(ctx: Ctx, input: ProducerInput & { demo?: boolean }): Promise<string> {
  const { provinceCode } = ctx.actor
  must(mayRegister(ctx.actor, provinceCode))
  const { producer, person } = await read(ctx, provinceCode, input)
  const id = newId()
  await ctx.tx
    .insertInto('producer')
    .values({
      id,
      provinceCode,
      unitEra: eraOf(plainDateOf(ctx.now)),
      ...producer,
      demo: input.demo ?? false,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .execute()
  await savePrivate(ctx, id, person)
  await audit(ctx, {
    verb: 'producer.registered',
    subjectKind: 'producer',
    subjectId: id,
    payload: { name: producer.name, communeCode: producer.communeCode },
  })
  return id
}

/**
 * Saves a description. `version` is the one the form was opened with. The ledger keeps which fields changed, never the sensitive values.
 * Returns the new version. Throws `invalid`, `versionConflict`.
 */
export async function editProducer(ctx: Ctx, producerId: string, input: ProducerInput, version: number): Promise<number> {
  const before = found(await producerForUpdate(ctx.tx, producerId))
  const may = rights(ctx.actor, before)
  mustSee(may.see)
  must(may.edit)
  const { producer, person } = await read(ctx, before.provinceCode, input)
  mustBeVersion(before.version, version)
  const privateBefore = await privateOf(ctx.tx, producerId)
  await ctx.tx
    .updateTable('producer')
    .set({ ...producer, unitEra: eraOf(plainDateOf(ctx.now)), version: version + 1, updatedAt: ctx.now })
    .where('id', '=', producerId)
    .execute()
  const era = eraOf(plainDateOf(ctx.now))
  await followProducer(ctx, before, { era: before.unitEra as Era, code: before.communeCode }, { era, code: producer.communeCode })
  // The office mends the description, not the person's sensitive fields: it never saw them in the form.
  const owner = ownsProducer(ctx.actor, producerId)
  if (owner) await savePrivate(ctx, producerId, person)
  const changed = producerFields.filter((field) => before[field] !== producer[field])
  const personChanged = owner && JSON.stringify(privateBefore) !== JSON.stringify(person)
  await audit(ctx, {
    verb: 'producer.edited',
    subjectKind: 'producer',
    subjectId: producerId,
    authority: before.provinceCode,
    payload: { changed: [...changed, ...(personChanged ? ['private'] : [])] },
  })
  return version + 1
}

/**
 * Sensitive fields for staff, for one filed dossier: the commune's officer or leader that handles it, or the province's office.
 * Every reading is written in the ledger before the values are handed over. Not found for everyone else.
 */
export async function readProducerPrivate(ctx: Ctx, dossierId: string): Promise<ProducerPrivate> {
  const dossier = found(
    isId(dossierId)
      ? await ctx.tx
          .selectFrom('dossier')
          .select(['id', 'producerId', 'provinceCode', 'authority', 'communeCode', 'filedAt'])
          .where('id', '=', dossierId)
          .executeTakeFirst()
      : null,
  )
  const owner = ownsProducer(ctx.actor, dossier.producerId)
  const staff =
    dossier.filedAt !== null &&
    (inCommune(ctx.actor, dossier, 'communeOfficer', 'communeLeader') || serves(ctx.actor, dossier.authority, 'office'))
  mustSee(owner || staff)
  if (!owner)
    await audit(ctx, {
      verb: 'producer.privateRead',
      subjectKind: 'producer',
      subjectId: dossier.producerId,
      authority: dossier.provinceCode,
      dossierId,
    })
  return privateOf(ctx.tx, dossier.producerId)
}

/** What is under way follows the land when a commune ends: producers, their open dossiers, ideas and plans. Filed papers keep their day. */
import { addDays, plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { audit, type Ctx } from '../context.ts'
import { finalStates } from '../dossier/dossier.workflow.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { passingOf } from './passing.ts'
import type { Place, UnitBook } from './unit-book.ts'
import { loadUnitBook } from './unit-book.store.ts'
import { eraOf, inSentence, type Era, type Unit } from './units.ts'

/** Where the records of a commune that ends go; null: a person says for each producer, by its address. */
export type Following = { place: Place; unit: Unit | null; producers: number; dossiers: number }

/**
 * The unit that all of a commune's land went to, by the rule `openDossier` (passing.ts). A change the book does not know yet (communes of
 * today) went whole to the successor, unless it is said to be divided. Interpretation: what would cross into another province is a
 * person's too, for records are kept by province. Pure.
 */
export function heirOf(
  book: UnitBook,
  place: Place & { provinceCode: string },
  firstDay: PlainDate,
  named: { successor: Place | null; divided: boolean },
): Unit | null {
  if (named.divided) return null
  const passing = passingOf(book, 'openDossier', place, firstDay)
  if (passing.to !== 'unit') return null
  const stands = passing.unit.era === place.era && passing.unit.code === place.code
  const unit = stands ? (named.successor ? book.unit(named.successor) : null) : passing.unit
  return unit?.level === 'commune' && unit.provinceCode === place.provinceCode ? unit : null
}

export type EndingBody = { id: string; provinceCode: string; unitEra: string | null; unitCode: string | null }

/** What would follow when the body of a commune ends after `lastDay`; null for any other body. */
export async function followingOf(
  tx: Db | Tx,
  body: EndingBody,
  named: { successor: EndingBody; lastDay: PlainDate; divided: boolean },
): Promise<Following | null> {
  const place = placeOfBody(body)
  if (!place) return null
  const unit = heirOf(await loadUnitBook(tx), { ...place, provinceCode: body.provinceCode }, addDays(named.lastDay, 1), {
    successor: placeOfBody(named.successor),
    divided: named.divided,
  })
  const producers = await producersAt(tx, body.provinceCode, place)
  const dossiers = await openDossiersAt(tx, body.provinceCode, place)
  return { place, unit, producers: producers.length, dossiers: dossiers.length }
}

/**
 * Moves producers, open dossiers, ideas and plans of a commune to the unit. Interpretation: they move when the administrator ends the body,
 * not before its last day; a certificate and every filed paper keep the unit of their day.
 */
export async function follow(ctx: Ctx, provinceCode: string, { place, unit }: Following): Promise<void> {
  if (!unit) return
  const to = { unitEra: unit.era, communeCode: unit.code }
  const payload = { from: place, to: { era: unit.era, code: unit.code } }
  for (const { id, name } of await producersAt(ctx.tx, provinceCode, place)) {
    await ctx.tx
      .updateTable('producer')
      .set((expression) => ({ ...to, version: expression('version', '+', 1), updatedAt: ctx.now }))
      .where('id', '=', id)
      .execute()
    await audit(ctx, { verb: 'producer.unitFollowed', subjectKind: 'producer', subjectId: id, authority: provinceCode, payload })
    await notify(ctx, await accountsWithRole(ctx.tx, 'producer', { authority: provinceCode, producerId: id }, ctx.now), {
      kind: 'producer.unitFollowed',
      dedupe: `${id} ${unit.era}:${unit.code}`,
      subjectKind: 'producer',
      subjectId: id,
      link: `/chu-the/${id}`,
      params: { producer: name, unit: inSentence(unit.fullName) },
    })
  }
  for (const { id } of await openDossiersAt(ctx.tx, provinceCode, place)) await moveDossierTo(ctx, id, provinceCode, place, unit)
  const ideas = ctx.tx
    .selectFrom('idea')
    .select('id')
    .where('provinceCode', '=', provinceCode)
    .where('unitEra', '=', place.era)
    .where('communeCode', '=', place.code)
  await ctx.tx.updateTable('businessPlan').set({ communeCode: unit.code }).where('ideaId', 'in', ideas).execute()
  await ctx.tx.updateTable('idea').set(to).where('id', 'in', ideas).execute()
}

/**
 * A producer whose commune has ended was left to a person, who has now said the new address: its open dossiers, ideas and plans go along.
 * A producer that moves between communes that both stand is another matter and changes nothing here.
 */
export async function followProducer(ctx: Ctx, producer: { id: string; provinceCode: string }, from: Place, to: Place): Promise<void> {
  if (placesEqual(from, to) || !(await hasEnded(ctx, producer.provinceCode, from))) return
  const dossiers = await ctx.tx
    .selectFrom('dossier')
    .select('id')
    .where('producerId', '=', producer.id)
    .where('unitEra', '=', from.era)
    .where('communeCode', '=', from.code)
    .where('state', 'not in', [...finalStates])
    .orderBy('id')
    .execute()
  for (const { id } of dossiers) await moveDossierTo(ctx, id, producer.provinceCode, from, to)
  const ideas = ctx.tx.selectFrom('idea').select('id').where('producerId', '=', producer.id).where('communeCode', '=', from.code)
  await ctx.tx.updateTable('businessPlan').set({ communeCode: to.code }).where('ideaId', 'in', ideas).execute()
  await ctx.tx.updateTable('idea').set({ unitEra: to.era, communeCode: to.code }).where('id', 'in', ideas).execute()
}

const placesEqual = (a: Place, b: Place) => a.era === b.era && a.code === b.code

async function hasEnded(ctx: Ctx, provinceCode: string, place: Place): Promise<boolean> {
  const today = plainDateOf(ctx.now)
  if (place.era !== eraOf(today)) return true
  const ended = await ctx.tx
    .selectFrom('body')
    .select('id')
    .where('provinceCode', '=', provinceCode)
    .where('kind', '=', 'communeCommittee')
    .where('unitEra', '=', place.era)
    .where('unitCode', '=', place.code)
    .where('validTo', '<', today)
    .executeTakeFirst()
  return ended !== undefined
}

async function moveDossierTo(ctx: Ctx, id: string, provinceCode: string, from: Place, to: Place): Promise<void> {
  await ctx.tx
    .updateTable('dossier')
    .set((expression) => ({ unitEra: to.era, communeCode: to.code, version: expression('version', '+', 1), updatedAt: ctx.now }))
    .where('id', '=', id)
    .execute()
  await audit(ctx, {
    verb: 'dossier.unitFollowed',
    subjectKind: 'dossier',
    subjectId: id,
    authority: provinceCode,
    dossierId: id,
    payload: { from: { era: from.era, code: from.code }, to: { era: to.era, code: to.code } },
  })
}

function placeOfBody(body: EndingBody): Place | null {
  return body.unitEra === null || body.unitCode === null ? null : { era: body.unitEra as Era, code: body.unitCode }
}

async function producersAt(tx: Db | Tx, provinceCode: string, place: Place): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('producer')
    .select(['id', 'name'])
    .where('provinceCode', '=', provinceCode)
    .where('unitEra', '=', place.era)
    .where('communeCode', '=', place.code)
    .orderBy('id')
    .execute()
}

async function openDossiersAt(tx: Db | Tx, provinceCode: string, place: Place): Promise<{ id: string }[]> {
  return tx
    .selectFrom('dossier')
    .select('id')
    .where('provinceCode', '=', provinceCode)
    .where('unitEra', '=', place.era)
    .where('communeCode', '=', place.code)
    .where('state', 'not in', [...finalStates])
    .orderBy('id')
    .execute()
}

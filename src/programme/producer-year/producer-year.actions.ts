// A producer writes, files and takes back its year; commune or office check it or send it back; the office moves the day it is due.
import { json } from '#/platform/database/json.ts'
import { newId } from '#/platform/database/id.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields, mustBeVersion, readReason } from '../fields.ts'
import { serves } from '../people/actor.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { must, mustSee } from '../refuse.ts'
import { faultsOf, jumpsOf, readReasons, readYear, yearTransitions, yearWords, type YearState } from './producer-year.ts'
import { dueOf, yearFor, type YearRecord } from './producer-year.store.ts'
import { allTold, changedBy, type Told, type YearDeed } from './history.ts'
import { keepChange } from './history.store.ts'
import { readsYears } from './rights.ts'

type At = { producerId: string; year: string }
type Input = Readonly<Record<string, unknown>>

/** Saves what was sent of a year, begun by the first save; the rest stays. Returns the new version. Refused for a year that is not over. */
export async function saveYear(ctx: Ctx, at: At, input: Input, version: number): Promise<number> {
  const first = await yearFor(ctx.tx, ctx.actor, at.producerId, at.year)
  must(first.rights.edit)
  if (first.year >= Number(plainDateOf(ctx.now).slice(0, 4))) throw new AppError('producerYear.notOver')
  await ctx.tx
    .insertInto('producerYear')
    .values({
      id: newId(),
      provinceCode: first.producer.provinceCode,
      producerId: first.producer.id,
      year: first.year,
      state: 'draft',
      version: 0,
      demo: first.producer.demo,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['producerId', 'year']).doNothing())
    .execute()
  const held = await yearFor(ctx.tx, ctx.actor, at.producerId, at.year, true)
  must(held.rights.edit)
  const { row } = held
  if (!row) throw new AppError('versionConflict')
  const read = readYear(
    input,
    held.products.map((product) => product.productId),
  )
  mustBeVersion(row.version, version)
  await ctx.tx
    .updateTable('producerYear')
    .set({ ...read.figures, ...(read.note === null ? {} : { note: read.note }), version: version + 1, updatedAt: ctx.now })
    .where('id', '=', row.id)
    .execute()
  for (const { productId, ...said } of read.products) {
    const there = held.products.find((product) => product.productId === productId)
    const all = {
      unit: there?.unit ?? 'kg',
      outputE3: there?.outputE3 ?? null,
      price: there?.price ?? null,
      revenue: there?.revenue ?? null,
      ...said,
    }
    await ctx.tx
      .insertInto('productYear')
      .values({ producerYearId: row.id, productId, ...all })
      .onConflict((conflict) => conflict.columns(['producerYearId', 'productId']).doUpdateSet(all))
      .execute()
  }
  const changed = changedBy(held, row.note, read)
  await keep(ctx, { ...held, row }, 'saved', { figures: changed })
  await log(ctx, held, 'producerYear.saved', { fields: Object.keys(changed) })
  return version + 1
}

/** Files the year. What jumped against the year before, or has an unusual price, needs a reason each, and is then marked to follow up. */
export async function fileYear(ctx: Ctx, at: At, input: Input): Promise<void> {
  const held = await hold(ctx, at, 'file', 'filed')
  const faults = faultsOf(held.figures, held.products)
  if (Object.keys(faults).length > 0) throw new AppError('producerYear.incomplete', {}, faults)
  const jumps = jumpsOf(held, held.before, held.limits)
  const reasons = readReasons(input, jumps)
  await move(ctx, held, 'filed', {
    filedBy: ctx.actor.accountId,
    filedAt: ctx.now,
    confirmedJumps: json(reasons),
    followUp: jumps.length > 0,
    remark: '',
    bySheet: false,
  })
  await keep(ctx, held, 'filed', { figures: allTold(held, held.row.note), reasons })
  await log(ctx, held, 'producerYear.filed', { explained: Object.keys(reasons) })
  const scope = { authority: held.producer.provinceCode, communeCode: held.producer.communeCode }
  await tell(ctx, held, 'producerYear.filed', await accountsWithRole(ctx.tx, 'communeOfficer', scope, ctx.now))
}

/** Takes back what nobody has checked. */
export async function takeBackYear(ctx: Ctx, at: At): Promise<void> {
  const held = await hold(ctx, at, 'takeBack', 'draft')
  await move(ctx, held, 'draft', { filedAt: null, filedBy: null, followUp: false })
  await keep(ctx, held, 'takenBack', {})
  await log(ctx, held, 'producerYear.takenBack', {})
}

/** Commune or office have compared the figures; what was to follow up is then settled. */
export async function checkYear(ctx: Ctx, at: At, input: { remark?: unknown }): Promise<void> {
  const held = await hold(ctx, at, 'check', 'checked')
  const fields = new Fields<'remark'>(input)
  const remark = fields.text('remark', { max: 1000, multiline: true })
  fields.done()
  await move(ctx, held, 'checked', { checkedBy: ctx.actor.accountId, checkedAt: ctx.now, remark, followUp: false })
  await keep(ctx, held, 'checked', { remark })
  await log(ctx, held, 'producerYear.checked', {})
}

/** Sends the figures back with a reason; the office may do so after a check too. */
export async function returnYear(ctx: Ctx, at: At, input: { reason?: unknown }): Promise<void> {
  const held = await hold(ctx, at, 'returnIt', 'returned')
  const reason = readReason(input.reason, 1000, {
    vi: 'Ghi rõ số nào phải sửa, vì sao.',
    en: 'Say which figure is to be changed, and why.',
  })
  await move(ctx, held, 'returned', { remark: reason, checkedAt: null, checkedBy: null })
  await keep(ctx, held, 'returned', { remark: reason })
  await log(ctx, held, 'producerYear.returned', {})
  const scope = { authority: held.producer.provinceCode, producerId: held.producer.id }
  await tell(ctx, held, 'producerYear.returned', await accountsWithRole(ctx.tx, 'producer', scope, ctx.now))
}

/** The day figures of a year are due in the actor's province: set, or moved with a reason; never into the past. */
export async function moveYearTerm(ctx: Ctx, yearText: unknown, input: { dueOn?: unknown; reason?: unknown }): Promise<void> {
  const province = ctx.actor.authority
  mustSee(readsYears(ctx.actor))
  must(serves(ctx.actor, province, 'office') && province === ctx.actor.provinceCode)
  const today = plainDateOf(ctx.now)
  const fields = new Fields<'year' | 'dueOn'>({ year: yearText, dueOn: input.dueOn })
  const year = fields.integer('year', { min: 2015, max: Number(today.slice(0, 4)) - 1, required: true })
  const dueOn = fields.date('dueOn', { required: true })
  if (dueOn !== null && dueOn < today) fields.say('dueOn', { vi: 'Hạn không thể ở trong quá khứ.', en: 'The day cannot lie in the past.' })
  const read = fields.done({ year, dueOn })
  const reason = readReason(input.reason)
  const before = await dueOf(ctx.tx, province, read.year)
  await ctx.tx
    .insertInto('producerYearTerm')
    .values({ provinceCode: province, year: read.year, dueOn: read.dueOn, createdAt: ctx.now })
    .onConflict((conflict) =>
      conflict.columns(['provinceCode', 'year']).doUpdateSet({ dueOn: read.dueOn, version: (before?.version ?? 0) + 1 }),
    )
    .execute()
  await audit(ctx, {
    verb: 'producerYear.termMoved',
    subjectKind: 'producerYearTerm',
    subjectId: `${province}:${read.year}`,
    authority: province,
    payload: { year: read.year, from: before?.dueOn ?? null, to: read.dueOn, reason },
  })
}

type Held = YearRecord & { row: NonNullable<YearRecord['row']> }

async function hold(ctx: Ctx, at: At, right: 'file' | 'takeBack' | 'check' | 'returnIt', to: YearState): Promise<Held> {
  const held = await yearFor(ctx.tx, ctx.actor, at.producerId, at.year, true)
  const { row, rights } = held
  // Who does such things here, but not in this state, is told the state.
  const does = right === 'file' || right === 'takeBack' ? rights.owner : !rights.owner || rights[right]
  if (does && !rights[right] && (row === null || !yearTransitions[row.state].includes(to)))
    throw new AppError('stateConflict', { state: yearWords[row?.state ?? 'missing'].vi })
  must(rights[right])
  if (!row) throw new AppError('stateConflict', { state: yearWords.missing.vi })
  return { ...held, row }
}

async function move(ctx: Ctx, held: Held, state: YearState, set: Record<string, unknown>): Promise<void> {
  await ctx.tx
    .updateTable('producerYear')
    .set({ ...set, state, version: held.row.version + 1, updatedAt: ctx.now } as never)
    .where('id', '=', held.row.id)
    .execute()
}

/** The history beside the year; its version is the one the deed made. */
async function keep(
  ctx: Ctx,
  { producer, row }: Held,
  deed: YearDeed,
  said: { figures?: Told; reasons?: Record<string, string>; remark?: string },
): Promise<void> {
  await keepChange(ctx, [{ provinceCode: producer.provinceCode, producerYearId: row.id, version: row.version + 1, deed, ...said }])
}

/** The ledger names what was changed; what it was changed to is read by who reads the figures. */
async function log(ctx: Ctx, held: Pick<YearRecord, 'producer' | 'year'>, verb: string, payload: Record<string, unknown>): Promise<void> {
  await audit(ctx, {
    verb,
    subjectKind: 'producerYear',
    subjectId: `${held.producer.id}:${held.year}`,
    authority: held.producer.provinceCode,
    payload: { year: held.year, ...payload },
  })
}

async function tell(ctx: Ctx, held: Held, kind: string, accountIds: readonly string[]): Promise<void> {
  await notify(ctx, accountIds, {
    kind,
    dedupe: `${held.row.id}:${held.row.version}`,
    subjectKind: 'producerYear',
    subjectId: held.row.id,
    link: `/so-lieu-nam/${held.producer.id}/${held.year}`,
    params: { producer: held.producer.name, year: String(held.year) },
  })
}

// Planning, opening and closing rounds. A round pins its regulation by id and content hash when it is planned, and never another.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId, isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields } from '../fields.ts'
import { found, must, mustSee } from '../refuse.ts'
import { checkRoundDates, roundWarnings, setsToConfirm, type RoundDates, type RoundState, type Warning } from './round.ts'
import { keepPinned } from '../regulation-revision/keep.ts'
import { assessesAt } from '../level/way.ts'
import { levelOf } from '../people/authority.ts'
import { mustStand } from '../people/standing.ts'
import { plansRounds, readsOffice } from './round.policy.ts'

export type RoundInput = {
  year: string | number
  ordinal: string | number
  name: string
  opensOn: string
  proposalsDueOn: string
  closesOn: string
  note: string
}

/** Plans a round under the regulation in force. Departures from the law need a note that says on what they rest. */
export async function planRound(ctx: Ctx, input: RoundInput): Promise<string> {
  const { authority } = ctx.actor
  must(plansRounds(ctx.actor, authority))
  mustStand(authority, plainDateOf(ctx.now))
  const pack = packOfRound(ctx, input, authority)
  const round = readRound(input, (year, ordinal, dates) => roundWarnings(pack.regulation, year, ordinal, dates, levelOf(authority)))
  await keepPinned(ctx, pack)
  const id = newId()
  const done = await ctx.tx
    .insertInto('round')
    .values({
      id,
      authority,
      ...round,
      regulationId: pack.id,
      regulationHash: pack.hash,
      wordingHash: pack.wording?.hash ?? null,
      state: 'planned',
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['authority', 'year', 'ordinal']).doNothing())
    .executeTakeFirst()
  if (done.numInsertedOrUpdatedRows === 0n)
    throw new AppError(
      'invalid',
      {},
      { ordinal: { vi: `Năm ${round.year} đã có đợt ${round.ordinal}.`, en: `Round ${round.ordinal} of ${round.year} exists already.` } },
    )
  await audit(ctx, {
    verb: 'round.planned',
    subjectKind: 'round',
    subjectId: id,
    payload: { ...round, regulation: pack.id, hash: pack.hash, wording: pack.wording?.hash ?? null },
  })
  return id
}

/**
 * The pack a new round takes: the one in force on its first day; today's for a round that has begun already. Refused where that pack has no
 * assessment at this desk's level (no district since 1489/QĐ-TTg).
 */
function packOfRound(ctx: Ctx, input: RoundInput, authority: string) {
  const today = plainDateOf(ctx.now)
  const opensOn = new Fields(input).date('opensOn') ?? today
  const pack = ctx.regulations.forDay(opensOn > today ? opensOn : today)
  if (!assessesAt(pack, authority)) throw new AppError('round.noSuchLevel', { regulation: pack.regulation.number })
  return pack
}

/** Changes dates, name or note of a round that is not closed. An open round keeps the day it opened. */
export async function changeRound(ctx: Ctx, id: string, input: RoundInput & { version: number }): Promise<void> {
  const before = await roundForUpdate(ctx, id)
  must(plansRounds(ctx.actor, before.authority))
  if (before.state === 'closed') throw new AppError('round.stateConflict')
  if (before.version !== input.version) throw new AppError('versionConflict')
  const { regulation } = ctx.regulations.get(before.regulationId)
  const read = readRound({ ...input, year: before.year, ordinal: before.ordinal }, (year, ordinal, dates) =>
    roundWarnings(regulation, year, ordinal, dates, levelOf(before.authority)),
  )
  const round = before.state === 'open' ? { ...read, opensOn: before.opensOn } : read
  await ctx.tx
    .updateTable('round')
    .set({ ...round, version: before.version + 1 })
    .where('id', '=', id)
    .execute()
  await audit(ctx, {
    verb: 'round.changed',
    subjectKind: 'round',
    subjectId: id,
    payload: { ...round, was: { proposalsDueOn: before.proposalsDueOn, closesOn: before.closesOn } },
  })
}

const wrongYear = { vi: 'Nhập năm từ 2019 đến 2100.', en: 'Enter a year from 2019 to 2100.' }

function readRound(input: RoundInput, warningsOf: (year: number, ordinal: number, dates: RoundDates) => Warning[]) {
  const fields = new Fields(input)
  const typed = {
    year: fields.integer('year', { min: 2019, max: 2100, required: true, wrong: wrongYear }),
    ordinal: fields.integer('ordinal', { min: 1, max: 12, required: true }),
    opensOn: fields.date('opensOn', { required: true }),
    proposalsDueOn: fields.date('proposalsDueOn', { required: true }),
    closesOn: fields.date('closesOn', { required: true }),
  }
  const name = fields.text('name', { max: 200 })
  const note = fields.text('note', { max: 2000, multiline: true })
  const { year, ordinal, ...dates } = fields.done(typed)
  checkRoundDates(fields.problems, year, dates)
  fields.done()
  const warnings = warningsOf(year, ordinal, dates)
  if (warnings.length > 0 && note === '') {
    for (const warning of warnings) fields.say(warning.field, warning.text)
    fields.say('note', {
      vi: 'Ghi căn cứ (quy chế, kế hoạch) của việc khác với Điều 5.',
      en: 'Say on what the departure from Article 5 rests.',
    })
  }
  fields.done()
  return { year, ordinal, name: name || `Đợt ${ordinal} năm ${year}`, ...dates, legalNote: note === '' ? null : note }
}

/** Opens a planned round. Forms with a doubt about points must be confirmed once, by name, and the confirmation is kept in the ledger. */
export async function openRound(ctx: Ctx, id: string, input: { confirmed: boolean }): Promise<void> {
  const round = await roundForUpdate(ctx, id)
  must(plansRounds(ctx.actor, round.authority))
  if (round.state === 'open') return
  const pack = ctx.regulations.get(round.regulationId)
  if (pack.hash !== round.regulationHash) throw new AppError('round.packChanged')
  const doubtful = setsToConfirm(pack)
  if (doubtful.length > 0 && !input.confirmed) throw new AppError('round.notConfirmed', { sets: doubtful.join(', ') })
  await keepPinned(ctx, pack)
  // A round shows the words that are in use on the day it opens.
  await ctx.tx
    .updateTable('round')
    .set({ wordingHash: pack.wording?.hash ?? null })
    .where('id', '=', id)
    .execute()
  await moveRound(ctx, id, 'planned', 'open')
  await audit(ctx, {
    verb: 'round.opened',
    subjectKind: 'round',
    subjectId: id,
    payload: { hash: round.regulationHash, wording: pack.wording?.hash ?? null, confirmedSets: doubtful },
  })
}

/** Closes an open round once every dossier in it has its result. */
export async function closeRound(ctx: Ctx, id: string): Promise<void> {
  const round = await roundForUpdate(ctx, id)
  must(plansRounds(ctx.actor, round.authority))
  if (round.state === 'closed') return
  const waiting = await ctx.tx
    .selectFrom('dossier')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('roundId', '=', id)
    .where('state', 'in', ['proposed', 'provinceSupplement', 'accepted', 'onAgenda'])
    .executeTakeFirstOrThrow()
  if (Number(waiting.n) > 0) throw new AppError('round.inUse', { count: String(waiting.n) })
  await moveRound(ctx, id, 'open', 'closed')
  await audit(ctx, { verb: 'round.closed', subjectKind: 'round', subjectId: id })
}

async function moveRound(ctx: Ctx, id: string, from: RoundState, to: RoundState): Promise<void> {
  const done = await ctx.tx
    .updateTable('round')
    .set((row) => ({ state: to, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new AppError('round.stateConflict')
}

export async function roundForUpdate(ctx: Ctx, id: string) {
  const row = isId(id) ? await ctx.tx.selectFrom('round').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() : undefined
  const round = found(row)
  mustSee(readsOffice(ctx.actor, round.authority))
  return { ...round, state: round.state as RoundState }
}

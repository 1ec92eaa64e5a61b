// Entries of the programme's money: entered by the office, approved or refused by another person, taken back by who entered. Nothing is ever
// changed: a mistake is mended by a new entry. The balance is judged under a lock on the line (docs/decisions/0033).
import { plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDong } from '#/platform/text/format.ts'
import { addAttachments, removeAttachment } from '../attachment/attachment.actions.ts'
import { attachmentsOf } from '../attachment/attachment.store.ts'
import { audit, type Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { readReason } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { provinceOf } from '../people/authority.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { must } from '../refuse.ts'
import { afterApproval, afterRefusal } from './aftermath.ts'
import { mustCarry } from './balance.ts'
import { readEntry, type EntryInput } from './money.input.ts'
import { answeredAt, entryLocked, lineToKeep, lockLines, positionAt, sourceAt, type EntryRecord, type LineRecord } from './money.load.ts'
import { approvesMoney, keepsMoney } from './money.policy.ts'
import { entryStateWords, kindRules, type EntryKind } from './money.ts'

export const WAITING = '/kinh-phi/so?trang-thai=entered'

/** The kinds a person enters; the far end of a transfer comes by itself. */
export type TypedKind = Exclude<EntryKind, 'transferIn'>

/**
 * Enters a movement on a line; it counts once another person has approved it. A transfer makes both its entries; to a line of a later year the
 * far end is a carry-over. Returns the id of the entry. Throws `invalid` by field, or the figures where the money does not reach.
 */
export async function enterMoney(ctx: Ctx, lineId: string, kind: TypedKind, input: EntryInput): Promise<string> {
  if (kind === 'transferOut' && typeof input.toLineId === 'string' && input.toLineId !== '') await lockBoth(ctx, lineId, input.toLineId)
  const line = await lineToKeep(ctx, lineId)
  const read = readEntry(kind, input, line, plainDateOf(ctx.now))
  const { toLineId, again, ...values } = read
  const id = await placeEntry(ctx, line, { kind, ...values }, { again })
  if (kind !== 'transferOut') return id
  const target = await targetOf(ctx, line, toLineId)
  const far = target.year > line.year ? 'carryOver' : 'transferIn'
  await placeEntry(ctx, target, { ...values, kind: far, answersId: id }, { again: true })
  return id
}

async function lockBoth(ctx: Ctx, lineId: string, toLineId: string): Promise<void> {
  const ids = [lineId, toLineId].filter((id) => /^[0-9a-f-]{36}$/i.test(id))
  if (ids.length > 0) await lockLines(ctx.tx, ids)
}

async function targetOf(ctx: Ctx, line: LineRecord, toLineId: string | null): Promise<LineRecord> {
  const target = await lineToKeep(ctx, toLineId).catch(() => null)
  if (!target || target.id === line.id || target.authority !== line.authority || target.year < line.year)
    throw new AppError(
      'invalid',
      {},
      {
        toLineId: {
          vi: 'Chọn một khoản khác của cơ quan, cùng năm hoặc năm sau.',
          en: 'Choose another line of the office, of the same or a later year.',
        },
      },
    )
  return target
}

export type NewEntry = {
  kind: EntryKind
  sourceId: string
  amount: number
  onDay: PlainDate
  decisionNumber?: string
  payee?: string
  note?: string
  answersId?: string | null
  producerId?: string | null
  contractId?: string | null
  rewardId?: string | null
}

/** Enters a movement for a verb of another noun (a milestone, a reward, a receipt), which has authorised the actor as the desk's office. */
export async function enterFor(ctx: Ctx, lineId: string, entry: NewEntry): Promise<string> {
  return placeEntry(ctx, await lineToKeep(ctx, lineId), entry, { again: true })
}

async function placeEntry(ctx: Ctx, line: LineRecord, entry: NewEntry, { again }: { again: boolean }): Promise<string> {
  const source = await sourceAt(ctx.tx, line.authority, entry.sourceId || (await sourceOfAnswered(ctx, line.id, entry.answersId)))
  const rule = kindRules[entry.kind]
  if (!rule.ended && (line.endedOn !== null || source.endedOn !== null)) throw new AppError('money.ended')
  const place = { lineId: line.id, sourceId: source.id }
  const answered = await namedEntry(ctx, place, entry)
  mustCarry(await positionAt(ctx.tx, line.id, source.id), entry.kind, entry.amount, answered)
  const values = {
    ...place,
    kind: entry.kind,
    amount: entry.amount,
    onDay: entry.onDay,
    decisionNumber: entry.decisionNumber ?? '',
    payee: entry.payee || answered?.payee || '',
    answersId: entry.answersId ?? null,
  }
  if (!again && (await equalStands(ctx, values))) throw new AppError('money.same')
  const id = newId()
  await ctx.tx
    .insertInto('moneyEntry')
    .values({
      id,
      provinceCode: provinceOf(line.authority),
      authority: line.authority,
      ...values,
      producerId: entry.producerId ?? answered?.producerId ?? null,
      contractId: entry.contractId ?? answered?.contractId ?? null,
      rewardId: entry.rewardId ?? answered?.rewardId ?? null,
      note: entry.note ?? '',
      state: 'entered',
      enteredBy: ctx.actor.accountId,
      enteredAt: ctx.now,
    })
    .execute()
  await log(ctx, { id, authority: line.authority }, 'money.entered', {
    line: line.title,
    source: source.name,
    kind: entry.kind,
    amount: entry.amount,
    onDay: entry.onDay,
    decisionNumber: values.decisionNumber,
    payee: values.payee,
  })
  await tellApprovers(ctx, line.authority)
  return id
}

async function sourceOfAnswered(ctx: Ctx, lineId: string, answersId: string | null | undefined): Promise<string> {
  const row = isId(answersId)
    ? await ctx.tx.selectFrom('moneyEntry').select('sourceId').where('id', '=', answersId).where('lineId', '=', lineId).executeTakeFirst()
    : undefined
  if (row) return row.sourceId
  throw unknownAnswer('commitment')
}

/** The entry it answers, which must be an approved one of the right kind on the same line and source. Ends of a transfer are not left over. */
async function namedEntry(ctx: Ctx, place: { lineId: string; sourceId: string }, entry: NewEntry) {
  const { answers } = kindRules[entry.kind]
  if (entry.answersId == null || answers === null || answers === 'transferOut') return null
  const named = await answeredAt(ctx.tx, { ...place, kind: answers }, entry.answersId)
  if (named) return named
  throw unknownAnswer(answers)
}

function unknownAnswer(kind: EntryKind): AppError {
  const { vi, en } = kindRules[kind].words
  return new AppError(
    'invalid',
    {},
    {
      answersId: {
        vi: `Chọn một bút toán ${vi.toLowerCase()} đã duyệt của khoản và nguồn này.`,
        en: `Choose an approved ${en.toLowerCase()} of this line and source.`,
      },
    },
  )
}

async function equalStands(
  ctx: Ctx,
  values: {
    lineId: string
    sourceId: string
    kind: string
    amount: number
    onDay: string
    decisionNumber: string
    payee: string
    answersId: string | null
  },
): Promise<boolean> {
  const { answersId, ...same } = values
  let query = ctx.tx.selectFrom('moneyEntry').select('id').where('state', 'in', ['entered', 'approved'])
  for (const [name, value] of Object.entries(same)) query = query.where(name as 'kind', '=', value as string)
  query = answersId === null ? query : query.where('answersId', '=', answersId)
  return (await query.executeTakeFirst()) !== undefined
}

/**
 * Approves an entry (of a transfer both ends): only someone else than who entered it, and only while the money reaches. Two approvals that
 * together pass the limit wait for each other's lock; the second is refused with the figures.
 */
export async function approveEntry(ctx: Ctx, entryId: string): Promise<void> {
  const { entry, other } = await entryToDecide(ctx, entryId)
  if (entry.kind === 'settlement' && (await attachmentsOf(ctx.tx, 'moneyEntry', [entry.id])).length === 0)
    throw new AppError('money.noPapers')
  await judgeAgain(ctx, entry)
  await decide(ctx, entry, 'approved', '')
  if (other) {
    await judgeAgain(ctx, other)
    await decide(ctx, other, 'approved', '')
  }
}

/** Approves each of them, or none. */
export async function approveEntries(ctx: Ctx, entryIds: readonly string[]): Promise<void> {
  for (const id of entryIds.toSorted()) await approveEntry(ctx, id)
}

export async function refuseEntry(ctx: Ctx, entryId: string, input: { reason?: unknown }): Promise<void> {
  const { entry, other } = await entryToDecide(ctx, entryId)
  const reason = readReason(input.reason)
  await decide(ctx, entry, 'refused', reason)
  if (other) await decide(ctx, other, 'refused', reason)
  await notify(ctx, [entry.enteredBy], {
    kind: 'money.refused',
    dedupe: entry.id,
    subjectKind: 'moneyEntry',
    subjectId: entry.id,
    link: `/kinh-phi/but-toan/${entry.id}`,
    params: { kind: kindRules[entry.kind].words.vi, amount: formatDong(entry.amount) },
  })
}

/** Takes one's own entry back before anyone has decided it. */
export async function takeBackEntry(ctx: Ctx, entryId: string): Promise<void> {
  const { entry, other } = await entryLocked(ctx, entryId)
  must(entry.enteredBy === ctx.actor.accountId)
  mustBeOpen(entry)
  await decide(ctx, entry, 'takenBack', '')
  if (other) await decide(ctx, other, 'takenBack', '')
}

/** Papers of an entry: the decision, the transfer order, the settlement. Kept by the office, also after the word on it. */
export async function addEntryPapers(ctx: Ctx, entryId: string, files: readonly IncomingFile[], caption: unknown): Promise<string[]> {
  const { entry } = await entryLocked(ctx, entryId)
  must(keepsMoney(ctx.actor, entry.authority))
  return addAttachments(ctx, { kind: 'moneyEntry', id: entryId, authority: entry.authority }, files, { caption })
}

/** A paper is taken away only before the word on its entry: afterwards it is what the word stood on. */
export async function removeEntryPaper(ctx: Ctx, entryId: string, attachmentId: unknown): Promise<void> {
  const { entry } = await entryLocked(ctx, entryId)
  must(keepsMoney(ctx.actor, entry.authority))
  mustBeOpen(entry)
  await removeAttachment(ctx, { kind: 'moneyEntry', id: entryId, authority: entry.authority }, attachmentId)
}

async function entryToDecide(ctx: Ctx, entryId: string) {
  const pair = await entryLocked(ctx, entryId)
  must(await approvesMoney(ctx.tx, ctx.actor, pair.entry.authority))
  if (pair.entry.enteredBy === ctx.actor.accountId) throw new AppError('money.ownEntry')
  mustBeOpen(pair.entry)
  return pair
}

function mustBeOpen(entry: EntryRecord): void {
  if (entry.state !== 'entered') throw new AppError('money.decided', { state: entryStateWords[entry.state].vi.toLowerCase() })
}

async function judgeAgain(ctx: Ctx, entry: EntryRecord): Promise<void> {
  const named = await namedEntry(ctx, entry, entry)
  mustCarry(await positionAt(ctx.tx, entry.lineId, entry.sourceId), entry.kind, entry.amount, named)
}

async function decide(ctx: Ctx, entry: EntryRecord, state: 'approved' | 'refused' | 'takenBack', reason: string): Promise<void> {
  await ctx.tx
    .updateTable('moneyEntry')
    .set({ state, decidedBy: ctx.actor.accountId, decidedAt: ctx.now, decideReason: reason })
    .where('id', '=', entry.id)
    .execute()
  await (state === 'approved' ? afterApproval(ctx.tx, entry) : afterRefusal(ctx.tx, entry))
  await log(ctx, entry, `money.${state}`, { kind: entry.kind, amount: entry.amount, ...(reason === '' ? {} : { reason }) })
}

/** One notice a day for each who may approve, however many entries wait. */
async function tellApprovers(ctx: Ctx, authority: string): Promise<void> {
  const leaders = await accountsWithRole(ctx.tx, 'leader', { authority }, ctx.now)
  const office = await accountsWithRole(ctx.tx, 'office', { authority }, ctx.now)
  await notify(
    ctx,
    [...leaders, ...office].filter((accountId) => accountId !== ctx.actor.accountId),
    {
      kind: 'money.waits',
      dedupe: `${authority}:${plainDateOf(ctx.now)}`,
      subjectKind: 'moneyEntry',
      subjectId: authority,
      link: WAITING,
    },
  )
}

function log(ctx: Ctx, entry: { id: string; authority: string }, verb: string, payload: Record<string, unknown>): Promise<void> {
  return audit(ctx, { verb, subjectKind: 'moneyEntry', subjectId: entry.id, authority: entry.authority, payload })
}

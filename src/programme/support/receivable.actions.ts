// Money to come back: owed from a day on, paid by receipts (each an entry that another person approves), or waived with a reason.
import { plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate, formatDong } from '#/platform/text/format.ts'
import { audit, type Ctx } from '../context.ts'
import { readReason, type Typed } from '../fields.ts'
import { enterFor } from '../money/entry.actions.ts'
import { approvesMoney, keepsMoney, readsMoney } from '../money/money.policy.ts'
import { ownsProducer } from '../people/actor.ts'
import { provinceOf } from '../people/authority.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, must, mustSee } from '../refuse.ts'
import { readReceipt, receivableWords, type ReceivableState } from './support.ts'
import { receivedOf } from './receivable.store.ts'

export type NewReceivable = {
  authority: string
  producerId: string
  contractId: string | null
  rewardId: string | null
  amount: number
  dueOn: PlainDate
  reason: string
  decisionNumber: string
}

/** For a verb that ended a contract or found a reward paid on a withdrawn star; that verb has authorised the actor. Returns the id. */
export async function insertReceivable(ctx: Ctx, receivable: NewReceivable): Promise<string> {
  const id = newId()
  await ctx.tx
    .insertInto('receivable')
    .values({
      id,
      provinceCode: provinceOf(receivable.authority),
      ...receivable,
      state: 'open',
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  await log(ctx, { id, authority: receivable.authority }, 'receivable.made', {
    amount: receivable.amount,
    dueOn: receivable.dueOn,
    number: receivable.decisionNumber,
    reason: receivable.reason,
  })
  const place = { authority: provinceOf(receivable.authority), producerId: receivable.producerId }
  await notify(ctx, await accountsWithRole(ctx.tx, 'producer', place, ctx.now), {
    kind: 'receivable.made',
    dedupe: id,
    subjectKind: 'receivable',
    subjectId: id,
    link: `/ho-tro/phai-thu/${id}`,
    params: { amount: formatDong(receivable.amount), date: formatDate(receivable.dueOn) },
  })
  return id
}

async function receivableLocked(ctx: Ctx, id: unknown) {
  const row = found(isId(id) ? await ctx.tx.selectFrom('receivable').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() : null)
  mustSee(ownsProducer(ctx.actor, row.producerId) || readsMoney(ctx.actor, row.authority))
  return row
}

function mustBeOpen(state: string): void {
  if (state !== 'open') throw new AppError('stateConflict', { state: receivableWords[state as ReceivableState].vi.toLowerCase() })
}

/** Records money that came in, as an entry on the line it was paid from. Two receipts at once cannot pass what is owed. */
export async function receiveMoney(ctx: Ctx, id: string, input: Typed<'amount' | 'receivedOn' | 'paper'>): Promise<void> {
  const row = await receivableLocked(ctx, id)
  must(keepsMoney(ctx.actor, row.authority))
  mustBeOpen(row.state)
  const receipt = readReceipt(input, row.amount - (await receivedOf(ctx.tx, row.id)), plainDateOf(ctx.now))
  const place = await paidFrom(ctx, row)
  const entryId = await enterFor(ctx, place.lineId, {
    kind: 'recovered',
    sourceId: place.sourceId,
    amount: receipt.amount,
    onDay: receipt.receivedOn,
    decisionNumber: receipt.paper,
    payee: place.producer,
    producerId: row.producerId,
    contractId: row.contractId,
    rewardId: row.rewardId,
    note: row.reason.slice(0, 1000),
  })
  await ctx.tx
    .insertInto('receivableReceipt')
    .values({ id: newId(), receivableId: row.id, ...receipt, entryId, enteredBy: ctx.actor.accountId, enteredAt: ctx.now })
    .execute()
  await log(ctx, row, 'receivable.received', { amount: receipt.amount, number: receipt.paper })
}

async function paidFrom(ctx: Ctx, row: { contractId: string | null; rewardId: string | null; producerId: string }) {
  const { name } = await ctx.tx.selectFrom('producer').select('name').where('id', '=', row.producerId).executeTakeFirstOrThrow()
  const place =
    row.contractId === null
      ? await ctx.tx
          .selectFrom('reward')
          .innerJoin('rewardList', 'rewardList.id', 'reward.listId')
          .select(['rewardList.lineId', 'rewardList.sourceId'])
          .where('reward.id', '=', row.rewardId ?? '')
          .executeTakeFirstOrThrow()
      : await ctx.tx.selectFrom('supportContract').select(['lineId', 'sourceId']).where('id', '=', row.contractId).executeTakeFirstOrThrow()
  return { lineId: place.lineId ?? '', sourceId: place.sourceId ?? '', producer: name }
}

/** Gives up what is still owed, with a reason; only whoever may approve money, and not who made the claim. */
export async function waiveReceivable(ctx: Ctx, id: string, input: { reason?: unknown }): Promise<void> {
  const row = await receivableLocked(ctx, id)
  must(await approvesMoney(ctx.tx, ctx.actor, row.authority))
  if (row.createdBy === ctx.actor.accountId) throw new AppError('money.ownEntry')
  mustBeOpen(row.state)
  const waivedReason = readReason(input.reason)
  await ctx.tx.updateTable('receivable').set({ state: 'waived', waivedReason }).where('id', '=', row.id).execute()
  await log(ctx, row, 'receivable.waived', { reason: waivedReason })
}

function log(ctx: Ctx, row: { id: string; authority: string }, verb: string, payload: Record<string, unknown>): Promise<void> {
  return audit(ctx, { verb, subjectKind: 'receivable', subjectId: row.id, authority: row.authority, payload })
}

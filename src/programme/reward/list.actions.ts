// A list of rewards: reckoned from recognitions, decided by another person as a numbered paper, paid by entries, claimed back after a withdrawal.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { json } from '#/platform/database/json.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate, formatDong } from '#/platform/text/format.ts'
import { readIssuing, type IssuingForm } from '../certificate/decision-input.ts'
import { issuingBodies } from '../certificate/decision.actions.ts'
import { DECISION_SYMBOL } from '../certificate/decision-paper.ts'
import { numberFor } from '../certificate/paper-number.ts'
import { audit, type Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { Fields, readReason } from '../fields.ts'
import { mustCarry } from '../money/balance.ts'
import { approveEntries, enterFor } from '../money/entry.actions.ts'
import { lineToKeep, positionAt, sourceAt } from '../money/money.load.ts'
import { approvesMoney, keepsMoney, readsMoney } from '../money/money.policy.ts'
import { notify } from '../people/notice.ts'
import { provinceOf } from '../people/authority.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, must, mustSee } from '../refuse.ts'
import { insertReceivable } from '../support/receivable.actions.ts'
import { earned, listWords, readList, type ListInput, type ListState, type Past, type Policy } from './reward.ts'
import { renderRewardDecision } from './reward-decision.paper.ts'
import { candidatesIn, payable, rewardsOf, type Candidate } from './reward.store.ts'

/**
 * Reckons a draft list: recognitions decided in the period while the policy was in force, less what was rewarded before. Two lists at once
 * never hold the same star of the same product: the second is told. Returns the list's id.
 */
export async function draftRewardList(ctx: Ctx, input: ListInput): Promise<string> {
  const { authority } = ctx.actor
  must(keepsMoney(ctx.actor, authority))
  const read = readList(input, plainDateOf(ctx.now))
  const policy = isId(read.policyId)
    ? await ctx.tx
        .selectFrom('rewardPolicy')
        .selectAll()
        .where('id', '=', read.policyId)
        .where('authority', '=', authority)
        .where('state', '<>', 'draft')
        .executeTakeFirst()
    : undefined
  if (!policy)
    throw new AppError('invalid', {}, { policyId: { vi: 'Chọn một chính sách đã duyệt của cơ quan.', en: 'Choose an approved policy.' } })
  const line = await lineToKeep(ctx, read.lineId).catch(() => null)
  if (!line || line.authority !== authority)
    throw new AppError('invalid', {}, { lineId: { vi: 'Khoản này không phải của cơ quan.', en: 'No line of this office.' } })
  await sourceAt(ctx.tx, authority, read.sourceId)
  const from = read.periodFrom < policy.validFrom ? policy.validFrom : read.periodFrom
  const to = policy.validTo !== null && policy.validTo < read.periodTo ? policy.validTo : read.periodTo
  const rows = reckon(policy as typeof policy & Policy, await candidatesIn(ctx.tx, authority, { from, to }))
  if (rows.length === 0) throw new AppError('reward.nothing', { from: formatDate(from), to: formatDate(to) })
  const id = newId()
  await ctx.tx
    .insertInto('rewardList')
    .values({
      id,
      provinceCode: provinceOf(authority),
      authority,
      ...read,
      state: 'draft',
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
      demo: ctx.config.demo,
    })
    .execute()
  const kept = await ctx.tx
    .insertInto('reward')
    .values(
      rows.map(({ candidate, amount, reckoning }) => ({
        id: newId(),
        listId: id,
        certificateId: candidate.certificateId,
        productId: candidate.productId,
        producerId: candidate.producerId,
        star: candidate.star,
        amount,
        reckoning: json(reckoning),
        state: 'listed',
      })),
    )
    .onConflict((conflict) => conflict.columns(['productId', 'star']).where('state', '<>', 'cancelled').doNothing())
    .returning('id')
    .execute()
  if (kept.length < rows.length) throw new AppError('reward.taken', { count: String(rows.length - kept.length) })
  const amount = rows.reduce((sum, row) => sum + row.amount, 0)
  await log(ctx, { id, authority }, 'rewardList.drafted', { products: rows.length, amount })
  return id
}

/** In the order of their decisions: a product listed at three stars and then at four has its three-star reward deducted as the policy says. */
function reckon(policy: Policy, candidates: readonly Candidate[]) {
  const listed = new Map<string, Past['rewarded']>()
  return candidates.flatMap((candidate) => {
    const before = listed.get(candidate.productId) ?? []
    const result = earned(policy, candidate.star, { held: candidate.held, rewarded: [...candidate.rewarded, ...before] })
    if ('none' in result) return []
    listed.set(candidate.productId, [...before, { star: candidate.star, amount: result.amount }])
    return [{ candidate, ...result }]
  })
}

async function listLocked(ctx: Ctx, id: unknown) {
  const list = found(
    isId(id) ? await ctx.tx.selectFrom('rewardList').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() : null,
  )
  mustSee(readsMoney(ctx.actor, list.authority))
  return { ...list, state: list.state as ListState }
}

function mustBeAt(list: { state: ListState }, ...states: ListState[]): void {
  if (!states.includes(list.state)) throw new AppError('stateConflict', { state: listWords[list.state].vi.toLowerCase() })
}

/** Takes one product off the list while nothing was paid on it, with a reason; it may be listed again later. */
export async function dropReward(ctx: Ctx, listId: string, rewardId: unknown, input: { reason?: unknown }): Promise<void> {
  const list = await listLocked(ctx, listId)
  must(keepsMoney(ctx.actor, list.authority))
  mustBeAt(list, 'draft', 'decided')
  const reward = found((await rewardsOf(ctx.tx, list.id)).find((one) => one.id === rewardId))
  if (!payable(reward)) throw new AppError('reward.inPayment', { product: reward.product })
  const reason = readReason(input.reason)
  await ctx.tx.updateTable('reward').set({ state: 'cancelled' }).where('id', '=', reward.id).execute()
  await log(ctx, list, 'rewardList.dropped', { product: reward.product, reason })
}

export async function cancelRewardList(ctx: Ctx, listId: string, input: { reason?: unknown }): Promise<void> {
  const list = await listLocked(ctx, listId)
  must(keepsMoney(ctx.actor, list.authority))
  mustBeAt(list, 'draft')
  const reason = readReason(input.reason)
  await ctx.tx.updateTable('reward').set({ state: 'cancelled' }).where('listId', '=', list.id).execute()
  await ctx.tx
    .updateTable('rewardList')
    .set({ state: 'cancelled', version: list.version + 1 })
    .where('id', '=', list.id)
    .execute()
  await log(ctx, list, 'rewardList.cancelled', { reason })
}

/** Decides the list as a numbered paper with its annex. Never by who drew it up; not while it holds a star that was withdrawn since. */
export async function decideRewardList(ctx: Ctx, listId: string, form: IssuingForm): Promise<{ documentId: string; number: string }> {
  const list = await listLocked(ctx, listId)
  must(await approvesMoney(ctx.tx, ctx.actor, list.authority))
  if (list.createdBy === ctx.actor.accountId) throw new AppError('money.ownEntry')
  mustBeAt(list, 'draft')
  const rewards = (await rewardsOf(ctx.tx, list.id)).filter((one) => one.state !== 'cancelled')
  mustStandStill(rewards)
  if (rewards.length === 0) throw new AppError('reward.nothing', { from: formatDate(list.periodFrom), to: formatDate(list.periodTo) })
  const issuing = readIssuing(form, plainDateOf(ctx.now), list.periodTo)
  const policy = await ctx.tx.selectFrom('rewardPolicy').selectAll().where('id', '=', list.policyId).executeTakeFirstOrThrow()
  const { committee, office } = await issuingBodies(ctx.tx, list.authority)
  const number = await numberFor(ctx, committee.id, DECISION_SYMBOL, issuing.issuedOn, issuing.number)
  const documentId = await storeDocument(ctx, {
    authority: list.authority,
    bodyId: committee.id,
    kind: 'rewardDecision',
    subjectKind: 'rewardList',
    subjectId: list.id,
    title: `Quyết định thưởng sản phẩm OCOP: ${list.title}`,
    numberEntryId: number.entryId,
    number: number.printed,
    issuedOn: issuing.issuedOn,
    signer: issuing.signerName,
    file: renderRewardDecision({
      createdAt: ctx.now.toISOString(),
      demo: list.demo,
      title: list.title,
      committee: committee.name,
      office: office.name,
      policy: policy.decisionNumber || policy.title,
      number: number.bare,
      issuing,
      rewards,
    }),
  })
  await ctx.tx
    .updateTable('rewardList')
    .set({
      state: 'decided',
      decisionNumber: number.printed,
      decidedOn: issuing.issuedOn,
      documentId,
      decidedBy: ctx.actor.accountId,
      version: list.version + 1,
    })
    .where('id', '=', list.id)
    .execute()
  const amount = rewards.reduce((sum, one) => sum + one.amount, 0)
  await log(ctx, list, 'rewardList.decided', { number: number.printed, products: rewards.length, amount })
  await tellProducers(ctx, list, number.printed)
  return { documentId, number: number.printed }
}

function mustStandStill(rewards: readonly { certificateState: string; product: string }[]): void {
  const gone = rewards.find((one) => one.certificateState === 'withdrawn' || one.certificateState === 'annulled')
  if (gone) throw new AppError('reward.withdrawn', { product: gone.product })
}

async function tellProducers(ctx: Ctx, list: { id: string; provinceCode: string }, number: string): Promise<void> {
  const rows = await ctx.tx
    .selectFrom('reward')
    .select('producerId')
    .distinct()
    .where('listId', '=', list.id)
    .where('state', '<>', 'cancelled')
    .execute()
  for (const { producerId } of rows)
    await notify(ctx, await accountsWithRole(ctx.tx, 'producer', { authority: list.provinceCode, producerId }, ctx.now), {
      kind: 'reward.decided',
      dedupe: `${list.id}:${producerId}`,
      subjectKind: 'rewardList',
      subjectId: list.id,
      link: '/thuong',
      params: { number },
    })
}

/** Enters a payment for every reward that is neither paid nor on its way. Refused as a whole where the line does not carry them together. */
export async function payRewards(ctx: Ctx, listId: string): Promise<number> {
  const list = await listLocked(ctx, listId)
  must(keepsMoney(ctx.actor, list.authority))
  mustBeAt(list, 'decided')
  const open = (await rewardsOf(ctx.tx, list.id)).filter(payable)
  mustStandStill(open)
  if (open.length === 0) throw new AppError('reward.allPaid')
  const line = await lineToKeep(ctx, list.lineId)
  const total = open.reduce((sum, one) => sum + one.amount, 0)
  mustCarry(await positionAt(ctx.tx, line.id, list.sourceId ?? ''), 'disbursement', total, null)
  const rows = await ctx.tx.selectFrom('reward').select(['id', 'producerId']).where('listId', '=', list.id).execute()
  for (const one of open) {
    const entryId = await enterFor(ctx, line.id, {
      kind: 'disbursement',
      sourceId: list.sourceId ?? '',
      amount: one.amount,
      onDay: plainDateOf(ctx.now),
      decisionNumber: list.decisionNumber ?? '',
      payee: one.producer,
      producerId: rows.find((row) => row.id === one.id)?.producerId ?? null,
      rewardId: one.id,
      note: `Thưởng ${one.star} sao: ${one.product}`,
    })
    await ctx.tx.updateTable('reward').set({ entryId }).where('id', '=', one.id).execute()
  }
  await log(ctx, list, 'rewardList.payments', { products: open.length, amount: total })
  return open.length
}

/** Approves every payment of the list that waits, or none; never by who entered one of them. */
export async function approveRewardPayments(ctx: Ctx, listId: string): Promise<void> {
  const list = await listLocked(ctx, listId)
  must(await approvesMoney(ctx.tx, ctx.actor, list.authority))
  const waiting = (await rewardsOf(ctx.tx, list.id)).filter((one) => one.entryState === 'entered')
  if (waiting.length === 0) throw new AppError('reward.nothingWaits')
  await approveEntries(
    ctx,
    waiting.flatMap((one) => one.entryId ?? []),
  )
  await log(ctx, list, 'rewardList.paymentsApproved', { products: waiting.length })
}

/** Claims a reward back whose star was withdrawn or annulled after it was paid: a receivable with its own due day. Once per reward. */
export async function claimReward(
  ctx: Ctx,
  listId: string,
  rewardId: unknown,
  input: { dueOn?: unknown; decisionNumber?: unknown },
): Promise<string> {
  const list = await listLocked(ctx, listId)
  must(keepsMoney(ctx.actor, list.authority))
  const reward = found((await rewardsOf(ctx.tx, list.id)).find((one) => one.id === rewardId))
  if (reward.state !== 'paid' || !['withdrawn', 'annulled'].includes(reward.certificateState)) throw new AppError('reward.stands')
  if (reward.receivableId !== null) throw new AppError('reward.claimed')
  const fields = new Fields<'dueOn' | 'decisionNumber'>(input)
  const dueOn = fields.date('dueOn', { required: true })
  if (dueOn !== null && dueOn <= plainDateOf(ctx.now))
    fields.say('dueOn', { vi: 'Hạn nộp phải sau hôm nay.', en: 'The due day lies after today.' })
  const decisionNumber = fields.text('decisionNumber', {
    max: 100,
    required: { vi: 'Ghi số quyết định thu hồi.', en: 'Give the decision’s number.' },
  })
  const read = fields.done({ dueOn })
  const { producerId } = await ctx.tx.selectFrom('reward').select('producerId').where('id', '=', reward.id).executeTakeFirstOrThrow()
  const id = await insertReceivable(ctx, {
    authority: list.authority,
    producerId,
    contractId: null,
    rewardId: reward.id,
    amount: reward.amount,
    dueOn: read.dueOn,
    reason: `Thu hồi thưởng ${reward.star} sao (${formatDong(reward.amount)}): ${reward.product} không còn được công nhận.`,
    decisionNumber,
  })
  await log(ctx, list, 'rewardList.claimed', { product: reward.product, amount: reward.amount })
  return id
}

function log(ctx: Ctx, list: { id: string; authority: string }, verb: string, payload: Record<string, unknown>): Promise<void> {
  return audit(ctx, { verb, subjectKind: 'rewardList', subjectId: list.id, authority: list.authority, payload })
}

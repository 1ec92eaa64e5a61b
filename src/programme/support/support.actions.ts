// Support to a producer from the request to the signed contract, and its end. Asked, approved and paid are three amounts.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate, formatDong } from '#/platform/text/format.ts'
import type { Ctx } from '../context.ts'
import { readReason } from '../fields.ts'
import { enterFor } from '../money/entry.actions.ts'
import { answeredAt, sourceAt } from '../money/money.load.ts'
import { keepsMoney } from '../money/money.policy.ts'
import { ownsProducer } from '../people/actor.ts'
import { provinceOf } from '../people/authority.ts'
import { found, mustSee } from '../refuse.ts'
import { insertReceivable } from './receivable.actions.ts'
import {
  commitmentOf,
  logSupport,
  milestoneOf,
  paidOf,
  supportToChange,
  tellOffice,
  tellOwner,
  type SupportRecord,
} from './support.load.ts'
import {
  itemRules,
  readApproval,
  readAsk,
  readClawBack,
  readMilestone,
  readSigning,
  type ApproveInput,
  type AskInput,
  type ClawBackInput,
  type MilestoneInput,
} from './support.ts'
import { twinsOf } from './support.store.ts'

/** Asks for support: the producer from its province, or a desk's office for a producer of its province. Returns the id. */
export async function askSupport(ctx: Ctx, producerId: string, input: AskInput): Promise<string> {
  const producer = found(
    isId(producerId)
      ? await ctx.tx.selectFrom('producer').select(['id', 'provinceCode']).where('id', '=', producerId).executeTakeFirst()
      : null,
  )
  const owner = ownsProducer(ctx.actor, producer.id)
  mustSee(owner || (keepsMoney(ctx.actor, ctx.actor.authority) && ctx.actor.provinceCode === producer.provinceCode))
  const ask = readAsk(input)
  await mustBeItsProduct(ctx, producer.id, ask.productId)
  const id = newId()
  const authority = owner ? producer.provinceCode : ctx.actor.authority
  await ctx.tx
    .insertInto('supportContract')
    .values({
      id,
      provinceCode: provinceOf(authority),
      authority,
      producerId: producer.id,
      ...ask,
      state: 'asked',
      askedBy: ctx.actor.accountId,
      askedAt: ctx.now,
      demo: ctx.config.demo,
    })
    .execute()
  const contract = { id, authority, provinceCode: producer.provinceCode, producerId: producer.id }
  await logSupport(ctx, contract, 'support.asked', { item: ask.itemCategory, amount: ask.asked })
  await tellOffice(ctx, contract, 'support.asked', id)
  return id
}

async function mustBeItsProduct(ctx: Ctx, producerId: string, productId: string | null): Promise<void> {
  if (productId === null) return
  const product = isId(productId)
    ? await ctx.tx.selectFrom('product').select('id').where('id', '=', productId).where('producerId', '=', producerId).executeTakeFirst()
    : undefined
  if (!product)
    throw new AppError('invalid', {}, { productId: { vi: 'Chọn một sản phẩm của chủ thể.', en: 'Choose a product of the producer.' } })
}

/**
 * Approves a request, in full or in part, from a line and source of the desk; never by who asked. Where the producer was supported for the same
 * item before, from whatever source, a reason is asked for and kept with the other record. The producer is locked: two desks approving at
 * once see each other.
 */
export async function approveSupport(ctx: Ctx, id: string, input: ApproveInput): Promise<void> {
  const contract = await supportToChange(ctx, id, 'approver', 'decide')
  await ctx.tx.selectFrom('producer').select('id').where('id', '=', contract.producerId).forUpdate().execute()
  const read = readApproval(input, contract.asked)
  await mustBeLine(ctx, contract.authority, read.lineId)
  await sourceAt(ctx.tx, contract.authority, read.sourceId)
  const [twin] = await twinsOf(ctx.tx, contract)
  if (twin && read.twinReason === '')
    throw new AppError(
      'invalid',
      {},
      {
        twinReason: {
          vi: `Đã có hỗ trợ cùng nội dung: ${itemRules[twin.itemCategory].words.vi}, ${formatDong(twin.approved ?? twin.asked)}, ${twin.number || 'chưa có số'}, ngày ${formatDate(plainDateOf(twin.askedAt))}. Ghi lý do vẫn hỗ trợ.`,
          en: `Supported before for the same item: ${formatDong(twin.approved ?? twin.asked)}, ${twin.number || 'no number yet'}. Say why it is supported again.`,
        },
      },
    )
  const { twinReason, ...set } = read
  await ctx.tx
    .updateTable('supportContract')
    .set({
      ...set,
      state: 'approved',
      twinOf: twin?.id ?? null,
      twinReason: twin ? twinReason : '',
      decidedBy: ctx.actor.accountId,
      decidedAt: ctx.now,
      version: contract.version + 1,
    })
    .where('id', '=', contract.id)
    .execute()
  await logSupport(ctx, contract, 'support.approved', { amount: read.approved, ...(twin ? { twinOf: twin.id, reason: twinReason } : {}) })
  await tellOwner(ctx, contract, 'support.approved', contract.id, { amount: formatDong(read.approved) })
}

async function mustBeLine(ctx: Ctx, authority: string, lineId: string): Promise<void> {
  const line = isId(lineId)
    ? await ctx.tx.selectFrom('budgetLine').select('id').where('id', '=', lineId).where('authority', '=', authority).executeTakeFirst()
    : undefined
  if (!line) throw new AppError('invalid', {}, { lineId: { vi: 'Khoản này không phải của cơ quan.', en: 'No line of this office.' } })
}

export async function refuseSupport(ctx: Ctx, id: string, input: { reason?: unknown }): Promise<void> {
  const contract = await supportToChange(ctx, id, 'approver', 'decide')
  const reason = readReason(input.reason)
  await move(ctx, contract, 'refused', reason, { decidedBy: ctx.actor.accountId, decidedAt: ctx.now })
  await tellOwner(ctx, contract, 'support.refused', contract.id)
}

/** Adds a milestone while the contract is prepared. */
export async function addMilestone(ctx: Ctx, id: string, input: MilestoneInput): Promise<string> {
  const contract = await supportToChange(ctx, id, 'office', 'arrange')
  const milestone = readMilestone(input, plainDateOf(ctx.now))
  const { last } = await ctx.tx
    .selectFrom('supportMilestone')
    .select((expression) => expression.fn.max('ordinal').as('last'))
    .where('contractId', '=', contract.id)
    .executeTakeFirstOrThrow()
  const milestoneId = newId()
  await ctx.tx
    .insertInto('supportMilestone')
    .values({ id: milestoneId, contractId: contract.id, ordinal: (last ?? 0) + 1, ...milestone, state: 'planned' })
    .execute()
  await logSupport(ctx, contract, 'support.milestoneAdded', { title: milestone.title, amount: milestone.amount, dueOn: milestone.dueOn })
  return milestoneId
}

/** Takes a milestone out while the contract is prepared; nothing was filed under it yet. */
export async function dropMilestone(ctx: Ctx, id: string, milestoneId: string): Promise<void> {
  const contract = await supportToChange(ctx, id, 'office', 'arrange')
  const milestone = await milestoneOf(ctx, contract.id, milestoneId)
  await ctx.tx.deleteFrom('supportMilestone').where('id', '=', milestone.id).execute()
  await logSupport(ctx, contract, 'support.milestoneDropped', { title: milestone.title, amount: milestone.amount })
}

/** Records the signed contract: its milestones come to exactly what was approved. The money is committed, once another person approves that. */
export async function signSupport(ctx: Ctx, id: string, input: { number?: unknown; signedOn?: unknown }): Promise<void> {
  const contract = await supportToChange(ctx, id, 'office', 'sign')
  const today = plainDateOf(ctx.now)
  const signing = readSigning(input, today)
  const rows = await ctx.tx.selectFrom('supportMilestone').select('amount').where('contractId', '=', contract.id).execute()
  const sum = rows.reduce((total, row) => total + row.amount, 0)
  const approved = contract.approved ?? 0
  if (rows.length === 0 || sum !== approved)
    throw new AppError('support.milestones', { sum: formatDong(sum), approved: formatDong(approved) })
  await enterFor(ctx, contract.lineId ?? '', {
    kind: 'commitment',
    sourceId: contract.sourceId ?? '',
    amount: approved,
    onDay: signing.signedOn,
    decisionNumber: signing.number,
    payee: await producerName(ctx, contract.producerId),
    producerId: contract.producerId,
    contractId: contract.id,
  })
  await move(ctx, contract, 'running', '', signing)
  await tellOwner(ctx, contract, 'support.signed', contract.id, { number: signing.number })
}

export async function suspendSupport(ctx: Ctx, id: string, input: { reason?: unknown }): Promise<void> {
  const contract = await supportToChange(ctx, id, 'office', 'suspend')
  const reason = readReason(input.reason)
  await move(ctx, contract, 'suspended', reason)
  await tellOwner(ctx, contract, 'support.suspended', `${contract.id}:${contract.version}`)
}

export async function resumeSupport(ctx: Ctx, id: string, input: { reason?: unknown }): Promise<void> {
  const contract = await supportToChange(ctx, id, 'office', 'resume')
  const reason = readReason(input.reason)
  await move(ctx, contract, 'running', reason)
  await tellOwner(ctx, contract, 'support.resumed', `${contract.id}:${contract.version}`)
}

/** Closes a contract whose milestones are all paid or missed. What was retained is paid out now; what is left of the commitment is released. */
export async function closeSupport(ctx: Ctx, id: string): Promise<void> {
  const contract = await supportToChange(ctx, id, 'office', 'close')
  const milestones = await ctx.tx
    .selectFrom('supportMilestone')
    .select(['amount', 'retained', 'state'])
    .where('contractId', '=', contract.id)
    .execute()
  const unfinished = milestones.filter((one) => one.state !== 'released' && one.state !== 'missed').length
  const waiting = await ctx.tx
    .selectFrom('moneyEntry')
    .select('id')
    .where('contractId', '=', contract.id)
    .where('state', '=', 'entered')
    .executeTakeFirst()
  if (unfinished > 0 || waiting) throw new AppError('support.unfinished', { count: String(unfinished) })
  const retained = milestones.reduce((sum, one) => (one.state === 'released' ? sum + one.retained : sum), 0)
  const missed = milestones.reduce((sum, one) => (one.state === 'missed' ? sum + one.amount : sum), 0)
  await settle(ctx, contract, { kind: 'disbursement', amount: retained, note: 'Chi phần giữ lại khi thanh lý hợp đồng.' })
  await settle(ctx, contract, { kind: 'release', amount: missed, note: 'Phần không thực hiện của hợp đồng đã thanh lý.' })
  await move(ctx, contract, 'closed', '', {})
  await tellOwner(ctx, contract, 'support.closed', contract.id)
}

/**
 * Ends a contract that is not kept, with a reason. What is to come back of what was paid becomes a receivable with its own due day; nothing
 * paid is ever rewritten. Returns the receivable's id, null where nothing is asked back.
 */
export async function terminateSupport(ctx: Ctx, id: string, input: ClawBackInput): Promise<string | null> {
  const contract = await supportToChange(ctx, id, 'office', 'terminate')
  const back = readClawBack(input, await paidOf(ctx.tx, contract.id), plainDateOf(ctx.now))
  const commitment = await commitmentOf(ctx.tx, contract.id)
  if (commitment && contract.lineId !== null && contract.sourceId !== null) {
    const place = { lineId: contract.lineId, sourceId: contract.sourceId, kind: 'commitment' as const }
    const left = (await answeredAt(ctx.tx, place, commitment.id))?.left ?? 0
    await settle(ctx, contract, { kind: 'release', amount: left, note: 'Phần còn lại của hợp đồng đã chấm dứt.' })
  }
  await move(ctx, contract, 'terminated', back.reason, {})
  await tellOwner(ctx, contract, 'support.terminated', contract.id)
  if (back.amount === 0 || back.dueOn === null) return null
  return insertReceivable(ctx, {
    authority: contract.authority,
    producerId: contract.producerId,
    contractId: contract.id,
    rewardId: null,
    amount: back.amount,
    dueOn: back.dueOn,
    reason: back.reason,
    decisionNumber: back.decisionNumber,
  })
}

async function settle(
  ctx: Ctx,
  contract: SupportRecord,
  entry: { kind: 'disbursement' | 'release'; amount: number; note: string },
): Promise<void> {
  const commitment = await commitmentOf(ctx.tx, contract.id)
  if (entry.amount === 0 || commitment === null || contract.lineId === null) return
  await enterFor(ctx, contract.lineId, {
    ...entry,
    sourceId: contract.sourceId ?? '',
    onDay: plainDateOf(ctx.now),
    answersId: commitment.id,
  })
}

async function move(ctx: Ctx, contract: SupportRecord, state: string, reason: string, set: Record<string, unknown> = {}): Promise<void> {
  await ctx.tx
    .updateTable('supportContract')
    .set({ ...set, state, stateReason: reason, version: contract.version + 1 })
    .where('id', '=', contract.id)
    .execute()
  await logSupport(ctx, contract, `support.${state}`, reason === '' ? {} : { reason })
}

async function producerName(ctx: Ctx, producerId: string): Promise<string> {
  return (await ctx.tx.selectFrom('producer').select('name').where('id', '=', producerId).executeTakeFirstOrThrow()).name
}

// Milestones of a running contract: filed with evidence by the producer, judged and paid by the office, their due days moved by name.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { addAttachments } from '../attachment/attachment.actions.ts'
import type { Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { Fields, readReason } from '../fields.ts'
import { enterFor } from '../money/entry.actions.ts'
import { commitmentOf, logSupport, milestoneOf, supportToChange, tellOffice, tellOwner, type SupportRecord } from './support.load.ts'

/**
 * Files a milestone with what was done and its evidence. Interpretation: past its due day it may still be filed, and is shown as late, until
 * the office has marked it as missed.
 */
export async function fileMilestone(
  ctx: Ctx,
  id: string,
  milestoneId: string,
  input: { note?: unknown },
  files: readonly IncomingFile[],
): Promise<void> {
  const contract = await supportToChange(ctx, id, 'owner', 'file')
  const milestone = await milestoneOf(ctx, contract.id, milestoneId, 'filed')
  const fields = new Fields<'note'>(input)
  const filedNote = fields.text('note', {
    max: 2000,
    multiline: true,
    required: { vi: 'Ghi kết quả thực hiện.', en: 'Say what was done.' },
  })
  fields.done()
  const owner = { kind: 'supportMilestone' as const, id: milestone.id, authority: contract.authority }
  if (files.length > 0 || milestone.evidenceAsked !== '') await addAttachments(ctx, owner, files)
  await set(ctx, milestone.id, { state: 'filed', filedAt: ctx.now, filedNote, remark: '' })
  await logSupport(ctx, contract, 'support.milestoneFiled', { title: milestone.title })
  await tellOffice(ctx, contract, 'support.milestoneFiled', `${milestone.id}:${ctx.now.toISOString()}`)
}

/** The office's word on what was filed: accepted, or sent back with what is missing. */
export async function judgeMilestone(
  ctx: Ctx,
  id: string,
  milestoneId: string,
  input: { verdict?: unknown; remark?: unknown },
): Promise<void> {
  const contract = await supportToChange(ctx, id, 'office', 'judge')
  const milestone = await milestoneOf(ctx, contract.id, milestoneId, 'accepted', 'returned')
  if (milestone.state === 'released') throw new AppError('stateConflict', { state: 'đã chuyển chi' })
  const fields = new Fields<'verdict' | 'remark'>(input)
  const verdict = fields.oneOf('verdict', ['accepted', 'returned'] as const, { required: true })
  const remark = fields.text('remark', {
    max: 1000,
    multiline: true,
    required: verdict === 'returned' && { vi: 'Ghi nội dung cần bổ sung.', en: 'Say what is missing.' },
  })
  const read = fields.done({ verdict })
  await set(ctx, milestone.id, { state: read.verdict, remark, judgedBy: ctx.actor.accountId, judgedAt: ctx.now })
  await logSupport(ctx, contract, `support.milestone.${read.verdict}`, { title: milestone.title, remark })
  const kind = read.verdict === 'accepted' ? 'support.milestoneAccepted' : 'support.milestoneReturned'
  await tellOwner(ctx, contract, kind, `${milestone.id}:${ctx.now.toISOString()}`)
}

/** Enters the payment of an accepted milestone, less what is retained; it draws the contract's commitment and counts once approved. */
export async function releaseMilestone(ctx: Ctx, id: string, milestoneId: string): Promise<void> {
  const contract = await supportToChange(ctx, id, 'office', 'release')
  const milestone = await milestoneOf(ctx, contract.id, milestoneId, 'released')
  const entryId = await payment(ctx, contract, milestone)
  await set(ctx, milestone.id, { state: 'released', entryId })
  await logSupport(ctx, contract, 'support.milestoneReleased', { title: milestone.title, amount: milestone.amount - milestone.retained })
}

async function payment(
  ctx: Ctx,
  contract: SupportRecord,
  milestone: { title: string; amount: number; retained: number },
): Promise<string | null> {
  const amount = milestone.amount - milestone.retained
  if (amount === 0) return null
  const commitment = await commitmentOf(ctx.tx, contract.id)
  if (commitment === null || contract.lineId === null) throw new AppError('support.notCommitted')
  return enterFor(ctx, contract.lineId, {
    kind: 'disbursement',
    sourceId: contract.sourceId ?? '',
    amount,
    onDay: plainDateOf(ctx.now),
    decisionNumber: contract.number,
    answersId: commitment.id,
    note: milestone.title,
  })
}

/** Marks a milestone that was not kept, after its due day. */
export async function missMilestone(ctx: Ctx, id: string, milestoneId: string, input: { reason?: unknown }): Promise<void> {
  const contract = await supportToChange(ctx, id, 'office', 'judge')
  const milestone = await milestoneOf(ctx, contract.id, milestoneId, 'missed')
  if (milestone.dueOn >= plainDateOf(ctx.now)) throw new AppError('support.notDue', { due: formatDate(milestone.dueOn) })
  const reason = readReason(input.reason)
  await set(ctx, milestone.id, { state: 'missed', remark: reason, judgedBy: ctx.actor.accountId, judgedAt: ctx.now })
  await logSupport(ctx, contract, 'support.milestoneMissed', { title: milestone.title, reason })
  await tellOwner(ctx, contract, 'support.milestoneMissed', milestone.id)
}

/** Moves a milestone's due day, by name and with a reason; the day promised before stays on record. */
export async function extendMilestone(
  ctx: Ctx,
  id: string,
  milestoneId: string,
  input: { dueOn?: unknown; reason?: unknown },
): Promise<void> {
  const contract = await supportToChange(ctx, id, 'office', 'judge')
  const milestone = await milestoneOf(ctx, contract.id, milestoneId, 'filed')
  const fields = new Fields<'dueOn' | 'reason'>(input)
  const dueOn = fields.date('dueOn', { required: true })
  if (dueOn !== null && (dueOn <= milestone.dueOn || dueOn < plainDateOf(ctx.now)))
    fields.say('dueOn', {
      vi: 'Hạn mới phải sau hạn cũ và không trước hôm nay.',
      en: 'The new day lies after the old one and not before today.',
    })
  const reason = fields.text('reason', { max: 1000, multiline: true, required: true })
  const read = fields.done({ dueOn })
  const values = { id: newId(), milestoneId: milestone.id, dueBefore: milestone.dueOn, dueAfter: read.dueOn, reason }
  await ctx.tx
    .insertInto('supportExtension')
    .values({ ...values, grantedBy: ctx.actor.accountId, grantedAt: ctx.now })
    .execute()
  await set(ctx, milestone.id, { dueOn: read.dueOn })
  await logSupport(ctx, contract, 'support.milestoneExtended', {
    title: milestone.title,
    dueBefore: milestone.dueOn,
    dueOn: read.dueOn,
    reason,
  })
  await tellOwner(ctx, contract, 'support.milestoneExtended', `${milestone.id}:${read.dueOn}`, { date: formatDate(read.dueOn) })
}

async function set(ctx: Ctx, milestoneId: string, values: Record<string, unknown>): Promise<void> {
  await ctx.tx.updateTable('supportMilestone').set(values).where('id', '=', milestoneId).execute()
}

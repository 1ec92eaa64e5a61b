// What was found and what becomes of it: written down by the office, answered by the producer with evidence, judged, given more time, passed on.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { addAttachments } from '../attachment/attachment.actions.ts'
import type { Ctx } from '../context.ts'
import type { IncomingFile, IncomingPhoto } from '../document/incoming.ts'
import { Fields, readReason, type Typed } from '../fields.ts'
import { inspectionFor, tellDesk, tellProducer } from './inspection.load.ts'
import { asFiles, mustBePapers } from './record.actions.ts'
import { isOf } from './sample.actions.ts'
import { logViolation, moveViolation, violationFor } from './violation.load.ts'
import { firstState, readViolation, remedyWords, violationKindWords, type ViolationInput } from './violation.ts'

/** A violation found on an inspection whose record is written. The same one is written once. */
export async function addViolation(ctx: Ctx, inspectionId: unknown, input: ViolationInput): Promise<string> {
  const inspection = await inspectionFor(ctx, inspectionId, 'keep', ['recorded', 'signed', 'unsigned'])
  const productId = typeof input.productId === 'string' && input.productId !== '' ? input.productId : null
  if (productId !== null && !(await isOf(ctx, inspection.id, productId)))
    throw new AppError(
      'invalid',
      {},
      { productId: { vi: 'Chọn sản phẩm của cuộc kiểm tra này.', en: 'Choose a product of this inspection.' } },
    )
  const product =
    productId === null
      ? null
      : await ctx.tx.selectFrom('product').select(['id', 'producerId']).where('id', '=', productId).executeTakeFirstOrThrow()
  const producerId = product?.producerId ?? inspection.producerId
  const grounds = (ctx.regulations.current.regulation.withdrawal?.grounds ?? []).map((one) => one.id)
  const violation = readViolation(input, { known: producerId !== null, grounds, today: plainDateOf(ctx.now) })
  const same = await ctx.tx
    .selectFrom('violation')
    .select('id')
    .where('inspectionId', '=', inspection.id)
    .where('kind', '=', violation.kind)
    .where('what', '=', violation.what)
    .where('state', '<>', 'lifted')
    .executeTakeFirst()
  if (same) throw new AppError('invalid', {}, { what: { vi: 'Vi phạm này đã ghi.', en: 'This violation is on record.' } })
  const row = {
    id: newId(),
    inspectionId: inspection.id,
    provinceCode: inspection.provinceCode,
    authority: inspection.authority,
    producerId,
    productId,
    ...violation,
    state: firstState(violation.remedy),
    createdBy: ctx.actor.accountId,
    createdAt: ctx.now,
  }
  await ctx.tx.insertInto('violation').values(row).execute()
  await logViolation(ctx, row, 'violation.found', {
    inspectionId: inspection.id,
    kind: violation.kind,
    severity: violation.severity,
    remedy: violation.remedy,
    dueOn: violation.dueOn,
  })
  await tellProducer(ctx, row, 'violation', {
    kind: violation.dueOn === null ? 'violation.found' : 'violation.toRemedy',
    dedupe: row.id,
    link: linkOf(row),
    params: {
      kind: violationKindWords[violation.kind].vi.toLowerCase(),
      remedy: remedyWords[violation.remedy].vi.toLowerCase(),
      date: violation.dueOn === null ? '' : formatDate(violation.dueOn),
    },
  })
  return row.id
}

const linkOf = (violation: { id: string }): string => `/hau-kiem/vi-pham/${violation.id}`

/** The producer says what it did, with evidence; late is told in the ledger, not shut out. */
export async function answerViolation(
  ctx: Ctx,
  id: unknown,
  input: Typed<'text'>,
  given: { photos: readonly IncomingPhoto[]; files: readonly IncomingFile[] },
): Promise<void> {
  const violation = await violationFor(ctx, id, 'owner', 'answered')
  const fields = new Fields<'text'>(input)
  const text = fields.text('text', { max: 4000, multiline: true, required: { vi: 'Ghi việc đã khắc phục.', en: 'Say what was done.' } })
  fields.done()
  mustBePapers(given.files)
  const files = [...asFiles(given.photos), ...given.files]
  if (files.length > 0) await addAttachments(ctx, { kind: 'violation', id: violation.id, authority: violation.authority }, files)
  await ctx.tx
    .insertInto('violationAnswer')
    .values({ id: newId(), violationId: violation.id, text, answeredBy: ctx.actor.accountId, answeredAt: ctx.now })
    .execute()
  await moveViolation(ctx, violation, 'answered')
  const late = violation.dueOn !== null && violation.dueOn < plainDateOf(ctx.now)
  await logViolation(ctx, violation, 'violation.answered', { files: files.length, late })
  await tellDesk(ctx, violation, 'office', 'violation', {
    kind: 'violation.answered',
    dedupe: `${violation.id} ${violation.version}`,
    link: linkOf(violation),
  })
}

export const answerVerdicts = ['enough', 'notEnough'] as const

/** The office judges the answer: enough, or sent back with what is missing and a new day. */
export async function judgeAnswer(ctx: Ctx, id: unknown, input: Typed<'verdict' | 'remark' | 'dueOn'>): Promise<void> {
  const violation = await violationFor(ctx, id, 'keep', 'returned')
  const fields = new Fields<'verdict' | 'remark' | 'dueOn'>(input)
  const verdict = fields.oneOf('verdict', answerVerdicts, { required: true })
  const back = verdict === 'notEnough'
  const remark = fields.text('remark', {
    max: 1000,
    multiline: true,
    required: back && { vi: 'Ghi điểm chưa đạt.', en: 'Say what is missing.' },
  })
  const dueOn = fields.date('dueOn', back ? { required: true } : {})
  if (back && dueOn !== null && dueOn <= plainDateOf(ctx.now))
    fields.say('dueOn', { vi: 'Hạn phải sau hôm nay.', en: 'The due day lies after today.' })
  const read = fields.done({ verdict })
  await ctx.tx
    .updateTable('violationAnswer')
    .set({ verdict: read.verdict, remark, judgedBy: ctx.actor.accountId, judgedAt: ctx.now })
    .where('violationId', '=', violation.id)
    .where('verdict', 'is', null)
    .execute()
  await moveViolation(ctx, violation, back ? 'returned' : 'settled', back && dueOn !== null ? { dueOn } : {})
  await logViolation(ctx, violation, back ? 'violation.returned' : 'violation.settled', { reason: remark, dueOn: back ? dueOn : null })
  await tellProducer(ctx, violation, 'violation', {
    kind: back ? 'violation.returned' : 'violation.settled',
    dedupe: `${violation.id} ${violation.version}`,
    link: linkOf(violation),
    params: { date: back && dueOn !== null ? formatDate(dueOn) : '' },
  })
}

/** More time for what is still open, once more with a reason: later than the day that was promised. */
export async function extendViolation(ctx: Ctx, id: unknown, input: Typed<'dueOn' | 'reason'>): Promise<void> {
  const violation = await violationFor(ctx, id, 'keep', 'answered')
  const fields = new Fields<'dueOn' | 'reason'>(input)
  const dueOn = fields.date('dueOn', { required: true })
  const reason = fields.text('reason', { max: 1000, multiline: true, required: true })
  if (dueOn !== null && (dueOn <= plainDateOf(ctx.now) || (violation.dueOn !== null && dueOn <= violation.dueOn)))
    fields.say('dueOn', { vi: 'Hạn mới phải sau hôm nay và sau hạn cũ.', en: 'The new day lies after today and after the old one.' })
  const read = fields.done({ dueOn })
  await moveViolation(ctx, violation, violation.state, read)
  await logViolation(ctx, violation, 'violation.extended', { from: violation.dueOn, dueOn: read.dueOn, reason })
  await tellProducer(ctx, violation, 'violation', {
    kind: 'violation.extended',
    dedupe: `${violation.id} ${read.dueOn}`,
    link: linkOf(violation),
    params: { date: formatDate(read.dueOn) },
  })
}

export const closings = ['settled', 'forwarded', 'lifted'] as const

/** Ends it without an answer: seen to be remedied, passed to a competent body, or lifted because there was none. */
export async function closeViolation(ctx: Ctx, id: unknown, input: Typed<'to' | 'reason' | 'forwardedTo'>): Promise<void> {
  const to = closings.find((one) => one === input.to)
  if (to === undefined) throw new AppError('invalid', {}, { to: { vi: 'Chọn cách xử lý.', en: 'Choose how it ends.' } })
  const violation = await violationFor(ctx, id, 'keep', to)
  const reason = readReason(input.reason)
  const fields = new Fields<'forwardedTo'>(input)
  const forwardedTo = fields.text('forwardedTo', {
    max: 300,
    required: to === 'forwarded' && { vi: 'Ghi cơ quan nhận.', en: 'Name the body.' },
  })
  fields.done()
  await ctx.tx
    .updateTable('violationAnswer')
    .set({
      verdict: to === 'settled' || to === 'lifted' ? 'enough' : 'notEnough',
      remark: reason,
      judgedBy: ctx.actor.accountId,
      judgedAt: ctx.now,
    })
    .where('violationId', '=', violation.id)
    .where('verdict', 'is', null)
    .execute()
  await moveViolation(ctx, violation, to, { endReason: reason, ...(to === 'forwarded' ? { forwardedTo } : {}) })
  await logViolation(ctx, violation, `violation.${to}`, { reason, forwardedTo })
  await tellProducer(ctx, violation, 'violation', {
    kind: `violation.${to}`,
    dedupe: `${violation.id} ${violation.version}`,
    link: linkOf(violation),
  })
}

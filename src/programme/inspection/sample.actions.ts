// Samples taken on an inspection for a test, and what the laboratory said of them.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { addAttachments } from '../attachment/attachment.actions.ts'
import type { Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { Fields, type Typed } from '../fields.ts'
import { found } from '../refuse.ts'
import { inspectionFor, logInspection, tellProducer } from './inspection.load.ts'
import { mustBePapers } from './record.actions.ts'

export const sampleVerdicts = ['meets', 'fails'] as const

export type SampleInput = Typed<'productId' | 'what' | 'quantity' | 'laboratory' | 'dueOn'>

/** A sample of one of the inspected products, or of goods of no register. The same sample is written once. */
export async function takeSample(ctx: Ctx, id: unknown, input: SampleInput): Promise<string> {
  const inspection = await inspectionFor(ctx, id, 'record', ['planned', 'recorded', 'signed', 'unsigned'])
  const fields = new Fields<keyof SampleInput>(input)
  const productId = fields.text('productId', { max: 40 }) || null
  const what = fields.text('what', { max: 500, required: { vi: 'Ghi chỉ tiêu cần kiểm nghiệm.', en: 'Say what is to be tested.' } })
  const quantity = fields.text('quantity', { max: 100, required: { vi: 'Ghi số lượng mẫu.', en: 'Say how much was taken.' } })
  const laboratory = fields.text('laboratory', { max: 300, required: { vi: 'Ghi nơi kiểm nghiệm.', en: 'Name the laboratory.' } })
  const dueOn = fields.date('dueOn', { required: true })
  if (dueOn !== null && dueOn <= plainDateOf(ctx.now))
    fields.say('dueOn', { vi: 'Ngày hẹn kết quả phải sau hôm nay.', en: 'The result is due after today.' })
  if (productId !== null && !(await isOf(ctx, inspection.id, productId)))
    fields.say('productId', { vi: 'Chọn sản phẩm của cuộc kiểm tra này.', en: 'Choose a product of this inspection.' })
  const sample = { productId, what, quantity, laboratory, ...fields.done({ dueOn }) }
  const same = await ctx.tx
    .selectFrom('inspectionSample')
    .select('id')
    .where('inspectionId', '=', inspection.id)
    .where('what', '=', what)
    .where('laboratory', '=', laboratory)
    .where((eb) => (productId === null ? eb('productId', 'is', null) : eb('productId', '=', productId)))
    .executeTakeFirst()
  if (same) throw new AppError('invalid', {}, { what: { vi: 'Mẫu này đã ghi.', en: 'This sample is on record.' } })
  const sampleId = newId()
  await ctx.tx
    .insertInto('inspectionSample')
    .values({ id: sampleId, inspectionId: inspection.id, ...sample, takenBy: ctx.actor.accountId, takenAt: ctx.now })
    .execute()
  await logInspection(ctx, inspection, 'inspection.sampleTaken', { what, laboratory, dueOn: sample.dueOn })
  return sampleId
}

export async function isOf(ctx: Ctx, inspectionId: string, productId: string): Promise<boolean> {
  if (!isId(productId)) return false
  const row = await ctx.tx
    .selectFrom('inspectionProduct')
    .select('productId')
    .where('inspectionId', '=', inspectionId)
    .where('productId', '=', productId)
    .executeTakeFirst()
  return row !== undefined
}

export type ResultInput = Typed<'sampleId' | 'verdict' | 'resultNumber' | 'resultOn' | 'summary'>

/** The laboratory's word, once, with its paper. It finds nothing by itself: a violation is written by the office. */
export async function receiveSampleResult(ctx: Ctx, id: unknown, input: ResultInput, files: readonly IncomingFile[]): Promise<void> {
  const inspection = await inspectionFor(ctx, id, 'record', ['planned', 'recorded', 'signed', 'unsigned'])
  const fields = new Fields<keyof ResultInput>(input)
  const sampleId = fields.text('sampleId', { max: 40, required: { vi: 'Chọn mẫu.', en: 'Choose the sample.' } })
  const verdict = fields.oneOf('verdict', sampleVerdicts, { required: true })
  const resultNumber = fields.text('resultNumber', { max: 100, required: { vi: 'Ghi số phiếu kết quả.', en: 'Give the number.' } })
  const resultOn = fields.date('resultOn', { required: true, notAfter: plainDateOf(ctx.now) })
  const summary = fields.text('summary', { max: 1000, multiline: true, required: true })
  const result = { ...fields.done({ verdict, resultOn }), resultNumber, summary }
  mustBePapers(files)
  const sample = found(
    isId(sampleId)
      ? await ctx.tx
          .selectFrom('inspectionSample')
          .select(['id', 'verdict', 'what'])
          .where('id', '=', sampleId)
          .where('inspectionId', '=', inspection.id)
          .executeTakeFirst()
      : null,
  )
  if (sample.verdict !== null) throw new AppError('stateConflict', { state: 'đã có kết quả kiểm nghiệm' })
  await addAttachments(ctx, { kind: 'inspection', id: inspection.id, authority: inspection.authority }, files, {
    caption: `Kết quả kiểm nghiệm ${resultNumber}`,
  })
  await ctx.tx.updateTable('inspectionSample').set(result).where('id', '=', sample.id).execute()
  await logInspection(ctx, inspection, 'inspection.sampleResult', { what: sample.what, number: resultNumber, verdict: result.verdict })
  if (inspection.state !== 'planned')
    await tellProducer(ctx, inspection, 'inspection', {
      kind: 'inspection.sampleResult',
      dedupe: sample.id,
      link: `/hau-kiem/${inspection.id}`,
      params: { number: resultNumber },
    })
}

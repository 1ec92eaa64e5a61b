// What the office does with one report: takes it up, gives it to a person, notes, links, answers, sets rubbish aside, reads who reported.
import { newId } from '#/platform/database/id.ts'
import type { Ctx } from '../context.ts'
import { Fields, type Typed } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found } from '../refuse.ts'
import { resolver } from '../register/resolve.ts'
import { logReport, moveReport, reportToKeep, wrongReportState, type ReportRecord } from './public-report.load.ts'
import { openStates, readAnswer, type Contact } from './public-report.ts'

function mustBeOpen(report: ReportRecord): void {
  if (!openStates.includes(report.state)) throw wrongReportState(report.state)
}

/** Given to a person of the office, who is told; a new report is thereby being looked into. */
export async function assignReport(ctx: Ctx, reportId: string, input: Typed<'assignee'>): Promise<void> {
  const report = await reportToKeep(ctx, reportId)
  mustBeOpen(report)
  const people = await accountsWithRole(ctx.tx, 'office', { authority: report.authority }, ctx.now)
  const fields = new Fields<'assignee'>(input)
  const { assignee } = fields.done({ assignee: fields.oneOf('assignee', people, { required: true }) })
  if (report.state === 'received') await moveReport(ctx, report, 'looking', { assignee })
  else
    await ctx.tx
      .updateTable('publicReport')
      .set({ assignee, version: report.version + 1 })
      .where('id', '=', report.id)
      .execute()
  await logReport(ctx, report, 'publicReport.assigned', { assignee })
  if (assignee !== ctx.actor.accountId)
    await notify(ctx, [assignee], {
      kind: 'publicReport.assigned',
      dedupe: `${report.id} ${report.version}`,
      subjectKind: 'publicReport',
      subjectId: report.id,
      link: `/tinh/phan-anh/${report.id}`,
    })
}

/** A note of the office, never shown outside it. The same words again are one note. */
export async function noteOnReport(ctx: Ctx, reportId: string, input: Typed<'note'>): Promise<void> {
  const report = await reportToKeep(ctx, reportId)
  const fields = new Fields<'note'>(input)
  const words = fields.text('note', { max: 2000, multiline: true, required: true })
  fields.done()
  const same = await ctx.tx
    .selectFrom('publicReportNote')
    .select('id')
    .where('reportId', '=', report.id)
    .where('writtenBy', '=', ctx.actor.accountId)
    .where('words', '=', words)
    .executeTakeFirst()
  if (same) return
  await ctx.tx
    .insertInto('publicReportNote')
    .values({ id: newId(), reportId: report.id, words, writtenBy: ctx.actor.accountId, writerName: ctx.actor.name, writtenAt: ctx.now })
    .execute()
  await logReport(ctx, report, 'publicReport.noted')
}

/** Says which product, or which producer, a report is about. Not once it lies in a case, which is of one product or producer. */
export async function linkReport(ctx: Ctx, reportId: string, input: Typed<'product' | 'producer'>): Promise<void> {
  const report = await reportToKeep(ctx, reportId)
  if (report.state !== 'received' && report.state !== 'looking') throw wrongReportState(report.state)
  const fields = new Fields<'product' | 'producer'>(input)
  const [product, producer] = [fields.text('product', { max: 400 }), fields.text('producer', { max: 400 })]
  const to = product === '' ? 'producer' : 'product'
  const typed = product || producer
  if (typed === '') fields.say('product', { vi: 'Ghi tên sản phẩm hoặc chủ thể.', en: 'Name a product or a producer.' })
  const meant = typed === '' ? null : (await resolver(ctx.tx, to, report.authority, [typed]))(typed, null)
  if (meant && 'problem' in meant) fields.say(to, meant.problem)
  const { named } = fields.done({ named: meant && 'id' in meant ? meant : null })
  const productId = to === 'product' ? named.id : null
  await ctx.tx
    .updateTable('publicReport')
    .set({ productId, producerId: named.producerId, certificateId: null, version: report.version + 1 })
    .where('id', '=', report.id)
    .execute()
  await logReport(ctx, report, 'publicReport.linked', { to: named.name })
}

/** The public answer, read by whoever holds the code; it stays as it was given. */
export async function answerReport(ctx: Ctx, reportId: string, input: Typed<'outcome' | 'answer'>): Promise<void> {
  const report = await reportToKeep(ctx, reportId)
  mustBeOpen(report)
  // What several are told is told to all of them, on the page of the case.
  if (report.state === 'joined') throw wrongReportState(report.state)
  const { outcome, answer } = readAnswer(input)
  await moveReport(ctx, report, outcome, { answer, answeredBy: ctx.actor.accountId, answeredAt: ctx.now })
  await logReport(ctx, report, 'publicReport.answered', { outcome })
}

export async function setSpam(ctx: Ctx, reportId: string): Promise<void> {
  const report = await reportToKeep(ctx, reportId)
  await moveReport(ctx, report, 'spam')
  await logReport(ctx, report, 'publicReport.spam')
}

export async function restoreReport(ctx: Ctx, reportId: string): Promise<void> {
  const report = await reportToKeep(ctx, reportId)
  if (report.state !== 'spam') throw wrongReportState(report.state)
  await moveReport(ctx, report, 'received')
  await logReport(ctx, report, 'publicReport.restored')
}

/** Who reported, for the office to ask back. Each reading is in the ledger (Law 91/2025), so it is a press and no page. */
export async function readReporter(ctx: Ctx, reportId: string): Promise<Contact> {
  const report = await reportToKeep(ctx, reportId)
  const contact = found(
    await ctx.tx.selectFrom('publicReportContact').select(['name', 'phone', 'email']).where('reportId', '=', report.id).executeTakeFirst(),
  )
  await logReport(ctx, report, 'publicReport.contactRead')
  return contact
}

// Approving and what comes after: accepted above, sent back by row, reopened from the top, excused, extended, restated.
import { newId } from '#/platform/database/id.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { Ctx } from '../context.ts'
import { Fields, readReason } from '../fields.ts'
import { found } from '../refuse.ts'
import { contentOf } from './compute.actions.ts'
import { figuresOf } from './figures.store.ts'
import { figureRows, rowsOf } from './form.ts'
import { logReport, moveReport, reportToChange, restingState, touchParent, type ReportRecord } from './report.load.ts'
import { unitKindOf } from './report.policy.ts'
import { storeReportPaper } from './report.paper.ts'
import { takeIn, takeInAll } from './take-in.ts'
import { tellReport } from './tell.ts'

/**
 * Approves and locks by name, issues the paper, sends it up. Interpretation: whoever made the report ready does not approve it, except for a body,
 * which has one officer here and names who signed on its paper.
 */
export async function approveReport(ctx: Ctx, reportId: string, input: { signer?: unknown; post?: unknown }): Promise<string> {
  const report = await reportToChange(ctx, reportId, 'signs', 'approve')
  const body = unitKindOf(report) === 'body'
  if (!body && report.readyBy === ctx.actor.accountId) throw new AppError('report.sameHand')
  const fields = new Fields<'signer' | 'post'>(input)
  const signer = fields.text('signer', {
    max: 100,
    required: body ? { vi: 'Ghi tên người ký báo cáo của đơn vị.', en: 'Name who signed.' } : false,
  })
  const post = fields.text('post', { max: 100 })
  fields.done()
  const approverName = signer === '' ? ctx.actor.name : signer
  const content = await contentOf(ctx.tx, report)
  const documentId = await storeReportPaper(ctx, report, content, { name: approverName, post })
  await moveReport(ctx, report, 'approved', 'report.approved', {
    set: {
      approvedBy: ctx.actor.accountId,
      approverName,
      approvedAt: ctx.now,
      filedOn: report.filedOn ?? plainDateOf(ctx.now),
      documentId,
    },
    payload: { signer: approverName, figures: await numbersOf(ctx, reportId), documentId },
  })
  const opened = await touchParent(ctx, report.parentId, true)
  await tellReport(ctx, report, 'above', 'report.sentUp', `${report.id}:${report.version}`)
  if (opened) await tellReport(ctx, opened, 'unit', 'report.opened', `${opened.id}:${opened.version}`)
  return documentId
}

async function numbersOf(ctx: Ctx, reportId: string): Promise<Record<string, (number | null)[]>> {
  const figures = await figuresOf(ctx.tx, reportId)
  return Object.fromEntries([...figures].map(([code, { numerator, denominator }]) => [code, [numerator, denominator]]))
}

const unlocked = {
  approvedBy: null,
  approverName: null,
  approvedAt: null,
  acceptedBy: null,
  acceptedAt: null,
  readyBy: null,
  readyAt: null,
  nothingToReport: false,
}

/** The unit's leader pulls an approved report back, as long as nobody has taken it in. It was not filed then. */
export async function takeBackReport(ctx: Ctx, reportId: string, input: { reason?: unknown }): Promise<void> {
  const report = await reportToChange(ctx, reportId, 'signs', 'takeBack')
  const reason = readReason(input.reason)
  await unlock(ctx, report, 'report.takenBack', reason, { filedOn: null })
}

/** The desk above, or at the top the desk's own leader, opens a locked report again with a reason: from the top down, never under a locked one. */
export async function reopenReport(ctx: Ctx, reportId: string, input: { reason?: unknown }): Promise<void> {
  const report = await reportToChange(ctx, reportId, 'above', 'reopen')
  const reason = readReason(input.reason)
  await unlock(ctx, report, 'report.reopened', reason, {})
  await tellReport(ctx, report, 'unit', 'report.reopened', `${report.id}:${report.version}`)
}

async function unlock(ctx: Ctx, report: ReportRecord, verb: string, reason: string, set: Record<string, unknown>): Promise<void> {
  // The ledger keeps what stood there; the paper issued then stays a paper.
  const figures = await numbersOf(ctx, report.id)
  await moveReport(ctx, report, await restingState(ctx.tx, report.id), verb, {
    set: { ...unlocked, reason: '', ...set },
    payload: { reason, figures },
  })
  await touchParent(ctx, report.parentId, true)
}

export async function acceptReport(ctx: Ctx, reportId: string): Promise<void> {
  await takeIn(ctx, await reportToChange(ctx, reportId, 'above', 'accept'))
}

/** Accepts everything approved below a report the actor fills. Returns how many. */
export async function acceptAll(ctx: Ctx, parentId: string): Promise<number> {
  const accept = await takeInAll(ctx, parentId)
  await reportToChange(ctx, parentId, 'unit', 'fill')
  return accept()
}

/**
 * Sends a report back with remarks by row: `remark.<row>` or `remark` for the whole. It was filed on its day and stays so; its unit writes and
 * sends it again.
 */
export async function sendBackReport(ctx: Ctx, reportId: string, input: Readonly<Record<string, unknown>>): Promise<void> {
  const report = await reportToChange(ctx, reportId, 'above', 'sendBack')
  const content = await contentOf(ctx.tx, report)
  const fields = new Fields<string>(input)
  const names = [null, ...rowsOf(content).map((row) => row.code)]
  const remarks = names
    .map((rowCode) => ({ rowCode, remark: fields.text(rowCode === null ? 'remark' : `remark.${rowCode}`, { max: 2000, multiline: true }) }))
    .filter((one) => one.remark !== '')
  if (remarks.length === 0) fields.say('remark', { vi: 'Ghi ít nhất một điều cần sửa.', en: 'Write at least one thing to change.' })
  fields.done()
  await ctx.tx
    .insertInto('reportRemark')
    .values(
      remarks.map((one) => ({ id: newId(), reportId, ...one, madeBy: ctx.actor.accountId, makerName: ctx.actor.name, madeAt: ctx.now })),
    )
    .execute()
  await moveReport(ctx, report, 'sentBack', 'report.sentBack', {
    set: unlocked,
    payload: { remarks: remarks.map((one) => one.rowCode ?? '*'), figures: await numbersOf(ctx, reportId) },
  })
  await touchParent(ctx, report.parentId, true)
  await tellReport(ctx, report, 'unit', 'report.sentBack', `${report.id}:${report.version}`)
}

/** A unit from which no report is expected this time, with the reason: neither missing nor zero. */
export async function excuseReport(ctx: Ctx, reportId: string, input: { reason?: unknown }): Promise<void> {
  const report = await reportToChange(ctx, reportId, 'above', 'excuse')
  const reason = readReason(input.reason)
  await moveReport(ctx, report, 'notExpected', 'report.excused', { set: { reason }, payload: { reason } })
  const opened = await touchParent(ctx, report.parentId, true)
  if (opened) await tellReport(ctx, opened, 'unit', 'report.opened', `${opened.id}:${opened.version}`)
}

export async function expectReport(ctx: Ctx, reportId: string): Promise<void> {
  const report = await reportToChange(ctx, reportId, 'above', 'expect')
  await moveReport(ctx, report, await restingState(ctx.tx, reportId), 'report.expected', { set: { reason: '' } })
  await touchParent(ctx, report.parentId, true)
}

/**
 * A later due day for one unit, by name and with a reason; it runs out by itself. Interpretation: nobody grants more time than the report above
 * has; the desk's own report is extended by its leader.
 */
export async function extendReport(ctx: Ctx, reportId: string, input: { dueOn?: unknown; reason?: unknown }): Promise<void> {
  const report = await reportToChange(ctx, reportId, 'above', 'extend')
  const fields = new Fields<'dueOn' | 'reason'>(input)
  const dueOn = fields.date('dueOn', { required: true })
  const reason = fields.text('reason', { max: 1000, multiline: true, required: { vi: 'Ghi lý do gia hạn.', en: 'Give the reason.' } })
  if (dueOn && dueOn <= report.dueOn)
    fields.say('dueOn', {
      vi: `Ngày mới phải sau hạn hiện nay (${formatDate(report.dueOn)}).`,
      en: 'The new day is after the present one.',
    })
  if (dueOn && dueOn < plainDateOf(ctx.now)) fields.say('dueOn', { vi: 'Ngày mới đã qua.', en: 'The new day is past.' })
  if (dueOn && report.parentDueOn !== null && dueOn > report.parentDueOn)
    fields.say('dueOn', {
      vi: `Không gia hạn quá hạn của báo cáo tổng hợp (${formatDate(report.parentDueOn)}).`,
      en: `Not beyond the report above (${formatDate(report.parentDueOn)}).`,
    })
  const read = fields.done({ dueOn })
  await ctx.tx
    .insertInto('reportExtension')
    .values({
      id: newId(),
      reportId,
      dueBefore: report.dueOn,
      dueAfter: read.dueOn,
      reason,
      grantedBy: ctx.actor.accountId,
      granterName: ctx.actor.name,
      grantedAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .updateTable('report')
    .set({ dueOn: read.dueOn, version: report.version + 1 })
    .where('id', '=', reportId)
    .execute()
  await logReport(ctx, report, 'report.extended', { from: report.dueOn, to: read.dueOn, reason })
  await tellReport(ctx, { ...report, dueOn: read.dueOn }, 'unit', 'report.extended', `${report.id}:${read.dueOn}`)
}

/** A correction of a locked figure: the reported one stays, this one stands beside it with its reason. */
export async function restateFigure(
  ctx: Ctx,
  reportId: string,
  input: { row?: unknown; numerator?: unknown; denominator?: unknown; reason?: unknown },
): Promise<void> {
  const report = await reportToChange(ctx, reportId, 'unit', 'restate')
  const row = found(figureRows(await contentOf(ctx.tx, report)).find((one) => one.code === input.row))
  const figure = (await figuresOf(ctx.tx, reportId)).get(row.code)
  const fields = new Fields<'numerator' | 'denominator' | 'reason'>(input)
  const bounds = { min: 0, max: 1_000_000_000_000_000 }
  const ratio = figure?.denominator != null
  const numerator = fields.integer('numerator', { ...bounds, required: true })
  const denominator = ratio ? fields.integer('denominator', { ...bounds, required: true }) : null
  const reason = fields.text('reason', { max: 1000, multiline: true, required: { vi: 'Ghi lý do điều chỉnh.', en: 'Give the reason.' } })
  if (numerator !== null && numerator === figure?.numerator && denominator === figure.denominator)
    fields.say('numerator', { vi: 'Số này giống số đã báo cáo.', en: 'This is the figure as reported.' })
  fields.done()
  await ctx.tx
    .insertInto('reportRestatement')
    .values({
      id: newId(),
      reportId,
      rowCode: row.code,
      numerator,
      denominator,
      reason,
      madeBy: ctx.actor.accountId,
      makerName: ctx.actor.name,
      madeAt: ctx.now,
    })
    .execute()
  await logReport(ctx, report, 'report.restated', {
    row: row.code,
    from: [figure?.numerator ?? null, figure?.denominator ?? null],
    to: [numerator, denominator],
    reason,
  })
}

// The unit's side: figures and texts typed, people proposed, remarks answered, ready, taken back, nothing to report.
import { isId, newId } from '#/platform/database/id.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { Fields, mustBeVersion, readReason } from '../fields.ts'
import { found } from '../refuse.ts'
import { contentOf } from './compute.actions.ts'
import { readFigure, type FillInput } from './figure.input.ts'
import { carryForward, figuresOf, lastFigures, put, type KeptFigure } from './figures.store.ts'
import { figureRows, flows, rowsOf, type FormContent } from './form.ts'
import { logReport, moveReport, reportToChange, restingState, type ReportRecord } from './report.load.ts'
import { proposalsOf } from './proposals.store.ts'
import { lacksOf, lackWords } from './report.ts'
import { takeInAll } from './take-in.ts'
import { tellReport } from './tell.ts'

/**
 * Saves what was sent of a report: `v.<row>` done to the cut-off, `e.<row>` estimate to the period's end, `t.<row>` how the whole period before came
 * out, `c.<row>` comment or text, `p.<row>` why an unlikely figure is right, `answer.<remark>`, `comment`. What is not sent stays. Returns the new version.
 */
export async function saveReport(ctx: Ctx, reportId: string, input: FillInput, version: number): Promise<number> {
  const report = await reportToChange(ctx, reportId, 'unit', 'fill')
  const content = await contentOf(ctx.tx, report)
  const kept = await figuresOf(ctx.tx, reportId)
  const fields = new Fields<string>(input)
  const changes: { code: string; figure: Partial<KeptFigure> }[] = []
  for (const row of rowsOf(content)) {
    const figure = readFigure(fields, input, row, { kept: kept.get(row.code), trueUp: report.previousId !== null })
    if (Object.keys(figure).length > 0) changes.push({ code: row.code, figure })
  }
  const comment = 'comment' in input ? fields.text('comment', { max: 10_000, multiline: true }) : report.comment
  const answers = Object.keys(input).flatMap((name) => {
    const id = name.startsWith('answer.') ? name.slice('answer.'.length) : ''
    return isId(id) ? [{ id, answer: fields.text(name, { max: 2000, multiline: true }) }] : []
  })
  fields.done()
  mustBeVersion(report.version, version)
  for (const { code, figure } of changes) await put(ctx.tx, reportId, code, figure, ctx.now, ctx.actor.accountId)
  await carryForward(ctx.tx, report, content)
  for (const { id, answer } of answers)
    await ctx.tx
      .updateTable('reportRemark')
      .set({ answer, answeredAt: answer === '' ? null : ctx.now })
      .where('id', '=', id)
      .where('reportId', '=', reportId)
      .execute()
  await ctx.tx
    .updateTable('report')
    .set({ comment, nothingToReport: false, version: version + 1 })
    .where('id', '=', reportId)
    .execute()
  await logReport(ctx, report, 'report.saved', { rows: changes.map(({ code, figure }) => ({ code, ...figure })) })
  return version + 1
}

/** Proposes a unit or a person for commendation with the reason (seed 001, lines 167, 179). */
export async function propose(ctx: Ctx, reportId: string, input: Readonly<Record<string, unknown>>): Promise<string> {
  const report = await reportToChange(ctx, reportId, 'unit', 'fill')
  const fields = new Fields<'kind' | 'name' | 'post' | 'merit'>(input)
  const kind = fields.oneOf('kind', ['unit', 'person'], { required: true })
  const name = fields.text('name', { max: 200, required: true })
  const post = fields.text('post', { max: 300 })
  const merit = fields.text('merit', {
    max: 3000,
    multiline: true,
    required: { vi: 'Ghi thành tích, lý do đề nghị.', en: 'Write the merit.' },
  })
  const read = fields.done({ kind })
  const all = await proposalsOf(ctx.tx, reportId)
  if (all.length >= 200) throw new AppError('invalid', {}, { name: { vi: 'Tối đa 200 đề nghị.', en: 'At most 200.' } })
  if (all.some((one) => one.kind === read.kind && one.name.toLowerCase() === name.toLowerCase() && one.post === post))
    throw new AppError('invalid', {}, { name: { vi: 'Đã có trong danh sách đề nghị.', en: 'This is in the list already.' } })
  const id = newId()
  const ordinal = Math.max(0, ...all.map((one) => one.ordinal)) + 1
  await ctx.tx.insertInto('reportProposal').values({ id, reportId, ordinal, kind: read.kind, name, post, merit }).execute()
  await bump(ctx, report)
  await logReport(ctx, report, 'report.proposed', { proposal: id, kind: read.kind })
  return id
}

export async function dropProposal(ctx: Ctx, reportId: string, proposalId: unknown): Promise<void> {
  const report = await reportToChange(ctx, reportId, 'unit', 'fill')
  const one = found((await proposalsOf(ctx.tx, reportId)).find((proposal) => proposal.id === proposalId))
  if (one.listed) throw new AppError('report.proposalListed', { name: one.name })
  await ctx.tx.deleteFrom('reportProposal').where('id', '=', one.id).execute()
  await bump(ctx, report)
  await logReport(ctx, report, 'report.proposalDropped', { proposal: one.id })
}

async function bump(ctx: Ctx, report: ReportRecord): Promise<void> {
  await ctx.tx
    .updateTable('report')
    .set({ version: report.version + 1 })
    .where('id', '=', report.id)
    .execute()
}

/** Says the report is complete. Refused with the list of what is missing. What was approved below is taken in: it cannot be pulled back now. */
export async function markReady(ctx: Ctx, reportId: string): Promise<void> {
  // Those below are held first: everybody climbs (report.load.ts).
  const below = await takeInAll(ctx, reportId)
  const report = await reportToChange(ctx, reportId, 'unit', 'ready')
  const content = await contentOf(ctx.tx, report)
  mustBeComputed(report, content)
  const figures = await figuresOf(ctx.tx, reportId)
  const lacks = lacksOf(content, figures, await lastFigures(ctx.tx, report), report.cutOffOn < report.periodTo)
  if (lacks.length > 0)
    throw new AppError('report.incomplete', {
      missing: lacks.map((one) => `${one.title}: ${lackWords[one.lack].vi}`).join('; '),
      missingEn: lacks.map((one) => `${one.title}: ${lackWords[one.lack].en}`).join('; '),
    })
  await below()
  await moveToReady(ctx, report, 'report.ready', false)
}

function mustBeComputed(report: ReportRecord, content: FormContent): void {
  if (report.computeRun !== null) throw new AppError('report.computing')
  if ((report.computedAt === null && figureRows(content).some((row) => row.kind === 'indicator')) || report.stale)
    throw new AppError('report.notComputed')
}

async function moveToReady(
  ctx: Ctx,
  report: ReportRecord,
  verb: string,
  nothing: boolean,
  payload: Record<string, unknown> = {},
): Promise<void> {
  await moveReport(ctx, report, 'ready', verb, {
    set: { readyBy: ctx.actor.accountId, readyAt: ctx.now, nothingToReport: nothing },
    payload,
  })
  await tellReport(ctx, report, 'signer', 'report.toApprove', `${report.id}:${report.version}`)
}

/**
 * Files that nothing happened: a zero that was said, not a report that is missing. Refused where the records say otherwise, and for a report
 * that sums up others.
 */
export async function fileNothing(ctx: Ctx, reportId: string, input: { reason?: unknown }): Promise<void> {
  const report = await reportToChange(ctx, reportId, 'unit', 'ready')
  const reason = readReason(input.reason, 1000, { vi: 'Ghi ngắn gọn vì sao không phát sinh.', en: 'Say briefly why there is nothing.' })
  const parts = await ctx.tx.selectFrom('report').select('id').where('parentId', '=', reportId).limit(1).executeTakeFirst()
  if (parts) throw new AppError('stateConflict', { state: 'báo cáo tổng hợp từ cấp dưới' })
  const content = await contentOf(ctx.tx, report)
  mustBeComputed(report, content)
  const figures = await figuresOf(ctx.tx, reportId)
  const happened = figureRows(content).filter((row) => flows(row) && (figures.get(row.code)?.numerator ?? 0) > 0)
  if (happened.length > 0) throw new AppError('report.notNothing', { rows: happened.map((row) => row.title).join('; ') })
  for (const row of figureRows(content))
    if (row.kind === 'hand') await put(ctx.tx, reportId, row.code, { numerator: 0, origin: 'hand' }, ctx.now, ctx.actor.accountId)
  await carryForward(ctx.tx, report, content)
  await moveToReady(ctx, report, 'report.nothing', true, { reason })
}

/** Back to writing before it is approved. */
export async function unready(ctx: Ctx, reportId: string): Promise<void> {
  const report = await reportToChange(ctx, reportId, 'unit', 'unready')
  await moveReport(ctx, report, await restingState(ctx.tx, reportId), 'report.unready', {
    set: { readyBy: null, readyAt: null, nothingToReport: false },
  })
}

/** Goes on without the units that have not sent theirs, with the reason; their names stand in the ledger. */
export async function goWithout(ctx: Ctx, reportId: string, input: { reason?: unknown }): Promise<void> {
  const report = await reportToChange(ctx, reportId, 'unit', 'fill')
  if (report.state !== 'waiting') throw new AppError('stateConflict', { state: 'không còn chờ đơn vị nào' })
  const reason = readReason(input.reason)
  const missing = await ctx.tx
    .selectFrom('report')
    .select('unitName')
    .where('parentId', '=', reportId)
    .where('state', 'in', ['waiting', 'open', 'ready', 'sentBack'])
    .orderBy('unitName')
    .execute()
  await moveReport(ctx, report, 'open', 'report.wentWithout', {
    set: { reason },
    payload: { reason, on: plainDateOf(ctx.now), missing: missing.map((one) => one.unitName) },
  })
}

// Computing a report: one row a step, so that a province's yearly report shows how far it is, and a cut anywhere leaves whole rows.
import { newId } from '#/platform/database/id.ts'
import { act, type Ctx, type Services } from '../context.ts'
import type { Actor } from '../people/actor.ts'
import { loadActor } from '../people/people.store.ts'
import { found } from '../refuse.ts'
import { carryForward, chainOf, computeRow } from './figures.store.ts'
import { asked, figureRows } from './form.ts'
import { formById } from './form.store.ts'
import { heldReport, logReport, reportToChange, type ReportRecord } from './report.load.ts'
import { reportRights, unitKindOf } from './report.policy.ts'
import { writing } from './report.ts'

export const REPORT_JOB = 'compute-report'

export async function contentOf(tx: Parameters<typeof formById>[0], report: ReportRecord) {
  return asked(found(await formById(tx, report.formId)).content, unitKindOf(report))
}

/** Begins to compute; the job does the rows. A second press begins a new run, and the old one stops. Returns the run. */
export async function startCompute(ctx: Ctx, reportId: string): Promise<string> {
  const report = await reportToChange(ctx, reportId, 'unit', 'fill')
  const total = figureRows(await contentOf(ctx.tx, report)).length
  const run = newId()
  await ctx.tx
    .updateTable('report')
    .set((expression) => ({ computeRun: run, computeDone: 0, computeTotal: total, version: expression('version', '+', 1) }))
    .where('id', '=', reportId)
    .execute()
  await logReport(ctx, report, 'report.computeStarted', { rows: total })
  await ctx.jobs.enqueue(ctx.tx, REPORT_JOB, { reportId, run, accountId: ctx.actor.accountId })
  return run
}

/** Computes the next row of a run. True when there is nothing left to do: done, locked meanwhile, or another run began. */
async function computeStep(ctx: Ctx, reportId: string, run: string): Promise<boolean> {
  const report = await heldReport(ctx.tx, reportId)
  if (!report || report.computeRun !== run || !writing.includes(report.state)) return true
  const content = await contentOf(ctx.tx, report)
  const rows = figureRows(content)
  const row = rows[report.computeDone]
  if (row) await computeRow(ctx.tx, report, row, await chainOf(ctx.tx, report), ctx.now)
  const done = report.computeDone + (row ? 1 : 0)
  const finished = done >= rows.length
  if (finished) await carryForward(ctx.tx, report, content)
  await ctx.tx
    .updateTable('report')
    .set((expression) => ({
      computeDone: done,
      computeTotal: rows.length,
      ...(finished ? { computeRun: null, computedAt: ctx.now, stale: false } : {}),
      version: expression('version', '+', 1),
    }))
    .where('id', '=', reportId)
    .execute()
  if (finished) await logReport(ctx, report, 'report.computed', { rows: rows.length, cutOff: report.cutOffOn })
  return finished
}

/** Runs to the end. A run that was cut begins again, so that all figures are of one moment; a run that is done is left alone. */
export async function runCompute(services: Services, actor: Actor, reportId: string, run: string): Promise<void> {
  await act(services, actor, ({ tx }) =>
    tx.updateTable('report').set({ computeDone: 0 }).where('id', '=', reportId).where('computeRun', '=', run).execute(),
  )
  while (!(await act(services, actor, (ctx) => computeStep(ctx, reportId, run))));
}

/** The job behind the press. Who pressed must still be one who fills the report. */
export async function computeJob(services: Services, data: Record<string, unknown>): Promise<void> {
  const actor = await loadActor(services.database.db, String(data['accountId']), services.clock.now())
  const reportId = String(data['reportId'])
  const report = await services.database.db.transaction().execute((tx) => heldReport(tx, reportId))
  if (!actor || !report || !reportRights(actor, report).unit) return
  await runCompute(services, actor, reportId, String(data['run']))
}

// Who may do what with reports from the public, and what a verb loads under lock.
import { isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { serves, type Actor } from '../people/actor.ts'
import { found, must, mustSee } from '../refuse.ts'
import { reportStateWords, reportTransitions, type ReportState } from './public-report.ts'

/** The desk reads; its office answers and alone learns who reported. Nobody else knows a report by anything but its code. */
export function reportRights(actor: Actor | null, report: { authority: string }): { see: boolean; keep: boolean } {
  const keep = serves(actor, report.authority, 'office')
  return { see: keep || serves(actor, report.authority, 'leader', 'advisor'), keep }
}

export type ReportRecord = Awaited<ReturnType<typeof reportToKeep>>

export async function reportToKeep(ctx: Ctx, reportId: unknown) {
  const row = found(
    isId(reportId) ? await ctx.tx.selectFrom('publicReport').selectAll().where('id', '=', reportId).forUpdate().executeTakeFirst() : null,
  )
  const rights = reportRights(ctx.actor, row)
  mustSee(rights.see)
  must(rights.keep)
  return { ...row, state: row.state as ReportState }
}

export const wrongReportState = (state: ReportState) => new AppError('stateConflict', { state: reportStateWords[state].vi })

/** Refuses a step its state does not have; two tabs: the second finds the first one's state and is told. */
export async function moveReport(ctx: Ctx, report: ReportRecord, to: ReportState, set: Record<string, unknown> = {}): Promise<void> {
  if (!reportTransitions[report.state].includes(to)) throw wrongReportState(report.state)
  await ctx.tx
    .updateTable('publicReport')
    .set({ ...set, state: to, version: report.version + 1 })
    .where('id', '=', report.id)
    .execute()
}

/** Never the code, the contact or the words: the ledger is read by more people than reports are. */
export async function logReport(
  ctx: Ctx,
  report: { id: string; authority: string },
  verb: string,
  payload: Record<string, unknown> = {},
): Promise<void> {
  await audit(ctx, { verb, subjectKind: 'publicReport', subjectId: report.id, authority: report.authority, payload })
}

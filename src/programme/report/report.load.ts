// How every verb on a report begins and ends: the row held, the right judged, the step allowed; moved, counted up, in the ledger.
import { sql } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import type { Actor } from '../people/actor.ts'
import { found, must, mustSee } from '../refuse.ts'
import type { ReportKind } from './form.ts'
import { reportRights, type ReportRights, type ReportThing } from './report.policy.ts'
import { reportStateWords, reportTransitions, type ReportState } from './report.ts'

export type ReportRecord = ReportThing & {
  id: string
  callId: string
  formId: string
  unitName: string
  parentId: string | null
  previousId: string | null
  dueOn: string
  filedOn: string | null
  nothingToReport: boolean
  computedAt: Date | null
  computeRun: string | null
  computeDone: number
  computeTotal: number
  stale: boolean
  comment: string
  approvedBy: string | null
  approverName: string | null
  approvedAt: Date | null
  acceptedAt: Date | null
  readyAt: Date | null
  documentId: string | null
  reason: string
  version: number
  kind: ReportKind
  callTitle: string
  callVersion: number
  periodFrom: string
  periodTo: string
  cutOffOn: string
  callDueOn: string
  source: string | null
  planFamilyId: string | null
  parentDueOn: string | null
  parentName: string | null
  demo: boolean
}

const columns = sql`
  r.id, r.call_id, r.form_id, r.province_code, r.authority, r.commune_code, r.body_id, r.unit_name, r.parent_id, r.upper_authority, r.previous_id,
  r.state, r.due_on, r.filed_on, r.nothing_to_report, r.computed_at, r.compute_run, r.compute_done, r.compute_total, r.stale, r.comment, r.ready_by,
  r.ready_at, r.approved_by, r.approver_name, r.approved_at, r.accepted_at, r.document_id, r.reason, r.version,
  c.kind, c.title as call_title, c.version as call_version, c.authority as call_authority, c.state as call_state, c.unit_era, c.period_from, c.period_to,
  c.cut_off_on, c.due_on as call_due_on, c.source, c.plan_family_id, c.demo, p.state as parent_state, p.due_on as parent_due_on, p.unit_name as parent_name`

async function load(db: Db | Tx, id: string | undefined, hold: boolean): Promise<ReportRecord | null> {
  if (!isId(id)) return null
  const { rows } = await sql<ReportRecord>`
    select ${columns} from report r join report_call c on c.id = r.call_id left join report p on p.id = r.parent_id
    where r.id = ${id} ${hold ? sql`for update of r` : sql``}`.execute(db)
  return rows[0] ?? null
}

/** A report as `actor` may see it, with the rights on it; "not found" for everyone else. */
export async function reportFor(
  db: Db | Tx,
  actor: Actor,
  id: string | undefined,
): Promise<{ report: ReportRecord; rights: ReportRights }> {
  const report = found(await load(db, id, false))
  const rights = reportRights(actor, report)
  mustSee(rights.see)
  return { report, rights }
}

/** Whoever reads the report reads its papers. */
export async function readsReport(db: Db, actor: Actor, id: string): Promise<boolean> {
  const report = await load(db, id, false)
  return report !== null && reportRights(actor, report).see
}

/**
 * The report, held. "Not found" to who may not see it, "forbidden" to who is never the one to do it, `stateConflict` to whose turn it is not.
 * Whoever needs a report and the one above it holds the lower first: everybody climbs.
 */
export async function reportToChange(
  ctx: Ctx,
  id: string,
  part: 'unit' | 'signs' | 'above',
  right: keyof ReportRights,
): Promise<ReportRecord> {
  const report = found(await load(ctx.tx, id, true))
  const rights = reportRights(ctx.actor, report)
  mustSee(rights.see)
  must(rights[part])
  if (rights[right]) return report
  if (report.parentState !== null && ['ready', 'approved', 'accepted'].includes(report.parentState) && report.state !== 'ready')
    throw new AppError('report.parentLocked', { unit: report.parentName ?? '' })
  throw new AppError('stateConflict', { state: reportStateWords[report.state].vi })
}

/** A report held for the work of the program itself (a job, or a report above it). */
export async function heldReport(tx: Tx, id: string): Promise<ReportRecord | null> {
  return load(tx, id, true)
}

type Change = { set?: Record<string, unknown>; payload?: Record<string, unknown> }

export async function moveReport(ctx: Ctx, report: ReportRecord, to: ReportState, verb: string, change: Change = {}): Promise<void> {
  if (!reportTransitions[report.state].includes(to)) throw new AppError('stateConflict', { state: reportStateWords[report.state].vi })
  await ctx.tx
    .updateTable('report')
    .set((expression) => ({ ...change.set, state: to, version: expression('version', '+', 1) }))
    .where('id', '=', report.id)
    .execute()
  await logReport(ctx, report, verb, { from: report.state, to, ...change.payload })
}

export function logReport(
  ctx: Ctx,
  report: { id: string; callAuthority: string },
  verb: string,
  payload: Record<string, unknown> = {},
): Promise<void> {
  return audit(ctx, { verb, subjectKind: 'report', subjectId: report.id, authority: report.callAuthority, payload })
}

/** What a report not ready yet is: waiting while a unit under it has not sent its own, open otherwise. */
export async function restingState(tx: Tx, reportId: string): Promise<'waiting' | 'open'> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select 1 from report where parent_id = ${reportId} and state in ('waiting', 'open', 'ready', 'sentBack')) as waits`.execute(
    tx,
  )
  return rows[0]?.waits ? 'waiting' : 'open'
}

/**
 * Tells the report above that something under it changed: it opens once nobody is waited for, waits again once somebody is, and what it counted
 * before is out of date. A report that is past writing is only marked; its people reopen it from the top.
 */
export async function touchParent(ctx: Ctx, parentId: string | null, stale: boolean): Promise<ReportRecord | null> {
  const parent = parentId === null ? null : await heldReport(ctx.tx, parentId)
  if (!parent) return null
  const rests = await restingState(ctx.tx, parent.id)
  const moves =
    (parent.state === 'waiting' || parent.state === 'open') && parent.state !== rests && !(rests === 'waiting' && parent.reason !== '')
  await ctx.tx
    .updateTable('report')
    .set((expression) => ({
      ...(moves ? { state: rests } : {}),
      ...(stale && parent.computedAt !== null ? { stale: true } : {}),
      version: expression('version', '+', 1),
    }))
    .where('id', '=', parent.id)
    .execute()
  return moves && rests === 'open' ? parent : null
}

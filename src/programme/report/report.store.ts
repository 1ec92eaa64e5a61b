// Lists of reports and calls. Whose reports one sees is part of the query.
import { sql, type RawBuilder } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { bodiesOf, communesOf, type Actor, type Role } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { CURRENT_ERA } from '../units/units.ts'
import type { Asked } from './call.input.ts'
import type { ReportKind } from './form.ts'
import { callRights } from './report.policy.ts'
import type { ReportState } from './report.ts'

export const reportSorts = ['due', 'unit', 'state', 'filed'] as const
export type ReportSort = (typeof reportSorts)[number]

export type ReportQuery = {
  search: string
  callId: string | null
  parentId: string | null
  kind: ReportKind | null
  state: ReportState | null
  /** Past the due day and not sent, or sent after it. */
  late: boolean
  /** Never sent at all. */
  missing: boolean
  /** Waits for a press of the actor. */
  mine: boolean
  sort: ReportSort
  page: number
  perPage: number
}

export const anyReport: ReportQuery = {
  search: '',
  callId: null,
  parentId: null,
  kind: null,
  state: null,
  late: false,
  missing: false,
  mine: false,
  sort: 'due',
  page: 1,
  perPage: 50,
}

export type ReportRow = {
  id: string
  unitName: string
  callId: string
  callTitle: string
  kind: ReportKind
  state: ReportState
  dueOn: string
  filedOn: string | null
  nothingToReport: boolean
  stale: boolean
  approverName: string | null
}

const readers: readonly Role[] = ['office', 'leader', 'advisor']

/** The same who-sees as report.policy.ts, in SQL. */
function scopeOf(actor: Actor): RawBuilder<boolean> {
  const desks = actor.grants.filter((grant) => readers.includes(grant.role)).map((grant) => grant.authority)
  return sql<boolean>`(
    c.authority = any(${desks}::text[]) or r.upper_authority = any(${desks}::text[])
    or (r.commune_code is null and r.body_id is null and r.authority = any(${desks}::text[]))
    or (c.unit_era = ${CURRENT_ERA} and r.province_code = ${actor.provinceCode} and r.commune_code = any(${communesOf(actor)}::text[]))
    or r.body_id = any(${bodiesOf(actor)}::uuid[]))`
}

/** What waits for the actor, as report.policy.ts gives the rights: to write, to approve for its unit, to take in from below. */
function waitsFor(actor: Actor): RawBuilder<boolean> {
  const desks = (role: Role) => actor.grants.flatMap((grant) => (grant.role === role ? [grant.authority] : []))
  const communes = (...roles: Role[]) =>
    actor.grants.flatMap((grant) => (roles.includes(grant.role) && grant.communeCode ? [grant.communeCode] : []))
  const ofDesk = (role: Role) => sql`(r.commune_code is null and r.body_id is null and r.authority = any(${desks(role)}::text[]))`
  const ofCommune = (...roles: Role[]) =>
    sql`(c.unit_era = ${CURRENT_ERA} and r.province_code = ${actor.provinceCode} and r.commune_code = any(${communes(...roles)}::text[]))`
  const ofBody = sql`r.body_id = any(${bodiesOf(actor)}::uuid[])`
  return sql<boolean>`(c.state = 'open' and (
    (r.state in ('waiting', 'open', 'sentBack') and (${ofDesk('office')} or ${ofCommune('communeOfficer', 'communeLeader')} or ${ofBody}))
    or (r.state = 'ready' and (${ofDesk('leader')} or ${ofCommune('communeLeader')} or ${ofBody}))
    or (r.state = 'approved' and r.upper_authority = any(${desks('office')}::text[]))))`
}

function where(actor: Actor, query: ReportQuery, today: PlainDate): RawBuilder<boolean> {
  const parts = [scopeOf(actor)]
  const words = fold(query.search).slice(0, 100)
  if (words !== '') {
    const like = `%${escapeLike(words)}%`
    parts.push(sql<boolean>`(f_fold(r.unit_name) like ${like} or c.title_folded like ${like})`)
  }
  if (query.callId !== null) parts.push(isId(query.callId) ? sql<boolean>`r.call_id = ${query.callId}` : sql<boolean>`false`)
  if (query.parentId !== null) parts.push(sql<boolean>`r.parent_id = ${query.parentId}`)
  if (query.kind) parts.push(sql<boolean>`c.kind = ${query.kind}`)
  if (query.state) parts.push(sql<boolean>`r.state = ${query.state}`)
  if (query.late) parts.push(sql<boolean>`r.state <> 'notExpected' and coalesce(r.filed_on, ${today}::date) > r.due_on`)
  if (query.missing) parts.push(sql<boolean>`r.state <> 'notExpected' and r.filed_on is null`)
  if (query.mine) parts.push(waitsFor(actor))
  return sql.join(parts, sql` and `) as RawBuilder<boolean>
}

const orders: Record<ReportSort, RawBuilder<unknown>> = {
  due: sql`r.due_on desc, r.parent_id nulls first, r.unit_name collate vi, r.id`,
  unit: sql`r.unit_name collate vi, r.due_on desc, r.id`,
  state: sql`r.state, r.unit_name collate vi, r.id`,
  filed: sql`r.filed_on nulls last, r.unit_name collate vi, r.id`,
}

/** One page of the reports the actor may see, with the number of all that match. */
export async function listReports(
  db: Db | Tx,
  actor: Actor,
  query: ReportQuery,
  today: PlainDate,
): Promise<{ rows: ReportRow[]; total: number }> {
  const { rows } = await sql<ReportRow & { total: number }>`
    select r.id, r.unit_name, r.call_id, c.title as call_title, c.kind, r.state, r.due_on, r.filed_on, r.nothing_to_report, r.stale, r.approver_name,
      count(*) over ()::int as total
    from report r join report_call c on c.id = r.call_id where ${where(actor, query, today)}
    order by ${orders[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  const total = rows[0]?.total ?? (query.page > 1 ? (await listReports(db, actor, { ...query, page: 1, perPage: 1 }, today)).total : 0)
  return { rows: rows.map(({ total: _total, ...row }) => row), total }
}

export const callStates = ['planned', 'open', 'closed'] as const

export type CallRow = {
  id: string
  title: string
  kind: ReportKind
  periodFrom: string
  periodTo: string
  cutOffOn: string
  dueOn: string
  state: (typeof callStates)[number]
  expected: number
  filed: number
  late: number
}

export type CallQuery = { search: string; kind: ReportKind | null; state: CallRow['state'] | null; page: number; perPage: number }

/** The calls of the actor's desk, the newest due day first, with how many reports have come. */
export async function listReportCalls(
  db: Db | Tx,
  actor: Actor,
  today: PlainDate,
  query: CallQuery,
): Promise<{ rows: CallRow[]; total: number }> {
  mustSee(callRights(actor, actor.authority).see)
  const parts: RawBuilder<unknown>[] = [sql`c.authority = ${actor.authority}`]
  const words = fold(query.search)
  if (words !== '') parts.push(sql`c.title_folded like ${`%${escapeLike(words)}%`}`)
  if (query.kind !== null) parts.push(sql`c.kind = ${query.kind}`)
  if (query.state !== null) parts.push(sql`c.state = ${query.state}`)
  const { rows } = await sql<CallRow & { total: number }>`
    with calls as (
      select c.*, count(*) over ()::int as total from report_call c where ${sql.join(parts, sql` and `)}
      order by c.due_on desc, c.id limit ${query.perPage} offset ${(query.page - 1) * query.perPage})
    select c.id, c.title, c.kind, c.period_from, c.period_to, c.cut_off_on, c.due_on, c.state, c.total,
      count(r.id) filter (where r.state <> 'notExpected')::int as expected,
      count(r.id) filter (where r.filed_on is not null and r.state <> 'notExpected')::int as filed,
      count(r.id) filter (where r.state <> 'notExpected' and coalesce(r.filed_on, ${today}::date) > r.due_on)::int as late
    from calls c left join report r on r.call_id = c.id
    group by c.id, c.title, c.kind, c.period_from, c.period_to, c.cut_off_on, c.due_on, c.state, c.total order by c.due_on desc, c.id`.execute(
    db,
  )
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** A call of the actor's desk, with its form and how its reports stand. */
export async function reportCallFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  const row = found(
    isId(id)
      ? await db
          .selectFrom('reportCall')
          .innerJoin('reportForm', 'reportForm.id', 'reportCall.formId')
          .selectAll('reportCall')
          .select(['reportForm.title as formTitle', 'reportForm.revision'])
          .where('reportCall.id', '=', id)
          .executeTakeFirst()
      : null,
  )
  const rights = callRights(actor, row.authority)
  mustSee(rights.see)
  const { rows: counts } = await sql<{ state: ReportState; n: number }>`
    select state, count(*)::int as n from report where call_id = ${row.id} group by state`.execute(db)
  const own = await db
    .selectFrom('report')
    .select(['id', 'state'])
    .where('callId', '=', row.id)
    .where('parentId', 'is', null)
    .executeTakeFirst()
  return {
    rights,
    call: { ...row, kind: row.kind as ReportKind, state: row.state as CallRow['state'], asked: row.asked as Asked },
    counts: Object.fromEntries(counts.map(({ state, n }) => [state, n])) as Partial<Record<ReportState, number>>,
    own: own ?? null,
  }
}

/** Remarks, extensions and restatements of a report, oldest first. */
export async function besidesOf(db: Db | Tx, reportId: string) {
  const remarks = await db.selectFrom('reportRemark').selectAll().where('reportId', '=', reportId).orderBy('madeAt').orderBy('id').execute()
  const extensions = await db.selectFrom('reportExtension').selectAll().where('reportId', '=', reportId).orderBy('grantedAt').execute()
  const restatements = await db.selectFrom('reportRestatement').selectAll().where('reportId', '=', reportId).orderBy('madeAt').execute()
  return { remarks, extensions, restatements }
}

/** How the reports directly below stand: who is waited for, what waits to be accepted. */
export async function belowOf(db: Db | Tx, reportId: string) {
  const { rows } = await sql<{ total: number; waited: number; toAccept: number; names: string[] | null }>`
    select count(*)::int as total, count(*) filter (where state in ('waiting', 'open', 'ready', 'sentBack'))::int as waited,
      count(*) filter (where state = 'approved')::int as to_accept,
      (array_agg(unit_name order by unit_name) filter (where state in ('waiting', 'open', 'ready', 'sentBack')))[1:12] as names
    from report where parent_id = ${reportId} and state <> 'notExpected'`.execute(db)
  const row = rows[0]
  return { total: row?.total ?? 0, waited: row?.waited ?? 0, toAccept: row?.toAccept ?? 0, names: row?.names ?? [] }
}

export type HistoryLine = { at: Date; verb: string; who: string; payload: Record<string, unknown> }

export async function reportHistory(
  db: Db | Tx,
  subject: { kind: 'report' | 'reportCall' | 'reportForm'; id: string },
): Promise<HistoryLine[]> {
  const rows = await db
    .selectFrom('auditEntry')
    .select(['at', 'verb', 'actorName', 'payload'])
    .where('subjectKind', '=', subject.kind)
    .where('subjectId', '=', subject.id)
    .where('verb', 'not in', ['report.saved', 'report.computeStarted'])
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ at: row.at, verb: row.verb, who: row.actorName, payload: row.payload as Record<string, unknown> }))
}

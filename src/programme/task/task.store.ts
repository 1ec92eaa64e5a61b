// All reading of works. Scope is part of every query.
import { sql, type RawBuilder } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { communesOf, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { workRights } from './task.policy.ts'
import type { WorkPart, WorkState } from './task.ts'

export const workSorts = ['due', 'title', 'body', 'reported'] as const
export type WorkSort = (typeof workSorts)[number]

export type WorkQuery = {
  search: string
  state: WorkState | null
  part: WorkPart | null
  /** late: past its due day and not done · soon: due within 14 days · silent: late and nothing ever reported. */
  when: 'late' | 'soon' | 'silent' | null
  /** Month it is due in: "2026-07". */
  month: string | null
  familyId: string | null
  /** Name of a body or commune as the plan's work names it. */
  body: string | null
  sort: WorkSort
  page: number
  perPage: number
}

export type WorkRow = {
  id: string
  title: string
  code: string
  planId: string
  plan: string
  part: WorkPart
  body: string
  state: WorkState
  percent: number | null
  startsOn: PlainDate
  dueOn: PlainDate
  reportedAt: Date | null
}

/** `own`: work of the actor's bodies and communes; `kept`: all work of the plans of their desk (readers of it too) or commune. */
export type WorkScope = 'own' | 'kept'

const bodiesServed = (actor: Actor) =>
  actor.grants.flatMap((grant) => (['bodyOfficer', 'office'].includes(grant.role) && grant.bodyId !== null ? [grant.bodyId] : []))
const desks = (actor: Actor, ...roles: string[]) => actor.grants.flatMap((grant) => (roles.includes(grant.role) ? [grant.authority] : []))

/**
 * Only what the actor has a part in stands in the condition: an `or` over a part that is empty would keep the planner from every index. The desk is
 * said of every table, so that each is read by its own index. Work of a committee is its desk's office's own.
 */
function scopeOf(actor: Actor, scope: WorkScope): RawBuilder<unknown> {
  const communes = communesOf(actor)
  const kept = desks(actor, 'office', 'leader', 'advisor')
  const served = bodiesServed(actor)
  const offices = desks(actor, 'office')
  const ofPlaces = scope === 'kept' ? sql`p.commune_code = any(${communes}::text[])` : sql`w.commune_code = any(${communes}::text[])`
  const parts = [
    ...(communes.length === 0 ? [] : [sql`(${ofPlaces} and p.province_code = ${actor.provinceCode})`]),
    ...(scope !== 'kept' || kept.length === 0
      ? []
      : [
          sql`(p.commune_code is null and ${sql.join(
            ['w', 'i', 'p'].map((of) => sql`${sql.ref(`${of}.authority`)} = any(${kept}::text[])`),
            sql` and `,
          )})`,
        ]),
    ...(scope !== 'own' || served.length === 0 ? [] : [sql`w.body_id = any(${served}::uuid[])`]),
    ...(scope !== 'own' || offices.length === 0
      ? []
      : [
          sql`w.body_id = any(array(select id from body where kind in ('provinceCommittee', 'districtCommittee', 'ministry')
            and authority = any(${offices}::text[])))`,
        ]),
  ]
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`
}

const from = sql`from task_work w
  join task_instance i on i.id = w.instance_id
  join programme_task t on t.id = i.task_id
  join programme_plan p on p.id = t.plan_id`

const undone = sql`w.state in ('open', 'doing')`

function where(actor: Actor, scope: WorkScope, query: WorkQuery, today: PlainDate): RawBuilder<unknown> {
  const parts = [scopeOf(actor, scope), sql`i.ended_on is null`]
  const words = fold(query.search).slice(0, 100)
  if (words !== '') {
    const like = `%${escapeLike(words)}%`
    parts.push(sql`(t.title_folded like ${like} or w.body_folded like ${like})`)
  }
  if (query.state !== null) parts.push(sql`w.state = ${query.state}`)
  if (query.part !== null) parts.push(sql`w.part = ${query.part}`)
  if (query.familyId !== null) parts.push(isId(query.familyId) ? sql`i.family_id = ${query.familyId}` : sql`false`)
  if (query.month !== null) parts.push(sql`to_char(w.due_on, 'YYYY-MM') = ${query.month}`)
  if (query.body !== null) parts.push(sql`w.body_name = ${query.body}`)
  if (query.when === 'late') parts.push(sql`${undone} and w.due_on < ${today}::date`)
  if (query.when === 'silent') parts.push(sql`${undone} and w.due_on < ${today}::date and w.reported_at is null`)
  if (query.when === 'soon') parts.push(sql`${undone} and w.due_on between ${today}::date and ${today}::date + 14`)
  return sql.join(parts, sql` and `)
}

const orders: Record<WorkSort, RawBuilder<unknown>> = {
  due: sql`w.due_on, w.id`,
  title: sql`t.title collate vi, w.id`,
  body: sql`w.body_name collate vi, w.due_on, w.id`,
  reported: sql`w.reported_at desc nulls last, w.id`,
}

/** One page of works with the number of all that match. */
export async function listWorks(
  db: Db | Tx,
  actor: Actor,
  scope: WorkScope,
  query: WorkQuery,
  today: PlainDate,
): Promise<{ rows: WorkRow[]; total: number }> {
  const condition = where(actor, scope, query, today)
  const counted = await sql<{ n: number }>`select count(*)::int as n ${from} where ${condition}`.execute(db)
  const rows = await sql<WorkRow>`
    select w.id, t.title, t.code, p.id as "planId", p.title as plan, w.part, w.body_name as body, w.state, w.percent,
      i.starts_on as "startsOn", w.due_on as "dueOn", w.reported_at as "reportedAt"
    ${from} where ${condition} order by ${orders[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { rows: rows.rows, total: counted.rows[0]?.n ?? 0 }
}

export const boardBy = ['plan', 'body', 'period'] as const
export type BoardBy = (typeof boardBy)[number]
export type BoardRow = { key: string; label: string; total: number; done: number; late: number; silent: number; soon: number }

/** Counts of the work one keeps, by plan, by body or by the month it is due in; in one query. */
export async function boardOf(db: Db | Tx, actor: Actor, by: BoardBy, today: PlainDate): Promise<BoardRow[]> {
  const [key, label] = {
    plan: [sql`p.family_id::text`, sql`max(p.title)`],
    body: [sql`w.body_name`, sql`w.body_name`],
    period: [sql`to_char(w.due_on, 'YYYY-MM')`, sql`to_char(w.due_on, 'YYYY-MM')`],
  }[by]
  const late = sql`${undone} and w.due_on < ${today}::date`
  const rows = await sql<BoardRow>`
    select ${key} as key, ${label} as label, count(*)::int as total,
      count(*) filter (where w.state in ('done', 'notNeeded'))::int as done,
      count(*) filter (where ${late})::int as late,
      count(*) filter (where ${late} and w.reported_at is null)::int as silent,
      count(*) filter (where ${undone} and w.due_on between ${today}::date and ${today}::date + 14)::int as soon
    ${from} where ${scopeOf(actor, 'kept')} and i.ended_on is null
    group by ${by === 'plan' ? sql`p.family_id` : key} order by ${by === 'period' ? sql`1` : sql`late desc, total desc, 2`} limit 500`.execute(
    db,
  )
  return rows.rows
}

export type Work = Awaited<ReturnType<typeof workFor>>['work']

/** A work as `actor` may see it, with the rights on it. "Not found" for everyone else and for rubbish. */
export async function workFor(db: Db | Tx, actor: Actor, id: string | undefined, lock = false) {
  const query = sql<WorkDetail>`
    select w.id, t.title, t.code, t.content, t.section, p.id as "planId", p.title as plan, p.number as "planNumber", i.family_id as "familyId",
      w.authority, p.province_code as "provinceCode", p.commune_code as "planCommune", w.part, w.body_name as body, w.body_id as "bodyId",
      w.commune_code as "communeCode", w.state, w.percent, i.starts_on as "startsOn", w.due_on as "dueOn", i.due_on as "promisedOn",
      w.reported_at as "reportedAt", w.version, i.ended_on is not null as ended,
      case when b.kind in ('provinceCommittee', 'districtCommittee', 'ministry') then b.authority end as "committeeDesk"
    ${from} left join body b on b.id = w.body_id where w.id = ${id ?? ''} ${lock ? sql`for update of w` : sql``}`
  const work = found(isId(id) ? (await query.execute(db)).rows[0] : null)
  const rights = workRights(actor, work)
  mustSee(rights.see)
  return { work, rights }
}

type WorkDetail = Omit<WorkRow, 'reportedAt'> & {
  content: string
  section: string
  planNumber: string | null
  familyId: string
  authority: string
  provinceCode: string
  planCommune: string | null
  bodyId: string | null
  communeCode: string | null
  promisedOn: PlainDate
  reportedAt: Date | null
  version: number
  ended: boolean
  committeeDesk: string | null
}

/** Whether the actor may open the files of a report: those who see its work. */
export async function readsReport(db: Db, actor: Actor, reportId: string): Promise<boolean> {
  const row = await db.selectFrom('taskReport').select('workId').where('id', '=', reportId).executeTakeFirst()
  if (!row) return false
  return workFor(db, actor, row.workId).then(
    () => true,
    () => false,
  )
}

export async function reportsOf(db: Db | Tx, workId: string) {
  const reports = await db
    .selectFrom('taskReport')
    .select(['id', 'state', 'percent', 'content', 'difficulties', 'reporterName', 'reportedAt'])
    .where('workId', '=', workId)
    .orderBy('reportedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const extensions = await db
    .selectFrom('taskExtension')
    .innerJoin('authUser', 'authUser.id', 'taskExtension.grantedBy')
    .select(['taskExtension.dueBefore', 'taskExtension.dueAfter', 'taskExtension.reason', 'taskExtension.grantedAt', 'authUser.name'])
    .where('workId', '=', workId)
    .orderBy('grantedAt')
    .execute()
  return { reports, extensions }
}

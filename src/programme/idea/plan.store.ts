// The lists of business plans. Scope is part of every query; staff see a plan once it was sent.
import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { communesOf, producersOf, type Actor } from '../people/actor.ts'
import type { IdeaScope } from './idea.store.ts'
import type { PlanState } from './idea.workflow.ts'

export const planSorts = ['recent', 'name', 'producer', 'commune', 'investment'] as const
export type PlanSort = (typeof planSorts)[number]

export type PlanQuery = { search: string; state: PlanState | null; late: boolean; sort: PlanSort; page: number; perPage: number }

export type PlanRow = {
  id: string
  ideaId: string
  state: PlanState
  name: string
  producer: string
  commune: string
  setNo: number | null
  investment: number | null
  milestones: number
  done: number
  /** Milestones past their day and neither done nor dropped. */
  late: number
  submittedAt: Date | null
  approvedAt: Date | null
  approvalNumber: string | null
  updatedAt: Date
}

const from = (today: string) => sql`
  from business_plan b
  join idea i on i.id = b.idea_id
  join producer p on p.id = b.producer_id
  join unit u on u.era = i.unit_era and u.code = b.commune_code
  left join document d on d.id = b.approval_document_id
  left join lateral (
    select count(*)::int as n,
           count(*) filter (where m.state = 'done')::int as done,
           count(*) filter (where b.state = 'approved' and m.state in ('planned', 'doing') and m.due_on < ${today}::date)::int as late
      from plan_milestone m where m.plan_id = b.id) m on true`

function scopeOf(actor: Actor, scope: IdeaScope): RawBuilder<unknown> {
  if (scope === 'producer') return sql`b.producer_id = any(${producersOf(actor)}::uuid[])`
  const sent = sql`b.submitted_at is not null and b.province_code = ${actor.provinceCode}`
  return scope === 'commune' ? sql`${sent} and b.commune_code = any(${communesOf(actor)}::text[])` : sent
}

const orders: Record<PlanSort, RawBuilder<unknown>> = {
  recent: sql`b.updated_at desc, b.id`,
  name: sql`i.name collate vi, b.id`,
  producer: sql`p.name collate vi, b.id`,
  commune: sql`u.name collate vi, b.id`,
  investment: sql`b.investment_total desc nulls last, b.id`,
}

/** One page of plans with the number of all that match; `today` decides what is late. */
export async function listPlans(
  db: Db | Tx,
  actor: Actor,
  scope: IdeaScope,
  query: PlanQuery,
  today: string,
): Promise<{ rows: PlanRow[]; total: number }> {
  const parts = [scopeOf(actor, scope)]
  const words = fold(query.search).slice(0, 100)
  if (words !== '') {
    const like = `%${escapeLike(words)}%`
    parts.push(sql`(i.name_folded like ${like} or p.name_folded like ${like})`)
  }
  if (query.state) parts.push(sql`b.state = ${query.state}`)
  if (query.late) parts.push(sql`m.late > 0`)
  const condition = sql.join(parts, sql` and `)
  const source = from(today)
  const counted = await sql<{ n: number }>`select count(*)::int as n ${source} where ${condition}`.execute(db)
  const rows = await sql<PlanRow>`
    select b.id, b.idea_id as "ideaId", b.state, i.name, p.name as producer, u.full_name as commune, i.set_no as "setNo",
           b.investment_total as investment, m.n as milestones, m.done, m.late, b.submitted_at as "submittedAt",
           b.approved_at as "approvedAt", d.number as "approvalNumber", b.updated_at as "updatedAt"
    ${source} where ${condition} order by ${orders[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(
    db,
  )
  return { rows: rows.rows, total: counted.rows[0]?.n ?? 0 }
}

// All reading of plans of inspection: the facts their order is made from, the lists, one plan with its lines.
import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { bodiesOf, serves, type Actor } from '../people/actor.ts'
import { levelOf } from '../people/authority.ts'
import { found, mustSee } from '../refuse.ts'
import { knowsInspections, plansScope } from './inspection.policy.ts'
import type { InspectionPlanState } from './plan.ts'
import type { RiskFacts, RiskReason } from './risk.ts'

/**
 * Certificates in force on the day at a desk, with the facts of their risk. Interpretation of Đ9: a province inspects every product of its own, the
 * ministry ranks those of five stars; a district's desk those it recognised itself.
 */
export async function riskFacts(db: Db | Tx, authority: string, day: PlainDate): Promise<RiskFacts[]> {
  const level = levelOf(authority)
  const of =
    level === 'central'
      ? sql`k.star = 5`
      : level === 'province'
        ? sql`k.province_code = ${authority}`
        : sql`exists (select 1 from recognition_decision r where r.id = k.decision_id and r.authority = ${authority})`
  const { rows } = await sql<RiskFacts>`
    select k.product_id as "productId", k.id as "certificateId", k.producer_id as "producerId", k.product_code as "productCode", k.star,
      k.last_valid_on::text as "lastValidOn", t.ends as "testEndsOn", i.last as "lastInspectedOn", v.worst,
      (select count(*)::int from public_report r where r.state not in ('unfounded', 'spam') and r.received_at >= ${day}::date - interval '1 year'
        and r.received_at < ${day}::date + 1 and (r.product_id = k.product_id or (r.product_id is null and r.producer_id = k.producer_id))) as reports
    from certificate k
      left join (select d.product_id, max(p.expires_on)::text as ends
        from dossier d join dossier_evidence e on e.dossier_id = d.id and e.removed_at is null
          join paper p on p.id = e.paper_id and p.kind = 'testReport' and p.removed_at is null
        group by d.product_id) t on t.product_id = k.product_id
      left join (select x.product_id, max(n.done_on)::text as last from inspection_product x join inspection n on n.id = x.inspection_id
        where n.done_on <= ${day}::date group by x.product_id) i on i.product_id = k.product_id
      left join (select w.product_id, (array['minor', 'major', 'critical'])[max(array_position(array['minor', 'major', 'critical'], w.severity))] as worst
        from violation w where w.state <> 'lifted' and w.created_at >= ${day}::date - interval '3 years' and w.created_at < ${day}::date + 1
        group by w.product_id) v on v.product_id = k.product_id
    where k.state = 'valid' and k.issued_on <= ${day}::date and k.last_valid_on >= ${day}::date and ${of}`.execute(db)
  return rows
}

export type PlanQuery = { search: string; state: InspectionPlanState | null; page: number; perPage: number }
export type PlanRow = {
  id: string
  title: string
  fromOn: string
  toOn: string
  lead: string
  state: InspectionPlanState
  chosen: number
  /** Chosen products with a recorded inspection of this plan. */
  done: number
}

const doneOf = (product: RawBuilder<unknown>): RawBuilder<unknown> => sql`exists (select 1 from inspection n
  join inspection_product x on x.inspection_id = n.id where n.plan_id = p.id and x.product_id = ${product} and n.state in ('recorded', 'signed', 'unsigned'))`

export async function listInspectionPlans(db: Db | Tx, actor: Actor, query: PlanQuery): Promise<{ total: number; rows: PlanRow[] }> {
  mustSee(readsPlans(actor))
  const like = `%${escapeLike(fold(query.search))}%`
  const where = sql`${plansScope(actor)} and ${query.search === '' ? sql`true` : sql`p.title_folded like ${like}`}
    and ${query.state === null ? sql`true` : sql`p.state = ${query.state}`}`
  const total = await sql<{ n: number }>`select count(*)::int as n from inspection_plan p where ${where}`.execute(db)
  const { rows } = await sql<PlanRow>`
    select p.id, p.title, p.from_on::text as "fromOn", p.to_on::text as "toOn", b.name as lead, p.state,
      (select count(*)::int from inspection_plan_line l where l.plan_id = p.id and l.chosen) as chosen,
      (select count(*)::int from inspection_plan_line l where l.plan_id = p.id and l.chosen and ${doneOf(sql`l.product_id`)}) as done
    from inspection_plan p join body b on b.id = p.lead_body_id
    where ${where} order by p.from_on desc, p.id limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { total: total.rows[0]?.n ?? 0, rows }
}

/** Desk and bodies; communes and producers learn of the inspections themselves. */
export function readsPlans(actor: Actor | null): boolean {
  return knowsInspections(actor) && serves(actor, actor?.authority ?? '', 'office', 'leader', 'advisor', 'bodyOfficer')
}

export type PlanRights = { see: boolean; keep: boolean }

export function planRights(actor: Actor, plan: { authority: string; state: string; bodies: readonly string[] }): PlanRights {
  const desk = serves(actor, plan.authority, 'office', 'leader', 'advisor')
  const body = plan.state === 'issued' && bodiesOf(actor).some((id) => plan.bodies.includes(id))
  return { see: desk || body, keep: serves(actor, plan.authority, 'office') }
}

export type LineQuery = { search: string; chosen: boolean | null; page: number; perPage: number }
export type LineRow = {
  productId: string
  product: string
  producerId: string
  producer: string
  star: number
  lastValidOn: string
  place: number
  points: number
  reasons: RiskReason[]
  chosen: boolean
  note: string
  /** The newest inspection of this plan it stands in. */
  inspectionId: string | null
  done: boolean
}

export async function inspectionPlanFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  const row = found(
    isId(id)
      ? await db
          .selectFrom('inspectionPlan as p')
          .innerJoin('body as b', 'b.id', 'p.leadBodyId')
          .selectAll('p')
          .select('b.name as lead')
          .where('p.id', '=', id)
          .executeTakeFirst()
      : null,
  )
  const bodies = await db
    .selectFrom('inspectionPlanBody as t')
    .innerJoin('body as b', 'b.id', 't.bodyId')
    .select(['b.id', 'b.name'])
    .where('t.planId', '=', row.id)
    .orderBy('b.name')
    .execute()
  const plan = { ...row, state: row.state as InspectionPlanState, bodies }
  const rights = planRights(actor, { ...row, bodies: [row.leadBodyId, ...bodies.map((one) => one.id)] })
  mustSee(rights.see)
  return { plan, rights }
}

/** Lines of a plan the actor may read, in the plan’s order. */
export async function planLines(db: Db | Tx, planId: string, query: LineQuery): Promise<{ total: number; rows: LineRow[] }> {
  const like = `%${escapeLike(fold(query.search))}%`
  const from = sql`from inspection_plan_line l join inspection_plan p on p.id = l.plan_id join certificate k on k.id = l.certificate_id
    where l.plan_id = ${planId} and ${query.search === '' ? sql`true` : sql`k.search_folded like ${like}`}
    and ${query.chosen === null ? sql`true` : sql`l.chosen = ${query.chosen}`}`
  const total = await sql<{ n: number }>`select count(*)::int as n ${from}`.execute(db)
  const { rows } = await sql<LineRow>`
    select l.product_id as "productId", k.product_name as product, l.producer_id as "producerId", k.producer_name as producer, k.star,
      k.last_valid_on::text as "lastValidOn", l.place, l.points, l.reasons, l.chosen, l.note,
      (select n.id from inspection n join inspection_product x on x.inspection_id = n.id
        where n.plan_id = p.id and x.product_id = l.product_id and n.state <> 'cancelled' order by n.planned_on desc, n.id desc limit 1) as "inspectionId",
      ${doneOf(sql`l.product_id`)} as done
    ${from} order by l.place limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { total: total.rows[0]?.n ?? 0, rows }
}

/** Issued plans of a desk an inspection may belong to, newest first. */
export async function issuedPlans(db: Db | Tx, authority: string): Promise<{ id: string; title: string }[]> {
  return db
    .selectFrom('inspectionPlan')
    .select(['id', 'title'])
    .where('authority', '=', authority)
    .where('state', '=', 'issued')
    .orderBy('fromOn', 'desc')
    .limit(50)
    .execute()
}

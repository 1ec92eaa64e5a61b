// All reading of violations. Scope is part of every query.
import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import type { Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { knowsInspections, violationScope } from './inspection.policy.ts'
import { violationOf, violationStanding } from './violation.load.ts'
import type { Remedy, Severity, ViolationKind, ViolationState } from './violation.ts'

export const violationSorts = ['recent', 'due'] as const
export type ViolationSort = (typeof violationSorts)[number]
export type ViolationQuery = {
  search: string
  /** `late`: waiting past its day. */
  state: ViolationState | 'late' | null
  kinds: readonly ViolationKind[] | null
  severity: Severity | null
  year: number | null
  inspectionId: string | null
  sort: ViolationSort
  page: number
  perPage: number
}
export type ViolationRow = {
  id: string
  inspectionId: string
  kind: ViolationKind
  severity: Severity
  remedy: Remedy
  state: ViolationState
  what: string
  goods: string
  product: string | null
  producer: string | null
  dueOn: string | null
  foundOn: string
}

const order: Record<ViolationSort, RawBuilder<unknown>> = {
  recent: sql`v.created_at desc, v.id`,
  due: sql`v.due_on nulls last, v.id`,
}
const day = sql`(v.created_at at time zone 'Asia/Ho_Chi_Minh')::date`

export async function listViolations(
  db: Db | Tx,
  actor: Actor,
  query: ViolationQuery,
  today: PlainDate,
): Promise<{ total: number; rows: ViolationRow[] }> {
  mustSee(knowsInspections(actor))
  const like = `%${escapeLike(fold(query.search))}%`
  const state =
    query.state === null
      ? sql`true`
      : query.state === 'late'
        ? sql`v.state in ('open', 'returned') and v.due_on < ${today}::date`
        : sql`v.state = ${query.state}`
  const from = sql`from violation v join inspection i on i.id = v.inspection_id left join producer o on o.id = v.producer_id
      left join product p on p.id = v.product_id
    where ${violationScope(actor)} and ${state}
    and ${query.search === '' ? sql`true` : sql`(v.search_folded like ${like} or o.name_folded like ${like} or p.name_folded like ${like})`}
    and ${query.kinds === null ? sql`true` : sql`v.kind = any(${[...query.kinds]}::text[])`}
    and ${query.severity === null ? sql`true` : sql`v.severity = ${query.severity}`}
    and ${query.inspectionId === null ? sql`true` : sql`v.inspection_id = ${query.inspectionId}`}
    and ${query.year === null ? sql`true` : sql`${day} between ${`${query.year}-01-01`}::date and ${`${query.year}-12-31`}::date`}`
  const total = await sql<{ n: number }>`select count(*)::int as n ${from}`.execute(db)
  const { rows } = await sql<ViolationRow>`
    select v.id, v.inspection_id as "inspectionId", v.kind, v.severity, v.remedy, v.state, v.what, v.goods, p.name as product, o.name as producer,
      v.due_on::text as "dueOn", ${day}::text as "foundOn"
    ${from} order by ${order[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { total: total.rows[0]?.n ?? 0, rows }
}

/** One violation with its answers and proposals. Who proposed and why is for the desk, the team and whoever decides. */
export async function violationById(db: Db | Tx, actor: Actor, id: string | undefined) {
  const row = found(
    isId(id)
      ? await db
          .selectFrom('violation as v')
          .leftJoin('producer as o', 'o.id', 'v.producerId')
          .leftJoin('product as p', 'p.id', 'v.productId')
          .innerJoin('inspection as i', 'i.id', 'v.inspectionId')
          .selectAll('v')
          .select(['o.name as producer', 'p.name as product', 'i.number as record', 'i.doneOn'])
          .where('v.id', '=', id)
          .executeTakeFirst()
      : null,
  )
  const rights = await violationStanding(db, actor, row)
  mustSee(rights.see)
  const answers = await db.selectFrom('violationAnswer').selectAll().where('violationId', '=', row.id).orderBy('answeredAt').execute()
  const proposals = rights.inner
    ? await db
        .selectFrom('withdrawalProposal as w')
        .innerJoin('certificate as k', 'k.id', 'w.certificateId')
        .selectAll('w')
        .select(['k.productCode', 'k.star'])
        .where('w.violationId', '=', row.id)
        .orderBy('w.proposedAt')
        .execute()
    : []
  return {
    violation: violationOf(row),
    rights,
    answers: answers.map((answer) => ({ ...answer, verdict: answer.verdict as 'enough' | 'notEnough' | null })),
    proposals: proposals.map((one) => ({ ...one, state: one.state as 'open' | 'agreed' | 'refused' })),
  }
}

/** Whoever sees the violation reads what was sent with its answers. */
export async function readsViolation(db: Db | Tx, actor: Actor, id: string): Promise<boolean> {
  const row = await db.selectFrom('violation').select(['inspectionId', 'producerId']).where('id', '=', id).executeTakeFirst()
  return row !== undefined && (await violationStanding(db, actor, row)).see
}

/** The violation that led to the proposal or withdrawal of a certificate, for the certificate’s own page; null for who may not read it. */
export async function violationOfCertificate(
  db: Db | Tx,
  actor: Actor,
  certificateId: string,
): Promise<{ violationId: string; state: 'open' | 'agreed' | 'refused' } | null> {
  const row = await db
    .selectFrom('withdrawalProposal as w')
    .innerJoin('violation as v', 'v.id', 'w.violationId')
    .select(['w.violationId', 'w.state', 'v.inspectionId', 'v.producerId'])
    .where('w.certificateId', '=', certificateId)
    .where('w.state', 'in', ['open', 'agreed'])
    .orderBy('w.proposedAt', 'desc')
    .executeTakeFirst()
  if (!row || !(await violationStanding(db, actor, row)).inner) return null
  return { violationId: row.violationId, state: row.state as 'open' | 'agreed' }
}

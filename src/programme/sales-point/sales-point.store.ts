// All reading of points of sale. Scope is part of every query; monthly figures only for the desk and the operator.
import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import type { Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { knowsPoints, monthScope, pointRights, pointScope } from './sales-point.load.ts'
import type { MonthFacts, PointKind, PointState, Setting, Verdicts } from './sales-point.ts'

export const pointSorts = ['name', 'recent', 'products'] as const
export type PointSort = (typeof pointSorts)[number]
export type PointQuery = {
  search: string
  kind: PointKind | null
  state: PointState | null
  setting: Setting | null
  sort: PointSort
  page: number
  perPage: number
}

export type PointRow = {
  id: string
  kind: PointKind
  name: string
  address: string
  place: string | null
  outside: boolean
  setting: Setting
  operatorName: string
  state: PointState
  openedOn: string
  products: number
  /** Months that are late; null for who does not read the figures. */
  late: number | null
}

const placeName = sql<string>`(select u.full_name from unit u where u.era = s.unit_era
  and ((s.commune_code is not null and u.level = 'commune' and u.code = s.commune_code)
    or (s.commune_code is null and u.level = 'district' and u.code = s.district_code)) limit 1)`

/** Whether a product has a certificate in force on a day. */
export const certifiedOn = (productId: RawBuilder<unknown>, day: PlainDate): RawBuilder<boolean> => sql<boolean>`exists (
  select 1 from certificate k where k.product_id = ${productId} and k.state = 'valid' and k.issued_on <= ${day}::date and k.last_valid_on >= ${day}::date)`

const order: Record<PointSort, RawBuilder<unknown>> = {
  name: sql`s.name collate vi, s.id`,
  recent: sql`s.opened_on desc, s.id`,
  products: sql`products desc, s.name collate vi, s.id`,
}

export async function listPoints(
  db: Db | Tx,
  actor: Actor,
  query: PointQuery,
  today: PlainDate,
): Promise<{ total: number; rows: PointRow[] }> {
  mustSee(knowsPoints(actor))
  const like = `%${escapeLike(fold(query.search))}%`
  const where = sql`${pointScope(actor)}
    and ${query.search === '' ? sql`true` : sql`(s.name_folded like ${like} or f_fold(s.address || ' ' || s.operator_name || ' ' || coalesce(${placeName}, '')) like ${like})`}
    and ${query.kind === null ? sql`true` : sql`s.kind = ${query.kind}`} and ${query.state === null ? sql`true` : sql`s.state = ${query.state}`}
    and ${query.setting === null ? sql`true` : sql`s.setting = ${query.setting}`}`
  const total = await sql<{ n: number }>`select count(*)::int as n from sales_point s where ${where}`.execute(db)
  const { rows } = await sql<PointRow>`
    select s.id, s.kind, s.name, s.address, ${placeName} as place, s.outside, s.setting, s.operator_name as "operatorName", s.state,
      s.opened_on::text as "openedOn",
      (select count(*)::int from sales_point_product x where x.point_id = s.id and x.until is null) as products,
      case when ${monthScope(actor)} then (select count(*)::int from sales_point_month m
        where m.point_id = s.id and m.filed_at is null and m.due_on < ${today}::date) end as late
    from sales_point s where ${where} order by ${order[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(
    db,
  )
  return { total: total.rows[0]?.n ?? 0, rows }
}

export type PointProduct = { productId: string; name: string; producer: string; since: string; until: string | null; certified: boolean }
export type MonthRow = MonthFacts & {
  month: string
  revenue: number | null
  products: number | null
  ocopProducts: number | null
  note: string
  remark: string
  filedBy: string | null
}

/** One point with what it sells, and its last 24 months for who reads them. Products off sale only for the desk. */
export async function pointFor(db: Db | Tx, actor: Actor, id: string | undefined, today: PlainDate) {
  const row = found(isId(id) ? await db.selectFrom('salesPoint').selectAll().where('id', '=', id).executeTakeFirst() : null)
  const rights = pointRights(actor, row)
  mustSee(rights.see)
  const place = await sql<{ place: string | null }>`select ${placeName} as place from sales_point s where s.id = ${row.id}`.execute(db)
  const products = await sql<PointProduct>`
    select p.id as "productId", p.name, o.name as producer, x.since::text as since, x.until::text as until, ${certifiedOn(sql`p.id`, today)} as certified
    from sales_point_product x join product p on p.id = x.product_id join producer o on o.id = p.producer_id
    where x.point_id = ${row.id} and ${rights.months ? sql`true` : sql`x.until is null`}
    order by x.until is not null, p.name collate vi, p.id limit 500`.execute(db)
  const months = rights.months
    ? await sql<MonthRow>`
        select m.month::text as month, m.due_on::text as "dueOn", m.revenue, m.products, m.ocop_products as "ocopProducts", m.note, m.filed_at as "filedAt",
          m.verdict, m.remark, m.filed_by as "filedBy"
        from sales_point_month m where m.point_id = ${row.id} order by m.month desc limit 24`.execute(db)
    : null
  return {
    point: {
      ...row,
      kind: row.kind as PointKind,
      state: row.state as PointState,
      setting: row.setting as Setting,
      criteria: row.criteria as Verdicts,
      place: place.rows[0]?.place ?? null,
    },
    rights,
    products: products.rows,
    months: (months?.rows ?? []).map((month) => ({ ...month, revenue: month.revenue === null ? null : Number(month.revenue) })),
  }
}

export type LateRow = { id: string; name: string; operatorName: string; month: string; dueOn: string; state: 'late' | 'filed' }

/** Months of the actor's points that are late, or filed and waiting to be looked at; the oldest day first. */
export async function openMonths(db: Db | Tx, actor: Actor, today: PlainDate, page: { limit: number; offset: number }) {
  mustSee(knowsPoints(actor))
  const where = sql`${monthScope(actor)} and ((m.filed_at is null and m.due_on < ${today}::date) or (m.filed_at is not null and m.verdict is null))`
  const total = await sql<{
    n: number
  }>`select count(*)::int as n from sales_point_month m join sales_point s on s.id = m.point_id where ${where}`.execute(db)
  const { rows } = await sql<LateRow>`
    select s.id, s.name, s.operator_name as "operatorName", m.month::text as month, m.due_on::text as "dueOn",
      case when m.filed_at is null then 'late' else 'filed' end as state
    from sales_point_month m join sales_point s on s.id = m.point_id where ${where}
    order by m.due_on, s.name collate vi, s.id limit ${page.limit} offset ${page.offset}`.execute(db)
  return { total: total.rows[0]?.n ?? 0, rows }
}

export async function pointHistory(db: Db | Tx, pointId: string) {
  const rows = await db
    .selectFrom('auditEntry')
    .select(['at', 'verb', 'actorName', 'payload'])
    .where('subjectKind', '=', 'salesPoint')
    .where('subjectId', '=', pointId)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ at: row.at, verb: row.verb, who: row.actorName, payload: row.payload as Record<string, unknown> }))
}

export async function readsPoint(db: Db | Tx, actor: Actor, id: string): Promise<boolean> {
  const row = await db.selectFrom('salesPoint').selectAll().where('id', '=', id).executeTakeFirst()
  return row !== undefined && pointRights(actor, row).months
}

export type PublicPoint = {
  id: string
  kind: PointKind
  name: string
  address: string
  place: string | null
  setting: Setting
  outside: boolean
  latitudeE6: number | null
  longitudeE6: number | null
  products: number
}

/** Running points of a province for anyone: where they are and how many products with a certificate in force they sell. No operator, no figures. */
export async function publicPoints(
  db: Db | Tx,
  provinceCode: string,
  query: { search: string; page: number; perPage: number },
  today: PlainDate,
): Promise<{ total: number; rows: PublicPoint[] }> {
  const like = `%${escapeLike(fold(query.search))}%`
  const where = sql`s.province_code = ${provinceCode} and s.state = 'running' and ${
    query.search === ''
      ? sql`true`
      : sql`(s.name_folded like ${like} or f_fold(s.address || ' ' || coalesce(${placeName}, '')) like ${like})`
  }`
  const total = await sql<{ n: number }>`select count(*)::int as n from sales_point s where ${where}`.execute(db)
  const { rows } = await sql<PublicPoint>`
    select s.id, s.kind, s.name, s.address, ${placeName} as place, s.setting, s.outside, s.latitude_e6 as "latitudeE6", s.longitude_e6 as "longitudeE6",
      (select count(distinct x.product_id)::int from sales_point_product x where x.point_id = s.id and x.until is null and ${certifiedOn(sql`x.product_id`, today)}) as products
    from sales_point s where ${where} order by s.outside, ${placeName} collate vi, s.name collate vi, s.id
    limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { total: total.rows[0]?.n ?? 0, rows }
}

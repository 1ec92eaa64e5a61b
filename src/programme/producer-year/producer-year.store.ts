// All reading of yearly figures. Scope is part of every query; what is not filed is nobody's but the producer's.
import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import { isId } from '#/platform/database/id.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { escapeLike, foldedWords } from '#/platform/text/fold.ts'
import { producersOf, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { settingOf } from '../setting.ts'
import {
  yearFields,
  type ProductFigures,
  type ProductYear,
  type YearField,
  type YearFigures,
  type YearLimits,
  type YearState,
} from './producer-year.ts'
import { yearJump, yearPriceMax, yearPriceMin } from './producer-year.settings.ts'
import { readsYears, yearRights, type YearRights } from './rights.ts'

const figuresOf = (row: YearFigures): YearFigures => Object.fromEntries(yearFields.map((name) => [name, row[name]])) as YearFigures

export async function limitsOf(db: Db | Tx, provinceCode: string): Promise<YearLimits> {
  const [jumpPercent, low, high] = [
    await settingOf(db, provinceCode, yearJump),
    await settingOf(db, provinceCode, yearPriceMin),
    await settingOf(db, provinceCode, yearPriceMax),
  ]
  return { jumpPercent, priceMin: low * 1000, priceMax: high * 1000 }
}

export async function dueOf(db: Db | Tx, provinceCode: string, year: number): Promise<{ dueOn: PlainDate; version: number } | null> {
  const row = await db
    .selectFrom('producerYearTerm')
    .select(['dueOn', 'version'])
    .where('provinceCode', '=', provinceCode)
    .where('year', '=', year)
    .executeTakeFirst()
  return row ?? null
}

/** Products of a producer with what was said of them in the year; recognised ones first. */
async function productsIn(db: Db | Tx, producerId: string, year: number): Promise<ProductYear[]> {
  const rows = await sql<ProductYear>`
    select p.id as product_id, p.name, coalesce(y.unit, last.unit, 'kg') as unit, y.output_e3, y.price, y.revenue, c.id is not null as recognised
      from product p
      left join (select y.* from product_year y join producer_year h on h.id = y.producer_year_id where h.producer_id = ${producerId} and h.year = ${year}) y
        on y.product_id = p.id
      left join (select y.product_id, y.unit from product_year y join producer_year h on h.id = y.producer_year_id
                  where h.producer_id = ${producerId} and h.year = ${year - 1}) last on last.product_id = p.id
      left join lateral (select c.id from certificate c where c.product_id = p.id and c.issued_on <= ${`${year}-12-31`}::date
                  and c.last_valid_on >= ${`${year}-01-01`}::date and c.state <> 'annulled' limit 1) c on true
     where p.producer_id = ${producerId}
     order by recognised desc, p.name collate vi, p.id limit 100`.execute(db)
  return rows.rows
}

export type YearRecord = Awaited<ReturnType<typeof yearFor>>

/** A producer's year as `actor` may see it; "not found" for everyone else and for rubbish. `lock` holds the row of the year. */
export async function yearFor(db: Db | Tx, actor: Actor, producerId: string | undefined, yearText: string | undefined, lock = false) {
  const year = /^20\d\d$/.test(yearText ?? '') ? Number(yearText) : 0
  const producer = found(
    isId(producerId) && year >= 2015
      ? await db
          .selectFrom('producer')
          .select(['id', 'name', 'provinceCode', 'communeCode', 'demo'])
          .where('id', '=', producerId)
          .executeTakeFirst()
      : null,
  )
  let asked = db.selectFrom('producerYear').selectAll().where('producerId', '=', producer.id).where('year', '=', year)
  if (lock) asked = asked.forUpdate()
  const stored = await asked.executeTakeFirst()
  const row = stored
    ? { ...stored, state: stored.state as YearState, confirmedJumps: stored.confirmedJumps as Record<string, string> }
    : null
  const rights: YearRights = yearRights(actor, {
    producerId: producer.id,
    provinceCode: producer.provinceCode,
    communeCode: producer.communeCode,
    state: row?.state ?? null,
    filedBefore: row !== null && row.state !== 'draft' && row.filedAt !== null,
  })
  mustSee(rights.see)
  const last = await db
    .selectFrom('producerYear')
    .selectAll()
    .where('producerId', '=', producer.id)
    .where('year', '=', year - 1)
    .where('filedAt', 'is not', null)
    .executeTakeFirst()
  const lastProducts = last
    ? await db
        .selectFrom('productYear')
        .select(['productId', 'unit', 'outputE3', 'price', 'revenue'])
        .where('producerYearId', '=', last.id)
        .execute()
    : []
  return {
    producer,
    year,
    row,
    rights,
    figures: row ? figuresOf(row) : (Object.fromEntries(yearFields.map((name) => [name, null])) as YearFigures),
    products: await productsIn(db, producer.id, year),
    before: last ? { figures: figuresOf(last), products: lastProducts.map((one): ProductFigures => ({ ...one, name: '' })) } : null,
    limits: await limitsOf(db, producer.provinceCode),
    term: await dueOf(db, producer.provinceCode, year),
  }
}

/** The own producers' years since `from`, newest first, with what stands of each; a year not begun has no state. */
export async function ownYears(db: Db | Tx, actor: Actor, years: readonly number[]) {
  const rows = await sql<{
    producerId: string
    producer: string
    year: number
    state: YearState | null
    filedAt: Date | null
    dueOn: PlainDate | null
    remark: string | null
  }>`
    select p.id as producer_id, p.name as producer, n.year::int as year, y.state, y.filed_at, t.due_on, y.remark
      from producer p cross join unnest(${[...years]}::int[]) as n (year)
      left join producer_year y on y.producer_id = p.id and y.year = n.year
      left join producer_year_term t on t.province_code = p.province_code and t.year = n.year
     where p.id = any(${producersOf(actor)}::uuid[]) order by n.year desc, p.name collate vi`.execute(db)
  return rows.rows
}

export const listStates = ['missing', 'draft', 'filed', 'returned', 'checked'] as const
export const yearSorts = ['name', 'commune', 'workers', 'revenue', 'filed'] as const
export type YearSort = (typeof yearSorts)[number]
export type YearQuery = {
  year: number
  search: string
  state: (typeof listStates)[number] | null
  /** Only late ones, or only those to follow up. */
  only: 'late' | 'followUp' | null
  sort: YearSort
  page: number
  perPage: number
}

/** Figures are null until they were filed. */
export type YearLine = Record<YearField, number | null> & {
  producerId: string
  producer: string
  taxCode: string | null
  commune: string
  state: YearState | null
  filedAt: Date | null
  followUp: boolean
  late: boolean
}

/**
 * Who owes figures of a year: producers with a recognition in force in it. Interpretation: others may file and are shown once they have begun.
 */
export const owes = (
  year: number,
) => sql`exists (select 1 from product q join certificate c on c.product_id = q.id where q.producer_id = p.id
  and c.issued_on <= ${`${year}-12-31`}::date and c.last_valid_on >= ${`${year}-01-01`}::date and c.state <> 'annulled')`

function scopeOf(actor: Actor): RawBuilder<unknown> {
  const whole = actor.grants.flatMap((grant) => (['office', 'leader', 'advisor'].includes(grant.role) ? [grant.authority] : []))
  const communes = actor.grants.flatMap((grant) =>
    ['communeOfficer', 'communeLeader'].includes(grant.role) && grant.communeCode ? [`${grant.provinceCode}:${grant.communeCode}`] : [],
  )
  return sql`(p.province_code = any(${whole}::text[]) or p.province_code || ':' || p.commune_code = any(${communes}::text[]))`
}

const orders: Record<YearSort, RawBuilder<unknown>> = {
  name: sql`p.name collate vi, p.id`,
  commune: sql`u.name collate vi, p.id`,
  workers: sql`workers desc nulls last, p.id`,
  revenue: sql`revenue desc nulls last, p.id`,
  filed: sql`y.filed_at desc nulls last, p.id`,
}

/** One page of a year with the number of all that match, and how many stand where. "Not found" to who reads none. */
export async function listYears(
  db: Db | Tx,
  actor: Actor,
  query: YearQuery,
  today: PlainDate,
): Promise<{ rows: YearLine[]; total: number; late: number; missing: number; owed: number }> {
  mustSee(readsYears(actor))
  const filedOn = sql`(y.filed_at at time zone 'Asia/Ho_Chi_Minh')::date`
  const late = sql`coalesce(coalesce(case when y.state <> 'draft' then ${filedOn} end, ${today}::date) > t.due_on, false)`
  const from = sql`from producer p
    join unit u on u.era = p.unit_era and u.code = p.commune_code
    left join producer_year y on y.producer_id = p.id and y.year = ${query.year}
    left join producer_year_term t on t.province_code = p.province_code and t.year = ${query.year}
    where ${scopeOf(actor)} and (y.id is not null or ${owes(query.year)})`
  const parts: RawBuilder<unknown>[] = [sql`true`]
  for (const word of foldedWords(query.search)) {
    const like = `%${escapeLike(word)}%`
    parts.push(sql`(p.name_folded like ${like} or u.name_folded like ${like})`)
  }
  if (query.state) parts.push(query.state === 'missing' ? sql`y.id is null` : sql`y.state = ${query.state}`)
  if (query.only) parts.push(query.only === 'late' ? late : sql`y.follow_up`)
  const matching = sql.join(parts, sql` and `)
  const counted = await sql<{ n: number; late: number; missing: number; owed: number }>`
    select count(*) filter (where ${matching})::int as n, count(*) filter (where ${late})::int as late,
           count(*) filter (where y.id is null or y.state = 'draft')::int as missing, count(*)::int as owed ${from}`.execute(db)
  const figures = sql.join(
    yearFields.map(
      (name) => sql`case when y.state <> 'draft' and y.filed_at is not null then ${sql.ref(`y.${name}`)} end as ${sql.ref(name)}`,
    ),
  )
  const rows = await sql<YearLine>`
    select p.id as producer_id, p.name as producer, p.tax_code, u.full_name as commune, y.state, y.filed_at, coalesce(y.follow_up, false) as follow_up,
           ${late} as late, ${figures} ${from} and ${matching}
    order by ${orders[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  const all = counted.rows[0]
  return { rows: rows.rows, total: all?.n ?? 0, late: all?.late ?? 0, missing: all?.missing ?? 0, owed: all?.owed ?? 0 }
}

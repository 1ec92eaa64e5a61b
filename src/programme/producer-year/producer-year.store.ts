// All reading of yearly figures. Scope is part of every query; what is not filed, or is being mended, is nobody's but the producer's.
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
import { asTold, eventsOf, type YearEvent } from './history.ts'
import { changesOf, lastTold } from './history.store.ts'
import { yearJump, yearPriceMax, yearPriceMin } from './producer-year.settings.ts'
import { readsYears, yearRights, type YearRights } from './rights.ts'

export const noFigures = Object.fromEntries(yearFields.map((name) => [name, null])) as YearFigures
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
  const products = await productsIn(db, producer.id, year)
  const filed = row?.state === 'returned' && !rights.owner ? await lastTold(db, row.id) : null
  const shown = filed ? asTold(filed, products) : { figures: row ? figuresOf(row) : noFigures, products, note: row?.note ?? '' }
  return {
    producer,
    year,
    row: row && { ...row, note: shown.note },
    rights,
    figures: shown.figures,
    products: shown.products,
    before: last ? { figures: figuresOf(last), products: lastProducts.map((one): ProductFigures => ({ ...one, name: '' })) } : null,
    limits: await limitsOf(db, producer.provinceCode),
    term: await dueOf(db, producer.provinceCode, year),
  }
}

/** The history of a year its reader was judged to see, newest first. */
export async function yearHistory(db: Db | Tx, { row, rights }: Pick<YearRecord, 'row' | 'rights'>): Promise<YearEvent[]> {
  return row ? eventsOf(await changesOf(db, row.id), rights.owner) : []
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

/** Figures are null until they are filed, and while they are being mended. */
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

/** Producers the actor answers for, as a condition on `p`: of a whole province, of its communes. */
export function scopeOf(actor: Actor): RawBuilder<unknown> {
  const whole = actor.grants.flatMap((grant) => (['office', 'leader', 'advisor'].includes(grant.role) ? [grant.authority] : []))
  const communes = actor.grants.flatMap((grant) =>
    ['communeOfficer', 'communeLeader'].includes(grant.role) && grant.communeCode ? [`${grant.provinceCode}:${grant.communeCode}`] : [],
  )
  return sql`(p.province_code = any(${whole}::text[]) or p.province_code || ':' || p.commune_code = any(${communes}::text[]))`
}

const orders: Record<YearSort, { key: RawBuilder<unknown>; down: boolean }> = {
  name: { key: sql`p.name collate vi`, down: false },
  commune: { key: sql`u.name collate vi`, down: false },
  workers: { key: told('workers'), down: true },
  revenue: { key: told('revenue'), down: true },
  filed: { key: sql`y.filed_at`, down: true },
}

/** A figure that stands: filed, and not on its way back to be mended. */
function told(name: YearField): RawBuilder<unknown> {
  return sql`case when y.state in ('filed', 'checked') then ${sql.ref(`y.${name}`)} end`
}

/** One page of a year with the number of all that match, and how many stand where: one pass over the year. "Not found" to who reads none. */
export async function listYears(
  db: Db | Tx,
  actor: Actor,
  query: YearQuery,
  today: PlainDate,
): Promise<{ rows: YearLine[]; total: number; late: number; missing: number; owed: number }> {
  mustSee(readsYears(actor))
  const filedOn = sql`(y.filed_at at time zone 'Asia/Ho_Chi_Minh')::date`
  const parts: RawBuilder<unknown>[] = [sql`true`]
  for (const word of foldedWords(query.search)) {
    const like = `%${escapeLike(word)}%`
    parts.push(sql`(p.name_folded like ${like} or u.name_folded like ${like})`)
  }
  if (query.state) parts.push(query.state === 'missing' ? sql`y.id is null` : sql`y.state = ${query.state}`)
  const late = sql`coalesce(coalesce(case when y.state <> 'draft' then ${filedOn} end, ${today}::date) > t.due_on, false)`
  if (query.only) parts.push(query.only === 'late' ? late : sql`coalesce(y.follow_up, false)`)
  const { key, down } = orders[query.sort]
  const way = down ? sql`desc nulls last` : sql`asc nulls last`
  const figures = sql.join(yearFields.map((name) => sql`${told(name)} as ${sql.ref(name)}`))
  type Line = YearLine & { n: number; allLate: number; missing: number; owed: number; producerId: string | null }
  const { rows } = await sql<Line>`
    with base as materialized (
      select p.id, y.id as year_id, ${late} as late, y.id is null or y.state = 'draft' as missing, (${sql.join(parts, sql` and `)}) as matching, ${key} as key
        from producer p
        join unit u on u.era = p.unit_era and u.code = p.commune_code
        left join producer_year y on y.producer_id = p.id and y.year = ${query.year}
        left join producer_year_term t on t.province_code = p.province_code and t.year = ${query.year}
       where ${scopeOf(actor)} and (y.id is not null or ${owes(query.year)})),
    counted as (
      select count(*) filter (where matching)::int as n, count(*) filter (where late)::int as all_late, count(*) filter (where missing)::int as missing,
             count(*)::int as owed from base),
    page as (
      select * from base where matching order by key ${way}, id limit ${query.perPage} offset ${(query.page - 1) * query.perPage})
    select c.n, c.all_late, c.missing, c.owed, p.id as producer_id, p.name as producer, p.tax_code, u.full_name as commune, y.state, y.filed_at,
           coalesce(y.follow_up, false) as follow_up, g.late, ${figures}
      from counted c left join page g on true left join producer p on p.id = g.id
      left join unit u on u.era = p.unit_era and u.code = p.commune_code left join producer_year y on y.id = g.year_id
     order by g.key ${way}, g.id`.execute(db)
  const [first] = rows
  return {
    rows: rows.flatMap(({ n: _n, allLate: _late, missing: _missing, owed: _owed, ...row }) => (row.producerId === null ? [] : [row])),
    total: first?.n ?? 0,
    late: first?.allLate ?? 0,
    missing: first?.missing ?? 0,
    owed: first?.owed ?? 0,
  }
}

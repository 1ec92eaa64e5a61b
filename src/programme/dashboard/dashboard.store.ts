// What the dashboard shows, in a few set-based reads over the same facts as the indicators. Scope: the frame's province, desk and days.
import { sql } from 'kysely'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Db } from '#/platform/database/open.ts'
import type { Frame } from '../indicator/indicator.ts'
import { inPart, ofDesk, placed } from '../indicator/place.sql.ts'
import { firstRecognitions, validProducts } from '../indicator/recognition.sql.ts'

export type Counted = { key: string; n: number }
export type ProductCounts = {
  total: number
  /** Of them those whose certificate ends within 180 days, when re-assessment opens (QĐ 26/2026 Đ7.6). */
  expiring: number
  stars: Counted[]
  sectors: Counted[]
  communes: (Counted & { name: string | null })[]
  months: Counted[]
  /** OCOP producers, as `producers-active` counts them: of the place themselves; and by legal form, most first. */
  producers: number
  forms: Counted[]
}

/**
 * Products in force on the frame's last day: all, by star, sector and commune, by the month their
 * certificate ends (twelve months from then), and whose they are by legal form.
 */
export async function productCounts(db: Db, frame: Frame): Promise<ProductCounts> {
  const { rows } = await sql<{
    by: 'total' | 'star' | 'sector' | 'commune' | 'month' | 'form'
    expiring: number
    key: string | null
    name: string | null
    n: number
  }>`
    with r as materialized (
      select g.star, g.sector, g.unit as commune_code, g.producer_id, case when g.last_valid_on < ${frame.to}::date + interval '12 months' then to_char(g.last_valid_on, 'YYYY-MM') end as month,
        g.last_valid_on <= ${frame.to}::date + 180 as expiring
      from (${validProducts(frame)}) g), kept as (select * from r where ${inPart(frame)}),
      counted as (
        select case when grouping(star) = 0 then 'star' when grouping(sector) = 0 then 'sector' when grouping(commune_code) = 0 then 'commune'
            when grouping(month) = 0 then 'month' else 'total' end as by,
          coalesce(star::text, sector, commune_code, month) as key, count(*)::int as n,
          (count(*) filter (where expiring))::int as expiring
        from kept group by grouping sets ((star), (sector), (commune_code), (month), ())
        union all
        select 'form', r.legal_form, count(*)::int, 0
        from (select o.legal_form, pl.unit as commune_code from producer o join ${placed(frame, sql`o.unit_era`, sql`o.commune_code`)}
          where o.id in (select producer_id from r)) r
        where ${inPart(frame)} group by 2)
    select c.by, c.key, u.full_name as name, c.n, c.expiring from counted c left join unit u on c.by = 'commune' and u.era = ${frame.era} and u.code = c.key
    order by c.by, c.n desc, c.key`.execute(db)
  const of = (by: string) => rows.filter((row) => row.by === by)
  const named = (by: string) => of(by).flatMap(({ key, n }) => (key === null ? [] : [{ key, n }]))
  return {
    producers: named('form').reduce((sum, form) => sum + form.n, 0),
    forms: named('form'),
    total: of('total')[0]?.n ?? 0,
    expiring: of('total')[0]?.expiring ?? 0,
    stars: named('star').toSorted((a, b) => (a.key < b.key ? 1 : -1)),
    sectors: named('sector'),
    communes: of('commune').map(({ key, name, n }) => ({ key: key ?? '', name, n })),
    months: named('month').toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  }
}

/** Products recognised for the first time, by year, of the years until the frame's last day. */
export async function newByYear(db: Db, frame: Frame, years: number): Promise<Counted[]> {
  const last = Number(frame.to.slice(0, 4))
  const { rows } = await sql<Counted>`
    select extract(year from r.on_day)::int::text as key, count(*)::int as n
    from (select g.on_day, g.unit as commune_code from (${firstRecognitions(frame)}) g) r
    where ${inPart(frame)} and extract(year from r.on_day) > ${last - years}::int group by 1`.execute(db)
  const counts = new Map(rows.map((row) => [row.key, row.n]))
  return Array.from({ length: years }, (_, index) => String(last - years + 1 + index)).map((key) => ({ key, n: counts.get(key) ?? 0 }))
}

export type MoneyOfSource = { key: string; allocated: number; disbursed: number }

/** The frame's approved money by kind of source, whole đồng; and what its lines planned. */
export async function moneyBySource(db: Db, frame: Frame): Promise<{ planned: number; sources: MoneyOfSource[] }> {
  const planned = await sql<{ n: number }>`
    select coalesce(sum(l.planned), 0)::bigint as n from budget_line l
    where ${ofDesk(frame, sql`l.authority`)} and l.year between extract(year from ${frame.from}::date) and extract(year from ${frame.to}::date)`.execute(
    db,
  )
  const { rows } = await sql<MoneyOfSource>`
    select f.kind as key,
      coalesce(sum(case when e.kind in ('allocation', 'transferIn', 'carryOver') then e.amount when e.kind in ('cut', 'transferOut') then -e.amount end), 0)::bigint as allocated,
      coalesce(sum(case when e.kind = 'disbursement' then e.amount when e.kind in ('failed', 'returned', 'recovered') then -e.amount end), 0)::bigint as disbursed
    from money_entry e join fund_source f on f.id = e.source_id
    where ${ofDesk(frame, sql`e.authority`)} and e.state = 'approved' and e.on_day between ${frame.from}::date and ${frame.to}::date
    group by f.kind order by allocated desc, key`.execute(db)
  return { planned: planned.rows[0]?.n ?? 0, sources: rows }
}

/** Products in force in every province of today; older places go with their land where that is certain. */
export async function productsByProvince(db: Db, day: PlainDate): Promise<{ code: string; name: string; n: number }[]> {
  const { rows } = await sql<{ code: string; name: string; n: number }>`
    with place as materialized (
      select u.era, u.code, u.province_code from unit u where u.era = 'e2025' and u.level = 'commune'
      union all
      select s.old_era, s.old_code, min(u.province_code) from unit_succession s join unit u on u.era = s.new_era and u.code = s.new_code
      where s.new_era = 'e2025' and s.old_era <> 'e2025' group by 1, 2 having min(u.province_code) = max(u.province_code)),
    counted as (
      select p.province_code, count(distinct c.product_id)::int as n from certificate c join place p on p.era = c.unit_era and p.code = c.commune_code
      where c.state = 'valid' and c.issued_on <= ${day}::date and c.last_valid_on >= ${day}::date group by 1)
    select u.code, u.full_name as name, coalesce(n.n, 0) as n from unit u left join counted n on n.province_code = u.code
    where u.era = 'e2025' and u.level = 'province' order by u.code`.execute(db)
  return rows
}

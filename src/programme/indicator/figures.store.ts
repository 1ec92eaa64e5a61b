// Computing: one figure, one figure for every unit at once, the rows behind it. The parts of a frame are taken here, once, for every indicator.
import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, foldedWords } from '#/platform/text/fold.ts'
import { indicatorOf, paramsOf } from './registry.ts'
import type { Figure, Frame, Indicator, IndicatorRow, Measure } from './indicator.ts'
import { inPart } from './place.sql.ts'

const noDenominator = { vi: 'Không có mẫu số trong kỳ.', en: 'There is nothing to divide by in the period.' }

function blankOf(of: Indicator, denominator: number | null): Figure['blank'] {
  return denominator === 0 ? (of.zeroDenominator ?? noDenominator) : null
}

/** What a measure adds up to: each key once, or the sum of the amounts. */
function total(measure: Measure<unknown>): RawBuilder<number> {
  return measure.counts === 'rows' ? sql<number>`count(distinct r.key)::bigint` : sql<number>`coalesce(sum(r.amount), 0)::bigint`
}

/** The figure of an indicator. Throws RangeError for an id that does not exist or parameters it does not take. */
export async function figureOf(db: Db | Tx, id: string, frame: Frame, params: unknown, now: Date): Promise<Figure> {
  const of = indicatorOf(id)
  const read = paramsOf(of, params)
  const one = (measure: Measure<unknown>) => sql`(select ${total(measure)} from (${measure.rows(frame, read)}) r where ${inPart(frame)})`
  const { rows } = await sql<{ numerator: number; denominator: number | null }>`
    select ${one(of.numerator)} as numerator, ${of.denominator ? one(of.denominator) : sql`null::bigint`} as denominator`.execute(db)
  const { numerator, denominator } = rows[0] ?? { numerator: 0, denominator: null }
  return { numerator, denominator, blank: blankOf(of, denominator), asOf: frame.to, computedAt: now }
}

/** A figure to compute: whose, of when, with which parameters. */
type FigureAsked = { id: string; frame: Frame; params: unknown }

/** Side by side, yet leaving connections of the pool to other readers. */
const AT_ONCE = 4

/**
 * Many figures in the order asked. Not one statement: PostgreSQL would plan a dozen of them as one of great cost, compile it for seconds
 * before the first row, and use no worker.
 */
export async function figuresOf(db: Db | Tx, asked: readonly FigureAsked[], now: Date): Promise<Figure[]> {
  const figures: Figure[] = []
  for (let at = 0; at < asked.length; at += AT_ONCE)
    figures.push(...(await Promise.all(asked.slice(at, at + AT_ONCE).map(({ id, frame, params }) => figureOf(db, id, frame, params, now)))))
  return figures
}

/** `code` null: counted in the whole, but in no unit for certain (an older place that was split, a record that names no commune). */
export type UnitFigure = { code: string | null; name: string | null; numerator: number; denominator: number | null; blank: Figure['blank'] }

/** The figure of every commune or district of the frame, those with nothing too; one query. Units by code, the uncertain last. */
export async function figuresByUnit(
  db: Db | Tx,
  id: string,
  frame: Frame,
  params: unknown,
  level: 'commune' | 'district',
): Promise<UnitFigure[]> {
  const of = indicatorOf(id)
  const read = paramsOf(of, params)
  const unit =
    level === 'commune'
      ? sql`case when w.level = 'commune' then w.code end`
      : sql`case w.level when 'district' then w.code when 'commune' then w.parent_code end`
  const grouped = (measure: Measure<unknown>) => sql`(
    select ${unit} as code, ${total(measure)} as value from (${measure.rows(frame, read)}) r
      left join unit w on w.era = ${frame.era} and w.code = r.commune_code
    where ${inPart(frame)} group by 1)`
  const { rows } = await sql<{ code: string | null; name: string | null; numerator: number | null; denominator: number | null }>`
    with numerator as materialized ${grouped(of.numerator)},
      denominator as materialized ${of.denominator ? grouped(of.denominator) : sql`(select null::text as code, null::bigint as value where false)`},
      units as (
        select u.code, u.full_name as name from unit u
        where u.era = ${frame.era} and u.level = ${level} and u.province_code = ${frame.provinceCode}
          and ${frame.communeCode === null ? sql`true` : sql`u.code = ${frame.communeCode}`}
          and ${frame.districtCode === null ? sql`true` : sql`${frame.districtCode} in (u.code, u.parent_code)`}
        union all
        select null, null where exists (select 1 from numerator where code is null) or exists (select 1 from denominator where code is null))
    select units.code, units.name, numerator.value as numerator, denominator.value as denominator
    from units left join numerator on numerator.code is not distinct from units.code
      left join denominator on denominator.code is not distinct from units.code
    order by units.code nulls last`.execute(db)
  return rows.map((row) => {
    const denominator = of.denominator ? (row.denominator ?? 0) : null
    return { code: row.code, name: row.name, numerator: row.numerator ?? 0, denominator, blank: blankOf(of, denominator) }
  })
}

export type RowsAsked = { part: 'numerator' | 'denominator'; page: number; size: number; words?: string }

/** The rows behind a figure, each thing once, by name; the total counts all of the search. */
export async function rowsOf(
  db: Db | Tx,
  id: string,
  frame: Frame,
  params: unknown,
  asked: RowsAsked,
): Promise<{ total: number; rows: IndicatorRow[] }> {
  const of = indicatorOf(id)
  const measure = asked.part === 'numerator' ? of.numerator : of.denominator
  if (!measure) return { total: 0, rows: [] }
  const words = foldedWords(asked.words ?? '').map((word) => sql<boolean>`f_fold(k.label) like ${`%${escapeLike(word)}%`}`)
  const { rows } = await sql<IndicatorRow & { total: number }>`
    with k as materialized (
      select distinct on (r.key${measure.counts === 'amount' ? sql`, r.subject_id` : sql``}) r.*
      from (${measure.rows(frame, paramsOf(of, params))}) r where ${inPart(frame)}
      order by r.key${measure.counts === 'amount' ? sql`, r.subject_id` : sql``}, r.commune_code nulls last)
    select k.*, count(*) over ()::int as total from k where ${words.length === 0 ? sql`true` : sql.join(words, sql` and `)}
    order by k.label, k.key limit ${asked.size} offset ${(asked.page - 1) * asked.size}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) }
}

/** The rows a figure is made of, in SQL, for those who keep them: each thing once where things are counted, every amount where amounts are summed. */
export function countedRows(id: string, frame: Frame, params: unknown, part: 'numerator' | 'denominator'): RawBuilder<IndicatorRow> | null {
  const of = indicatorOf(id)
  const measure = part === 'numerator' ? of.numerator : of.denominator
  if (!measure) return null
  const rows = sql`(${measure.rows(frame, paramsOf(of, params))}) r where ${inPart(frame)}`
  return measure.counts === 'amount'
    ? sql`select r.* from ${rows}`
    : sql`select distinct on (r.key) r.* from ${rows} order by r.key, r.commune_code nulls last`
}

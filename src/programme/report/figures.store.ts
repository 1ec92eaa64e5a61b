// Figures of a report: what is kept, the rows behind them, what the reports below add up to, what came before.
import { sql } from 'kysely'
import { addDays, type PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, foldedWords } from '#/platform/text/fold.ts'
import { countedRows, figureOf } from '../indicator/figures.store.ts'
import { basisPoints, type Frame } from '../indicator/indicator.ts'
import { indicatorOf } from '../indicator/registry.ts'
import { levelOf, provinceOf } from '../people/authority.ts'
import { flows, periodicKinds, type FigureRow, type FormContent } from './form.ts'
import type { ReportRecord } from './report.load.ts'
import { carriedInto } from './report.ts'

export type KeptFigure = {
  rowCode: string
  origin: 'computed' | 'lower' | 'hand'
  numerator: number | null
  denominator: number | null
  blankReason: string | null
  lowerNumerator: number | null
  lowerDenominator: number | null
  lowerUnits: number | null
  estimate: number | null
  trueUp: number | null
  carried: number | null
  cumulative: number | null
  comment: string
  plausibleConfirmed: string | null
}

export async function figuresOf(db: Db | Tx, reportId: string): Promise<Map<string, KeptFigure>> {
  const rows = await db.selectFrom('reportFigure').selectAll().where('reportId', '=', reportId).execute()
  return new Map(rows.map((row) => [row.rowCode, { ...row, origin: row.origin as KeptFigure['origin'] }]))
}

/** The part of the country and the days a report tells of. Null where nothing is counted: a body has no place, the ministry counts by its provinces. */
export function frameOf(report: ReportRecord, days: { from: PlainDate; to: PlainDate }): Frame | null {
  if (report.bodyId !== null || levelOf(report.authority) === 'central') return null
  return {
    authority: report.authority,
    provinceCode: provinceOf(report.authority),
    communeCode: report.communeCode,
    districtCode: report.communeCode === null ? (report.authority.split('.')[1] ?? null) : null,
    era: report.unitEra,
    ...days,
  }
}

/** Periods of the unit: the report before this one, and the first day of its first locked periodic report. */
type Chain = { previous: { from: PlainDate; to: PlainDate } | null; since: PlainDate | null }

export async function chainOf(db: Db | Tx, report: ReportRecord): Promise<Chain> {
  if (!periodicKinds.includes(report.kind)) return { previous: null, since: null }
  const { rows } = await sql<{ from: string | null; to: string | null; since: string | null }>`
    select b.period_from as "from", b.period_to as "to", (${ofUnit(report, sql`min(k.period_from)`)}) as since
    from (select 1) one left join report q on q.id = ${report.previousId}::uuid left join report_call b on b.id = q.call_id`.execute(db)
  const row = rows[0]
  return { previous: row?.from && row.to ? { from: row.from, to: row.to } : null, since: row?.since ?? null }
}

/** Earlier periodic reports of the same unit that are locked (`l`, its call `k`), that end before this period begins. */
function ofUnit(report: ReportRecord, what: ReturnType<typeof sql>, order = sql``) {
  return sql`
    select ${what} from report l join report_call k on k.id = l.call_id
    where k.authority = ${report.callAuthority} and k.kind in ('halfYear', 'year') and k.unit_era = ${report.unitEra} and k.period_to < ${report.periodFrom}
      and l.state in ('approved', 'accepted') and l.authority = ${report.authority}
      and l.commune_code is not distinct from ${report.communeCode} and l.body_id is not distinct from ${report.bodyId}::uuid ${order}`
}

/** Computes one row of a report and keeps it with the rows behind it. What was typed (estimate, comment, reasons) stays. */
export async function computeRow(tx: Tx, report: ReportRecord, row: FigureRow, chain: Chain, now: Date): Promise<void> {
  const lower = await lowerOf(tx, report.id, row.code)
  const frame = row.kind === 'indicator' ? frameOf(report, { from: report.periodFrom, to: report.cutOffOn }) : null
  await tx.deleteFrom('reportFigureRow').where('reportId', '=', report.id).where('rowCode', '=', row.code).execute()
  if (row.kind === 'indicator' && frame !== null) {
    const of = indicatorOf(row.indicator)
    const numerator = await keepRows(tx, report.id, row, frame, 'numerator')
    const denominator = of.denominator ? await keepRows(tx, report.id, row, frame, 'denominator') : null
    const blank = denominator === 0 ? (of.zeroDenominator?.vi ?? 'Không có mẫu số trong kỳ.') : null
    const counted = flows(row)
    const whole = (days: { from: PlainDate; to: PlainDate }) => figureOf(tx, row.indicator, { ...frame, ...days }, row.params, now)
    const trueUp = counted && chain.previous ? (await whole(chain.previous)).numerator : null
    // Counted anew over all periods: nothing between a cut-off and the end of its period is lost, nothing counts twice.
    const cumulative = counted && chain.since ? (await whole({ from: chain.since, to: report.cutOffOn })).numerator : null
    const carried =
      cumulative === null || chain.since === null
        ? null
        : (await whole({ from: chain.since, to: addDays(report.periodFrom, -1) })).numerator
    return put(
      tx,
      report.id,
      row.code,
      { origin: 'computed', numerator, denominator, blankReason: blank, ...lower, trueUp, carried, cumulative },
      now,
    )
  }
  const typed = (await figuresOf(tx, report.id)).get(row.code)
  const summed =
    lower.lowerUnits !== null && (row.kind === 'indicator' || typed === undefined || typed.origin !== 'hand' || typed.numerator === null)
  await put(
    tx,
    report.id,
    row.code,
    {
      ...(summed
        ? { origin: 'lower' as const, numerator: lower.lowerNumerator, denominator: lower.lowerDenominator }
        : { origin: typed?.origin ?? ('hand' as const) }),
      ...lower,
    },
    now,
  )
}

/** Keeps the rows of one part and answers what they make: the figure is always that of the rows kept. */
async function keepRows(tx: Tx, reportId: string, row: FigureRow, frame: Frame, part: 'numerator' | 'denominator'): Promise<number> {
  if (row.kind !== 'indicator') return 0
  const measure = indicatorOf(row.indicator)[part]
  const rows = countedRows(row.indicator, frame, row.params, part)
  if (!rows || !measure) return 0
  const { rows: made } = await sql<{ figure: number }>`
    with kept as (
      insert into report_figure_row (report_id, row_code, part, ordinal, subject_kind, subject_id, label, href, amount)
      select ${reportId}, ${row.code}, ${part}, row_number() over (order by k.label, k.key), k.subject_kind, k.subject_id, k.label, k.href, k.amount
      from (${rows}) k returning amount)
    select ${measure.counts === 'rows' ? sql`count(*)::bigint` : sql`coalesce(sum(amount), 0)::bigint`} as figure from kept`.execute(tx)
  return made[0]?.figure ?? 0
}

type Lower = Pick<KeptFigure, 'lowerNumerator' | 'lowerDenominator' | 'lowerUnits'>

/** What the approved reports directly below add up to: numerators and denominators apart, never a percentage. Nothing to report counts as 0. */
async function lowerOf(tx: Tx, reportId: string, rowCode: string): Promise<Lower> {
  const { rows } = await sql<{ numerator: number | null; denominator: number | null; units: number }>`
    select sum(f.numerator)::bigint as numerator, sum(f.denominator)::bigint as denominator,
      count(*) filter (where f.report_id is not null or r.nothing_to_report)::int as units
    from report r left join report_figure f on f.report_id = r.id and f.row_code = ${rowCode}
    where r.parent_id = ${reportId} and r.state in ('approved', 'accepted')`.execute(tx)
  const row = rows[0]
  if (!row || row.units === 0) return { lowerNumerator: null, lowerDenominator: null, lowerUnits: null }
  return { lowerNumerator: row.numerator ?? 0, lowerDenominator: row.denominator, lowerUnits: row.units }
}

export async function put(
  tx: Tx,
  reportId: string,
  rowCode: string,
  figure: Partial<KeptFigure>,
  now: Date,
  by: string | null = null,
): Promise<void> {
  const values = { ...figure, ...(by === null ? {} : { enteredBy: by }), enteredAt: now }
  await tx
    .insertInto('reportFigure')
    .values({ reportId, rowCode, origin: 'hand', ...values })
    .onConflict((conflict) => conflict.columns(['reportId', 'rowCode']).doUpdateSet(values))
    .execute()
}

/**
 * What earlier periods make for the typed rows that add up over time: the last locked report that ended before this period began, trued up by
 * whichever later report says how its whole period came out, by its restatement, or as it was reported.
 */
export async function carriedFigures(tx: Tx, report: ReportRecord): Promise<Map<string, number>> {
  if (!periodicKinds.includes(report.kind)) return new Map()
  const { rows } = await sql<{ rowCode: string; carried: number | null; done: number | null; actual: number | null }>`
    with last as (${ofUnit(report, sql`l.id`, sql`order by k.period_to desc, k.period_from limit 1`)})
    select f.row_code, f.carried,
      coalesce((select s.numerator from report_restatement s where s.report_id = f.report_id and s.row_code = f.row_code order by s.made_at desc limit 1), f.numerator) as done,
      coalesce(
        (select own.true_up from report_figure own where own.report_id = ${report.id} and own.row_code = f.row_code and f.report_id = ${report.previousId}::uuid),
        (select t.true_up from report n join report_figure t on t.report_id = n.id and t.row_code = f.row_code
         where n.previous_id = f.report_id and t.true_up is not null order by n.approved_at desc nulls last limit 1)) as actual
    from report_figure f join last on last.id = f.report_id`.execute(tx)
  return new Map(rows.map((row) => [row.rowCode, carriedInto(row, row.actual)]))
}

/** Typed rows with what came before them added; run after typing and after computing. */
export async function carryForward(tx: Tx, report: ReportRecord, content: FormContent): Promise<void> {
  const carried = await carriedFigures(tx, report)
  for (const row of content.sections.flatMap((section) => section.rows)) {
    if (row.kind !== 'hand' || !flows(row) || !periodicKinds.includes(report.kind)) continue
    const before = carried.get(row.code) ?? 0
    await sql`update report_figure set carried = ${before}, cumulative = ${before} + numerator where report_id = ${report.id} and row_code = ${row.code}`.execute(
      tx,
    )
  }
}

/** Numerators of the unit's last locked report of the same kind, by row: what a typed figure is held against. */
export async function lastFigures(db: Db | Tx, report: ReportRecord): Promise<Map<string, number | null>> {
  const { rows } = await sql<{ rowCode: string; numerator: number | null }>`
    select f.row_code, f.numerator from report_figure f where f.report_id = (
      select l.id from report l join report_call k on k.id = l.call_id
      where k.authority = ${report.callAuthority} and k.kind = ${report.kind} and k.unit_era = ${report.unitEra} and k.cut_off_on < ${report.cutOffOn}
        and l.state in ('approved', 'accepted') and l.authority = ${report.authority}
        and l.commune_code is not distinct from ${report.communeCode} and l.body_id is not distinct from ${report.bodyId}::uuid
      order by k.cut_off_on desc limit 1)`.execute(db)
  return new Map(rows.map((row) => [row.rowCode, row.numerator]))
}

export type BehindRow = { ordinal: number; label: string; href: string | null; amount: number | null }

/** The rows kept behind a figure, by name. */
export async function rowsBehind(
  db: Db | Tx,
  reportId: string,
  rowCode: string,
  asked: { part: 'numerator' | 'denominator'; words: string; page: number; size: number },
): Promise<{ total: number; rows: BehindRow[] }> {
  const words = foldedWords(asked.words).map((word) => sql<boolean>`f_fold(label) like ${`%${escapeLike(word)}%`}`)
  const { rows } = await sql<BehindRow & { total: number }>`
    select ordinal, label, href, amount, count(*) over ()::int as total from report_figure_row
    where report_id = ${reportId} and row_code = ${rowCode} and part = ${asked.part} and ${words.length === 0 ? sql`true` : sql.join(words, sql` and `)}
    order by ordinal limit ${asked.size} offset ${(asked.page - 1) * asked.size}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) }
}

export type LiveFigure = { numerator: number; denominator: number | null }

/** The computed rows as they would be counted now, over the same days. */
export async function liveFigures(
  db: Db | Tx,
  report: ReportRecord,
  rows: readonly FigureRow[],
  now: Date,
): Promise<Map<string, LiveFigure>> {
  const frame = frameOf(report, { from: report.periodFrom, to: report.cutOffOn })
  const live = new Map<string, LiveFigure>()
  if (frame === null) return live
  for (const row of rows) {
    if (row.kind !== 'indicator') continue
    const { numerator, denominator } = await figureOf(db, row.indicator, frame, row.params, now)
    live.set(row.code, { numerator, denominator })
  }
  return live
}

/** Figures of every report of a call that was sent, by report and row, for the table of all units: a percentage as its hundredths over 100. */
export async function figuresOfCall(db: Db | Tx, callId: string): Promise<Map<string, Map<string, number>>> {
  const { rows } = await sql<{ reportId: string; rowCode: string; numerator: number; denominator: number | null }>`
    select f.report_id, f.row_code, f.numerator, f.denominator from report_figure f join report r on r.id = f.report_id
    where r.call_id = ${callId} and r.filed_on is not null and f.numerator is not null`.execute(db)
  const byReport = new Map<string, Map<string, number>>()
  for (const { reportId, rowCode, numerator, denominator } of rows) {
    const value = denominator === null ? numerator : (basisPoints(numerator, denominator) ?? 0) / 100
    const of = byReport.get(reportId) ?? new Map<string, number>()
    byReport.set(reportId, of.set(rowCode, value))
  }
  return byReport
}

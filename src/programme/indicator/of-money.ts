// Indicators of money, rewards and reports.
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { indicator, noParams, type Frame, type Indicator, type IndicatorRow } from './indicator.ts'
import { ofDesk, placed, within } from './place.sql.ts'
import { firstRecognitions, productRow, recognitions } from './recognition.sql.ts'
import { registers } from './register-words.ts'

const source = z.object({
  source: z.enum(['central', 'province', 'district', 'commune', 'credit', 'own', 'integrated', 'other']).optional(),
})

type Sign = Readonly<Record<string, 1 | -1>>
/** Which entries make a sum, and which way each counts (migration 0033). */
const allocated: Sign = { allocation: 1, transferIn: 1, carryOver: 1, cut: -1, transferOut: -1 }
const disbursed: Sign = { disbursement: 1, failed: -1, returned: -1, recovered: -1 }

/** Approved entries of the desk in the period, signed. */
function entries(frame: Frame, sign: Sign, asked: z.infer<typeof source>): RawBuilder<IndicatorRow> {
  const minus = Object.keys(sign).filter((kind) => sign[kind] === -1)
  return sql<IndicatorRow>`
    select e.id::text as key, null::text as commune_code, case when e.kind in (${sql.join(minus)}) then -e.amount else e.amount end as amount,
      concat_ws(' · ', l.title, nullif(e.payee, ''), nullif(e.decision_number, '')) as label, '/kinh-phi/but-toan/' || e.id as href, 'moneyEntry' as subject_kind,
      e.id::text as subject_id
    from money_entry e join budget_line l on l.id = e.line_id join fund_source f on f.id = e.source_id
    where ${ofDesk(frame, sql`e.authority`)} and e.state = 'approved' and e.kind in (${sql.join(Object.keys(sign))}) and ${within(frame, sql`e.on_day`)}
      and ${asked.source === undefined ? sql`true` : sql`f.kind = ${asked.source}`}`
}

export const moneyIndicators: readonly Indicator[] = [
  indicator({
    id: 'money-planned',
    title: { vi: 'Kinh phí theo kế hoạch', en: 'Money planned' },
    formula: {
      vi: 'Tổng số tiền kế hoạch của các dòng kinh phí thuộc các năm trong kỳ.',
      en: 'Sum of the planned amounts of the budget lines of the years of the period.',
    },
    kind: 'event',
    adds: 'none',
    unit: 'dong',
    rows: 'desk',
    params: noParams,
    numerator: {
      counts: 'amount',
      rows: (frame) => sql`
        select l.id::text as key, null::text as commune_code, l.planned as amount, l.title as label, '/kinh-phi/khoan/' || l.id as href, 'budgetLine' as subject_kind,
          l.id::text as subject_id
        from budget_line l where ${ofDesk(frame, sql`l.authority`)} and l.planned is not null
          and l.year between extract(year from ${frame.from}::date) and extract(year from ${frame.to}::date)`,
    },
    source: 'S1:127, S2:105',
    registers: [registers.money],
  }),
  indicator({
    id: 'money-allocated',
    title: { vi: 'Kinh phí đã phân bổ', en: 'Money allocated' },
    formula: {
      vi: 'Phân bổ + nhận điều chuyển + chuyển nguồn − cắt giảm − điều chuyển đi, các bút toán đã duyệt, có ngày trong kỳ.',
      en: 'Allocations + transfers in + carry-overs − cuts − transfers out: approved entries of the period.',
    },
    kind: 'event',
    adds: 'none',
    unit: 'dong',
    rows: 'desk',
    params: source,
    numerator: { counts: 'amount', rows: (frame, asked) => entries(frame, allocated, asked) },
    source: 'S3:175',
    registers: [registers.money],
  }),
  indicator({
    id: 'money-disbursed',
    title: { vi: 'Kinh phí đã giải ngân', en: 'Money disbursed' },
    formula: {
      vi: 'Giải ngân − chi không thành − nộp trả − thu hồi, các bút toán đã duyệt, có ngày trong kỳ.',
      en: 'Disbursements − failed − returned − recovered: approved entries of the period.',
    },
    kind: 'event',
    adds: 'none',
    unit: 'dong',
    rows: 'desk',
    params: source,
    numerator: { counts: 'amount', rows: (frame, asked) => entries(frame, disbursed, asked) },
    source: 'S3:175',
    registers: [registers.money],
  }),
  indicator({
    id: 'rewards-paid',
    title: { vi: 'Tiền thưởng đã chi', en: 'Rewards paid' },
    formula: { vi: 'Tổng tiền thưởng sản phẩm đã chi, có ngày chi trong kỳ.', en: 'Sum of the rewards paid in the period.' },
    kind: 'event',
    adds: 'additive',
    unit: 'dong',
    rows: 'desk',
    params: noParams,
    numerator: {
      counts: 'amount',
      rows: (frame) => sql`
        select w.id::text as key, pl.unit as commune_code, w.amount, p.name || ' · ' || w.star || ' sao' as label, '/thuong/' || w.list_id as href,
          'reward' as subject_kind, w.id::text as subject_id
        from reward w join reward_list l on l.id = w.list_id join product p on p.id = w.product_id join producer o on o.id = w.producer_id
          left join ${placed(frame, sql`o.unit_era`, sql`o.commune_code`)}
        where ${ofDesk(frame, sql`l.authority`)} and w.state = 'paid' and ${within(frame, sql`w.paid_on`)}`,
    },
    source: 'S3:115-119',
    registers: [registers.reward],
  }),
  indicator({
    id: 'cost-per-new-star',
    title: { vi: 'Chi phí cho một hạng sao mới', en: 'Cost per new star' },
    formula: {
      vi: 'Kinh phí đã giải ngân trong kỳ, chia cho số sản phẩm được công nhận mới hoặc nâng hạng trong kỳ.',
      en: 'Money disbursed in the period, per product newly recognised or upgraded in the period.',
    },
    kind: 'event',
    adds: 'none',
    unit: 'dong',
    rows: 'desk',
    params: noParams,
    numerator: { counts: 'amount', rows: (frame) => entries(frame, disbursed, {}) },
    denominator: {
      counts: 'rows',
      rows: (frame) => sql`
        select ${productRow} from (${firstRecognitions(frame)}) g where ${within(frame, sql`g.on_day`)}
        union all
        select ${productRow} from (
          select g.*, lag(g.star) over (partition by g.key order by g.on_day, g.subject_id) as before from (${recognitions(frame)}) g) g
        where g.before < g.star and ${within(frame, sql`g.on_day`)}`,
    },
    zeroDenominator: {
      vi: 'Chưa có sản phẩm nào được công nhận mới hoặc nâng hạng trong kỳ.',
      en: 'No product was newly recognised or upgraded in the period.',
    },
    source: 'S2:101-119',
    registers: [registers.money, registers.certificate],
  }),
  indicator({
    id: 'reports-late',
    title: { vi: 'Báo cáo chậm', en: 'Late reports' },
    formula: {
      vi: 'Số báo cáo đến hạn trong kỳ mà nộp sau ngày hạn hoặc chưa nộp, chia cho số báo cáo đến hạn trong kỳ. Báo cáo “không phát sinh” đã nộp là đã nộp.',
      en: 'Reports due in the period that were first sent up after the due day or not at all, of all due in the period. A filed “nothing to report” is filed.',
    },
    kind: 'event',
    adds: 'ratio',
    unit: 'percent',
    rows: 'desk',
    params: noParams,
    numerator: {
      counts: 'rows',
      rows: (frame) => reports(frame, sql`coalesce(q.filed_on > q.due_on, true)`),
    },
    denominator: { counts: 'rows', rows: (frame) => reports(frame, sql`true`) },
    zeroDenominator: { vi: 'Không có báo cáo nào đến hạn trong kỳ.', en: 'No report was due in the period.' },
    source: 'S3:276',
    registers: [registers.report],
  }),
]

function reports(frame: Frame, holds: RawBuilder<unknown>): RawBuilder<IndicatorRow> {
  return sql<IndicatorRow>`
    select q.id::text as key, case when c.unit_era = ${frame.era} then q.commune_code end as commune_code, null::bigint as amount,
      q.unit_name || ' · ' || c.title as label, '/bao-cao/' || q.id as href, 'report' as subject_kind, q.id::text as subject_id
    from report q join report_call c on c.id = q.call_id
    where ${ofDesk(frame, sql`q.authority`)} and q.state <> 'notExpected' and ${within(frame, sql`q.due_on`)} and ${holds}`
}

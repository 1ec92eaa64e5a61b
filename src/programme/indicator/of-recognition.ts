// Indicators of recognition: what was recognised in a period, and what became of it (seed targets T01, T09, T10, T12, T29–T31, T33, T34, T36, T37, T39, T41).
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { indicator, type Frame, type Indicator, type IndicatorRow } from './indicator.ts'
import { ofDesk, within } from './place.sql.ts'
import { decidedAt, firstRecognitions, lastRecognitions, productRow, recognitions, validProducts } from './recognition.sql.ts'
import { groupParam, ofGroup, ofStars, starParams } from './product-params.ts'
import { registers } from './register-words.ts'

const both = [registers.certificate, registers.past]

/** Every recognition with the star the product had before it; null at the first. */
function withBefore(frame: Frame): RawBuilder<unknown> {
  return sql`select g.*, lag(g.star) over (partition by g.key order by g.on_day, g.subject_id) as before from (${recognitions(frame)}) g`
}

/** Each product once, with its latest such recognition: a product of two communes over time is counted in one. */
function latest(rows: RawBuilder<unknown>): RawBuilder<IndicatorRow> {
  return sql<IndicatorRow>`select ${productRow} from (select distinct on (g.key) g.* from (${rows}) g order by g.key, g.on_day desc, g.subject_id) g`
}

/** Products of which a recognition is over as `ended` says, withdrawn ones left out; `again`: only those recognised since. */
function expired(frame: Frame, ended: RawBuilder<boolean>, again: boolean): RawBuilder<IndicatorRow> {
  return latest(sql`
    select g.* from (select g.*, max(g.on_day) over (partition by g.key) as newest from (${recognitions(frame)}) g) g
    where ${ended} and not g.withdrawn and ${again ? sql`g.newest > g.on_day` : sql`true`}`)
}

const ways = { new: sql`g.before is null`, upgrade: sql`g.before < g.star`, renewal: sql`g.before is not null` }

const termEnded = (frame: Frame) => within(frame, sql`g.last_valid_on`)
const ofYear = (year: number) => sql<boolean>`extract(year from g.on_day) = ${year}::int`

export const recognitionIndicators: readonly Indicator[] = [
  indicator({
    id: 'recognised-new',
    title: { vi: 'Sản phẩm được công nhận mới', en: 'Products recognised for the first time' },
    formula: {
      vi: 'Số sản phẩm được công nhận từ 3 sao trở lên lần đầu trong kỳ. Công nhận lại và nâng hạng không thêm sản phẩm; giấy bị hủy không tính.',
      en: 'Products recognised at 3 stars or more for the first time in the period. Renewals and upgrades add none; annulled certificates do not count.',
    },
    kind: 'event',
    adds: 'additive',
    unit: 'product',
    params: z.object({ ...starParams, group: groupParam, authorityLevel: z.enum(['district', 'province', 'central']).optional() }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) => sql`
        select ${productRow} from (${firstRecognitions(frame)}) g
        where ${within(frame, sql`g.on_day`)} and ${ofStars(asked)} and ${ofGroup(asked.group)}
          and ${asked.authorityLevel === undefined ? sql`true` : sql`${decidedAt} = ${asked.authorityLevel}`}`,
    },
    source: 'S0:39, S1:59, S2:39, S3:89',
    registers: both,
  }),
  indicator({
    id: 'recognised-cumulative',
    title: { vi: 'Sản phẩm OCOP lũy kế', en: 'OCOP products, cumulative' },
    formula: {
      vi: 'Số sản phẩm đã được công nhận từ 3 sao trở lên đến ngày tính, mỗi sản phẩm một lần, theo hạng sao mới nhất. Cách đọc “còn hiệu lực”: chỉ sản phẩm có giấy chứng nhận còn hiệu lực vào ngày đó.',
      en: 'Products recognised at 3 stars or more until the day, each once, by its latest star. Read as “valid”: only those with a certificate in force on that day.',
    },
    kind: 'cumulative',
    adds: 'additive',
    unit: 'product',
    params: z.object({ ...starParams, valid: z.enum(['valid', 'ever']).default('ever') }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) =>
        sql`select ${productRow} from (${asked.valid === 'valid' ? validProducts(frame) : lastRecognitions(frame)}) g where ${ofStars(asked)}`,
    },
    source: 'S1:59, S2:39',
    registers: both,
  }),
  indicator({
    id: 'recognised-upgraded',
    title: { vi: 'Sản phẩm được nâng hạng sao', en: 'Products raised to a higher star' },
    formula: {
      vi: 'Số sản phẩm được công nhận trong kỳ ở hạng sao cao hơn lần công nhận liền trước.',
      en: 'Products recognised in the period at a higher star than at the recognition before.',
    },
    kind: 'event',
    adds: 'additive',
    unit: 'product',
    params: z.object({ from: z.int().min(3).max(5).optional(), to: z.int().min(3).max(5).optional() }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) =>
        latest(sql`
          select g.* from (${withBefore(frame)}) g where g.before < g.star and ${within(frame, sql`g.on_day`)}
            and ${asked.from === undefined ? sql`true` : sql`g.before = ${asked.from}`} and ${asked.to === undefined ? sql`true` : sql`g.star = ${asked.to}`}`),
    },
    source: 'S2:39, S3:151',
    registers: both,
  }),
  indicator({
    id: 'recognised-in-sets',
    title: { vi: 'Sản phẩm được công nhận theo bộ sản phẩm', en: 'Products recognised in given sets' },
    formula: {
      vi: 'Số sản phẩm của các bộ đã chọn được công nhận từ 3 sao trở lên trong kỳ (lần đầu, nâng hạng hoặc công nhận lại), mỗi sản phẩm một lần.',
      en: 'Products of the chosen sets recognised at 3 stars or more in the period (first, upgraded or renewed), each once.',
    },
    kind: 'event',
    adds: 'additive',
    unit: 'product',
    example: { sets: [21, 22] },
    params: z.object({ sets: z.array(z.int().min(1).max(99)).min(1) }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) =>
        latest(
          sql`select g.* from (${recognitions(frame)}) g where g.set_no in (${sql.join(asked.sets)}) and ${within(frame, sql`g.on_day`)}`,
        ),
    },
    source: 'S2:135, S2:147',
    registers: [registers.certificate],
  }),
  indicator({
    id: 'expired-renewed',
    title: { vi: 'Sản phẩm hết thời hạn được củng cố, công nhận lại', en: 'Expired products recognised again' },
    formula: {
      vi: 'Sản phẩm có giấy chứng nhận đến hạn trong kỳ và đã được công nhận lại hoặc nâng hạng đến ngày tính, chia cho sản phẩm có giấy chứng nhận đến hạn trong kỳ.',
      en: 'Products whose certificate reached its term in the period and that were renewed or upgraded by the day, of all whose certificate reached its term in the period.',
    },
    kind: 'event',
    adds: 'ratio',
    unit: 'percent',
    params: z.object({}),
    numerator: { counts: 'rows', rows: (frame) => expired(frame, termEnded(frame), true) },
    denominator: { counts: 'rows', rows: (frame) => expired(frame, termEnded(frame), false) },
    zeroDenominator: { vi: 'Không có giấy chứng nhận nào đến hạn trong kỳ.', en: 'No certificate reached its term in the period.' },
    source: 'S1:59',
    registers: both,
  }),
  indicator({
    id: 'expired-of-year',
    title: { vi: 'Sản phẩm công nhận của một năm được công nhận lại', en: 'Products of a year recognised again' },
    formula: {
      vi: 'Sản phẩm được công nhận trong năm đã chọn và có lần công nhận sau đó đến ngày tính, chia cho sản phẩm được công nhận trong năm đó.',
      en: 'Products recognised in the chosen year and again since, of all products recognised in that year.',
    },
    kind: 'cumulative',
    adds: 'ratio',
    unit: 'percent',
    example: { year: 2023 },
    params: z.object({ year: z.int().min(2018).max(2100) }),
    numerator: { counts: 'rows', rows: (frame, asked) => expired(frame, ofYear(asked.year), true) },
    denominator: { counts: 'rows', rows: (frame, asked) => expired(frame, ofYear(asked.year), false) },
    zeroDenominator: { vi: 'Không có sản phẩm nào được công nhận trong năm đó.', en: 'No product was recognised in that year.' },
    source: 'S2:69',
    registers: both,
  }),
  indicator({
    id: 'plan-products-done',
    title: { vi: 'Sản phẩm của phụ biểu kế hoạch đã hoàn thành', en: 'Products of the plan’s annex that are done' },
    formula: {
      vi: 'Số sản phẩm trong phụ biểu của kế hoạch (mới, nâng hạng hoặc công nhận lại) đã được công nhận đúng loại đó trong kỳ. Dòng chưa nối với sản phẩm trong sổ thì chưa tính.',
      en: 'Products of the plan’s annex (new, upgrade or renewal) recognised in that way in the period. Lines not tied to a product do not count yet.',
    },
    kind: 'event',
    adds: 'additive',
    unit: 'product',
    // The plan is given by the page that shows its targets; without it, every issued plan of the desk.
    example: { kind: 'new' },
    params: z.object({ kind: z.enum(['new', 'upgrade', 'renewal']), planFamilyId: z.uuid().optional() }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) =>
        latest(sql`
          select g.* from (${withBefore(frame)}) g
          where ${within(frame, sql`g.on_day`)} and ${ways[asked.kind]} and g.key in (
            select pp.product_id::text from programme_product pp join programme_plan p on p.id = pp.plan_id
            where pp.kind = ${asked.kind} and pp.product_id is not null and p.state = 'issued' and ${ofDesk(frame, sql`p.authority`)}
              and ${asked.planFamilyId === undefined ? sql`true` : sql`p.family_id = ${asked.planFamilyId}::uuid`})`),
    },
    source: 'S2:73',
    registers: [registers.plan, registers.certificate],
  }),
]

// Indicators of dossiers on their way (seed targets T02, T06, T11, T40, T42, T44, T45).
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { indicator, noParams, type Frame, type Indicator, type IndicatorRow } from './indicator.ts'
import { dayOf, ofDesk, placed, within } from './place.sql.ts'
import { productRow, validProducts } from './recognition.sql.ts'
import { registers } from './register-words.ts'

const dossierRow = (key: RawBuilder<unknown>) => sql`${key}::text as key, pl.unit as commune_code, null::bigint as amount, p.name as label,
  '/tinh/ho-so/' || d.id as href, 'dossier' as subject_kind, d.id::text as subject_id`

/** Products (each once) with a dossier `d` of the province of which `holds` is true. */
function productsWith(frame: Frame, holds: RawBuilder<unknown>): RawBuilder<IndicatorRow> {
  return sql<IndicatorRow>`
    select ${dossierRow(sql`d.product_id`)} from dossier d join ${placed(frame, sql`d.unit_era`, sql`d.commune_code`)} join product p on p.id = d.product_id
    where ${holds}`
}

/** Dossiers filed in the period and not taken back by the producer. */
function filed(frame: Frame, holds: RawBuilder<unknown>): RawBuilder<IndicatorRow> {
  return sql<IndicatorRow>`
    select ${dossierRow(sql`d.id`)} from dossier d join ${placed(frame, sql`d.unit_era`, sql`d.commune_code`)} join product p on p.id = d.product_id
    where ${within(frame, dayOf(sql`d.filed_at`))} and d.state <> 'withdrawn' and ${holds}`
}

const toMinistry = (frame: Frame) => sql`d.id in (
  select t.dossier_id from transfer t where t.to_authority = 'TW' and t.way = 'up' and ${within(frame, dayOf(sql`t.sent_at`))}
  union all select m.dossier_id from ministry_pack m where ${within(frame, dayOf(sql`m.sent_at`))})`

/** A result that was told by a paper or by going up: before that a person who stood aside may not learn it, not even from a count. */
const told = sql`(exists (select 1 from transfer t where t.result_id = r.id) or exists (
  select 1 from recognition_item i join recognition_decision x on x.id = i.decision_id where i.result_id = r.id and x.state = 'issued'))`

const noneFiled = { vi: 'Không có hồ sơ nào nộp trong kỳ.', en: 'No dossier was filed in the period.' }

export const dossierIndicators: readonly Indicator[] = [
  indicator({
    id: 'passed-up-with-potential',
    title: { vi: 'Sản phẩm có tiềm năng hạng cao, chuyển cấp trên', en: 'Products of higher potential passed up' },
    formula: {
      vi: 'Số sản phẩm được Hội đồng cấp dưới tỉnh chấm từ số điểm đã chọn trở lên và chuyển lên tỉnh trong kỳ.',
      en: 'Products that a council below the province gave the chosen points or more and that went up in the period.',
    },
    kind: 'event',
    adds: 'additive',
    unit: 'product',
    rows: 'desk',
    example: { minPoints: 70 },
    params: z.object({ minPoints: z.int().min(0).max(100) }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) =>
        productsWith(
          frame,
          sql`d.id in (select t.dossier_id from transfer t join result r on r.id = t.result_id
            where t.way = 'up' and t.to_authority <> 'TW' and ${ofDesk(frame, sql`t.from_authority`)} and ${within(frame, dayOf(sql`t.sent_at`))}
              and r.mean_numerator >= ${asked.minPoints}::bigint * r.mean_denominator)`,
        ),
    },
    source: 'S0:39, S3:145',
    registers: [registers.dossier],
  }),
  indicator({
    id: 'proposed-to-ministry',
    title: { vi: 'Sản phẩm được đề xuất công nhận cấp quốc gia', en: 'Products proposed for national recognition' },
    formula: {
      vi: 'Số sản phẩm có hồ sơ gửi trung ương trong kỳ.',
      en: 'Products whose dossier was sent to the ministry in the period.',
    },
    kind: 'event',
    adds: 'additive',
    unit: 'product',
    rows: 'desk',
    params: noParams,
    numerator: { counts: 'rows', rows: (frame) => productsWith(frame, toMinistry(frame)) },
    source: 'S3:89',
    registers: [registers.dossier],
  }),
  indicator({
    id: 'five-star-potential-registered',
    title: {
      vi: 'Sản phẩm tiềm năng 5 sao đăng ký đánh giá cấp quốc gia',
      en: 'Products of five-star potential registered for national assessment',
    },
    formula: {
      vi: 'Số sản phẩm có hồ sơ gửi trung ương trong kỳ, chia cho số sản phẩm tiềm năng 5 sao (Hội đồng tỉnh chấm từ 90 điểm trong kỳ), hoặc, theo cách đọc “sản phẩm”, cho số sản phẩm còn hiệu lực.',
      en: 'Products whose dossier was sent to the ministry in the period, of the products of five-star potential (90 points or more of the provincial council in the period), or, read as “products”, of all products in force.',
    },
    kind: 'event',
    adds: 'ratio',
    unit: 'percent',
    // Interpretation (X16): S1:59 "10% sản phẩm tiềm năng 5 sao đăng ký" leaves the denominator open.
    rows: 'desk',
    params: z.object({ of: z.enum(['products', 'potential']).default('potential') }),
    numerator: { counts: 'rows', rows: (frame) => productsWith(frame, toMinistry(frame)) },
    denominator: {
      counts: 'rows',
      rows: (frame, asked) =>
        asked.of === 'products'
          ? sql`select ${productRow} from (${validProducts(frame)}) g`
          : productsWith(
              frame,
              sql`d.id in (select r.dossier_id from result r where r.state = 'valid' and r.authority not like '%.%' and r.authority <> 'TW'
                and r.mean_numerator >= 90 * r.mean_denominator and ${within(frame, dayOf(sql`r.closed_at`))} and ${told})`,
            ),
    },
    zeroDenominator: { vi: 'Chưa có sản phẩm nào trong mẫu số.', en: 'There is no product in the denominator yet.' },
    source: 'S1:59',
    registers: [registers.dossier, registers.certificate],
  }),
  indicator({
    id: 'rounds-held',
    title: { vi: 'Đợt đánh giá đã mở', en: 'Rounds held' },
    formula: {
      vi: 'Số đợt đánh giá, phân hạng của cơ quan đã mở, có ngày mở trong kỳ.',
      en: 'Rounds of assessment of the desk that were opened, with their first day in the period.',
    },
    kind: 'event',
    adds: 'none',
    unit: 'round',
    params: noParams,
    numerator: {
      counts: 'rows',
      rows: (frame) => sql`
        select o.id::text as key, null::text as commune_code, null::bigint as amount, o.name as label, '/tinh/dot/' || o.id as href, 'round' as subject_kind,
          o.id::text as subject_id
        from round o where o.authority = ${frame.authority} and o.state <> 'planned' and ${within(frame, sql`o.opens_on`)}`,
    },
    source: 'S0:213',
    registers: [registers.round],
  }),
  indicator({
    id: 'dossiers-assessed',
    title: { vi: 'Hồ sơ đăng ký được đánh giá, phân hạng', en: 'Registered dossiers assessed' },
    formula: {
      vi: 'Số hồ sơ nộp trong kỳ đã có kết quả của Hội đồng, chia cho số hồ sơ nộp trong kỳ (không tính hồ sơ chủ thể đã rút).',
      en: 'Dossiers filed in the period that have a council’s result, of all filed in the period (those taken back by the producer left out).',
    },
    kind: 'event',
    adds: 'ratio',
    unit: 'percent',
    rows: 'desk',
    params: noParams,
    numerator: {
      counts: 'rows',
      rows: (frame) =>
        filed(frame, sql`exists (select 1 from result r where r.dossier_id = d.id and ${dayOf(sql`r.closed_at`)} <= ${frame.to}::date)`),
    },
    denominator: { counts: 'rows', rows: (frame) => filed(frame, sql`true`) },
    zeroDenominator: noneFiled,
    source: 'S4:25',
    registers: [registers.dossier],
  }),
  indicator({
    id: 'dossiers-screened',
    title: { vi: 'Hồ sơ qua kiểm tra, đủ điều kiện đánh giá', en: 'Dossiers screened as eligible' },
    formula: {
      vi: 'Số hồ sơ nộp trong kỳ đã được tiếp nhận đủ điều kiện đánh giá đến ngày tính, chia cho số hồ sơ nộp trong kỳ.',
      en: 'Dossiers filed in the period and taken in as eligible by the day, of all filed in the period.',
    },
    kind: 'event',
    adds: 'ratio',
    unit: 'percent',
    rows: 'desk',
    params: noParams,
    numerator: { counts: 'rows', rows: (frame) => filed(frame, sql`${dayOf(sql`d.accepted_at`)} <= ${frame.to}::date`) },
    denominator: { counts: 'rows', rows: (frame) => filed(frame, sql`true`) },
    zeroDenominator: noneFiled,
    source: 'S4:57',
    registers: [registers.dossier],
  }),
]

// Indicators of producers: trained, led by whom, in which form, in links and channels (seed targets T03, T13–T18, T23).
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { indicator, noParams, type Frame, type Indicator, type IndicatorRow, type Measure } from './indicator.ts'
import { dayOf, ofDesk, placed, standing, within } from './place.sql.ts'
import { ocopProducers, producerRow } from './recognition.sql.ts'
import { registers } from './register-words.ts'

const noProducers = {
  vi: 'Chưa có chủ thể nào có sản phẩm còn hiệu lực vào ngày tính.',
  en: 'No producer has a product in force on the day.',
}

/** OCOP producers of whom `holds` (of `o`) is true. */
function producersWho(frame: Frame, holds: RawBuilder<unknown>): RawBuilder<IndicatorRow> {
  return sql<IndicatorRow>`select ${producerRow} from (${ocopProducers(frame)}) o where ${holds}`
}

const everyProducer: Measure<unknown> = { counts: 'rows', rows: (frame) => producersWho(frame, sql`true`) }

/** The producer's latest yearly figures that were filed, until the year of the frame's last day. */
function latestYears(frame: Frame): RawBuilder<unknown> {
  return sql`select distinct on (y.producer_id) y.* from producer_year y
    where y.state in ('filed', 'checked') and y.year <= extract(year from ${frame.to}::date) order by y.producer_id, y.year desc`
}

/** One amount of each OCOP producer's latest year; `holds` (of `y`) leaves out who did not answer. */
function latestAmounts(frame: Frame, amount: RawBuilder<unknown>, holds: RawBuilder<unknown>): RawBuilder<IndicatorRow> {
  return sql<IndicatorRow>`
    select o.key, o.unit as commune_code, (${amount})::bigint as amount, o.name || ' · ' || y.year as label, '/so-lieu-nam/' || y.id as href,
      'producerYear' as subject_kind, y.id::text as subject_id
    from (${ocopProducers(frame)}) o join (${latestYears(frame)}) y on y.producer_id = o.id where ${holds}`
}

const MODERN = ['mall', 'supermarket', 'convenience', 'floor'] as const
const channelKinds = z.enum(['mall', 'supermarket', 'convenience', 'shop', 'floor', 'export', 'social', 'livestream', 'hotel', 'other'])
const share = { kind: 'state', adds: 'ratio', unit: 'percent', denominator: everyProducer, zeroDenominator: noProducers } as const

export const producerIndicators: readonly Indicator[] = [
  indicator({
    id: 'producers-trained',
    title: { vi: 'Chủ thể đã được bồi dưỡng, tập huấn', en: 'Producers trained' },
    formula: {
      vi: 'Số chủ thể OCOP có ít nhất một người có mặt ở một lớp đã tổ chức, kết thúc trong kỳ, chia cho số chủ thể OCOP vào ngày cuối kỳ.',
      en: 'OCOP producers with at least one person present at a course held and ended in the period, of all OCOP producers on its last day.',
    },
    kind: 'event',
    adds: 'ratio',
    unit: 'percent',
    params: noParams,
    numerator: {
      counts: 'rows',
      rows: (frame) =>
        producersWho(
          frame,
          sql`o.id in (select t.producer_id from training_attendance t join training_course c on c.id = t.course_id
            where t.removed_at is null and t.present and c.state = 'held' and ${within(frame, sql`c.ends_on`)})`,
        ),
    },
    denominator: everyProducer,
    zeroDenominator: noProducers,
    source: 'S1:61',
    registers: [registers.certificate, registers.training],
  }),
  indicator({
    id: 'producers-in-links',
    title: { vi: 'Chủ thể xây dựng hoặc tham gia liên kết chuỗi giá trị', en: 'Producers in links of the value chain' },
    formula: {
      vi: 'Số chủ thể OCOP có hợp đồng, thỏa thuận liên kết đang có hiệu lực vào ngày tính, chia cho số chủ thể OCOP vào ngày đó.',
      en: 'OCOP producers with a link contract in force on the day, of all OCOP producers on that day.',
    },
    kind: 'state',
    adds: 'ratio',
    unit: 'percent',
    params: noParams,
    numerator: {
      counts: 'rows',
      rows: (frame) =>
        producersWho(
          frame,
          sql`o.id in (select l.producer_id from value_link l where ${standing(frame, sql`l.signed_on`, sql`l.ended_on`)}
            and coalesce(l.ends_on >= ${frame.to}::date, true))`,
        ),
    },
    denominator: everyProducer,
    zeroDenominator: noProducers,
    source: 'S1:65',
    registers: [registers.certificate, registers.link],
  }),
  indicator({
    ...share,
    id: 'producers-led-by-women',
    title: { vi: 'Chủ thể do nữ điều hành', en: 'Producers led by women' },
    formula: {
      vi: 'Số chủ thể OCOP có người đứng đầu là nữ, chia cho số chủ thể OCOP vào ngày tính. Chủ thể chưa khai vẫn ở mẫu số.',
      en: 'OCOP producers whose head is a woman, of all OCOP producers on the day. Who did not say stays in the denominator.',
    },
    params: noParams,
    rows: 'personal',
    numerator: {
      counts: 'rows',
      rows: (frame) => producersWho(frame, sql`o.id in (select h.producer_id from producer_private h where h.head_sex = 'female')`),
    },
    source: 'S1:63',
    registers: [registers.certificate, registers.producer],
  }),
  indicator({
    ...share,
    id: 'producers-led-by-minority',
    title: { vi: 'Chủ thể do người dân tộc thiểu số điều hành', en: 'Producers led by people of ethnic minorities' },
    formula: {
      vi: 'Số chủ thể OCOP có người đứng đầu khai dân tộc khác Kinh, chia cho số chủ thể OCOP vào ngày tính. Chủ thể chưa khai vẫn ở mẫu số.',
      en: 'OCOP producers whose head states an ethnicity other than Kinh, of all OCOP producers on the day. Who did not say stays in the denominator.',
    },
    params: noParams,
    rows: 'personal',
    numerator: {
      counts: 'rows',
      rows: (frame) =>
        producersWho(
          frame,
          sql`o.id in (select h.producer_id from producer_private h where nullif(f_fold(h.head_ethnicity), '') <> 'kinh')`,
        ),
    },
    source: 'S1:63',
    registers: [registers.certificate, registers.producer],
  }),
  indicator({
    ...share,
    id: 'producers-in-forms',
    title: { vi: 'Chủ thể theo loại hình', en: 'Producers of given legal forms' },
    formula: {
      vi: 'Số chủ thể OCOP thuộc các loại hình đã chọn, chia cho số chủ thể OCOP vào ngày tính.',
      en: 'OCOP producers of the chosen legal forms, of all OCOP producers on the day.',
    },
    example: { forms: ['cooperative', 'limitedCompany', 'jointStockCompany', 'privateEnterprise'] },
    params: z.object({ forms: z.array(z.string().min(1)).min(1) }),
    numerator: { counts: 'rows', rows: (frame, asked) => producersWho(frame, sql`o.legal_form in (${sql.join(asked.forms)})`) },
    source: 'S1:65',
    registers: [registers.certificate, registers.producer],
  }),
  indicator({
    ...share,
    id: 'producers-in-modern-channels',
    title: { vi: 'Chủ thể tham gia kênh bán hàng hiện đại', en: 'Producers in modern sales channels' },
    formula: {
      vi: 'Số chủ thể OCOP đang bán qua ít nhất một kênh đã chọn (mặc định: trung tâm thương mại, siêu thị, cửa hàng tiện lợi, sàn thương mại điện tử) vào ngày tính, chia cho số chủ thể OCOP.',
      en: 'OCOP producers selling through at least one of the chosen channels (as a rule malls, supermarkets, convenience stores, e-commerce floors) on the day, of all OCOP producers.',
    },
    params: z.object({
      kinds: z
        .array(channelKinds)
        .min(1)
        .default([...MODERN]),
    }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) =>
        producersWho(
          frame,
          sql`o.id in (select l.producer_id from channel_listing l where l.kind in (${sql.join(asked.kinds)})
            and ${standing(frame, sql`l.since`, sql`l.ended_on`)})`,
        ),
    },
    source: 'S1:73',
    registers: [registers.certificate, registers.channel],
  }),
  indicator({
    id: 'workers-trained-share',
    title: { vi: 'Lao động của chủ thể có bằng cấp, chứng chỉ phù hợp', en: 'Workers with a fitting degree or certificate' },
    formula: {
      vi: 'Tổng lao động đã qua đào tạo, chia cho tổng lao động, theo số liệu năm gần nhất đã nộp của từng chủ thể OCOP (chỉ chủ thể khai cả hai số).',
      en: 'Sum of trained workers, of the sum of workers, by each OCOP producer’s latest filed year (only who gave both numbers).',
    },
    kind: 'state',
    adds: 'ratio',
    unit: 'percent',
    rows: 'desk',
    params: noParams,
    numerator: {
      counts: 'amount',
      rows: (frame) => latestAmounts(frame, sql`y.workers_trained`, sql`y.workers is not null and y.workers_trained is not null`),
    },
    denominator: {
      counts: 'amount',
      rows: (frame) => latestAmounts(frame, sql`y.workers`, sql`y.workers is not null and y.workers_trained is not null`),
    },
    zeroDenominator: { vi: 'Chưa có số liệu năm về lao động.', en: 'No yearly figures of workers yet.' },
    source: 'S1:63',
    registers: [registers.certificate, registers.year],
  }),
  indicator({
    id: 'producers-active',
    title: { vi: 'Chủ thể OCOP', en: 'OCOP producers' },
    formula: {
      vi: 'Số chủ thể có ít nhất một sản phẩm còn hiệu lực vào ngày tính.',
      en: 'Producers with at least one product in force on the day.',
    },
    kind: 'state',
    adds: 'additive',
    unit: 'producer',
    params: z.object({ form: z.string().optional() }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) => producersWho(frame, asked.form === undefined ? sql`true` : sql`o.legal_form = ${asked.form}`),
    },
    source: 'S1:61',
    registers: [registers.certificate, registers.producer],
  }),
  indicator({
    id: 'workers-of-producers',
    title: { vi: 'Lao động của chủ thể OCOP', en: 'Workers of OCOP producers' },
    formula: {
      vi: 'Tổng lao động theo số liệu năm gần nhất đã nộp của từng chủ thể OCOP.',
      en: 'Sum of workers by each OCOP producer’s latest filed year.',
    },
    kind: 'state',
    adds: 'additive',
    unit: 'person',
    rows: 'desk',
    params: noParams,
    numerator: { counts: 'amount', rows: (frame) => latestAmounts(frame, sql`y.workers`, sql`y.workers is not null`) },
    source: 'S4:21',
    registers: [registers.certificate, registers.year],
  }),
  indicator({
    id: 'revenue-of-producers',
    title: { vi: 'Doanh thu của chủ thể', en: 'Revenue of producers' },
    formula: {
      vi: 'Tổng doanh thu theo số liệu năm đã nộp của các chủ thể, các năm nằm trọn trong kỳ.',
      en: 'Sum of the revenue in the yearly figures filed by producers, of the years that lie wholly in the period.',
    },
    kind: 'event',
    adds: 'additive',
    unit: 'dong',
    rows: 'desk',
    params: noParams,
    numerator: {
      counts: 'amount',
      rows: (frame) => sql`
        select y.id::text as key, pl.unit as commune_code, y.revenue as amount, o.name || ' · ' || y.year as label, '/so-lieu-nam/' || y.id as href,
          'producerYear' as subject_kind, y.id::text as subject_id
        from producer_year y join producer o on o.id = y.producer_id join ${placed(frame, sql`o.unit_era`, sql`o.commune_code`)}
        where y.state in ('filed', 'checked') and y.revenue is not null
          and make_date(y.year, 1, 1) >= ${frame.from}::date and make_date(y.year, 12, 31) <= ${frame.to}::date`,
    },
    source: 'S4:21',
    registers: [registers.year],
  }),
  indicator({
    id: 'producers-supported',
    title: { vi: 'Chủ thể được hỗ trợ', en: 'Producers supported' },
    formula: {
      vi: 'Số chủ thể có hỗ trợ được duyệt hoặc ký hợp đồng trong kỳ, mỗi chủ thể một lần.',
      en: 'Producers with a support approved or signed in the period, each once.',
    },
    kind: 'event',
    adds: 'additive',
    unit: 'producer',
    rows: 'desk',
    params: noParams,
    numerator: {
      counts: 'rows',
      rows: (frame) => sql`
        select o.id::text as key, pl.unit as commune_code, null::bigint as amount, o.name as label, '/ho-tro/' || s.id as href,
          'supportContract' as subject_kind, s.id::text as subject_id
        from support_contract s join producer o on o.id = s.producer_id left join ${placed(frame, sql`o.unit_era`, sql`o.commune_code`)}
        where ${ofDesk(frame, sql`s.authority`)} and s.state in ('approved', 'running', 'suspended', 'closed')
          and ${within(frame, sql`coalesce(s.signed_on, ${dayOf(sql`s.decided_at`)})`)}`,
    },
    source: 'S0:41',
    registers: [registers.support],
  }),
]

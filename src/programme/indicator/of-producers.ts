// Indicators of producers: trained, led by whom, in which form, in links and channels (seed targets T03, T13–T18, T23).
import { sql } from 'kysely'
import { indicator, noParams, type Frame, type Indicator, type IndicatorRow, type Measure } from './indicator.ts'
import { standing, within } from './place.sql.ts'
import { ocopProducers, producerRow } from './recognition.sql.ts'
import type { RawBuilder } from 'kysely'

const certificates = { vi: 'Sổ giấy chứng nhận', en: 'Register of certificates' }
const noProducers = {
  vi: 'Chưa có chủ thể nào có sản phẩm còn hiệu lực vào ngày tính.',
  en: 'No producer has a product in force on the day.',
}

/** OCOP producers of whom `holds` (of `o`) is true. */
function producersWho(frame: Frame, holds: RawBuilder<unknown>): RawBuilder<IndicatorRow> {
  return sql<IndicatorRow>`select ${producerRow} from (${ocopProducers(frame)}) o where ${holds}`
}

const everyProducer: Measure<unknown> = { counts: 'rows', rows: (frame) => producersWho(frame, sql`true`) }

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
          sql`exists (select 1 from training_attendance t join training_course c on c.id = t.course_id
            where t.producer_id = o.id and t.removed_at is null and t.present and c.state = 'held' and ${within(frame, sql`c.ends_on`)})`,
        ),
    },
    denominator: everyProducer,
    zeroDenominator: noProducers,
    source: 'S1:61',
    registers: [certificates, { vi: 'Sổ tập huấn', en: 'Register of training' }],
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
          sql`exists (select 1 from value_link l where l.producer_id = o.id and ${standing(frame, sql`l.signed_on`, sql`l.ended_on`)}
            and coalesce(l.ends_on >= ${frame.to}::date, true))`,
        ),
    },
    denominator: everyProducer,
    zeroDenominator: noProducers,
    source: 'S1:65',
    registers: [certificates, { vi: 'Sổ liên kết', en: 'Register of links' }],
  }),
]

// Indicators of products recognised and in force (seed targets T01, T09, T10, T21, T24, T29, T31, T33, T39).
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { indicator, type Frame, type Indicator, type IndicatorRow } from './indicator.ts'
import { inPart, within } from './place.sql.ts'
import { productGroupIds, productGroups, type ProductGroup } from './product-group.ts'
import { firstRecognitions, lastRecognitions, productRow, validProducts } from './recognition.sql.ts'

const certificates = { vi: 'Sổ giấy chứng nhận', en: 'Register of certificates' }
const past = { vi: 'Kết quả công nhận trước đây', en: 'Recognitions of the past' }

/** `star`: at least so many ("từ 3 sao trở lên") · `stars`: exactly these. */
const starParams = { star: z.int().min(3).max(5).optional(), stars: z.array(z.int().min(3).max(5)).optional() }
const group = z.enum(productGroupIds).optional()

type Stars = { star?: number | undefined; stars?: number[] | undefined }

function ofStars({ star, stars }: Stars): RawBuilder<boolean> {
  const least = star === undefined ? sql<boolean>`true` : sql<boolean>`g.star >= ${star}`
  return stars === undefined || stars.length === 0 ? least : sql<boolean>`${least} and g.star in (${sql.join(stars)})`
}

function ofGroup(asked: ProductGroup | undefined): RawBuilder<boolean> {
  return asked === undefined ? sql<boolean>`true` : sql<boolean>`g.sector in (${sql.join(productGroups[asked])})`
}

const valid = z.object({ ...starParams, group })

function validRows(frame: Frame, asked: z.infer<typeof valid>): RawBuilder<IndicatorRow> {
  return sql<IndicatorRow>`select ${productRow} from (${validProducts(frame)}) g where ${ofStars(asked)} and ${ofGroup(asked.group)}`
}

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
    params: z.object({ ...starParams, group }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) =>
        sql`select ${productRow} from (${firstRecognitions(frame)}) g where ${within(frame, sql`g.on_day`)} and ${ofStars(asked)} and ${ofGroup(asked.group)}`,
    },
    source: 'S0:39, S1:59, S2:39, S3:89',
    registers: [certificates, past],
  }),
  indicator({
    id: 'recognised-cumulative',
    title: { vi: 'Sản phẩm OCOP lũy kế', en: 'OCOP products, cumulative' },
    formula: {
      vi: 'Số sản phẩm đã được công nhận từ 3 sao trở lên đến ngày tính, mỗi sản phẩm một lần. Cách đọc “còn hiệu lực”: chỉ sản phẩm có giấy chứng nhận còn hiệu lực vào ngày đó.',
      en: 'Products recognised at 3 stars or more until the day, each once. Read as “valid”: only those with a certificate in force on that day.',
    },
    kind: 'cumulative',
    adds: 'additive',
    unit: 'product',
    params: z.object({ ...starParams, valid: z.enum(['valid', 'ever']).default('ever') }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) =>
        asked.valid === 'valid'
          ? validRows(frame, asked)
          : sql`select ${productRow} from (${lastRecognitions(frame)}) g where ${ofStars(asked)}`,
    },
    source: 'S1:59, S2:39',
    registers: [certificates, past],
  }),
  indicator({
    id: 'products-valid',
    title: { vi: 'Sản phẩm có giấy chứng nhận còn hiệu lực', en: 'Products with a certificate in force' },
    formula: {
      vi: 'Số sản phẩm có giấy chứng nhận từ 3 sao trở lên còn hiệu lực vào ngày tính (tính cả ngày cuối còn hiệu lực).',
      en: 'Products with a certificate of 3 stars or more in force on the day (its last valid day included).',
    },
    kind: 'state',
    adds: 'additive',
    unit: 'product',
    params: valid,
    numerator: { counts: 'rows', rows: validRows },
    source: 'S1:59',
    registers: [certificates],
  }),
  indicator({
    id: 'communes-with-product',
    title: { vi: 'Xã có sản phẩm OCOP', en: 'Communes with an OCOP product' },
    formula: {
      vi: 'Số xã có ít nhất một sản phẩm còn hiệu lực vào ngày tính, chia cho số xã (nếu chọn: số xã đạt chuẩn nông thôn mới, nâng cao, kiểu mẫu vào ngày đó).',
      en: 'Communes with at least one product in force on the day, of all communes (or of those with the chosen new-countryside standing on that day).',
    },
    kind: 'state',
    adds: 'ratio',
    unit: 'percent',
    params: z.object({ ntm: z.array(z.enum(['reached', 'advanced', 'model'])).optional() }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) =>
        sql`select m.* from (${communes(frame, asked.ntm)}) m where m.commune_code in (select v.unit from (${validProducts(frame)}) v)`,
    },
    denominator: { counts: 'rows', rows: (frame, asked) => communes(frame, asked.ntm) },
    zeroDenominator: { vi: 'Chưa có xã nào ở mức nông thôn mới này.', en: 'No commune has this new-countryside standing yet.' },
    source: 'S1:75, S1:229, S0:23',
    registers: [certificates, { vi: 'Sổ xã nông thôn mới', en: 'Register of new-countryside communes' }],
  }),
]

/** Communes of the frame; with `ntm` those whose latest standing until the last day is one of it. */
function communes(frame: Frame, ntm: readonly string[] | undefined): RawBuilder<IndicatorRow> {
  const standing =
    ntm === undefined || ntm.length === 0
      ? sql`true`
      : sql`(select s.status from ntm_status s where s.unit_era = u.era and s.commune_code = u.code and s.since <= ${frame.to}::date
          and (s.ended_on is null or s.ended_on > ${frame.to}::date) order by s.since desc limit 1) in (${sql.join(ntm)})`
  return sql<IndicatorRow>`
    select r.* from (
      select u.code as key, u.code as commune_code, null::bigint as amount, u.full_name as label, null::text as href, 'unit' as subject_kind, u.code as subject_id
      from unit u where u.era = ${frame.era} and u.level = 'commune' and u.province_code = ${frame.provinceCode} and ${standing}) r
    where ${inPart(frame)}`
}

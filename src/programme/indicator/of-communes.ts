// Indicators of communes and districts (seed targets T08, T20, T24–T26, T28, T32, T43).
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { dayOf, ofDesk, placed, standing, within } from './place.sql.ts'
import { indicator, type Frame, type Indicator, type IndicatorRow } from './indicator.ts'
import { validProducts } from './recognition.sql.ts'
import { registers } from './register-words.ts'

/** Units of the frame's province of which `holds` (of `u`) is true. */
function units(frame: Frame, level: 'commune' | 'district', holds: RawBuilder<unknown>): RawBuilder<IndicatorRow> {
  return sql<IndicatorRow>`
    select u.code as key, u.code as commune_code, null::bigint as amount, u.full_name as label, null::text as href, 'unit' as subject_kind, u.code as subject_id
    from unit u where u.era = ${frame.era} and u.level = ${level} and u.province_code = ${frame.provinceCode} and ${holds}`
}

const withProduct = (frame: Frame) => sql`u.code in (select v.unit from (${validProducts(frame)}) v)`

/** The commune's latest standing until the frame's last day, one column of it. */
const ntmOn = (frame: Frame, column: RawBuilder<unknown>) => sql`(
  select ${column} from ntm_status s where s.unit_era = u.era and s.commune_code = u.code and ${standing(frame, sql`s.since`, sql`s.ended_on`)}
  order by s.since desc limit 1)`

function ofStanding(frame: Frame, ntm: readonly string[] | undefined): RawBuilder<unknown> {
  return ntm === undefined || ntm.length === 0 ? sql`true` : sql`${ntmOn(frame, sql`s.status`)} in (${sql.join(ntm)})`
}

const criteria = { income: sql`s.criterion_income`, labour: sql`s.criterion_labour`, organisation: sql`s.criterion_organisation` }

/** Interpretation (X14): S1:69 counts "huyện, thị xã, thành phố", S1:229 only "huyện, thị xã"; `towns` says whether a "thành phố" is meant. */
const ofKind = (towns: boolean) => (towns ? sql`true` : sql`u.full_name not like 'Thành phố %'`)

export const communeIndicators: readonly Indicator[] = [
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
      rows: (frame, asked) => units(frame, 'commune', sql`${ofStanding(frame, asked.ntm)} and ${withProduct(frame)}`),
    },
    denominator: { counts: 'rows', rows: (frame, asked) => units(frame, 'commune', ofStanding(frame, asked.ntm)) },
    zeroDenominator: { vi: 'Chưa có xã nào ở mức nông thôn mới này.', en: 'No commune has this new-countryside standing yet.' },
    source: 'S1:75, S1:229, S0:23',
    registers: [registers.certificate, registers.ntm, registers.unit],
  }),
  indicator({
    id: 'communes-registering',
    title: { vi: 'Xã có sản phẩm đăng ký tham gia', en: 'Communes that registered a product' },
    formula: {
      vi: 'Số xã có ít nhất một ý tưởng hoặc hồ sơ sản phẩm nộp trong kỳ, chia cho số xã. Cách đọc “xã”: không tính phường, thị trấn.',
      en: 'Communes with at least one idea or dossier filed in the period, of all communes. Read as “xã”: wards and townships are left out.',
    },
    kind: 'event',
    adds: 'ratio',
    unit: 'percent',
    params: z.object({ kind: z.enum(['xã', 'all']).default('all') }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) =>
        units(
          frame,
          'commune',
          sql`${asked.kind === 'xã' ? sql`u.full_name like 'Xã %'` : sql`true`} and u.code in (
            select pl.unit from dossier d join ${placed(frame, sql`d.unit_era`, sql`d.commune_code`)} where ${within(frame, dayOf(sql`d.filed_at`))}
            union all
            select pl.unit from idea i join ${placed(frame, sql`i.unit_era`, sql`i.commune_code`)} where ${within(frame, dayOf(sql`i.submitted_at`))})`,
        ),
    },
    denominator: {
      counts: 'rows',
      rows: (frame, asked) => units(frame, 'commune', asked.kind === 'xã' ? sql`u.full_name like 'Xã %'` : sql`true`),
    },
    zeroDenominator: { vi: 'Không có xã nào thuộc loại này.', en: 'There is no commune of this kind.' },
    source: 'S2:51',
    registers: [registers.idea, registers.dossier, registers.unit],
  }),
  indicator({
    id: 'ntm-criteria-linked',
    title: {
      vi: 'Xã có sản phẩm OCOP và đạt tiêu chí nông thôn mới gắn với OCOP',
      en: 'Communes with a product that meet the linked criteria',
    },
    formula: {
      vi: 'Số xã có sản phẩm còn hiệu lực và đã đạt các tiêu chí số 10 (thu nhập), 12 (lao động), 13 (tổ chức sản xuất) đã chọn vào ngày tính, chia cho số xã có sản phẩm còn hiệu lực.',
      en: 'Communes with a product in force that meet the chosen criteria 10 (income), 12 (labour), 13 (organisation of production) on the day, of all communes with a product in force.',
    },
    kind: 'state',
    adds: 'ratio',
    unit: 'percent',
    params: z.object({ criteria: z.array(z.enum(['income', 'labour', 'organisation'])).default(['income', 'labour', 'organisation']) }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) =>
        units(
          frame,
          'commune',
          sql`${withProduct(frame)} and ${sql.join(
            asked.criteria.map((one) => sql`${ntmOn(frame, criteria[one])}`),
            sql` and `,
          )}`,
        ),
    },
    denominator: { counts: 'rows', rows: (frame) => units(frame, 'commune', withProduct(frame)) },
    zeroDenominator: { vi: 'Chưa có xã nào có sản phẩm còn hiệu lực.', en: 'No commune has a product in force.' },
    source: 'S4:21',
    registers: [registers.certificate, registers.ntm, registers.unit],
  }),
  indicator({
    id: 'districts-with-centre',
    title: { vi: 'Huyện có trung tâm thiết kế sáng tạo, giới thiệu và bán sản phẩm', en: 'Districts with a design and sales centre' },
    formula: {
      vi: 'Số huyện có ít nhất một trung tâm đang hoạt động vào ngày tính, chia cho số huyện (tùy cách đọc: có hoặc không tính thành phố).',
      en: 'Districts with at least one centre running on the day, of all districts (cities among them or not, as chosen).',
    },
    kind: 'state',
    adds: 'ratio',
    unit: 'percent',
    params: z.object({ towns: z.boolean().default(true) }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) =>
        units(
          frame,
          'district',
          sql`${ofKind(asked.towns)} and exists (
            select 1 from sales_point s left join unit w on w.era = s.unit_era and w.code = s.commune_code
            where s.kind = 'centre' and s.state <> 'planned' and not s.outside and s.unit_era = u.era and coalesce(s.district_code, w.parent_code) = u.code
              and ${standing(frame, sql`s.opened_on`, sql`s.closed_on`)})`,
        ),
    },
    denominator: { counts: 'rows', rows: (frame, asked) => units(frame, 'district', ofKind(asked.towns)) },
    zeroDenominator: { vi: 'Từ 01/7/2025 không còn cấp huyện.', en: 'There are no districts since 1 July 2025.' },
    source: 'S1:69, S1:229',
    registers: [registers.salesPoint, registers.unit],
  }),
  indicator({
    id: 'sales-points-new',
    title: { vi: 'Điểm giới thiệu và bán sản phẩm mới', en: 'New points of presentation and sale' },
    formula: {
      vi: 'Số điểm giới thiệu và bán sản phẩm OCOP trong tỉnh khai trương trong kỳ.',
      en: 'Points of presentation and sale inside the province opened in the period.',
    },
    kind: 'event',
    adds: 'additive',
    unit: 'point',
    params: z.object({ kind: z.enum(['point', 'centre']).optional() }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) => sql`
        select s.id::text as key, coalesce(pl.unit, case when s.unit_era = ${frame.era} then s.district_code end) as commune_code, null::bigint as amount,
          s.name as label, '/diem-ban/' || s.id as href, 'salesPoint' as subject_kind, s.id::text as subject_id
        from sales_point s left join ${placed(frame, sql`s.unit_era`, sql`s.commune_code`)}
        where ${ofDesk(frame, sql`s.authority`)} and s.state <> 'planned' and not s.outside and ${within(frame, sql`s.opened_on`)}
          and ${asked.kind === undefined ? sql`true` : sql`s.kind = ${asked.kind}`}`,
    },
    source: 'S1:229',
    registers: [registers.salesPoint],
  }),
]

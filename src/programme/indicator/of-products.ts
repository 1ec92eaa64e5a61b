// Indicators of products in force: their groups, how they are sold and promoted (seed targets T07, T19, T21, T27, T35, T38).
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { indicator, noParams, type Frame, type Indicator, type IndicatorRow, type Measure } from './indicator.ts'
import { standing, within } from './place.sql.ts'
import { groupParam, ofGroup, ofStars, starParams } from './product-params.ts'
import { productGroupIds, productGroups } from './product-group.ts'
import { productRow, validProducts } from './recognition.sql.ts'
import { registers } from './register-words.ts'

/** Products in force of which `holds` (of `g`) is true. */
function productsThat(frame: Frame, holds: RawBuilder<unknown>): RawBuilder<IndicatorRow> {
  return sql<IndicatorRow>`select ${productRow} from (${validProducts(frame)}) g where ${holds}`
}

const everyProduct: Measure<unknown> = { counts: 'rows', rows: (frame) => productsThat(frame, sql`true`) }
const noProducts = { vi: 'Chưa có sản phẩm nào còn hiệu lực vào ngày tính.', en: 'No product is in force on the day.' }

/** At an event that was held in the period, there or on its list: an event without a roll still says who took part. */
function promoted(frame: Frame, kinds: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`g.product_id in (select t.product_id from promotion_participation t join promotion_event e on e.id = t.event_id
    where t.state in ('taken', 'present') and e.state = 'held' and ${within(frame, sql`e.ends_on`)} and ${kinds})`
}

export const productIndicators: readonly Indicator[] = [
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
    params: z.object({ ...starParams, group: groupParam }),
    numerator: { counts: 'rows', rows: (frame, asked) => productsThat(frame, sql`${ofStars(asked)} and ${ofGroup(asked.group)}`) },
    source: 'S1:59',
    registers: [registers.certificate],
  }),
  indicator({
    id: 'products-in-group',
    title: { vi: 'Sản phẩm còn hiệu lực của một nhóm', en: 'Products in force of a group' },
    formula: {
      vi: 'Số sản phẩm của nhóm đã chọn có giấy chứng nhận còn hiệu lực vào ngày tính. Chỉ tiêu “mỗi huyện ít nhất” được xem theo từng huyện.',
      en: 'Products of the chosen group with a certificate in force on the day. A target of “each district” is read district by district.',
    },
    kind: 'state',
    adds: 'additive',
    unit: 'product',
    example: { group: 'tourism' },
    params: z.object({ group: z.enum(productGroupIds) }),
    numerator: { counts: 'rows', rows: (frame, asked) => productsThat(frame, ofGroup(asked.group)) },
    source: 'S1:71, S1:229',
    registers: [registers.certificate],
  }),
  indicator({
    id: 'groups-developed',
    title: { vi: 'Nhóm sản phẩm được phát triển', en: 'Product groups developed' },
    formula: {
      vi: 'Số nhóm (trong 6 nhóm) có ít nhất một sản phẩm còn hiệu lực vào ngày tính. Một nhóm có ở nhiều xã chỉ là một nhóm của tỉnh.',
      en: 'Groups (of the six) with at least one product in force on the day. A group found in several communes is one group of the province.',
    },
    kind: 'state',
    adds: 'distinct',
    unit: 'group',
    params: noParams,
    numerator: {
      counts: 'rows',
      rows: (frame) => sql`
        select k.id as key, g.unit as commune_code, null::bigint as amount, k.title as label, '/danh-muc' as href, 'group' as subject_kind, k.id as subject_id
        from (${validProducts(frame)}) g join (values ${sql.join(
          productGroupIds.flatMap((id) => productGroups[id].map((sector) => sql`(${id}, ${sector}, ${productGroups[id][0]})`)),
        )}) k(id, sector, title) on k.sector = g.sector`,
    },
    source: 'S0:33',
    registers: [registers.certificate],
  }),
  indicator({
    id: 'certificates-expiring',
    title: { vi: 'Sản phẩm có giấy chứng nhận sắp hết hạn', en: 'Products whose certificate is about to end' },
    formula: {
      vi: 'Số sản phẩm có giấy chứng nhận còn hiệu lực vào ngày tính và hết hạn trong số ngày đã chọn kể từ ngày đó.',
      en: 'Products whose certificate is in force on the day and ends within the chosen days from it.',
    },
    kind: 'state',
    adds: 'additive',
    unit: 'product',
    params: z.object({ within: z.int().min(1).max(3650).default(180) }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) => productsThat(frame, sql`g.last_valid_on <= ${frame.to}::date + ${asked.within}::int`),
    },
    source: 'S0:199',
    registers: [registers.certificate],
  }),
  indicator({
    id: 'products-promoted',
    title: { vi: 'Sản phẩm tham gia sự kiện trưng bày, quảng bá, kết nối', en: 'Products shown at promotion events' },
    formula: {
      vi: 'Sản phẩm còn hiệu lực có mặt ở ít nhất một hoạt động xúc tiến đã tổ chức, kết thúc trong kỳ, chia cho số sản phẩm còn hiệu lực vào ngày cuối kỳ.',
      en: 'Products in force that took part in at least one promotion event held in the period, of all products in force on its last day.',
    },
    kind: 'event',
    adds: 'ratio',
    unit: 'percent',
    params: noParams,
    numerator: { counts: 'rows', rows: (frame) => productsThat(frame, promoted(frame, sql`true`)) },
    denominator: everyProduct,
    zeroDenominator: noProducts,
    source: 'S1:67',
    registers: [registers.certificate, registers.promotion],
  }),
  indicator({
    id: 'products-promoted-in-tourism',
    title: { vi: 'Sản phẩm được quảng bá, tiêu thụ qua du lịch', en: 'Products promoted and sold through tourism' },
    formula: {
      vi: 'Số sản phẩm còn hiệu lực có mặt ở một tua, tuyến du lịch trong kỳ, hoặc đang bán vào ngày tính ở điểm bán hàng gắn với du lịch, khách sạn, trạm dừng nghỉ, làng nghề.',
      en: 'Products in force that took part in a tour in the period, or are sold on the day at a sales point of tourism, hotels, rest stops or villages.',
    },
    kind: 'event',
    adds: 'additive',
    unit: 'product',
    params: noParams,
    numerator: {
      counts: 'rows',
      rows: (frame) =>
        productsThat(
          frame,
          sql`(${promoted(frame, sql`e.kind = 'tour'`)} or g.product_id in (
            select x.product_id from sales_point_product x join sales_point s on s.id = x.point_id
            where ${standing(frame, sql`x.since`, sql`x.until`)} and ${standing(frame, sql`s.opened_on`, sql`s.closed_on`)}
              and s.state <> 'planned' and s.setting in ('tourism', 'hotel', 'restStop', 'village')))`,
        ),
    },
    source: 'S1:201',
    registers: [registers.certificate, registers.promotion, registers.salesPoint],
  }),
  indicator({
    id: 'products-listed-online',
    title: { vi: 'Sản phẩm có trên sàn thương mại điện tử', en: 'Products on e-commerce floors' },
    formula: {
      vi: 'Số sản phẩm còn hiệu lực đang có trên ít nhất một sàn thương mại điện tử vào ngày tính.',
      en: 'Products in force listed on at least one e-commerce floor on the day.',
    },
    kind: 'state',
    adds: 'additive',
    unit: 'product',
    params: noParams,
    numerator: {
      counts: 'rows',
      rows: (frame) =>
        productsThat(
          frame,
          sql`g.product_id in (select l.product_id from channel_listing l where l.product_id is not null and l.kind = 'floor' and ${standing(frame, sql`l.since`, sql`l.ended_on`)})`,
        ),
    },
    source: 'S2:81',
    registers: [registers.certificate, registers.channel],
  }),
]

// Invariants of registers and yearly figures.
import type { Invariant } from './invariant.ts'

export const registerInvariants: readonly Invariant[] = [
  {
    name: 'register-names-its-province',
    severity: 'fault',
    holds: {
      vi: 'Chủ thể trong sổ theo dõi thuộc tỉnh của sổ; sản phẩm được nêu là của chủ thể đó.',
      en: 'A producer in a register belongs to its province; a product named is that producer’s.',
    },
    remedy: { vi: 'Kết thúc dòng sai, ghi lại đúng chủ thể.', en: 'End the wrong line and add the right one.' },
    sql: `select r.id, p.name as producer from (
        select id, province_code, producer_id, product_id from channel_listing union all
        select id, province_code, producer_id, product_id from consultant_contract union all
        select id, province_code, producer_id, null from value_link union all
        select id, province_code, producer_id, product_id from communication_item union all
        select id, province_code, producer_id, product_id from programme_project) r
      join producer p on p.id = r.producer_id left join product q on q.id = r.product_id
      where p.province_code <> r.province_code or q.producer_id <> p.id`,
  },
  {
    name: 'register-place-is-a-unit-of-its-day',
    severity: 'fault',
    holds: {
      vi: 'Xã ghi trong sổ theo dõi là đơn vị có thật, đúng thời kỳ của ngày ghi.',
      en: 'A commune in a register is a unit there was on its day.',
    },
    remedy: { vi: 'Ghi lại đơn vị của ngày đó.', en: 'Write the unit of that day.' },
    sql: `select r.id, r.unit_era, r.commune_code, r.day::text as day from (
        select id, unit_era, commune_code, since as day from material_area union all
        select id, unit_era, commune_code, since from ntm_status union all
        select id, unit_era, commune_code, recognised_on from craft_village union all
        select id, unit_era, commune_code, published_on from communication_item where commune_code is not null union all
        select id, unit_era, commune_code, starts_on from programme_project where commune_code is not null union all
        select id, unit_era, commune_code, null from outlet where commune_code is not null) r
      left join unit u on u.era = r.unit_era and u.code = r.commune_code and u.level = 'commune'
      where u.code is null or r.unit_era <> case when r.day < '2025-07-01' then 'e2023' else 'e2025' end`,
  },
  {
    name: 'register-ends-after-it-begins',
    severity: 'fault',
    holds: { vi: 'Dòng của sổ theo dõi không kết thúc trước ngày bắt đầu.', en: 'A line of a register does not end before it began.' },
    remedy: { vi: 'Xem lại ngày kết thúc.', en: 'Look at the day it ended.' },
    sql: `select id, since::text as since, ended_on::text as ended_on from (
        select id, since, ended_on from channel_listing union all select id, since, ended_on from material_area union all
        select id, since, ended_on from ntm_status union all select id, signed_on, ended_on from value_link union all
        select id, signed_on, ended_on from consultant_contract union all select id, published_on, ended_on from communication_item) r
      where r.ended_on < r.since`,
  },
  {
    name: 'year-parts-fit-their-whole',
    severity: 'fault',
    holds: {
      vi: 'Số liệu năm đã nộp có lao động và doanh thu; phần không lớn hơn tổng.',
      en: 'Filed yearly figures hold workers and revenue; no part is more than its whole.',
    },
    remedy: { vi: 'Trả lại cho chủ thể để sửa.', en: 'Send them back to the producer.' },
    sql: `select id, producer_id, year from producer_year where state in ('filed', 'checked') and (workers is null or workers_trained is null or revenue is null
      or greatest(workers_female, workers_local, workers_trained) > workers or greatest(revenue_ocop, revenue_export) > revenue)`,
  },
  {
    name: 'year-follow-up-has-reasons',
    severity: 'fault',
    holds: { vi: 'Số liệu năm cần theo dõi có lý do của chủ thể.', en: 'Yearly figures to follow up carry the producer’s reasons.' },
    remedy: { vi: 'Trả lại để chủ thể ghi lý do.', en: 'Send them back for the reasons.' },
    sql: `select id, producer_id, year from producer_year where follow_up and (state in ('draft', 'checked') or confirmed_jumps = '{}')`,
  },
  {
    name: 'year-of-own-products',
    severity: 'fault',
    holds: { vi: 'Sản lượng năm là của sản phẩm của chủ thể đó.', en: 'Yearly output is of the producer’s own products.' },
    remedy: { vi: 'Xem lại sản phẩm được khai.', en: 'Look at the product told of.' },
    sql: `select y.id, p.id as product_id from product_year h join producer_year y on y.id = h.producer_year_id join product p on p.id = h.product_id
      where p.producer_id <> y.producer_id`,
  },
  {
    name: 'year-stands-as-it-was-filed',
    severity: 'fault',
    holds: {
      vi: 'Số liệu năm đang có hiệu lực khớp với lần nộp cuối trong lịch sử.',
      en: 'Yearly figures that stand are those last filed in their history.',
    },
    remedy: { vi: 'Đối chiếu lịch sử, trả lại để chủ thể nộp lại.', en: 'Compare with the history; send them back to be filed again.' },
    sql: `select y.id, y.producer_id, y.year, h.version from producer_year y join lateral (select c.version, c.figures from producer_year_change c
        where c.producer_year_id = y.id and c.deed in ('filed', 'imported') order by c.version desc limit 1) h on true
      where y.version < h.version or (y.state in ('filed', 'checked') and ((h.figures ->> 'workers')::int is distinct from y.workers
        or (h.figures ->> 'workersTrained')::int is distinct from y.workers_trained or (h.figures ->> 'revenue')::bigint is distinct from y.revenue))`,
  },
]

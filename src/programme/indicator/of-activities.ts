// Indicators of what the desks organised (seed targets T04, T05, T22).
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { indicator, type Frame, type Indicator, type IndicatorRow } from './indicator.ts'
import { dayOf, ofDesk, placed, standing, within } from './place.sql.ts'
import { registers } from './register-words.ts'

export const activityIndicators: readonly Indicator[] = [
  indicator({
    id: 'trainings-held',
    title: { vi: 'Lớp tập huấn đã tổ chức', en: 'Training courses held' },
    formula: {
      vi: 'Số lớp tập huấn đã tổ chức, có ngày kết thúc trong kỳ. Một lớp có người của nhiều xã được tính ở từng xã, nên các xã cộng lại có thể nhiều hơn số lớp.',
      en: 'Courses held whose last day is in the period. A course with people of several communes counts in each, so the communes may add up to more.',
    },
    kind: 'event',
    adds: 'distinct',
    unit: 'course',
    params: z.object({ topic: z.string().optional(), kind: z.enum(['training', 'studyTour', 'conference']).default('training') }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) => sql`
        select c.id::text as key, a.unit as commune_code, null::bigint as amount, c.title as label, '/tap-huan/' || c.id as href,
          'trainingCourse' as subject_kind, c.id::text as subject_id
        from training_course c
          left join (
            select distinct t.course_id, pl.unit from training_attendance t join producer o on o.id = t.producer_id
              join ${placed(frame, sql`o.unit_era`, sql`o.commune_code`)}
            where t.removed_at is null and t.present) a on a.course_id = c.id
        where ${ofDesk(frame, sql`c.authority`)} and c.state = 'held' and c.kind = ${asked.kind} and ${within(frame, sql`c.ends_on`)}
          and ${asked.topic === undefined ? sql`true` : sql`c.topic = ${asked.topic}`}`,
    },
    source: 'S0:83',
    registers: [registers.training],
  }),
  indicator({
    id: 'promotion-activities',
    title: { vi: 'Hoạt động xúc tiến thương mại', en: 'Promotion activities' },
    formula: {
      vi: 'Số hoạt động xúc tiến đã tổ chức, có ngày kết thúc trong kỳ. Một hoạt động có chủ thể của nhiều xã được tính ở từng xã.',
      en: 'Promotion activities held whose last day is in the period. One with producers of several communes counts in each.',
    },
    kind: 'event',
    adds: 'distinct',
    unit: 'event',
    params: z.object({ kinds: z.array(z.string().min(1)).optional() }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) => sql`
        select e.id::text as key, a.unit as commune_code, null::bigint as amount, e.title as label, '/xuc-tien/' || e.id as href,
          'promotionEvent' as subject_kind, e.id::text as subject_id
        from promotion_event e
          left join (
            select distinct t.event_id, pl.unit from promotion_participation t join producer o on o.id = t.producer_id
              join ${placed(frame, sql`o.unit_era`, sql`o.commune_code`)}
            where t.state in ('taken', 'present')) a on a.event_id = e.id
        where ${ofDesk(frame, sql`e.authority`)} and e.state = 'held' and ${within(frame, sql`e.ends_on`)}
          and ${asked.kinds === undefined || asked.kinds.length === 0 ? sql`true` : sql`e.kind in (${sql.join(asked.kinds)})`}`,
    },
    source: 'S0:43',
    registers: [registers.promotion],
  }),
  indicator({
    id: 'inspections-held',
    title: { vi: 'Cuộc kiểm tra sau công nhận', en: 'Inspections after recognition' },
    formula: {
      vi: 'Số cuộc kiểm tra đã lập biên bản, có ngày kiểm tra trong kỳ, ở xã nơi kiểm tra.',
      en: 'Inspections with a written record, held in the period, at the commune where they were held.',
    },
    kind: 'event',
    adds: 'additive',
    unit: 'event',
    params: z.object({ kind: z.enum(['periodic', 'adhoc']).optional() }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) => sql`
        select i.id::text as key, pl.unit as commune_code, null::bigint as amount, coalesce(o.name, i.place) as label, '/hau-kiem/' || i.id as href,
          'inspection' as subject_kind, i.id::text as subject_id
        from inspection i left join producer o on o.id = i.producer_id
          left join ${placed(frame, sql`i.unit_era`, sql`i.commune_code`)}
        where ${ofDesk(frame, sql`i.authority`)} and i.state in ('recorded', 'signed', 'unsigned') and ${within(frame, sql`i.done_on`)}
          and ${asked.kind === undefined ? sql`true` : sql`i.kind = ${asked.kind}`}`,
    },
    source: 'S0:229, S0:231',
    registers: [registers.inspection],
  }),
  indicator({
    id: 'violations-found',
    title: { vi: 'Vi phạm phát hiện qua kiểm tra', en: 'Violations found by inspections' },
    formula: {
      vi: 'Số vi phạm ghi nhận trong kỳ, không kể vi phạm đã bỏ, ở xã nơi kiểm tra.',
      en: 'Violations written in the period, those lifted left out, at the commune of the inspection.',
    },
    kind: 'event',
    adds: 'additive',
    unit: 'event',
    params: z.object({ kinds: z.array(z.string().min(1)).optional() }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) => sql`
        select v.id::text as key, pl.unit as commune_code, null::bigint as amount, left(v.what, 120) as label, '/hau-kiem/vi-pham/' || v.id as href,
          'violation' as subject_kind, v.id::text as subject_id
        from violation v join inspection i on i.id = v.inspection_id
          left join ${placed(frame, sql`i.unit_era`, sql`i.commune_code`)}
        where ${ofDesk(frame, sql`v.authority`)} and v.state <> 'lifted' and ${within(frame, dayOf(sql`v.created_at`))}
          and ${asked.kinds === undefined || asked.kinds.length === 0 ? sql`true` : sql`v.kind in (${sql.join(asked.kinds)})`}`,
    },
    source: 'S2:133',
    registers: [registers.inspection],
  }),
  indicator({
    id: 'outlets-selling',
    title: { vi: 'Trung tâm thương mại, siêu thị bán sản phẩm OCOP', en: 'Malls and supermarkets that sell OCOP products' },
    formula: {
      vi: 'Số cơ sở thuộc loại đã chọn đang bán sản phẩm OCOP vào ngày tính, chia cho số cơ sở loại đó trong sổ.',
      en: 'Outlets of the chosen kinds that sell OCOP products on the day, of all outlets of those kinds in the register.',
    },
    kind: 'state',
    adds: 'ratio',
    unit: 'percent',
    params: z.object({
      kinds: z
        .array(z.enum(['mall', 'supermarket', 'convenience', 'shop', 'floor', 'export', 'hotel', 'other']))
        .min(1)
        .default(['mall', 'supermarket']),
    }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) =>
        outlets(
          frame,
          asked.kinds,
          sql`(t.sells_ocop_since <= ${frame.to}::date or exists (
            select 1 from channel_listing l where l.outlet_id = t.id and ${standing(frame, sql`l.since`, sql`l.ended_on`)}))`,
        ),
    },
    denominator: { counts: 'rows', rows: (frame, asked) => outlets(frame, asked.kinds, sql`true`) },
    zeroDenominator: { vi: 'Sổ chưa có cơ sở nào thuộc loại này.', en: 'The register has no outlet of this kind yet.' },
    source: 'S1:73',
    registers: [registers.outlet, registers.channel],
  }),
]

function outlets(frame: Frame, kinds: readonly string[], holds: RawBuilder<unknown>): RawBuilder<IndicatorRow> {
  return sql<IndicatorRow>`
    select t.id::text as key, w.code as commune_code, null::bigint as amount, t.name as label, '/so-theo-doi/noi-ban/' || t.id as href,
      'outlet' as subject_kind, t.id::text as subject_id
    from outlet t left join unit w on w.era = ${frame.era} and w.code = t.commune_code and w.province_code = ${frame.provinceCode}
    where ${ofDesk(frame, sql`t.authority`)} and t.kind in (${sql.join(kinds)}) and coalesce(t.ended_on > ${frame.to}::date, true) and ${holds}`
}

// Five years of the programme's registers on the large data: courses, events, channels, links, yearly figures, points, money.
import type { OpenDatabase } from '#/platform/database/open.ts'

/** Set-based; every row belongs to the bench's province. `producer` and `product` were filled before. */
export async function makeRegisters({ run }: OpenDatabase): Promise<void> {
  const made = `'bench', now()`
  await run(`
    insert into training_course (id, province_code, authority, kind, title, topic, audience, starts_on, ends_on, state, created_by, created_at)
    select gen_random_uuid(), '38', '38', 'training', 'Lớp tập huấn số ' || i, (array['cycle', 'marketing', 'quality'])[1 + i % 3], 'both',
      current_date - i * 3, current_date - i * 3 + 1, 'held', ${made} from generate_series(1, 600) i`)
  await run(`
    insert into training_attendance (id, course_id, person_name, role, producer_id, source, present, created_by, created_at)
    select gen_random_uuid(), c.id, 'Học viên ' || o.n, 'producer', o.id, 'list', true, ${made}
    from (select id, row_number() over (order by id) as n from training_course) c
      join (select id, row_number() over (order by id) as n from producer where province_code = '38') o on o.n % 150 = c.n % 150`)
  await run(`
    insert into promotion_event (id, province_code, authority, kind, title, reach, starts_on, ends_on, state, created_by, created_at)
    select gen_random_uuid(), '38', '38', (array['fair', 'tradeLink', 'display', 'livestream', 'tour'])[1 + i % 5], 'Sự kiện số ' || i, 'province',
      current_date - i * 6, current_date - i * 6 + 2, 'held', ${made} from generate_series(1, 300) i`)
  await run(`
    insert into promotion_participation (id, event_id, producer_id, product_id, state, revenue, created_by, created_at)
    select gen_random_uuid(), e.id, p.producer_id, p.id, 'present', 5000000, ${made}
    from (select id, row_number() over (order by id) as n from promotion_event) e
      join (select id, producer_id, row_number() over (order by id) as n from product where province_code = '38') p on p.n % 200 = e.n % 200`)
  await run(`
    insert into channel_listing (id, province_code, authority, producer_id, product_id, kind, name, since, created_by, created_at)
    select gen_random_uuid(), '38', '38', p.producer_id, p.id, (array['floor', 'supermarket', 'shop', 'social'])[1 + (row_number() over ())::int % 4], 'Kênh bán',
      current_date - 400, ${made} from product p where p.province_code = '38'`)
  await run(`
    insert into value_link (id, province_code, authority, producer_id, partner, kind, signed_on, ends_on, created_by, created_at)
    select gen_random_uuid(), '38', '38', o.id, 'Hợp tác xã nguyên liệu', 'material', current_date - 700, current_date + 400, ${made}
    from (select id, row_number() over (order by id) as n from producer where province_code = '38') o where o.n % 3 = 0`)
  await run(`
    insert into producer_year (id, province_code, producer_id, year, workers, workers_trained, revenue, state, created_at, updated_at)
    select gen_random_uuid(), '38', o.id, y, 20, 6, 1500000000, 'checked', now(), now()
    from producer o, generate_series(extract(year from current_date)::int - 5, extract(year from current_date)::int - 1) y where o.province_code = '38'`)
  await run(`
    insert into ntm_status (id, province_code, authority, unit_era, commune_code, status, since, criterion_income, criterion_labour, criterion_organisation, created_by, created_at)
    select gen_random_uuid(), '38', '38', u.era, u.code, (array['reached', 'advanced', 'model'])[1 + k], current_date - 1500 + k * 500, true, true, true, ${made}
    from unit u, generate_series(0, 2) k where u.era = 'e2025' and u.level = 'commune' and u.province_code = '38'`)
  await run(`
    insert into sales_point (id, province_code, authority, kind, name, unit_era, commune_code, setting, operator_name, opened_on, state, created_by, created_at)
    select gen_random_uuid(), '38', '38', 'point', 'Điểm ' || u.name || ' ' || k, u.era, u.code, 'shop', 'Hợp tác xã', current_date - 300 * k, 'running', ${made}
    from unit u, generate_series(1, 3) k where u.era = 'e2025' and u.level = 'commune' and u.province_code = '38'`)
  await run(`
    insert into sales_point_month (point_id, month, due_on, revenue, products, ocop_products, filed_by, filed_at, checked_by, checked_at, verdict)
    select s.id, m::date, m::date + 40, 5000000, 40, 20, 'bench', now(), 'other', now(), 'accepted'
    from sales_point s, generate_series(date_trunc('month', s.opened_on), date_trunc('month', current_date) - interval '2 months', interval '1 month') m`)
  // The last month over is not filed: late at every point.
  await run(`
    insert into sales_point_month (point_id, month, due_on)
    select s.id, date_trunc('month', current_date) - interval '1 month', current_date - 1 from sales_point s`)
  await run(`
    insert into sales_point_product (point_id, product_id, since)
    select s.id, p.id, current_date - 100 from (select id, row_number() over () as n from sales_point) s
      join (select id, row_number() over (order by id) as n from product where province_code = '38') p on p.n % 500 = s.n % 500`)
  await run(`
    insert into fund_source (id, province_code, authority, kind, name, created_by, created_at)
    select gen_random_uuid(), '38', '38', k, k, ${made} from unnest(array['central', 'province', 'commune', 'own']) k`)
  await run(`
    insert into budget_line (id, province_code, authority, year, title, item_category, planned, created_by, created_at)
    select gen_random_uuid(), '38', '38', extract(year from current_date)::int - i % 5, 'Khoản số ' || i, 'other', 500000000, ${made} from generate_series(1, 250) i`)
  await run(`
    insert into money_entry (id, province_code, authority, line_id, source_id, kind, amount, on_day, state, entered_by, entered_at, decided_by, decided_at)
    select gen_random_uuid(), '38', '38', l.id, f.id, (array['allocation', 'disbursement', 'disbursement', 'returned'])[1 + i % 4], 1000000 + i, make_date(l.year, 1 + i % 12, 15),
      'approved', 'bench', now(), 'other', now() from budget_line l, fund_source f, generate_series(1, 20) i`)
  await makePlan({ run })
}

/** The year's plan of the bench's province with as many targets as a real one, each of another indicator. */
async function makePlan({ run }: Pick<OpenDatabase, 'run'>): Promise<void> {
  await run(`
    insert into programme_plan (id, family_id, province_code, authority, unit_era, kind, title, starts_on, ends_on, state, number, issued_on, content, created_at, updated_at)
    select gen_random_uuid(), gen_random_uuid(), '38', '38', 'e2025', 'year', 'Kế hoạch OCOP năm ' || y, make_date(y, 1, 1), make_date(y, 12, 31), 'issued',
      '10/KH-UBND', make_date(y, 1, 5), '{}', now(), now()
    from (select extract(year from current_date)::int as y) years`)
  await run(`
    insert into programme_target (id, plan_id, code, ordinal, title, indicator, params, op, value_min, unit, starts_on, due_on, scope)
    select gen_random_uuid(), p.id, 'T' || n, n, 'Chỉ tiêu số ' || n, t.indicator, t.params::jsonb, 'min', 10, t.unit, p.starts_on, p.ends_on, t.scope
    from programme_plan p, unnest(
      array['recognised-new', 'recognised-new', 'recognised-cumulative', 'recognised-upgraded', 'expired-renewed', 'products-valid', 'groups-developed', 'products-promoted',
        'products-listed-online', 'producers-trained', 'producers-in-links', 'trainings-held', 'promotion-activities', 'sales-points-new', 'recognised-new'],
      array['{}', '{"stars":[4]}', '{}', '{}', '{}', '{"stars":[5]}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}'],
      array['product', 'product', 'product', 'product', 'percent', 'product', 'group', 'percent', 'percent', 'percent', 'percent', 'course', 'event', 'salesPoint', 'product'],
      array['whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'eachCommune'])
      with ordinality as t (indicator, params, unit, scope, n) where p.title like 'Kế hoạch OCOP năm%' and p.authority = '38'`)
}

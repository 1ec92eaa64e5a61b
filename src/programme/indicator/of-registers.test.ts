// Indicators read from the registers, each over a small world of rows.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { HAU_LOC, makeWorld, SAM_SON, type World } from '#/testing/world.ts'
import { figureOf, figuresByUnit, rowsOf } from './figures.store.ts'
import { made, put, recognised, year2026 } from './indicator.fixture.ts'
import type { Frame } from './indicator.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.close())
beforeEach(async () => {
  await emptied(services)
  world = await makeWorld(services)
})

/** [numerator, denominator]; the denominator of a count is null. */
const figure = async (id: string, params: unknown = {}, over: Partial<Frame> = {}) => {
  const { numerator, denominator } = await figureOf(services.database.db, id, { ...year2026, ...over }, params, services.clock.now())
  return [numerator, denominator]
}

/** Two producers with a product in force each. */
async function twoProducts(): Promise<{ own: string; other: string }> {
  const own = await recognised(world, { producerId: world.producers.own })
  const other = await recognised(world, { producerId: world.producers.other, sector: 'Đồ uống', star: 4 })
  return { own: own.productId, other: other.productId }
}

test('producers led by women and by people of minorities; who did not say stays in the denominator', async () => {
  await twoProducts()
  expect(await figure('producers-led-by-minority')).toEqual([1, 2])
  expect(await figure('producers-led-by-women')).toEqual([0, 2])
  await services.database.run(
    `update producer_private set head_sex = 'female', head_ethnicity = ' ' where producer_id = '${world.producers.other}'`,
  )
  expect(await figure('producers-led-by-minority')).toEqual([0, 2])
  expect(await figure('producers-led-by-women')).toEqual([1, 2])
})

test('producers by legal form, and only those with a product in force', async () => {
  await recognised(world, { producerId: world.producers.own })
  await recognised(world, { producerId: world.producers.other, on: '2020-01-01' })
  expect(await figure('producers-in-forms', { forms: ['cooperative', 'limitedCompany'] })).toEqual([1, 1])
  expect(await figure('producers-active', { form: 'productionHousehold' })).toEqual([0, null])
  expect(await figure('producers-active', {}, { to: '2023-01-01' })).toEqual([1, null])
})

test('a link counts from its signature to its last day, and not once it was ended', async () => {
  await twoProducts()
  const link = { ...made, partner: 'Hợp tác xã lúa', kind: 'material', producer_id: world.producers.own }
  await put(world, 'value_link', { ...link, signed_on: '2026-12-31', ends_on: '2026-12-31' })
  await put(world, 'value_link', { ...link, producer_id: world.producers.other, signed_on: '2026-01-01', ended_on: '2026-12-31' })
  expect(await figure('producers-in-links')).toEqual([1, 2])
  expect(await figure('producers-in-links', {}, { to: '2026-12-30' })).toEqual([1, 2])
  expect(await figure('producers-in-links', {}, { to: '2027-01-01' })).toEqual([0, 2])
})

test('modern channels: of a producer; e-commerce floors: of a product', async () => {
  const { own } = await twoProducts()
  const listing = { ...made, producer_id: world.producers.own, product_id: own, name: 'Sàn', since: '2026-05-01' }
  await put(world, 'channel_listing', { ...listing, kind: 'floor' })
  await put(world, 'channel_listing', { ...listing, kind: 'supermarket' })
  await put(world, 'channel_listing', { ...listing, producer_id: world.producers.other, product_id: null, kind: 'social' })
  expect(await figure('producers-in-modern-channels')).toEqual([1, 2])
  expect(await figure('producers-in-modern-channels', { kinds: ['social'] })).toEqual([1, 2])
  expect(await figure('products-listed-online')).toEqual([1, null])
  expect(await figure('products-listed-online', {}, { to: '2026-04-30' })).toEqual([0, null])
})

test('workers: sums of the latest filed year of each producer, a draft and an unanswered year do not count', async () => {
  await twoProducts()
  const year = { created_at: '2026-01-02', updated_at: '2026-01-02', province_code: '38', producer_id: world.producers.own }
  await put(world, 'producer_year', { ...year, year: 2024, workers: 50, workers_trained: 50, revenue: 900, state: 'checked' })
  await put(world, 'producer_year', { ...year, year: 2025, workers: 10, workers_trained: 3, revenue: 1_000_000_000, state: 'filed' })
  await put(world, 'producer_year', { ...year, year: 2026, workers: 99, workers_trained: 99, state: 'draft' })
  await put(world, 'producer_year', {
    ...year,
    producer_id: world.producers.other,
    year: 2025,
    workers: 5,
    workers_trained: null,
    revenue: null,
    state: 'filed',
  })
  expect(await figure('workers-trained-share')).toEqual([3, 10])
  expect(await figure('workers-of-producers')).toEqual([15, null])
  expect(await figure('revenue-of-producers', {}, { from: '2025-01-01', to: '2025-12-31' })).toEqual([1_000_000_000, null])
  expect(await figure('revenue-of-producers', {}, { from: '2025-01-02', to: '2025-12-31' })).toEqual([0, null])
})

test('products at events: there or on the list of one that was held in the period; the denominator is what is in force', async () => {
  const { own, other } = await twoProducts()
  const event = { ...made, title: 'Hội chợ', reach: 'province', starts_on: '2026-07-01', ends_on: '2026-07-05' }
  const part = { ...made, producer_id: world.producers.own, product_id: own }
  const held = await put(world, 'promotion_event', { ...event, kind: 'fair', state: 'held' })
  const tour = await put(world, 'promotion_event', { ...event, kind: 'tour', state: 'held' })
  const planned = await put(world, 'promotion_event', { ...event, kind: 'fair', state: 'planned' })
  await put(world, 'promotion_participation', { ...part, event_id: held, state: 'present' })
  await put(world, 'promotion_participation', {
    ...part,
    event_id: tour,
    product_id: other,
    producer_id: world.producers.other,
    state: 'taken',
  })
  expect(await figure('products-promoted')).toEqual([2, 2])
  expect(await figure('products-promoted-in-tourism')).toEqual([1, null])
  expect(await figure('products-promoted', {}, { to: '2026-07-04' })).toEqual([0, 2])
  await services.database.run(`update promotion_participation set state = 'absent' where event_id = '${held}'`)
  await put(world, 'promotion_participation', { ...part, event_id: planned, state: 'present' })
  expect(await figure('products-promoted')).toEqual([1, 2])
  expect(await figure('promotion-activities')).toEqual([2, null])
  expect(await figure('promotion-activities', { kinds: ['tour'] })).toEqual([1, null])
})

test('a product sold at a tourist sales point is promoted through tourism, while both last', async () => {
  const { own } = await twoProducts()
  const point = await put(world, 'sales_point', {
    ...made,
    kind: 'point',
    name: 'Điểm Sầm Sơn',
    unit_era: 'e2025',
    commune_code: SAM_SON,
    setting: 'tourism',
    operator_name: 'x',
    opened_on: '2026-03-01',
    state: 'closed',
    closed_on: '2026-12-31',
  })
  await put(world, 'sales_point_product', { point_id: point, product_id: own, since: '2026-03-01' })
  expect(await figure('products-promoted-in-tourism', {}, { to: '2026-12-30' })).toEqual([1, null])
  expect(await figure('products-promoted-in-tourism')).toEqual([0, null])
})

test('new sales points: opened in the period, inside the province, planned ones not; those of no commune stand apart', async () => {
  const point = { ...made, kind: 'point', name: 'Điểm', unit_era: 'e2025', setting: 'shop', operator_name: 'x', state: 'running' }
  await put(world, 'sales_point', { ...point, commune_code: SAM_SON, opened_on: '2026-01-01' })
  await put(world, 'sales_point', { ...point, commune_code: null, opened_on: '2026-12-31' })
  await put(world, 'sales_point', { ...point, commune_code: SAM_SON, opened_on: '2025-12-31' })
  await put(world, 'sales_point', { ...point, commune_code: SAM_SON, opened_on: '2026-05-01', state: 'planned' })
  await put(world, 'sales_point', { ...point, commune_code: null, opened_on: '2026-05-01', outside: true })
  expect(await figure('sales-points-new')).toEqual([2, null])
  const parts = await figuresByUnit(services.database.db, 'sales-points-new', year2026, {}, 'commune')
  expect(parts.filter((part) => part.numerator > 0).map((part) => part.code)).toEqual([SAM_SON, null])
})

test('districts with a centre: cities among them or not, and none since districts ended (X14)', async () => {
  const centre = {
    ...made,
    kind: 'centre',
    name: 'Trung tâm',
    unit_era: 'e2023',
    setting: 'shop',
    operator_name: 'x',
    state: 'running',
    opened_on: '2024-01-01',
  }
  const { rows } = await services.database.run(
    `select code, full_name from unit where era = 'e2023' and level = 'district' and province_code = '38' order by code`,
  )
  const districts = rows as { code: string; full_name: string }[]
  const cities = districts.filter((one) => one.full_name.startsWith('Thành phố '))
  await put(world, 'sales_point', { ...centre, district_code: cities[0]?.code ?? '' })
  const old = { era: 'e2023', from: '2022-01-01', to: '2025-06-30' }
  expect(await figure('districts-with-centre', { towns: true }, old)).toEqual([1, districts.length])
  expect(await figure('districts-with-centre', { towns: false }, old)).toEqual([0, districts.length - cities.length])
  const parts = await figuresByUnit(services.database.db, 'districts-with-centre', { ...year2026, ...old }, { towns: true }, 'district')
  expect(parts.filter((part) => part.numerator === 1).map((part) => part.code)).toEqual([cities[0]?.code])
  expect(await figure('districts-with-centre')).toEqual([0, 0])
})

test('outlets of a kind that sell OCOP products, by their own word or by a listing', async () => {
  const outlet = { ...made, kind: 'mall', name: 'Siêu thị' }
  await put(world, 'outlet', { ...outlet, sells_ocop_since: '2026-12-31' })
  const listed = await put(world, 'outlet', { ...outlet, kind: 'supermarket' })
  await put(world, 'outlet', { ...outlet })
  await put(world, 'outlet', { ...outlet, ended_on: '2026-06-01' })
  await put(world, 'outlet', { ...outlet, kind: 'shop', sells_ocop_since: '2026-01-01' })
  expect(await figure('outlets-selling')).toEqual([1, 3])
  await put(world, 'channel_listing', {
    ...made,
    producer_id: world.producers.own,
    outlet_id: listed,
    kind: 'supermarket',
    name: 'x',
    since: '2026-01-01',
  })
  expect(await figure('outlets-selling')).toEqual([2, 3])
  expect(await figure('outlets-selling', { kinds: ['convenience'] })).toEqual([0, 0])
})

test('communes whose criteria 10, 12 and 13 are met beside a product (S4:21)', async () => {
  await twoProducts()
  await put(world, 'ntm_status', {
    ...made,
    unit_era: 'e2025',
    commune_code: SAM_SON,
    status: 'reached',
    since: '2026-01-01',
    criterion_income: true,
    criterion_labour: true,
    criterion_organisation: false,
  })
  expect(await figure('ntm-criteria-linked')).toEqual([0, 2])
  expect(await figure('ntm-criteria-linked', { criteria: ['income'] })).toEqual([1, 2])
})

test('groups: six at most, one group of two communes is one of the province', async () => {
  await recognised(world, { sector: 'Đồ uống' })
  await recognised(world, { sector: 'Đồ uống', producerId: world.producers.other })
  await recognised(world, { sector: 'Thảo dược' })
  await recognised(world, { sector: 'Dược liệu và sản phẩm từ dược liệu' })
  expect(await figure('groups-developed')).toEqual([2, null])
  const parts = await figuresByUnit(services.database.db, 'groups-developed', year2026, {}, 'commune')
  expect(parts.filter((part) => part.numerator > 0).map(({ code, numerator }) => [code, numerator])).toEqual([
    [HAU_LOC, 1],
    [SAM_SON, 2],
  ])
  expect(await figure('products-in-group', { group: 'medicinal' })).toEqual([2, null])
})

test('certificates about to end: the last day counts', async () => {
  await recognised(world, { on: '2024-06-29', lastValidOn: '2027-06-29' })
  expect(await figure('certificates-expiring', { within: 180 })).toEqual([1, null])
  expect(await figure('certificates-expiring', { within: 179 })).toEqual([0, null])
})

test('support: a producer once, by the day it was signed or approved', async () => {
  const support = { producer_id: world.producers.own, item_category: 'design', asked: 100, asked_by: 'x', asked_at: '2026-01-01' }
  await put(world, 'support_contract', { ...support, state: 'running', signed_on: '2026-01-01' })
  await put(world, 'support_contract', { ...support, state: 'approved', decided_by: 'y', decided_at: '2026-12-31T16:59:00Z' })
  await put(world, 'support_contract', {
    ...support,
    producer_id: world.producers.other,
    state: 'approved',
    decided_by: 'y',
    decided_at: '2026-12-31T17:00:00Z',
  })
  await put(world, 'support_contract', { ...support, producer_id: world.producers.other, state: 'refused', signed_on: '2026-05-01' })
  expect(await figure('producers-supported')).toEqual([1, null])
  expect(await figure('producers-supported', {}, { from: '2027-01-01', to: '2027-01-01' })).toEqual([1, null])
})

test('money: sums of approved entries, signed; cost per new star; rewards by the producer’s commune', async () => {
  const line = await put(world, 'budget_line', { ...made, year: 2026, title: 'Hội đồng', item_category: 'council', planned: 250_000_000 })
  await put(world, 'budget_line', { ...made, year: 2026, title: 'Chưa nêu số', item_category: 'other', planned: null })
  const central = await put(world, 'fund_source', { ...made, kind: 'central', name: 'Trung ương' })
  const own = await put(world, 'fund_source', { ...made, kind: 'own', name: 'Tự có' })
  const entry = {
    line_id: line,
    source_id: central,
    on_day: '2026-05-01',
    state: 'approved',
    entered_by: 'x',
    entered_at: '2026-05-01',
    decided_by: 'y',
    decided_at: '2026-05-02',
  }
  for (const [kind, amount, over] of [
    ['allocation', 100, {}],
    ['allocation', 40, { source_id: own }],
    ['cut', 10, {}],
    ['disbursement', 60, {}],
    ['failed', 20, {}],
    ['disbursement', 5, { on_day: '2027-01-01' }],
    ['disbursement', 7, { state: 'entered', decided_by: null, decided_at: null }],
  ] as const)
    await put(world, 'money_entry', { ...entry, kind, amount, ...over })
  expect(await figure('money-planned')).toEqual([250_000_000, null])
  expect(await figure('money-allocated')).toEqual([130, null])
  expect(await figure('money-allocated', { source: 'own' })).toEqual([40, null])
  expect(await figure('money-disbursed')).toEqual([40, null])
  expect(await figure('cost-per-new-star')).toEqual([40, 0])
  const one = await recognised(world)
  expect(await figure('cost-per-new-star')).toEqual([40, 1])
  expect(
    (await rowsOf(services.database.db, 'money-disbursed', year2026, {}, { part: 'numerator', page: 1, size: 9 })).rows
      .map((row) => row.amount)
      .toSorted((a, b) => (a ?? 0) - (b ?? 0)),
  ).toEqual([-20, 60])

  const policy = await put(world, 'reward_policy', {
    ...made,
    title: 'Thưởng',
    valid_from: '2026-01-01',
    upgrade: 'full',
    renewal: 'none',
    state: 'approved',
    approved_by: 'y',
  })
  const list = await put(world, 'reward_list', {
    ...made,
    policy_id: policy,
    title: 'Đợt 1',
    state: 'paid',
    period_from: '2026-01-01',
    period_to: '2026-12-31',
  })
  const certificate = {
    list_id: list,
    certificate_id: one.id,
    product_id: one.productId,
    producer_id: world.producers.own,
    reckoning: '{}',
  }
  await put(world, 'reward', { ...certificate, star: 3, amount: 10_000_000, state: 'paid', paid_on: '2026-12-31' })
  await put(world, 'reward', { ...certificate, star: 4, amount: 20_000_000, state: 'listed' })
  expect(await figure('rewards-paid', {}, { communeCode: SAM_SON })).toEqual([10_000_000, null])
  expect(await figure('rewards-paid', {}, { communeCode: HAU_LOC })).toEqual([0, null])
})

test('late reports: after the due day or not at all; a filed zero is filed, one not expected is neither', async () => {
  const form = await put(world, 'report_form', {
    family_id: world.producers.own,
    revision: 1,
    kind: 'year',
    title: 'Báo cáo năm',
    content: '{}',
    state: 'used',
    created_at: '2026-01-01',
  })
  const call = await put(world, 'report_call', {
    form_id: form,
    kind: 'year',
    title: 'Báo cáo 2026',
    period_from: '2026-01-01',
    period_to: '2026-12-31',
    cut_off_on: '2026-11-20',
    due_on: '2026-11-30',
    unit_era: 'e2025',
    state: 'open',
    created_at: '2026-01-01',
  })
  const report = { call_id: call, form_id: form, due_on: '2026-11-30' }
  await put(world, 'report', {
    ...report,
    unit_name: 'A',
    commune_code: '1',
    state: 'approved',
    filed_on: '2026-11-30',
    nothing_to_report: true,
  })
  await put(world, 'report', { ...report, unit_name: 'B', commune_code: '2', state: 'approved', filed_on: '2026-12-01' })
  await put(world, 'report', { ...report, unit_name: 'C', commune_code: '3', state: 'open' })
  await put(world, 'report', { ...report, unit_name: 'D', commune_code: '4', state: 'notExpected' })
  expect(await figure('reports-late')).toEqual([2, 3])
  expect(await figure('reports-late', {}, { to: '2026-11-29' })).toEqual([0, 0])
})

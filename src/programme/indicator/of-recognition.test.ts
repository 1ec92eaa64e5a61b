import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { HAU_LOC, makeWorld, SAM_SON, type World } from '#/testing/world.ts'
import { figureOf, figuresByUnit, rowsOf } from './figures.store.ts'
import { pastRecognised, recognised, year2026 } from './indicator.fixture.ts'
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

const figure = async (id: string, params: unknown = {}, frame: Frame = year2026) => {
  const { numerator, denominator } = await figureOf(services.database.db, id, frame, params, services.clock.now())
  return denominator === null ? numerator : [numerator, denominator]
}

test('eleven products and three new ones and one upgrade make fourteen (S2:39)', async () => {
  for (let index = 0; index < 11; index++) await recognised(world, { on: '2023-04-01' })
  const first = await recognised(world, { on: '2025-03-01' })
  await recognised(world, { on: '2025-04-01' })
  await recognised(world, { on: '2025-05-01' })
  await recognised(world, { productId: first.productId, on: '2025-11-01', star: 4 })
  const frame = { ...year2026, from: '2025-01-01', to: '2025-12-31' }
  expect(await figure('recognised-new', {}, frame)).toBe(3)
  expect(await figure('recognised-cumulative', {}, frame)).toBe(14)
  expect(await figure('recognised-cumulative', {}, { ...frame, to: '2025-04-01' })).toBe(13)
  expect(await figure('recognised-cumulative', { stars: [4] }, frame)).toBe(1)
})

test('a base of 100 and 150 new ones make 250, read as ever or as valid (S1:59, X16)', async () => {
  const one = await recognised(world, { on: '2021-12-31' })
  const copies = (n: number, day: string, from: number) =>
    services.database.run(`
    with p as (insert into product (id, province_code, producer_id, name, regulation_id, created_at, updated_at)
      select ('019a0000-0002-7000-8000-' || lpad(to_hex(${from} + i), 12, '0'))::uuid, '38', producer_id, name || i, regulation_id, now(), now()
      from product, generate_series(1, ${n}) i where id = '${one.productId}' returning id)
    insert into certificate (id, province_code, commune_code, verify_code, product_code, product_id, producer_id, regulation_id, sector, star, issued_on, last_valid_on, state,
      product_name, producer_name, format, snapshot, created_at)
    select p.id, c.province_code, c.commune_code, p.id::text, p.id::text, p.id, c.producer_id, c.regulation_id, c.sector, 3, '${day}', ('${day}'::date + interval '36 months')::date, 'valid',
      c.product_name, c.producer_name, 1, c.snapshot, now() from p, certificate c where c.id = '${one.id}'`)
  await copies(99, '2021-12-31', 0)
  await copies(150, '2025-12-31', 1000)
  const plan = { ...year2026, from: '2022-01-01', to: '2025-12-31' }
  expect(await figure('recognised-new', {}, plan)).toBe(150)
  expect(await figure('recognised-cumulative', {}, plan)).toBe(250)
  expect(await figure('recognised-cumulative', { valid: 'valid' }, plan)).toBe(150)
})

test('the first and the last day of the period count, the days beside them do not', async () => {
  for (const on of ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01']) await recognised(world, { on })
  expect(await figure('recognised-new')).toBe(2)
})

test('a renewal is not new, and an annulled certificate was never one', async () => {
  const old = await recognised(world, { on: '2023-02-01' })
  await recognised(world, { productId: old.productId, on: '2026-01-20' })
  await recognised(world, { on: '2026-02-01', state: 'annulled' })
  await recognised(world, { on: '2026-03-01', state: 'withdrawn', withdrawnOn: '2026-05-01' })
  expect(await figure('recognised-new')).toBe(1)
  expect(await figure('recognised-cumulative')).toBe(2)
})

test('a state is read on its day: term, withdrawal and replacement are told from the facts of that day', async () => {
  const withdrawn = await recognised(world, { on: '2026-01-05', state: 'withdrawn', withdrawnOn: '2026-05-01' })
  const old = await recognised(world, { on: '2023-06-30', star: 3 })
  await recognised(world, { productId: old.productId, on: '2026-06-01', star: 4 })
  const on = (to: string) => figure('products-valid', {}, { ...year2026, to })
  expect(withdrawn.id).not.toBe(old.id)
  expect(await on('2026-01-04')).toBe(1)
  expect(await on('2026-04-30')).toBe(2)
  expect(await on('2026-05-01')).toBe(1)
  expect(await figure('products-valid', { stars: [3] }, { ...year2026, to: '2026-05-31' })).toBe(1)
  expect(await figure('products-valid', { stars: [3] }, { ...year2026, to: '2026-06-01' })).toBe(0)
  expect(await figure('products-valid', { star: 4 }, { ...year2026, to: '2029-06-01' })).toBe(1)
  expect(await figure('products-valid', { star: 4 }, { ...year2026, to: '2029-06-02' })).toBe(0)
})

test('a product imported from the past and recognised again is one product, and not a new one', async () => {
  await pastRecognised(world, { product: 'Nước mắm Vạn Triều', day: '2021-03-01' })
  await recognised(world, { name: 'NƯỚC MẮM VẠN TRIỀU', on: '2026-02-01' })
  await pastRecognised(world, { product: 'Mắm tôm', day: null, year: 2026 })
  await pastRecognised(world, { product: 'Chưa đạt', day: '2026-03-01', recognised: false })
  expect(await figure('recognised-new')).toBe(1)
  expect(await figure('recognised-cumulative')).toBe(2)
  expect(await figure('products-valid')).toBe(1)
  expect(await figure('recognised-new', {}, { ...year2026, from: '2021-01-01', to: '2021-12-31' })).toBe(1)
})

test('communes with a product, of all and of those of a standing; nobody to divide by prints a dash', async () => {
  await recognised(world)
  const [numerator, denominator] = (await figure('communes-with-product')) as number[]
  expect([numerator, denominator]).toEqual([1, 166])
  const none = await figureOf(services.database.db, 'communes-with-product', year2026, { ntm: ['advanced'] }, services.clock.now())
  expect(none).toMatchObject({ numerator: 0, denominator: 0, blank: { vi: 'Chưa có xã nào ở mức nông thôn mới này.' } })
  const standing = (communeCode: string, status: string, since: string) =>
    services.database
      .run(`insert into ntm_status (id, province_code, authority, unit_era, commune_code, status, since, created_by, created_at)
      values (gen_random_uuid(), '38', '38', 'e2025', '${communeCode}', '${status}', '${since}', 'x', now())`)
  await standing(SAM_SON, 'advanced', '2025-08-01')
  await standing(HAU_LOC, 'reached', '2025-08-01')
  await standing(HAU_LOC, 'advanced', '2026-12-31')
  expect(await figure('communes-with-product', { ntm: ['advanced'] })).toEqual([1, 2])
  expect(await figure('communes-with-product', { ntm: ['advanced'] }, { ...year2026, to: '2026-12-30' })).toEqual([1, 1])
})

test('by commune: one query, every commune, the parts make the whole; one commune alone gives its own', async () => {
  for (const producerId of [world.producers.own, world.producers.own, world.producers.other]) await recognised(world, { producerId })
  await pastRecognised(world, { product: 'Không rõ xã', day: '2026-01-01', communeCode: null })
  const { db } = services.database
  const parts = await figuresByUnit(db, 'recognised-new', year2026, {}, 'commune')
  expect(parts).toHaveLength(167)
  expect(parts.filter((part) => part.numerator > 0).map(({ code, name, numerator }) => [code, name, numerator])).toEqual([
    [HAU_LOC, 'Xã Hậu Lộc', 1],
    [SAM_SON, 'Phường Sầm Sơn', 2],
    [null, null, 1],
  ])
  expect(parts.reduce((sum, part) => sum + part.numerator, 0)).toBe(await figure('recognised-new'))
  expect(await figure('recognised-new', {}, { ...year2026, communeCode: SAM_SON })).toBe(2)
})

test('the rows behind a figure: each thing once, searched without accents, by pages', async () => {
  for (const name of ['Chè lam', 'Nem chua', 'Nem nướng']) await recognised(world, { name })
  const { db } = services.database
  const asked = { part: 'numerator', page: 1, size: 2 } as const
  expect(await rowsOf(db, 'recognised-new', year2026, {}, asked)).toMatchObject({
    total: 3,
    rows: [{ label: 'Chè lam · Hợp tác xã Vạn Triều' }, {}],
  })
  expect((await rowsOf(db, 'recognised-new', year2026, {}, { ...asked, page: 2 })).rows).toHaveLength(1)
  expect(await rowsOf(db, 'recognised-new', year2026, {}, { ...asked, words: 'nem nuong' })).toMatchObject({
    total: 1,
    rows: [{ subjectKind: 'certificate' }],
  })
  expect(await rowsOf(db, 'recognised-new', year2026, {}, { ...asked, part: 'denominator' })).toEqual({ total: 0, rows: [] })
})

test('old Bình Phước and new Đồng Nai: by its own era in the old, by succession in the new', async () => {
  // Xã Bù Gia Mập was of Bình Phước (70); its land is of Đồng Nai (75) today.
  const { rows } = await services.database.run(`
    select u.code, u.parent_code, min(s.new_code) as now, count(*)::int as heirs from unit u join unit_succession s on s.old_era = u.era and s.old_code = u.code
    where u.era = 'e2023' and u.province_code = '70' and u.level = 'commune' group by 1, 2 order by count(*), u.code`)
  const communes = rows as { code: string; parent_code: string; now: string; heirs: number }[]
  const [whole, split] = [communes[0], communes.findLast((one) => one.heirs > 1)]
  if (!whole) throw new Error('no commune of Bình Phước')
  await recognised(world, { unitEra: 'e2023', provinceCode: '70', communeCode: whole.code, on: '2024-05-01' })
  if (split) await recognised(world, { unitEra: 'e2023', provinceCode: '70', communeCode: split.code, on: '2024-06-01' })
  await recognised(world, { provinceCode: '75', communeCode: whole.now, on: '2025-09-01' })
  const old: Frame = {
    authority: '70',
    provinceCode: '70',
    communeCode: null,
    districtCode: null,
    era: 'e2023',
    from: '2022-01-01',
    to: '2025-12-31',
  }
  const now: Frame = { ...old, authority: '75', provinceCode: '75', era: 'e2025' }
  const older = split ? 2 : 1
  expect(await figure('recognised-new', {}, old)).toBe(older)
  expect(await figure('recognised-new', {}, { ...old, districtCode: whole.parent_code })).toBe(
    split?.parent_code === whole.parent_code ? 2 : 1,
  )
  expect(await figure('recognised-new', {}, now)).toBe(older + 1)
  expect(await figure('recognised-new', {}, { ...now, communeCode: whole.now })).toBe(2)
  expect(await figure('recognised-new')).toBe(0)
  const districts = await figuresByUnit(services.database.db, 'recognised-new', old, {}, 'district')
  expect(districts.length).toBe(11)
  expect(districts.reduce((sum, part) => sum + part.numerator, 0)).toBe(older)
})

test('a figure of nothing known is refused', async () => {
  await expect(figure('no-such')).rejects.toThrow(RangeError)
  await expect(figure('recognised-new', { star: 7 })).rejects.toThrow(/star/)
  await expect(figure('communes-with-product', { ntm: ['Robert'] })).rejects.toThrow(/ntm/)
})

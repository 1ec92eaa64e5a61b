// Old Bình Phước and today's Đồng Nai over imported records and certificates together: the list, its counts and the figures say the same.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { makeWorld, type World } from '#/testing/world.ts'
import { figureOf } from '../indicator/figures.store.ts'
import { pastRecognised, recognised } from '../indicator/indicator.fixture.ts'
import type { Frame } from '../indicator/indicator.ts'
import { pastByProvince } from './past-place.store.ts'
import { pastList } from './past.store.ts'

const BINH_PHUOC = { era: 'e2023', code: '70' } as const
const OLD_DONG_NAI = { era: 'e2023', code: '75' } as const
const DONG_NAI = { era: 'e2025', code: '75' } as const

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  const communeOf = async (province: string) => {
    const { rows } = await services.database.run(
      `select u.code, min(s.new_code) as now from unit u join unit_succession s on s.old_era = u.era and s.old_code = u.code
       where u.era = 'e2023' and u.province_code = $1 and u.level = 'commune' group by 1 having count(*) = 1 order by 1 limit 1`,
      [province],
    )
    const [commune] = rows as { code: string; now: string }[]
    if (!commune) throw new Error(`no commune of ${province} went to one whole`)
    return commune
  }
  const [binhPhuoc, dongNai] = [await communeOf('70'), await communeOf('75')]
  const past = (product: string, day: string, unit: { era: string; code: string } | null, communeCode: string | null) =>
    pastRecognised(world, { product, day, communeCode, nowProvinceCode: '75', ...(unit === null ? {} : { unit }) })
  await past('Hạt điều rang', '2021-05-01', { era: 'e2023', code: binhPhuoc.code }, binhPhuoc.now)
  await past('Tiêu Lộc Ninh', '2022-05-01', { era: 'e2023', code: binhPhuoc.code }, binhPhuoc.now)
  // A source that names no more than the province.
  await past('Mật ong', '2022-06-01', { era: 'e2023', code: '70' }, null)
  await past('Bưởi Tân Triều', '2022-07-01', { era: 'e2023', code: dongNai.code }, dongNai.now)
  await past('Cà phê', '2025-10-01', { era: 'e2025', code: binhPhuoc.now }, binhPhuoc.now)
  await past('Không rõ nơi', '2022-08-01', null, null)
  await services.database.run(`update past_recognition set now_province_code = null where product = 'Không rõ nơi'`)
  // The same land by certificates: one of the old province, one of today's, and one already known from the past.
  await recognised(world, { name: 'Rượu cần', unitEra: 'e2023', provinceCode: '70', communeCode: binhPhuoc.code, on: '2024-05-01' })
  await recognised(world, { name: 'Mít sấy', provinceCode: '75', communeCode: binhPhuoc.now, on: '2025-09-01' })
  await recognised(world, { name: 'Hạt điều rang', unitEra: 'e2023', provinceCode: '70', communeCode: binhPhuoc.code, on: '2024-05-01' })
}, 60_000)
afterAll(() => services.close())

const listed = async (place: Parameters<typeof pastList>[2]['place'], words = '') => {
  const { total, rows } = await pastList(services.database.db, '38', { words, place, page: 1, size: 50 })
  expect(rows).toHaveLength(total)
  return rows.map((row) => row.product)
}

test('the list by province of an era, and its counts: the old ones beside the new', async () => {
  expect(await listed(BINH_PHUOC)).toEqual(['Hạt điều rang', 'Mật ong', 'Tiêu Lộc Ninh'])
  expect(await listed(OLD_DONG_NAI)).toEqual(['Bưởi Tân Triều'])
  expect(await listed(DONG_NAI)).toEqual(['Bưởi Tân Triều', 'Cà phê', 'Hạt điều rang', 'Mật ong', 'Tiêu Lộc Ninh'])
  expect(await listed(BINH_PHUOC, 'tieu')).toEqual(['Tiêu Lộc Ninh'])
  expect(await listed({ era: 'e2023', code: '99' })).toEqual([])
  expect(await listed(null)).toHaveLength(6)
  expect(await pastByProvince(services.database.db, '38')).toMatchObject([
    {
      ...DONG_NAI,
      n: 5,
      older: [
        { ...BINH_PHUOC, n: 3 },
        { ...OLD_DONG_NAI, n: 1 },
      ],
    },
  ])
  expect(await pastByProvince(services.database.db, '37')).toEqual([])
})

test('the figures walk over records and certificates alike: Bình Phước until 30/6/2025, Đồng Nai today, a product of both once', async () => {
  const frame = (place: typeof BINH_PHUOC | typeof DONG_NAI, from: string, to: string): Frame => ({
    authority: place.code,
    provinceCode: place.code,
    communeCode: null,
    districtCode: null,
    era: place.era,
    from,
    to,
  })
  const figure = async (id: string, of: Frame) => (await figureOf(services.database.db, id, of, {}, services.clock.now())).numerator
  // Three of the past and the certificate of a new product; "Hạt điều rang" again is a renewal of the one known from the past.
  expect(await figure('recognised-new', frame(BINH_PHUOC, '2021-01-01', '2025-06-30'))).toBe(4)
  expect(await figure('recognised-new', frame(BINH_PHUOC, '2024-01-01', '2025-06-30'))).toBe(1)
  expect(await figure('recognised-cumulative', frame(BINH_PHUOC, '2021-01-01', '2025-06-30'))).toBe(4)
  // Today all of it, Bưởi of the old Đồng Nai, and what came since.
  expect(await figure('recognised-new', frame(DONG_NAI, '2021-01-01', '2025-12-31'))).toBe(7)
  expect(await figure('recognised-new', frame(DONG_NAI, '2025-07-01', '2025-12-31'))).toBe(2)
  expect(await figure('recognised-cumulative', frame(DONG_NAI, '2021-01-01', '2025-12-31'))).toBe(7)
})

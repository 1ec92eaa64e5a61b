import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { makeWorld, type World } from '#/testing/world.ts'
import { publicProduct } from './catalogue.store.ts'
import { sampleSnapshot, storedCertificate } from './certificate.fixture.ts'
import { certificateByCode } from './certificate.public.store.ts'
import { certificateById } from './register.store.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const unitCode = async (era: string, fullName: string, provinceCode: string) =>
  (
    await services.database.db
      .selectFrom('unit')
      .select('code')
      .where('era', '=', era)
      .where('fullName', '=', fullName)
      .where('provinceCode', '=', provinceCode)
      .executeTakeFirstOrThrow()
  ).code

test.each([
  ['still called so', 'e2025', 'Phường Sầm Sơn', '38', 'phường Sầm Sơn', 'tỉnh Thanh Hóa', []],
  ['merged', 'e2023', 'Phường Quảng Cư', '38', 'phường Quảng Cư', 'tỉnh Thanh Hóa', ['phường Sầm Sơn, tỉnh Thanh Hóa']],
  // Ended on 1/7/2025; the successor and its province took other names on 30/4/2026.
  [
    'of an old province',
    'e2023',
    'Thị trấn Lộc Ninh',
    '70',
    'thị trấn Lộc Ninh',
    'tỉnh Bình Phước',
    ['phường Lộc Ninh, thành phố Đồng Nai'],
  ],
  ['renamed', 'e2025', 'Phường Lộc Ninh', '75', 'xã Lộc Ninh', 'tỉnh Đồng Nai', ['phường Lộc Ninh, thành phố Đồng Nai']],
] as const)(
  'a place %s keeps the unit of its day and tells today’s beside it',
  async (what, era, name, province, commune, printed, today) => {
    const code = `PLACE${what.replace(/\W/g, '').toUpperCase().slice(0, 11)}`.padEnd(16, 'X').slice(0, 16)
    const communeCode = await unitCode(era, name, province)
    const place = { commune, province: printed, oldNames: [] }
    const stored = await storedCertificate(world, { verifyCode: code, communeCode, snapshot: { ...sampleSnapshot, place } })
    const { db } = services.database
    await db.updateTable('certificate').set({ unitEra: era }).where('id', '=', stored.id).execute()
    const shown = await certificateByCode(db, code)
    expect([shown?.snapshot.place.commune, shown?.placeToday]).toEqual([commune, today])
    expect((await certificateById(db, '38', stored.id)).placeToday).toEqual(today)
    expect((await publicProduct(db, stored.productId))?.certificates[0]?.placeToday).toEqual(today)
  },
)

test('a place that was split tells every unit that may be meant, and chooses none', async () => {
  const stored = await storedCertificate(world, { verifyCode: 'SPLXTSPLXTSPLXTS', communeCode: '15772', snapshot: sampleSnapshot })
  await services.database.db.updateTable('certificate').set({ unitEra: 'e2023' }).where('id', '=', stored.id).execute()
  expect((await certificateByCode(services.database.db, 'SPLXTSPLXTSPLXTS'))?.placeToday.length).toBeGreaterThan(1)
})

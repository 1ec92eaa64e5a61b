import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { IN_2023, LUC_NAM, makeDistrictWorld } from '#/testing/district-world.ts'
import { newId } from '#/platform/database/id.ts'
import { deskName } from './desk.name.ts'

let services: TestServices
beforeAll(async () => {
  services = await testServices({ now: IN_2023 })
  await makeDistrictWorld(services)
})
afterAll(() => services.close())
const db = () => services.database.db

test.each([
  ['38', 'e2025', { short: 'Thanh Hóa', full: 'tỉnh Thanh Hóa' }],
  // Code 24 was another province before 1/7/2025.
  ['24', 'e2023', { short: 'Bắc Giang', full: 'tỉnh Bắc Giang' }],
  ['24', 'e2025', { short: 'Bắc Ninh', full: 'tỉnh Bắc Ninh' }],
  [LUC_NAM, 'e2023', { short: 'huyện Lục Nam', full: 'huyện Lục Nam' }],
  // Ended on 1/7/2025: the desk keeps its name.
  ['70', 'e2025', { short: 'Bình Phước', full: 'tỉnh Bình Phước' }],
  ['99', 'e2025', { short: '99', full: '99' }],
] as const)('the desk %s in %s is called %j', async (authority, era, name) => {
  expect(await deskName(db(), authority, era)).toEqual(name)
  expect(await deskName(db(), authority, era)).toEqual(name)
})

test('the ministry is called as its body is, from the moment it is set up', async () => {
  expect(await deskName(db(), 'TW', 'e2025')).toEqual({ short: 'TW', full: 'TW' })
  const name = 'Bộ Nông nghiệp và Môi trường'
  await db()
    .insertInto('body')
    .values({
      id: newId(),
      provinceCode: '24',
      authority: 'TW',
      kind: 'ministry',
      name,
      shortName: 'Bộ NN&MT',
      createdAt: services.clock.now(),
    })
    .execute()
  expect(await deskName(db(), 'TW', 'e2025')).toEqual({ short: name, full: name })
})

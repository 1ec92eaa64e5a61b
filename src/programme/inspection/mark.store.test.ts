import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actorOf, HAU_LOC, makeWorld, type Person, type World } from '#/testing/world.ts'
import { inspectable, INSPECTION_NOW } from './inspection.fixture.ts'
import { rightsToMark } from './mark.store.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices({ now: INSPECTION_NOW })
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('the right to the mark is that of the certificate in force on the day, with its stars, to the last day it holds', async () => {
  await inspectable(world, { productName: 'Mắm tôm', star: 5, lastValidOn: '2027-03-01' })
  await inspectable(world, { productName: 'Mắm tép', state: 'withdrawn' })
  await inspectable(world, { productName: 'Mắm ruốc', communeCode: HAU_LOC })
  const shown = async (person: Person, today = '2027-03-01', search = '') =>
    (await rightsToMark(services.database.db, await actorOf(world, person), { search, page: 1, perPage: 9 }, today)).rows.map((row) => [
      row.product,
      row.star,
    ])
  expect(await shown('office')).toEqual([
    ['Mắm ruốc', 4],
    ['Mắm tôm', 5],
  ])
  expect(await shown('office', '2027-03-02')).toEqual([['Mắm ruốc', 4]])
  expect(await shown('producer', '2027-03-01', 'mam tom')).toEqual([['Mắm tôm', 5]])
  expect(await shown('communeOfficer')).toEqual([['Mắm tôm', 5]])
  expect(await shown('otherProducer')).toEqual([])
  await expect(shown('clerk')).rejects.toMatchObject({ code: 'notFound' })
})

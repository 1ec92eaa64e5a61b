// "A unit that did not exist on that day is refused", at each entry: producer, council, round. (A desk: desk.actions.test.ts; an import: place.)
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actIn, IN_2023, makeDistrictWorld, type DistrictWorld } from '#/testing/district-world.ts'
import { isAppError } from '#/platform/errors/app-error.ts'
import { createCouncil } from '../council/council.actions.ts'
import { registerProducer } from '../producer/producer.actions.ts'
import { planRound } from '../round/round.actions.ts'

let services: TestServices
let world: DistrictWorld
beforeAll(async () => {
  services = await testServices({ now: IN_2023 })
  world = await makeDistrictWorld(services)
})
afterAll(() => services.close())

const LAST = '2025-06-30T03:00:00Z'
const NEXT = '2025-07-01T03:00:00Z'

const council = () =>
  actIn(world, 'districtOffice', (ctx) => createCouncil(ctx, { name: 'Hội đồng huyện', termFrom: '01/06/2025', termTo: '31/12/2025' }))
const round = () =>
  actIn(world, 'districtOffice', (ctx) =>
    planRound(ctx, { year: '2025', ordinal: '1', name: 'Đợt 1', opensOn: '', proposalsDueOn: '', closesOn: '', note: '' }),
  )
/** What is said of the commune. */
const commune = async (communeCode: string): Promise<string | undefined> => {
  const error = await actIn(world, 'provinceOffice', (ctx) => registerProducer(ctx, { name: 'Tổ hợp tác', communeCode })).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return isAppError(error) ? error.fields['communeCode']?.vi : undefined
}

test('a district begins councils and rounds until 30/6/2025, and none from the next day', async () => {
  services.clock.set(LAST)
  expect(await council()).toEqual(expect.any(String))
  await expect(round()).rejects.not.toMatchObject({ code: 'desk.ended' })
  services.clock.set(NEXT)
  await expect(council()).rejects.toMatchObject({ code: 'desk.ended' })
  await expect(round()).rejects.toMatchObject({ code: 'desk.ended' })
})

test('a producer is registered in a commune of its day only, and the refusal names what it became', async () => {
  services.clock.set(LAST)
  expect(await commune(world.communeCode)).toBeUndefined()
  services.clock.set(NEXT)
  expect(await commune('XX')).toBe('Không có xã, phường này trong tỉnh. Tìm lại theo tên mới hoặc tên cũ.')
  const gone = await services.database.db
    .selectFrom('unit as o')
    .select('o.code')
    .where('o.era', '=', 'e2023')
    .where('o.provinceCode', '=', '24')
    .where('o.level', '=', 'commune')
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('unit as n').select('n.code').where('n.era', '=', 'e2025').whereRef('n.code', '=', 'o.code'))),
    )
    .orderBy('o.code')
    .executeTakeFirstOrThrow()
  expect(await commune(gone.code)).toMatch(/\(\d{5}\) kết thúc hoạt động ngày 30\/06\/2025\. Nay là: .+\(\d{5}\)\./)
})

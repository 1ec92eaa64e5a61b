import { afterAll, beforeAll, expect, test } from 'vitest'

import { isAppError } from '#/platform/errors/app-error.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, HAU_LOC, makeWorld, SAM_SON, type World } from '#/testing/world.ts'

import { passGrants, type HeldGrant } from './grants.ts'
import { passDuties, previewPassing } from './passing.actions.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const grant: HeldGrant = {
  id: 'g',
  accountId: 'a',
  accountName: 'Lê Văn Định',
  role: 'communeOfficer',
  bodyId: 'old',
  communeCode: '16531',
  producerId: null,
  validFrom: '2026-01-01',
  validTo: null,
}
const heir = { bodyId: 'new', unitCode: '16012' }

test.each([
  [
    'one that runs ends on the last day and begins the next',
    {},
    '2026-09-30',
    { validFrom: '2026-10-01', validTo: null, communeCode: '16012' },
  ],
  ['one with a term keeps its end', { validTo: '2026-12-31' }, '2026-09-30', { validFrom: '2026-10-01', validTo: '2026-12-31' }],
  ['one that begins later begins in the successor only', { validFrom: '2026-11-01' }, null, { validFrom: '2026-11-01' }],
  ['one for no commune gets none', { communeCode: null }, '2026-09-30', { communeCode: null }],
])('of a body that ends, %s', (_, over, endsOn, begins) => {
  const [passing] = passGrants([{ ...grant, ...over }], '2026-09-30', heir)
  expect(passing).toMatchObject({ endsOn, begins })
})

test('a role that was to end sooner is left alone; one may end for good', () => {
  expect(passGrants([{ ...grant, validTo: '2026-09-30' }], '2026-09-30', heir)).toEqual([])
  expect(passGrants([grant], '2026-09-30', heir, new Map([['g', null]]))[0]?.begins).toBeNull()
})

const asked = () => ({ bodyId: world.bodies.samSon, successorId: world.bodies.hauLoc, lastDay: '30/09/2026', reason: 'Nghị quyết sắp xếp' })

test('a body may not be its own successor, nor one of another kind; a day that is none is refused', async () => {
  const refused = async (over: object) => {
    const error = await previewPassing(services.database.db, '38', { ...asked(), ...over }).catch((thrown: unknown) => thrown)
    return isAppError(error) ? Object.keys(error.fields) : []
  }
  expect(await refused({ successorId: world.bodies.samSon })).toEqual(['successorId'])
  expect(await refused({ successorId: world.bodies.province })).toEqual(['successorId'])
  expect(await refused({ lastDay: '31/02/2026' })).toEqual(['lastDay'])
})

test('on the last day the officers still act for the old commune, on the next for the new one; numbers stay behind', async () => {
  const before = await previewPassing(services.database.db, '38', asked())
  expect(before.passing.length).toBeGreaterThan(0)
  expect(await actAs(world, 'admin', (ctx) => passDuties(ctx, asked()))).toBe(before.passing.length)
  const communes = async () => (await actorOf(world, 'communeOfficer')).grants.map((one) => one.communeCode)
  services.clock.set('2026-09-30T10:00:00Z')
  expect(await communes()).toEqual([SAM_SON])
  services.clock.set('2026-09-30T17:00:00Z')
  expect(await communes()).toEqual([HAU_LOC])
  const body = await services.database.db
    .selectFrom('body')
    .select(['validTo', 'successorId'])
    .where('id', '=', world.bodies.samSon)
    .executeTakeFirst()
  expect(body).toEqual({ validTo: '2026-09-30', successorId: world.bodies.hauLoc })
})

test('an ended body ends once, and only an administrator ends one', async () => {
  await expect(actAs(world, 'admin', (ctx) => passDuties(ctx, asked()))).rejects.toThrow(/Chọn cơ quan/)
  await expect(actAs(world, 'office', (ctx) => passDuties(ctx, asked()))).rejects.toThrow()
})

// What the list of receivables holds: those still owed first, found without accents, filtered; a producer its own.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { waiveReceivable } from './receivable.actions.ts'
import { listReceivables, type ReceivableQuery } from './receivable.store.ts'
import { terminateSupport } from './support.actions.ts'
import { releasedMilestone, runningSupport } from './support.fixture.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

async function owed(reason: string, dueOn: string, amount: string): Promise<string> {
  const contract = await runningSupport(world)
  await releasedMilestone(world, contract, contract.milestones[0])
  const back = { reason, amount, dueOn, decisionNumber: `${amount.slice(0, 1)}/QĐ-THU` }
  return (await actAs(world, 'office', (ctx) => terminateSupport(ctx, contract.id, back))) ?? ''
}

test('still owed first and by day; searched by producer, reason and decision; by state; sorted', async () => {
  const waived = await owed('Ngừng sản xuất', '01/10/2026', '1000000')
  await actAs(world, 'leader', (ctx) => waiveReceivable(ctx, waived, { reason: 'Thiên tai.' }))
  await owed('Sai mục đích', '31/12/2026', '2000000')
  await owed('Hàng giả', '01/11/2026', '3000000')
  const reasons = async (over: Partial<ReceivableQuery> = {}, person: Person = 'office') => {
    const query: ReceivableQuery = { search: '', state: null, sort: 'owed', page: 1, perPage: 10, ...over }
    const { rows, total } = await listReceivables(db(), await actorOf(world, person), query)
    return [total, ...rows.map((row) => row.reason)]
  }
  expect(await reasons()).toEqual([3, 'Hàng giả', 'Sai mục đích', 'Ngừng sản xuất'])
  expect(await reasons({ sort: 'due' })).toEqual([3, 'Ngừng sản xuất', 'Hàng giả', 'Sai mục đích'])
  expect(await reasons({ sort: 'amount', perPage: 2, page: 2 })).toEqual([3, 'Ngừng sản xuất'])
  expect(await reasons({ state: 'waived' })).toEqual([1, 'Ngừng sản xuất'])
  expect(await reasons({ search: 'hang gia' })).toEqual([1, 'Hàng giả'])
  expect(await reasons({ search: '2/qd-thu' })).toEqual([1, 'Sai mục đích'])
  expect(await reasons({}, 'producer')).toEqual([3, 'Hàng giả', 'Sai mục đích', 'Ngừng sản xuất'])
  expect(await reasons({}, 'otherProducer')).toEqual([0])
  expect(await reasons({}, 'otherProvinceOffice')).toEqual([0])
})

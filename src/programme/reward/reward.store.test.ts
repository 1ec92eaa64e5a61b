// What the lists of policies and of reward lists hold: searched without accents, filtered, sorted, each desk its own.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { cancelRewardList, decideRewardList } from './list.actions.ts'
import { addPolicy, endPolicy } from './policy.actions.ts'
import { listPolicies, usablePolicies, type PolicyQuery } from './policy.store.ts'
import { approvedPolicy, draftedList, issuing, policyInput, recognised } from './reward.fixture.ts'
import { listRewardLists, type RewardListQuery } from './reward.store.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('policies: the newest first, found by title and paper; only those once approved may be reckoned by', async () => {
  const old = await approvedPolicy(world, { title: 'Thưởng hạng sao 2021', validFrom: '01/01/2021', decisionNumber: '50/QĐ-UBND' })
  await actAs(world, 'office', (ctx) => endPolicy(ctx, old))
  await approvedPolicy(world, { title: 'Thưởng hạng sao 2025', validFrom: '01/01/2025', decisionNumber: '60/QĐ-UBND' })
  await actAs(world, 'office', (ctx) => addPolicy(ctx, { ...policyInput, title: 'Dự thảo mới', validFrom: '01/01/2026' }))
  const titles = async (over: Partial<PolicyQuery> = {}, person: Person = 'office') => {
    const query: PolicyQuery = { search: '', state: null, page: 1, perPage: 10, ...over }
    const { rows, total } = await listPolicies(db(), await actorOf(world, person), query)
    return [total, ...rows.map((row) => row.title)]
  }
  expect(await titles()).toEqual([3, 'Dự thảo mới', 'Thưởng hạng sao 2025', 'Thưởng hạng sao 2021'])
  expect(await titles({ search: 'hang sao' })).toEqual([2, 'Thưởng hạng sao 2025', 'Thưởng hạng sao 2021'])
  expect(await titles({ search: '50/qd' })).toEqual([1, 'Thưởng hạng sao 2021'])
  expect(await titles({ state: 'draft' })).toEqual([1, 'Dự thảo mới'])
  expect(await titles({ page: 2, perPage: 2 })).toEqual([3, 'Thưởng hạng sao 2021'])
  expect(await titles({}, 'otherProvinceOffice')).toEqual([0])
  await expect(titles({}, 'producer')).rejects.toMatchObject({ code: 'notFound' })
  expect((await usablePolicies(db(), '38')).map((one) => one.title)).toEqual(['Thưởng hạng sao 2025', 'Thưởng hạng sao 2021'])
})

test('reward lists: found by title and number, by state, sorted by title or amount; dropped products do not count', async () => {
  const policyId = await approvedPolicy(world)
  const list = async (title: string, month: string, star: number) => {
    await recognised(world, { star, on: `2026-${month}-10` })
    return (await draftedList(world, policyId, { title, from: `01/${month}/2026`, to: `28/${month}/2026` })).id
  }
  const decided = await list('Đợt hai', '02', 3)
  await actAs(world, 'leader', (ctx) => decideRewardList(ctx, decided, issuing))
  const cancelled = await list('Đợt ba', '03', 4)
  await actAs(world, 'office', (ctx) => cancelRewardList(ctx, cancelled, { reason: 'Nhầm kỳ.' }))
  await list('Đợt một', '04', 5)
  const titles = async (over: Partial<RewardListQuery> = {}, person: Person = 'office') => {
    const query: RewardListQuery = { search: '', state: null, sort: 'recent', page: 1, perPage: 10, ...over }
    const { rows, total } = await listRewardLists(db(), await actorOf(world, person), query)
    return [total, ...rows.map((row) => `${row.title} ${row.amount / 1_000_000}`)]
  }
  expect(await titles({ sort: 'amount' })).toEqual([3, 'Đợt một 100', 'Đợt hai 10', 'Đợt ba 0'])
  expect(await titles({ sort: 'title' })).toEqual([3, 'Đợt ba 0', 'Đợt hai 10', 'Đợt một 100'])
  expect(await titles({ search: 'DOT MOT' })).toEqual([1, 'Đợt một 100'])
  expect(await titles({ search: 'qd-ubnd' })).toEqual([1, 'Đợt hai 10'])
  expect(await titles({ state: 'cancelled' })).toEqual([1, 'Đợt ba 0'])
  expect(await titles({}, 'otherProvinceOffice')).toEqual([0])
})

// The lists of reports and calls: what waits for whom, searched, filtered.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { markReady } from './fill.actions.ts'
import { planReportCall } from './call.actions.ts'
import { computed, callInput, filled, ofHauLoc, openedCall, sent } from './report.fixture.ts'
import { reportFor } from './report.load.ts'
import { anyReport, listReportCalls, listReports, type CallQuery } from './report.store.ts'

let services: TestServices
let world: World
const db = () => services.database.db
const today = '2026-06-05'
beforeAll(async () => {
  services = await testServices({ now: '2026-06-05T02:00:00Z' })
  world = await makeWorld(services)
})
afterAll(() => services.close())

const people: Person[] = [
  'office',
  'leader',
  'advisor',
  'communeOfficer',
  'communeLeader',
  'otherCommuneOfficer',
  'otherCommuneLeader',
  'bodyOfficer',
  'producer',
  'otherProvinceOffice',
]

test('what waits for a person is exactly what the rights let them write, approve or take in', async () => {
  const { own, samSon, hauLoc, body } = await openedCall(world)
  const names: Record<string, string> = { [own]: 'own', [samSon]: 'samSon', [hauLoc]: 'hauLoc', [body]: 'body' }
  const mine = async (person: Person) => {
    const { rows } = await listReports(db(), await actorOf(world, person), { ...anyReport, mine: true }, today)
    return rows.map((row) => names[row.id] ?? '').toSorted()
  }
  /** The same, asked report by report of the one function that gives the rights. */
  const byRights = async (person: Person) => {
    const actor = await actorOf(world, person)
    const all = (await listReports(db(), actor, anyReport, today)).rows.filter((row) => names[row.id] !== undefined)
    const rights = await Promise.all(all.map(async (row) => (await reportFor(db(), actor, row.id)).rights))
    return all
      .flatMap((row, index) => (rights[index]?.fill || rights[index]?.approve || rights[index]?.accept ? [names[row.id] ?? ''] : []))
      .toSorted()
  }
  const agrees = async () => {
    for (const person of people) expect([person, await mine(person)]).toEqual([person, await byRights(person)])
  }
  await agrees()
  expect(await mine('communeOfficer')).toEqual(['samSon'])
  expect(await mine('office')).toEqual(['own'])
  expect(await mine('leader')).toEqual([])
  await computed(world, 'communeOfficer', samSon)
  await filled(world, 'communeOfficer', samSon)
  await actAs(world, 'communeOfficer', (ctx) => markReady(ctx, samSon))
  await agrees()
  expect([await mine('communeOfficer'), await mine('communeLeader')]).toEqual([[], ['samSon']])
  await sent(world, hauLoc, ofHauLoc)
  await agrees()
  expect(await mine('office')).toEqual(['hauLoc', 'own'])
})

test('calls are found by name without accents, by kind and by state; only by their desk', async () => {
  const input = { ...(await callInput(world, 'adHoc')), title: 'Báo cáo nhanh bão số 3' }
  await actAs(world, 'office', (ctx) => planReportCall(ctx, input))
  const titles = async (over: Partial<CallQuery> = {}, person: Person = 'office') => {
    const query: CallQuery = { search: '', kind: null, state: null, page: 1, perPage: 10, ...over }
    const { rows, total } = await listReportCalls(db(), await actorOf(world, person), today, query)
    return [total, ...rows.map((row) => row.title)]
  }
  const [quick, half] = ['Báo cáo nhanh bão số 3', 'Báo cáo 6 tháng đầu năm 2026']
  expect(await titles()).toEqual([2, quick, half])
  expect(await titles({ search: 'BAO SO 3' })).toEqual([1, quick])
  expect(await titles({ kind: 'halfYear' })).toEqual([1, half])
  expect(await titles({ state: 'planned' })).toEqual([1, quick])
  expect(await titles({ state: 'closed' })).toEqual([0])
  expect(await titles({}, 'otherProvinceOffice')).toEqual([0])
  await expect(titles({}, 'communeLeader')).rejects.toMatchObject({ code: 'notFound' })
})

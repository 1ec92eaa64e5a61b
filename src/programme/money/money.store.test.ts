// What the lists of money hold: searched without accents, filtered, in pages, each desk its own.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { listEntries, type EntryQuery } from './entry.store.ts'
import { addSource, endSource } from './line.actions.ts'
import { entered, fundedLine } from './money.fixture.ts'
import { listSources, type SourceQuery } from './money.store.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('sources: those in use first, found without accents, by kind and state; another desk has none of them', async () => {
  const add = (kind: string, name: string) => actAs(world, 'office', (ctx) => addSource(ctx, { kind, name }))
  await add('province', 'Ngân sách tỉnh 2026')
  const old = await add('province', 'Ngân sách tỉnh 2024')
  await add('central', 'Sự nghiệp nông thôn mới')
  await actAs(world, 'office', (ctx) => endSource(ctx, old))
  const names = async (over: Partial<SourceQuery> = {}, person: Person = 'office') => {
    const query: SourceQuery = { search: '', kind: null, open: null, sort: 'name', page: 1, perPage: 10, ...over }
    const { rows, total } = await listSources(db(), await actorOf(world, person), query)
    return [total, ...rows.map((row) => row.name)]
  }
  const [now, then, central] = ['Ngân sách tỉnh 2026', 'Ngân sách tỉnh 2024', 'Sự nghiệp nông thôn mới']
  expect(await names()).toEqual([3, now, central, then])
  expect(await names({ sort: 'kind' })).toEqual([3, central, now, then])
  expect(await names({ search: 'NGAN  sach tinh' })).toEqual([2, now, then])
  expect(await names({ search: '100%' })).toEqual([0])
  expect(await names({ kind: 'central' })).toEqual([1, central])
  expect(await names({ open: false })).toEqual([1, then])
  expect(await names({ perPage: 2, page: 2 })).toEqual([3, then])
  expect(await names({}, 'leader')).toEqual([3, now, central, then])
  expect(await names({}, 'otherProvinceOffice')).toEqual([0])
  await expect(names({}, 'producer')).rejects.toMatchObject({ code: 'notFound' })
})

test('the journal between two days holds both of them', async () => {
  const { lineId, sourceId } = await fundedLine(world, 10_000_000, { title: 'Tập huấn' })
  for (const onDay of ['31/08/2026', '01/09/2026', '10/09/2026', '11/09/2026'])
    await entered(world, lineId, 'disbursement', { sourceId, amount: '1000', onDay })
  const days = async (from: string | null, to: string | null) => {
    const rest = { search: '', year: null, lineId, sourceId: null, kind: 'disbursement', state: null, sort: 'recent' } as const
    const query: EntryQuery = { ...rest, from, to, page: 1, perPage: 10 }
    const { rows, total } = await listEntries(db(), await actorOf(world, 'office'), query)
    return [total, ...rows.map((row) => row.onDay)]
  }
  expect(await days('2026-09-01', '2026-09-10')).toEqual([2, '2026-09-10', '2026-09-01'])
  expect(await days('2026-09-11', null)).toEqual([1, '2026-09-11'])
  expect(await days(null, '2026-08-31')).toEqual([1, '2026-08-31'])
  expect(await days('2026-09-10', '2026-09-01')).toEqual([0])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { recognised } from '#/programme/indicator/indicator.fixture.ts'
import { indicators } from '#/programme/indicator/registry.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { HAU_LOC, makeWorld, SAM_SON, type Person, type World } from '#/testing/world.ts'
import { testApi, type Ask } from './api.fixture.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices({ now: '2026-09-15T02:00:00Z' })
  world = await makeWorld(services)
  for (const name of ['Nước mắm', 'Chè lam', 'Rượu nếp']) await recognised(world, { name, on: '2026-03-01' })
  await recognised(world, { name: 'Nem chua', on: '2026-04-01', producerId: world.producers.other })
})
afterAll(() => services.close())

const asks = new Map<Person, Ask>()
/** `next` is an address of its own. */
const following = (reply: { body: { next: string } }) => reply.body.next.replace(/^.*\/api\/v1/, '')
async function get(person: Person, path: string) {
  const ask = asks.get(person) ?? (await testApi(services).as(world, person))
  asks.set(person, ask)
  return ask('GET', path)
}

test('the dictionary: every indicator once over its pages, and by words without accents', async () => {
  const first = await get('bodyOfficer', '/indicators?limit=20')
  expect([first.status, first.body.items.length, first.body.total]).toEqual([200, 20, Object.keys(indicators).length])
  const second = await get('bodyOfficer', following(first))
  const ids = [...first.body.items, ...second.body.items].map((one: { id: string }) => one.id)
  expect(new Set(ids).size).toBe(40)
  expect((await get('leader', '/indicators?q=nang+hang')).body.items.map((one: { id: string }) => one.id)).toContain('recognised-upgraded')
})

test('a figure, its units that make it, its rows page by page', async () => {
  const at = '/indicators/recognised-new'
  expect((await get('leader', at)).body).toMatchObject({ numerator: 4, denominator: null, hidden: false, asOf: '2026-09-15' })
  expect((await get('leader', `${at}?from=2026-04-01&to=2026-04-01`)).body.numerator).toBe(1)
  expect((await get('leader', `${at}?commune=${HAU_LOC}`)).body.numerator).toBe(1)
  expect((await get('leader', `${at}?params=${encodeURIComponent('{"stars":[5]}')}`)).body.numerator).toBe(0)
  const units = await get('leader', `${at}/units?limit=100`)
  const more = await get('leader', following(units))
  const all = [...units.body.items, ...more.body.items] as { code: string; numerator: number }[]
  expect([all.length, all.reduce((sum, unit) => sum + unit.numerator, 0)]).toEqual([166, 4])
  expect(all.find((unit) => unit.code === SAM_SON)?.numerator).toBe(3)
  const rows = await get('leader', `${at}/rows?limit=3`)
  const rest = await get('leader', following(rows))
  expect([rows.body.total, rows.body.items.length, rest.body.items.length, rest.body.next]).toEqual([4, 3, 1, null])
  expect((await get('leader', `${at}/rows?q=nem`)).body.items).toMatchObject([{ communeCode: HAU_LOC, subjectKind: 'certificate' }])
})

test('a commune reads its own whatever it asks; who reads no figures finds none', async () => {
  const at = '/indicators/recognised-new'
  expect((await get('otherCommuneOfficer', `${at}?commune=${SAM_SON}`)).body).toMatchObject({
    numerator: 1,
    frame: { communeCode: HAU_LOC },
  })
  expect((await get('otherCommuneOfficer', `${at}/rows?commune=${SAM_SON}`)).body.total).toBe(1)
  for (const path of ['/indicators', at, `${at}/units`, `${at}/rows`]) expect((await get('producer', path)).status, path).toBe(404)
})

test('facts of persons: the count is kept from all but the office, and each opening of the rows is in the ledger', async () => {
  const at = '/indicators/producers-led-by-minority'
  expect((await get('leader', at)).body).toMatchObject({ numerator: null, denominator: null, hidden: true })
  expect((await get('leader', `${at}/units?limit=100`)).body.items.every((unit: { hidden: boolean }) => unit.hidden)).toBe(true)
  expect((await get('leader', `${at}/rows`)).status).toBe(404)
  const opened = async () =>
    (await services.database.db.selectFrom('auditEntry').select('accountId').where('verb', '=', 'indicator.personalRead').execute()).length
  expect(await opened()).toBe(0)
  expect((await get('office', at)).body.hidden).toBe(false)
  expect((await get('office', `${at}/rows`)).status).toBe(200)
  expect(await opened()).toBe(1)
})

test.each([
  ['/indicators/constructor', 404],
  ['/indicators/recognised-new?from=2026-05-01&to=2026-01-01', 400],
  ['/indicators/recognised-new?from=31/02/2026', 422],
  ['/indicators/recognised-new?params={', 400],
  [`/indicators/recognised-new?params=${encodeURIComponent('{"stars":"x"}')}`, 400],
  ['/indicators/recognised-new?commune=1', 422],
  ['/indicators/recognised-new?nothing=1', 422],
  ['/indicators/recognised-new/rows?part=x', 422],
])('%s is refused with %s', async (path, status) => {
  expect((await get('office', path)).status).toBe(status)
})

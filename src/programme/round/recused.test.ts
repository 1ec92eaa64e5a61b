import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type World } from '#/testing/world.ts'
import { officeFile } from '../commune/commune.store.ts'
import { pinConflict } from '../council/conflict.actions.ts'
import { releasedMeeting } from '../council/council.fixture.ts'
import { countStates, listRegister } from './office.store.ts'

let services: TestServices
let world: World

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const query = {
  search: '',
  states: [],
  kind: null,
  commune: null,
  round: null,
  set: null,
  lateAtCommune: false,
  sort: 'recent',
  page: 1,
  perPage: 50,
} as const

test('an officer of the OCOP office recused from a dossier meets it in no list, no count and on no page', async () => {
  const { items, dossiers } = await releasedMeeting(world, [{}, { person: 'otherProducer' }])
  const [item = ''] = items
  const [dossier = '', other = ''] = dossiers
  const { db } = services.database
  const office = await actorOf(world, 'office')
  const listed = async () => (await listRegister(db, office, query, '2026-09-15')).rows.map((row) => row.id)
  expect(await listed()).toEqual(expect.arrayContaining([dossier, other]))
  expect((await countStates(db, office)).get('onAgenda')).toBe(2)

  await actAs(world, 'office', (ctx) =>
    pinConflict(ctx, item, { accountId: office.accountId, cause: 'family', reason: 'Anh em ruột với chủ thể.' }),
  )
  expect(await listed()).toEqual([other])
  expect((await countStates(db, office)).get('onAgenda')).toBe(1)
  await services.database.db.updateTable('dossier').set({ proposedAt: services.clock.now() }).where('id', 'in', [dossier, other]).execute()
  await expect(officeFile(db, services.regulations, office, dossier)).rejects.toMatchObject({ code: 'notFound' })
  await expect(officeFile(db, services.regulations, office, other)).resolves.toMatchObject({ rights: { sees: true } })
})

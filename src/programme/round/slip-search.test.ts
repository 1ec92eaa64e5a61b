import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actorOf, makeWorld, type World } from '#/testing/world.ts'
import { listInbox } from '../commune/inbox.store.ts'
import { filedDossier } from '../dossier/dossier.fixture.ts'
import { listRegister } from './office.store.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices({ now: '2026-09-14T02:00:00Z' })
  world = await makeWorld(services)
}, 60_000)
afterAll(() => services.close())

test('a dossier is found by the number on its slip, typed with or without Đ, by commune and province', async () => {
  const { dossierId, slipNumber } = await filedDossier(world)
  await filedDossier(world, { name: 'Mắm tép', set: 9 })
  expect(slipNumber).toContain('PĐK')
  const { db } = services.database
  const office = await actorOf(world, 'office')
  const officer = await actorOf(world, 'communeOfficer')
  for (const search of [slipNumber, slipNumber.replace('Đ', 'D').toLowerCase()]) {
    const shared = { search, kind: null, page: 1, perPage: 20 }
    const register = { ...shared, states: [], commune: null, round: null, set: null, lateAtCommune: false, sort: 'recent' as const }
    expect((await listRegister(db, office, register, '2026-09-14')).rows.map((row) => row.id)).toEqual([dossierId])
    const inbox = { ...shared, tab: 'doing' as const, dueUntil: null, state: null, sort: 'due' as const }
    expect((await listInbox(db, officer, inbox)).rows.map((row) => row.id)).toEqual([dossierId])
  }
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { filedDossier } from '../dossier/dossier.fixture.ts'
import { askCommuneSupplement } from './supplement.actions.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices({ now: '2026-09-14T02:00:00Z' })
  world = await makeWorld(services)
}, 60_000)
afterAll(() => services.close())

test('a notice of supplement takes no number from the register and is signed by the officer who asks', async () => {
  const { dossierId } = await filedDossier(world)
  const items = [{ targetKind: 'general', target: '', ask: 'Nộp lại phiếu kiểm nghiệm.' }]
  await actAs(world, 'communeOfficer', (ctx) => askCommuneSupplement(ctx, dossierId, { items, dueOn: '21/09/2026', reason: '' }))
  const { db } = services.database
  const officer = await db.selectFrom('authUser').select('name').where('id', '=', world.accounts.communeOfficer).executeTakeFirstOrThrow()
  const papers = await db
    .selectFrom('document')
    .select(['number', 'numberEntryId', 'signer', 'state'])
    .where('dossierId', '=', dossierId)
    .where('kind', '=', 'supplementRequest')
    .execute()
  expect(papers).toEqual([{ number: null, numberEntryId: null, signer: officer.name, state: 'issued' }])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { filedDossier } from '../dossier/dossier.fixture.ts'
import { lapseSupplements } from './lapse.job.ts'
import { askCommuneSupplement } from './supplement.actions.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices({ now: '2026-09-14T02:00:00Z' })
  world = await makeWorld(services)
}, 60_000)
afterAll(() => services.close())

const asked = { items: [{ targetKind: 'general', target: '', ask: 'Nộp lại phiếu kiểm nghiệm.' }], dueOn: '21/09/2026', reason: '' }

test('a fault in one dossier is told and does not keep the others waiting', async () => {
  const ids: string[] = []
  for (const name of ['Mắm một', 'Mắm hai', 'Mắm ba']) {
    const { dossierId } = await filedDossier(world, { name })
    await actAs(world, 'communeOfficer', (ctx) => askCommuneSupplement(ctx, dossierId, asked))
    ids.push(dossierId)
  }
  const { db } = services.database
  await sql`update dossier_submission set snapshot = '{"format": 99}' where dossier_id = ${ids[0]}`.execute(db)
  services.clock.set('2026-09-22T02:00:00Z')
  await expect(lapseSupplements(services)).rejects.toThrow(/1 of 3/)
  const states = await db.selectFrom('dossier').select('state').where('id', 'in', ids).orderBy('id').execute()
  expect(states.map((row) => row.state)).toEqual(['communeSupplement', 'lapsed', 'lapsed'])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { examineHouse, examineNightly, lastBackup, lastExamination } from './examine.actions.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices({ now: '2026-09-15T02:00:00Z' })
  world = await makeWorld(services)
}, 60_000)
afterAll(() => services.close())
const db = () => services.database.db

test('the last examination is kept with who ran it, and a later one of the night takes its place without a line of the ledger', async () => {
  expect(await lastExamination(db())).toBeNull()
  await actAs(world, 'admin', (ctx) => examineHouse(ctx))
  expect(await lastExamination(db())).toMatchObject({ at: services.clock.now(), by: 'Ngô Đức Anh', report: { sound: true } })
  const lines = async () => (await db().selectFrom('auditEntry').select('seq').where('verb', '=', 'house.examined').execute()).length
  expect(await lines()).toBe(1)
  services.clock.set('2026-09-16T19:30:00Z')
  await examineNightly(services)
  expect(await lastExamination(db())).toMatchObject({ at: services.clock.now(), by: '' })
  expect(await lines()).toBe(1)
})

test('only an administrator presses it, and without a backup there is none to tell of', async () => {
  await expect(actAs(world, 'office', (ctx) => examineHouse(ctx))).rejects.toMatchObject({ code: 'forbidden' })
  expect(await lastBackup(db())).toBeNull()
})

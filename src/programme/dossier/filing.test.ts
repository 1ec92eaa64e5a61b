import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { makeWorld, type World } from '#/testing/world.ts'
import { draftDossier, filedDossier } from './dossier.fixture.ts'
import { dossierFacts } from './dossier.facts.ts'
import { adviceOf, taskList } from './dossier.ts'
import { readSnapshot } from './snapshot.ts'
import { snapshotHash } from './snapshot.build.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('a filed dossier is frozen with its words, and the commune has 15 working days', async () => {
  const filed = await filedDossier(world)
  const row = await services.database.db
    .selectFrom('dossierSubmission')
    .selectAll()
    .where('dossierId', '=', filed.dossierId)
    .executeTakeFirstOrThrow()
  const snapshot = readSnapshot(row.snapshot)
  expect(snapshotHash(snapshot)).toBe(row.snapshotHash)
  expect(snapshot.set).toMatchObject({ no: 9, title: 'Tương, nước mắm, gia vị dạng lỏng khác' })
  expect(snapshot.producer).toMatchObject({ communeName: 'Phường Sầm Sơn', legalFormLabel: 'Hợp tác xã' })
  expect(snapshot.totals.star).toBe(4)
  expect(snapshot.answers.every((answer) => answer.option === 0 || answer.optionText !== '')).toBe(true)
  expect(row.receiptNumber).toBe('01/TN-38-16531-2026')
  // Filed 15/9/2026 (Tuesday): 15 working days later is 6/10/2026.
  expect(filed.dueOn).toBe('2026-10-06')
})

test('a complete draft has no open task, and says what it reaches', async () => {
  const draft = await draftDossier(world, { star: 3, name: 'Mắm tôm Sầm Sơn' })
  const facts = await dossierFacts(services.database.db, services.regulations, draft.dossierId)
  expect(taskList(facts).tasks.filter((task) => task.blocks)).toEqual([])
  expect(adviceOf(facts)).toMatchObject({ nextStar: 4, score: { star: 3 } })
})

test('tourism takes one case and no samples', async () => {
  const draft = await draftDossier(world, { set: 26, case: 2, name: 'Làng chài Trường Lệ' })
  const facts = await dossierFacts(services.database.db, services.regulations, draft.dossierId)
  expect(facts.dossier.cases).toEqual({ '8': 2, '9': 2, '15': 2 })
  const { tasks, ready } = taskList(facts)
  expect(ready).toBe(true)
  expect(tasks.some((task) => task.id === 'samples')).toBe(false)
})

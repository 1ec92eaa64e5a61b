import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, SAM_SON, type World } from '#/testing/world.ts'
import { INSPECTION_NOW, inspectionIn } from '../inspection/inspection.fixture.ts'
import { closeViolation } from '../inspection/violation.actions.ts'
import { figureOf, figuresByUnit, rowsOf } from './figures.store.ts'
import { year2026 } from './indicator.fixture.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices({ now: INSPECTION_NOW })
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('inspections count once recorded, on the day they were held; a lifted violation counts no more', async () => {
  const { db } = services.database
  const frame = { ...year2026, from: '2027-01-01', to: '2027-12-31' }
  await inspectionIn(world, 'planned')
  const { violationId } = await inspectionIn(world, 'violated')
  await inspectionIn(world, 'violated', { violation: { kind: 'label' } })
  const figure = async (id: string, params: object = {}, over: object = {}) =>
    (await figureOf(db, id, { ...frame, ...over }, params, services.clock.now())).numerator
  expect(await figure('inspections-held')).toBe(2)
  expect(await figure('inspections-held', { kind: 'adhoc' })).toBe(0)
  expect(await figure('inspections-held', {}, { from: '2027-03-02' })).toBe(0)
  expect(await figure('violations-found')).toBe(2)
  expect(await figure('violations-found', { kinds: ['label'] })).toBe(1)
  await actAs(world, 'office', (ctx) => closeViolation(ctx, violationId, { to: 'lifted', reason: 'Không có vi phạm.' }))
  expect(await figure('violations-found')).toBe(1)
  expect((await figuresByUnit(db, 'inspections-held', frame, {}, 'commune')).find((part) => part.code === SAM_SON)?.numerator).toBe(2)
  const { rows } = await rowsOf(db, 'violations-found', frame, {}, { part: 'numerator', page: 1, size: 5 })
  expect(rows[0]?.href).toMatch(/^\/hau-kiem\/vi-pham\//)
})

// Reports that follow one another: trued up, doubted, never counted twice.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, SAM_SON, type World } from '#/testing/world.ts'
import { recognised } from '../indicator/indicator.fixture.ts'
import { figuresOf } from './figures.store.ts'
import { markReady } from './fill.actions.ts'
import { computed, filled, ofSamSon, openedCall, sent } from './report.fixture.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices({ now: '2026-06-05T02:00:00Z' })
})
beforeEach(async () => {
  services.clock.set('2026-06-05T02:00:00Z')
  await emptied(services)
  world = await makeWorld(services)
})
afterAll(() => services.close())

describe('periods', () => {
  test('the December estimate is trued up in the next half-year: what came after the cut-off is neither lost nor counted twice', async () => {
    await recognised(world, { on: '2026-03-01', communeCode: SAM_SON })
    await recognised(world, { on: '2026-12-20', communeCode: SAM_SON })
    await recognised(world, { on: '2027-02-01', communeCode: SAM_SON })
    services.clock.set('2026-11-20T02:00:00Z')
    const year = await openedCall(world, {}, 'year', 2026)
    await sent(world, year.samSon, ofSamSon, 20)
    services.clock.set('2027-06-03T02:00:00Z')
    const half = await openedCall(world, {}, 'halfYear', 2027)
    await computed(world, 'communeOfficer', half.samSon)
    await filled(world, 'communeOfficer', half.samSon, 5, { 't.lead.checks': '26' })
    expect((await figuresOf(db(), year.samSon)).get('star.new')?.numerator).toBe(1)
    const figures = await figuresOf(db(), half.samSon)
    expect(figures.get('star.new')).toMatchObject({ numerator: 1, trueUp: 2, carried: 2, cumulative: 3 })
    // Typed: 20 reported in November, 26 when the year was over, 5 since.
    expect(figures.get('lead.checks')).toMatchObject({ numerator: 5, trueUp: 26, carried: 26, cumulative: 31 })
    expect(figures.get('lead.papers')).toMatchObject({ numerator: 5, trueUp: null, carried: 20, cumulative: 25 })
  })

  test('a jump against the last report of the kind asks for a reason', async () => {
    const first = await openedCall(world)
    await sent(world, first.samSon, ofSamSon, 10)
    services.clock.set('2027-06-03T02:00:00Z')
    const next = await openedCall(world, {}, 'halfYear', 2027)
    await computed(world, 'communeOfficer', next.samSon)
    await filled(world, 'communeOfficer', next.samSon, 30)
    const ready = () => actAs(world, 'communeOfficer', (ctx) => markReady(ctx, next.samSon))
    await expect(ready()).rejects.toMatchObject({ code: 'report.incomplete' })
    const reasons = Object.fromEntries(
      ['lead.papers', 'lead.checks', 'promo.hand', 'news.hand'].map((code) => [`p.${code}`, 'Mở rộng địa bàn sau sắp xếp.']),
    )
    await filled(world, 'communeOfficer', next.samSon, 30, reasons)
    await ready()
  })
})

import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { makeWorld, type World } from '#/testing/world.ts'
import { figureOf, figuresByUnit, rowsOf } from './figures.store.ts'
import { recognised, year2026 } from './indicator.fixture.ts'
import { indicators } from './registry.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const communes = ['16531', '16012', '16033', '99999'] as const

test('additive parts make the whole exactly, ratios are of sums, distinct things never exceed the sum of their parts, rows are as many as counted', async () => {
  const { db, run } = services.database
  const event = record({
    product: integer({ min: 0, max: 4 }),
    commune: constantFrom(...communes),
    year: integer({ min: 2022, max: 2026 }),
    star: integer({ min: 3, max: 5 }),
    sector: constantFrom('Thực phẩm', 'Đồ uống', 'Thảo dược'),
  })
  const counted = [
    'recognised-new',
    'recognised-cumulative',
    'recognised-upgraded',
    'products-valid',
    'groups-developed',
    'expired-renewed',
    'products-promoted',
    'producers-active',
    'communes-with-product',
  ]
  await assert(
    asyncProperty(array(event, { maxLength: 12 }), async (events) => {
      await run('delete from certificate')
      await run('delete from product_pack')
      await run('delete from product')
      const products = new Map<number, string>()
      for (const one of events.toSorted((a, b) => a.year - b.year)) {
        const made = await recognised(world, {
          ...(products.has(one.product) ? { productId: products.get(one.product) ?? '' } : {}),
          communeCode: one.commune,
          on: `${one.year}-03-01`,
          star: one.star,
          sector: one.sector,
        })
        products.set(one.product, made.productId)
      }
      for (const id of counted) {
        const whole = await figureOf(db, id, year2026, {}, services.clock.now())
        const parts = await figuresByUnit(db, id, year2026, {}, 'commune')
        const sum = parts.reduce((total, part) => total + part.numerator, 0)
        if (indicators[id]?.adds === 'distinct') expect(whole.numerator).toBeLessThanOrEqual(sum)
        else expect(sum, id).toBe(whole.numerator)
        if (whole.denominator !== null) {
          expect(parts.reduce((total, part) => total + (part.denominator ?? 0), 0)).toBe(whole.denominator)
          expect(whole.numerator).toBeLessThanOrEqual(whole.denominator)
        }
        expect((await rowsOf(db, id, year2026, {}, { part: 'numerator', page: 1, size: 50 })).rows).toHaveLength(whole.numerator)
      }
    }),
    { numRuns: 8 },
  )
}, 180_000)

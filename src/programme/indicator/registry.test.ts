import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { figureOf, figuresByUnit, rowsOf } from './figures.store.ts'
import { year2026 } from './indicator.fixture.ts'
import { planFileIds, shippedPlan } from '../programme-plan/plan-file.ts'
import { indicators, isIndicator } from './registry.ts'

let services: TestServices
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.close())

describe('the five plans', () => {
  test.each(planFileIds())('%s names only indicators that exist, with parameters they take', (id) => {
    const unknown = shippedPlan(id)
      .targets.filter((target) => target.indicator !== undefined && !isIndicator(target.indicator, target.params))
      .map((target) => target.code)
    expect(unknown).toEqual([])
  })
})

describe('every indicator', () => {
  test.each(Object.values(indicators))('$id: its query runs on an empty register, in both eras, whole, by unit and as rows', async (of) => {
    const { db } = services.database
    const params = of.example ?? {}
    const old = { ...year2026, authority: '38.380', districtCode: '380', era: 'e2023', from: '2022-01-01', to: '2025-06-30' }
    for (const frame of [year2026, old]) {
      const figure = await figureOf(db, of.id, frame, params, services.clock.now())
      expect(figure.numerator).toBe(0)
      expect(figure.denominator === null).toBe(of.denominator === undefined)
      expect(figure.blank === null).toBe(figure.denominator !== 0)
      const parts = await figuresByUnit(db, of.id, frame, params, frame === old ? 'district' : 'commune')
      expect(parts).toHaveLength(frame === old ? 1 : 166)
      for (const part of ['numerator', 'denominator'] as const)
        expect((await rowsOf(db, of.id, frame, params, { part, page: 1, size: 5 })).total).toBe(
          part === 'numerator' ? 0 : (figure.denominator ?? 0),
        )
    }
  })

  test.each(Object.values(indicators))('$id says why it has no figure where it divides, and what it reads', (of) => {
    expect(of.zeroDenominator === undefined).toBe(of.denominator === undefined)
    expect(of.registers.length).toBeGreaterThan(0)
    if (of.adds === 'ratio') expect(of.unit).toBe('percent')
  })
})

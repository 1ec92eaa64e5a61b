import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answeredPoints, criteriaOf, gatesOf, offeredOptions } from './form.ts'
import { fraction } from './fraction.ts'
import { loadPacks } from './load.ts'
import { answersReaching, bestAnswers } from './reachable.ts'
import { missedGates, scoreSheet, starByPoints, starWithGates, totalOf } from './score.ts'
import { anyFormAndSheet, current, everyForm, thresholds } from './testing.ts'

const packs = await loadPacks()

describe('stars by points (26/2026 Đ3.3; the same table in every pack)', () => {
  test.each([
    [fraction(2999, 100), 1],
    [fraction(30), 2],
    [fraction(4999, 100), 2],
    [fraction(50), 3],
    [fraction(6999, 100), 3],
    [fraction(70), 4],
    [fraction(8999, 100), 4],
    [fraction(89_999_999, 1_000_000), 4],
    [fraction(90), 5],
    [fraction(100), 5],
    [fraction(0), 1],
  ])('%j gives %i', (points, star) => {
    for (const pack of packs) expect(starByPoints(pack.regulation.stars, points)).toBe(star)
  })
})

describe('gates (dấu sao), cumulative by our reading', () => {
  test.each([
    [5, [], 5],
    [5, [5], 4],
    [5, [4], 3],
    [5, [3], 2],
    [5, [4, 5], 3],
    [4, [5], 4],
    [3, [4, 5], 3],
    [1, [3], 1],
    [2, [3, 4, 5], 2],
  ])('%i stars by points with gates %j missed gives %i', (points, missed, star) => {
    expect(
      starWithGates(
        points,
        missed.map((entry) => ({ star: entry })),
      ),
    ).toBe(star)
  })

  test('set 9 with 98 points and the market below the five-star gate is four stars, and says which gate', () => {
    const form = current.forms[9]!
    const score = scoreSheet(form, thresholds, { ...bestAnswers(form), '4.1': 3 })
    expect(score).toMatchObject({ total: 98, pointsStar: 5, star: 4, missed: [{ star: 5, criterion: '4.1', needed: 5, points: 3 }] })
  })

  test('one missed minimum keeps every dossier of 90 points or more from five stars, in every set', () => {
    for (const { form, choice } of everyForm(current)) {
      for (const gate of gatesOf(form)) {
        const sheet = { ...bestAnswers(form, choice), [gate.criterion]: 0 }
        const { total, pointsStar, star } = scoreSheet(form, thresholds, sheet)
        expect(total).toBeGreaterThanOrEqual(90)
        expect(pointsStar).toBe(5)
        expect(star).toBeLessThan(gate.star)
      }
    }
  })

  test("a mark on 148's own criterion asks for its lowest option above 0", () => {
    const form = packs.find((pack) => pack.id === 'qd-148-2023')!.forms[1]!
    expect(gatesOf(form)).toContainEqual({ star: 4, criterion: '3.e', needed: 1 })
  })

  test('unmet gates are listed by star, then printed order', () => {
    const missed = missedGates(current.forms[9]!, {})
    const printed = criteriaOf(current.forms[9]!).map(({ criterion }) => criterion.code)
    const keys = missed.map((gate) => gate.star * 1000 + printed.indexOf(gate.criterion))
    expect(keys).toEqual(keys.toSorted((a, b) => a - b))
    expect(missed.length).toBe(gatesOf(current.forms[9]!).length)
  })
})

describe('every form', () => {
  test('a perfect dossier of 26/2026 gives 100 points, 40 + 25 + 35, and five stars, in every set and case', () => {
    for (const { form, choice } of everyForm(current)) {
      const score = scoreSheet(form, thresholds, bestAnswers(form, choice))
      expect(score).toMatchObject({ total: 100, parts: { A: 40, B: 25, C: 35 }, star: 5, missed: [] })
    }
  })

  test('every star is reachable in every pack, set and case, with answers that prove it', () => {
    for (const pack of packs)
      for (const { form, choice } of everyForm(pack))
        for (const { star } of pack.regulation.stars) {
          const answers = answersReaching(form, pack.regulation.stars, star, choice)
          expect(answers, `${pack.id} ${form.set} ${star}`).toBeDefined()
          expect(scoreSheet(form, pack.regulation.stars, answers ?? {}).star).toBe(star)
        }
  })

  test('an empty sheet is 0 points and one star', () => {
    expect(scoreSheet(current.forms[1]!, thresholds, {})).toMatchObject({ total: 0, parts: { A: 0, B: 0, C: 0 }, pointsStar: 1, star: 1 })
  })

  test('an option counts by its printed place over the whole list, also with cases (set 26, criterion 8)', () => {
    expect(totalOf(current.forms[26]!, { '8': 2 })).toBe(3)
    expect(totalOf(current.forms[26]!, { '8': 3 })).toBe(1)
    expect(() => totalOf(current.forms[26]!, { '8': 5 })).toThrow(RangeError)
  })
})

describe('an answer and its consequence', () => {
  test('more points on one criterion, within its case, never lower the total or the star', () => {
    fc.assert(
      fc.property(anyFormAndSheet, fc.nat(), fc.nat(), ({ form, choice, answers }, which, chosen) => {
        const { criterion } = criteriaOf(form)[which % criteriaOf(form).length]!
        const numbers = [0, ...offeredOptions(criterion, choice).map((offered) => offered.number)]
        const changed = { ...answers, [criterion.code]: numbers[chosen % numbers.length]! }
        const [before, after] = [scoreSheet(form, thresholds, answers), scoreSheet(form, thresholds, changed)]
        const gain = answeredPoints(criterion, changed) - answeredPoints(criterion, answers)
        expect(after.total - before.total).toBe(gain)
        if (gain >= 0) expect(after.star).toBeGreaterThanOrEqual(before.star)
        if (gain <= 0) expect(after.star).toBeLessThanOrEqual(before.star)
      }),
      { numRuns: 300 },
    )
  })

  test('parts add up to the total, and the star is never above the star by points', () => {
    fc.assert(
      fc.property(anyFormAndSheet, ({ form, answers }) => {
        const score = scoreSheet(form, thresholds, answers)
        expect(Object.values(score.parts).reduce((sum, points) => sum + points, 0)).toBe(score.total)
        expect(score.star).toBeLessThanOrEqual(score.pointsStar)
      }),
    )
  })
})

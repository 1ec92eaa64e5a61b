import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { councilResult, levelReached, spreadOf, starProof, type Sheet } from './council.ts'
import { answeredPoints, criteriaOf, offeredOptions, type Answers } from './form.ts'
import { fractionText } from './fraction.ts'
import { bestAnswers } from './reachable.ts'
import { totalOf } from './score.ts'
import { anyForm, anySheet, current, thresholds } from './testing.ts'

const fishSauce = current.forms[9]!

/** A sheet of set 9 with exactly this total: the perfect one, lowered criterion by criterion from the end. */
function sheetOf(total: number): Answers {
  const answers: Record<string, number> = { ...bestAnswers(fishSauce) }
  for (const { criterion } of criteriaOf(fishSauce).toReversed()) {
    const over = totalOf(fishSauce, answers) - total
    if (over === 0) break
    const options = [0, ...criterion.options.map((_, position) => position + 1)]
    const fitting = options.filter(
      (number) => answeredPoints(criterion, answers) - answeredPoints(criterion, { [criterion.code]: number }) <= over,
    )
    answers[criterion.code] = fitting.reduce((least, next) =>
      answeredPoints(criterion, { [criterion.code]: next }) < answeredPoints(criterion, { [criterion.code]: least }) ? next : least,
    )
  }
  expect(totalOf(fishSauce, answers)).toBe(total)
  return answers
}

const named = (totals: readonly number[]): Sheet[] => totals.map((total, index) => ({ member: `m${index + 1}`, answers: sheetOf(total) }))

const anyCouncil = anyForm.chain((entry) =>
  fc.array(anySheet(entry.form, entry.choice), { minLength: 1, maxLength: 11 }).map((list) => ({
    ...entry,
    sheets: list.map((answers, index) => ({ member: `m${index + 1}`, answers })),
  })),
)

describe('the mean', () => {
  test('seven members with 71, 74, 66, 72, 70, 78, 68 give 499/7', () => {
    const result = councilResult(fishSauce, thresholds, named([71, 74, 66, 72, 70, 78, 68]), { maxSpread: 10 })
    expect(fractionText(result.mean)).toBe('499/7')
    expect(result.pointsStar).toBe(4)
    expect(result.spread).toMatchObject({ points: 12, exceeded: true, high: { member: 'm6', total: 78 }, low: { member: 'm3', total: 66 } })
  })

  test('a mean just under 90 is not 90: compared before it is rounded', () => {
    const totals = [...Array.from({ length: 199 }, () => 90), 89]
    const result = councilResult(fishSauce, thresholds, named(totals), { maxSpread: 10 })
    expect(result.pointsStar).toBe(4)
    expect(starProof(thresholds, result)).toMatchObject({ meanExact: '17999/200', meanShown: '90.00', pointsStar: 4 })
  })

  test('no sheets, no result', () => {
    expect(() => councilResult(fishSauce, thresholds, [], { maxSpread: 10 })).toThrow(RangeError)
  })
})

describe('spread (148 practice: not more than 10 points apart)', () => {
  test.each([
    [[70, 75, 80], 10, 10, false],
    [[69, 75, 80], 10, 11, true],
    [[80], 0, 0, false],
    [[80, 80], 0, 0, false],
    [[80, 81], 0, 1, true],
  ])('spread of %j within %i is %i, exceeded: %s', (totals, limit, points, exceeded) => {
    expect(spreadOf(fishSauce, named(totals), limit)).toMatchObject({ points, exceeded })
  })

  test('drivers: highest minus lowest, negatives kept, largest first, then printed order', () => {
    const low: Answers = { '1.1': 3, '1.2': 1, '5.1': 1 }
    const high: Answers = { '1.1': 1, '1.2': 3, '5.1': 5, '6.1': 2, '6.2': 2 }
    const { drivers, points } = spreadOf(
      fishSauce,
      [
        { member: 'a', answers: low },
        { member: 'b', answers: high },
      ],
      10,
    )
    expect(drivers.map((driver) => driver.points)).toEqual(drivers.map((driver) => driver.points).toSorted((a, b) => b - a))
    expect(drivers.at(-1)).toEqual({ criterion: '1.1', points: -4 })
    expect(drivers.some((driver) => driver.points === 0)).toBe(false)
    expect(drivers.reduce((sum, driver) => sum + driver.points, 0)).toBe(points)
  })

  test('among equal totals the first sheet given is named', () => {
    const sheets = [
      { member: 'a', answers: sheetOf(70) },
      { member: 'b', answers: sheetOf(80) },
      { member: 'c', answers: sheetOf(80) },
      { member: 'd', answers: sheetOf(70) },
    ]
    expect(spreadOf(fishSauce, sheets, 10)).toMatchObject({ high: { member: 'b' }, low: { member: 'a' } })
  })

  test('drivers always sum to the spread', () => {
    fc.assert(
      fc.property(anyCouncil, ({ form, sheets }) => {
        const { drivers, points } = spreadOf(form, sheets, 10)
        expect(drivers.reduce((sum, driver) => sum + driver.points, 0)).toBe(points)
      }),
    )
  })
})

describe('gates of a council', () => {
  test.each([
    [[3, 3, 1], 'majority', 3],
    [[3, 1, 1], 'majority', 1],
    [[3, 3, 1, 1], 'majority', 1],
    [[3, 3, 3, 1], 'majority', 3],
    [[5], 'majority', 5],
    [[3, 3, 1], 'everySheet', 1],
    [[3, 3, 1], 'meanPoints', 2],
    [[3, 3, 3], 'meanPoints', 3],
  ] as const)('points %j on the basis %s reach %i', (points, basis, level) => {
    expect(levelReached(points, basis)).toBe(level)
  })

  test('half of the sheets is no majority; one more is, and the dissent is on record', () => {
    const best = bestAnswers(fishSauce)
    const below: Answers = { ...best, '4.1': 3 }
    const council = (members: readonly Answers[]) =>
      councilResult(
        fishSauce,
        thresholds,
        members.map((answers, index) => ({ member: `m${index}`, answers })),
        { maxSpread: 10 },
      )
    const half = council([best, best, below, below])
    expect(half).toMatchObject({ pointsStar: 5, star: 4, missed: [{ star: 5, criterion: '4.1', needed: 5, points: 3 }] })
    const more = council([best, best, below])
    expect(more).toMatchObject({ star: 5, missed: [] })
    expect(more.gates.find((gate) => gate.star === 5 && gate.criterion === '4.1')).toMatchObject({ meeting: 2, sheets: 3, met: true })
    const strict = councilResult(
      fishSauce,
      thresholds,
      [
        { member: 'a', answers: best },
        { member: 'b', answers: best },
        { member: 'c', answers: below },
      ],
      {
        maxSpread: 10,
        gateBasis: 'everySheet',
      },
    )
    expect(strict.star).toBe(4)
  })

  test('a missed gate is exactly one that no majority meets', () => {
    fc.assert(
      fc.property(anyCouncil, ({ form, sheets }) => {
        for (const gate of councilResult(form, thresholds, sheets, { maxSpread: 10 }).gates)
          expect(gate.met).toBe(gate.meeting * 2 > gate.sheets)
      }),
    )
  })
})

describe('closing', () => {
  test('does not depend on the order of the sheets', () => {
    fc.assert(
      fc.property(anyCouncil, fc.integer({ min: 0, max: 10 }), ({ form, sheets }, by) => {
        const turned = [...sheets.slice(by % sheets.length), ...sheets.slice(0, by % sheets.length)].toReversed()
        const [a, b] = [sheets, turned].map((order) => councilResult(form, thresholds, order, { maxSpread: 10 }))
        expect({ ...b, members: [], spread: b!.spread.points }).toEqual({ ...a, members: [], spread: a!.spread.points })
        expect(b!.spread.exceeded).toBe(a!.spread.exceeded)
      }),
    )
  })

  test('the council star never rises when one member lowers one answer', () => {
    fc.assert(
      fc.property(anyCouncil, fc.nat(), fc.nat(), fc.nat(), ({ form, choice, sheets }, who, which, chosen) => {
        const { criterion } = criteriaOf(form)[which % criteriaOf(form).length]!
        const member = sheets[who % sheets.length]!
        const worse = [0, ...offeredOptions(criterion, choice).map((offered) => offered.number)].filter(
          (number) => answeredPoints(criterion, { [criterion.code]: number }) <= answeredPoints(criterion, member.answers),
        )
        const answers = { ...member.answers, [criterion.code]: worse[chosen % worse.length]! }
        const changed = sheets.map((sheet) => (sheet === member ? { ...sheet, answers } : sheet))
        for (const gateBasis of ['majority', 'everySheet', 'meanPoints'] as const) {
          const before = councilResult(form, thresholds, sheets, { maxSpread: 10, gateBasis })
          const after = councilResult(form, thresholds, changed, { maxSpread: 10, gateBasis })
          expect(after.star).toBeLessThanOrEqual(before.star)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the star proof names every gate of every star and what is short of the next', () => {
    const result = councilResult(fishSauce, thresholds, named([71, 74, 66, 72, 70, 78, 68]), { maxSpread: 10 })
    const proof = starProof(thresholds, result)
    expect(proof.rows.map((row) => row.star)).toEqual([2, 3, 4, 5])
    expect(proof.rows.at(-1)).toMatchObject({ star: 5, from: 90, pointsMet: false, short: '131/7', shortShown: '18.71' })
    expect(proof.rows.flatMap((row) => row.gates)).toHaveLength(result.gates.length)
  })
})

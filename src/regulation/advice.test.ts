import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adviceFor, optionOutcomes } from './advice.ts'
import { bestAnswers } from './reachable.ts'
import { scoreSheet } from './score.ts'
import { anyFormAndSheet, current, thresholds } from './testing.ts'

const fishSauce = current.forms[9]!

describe('what blocks the next star', () => {
  test('unmet gates come first, each with the least option that meets it', () => {
    const advice = adviceFor(fishSauce, thresholds, { ...bestAnswers(fishSauce), '4.1': 3, '1.4': 2 })
    expect(advice.nextStar).toBe(4)
    expect(advice.gates).toMatchObject([{ star: 4, criterion: '1.4', needed: 2, points: 1, step: { option: 3, points: 2, gain: 1 } }])
    expect(advice.pointsShort).toBe(0)
  })

  test('then the cheapest points: the biggest single step first', () => {
    const answers = { ...bestAnswers(fishSauce), '4.1': 3 }
    const [first] = adviceFor(fishSauce, thresholds, { ...answers, '4.3': 1, '7': 1 }).steps
    expect(first?.gain).toBeGreaterThan(0)
    const { steps } = adviceFor(fishSauce, thresholds, {})
    expect(steps.map((step) => step.gain)).toEqual([
      ...steps
        .filter((step) => step.criterion !== '3.2')
        .map((step) => step.gain)
        .toSorted((a, b) => b - a),
      1,
    ])
    // Who heads the producer is no work to do.
    expect(steps.at(-1)?.criterion).toBe('3.2')
  })

  test('five stars: nothing blocks', () => {
    expect(adviceFor(fishSauce, thresholds, bestAnswers(fishSauce))).toMatchObject({ gates: [], steps: [], reachable: true })
  })

  test('following the advice reaches the next star, whatever the sheet', () => {
    fc.assert(
      fc.property(anyFormAndSheet, ({ form, choice, answers }) => {
        const advice = adviceFor(form, thresholds, answers, choice)
        if (advice.nextStar === undefined) return
        const followed: Record<string, number> = { ...answers }
        for (const { step } of advice.gates) if (step) followed[step.criterion] = step.option
        for (const step of advice.shortest) followed[step.criterion] = step.option
        expect(advice.reachable).toBe(true)
        expect(scoreSheet(form, thresholds, followed).star).toBeGreaterThanOrEqual(advice.nextStar)
      }),
    )
  })
})

test('per option of a criterion: the total and the star it would give, 0 first', () => {
  const outcomes = optionOutcomes(fishSauce, thresholds, bestAnswers(fishSauce), '4.1')
  expect(outcomes).toEqual([
    { option: 0, points: 0, total: 95, star: 2 },
    { option: 1, points: 1, total: 96, star: 2 },
    { option: 2, points: 2, total: 97, star: 3 },
    { option: 3, points: 3, total: 98, star: 4 },
    { option: 4, points: 5, total: 100, star: 5 },
  ])
})

test('options of the other case are not offered (set 26)', () => {
  const outcomes = optionOutcomes(current.forms[26]!, thresholds, {}, '8', 2)
  expect(outcomes.map((outcome) => outcome.option)).toEqual([0, 3, 4])
})

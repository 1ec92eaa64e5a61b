import { expect, test } from 'vitest'
import { judge, judgeUnits, ofYears, spansOf, unitsReaching, type Threshold } from './target.ts'

const target: Threshold = {
  op: 'min',
  valueMin: 10,
  valueMax: null,
  base: null,
  startsOn: '2026-01-01',
  dueOn: '2026-12-31',
  conditionState: null,
}
const count = (numerator: number) => ({ numerator, denominator: null })

test.each([
  // over, figure, as of, grows, state, value, progress (hundredths of %), forecast
  [{}, count(10), '2026-06-30', true, 'reached', 10, 10_000, 20],
  // Half of 365 days gone is day 183 (2/7): 5 of 10 is just on track the day before.
  [{}, count(5), '2026-07-01', true, 'onTrack', 5, 5_000, 10],
  [{}, count(5), '2026-07-02', true, 'behind', 5, 5_000, 9],
  [{}, count(9), '2026-12-31', true, 'behind', 9, 9_000, 9],
  [{}, count(9), '2027-01-01', true, 'missed', 9, 9_000, 9],
  [{}, count(9), '2026-06-30', false, 'below', 9, 9_000, null],
  [{ op: 'more' }, count(10), '2027-01-01', true, 'missed', 10, 10_000, 10],
  [{ op: 'more' }, count(11), '2026-12-31', true, 'reached', 11, 11_000, 11],
  [{ op: 'range', valueMin: 5, valueMax: 7 }, count(5), '2026-12-31', true, 'reached', 5, 10_000, 5],
  [{ op: 'equal' }, count(12), '2026-12-31', true, 'reached', 12, 12_000, 12],
  // The base does not grow: 100 stood before, 75 came in half the time, 250 will have come.
  [{ valueMin: 250, base: 100 }, count(176), '2026-07-02', true, 'onTrack', 176, 7_040, 251],
  [{ valueMin: 4_000 }, { numerator: 2, denominator: 5 }, '2026-06-30', true, 'reached', 4_000, 10_000, null],
  [{ valueMin: 4_000 }, { numerator: 1, denominator: 3 }, '2026-06-30', false, 'below', 3_333, 8_333, null],
  [{ op: 'all', valueMin: null }, { numerator: 3, denominator: 3 }, '2026-06-30', false, 'reached', 10_000, 10_000, null],
  [{ op: 'all', valueMin: null }, { numerator: 2, denominator: 3 }, '2027-01-01', false, 'missed', 6_667, 6_667, null],
  [{}, { numerator: 0, denominator: 0 }, '2026-06-30', false, 'noDenominator', null, null, null],
  [{}, null, '2026-06-30', false, 'noValue', null, null, null],
  [{ op: 'none', valueMin: null }, count(3), '2026-06-30', false, 'noNumber', 3, null, null],
  [{ conditionState: 'waiting' }, count(3), '2026-06-30', false, 'waiting', 3, 3_000, null],
  [{ conditionState: 'met' }, count(10), '2026-06-30', false, 'reached', 10, 10_000, null],
  [{ conditionState: 'dropped' }, count(10), '2026-06-30', true, 'dropped', null, null, null],
  [{}, count(0), '2025-12-31', true, 'notBegun', null, null, null],
  [{ valueMin: 0 }, count(0), '2026-01-01', true, 'reached', 0, null, 0],
] as const)('%j with %j on %s (grows: %s) is %s', (over, figure, asOf, grows, state, value, progress, forecast) => {
  expect(judge({ ...target, ...over }, figure, asOf, grows)).toEqual({ state, value, progress, forecast })
})

const verdict = (value: number | null, forecast: number | null = null) => ({ value, forecast })

test('a target of each unit: how many reach it, those without a denominator left out', () => {
  expect(unitsReaching({ op: 'min', valueMin: 1 }, [verdict(0), verdict(1), verdict(2)])).toEqual({ reaching: 2, of: 3, expected: null })
  expect(unitsReaching({ op: 'equal', valueMin: 10_000 }, [verdict(null), verdict(10_000), verdict(5_000)])).toEqual({
    reaching: 1,
    of: 2,
    expected: null,
  })
})

test.each([
  // values and forecasts of the units, as of, state, how many are expected to reach it
  [[verdict(2, 4), verdict(1, 2)], '2026-06-30', 'onTrack', 2],
  [[verdict(2, 4), verdict(0, 0)], '2026-06-30', 'behind', 1],
  [[verdict(2, 2), verdict(3, 3)], '2026-06-30', 'reached', 2],
  [[verdict(2, 2), verdict(1, 1)], '2027-01-01', 'missed', 1],
  [[verdict(2), verdict(1)], '2026-06-30', 'below', null],
  [[verdict(null)], '2026-06-30', 'noDenominator', null],
] as const)('units that come to %j on %s: %s, %s expected', (units, asOf, state, expected) => {
  const reaching = unitsReaching({ op: 'min', valueMin: 2 }, units)
  expect(reaching.expected).toBe(expected)
  expect(judgeUnits({ ...target, valueMin: 2 }, reaching, asOf).state).toBe(state)
})

const yearly = { startsOn: '2022-07-01', dueOn: '2024-06-30', params: { every: 'year' } }

test('the years of a target begin and end with it; without that reading its time is one', () => {
  expect(spansOf(yearly)).toEqual([
    { startsOn: '2022-07-01', dueOn: '2022-12-31' },
    { startsOn: '2023-01-01', dueOn: '2023-12-31' },
    { startsOn: '2024-01-01', dueOn: '2024-06-30' },
  ])
  expect(spansOf({ ...yearly, params: {} })).toEqual([{ startsOn: '2022-07-01', dueOn: '2024-06-30' }])
})

test.each([
  // figures of the three years, as of, year that speaks, verdict of all
  [[1, 1, 1], '2025-01-01', 2, 'reached'],
  [[1, 0, 1], '2023-12-31', 1, 'behind'],
  [[1, 0, 1], '2024-01-01', 2, 'missed'],
  [[0, 1, 1], '2022-12-31', 0, 'behind'],
  [[1, 1, 1], '2022-01-01', 0, 'notBegun'],
] as const)('years with %j, seen on %s: year %s speaks, the target is %s', (counts, asOf, now, state) => {
  const years = spansOf(yearly).map((span, index) => ({
    ...span,
    judged: judge({ ...target, ...span, valueMin: 1 }, count(counts[index] ?? 0), asOf, true),
  }))
  const whole = ofYears(years, asOf)
  expect([whole.now, whole.judged.state]).toEqual([now, state])
})

import { expect, test } from 'vitest'
import { judge, unitsReaching, type Threshold } from './target.ts'

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

test('a target of each unit: how many reach it, those without a denominator left out', () => {
  expect(unitsReaching({ op: 'min', valueMin: 1 }, [count(0), count(1), count(2)])).toEqual({ reaching: 2, of: 3 })
  expect(
    unitsReaching({ op: 'equal', valueMin: 10_000 }, [
      { numerator: 0, denominator: 0 },
      { numerator: 2, denominator: 2 },
      { numerator: 1, denominator: 2 },
    ]),
  ).toEqual({ reaching: 1, of: 2 })
})

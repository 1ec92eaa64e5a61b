import { expect, test } from 'vitest'
import { spreadScale, stackLabels } from './spread-scale.ts'

test('the axis of a spread holds the totals and the allowed limit', () => {
  const scale = spreadScale(66, 78, 10)
  expect(scale.ticks).toEqual([64, 68, 72, 76, 80])
  expect([66, 78].map(scale.at)).toEqual([12.5, 87.5])
})

test('equal totals still have an axis with room for the limit', () => {
  const { ticks } = spreadScale(70, 70, 10)
  expect(ticks[0]).toBeLessThan(70)
  expect(ticks.at(-1)).toBeGreaterThan(80)
})

test('names too close to stand side by side go up a level', () => {
  expect(stackLabels([12.5, 25, 37.5, 43.8, 50, 62.5, 87.5])).toEqual([0, 0, 0, 1, 0, 0, 0])
  expect(stackLabels([10, 11, 12, 13])).toEqual([0, 1, 2, 0])
})

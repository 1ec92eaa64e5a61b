import { expect, test } from 'vitest'
import { chartScale } from './chart-scale.ts'

test.each([
  [612, [0, 200, 400, 600, 800]],
  [43, [0, 20, 40, 60]],
  [3, [0, 1, 2, 3]],
  [0, [0, 1]],
])('a chart whose largest value is %i has round whole steps', (largest, ticks) => {
  expect(chartScale(largest).ticks).toEqual(ticks)
})

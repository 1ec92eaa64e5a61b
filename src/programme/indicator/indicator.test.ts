import { expect, test } from 'vitest'
import { basisPoints, printFigure, printPercent } from './indicator.ts'

test.each([
  [1, 3, 3333, '33,33\u00a0%'],
  [2, 3, 6667, '66,67\u00a0%'],
  [1, 2, 5000, '50\u00a0%'],
  [1, 8, 1250, '12,5\u00a0%'],
  [1, 20_000, 1, '0,01\u00a0%'],
  [1, 20_001, 0, '0\u00a0%'],
  [3, 2, 15_000, '150\u00a0%'],
  [9_007_199_254_740_991, 9_007_199_254_740_991, 10_000, '100\u00a0%'],
])('%d of %d is %d hundredths of a percent, printed %s', (numerator, denominator, hundredths, printed) => {
  expect(basisPoints(numerator, denominator)).toBe(hundredths)
  expect(printPercent(hundredths)).toBe(printed)
})

test('a count, đồng, a quotient, and a dash where there is nothing to divide by', () => {
  const of = (unit: 'product' | 'dong' | 'percent', numerator: number, denominator: number | null, blank = false) =>
    printFigure({ unit }, { numerator, denominator, blank: blank ? { vi: 'x', en: 'x' } : null })
  expect(of('product', 1250, null)).toBe('1.250')
  expect(of('dong', 7, 2)).toBe('4\u00a0đồng')
  expect(of('percent', 1, 3)).toBe('33,33\u00a0%')
  expect(of('percent', 0, 0, true)).toBe('–')
  expect(of('product', 0, null)).toBe('0')
})

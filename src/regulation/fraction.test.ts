import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareFractions, formatHalfUp, fraction, fractionText, meanOf, subtractFractions } from './fraction.ts'

describe('exact points', () => {
  test('seven totals of 499 give 499/7, shown 71.29 and 71,29', () => {
    const mean = meanOf([71, 74, 66, 72, 70, 78, 68])
    expect(fractionText(mean)).toBe('499/7')
    expect(formatHalfUp(mean)).toBe('71.29')
    expect(formatHalfUp(mean, 2, ',')).toBe('71,29')
  })

  test.each([
    [fraction(100), '100.00'],
    [fraction(0), '0.00'],
    [fraction(1, 8), '0.13'],
    [fraction(89995, 1000), '90.00'],
    [fraction(89994, 1000), '89.99'],
    [fraction(-1, 8), '-0.13'],
    [fraction(-1, 1000), '0.00'],
    [fraction(1, 3), '0.33'],
  ])('%j is shown as %s, rounded half up', (value, text) => {
    expect(formatHalfUp(value)).toBe(text)
  })

  test('a whole mean keeps its denominator', () => {
    expect(fractionText(meanOf([70, 72]))).toBe('71/1')
  })

  test('nothing to average, no denominator, no integers: refused', () => {
    expect(() => meanOf([])).toThrow(RangeError)
    expect(() => fraction(1, 0)).toThrow(RangeError)
    expect(() => fraction(0.5)).toThrow(RangeError)
  })

  test('fractions are reduced, ordered and subtracted exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9999, max: 9999 }),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 9 }),
        (a, b, factor) => {
          const value = fraction(a * factor, b * factor)
          expect(value).toEqual(fraction(a, b))
          expect(compareFractions(value, fraction(a + 1, b))).toBe(-1)
          expect(subtractFractions(fraction(a + b, b), value)).toEqual(fraction(1))
        },
      ),
    )
  })
})

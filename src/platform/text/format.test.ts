import { expect, test } from 'vitest'

import {
  byVietnamese,
  formatDate,
  formatDateTime,
  formatDong,
  formatFileSize,
  formatLongDate,
  formatNumber,
  formatPercent,
} from './format.ts'

test('dates are written day first, with two digits, in Vietnamese time', () => {
  expect(formatDate('2026-02-05')).toBe('05/02/2026')
  expect(formatDateTime(new Date('2026-11-21T17:05:09Z'))).toBe('00:05 22/11/2026')
})

test.each([
  ['2026-02-05', 'ngày 05 tháng 02 năm 2026'],
  ['2026-03-15', 'ngày 15 tháng 3 năm 2026'],
  ['2026-11-02', 'ngày 02 tháng 11 năm 2026'],
])('a paper of %s is dated %s', (date, written) => {
  expect(formatLongDate(date)).toBe(written)
})

test.each([
  [1234567.5, undefined, '1.234.567,5'],
  [0, undefined, '0'],
  [-1234, undefined, '-1.234'],
  [1.005, 2, '1,01'],
  [71.285, 2, '71,29'],
  [2.5, 0, '3'],
  [-0.001, 2, '0,00'],
  [999, 1, '999,0'],
  [12345678901234567890n, undefined, '12.345.678.901.234.567.890'],
  [NaN, undefined, '–'],
])('%s with %s decimals is written %s', (value, decimals, written) => {
  expect(formatNumber(value, decimals === undefined ? {} : { decimals })).toBe(written)
})

test('money, shares and sizes', () => {
  expect(formatDong(10_000_000)).toBe('10.000.000\u00a0đồng')
  expect(formatPercent(0.4)).toBe('40%')
  expect(formatPercent(1)).toBe('100%')
  expect(formatPercent(0.1234, 1)).toBe('12,3%')
  expect(formatPercent(0.5, 1)).toBe('50%')
  expect([0, 1023, 1024, 1_572_864, 1_048_575, 25 * 1024 * 1024].map(formatFileSize)).toEqual([
    '0\u00a0byte',
    '1023\u00a0byte',
    '1\u00a0KB',
    '1,5\u00a0MB',
    '1\u00a0MB',
    '25\u00a0MB',
  ])
})

test('names sort as a Vietnamese dictionary does', () => {
  expect(['Đông Sơn', 'Yên', 'Dân', 'Ân', 'An', 'Ăn'].sort(byVietnamese)).toEqual(['An', 'Ăn', 'Ân', 'Dân', 'Đông Sơn', 'Yên'])
})

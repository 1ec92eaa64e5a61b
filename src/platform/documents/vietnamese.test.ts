import { expect, test } from 'vitest'
import {
  dateInTable,
  dateInWords,
  decimalComma,
  documentNumber,
  instantInVietnam,
  momentInWords,
  numberInVietnamese,
  pointLetter,
} from './vietnamese.ts'

// Source: NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4.
test.each([
  ['2026-02-05', 'ngày 05 tháng 02 năm 2026'],
  ['2026-01-31', 'ngày 31 tháng 01 năm 2026'],
  ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
  ['2026-12-10', 'ngày 10 tháng 12 năm 2026'],
])('a paper writes %s as "%s"', (date, words) => {
  expect(dateInWords(date)).toBe(words)
})

test.each(['2026-02-31', '2026-13-01', '26-1-1', '', '2026-02-05T00:00:00Z'])('%j is not a date of a paper', (date) => {
  expect(() => dateInWords(date)).toThrow(RangeError)
  expect(() => dateInTable(date)).toThrow(RangeError)
})

test('instants are told in the time of Vietnam, whatever the zone of the server', () => {
  expect(instantInVietnam('2026-02-04T17:05:09Z')).toBe('00:05:09 ngày 05/02/2026')
  expect(momentInWords('2026-02-04T17:05:09Z')).toBe('00 giờ 05 phút, ngày 05 tháng 02 năm 2026')
})

test.each([
  ['5', '05/QĐ-UBND'],
  ['4127', '4127/QĐ-UBND'],
  ['05a', '05a/QĐ-UBND'],
])('number %s of a decision is written %s', (number, written) => {
  expect(documentNumber(number, 'QĐ-UBND')).toBe(written)
})

test('a paper without its number leaves room for it', () => {
  expect(documentNumber(null, 'QĐ-UBND')).toMatch(/^\s+\/QĐ-UBND$/)
})

test('numbers take the comma and the point of Vietnamese', () => {
  expect(numberInVietnamese(1234.5)).toBe('1.234,5')
  expect(decimalComma('71.29')).toBe('71,29')
})

test('points of a clause follow the Vietnamese alphabet', () => {
  expect([0, 1, 2, 3, 4, 5, 6].map(pointLetter).join(' ')).toBe('a b c d đ e g')
})

import { expect, test } from 'vitest'
import type { BasisGate, BasisProofRow } from '#/programme/council/result.ts'
import { missingGates, shortOf } from './short-of.ts'

const gate = (criterion: string, star: number, met: boolean): BasisGate => ({
  criterion,
  star,
  needed: 1,
  points: 0,
  met,
  meeting: 0,
  sheets: 7,
  dissent: [],
})
const four = (pointsMet: boolean, gatesMet: boolean): BasisProofRow => ({
  star: 4,
  from: 70,
  pointsMet,
  short: pointsMet ? '0' : '23/7',
  shortPrinted: pointsMet ? '0.00' : '3.29',
  gatesMet,
})

test.each([
  [four(false, true), [gate('1.1', 4, true)], '4 sao: thiếu 3,29 điểm', '4 stars: 3,29 points short'],
  [
    four(true, false),
    [gate('1.1', 4, false), gate('1.2', 4, true)],
    '4 sao: 1 tiêu chí chưa đạt yêu cầu tối thiểu',
    '4 stars: 1 criterion below its minimum',
  ],
  [
    four(true, false),
    [gate('1.1', 4, false), gate('1.2', 4, false)],
    '4 sao: 2 tiêu chí chưa đạt yêu cầu tối thiểu',
    '4 stars: 2 criteria below their minimum',
  ],
  [
    four(false, false),
    [gate('1.1', 4, false)],
    '4 sao: thiếu 3,29 điểm và 1 tiêu chí chưa đạt yêu cầu tối thiểu',
    '4 stars: 3,29 points short and 1 criterion below its minimum',
  ],
  [
    four(false, false),
    [gate('1.1', 4, false), gate('1.2', 3, false), gate('1.3', 5, false)],
    '4 sao: thiếu 3,29 điểm và 2 tiêu chí chưa đạt yêu cầu tối thiểu',
    '4 stars: 3,29 points short and 2 criteria below their minimum',
  ],
])('what is short of the next star is named, and only that: %#', (row, gates, vi, en) => {
  expect(shortOf(row, gates, 'vi')).toBe(vi)
  expect(shortOf(row, gates, 'en')).toBe(en)
  expect(vi).not.toMatch(/\b0(,00)? (điểm|tiêu chí)/)
})

test('a criterion that misses two stars counts once, by its highest requirement', () => {
  expect(missingGates([gate('1.1', 3, false), gate('1.1', 4, false), gate('1.1', 5, false)], 4).map((one) => one.star)).toEqual([4])
})

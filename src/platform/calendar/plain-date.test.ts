import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

import { addDays, addMonths, daysBetween, isPlainDate, plainDateOf, readDate, startOfDay, weekday } from './plain-date.ts'

test.each([
  ['05/02/2026', { ok: true, date: '2026-02-05' }],
  ['5/2/2026', { ok: true, date: '2026-02-05' }],
  ['5-2-2026', { ok: true, date: '2026-02-05' }],
  [' 2026-02-05 ', { ok: true, date: '2026-02-05' }],
  ['29/02/2024', { ok: true, date: '2024-02-29' }],
  ['31/02/2026', { ok: false, problem: 'noSuchDay' }],
  ['29/02/2026', { ok: false, problem: 'noSuchDay' }],
  ['2026-02-31', { ok: false, problem: 'noSuchDay' }],
  ['13/13/2026', { ok: false, problem: 'noSuchDay' }],
  ['00/01/2026', { ok: false, problem: 'noSuchDay' }],
  ['01/01/0026', { ok: false, problem: 'noSuchDay' }],
  ['tháng 2', { ok: false, problem: 'format' }],
  ['1/2/26', { ok: false, problem: 'format' }],
  ['', { ok: false, problem: 'empty' }],
])('a person writes %j', (typed, read) => {
  expect(readDate(typed)).toEqual(read)
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-05-22', 36, '2029-05-22'],
  ['2024-02-29', 36, '2027-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-10', -13, '2024-12-10'],
])('%s plus %i months is %s', (from, months, to) => {
  expect(addMonths(from, months)).toBe(to)
})

test('a day begins at midnight in Vietnam, seven hours before it does in Greenwich', () => {
  expect(plainDateOf(new Date('2026-11-21T16:59:59.999Z'))).toBe('2026-11-21')
  expect(plainDateOf(new Date('2026-11-21T17:00:00Z'))).toBe('2026-11-22')
  expect(startOfDay('2026-11-22').toISOString()).toBe('2026-11-21T17:00:00.000Z')
})

test('21/11/2026 is a Saturday, 1/1/1970 was a Thursday, 28/12/1969 a Sunday', () => {
  expect([weekday('2026-11-21'), weekday('1970-01-01'), weekday('1969-12-28')]).toEqual([6, 4, 7])
})

test('adding days and counting them back agree', () => {
  assert(
    property(integer({ min: -20_000, max: 20_000 }), (days) => {
      const there = addDays('2026-02-16', days)
      return isPlainDate(there) && daysBetween('2026-02-16', there) === days
    }),
  )
})

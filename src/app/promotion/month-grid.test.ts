import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, weekday } from '#/platform/calendar/plain-date.ts'
import { monthAsked, monthGrid } from './month-grid.ts'

test.each([
  ['2026-11-01', 6, 7],
  // Four whole weeks.
  ['2027-02-01', 4, 1],
  ['2024-02-01', 5, 4],
])('%s has %i rows and begins on weekday %i', (month, weeks, first) => {
  const grid = monthGrid(month, [])
  expect(grid.length).toBe(weeks)
  expect(grid[0]?.findIndex((day) => day !== null)).toBe(first - 1)
})

test('a fair of three days over the end of a month stands on each of them, in each month by its first day', () => {
  const fair = { startsOn: '2026-11-29', endsOn: '2026-12-01' }
  const told = (month: string) =>
    monthGrid(month, [fair])
      .flat()
      .flatMap((day) => (day === null || day.things.length === 0 ? [] : [[day.date, day.things[0]?.goesOn]]))
  expect(told('2026-11-01')).toEqual([
    ['2026-11-29', false],
    ['2026-11-30', true],
  ])
  expect(told('2026-12-01')).toEqual([['2026-12-01', false]])
})

test('every day of a month stands once, under its weekday', () => {
  const months = fc.record({ year: fc.integer({ min: 2000, max: 2099 }), month: fc.integer({ min: 1, max: 12 }) })
  fc.assert(
    fc.property(months, ({ year, month }) => {
      const first = `${year}-${String(month).padStart(2, '0')}-01`
      const days = monthGrid(first, []).flatMap((week) => week.flatMap((day, index) => (day === null ? [] : [{ date: day.date, index }])))
      days.forEach((day, count) => {
        expect(day.date).toBe(addDays(first, count))
        expect(day.index).toBe(weekday(day.date) - 1)
      })
      expect(days.every((day) => day.date.startsWith(first.slice(0, 7)))).toBe(true)
      expect(daysBetween(first, days.at(-1)?.date ?? first)).toBe(days.length - 1)
      expect(addDays(days.at(-1)?.date ?? first, 1).slice(0, 7)).not.toBe(first.slice(0, 7))
    }),
  )
})

test.each([
  ['2027-03', '2027-03-01'],
  ['2027-13', '2026-09-01'],
  ["2027-03'", '2026-09-01'],
  ['', '2026-09-01'],
])('“%s” asks for %s', (typed, month) => {
  expect(monthAsked(new URLSearchParams({ thang: typed }), '2026-09-15')).toBe(month)
})

import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

import { calendarWith, defaultHolidays } from './default-holidays.ts'
import { addDays, weekday } from './plain-date.ts'
import { addWorkingDays, isCovered, isWorkingDay, parseHolidays, workingDaysBetween } from './work-calendar.ts'

const calendar = calendarWith()

test.each([
  ['2026-02-13', true, 'the Friday before Tết'],
  ['2026-02-16', false, 'giao thừa'],
  ['2026-02-20', false, 'mùng 4'],
  ['2026-02-23', true, 'the Monday after Tết'],
  ['2026-04-27', false, 'the Monday for Giỗ Tổ on a Sunday'],
  ['2026-08-22', true, 'a Saturday worked for 31/8'],
  ['2026-08-29', false, 'an ordinary Saturday'],
  ['2026-08-31', false, 'exchanged'],
  ['2026-09-02', false, 'Quốc khánh'],
  ['2026-11-24', true, 'Ngày Văn hóa Việt Nam, not yet confirmed'],
])('%s is a working day: %j (%s)', (date, working) => {
  expect(isWorkingDay(calendar, date)).toBe(working)
})

test.each([
  // from, n, due                source: counted on a wall calendar of 2026
  ['2026-02-02', 15, '2026-03-02'], // 9 days before Tết (3–13/2), 5 after it (23–27/2), Monday 2/3
  ['2026-08-14', 15, '2026-09-08'], // 17–22/8 with the worked Saturday, 24–28/8, then 3/9, 4/9, 7/9, 8/9
  ['2026-11-20', 1, '2026-11-23'], // filed on a Friday: day 1 is Monday
  ['2026-11-21', 1, '2026-11-23'], // filed on a Saturday: the same
  ['2026-11-21', 0, '2026-11-21'],
  ['2026-11-23', -3, '2026-11-18'],
])('from %s, %i working days end on %s', (from, n, due) => {
  expect(addWorkingDays(calendar, from, n)).toBe(due)
})

test('counting working days undoes adding them, and the end is always worked', () => {
  assert(
    property(integer({ min: 0, max: 2000 }), integer({ min: 1, max: 60 }), (offset, n) => {
      const from = addDays('2024-01-01', offset)
      const due = addWorkingDays(calendar, from, n)
      return isWorkingDay(calendar, due) && workingDaysBetween(calendar, from, due) === n
    }),
  )
})

test('every holiday on a weekly rest day is made up by a day off, and no row is given twice', () => {
  const rows = defaultHolidays()
  const onRestDay = rows.filter((row) => row.kind === 'holiday' && weekday(row.date) > 5)
  const madeUp = rows.filter((row) => row.kind === 'day-off' && row.name.startsWith('Nghỉ bù'))
  expect(madeUp).toHaveLength(onRestDay.length)
  expect(rows.filter((row) => row.kind !== 'working' && row.kind !== 'holiday' && weekday(row.date) > 5 && row.kind === 'day-off')).toEqual(
    [],
  )
})

test("an office's own rows win over the shipped ones", () => {
  const confirmed = calendarWith([{ date: '2026-11-24', kind: 'holiday', name: 'Ngày Văn hóa Việt Nam', source: 'Luật sửa đổi' }])
  expect(isWorkingDay(confirmed, '2026-11-24')).toBe(false)
  expect([isCovered(confirmed, '2030-12-31'), isCovered(confirmed, '2031-01-01')]).toEqual([true, false])
})

test.each([
  ['2026-02-31,holiday,x,y', 'no such date'],
  ['2026-02-01,feast,x,y', 'unknown kind'],
  ['2026-02-01,holiday,x,y\n2026-02-01,holiday,x,y', 'line 3: date given twice'],
  ['2026-02-01,holiday,x,y,z', 'more than four cells'],
])('a holiday table with %j is refused: %s', (lines, fault) => {
  expect(() => parseHolidays(`date,kind,name,source\n${lines}`)).toThrow(fault)
})

import { describe, expect, test } from 'vitest'
import { calendarWith, defaultHolidays } from '#/platform/calendar/default-holidays.ts'
import type { HolidayRow } from '#/platform/calendar/work-calendar.ts'
import { markOf, movedBy, type Promised } from './deadlines.ts'
import { readHolidayLines, yearOf } from './holidays.ts'

const storm: HolidayRow = { date: '2026-09-28', kind: 'office-off', name: 'Nghỉ tránh bão', source: 'Công điện 15/CĐ-UBND' }
const row = (date: string, kind: HolidayRow['kind']): HolidayRow => ({ date, kind, name: 'x', source: 'y' })

describe('a year of the calendar', () => {
  test('the statute’s days are told from the program’s other rows and from the office’s own, which name what they stand over', () => {
    const days = yearOf(2026, defaultHolidays(), [storm, row('2026-11-24', 'holiday')])
    const at = (date: string) => days.find((day) => day.date === date)
    expect(at('2026-09-02')).toMatchObject({ origin: 'statute', instead: null })
    expect(at('2026-08-31')).toMatchObject({ origin: 'shipped', kind: 'day-off' })
    expect(at('2026-09-28')).toMatchObject({ origin: 'own', kind: 'office-off', instead: null })
    expect(at('2026-11-24')).toMatchObject({ origin: 'own', kind: 'holiday', instead: { kind: 'unconfirmed' } })
    expect(days.filter((day) => day.date === '2026-11-24')).toHaveLength(1)
    expect(days.every((day, index) => index === 0 || (days[index - 1]?.date ?? '') < day.date)).toBe(true)
  })
})

describe('a year read from pasted lines', () => {
  const read = (text: string) => readHolidayLines(text, defaultHolidays())

  test.each([
    ['semicolons, words for the kind', '28/09/2026; Nghỉ theo văn bản của tỉnh; Nghỉ tránh bão; Công điện 15/CĐ-UBND', storm],
    ['tabs, as from a spreadsheet', '2026-09-28\toffice-off\tNghỉ tránh bão\tCông điện 15/CĐ-UBND', storm],
    ['commas, a cell in quotes', '28/9/2026,office-off,"Nghỉ tránh bão","Công điện 15/CĐ-UBND"', storm],
    ['without accents', '28/09/2026;nghi theo van ban cua tinh;Nghỉ tránh bão;Công điện 15/CĐ-UBND', storm],
  ])('%s', (_how, line, wanted) => {
    expect(read(line)).toMatchObject([{ line: 1, row: wanted, fault: null, effect: 'new' }])
  })

  test('a heading is left out, and every other line comes back under its own number', () => {
    const lines = read(
      'ngày;loại;tên;căn cứ\n\n01/01/2026;holiday;Tết Dương lịch;Điều 112 Bộ luật Lao động 2019\n24/11/2026;le;Ngày Văn hóa;Luật mới',
    )
    expect(lines.map(({ line, effect }) => [line, effect])).toEqual([
      [3, 'same'],
      [4, 'changes'],
    ])
  })

  test.each([
    ['31/02/2026;holiday;x;y', 'không có trong lịch'],
    ['mai;holiday;x;y\n28/09/2026;picnic;x;y', 'Không rõ loại ngày'],
    ['28/09/2026;holiday;;y', 'Thiếu tên'],
    ['28/09/2026;holiday;x;', 'Thiếu căn cứ'],
    ['28/09/2026;holiday;x;y;z', 'Quá bốn ô'],
    ['28/09/2026;holiday;x;y\n28/09/2026;working;x;y', 'dòng trên'],
  ])('%j has a line with the fault “%s”', (text, fault) => {
    expect(read(text).some((line) => line.row === null && line.fault?.vi.includes(fault))).toBe(true)
  })
})

describe('promised days when the calendar changes', () => {
  const clock: Promised = {
    kind: 'clock',
    subjectId: 'c',
    dossierId: 'd',
    dueOn: '2026-10-12',
    period: { startedOn: '2026-09-21', days: 15, unit: 'working', pauses: [] },
  }
  const named: Promised = { kind: 'supplement', subjectId: 's', dossierId: 'd', dueOn: '2026-09-28', period: null }
  const moves = (promises: Promised[], own: HolidayRow[], before: HolidayRow[] = []) =>
    movedBy(promises, calendarWith(before), calendarWith(own)).map(({ subjectId, becomes }) => [subjectId, becomes])

  test.each([
    ['a day off inside the period', [storm], [['c', '2026-10-13']]],
    ['two of them over the last day', [row('2026-10-12', 'office-off'), row('2026-10-13', 'day-off')], [['c', '2026-10-14']]],
    ['a day off before the period', [row('2026-09-18', 'day-off')], []],
    ['a day off after it', [row('2026-10-13', 'day-off')], []],
    ['a Saturday worked would make it earlier: the promise stands', [row('2026-09-26', 'working')], []],
  ])('%s', (_why, own, wanted) => {
    expect(moves([clock], own)).toEqual(wanted)
  })

  test('a day that was named moves only when it becomes a day off itself, to the next working day', () => {
    expect(moves([named], [row('2026-09-25', 'office-off')])).toEqual([])
    expect(moves([named], [storm, row('2026-09-29', 'office-off')])).toEqual([['s', '2026-09-30']])
  })

  test('a promise kept once although the calendar gave a later day is not asked about again by an unrelated change', () => {
    expect(moves([clock], [storm, row('2026-12-01', 'day-off')], [storm])).toEqual([])
  })

  test('what was confirmed stands for exactly these moves', () => {
    const one = movedBy([clock], calendarWith(), calendarWith([storm]))
    expect(markOf([])).toBe('')
    expect(markOf(one)).toBe(markOf(structuredClone(one)))
    expect(markOf(one.map((move) => ({ ...move, becomes: '2026-10-14' })))).not.toBe(markOf(one))
  })
})

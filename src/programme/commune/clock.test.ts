import { describe, expect, test } from 'vitest'
import { calendarWith } from '#/platform/calendar/default-holidays.ts'
import { startOfDay } from '#/platform/calendar/plain-date.ts'
import { clockState, dueAfterPause, periodOf, type ClockRow, type PauseRow } from './clock.ts'

const calendar = calendarWith()
/** Ten in the morning in Vietnam. */
const at = (day: string) => new Date(startOfDay(day).getTime() + 10 * 3_600_000)
const running = { days: 15, dayKind: 'working' }
const pause = (from: string, to: string | null) => ({ pausedAt: at(from), resumedAt: to === null ? null : at(to) })

describe('the 15 working days of the commune (QĐ 26/2026 Điều 7)', () => {
  test.each([
    // filed, pauses, due                              why
    ['2026-09-21', [], '2026-10-12', 'three plain weeks'],
    ['2026-09-26', [], '2026-10-16', 'filed on a Saturday: the first day is Monday'],
    ['2026-08-20', [], '2026-09-14', 'over 2/9: the holiday, its neighbour and the exchanged day are not counted'],
    ['2026-02-09', [], '2026-03-09', 'over Tết: the days off are not counted'],
    ['2026-09-21', [pause('2026-09-24', '2026-09-30')], '2026-10-16', 'four working days of waiting push it by four'],
    ['2026-09-21', [pause('2026-09-24', '2026-09-24')], '2026-10-12', 'answered on the day of the return: nothing lost'],
    ['2026-09-21', [pause('2026-09-25', '2026-09-27')], '2026-10-12', 'waiting over a weekend only takes no working day'],
    ['2026-09-21', [pause('2026-10-14', '2026-10-20')], '2026-10-12', 'returned after it ran out: a pause does not heal a delay'],
    ['2026-09-21', [pause('2026-09-22', '2026-09-23'), pause('2026-09-28', '2026-09-29')], '2026-10-14', 'two returns, one day each'],
  ])('filed %s with waits %j is due %s (%4$s)', (filed, pauses, due) => {
    expect(dueAfterPause(periodOf({ ...running, startedAt: at(filed) }, pauses), calendar)).toBe(due)
  })

  test('a filing at 23:30 in Vietnam belongs to that day, not to the next in UTC or the one before', () => {
    const late = new Date(startOfDay('2026-09-21').getTime() + 23.5 * 3_600_000)
    expect(dueAfterPause(periodOf({ ...running, startedAt: late }, []), calendar)).toBe('2026-10-12')
  })

  test('while it waits there is no due date to promise', () => {
    expect(() => dueAfterPause(periodOf({ ...running, startedAt: at('2026-09-21') }, [pause('2026-09-24', null)]), calendar)).toThrow(
      RangeError,
    )
  })

  test('a clock that was stopped late still reads late a year after', () => {
    const clock: ClockRow = {
      id: 'x',
      ...running,
      startedAt: at('2026-09-21'),
      dueOn: '2026-10-12',
      stoppedAt: at('2026-10-15'),
      outcome: 'proposed',
    }
    expect(clockState(clock, [] as PauseRow[], calendar, '2027-10-01')).toMatchObject({ kind: 'overdue', overdueDays: 3 })
  })
})

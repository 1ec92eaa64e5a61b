/**
 * Periods that can stop: "15 working days from receipt, not counting the time the applicant needs to supplement".
 * Pure over stored dates: the day it began, the days it stopped and went on. The due date a person was promised is stored
 * by the caller when it is told; this says what to store.
 *
 * Interpretation: the day of an event (receipt, return for supplement, answer) is never counted as a day of the period
 * that starts there (Bộ luật Dân sự 2015, Điều 147 khoản 2), so a pause takes away the days after the return, up to and
 * including the day of the answer; the day of the return itself still belongs to the officer. A period counted in calendar
 * days that ends on a rest day ends on the next working day (Điều 148 khoản 5). It ends at 24:00 of its last day
 * (Điều 148 khoản 6). After the answer the period goes on with the days left; it does not begin anew.
 */
import { addDays, daysBetween } from './plain-date.ts'
import type { PlainDate } from './plain-date.ts'
import { isWorkingDay, workingDayOnOrAfter } from './work-calendar.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** `resumedOn` null: still waiting. */
export type Pause = { stoppedOn: PlainDate; resumedOn: PlainDate | null }

export type Period = {
  startedOn: PlainDate
  days: number
  unit: 'working' | 'calendar'
  pauses: readonly Pause[]
}

export type PeriodState =
  | { kind: 'running'; dueOn: PlainDate; used: number; left: number; overdueDays: 0 }
  | { kind: 'paused'; since: PlainDate; used: number; left: number }
  | { kind: 'overdue'; dueOn: PlainDate; used: number; left: 0; overdueDays: number }

function isStopped(pauses: readonly Pause[], day: PlainDate): boolean {
  return pauses.some((pause) => day > pause.stoppedOn && (pause.resumedOn === null || day <= pause.resumedOn))
}

function counts(period: Period, calendar: WorkCalendar, day: PlainDate): boolean {
  if (period.unit === 'working' && !isWorkingDay(calendar, day)) return false
  return !isStopped(period.pauses, day)
}

function openPause(period: Period): Pause | undefined {
  return period.pauses.find((pause) => pause.resumedOn === null)
}

/**
 * The last day of the period, or null while it is stopped and its days were not used up before.
 * Throws RangeError when a pause ends before it begins.
 */
export function dueDate(period: Period, calendar: WorkCalendar): PlainDate | null {
  for (const pause of period.pauses) {
    if (pause.resumedOn !== null && pause.resumedOn < pause.stoppedOn) {
      throw new RangeError(`a pause ends (${pause.resumedOn}) before it begins (${pause.stoppedOn})`)
    }
  }
  const open = openPause(period)
  let day = period.startedOn
  for (let left = period.days; left > 0;) {
    day = addDays(day, 1)
    if (open && day > open.stoppedOn) return null
    if (counts(period, calendar, day)) left -= 1
  }
  return period.unit === 'calendar' ? workingDayOnOrAfter(calendar, day) : day
}

/** Days of the period used up to and including `today`, never more than the period has. */
function usedDays(period: Period, calendar: WorkCalendar, today: PlainDate): number {
  let used = 0
  for (let day = addDays(period.startedOn, 1); day <= today && used < period.days; day = addDays(day, 1)) {
    if (counts(period, calendar, day)) used += 1
  }
  return used
}

/**
 * Where the period stands on `today`. `left` are days still to use after today; `overdueDays` are days after the due
 * date in the period's own unit. A stop that came after the days were used up does not heal the delay.
 */
export function periodState(period: Period, calendar: WorkCalendar, today: PlainDate): PeriodState {
  const used = usedDays(period, calendar, today)
  const dueOn = dueDate(period, calendar)
  if (dueOn === null) {
    const since = openPause(period)?.stoppedOn ?? today
    return { kind: 'paused', since, used, left: period.days - used }
  }
  if (today <= dueOn) return { kind: 'running', dueOn, used, left: period.days - used, overdueDays: 0 }
  let overdueDays = 0
  if (period.unit === 'calendar') overdueDays = daysBetween(dueOn, today)
  else for (let day = addDays(dueOn, 1); day <= today; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) overdueDays += 1
  return { kind: 'overdue', dueOn, used, left: 0, overdueDays }
}

/**
 * Which days are working days. Monday to Friday, less the days off in the table, plus the Saturdays or Sundays worked in
 * exchange. The table is data: the government announces each year's exchanges, so an office edits the rows.
 */
import { addDays, isPlainDate, weekday } from './plain-date.ts'
import type { PlainDate } from './plain-date.ts'

/**
 * `holiday`: a public holiday (Điều 112 Bộ luật Lao động 2019) · `day-off`: compensation for a holiday on a weekly rest
 * day (Điều 111 khoản 3), or a day exchanged · `working`: a rest day worked in exchange · `unconfirmed`: named by
 * policy, not yet by law; counts as an ordinary day until someone confirms it · `office-off`: a day the province's offices are
 * closed by its own paper (storm, flood). Interpretation: nobody could act on it, so it is no working day of a period.
 */
export type HolidayKind = 'holiday' | 'day-off' | 'working' | 'unconfirmed' | 'office-off'
export type HolidayRow = { date: PlainDate; kind: HolidayKind; name: string; source: string }

export type WorkCalendar = {
  off: ReadonlyMap<PlainDate, string>
  worked: ReadonlySet<PlainDate>
  /** First and last day of the years the table speaks of; outside them only weekends are known. */
  from: PlainDate
  until: PlainDate
}

export const holidayKinds = ['holiday', 'day-off', 'working', 'unconfirmed', 'office-off'] as const satisfies HolidayKind[]
const KINDS: readonly string[] = holidayKinds

/** Reads the holiday table: `date,kind,name,source`, no quoted cells. Throws with the line of the first fault. */
export function parseHolidays(csv: string): HolidayRow[] {
  const seen = new Set<string>()
  return csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line, index) => {
      const [date = '', kind = '', name = '', source = '', ...rest] = line.split(',')
      const fault = !isPlainDate(date)
        ? 'no such date'
        : !KINDS.includes(kind)
          ? `unknown kind ${kind}`
          : seen.has(date)
            ? 'date given twice'
            : rest.length > 0
              ? 'more than four cells'
              : ''
      if (fault) throw new Error(`holiday table, line ${index + 2}: ${fault}: ${line}`)
      seen.add(date)
      return { date, kind: kind as HolidayKind, name, source }
    })
}

export function workCalendar(rows: readonly HolidayRow[]): WorkCalendar {
  const off = new Map<PlainDate, string>()
  const worked = new Set<PlainDate>()
  for (const row of rows) {
    if (row.kind === 'holiday' || row.kind === 'day-off' || row.kind === 'office-off') off.set(row.date, row.name)
    if (row.kind === 'working') worked.add(row.date)
  }
  const years = rows.map((row) => row.date.slice(0, 4)).sort()
  return { off, worked, from: `${years[0] ?? '9999'}-01-01`, until: `${years.at(-1) ?? '0000'}-12-31` }
}

export function isWorkingDay(calendar: WorkCalendar, date: PlainDate): boolean {
  if (calendar.off.has(date)) return false
  return weekday(date) <= 5 || calendar.worked.has(date)
}

/** Whether the table knows this day's year; a due date outside it should be shown as provisional. */
export function isCovered(calendar: WorkCalendar, date: PlainDate): boolean {
  return date >= calendar.from && date <= calendar.until
}

/** The day itself if worked, else the next working day. */
export function workingDayOnOrAfter(calendar: WorkCalendar, date: PlainDate): PlainDate {
  let day = date
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1)
  return day
}

/**
 * The n-th working day after `from`; `from` itself is not counted, worked or not (Bộ luật Dân sự 2015, Điều 147 khoản 2:
 * the first day of a period in days is not counted; it runs from the following day). n = 0 gives `from`; negative n
 * counts back (lead times: papers at least n working days before the meeting).
 */
export function addWorkingDays(calendar: WorkCalendar, from: PlainDate, n: number): PlainDate {
  const step = n < 0 ? -1 : 1
  let day = from
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. The inverse of `addWorkingDays`. */
export function workingDaysBetween(calendar: WorkCalendar, from: PlainDate, to: PlainDate): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1
  return count
}

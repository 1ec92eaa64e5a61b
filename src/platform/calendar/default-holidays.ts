import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { parseHolidays, workCalendar } from './work-calendar.ts'
import type { HolidayRow, WorkCalendar } from './work-calendar.ts'

// Resolved through the package's own "#/" import, so it also holds when this module is bundled into the page server.
const folder = dirname(createRequire(import.meta.url).resolve('#/platform/calendar/work-calendar.ts'))

/** The table that ships with the program (2020–2030); rows an office adds or changes replace those of the same date. */
export function defaultHolidays(): HolidayRow[] {
  return parseHolidays(readFileSync(join(folder, 'holidays.csv'), 'utf8'))
}

/** The shipped table with the office's own rows laid over it. */
export function calendarWith(rows: readonly HolidayRow[] = []): WorkCalendar {
  const byDate = new Map([...defaultHolidays(), ...rows].map((row) => [row.date, row]))
  return workCalendar([...byDate.values()])
}

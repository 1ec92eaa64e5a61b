// A month as weeks from Monday, and what lies on each day. Pure.
import { addDays, addMonths, weekday, type PlainDate } from '#/platform/calendar/plain-date.ts'

type Lasting = { startsOn: PlainDate; endsOn: PlainDate }
/** `goesOn`: it began on an earlier day of this month, which shows it too. */
export type Day<Thing> = { date: PlainDate; things: { thing: Thing; goesOn: boolean }[] }

/** `thang=2026-11` to its first day; rubbish is the month of today. */
export function monthAsked(params: URLSearchParams, today: PlainDate): PlainDate {
  const month = params.get('thang') ?? ''
  return `${/^20\d{2}-(0[1-9]|1[0-2])$/.test(month) ? month : today.slice(0, 7)}-01`
}

/** Seven cells a week; null for the days of the months beside it. */
export function monthGrid<Thing extends Lasting>(month: PlainDate, things: readonly Thing[]): (Day<Thing> | null)[][] {
  const end = addMonths(month, 1)
  const weeks: (Day<Thing> | null)[][] = []
  for (let monday = addDays(month, 1 - weekday(month)); monday < end; monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const date = addDays(monday, index)
        if (date < month || date >= end) return null
        const there = things.filter((thing) => thing.startsOn <= date && thing.endsOn >= date)
        return { date, things: there.map((thing) => ({ thing, goesOn: date > month && thing.startsOn < date })) }
      }),
    )
  }
  return weeks
}

// How long before a meeting its pack goes out. Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { isWorkingDay, type WorkCalendar } from '#/platform/calendar/work-calendar.ts'
import { leadDays } from '#/regulation/composition.ts'
import type { Regulation } from '#/regulation/regulation.schema.ts'

export type Lead = { days: number; needed: number; late: boolean }

/** Working days of notice as the pack of the round counts them (148 counts the day of sending, seed S0:169), against what the rules ask. */
export function leadTime(
  calendar: WorkCalendar,
  releasedOn: PlainDate,
  meetingOn: PlainDate,
  needed: number,
  counting: Regulation['councilRules']['leadCounting'],
): Lead {
  const days = leadDays((day) => isWorkingDay(calendar, day), releasedOn, meetingOn, counting)
  return { days, needed, late: days < needed }
}

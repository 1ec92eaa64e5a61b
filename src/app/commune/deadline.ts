// The chip of the commune's clock, in words. Working days come from the calendar; the due date is the stored one.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { workingDaysBetween, type WorkCalendar } from '#/platform/calendar/work-calendar.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { DeadlineMood } from '../ui/deadline-chip.tsx'
import type { Language } from '../ui/language.ts'

export type Chip = { mood: DeadlineMood; text: string }

export type ClockFacts = { dueOn: string | null; stoppedAt: Date | null; paused: boolean }

/** Null where no clock ever ran. A clock that has stopped says whether it was in time. */
export function clockChip(clock: ClockFacts, calendar: WorkCalendar, today: string, language: Language): Chip | null {
  const { dueOn } = clock
  if (dueOn === null) return null
  const vi = language === 'vi'
  if (clock.stoppedAt !== null) {
    const late = workingDaysBetween(calendar, dueOn, plainDateOf(clock.stoppedAt))
    if (late > 0) return { mood: 'late', text: vi ? `Chậm ${late} ngày` : `${late} days late` }
    return { mood: 'calm', text: vi ? 'Đúng hạn' : 'In time' }
  }
  if (clock.paused) return { mood: 'paused', text: vi ? 'Chờ bổ sung' : 'Waiting' }
  if (today > dueOn) {
    const over = workingDaysBetween(calendar, dueOn, today)
    return { mood: 'late', text: vi ? `Quá hạn ${over} ngày` : `${over} days late` }
  }
  if (today === dueOn) return { mood: 'soon', text: vi ? 'Hạn hôm nay' : 'Due today' }
  const left = workingDaysBetween(calendar, today, dueOn)
  return { mood: left <= 3 ? 'soon' : 'calm', text: vi ? `Còn ${left} ngày` : `${left} days left` }
}

/** "Còn 6 ngày làm việc, đến 21/10/2026". */
export function longChip(clock: ClockFacts, calendar: WorkCalendar, today: string, language: Language): Chip | null {
  const chip = clockChip(clock, calendar, today, language)
  if (!chip || clock.dueOn === null) return null
  const until = formatDate(clock.dueOn)
  const words = language === 'vi' ? `${chip.text.replace(/ ngày$/, ' ngày làm việc')}, hạn ${until}` : `${chip.text}, due ${until}`
  return { mood: chip.mood, text: words }
}

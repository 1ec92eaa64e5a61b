// Which reminder of a certificate's end is due. Pure.
import { addDays, type PlainDate } from '#/platform/calendar/plain-date.ts'

/**
 * Days before the last valid day on which producer, commune and office are told: before, at the start, in the middle and at the end of the
 * time for filing (180 to 120 days, 26/2026 Đ7.6), then twice more; 30 days is the office's duty under QĐ 148 practice (seed S0:199).
 */
export const REMINDER_DAYS = [200, 180, 150, 120, 60, 30] as const

/** Sent whatever else is under way: the duty to tell of the end of the term. */
export const DUTY_DAYS = 30

export type ReminderStep = { days: number; dueOn: PlainDate; outcome: 'sent' | 'sentLate' | 'skipped' }

/**
 * The steps to write down today: the nearest one due is sent (late when its day has passed), earlier ones the job missed are kept as
 * skipped, because what they said is no longer true. `renewalFiled`: only the duty of 30 days is still sent. Nothing after the last day.
 */
export function reminderSteps(lastValidOn: PlainDate, today: PlainDate, done: ReadonlySet<number>, renewalFiled: boolean): ReminderStep[] {
  if (today > lastValidOn) return []
  const due = REMINDER_DAYS.map((days) => ({ days, dueOn: addDays(lastValidOn, -days) })).filter((step) => step.dueOn <= today)
  const nearest = due.at(-1)
  return due
    .filter((step) => !done.has(step.days))
    .map((step) => {
      const send = step === nearest && (!renewalFiled || step.days === DUTY_DAYS)
      return { ...step, outcome: !send ? 'skipped' : step.dueOn < today ? 'sentLate' : 'sent' }
    })
}

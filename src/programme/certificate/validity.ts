// How long a certificate holds. Pure.
import { addDays, addMonths, startOfDay, type PlainDate } from '#/platform/calendar/plain-date.ts'

/**
 * The last valid day, inclusive (QĐ 26/2026/QĐ-TTg Đ4.3: 36 months from the date of issue).
 * Interpretation: the day of the same number 36 calendar months later is still valid, 22/12/2026 → 22/12/2029; where that month has no such
 * day, its last one: 29/02/2028 → 28/02/2031 (Bộ luật Dân sự 2015, Đ148.3).
 */
export function lastValidDay(issuedOn: PlainDate, months = 36): PlainDate {
  return addMonths(issuedOn, months)
}

/** The first instant at which the certificate has ended: midnight in Vietnam after the last valid day. */
export function endsAt(lastValidOn: PlainDate): Date {
  return startOfDay(addDays(lastValidOn, 1))
}

/**
 * When the dossier for re-assessment may be filed: 180 to 120 days before the last valid day.
 * QĐ 26/2026 Đ7.6; counted in calendar days back from the last valid day (interpretation).
 */
export function renewalWindow(lastValidOn: PlainDate): { from: PlainDate; to: PlainDate } {
  return { from: addDays(lastValidOn, -180), to: addDays(lastValidOn, -120) }
}

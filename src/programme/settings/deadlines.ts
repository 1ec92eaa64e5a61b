// What a change of the calendar does to days already promised. Pure.
import { dueDate, type Period } from '#/platform/calendar/deadline.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { workingDayOnOrAfter, type WorkCalendar } from '#/platform/calendar/work-calendar.ts'
import { canonicalJson, sha256Hex } from '#/platform/audit/canonical.ts'

/** A day somebody was promised and that has not been met yet. `period` null: the day itself was named (a request for supplement). */
export type Promised = { kind: 'clock' | 'supplement'; subjectId: string; dossierId: string; dueOn: PlainDate; period: Period | null }

export type Moved = Promised & { becomes: PlainDate }

/**
 * The promises that the new calendar makes later, soonest first. Interpretation: a promise is only ever lengthened; where the new calendar would
 * give an earlier day, the promised one stands. A named day that becomes a day off moves to the next working day (BLDS Điều 148 khoản 5).
 */
export function movedBy(promises: readonly Promised[], before: WorkCalendar, after: WorkCalendar): Moved[] {
  return promises
    .flatMap((promise) => {
      const becomes = dayUnder(promise, after)
      const was = dayUnder(promise, before)
      return becomes !== null && was !== null && becomes > was && becomes > promise.dueOn ? [{ ...promise, becomes }] : []
    })
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.subjectId < b.subjectId ? -1 : 1))
}

function dayUnder(promise: Promised, calendar: WorkCalendar): PlainDate | null {
  return promise.period === null ? workingDayOnOrAfter(calendar, promise.dueOn) : dueDate(promise.period, calendar)
}

/** Stands for exactly these moves: what an officer confirmed is what is done, or nothing. '' for none. */
export function markOf(moved: readonly Moved[]): string {
  return moved.length === 0
    ? ''
    : sha256Hex(canonicalJson(moved.map(({ subjectId, dueOn, becomes }) => [subjectId, dueOn, becomes]))).slice(0, 16)
}

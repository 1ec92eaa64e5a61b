// When a task of a plan is due: the plan's words → stored days, and a recurring task → the days of each time. Pure.
import { addDays, addMonths, isPlainDate, type PlainDate } from '#/platform/calendar/plain-date.ts'

/** How exactly the plan names the time; `allYear`: "thường xuyên trong năm"; `period`: the whole plan. */
export const precisions = ['day', 'month', 'quarter', 'half', 'year', 'period', 'allYear'] as const
export type Precision = (typeof precisions)[number]

export const recurrences = ['once', 'monthly', 'quarterly', 'halfYear', 'yearly'] as const
export type Recurrence = (typeof recurrences)[number]

/** First and last day, both inclusive. */
export type Span = { startsOn: PlainDate; dueOn: PlainDate }

export type When = Span & { precision: Precision; beforeOn: PlainDate | null }

const months: Record<Exclude<Recurrence, 'once'>, number> = { monthly: 1, quarterly: 3, halfYear: 6, yearly: 12 }

/** First and last day of the calendar month, quarter, half or year that `day` lies in. */
function calendarSpan(day: PlainDate, length: number): Span {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const first = Math.floor((month - 1) / length) * length + 1
  const startsOn = `${year}-${String(first).padStart(2, '0')}-01`
  return { startsOn, dueOn: addDays(addMonths(startsOn, length), -1) }
}

/**
 * Reads the time of a task as a plan file writes it: `allYear`, `period`, `2023`, `2023-H1`, `2023-Q3`, `2023-Q3..` (from that quarter to the
 * plan's end), `2023-04`, `2023-05-21` (that day) and `<2023-06-15` ("trước ngày 15/6"). Null for anything else.
 * Interpretation: "trước ngày 15/6" is due on 14/6; a desk may set that the day itself counts (seed S3:276). Named in law.md.
 */
export function readWhen(text: string, plan: Span, beforeCounts: boolean): When | null {
  if (text === 'allYear' || text === 'period') return { ...plan, precision: text, beforeOn: null }
  const before = /^<(\d{4}-\d{2}-\d{2})$/.exec(text)?.[1]
  if (before !== undefined && isPlainDate(before))
    return { startsOn: plan.startsOn, dueOn: dueBefore(before, beforeCounts), precision: 'day', beforeOn: before }
  if (isPlainDate(text)) return { startsOn: text, dueOn: text, precision: 'day', beforeOn: null }
  const [, year, part, from] = /^(\d{4})(?:-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?(\.\.)?$/.exec(text) ?? []
  if (year === undefined) return null
  const [length, at, precision] = named(part)
  const span = calendarSpan(`${year}-${String(at).padStart(2, '0')}-01`, length)
  return { startsOn: span.startsOn, dueOn: from === undefined ? span.dueOn : plan.dueOn, precision, beforeOn: null }
}

function named(part: string | undefined): [length: number, firstMonth: number, precision: Precision] {
  if (part === undefined) return [12, 1, 'year']
  if (part.startsWith('Q')) return [3, Number(part.slice(1)) * 3 - 2, 'quarter']
  if (part.startsWith('H')) return [6, Number(part.slice(1)) * 6 - 5, 'half']
  return [1, Number(part), 'month']
}

/** Last day that is in time for "trước ngày …". */
export function dueBefore(day: PlainDate, dayCounts: boolean): PlainDate {
  return dayCounts ? day : addDays(day, -1)
}

/**
 * The times a task is due, in order: the span itself, or the part of it in each calendar month, quarter, half or year. The parts cover the
 * span without gap or overlap.
 */
export function instancesOf(span: Span, recurrence: Recurrence): Span[] {
  if (recurrence === 'once') return [span]
  const parts: Span[] = []
  for (let day = span.startsOn; day <= span.dueOn; day = addDays(calendarSpan(day, months[recurrence]).dueOn, 1)) {
    const { dueOn } = calendarSpan(day, months[recurrence])
    parts.push({ startsOn: day, dueOn: dueOn < span.dueOn ? dueOn : span.dueOn })
  }
  return parts
}

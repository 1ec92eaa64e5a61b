/**
 * Days without a time, as 'YYYY-MM-DD': they compare and sort as strings, travel in JSON and forms unchanged, and cannot
 * slip a day through a time zone. Instants (server time of a filing) stay `Date`; `plainDateOf` says which day they fall
 * on in Vietnam.
 */
export type PlainDate = string

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const VIETNAMESE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/
const DAY_MS = 86_400_000

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

function build(year: number, month: number, day: number): PlainDate {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

function parts(date: PlainDate): { year: number; month: number; day: number } {
  const match = ISO.exec(date)
  if (!match) throw new RangeError(`not a plain date: ${date}`)
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

/** Days since 1970-01-01. */
function dayNumber(date: PlainDate): number {
  const { year, month, day } = parts(date)
  return Date.UTC(year, month - 1, day) / DAY_MS
}

function fromDayNumber(days: number): PlainDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10)
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function exists(year: number, month: number, day: number): boolean {
  return year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export function isPlainDate(value: unknown): value is PlainDate {
  const match = typeof value === 'string' ? ISO.exec(value) : null
  return match !== null && exists(Number(match[1]), Number(match[2]), Number(match[3]))
}

export type ReadDate = { ok: true; date: PlainDate } | { ok: false; problem: 'empty' | 'format' | 'noSuchDay' }

/**
 * Reads a date as people write it: 5/2/2026, 05-02-2026, or 2026-02-05 from a date field. Day first, always.
 * 31/02/2026 is `noSuchDay`, never 3/3. Years 1900–2999.
 */
export function readDate(text: string): ReadDate {
  const trimmed = text.trim()
  if (trimmed === '') return { ok: false, problem: 'empty' }
  const iso = ISO.exec(trimmed)
  const written = VIETNAMESE.exec(trimmed)
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : written
      ? [Number(written[3]), Number(written[2]), Number(written[1])]
      : [NaN, NaN, NaN]
  if (Number.isNaN(year)) return { ok: false, problem: 'format' }
  if (!exists(year, month, day)) return { ok: false, problem: 'noSuchDay' }
  return { ok: true, date: build(year, month, day) }
}

/** The day an instant falls on in Vietnam, at UTC+7 without summer time since 1975: 17:00 UTC is already the next day there. */
export function plainDateOf(instant: Date): PlainDate {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}

/** The first instant of a day in Vietnam; the last one is just before `startOfDay(addDays(date, 1))`. */
export function startOfDay(date: PlainDate): Date {
  return new Date(dayNumber(date) * DAY_MS - 7 * 3_600_000)
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/**
 * Adds calendar months and keeps the day of the month, or the month's last day where there is none:
 * 31/1/2026 + 1 → 28/2/2026. (Bộ luật Dân sự 2015, Điều 148 khoản 3: a period in months ends on the like day of the last
 * month; where that month has no such day, on its last day.)
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = parts(date)
  const index = year * 12 + (month - 1) + months
  const targetYear = Math.floor(index / 12)
  const targetMonth = (index % 12) + 1
  return build(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)))
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: PlainDate): number {
  const sinceThursday = dayNumber(date) + 3
  return (((sinceThursday % 7) + 7) % 7) + 1
}

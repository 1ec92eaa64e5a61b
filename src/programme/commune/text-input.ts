// Reads the typed texts of one form and collects what is wrong with them, so that every fault is told at once.
import { readDate, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { normaliseText } from '#/platform/text/normalise.ts'

export type Faults = Record<string, { vi: string; en: string }>

/** Cleaned text of one field; a missing or too long one is written into `faults` under its name. */
export function readText(
  faults: Faults,
  name: string,
  raw: unknown,
  shape: { max: number; required?: boolean; multiline?: boolean },
): string {
  const { text, tooLongBy } = normaliseText(raw, { maxLength: shape.max, multiline: shape.multiline ?? true })
  if (tooLongBy > 0)
    faults[name] = { vi: `Dài quá ${shape.max} ký tự, cần bớt ${tooLongBy}.`, en: `Longer than ${shape.max} characters; cut ${tooLongBy}.` }
  else if (shape.required && text === '') faults[name] = { vi: 'Cần ghi nội dung này.', en: 'This is needed.' }
  return text
}

/** A date as typed; null when empty or wrong. A wrong one, or an empty one that is required, is written into `faults`. */
export function readDay(faults: Faults, name: string, raw: unknown, required = false): PlainDate | null {
  const read = readDate(typeof raw === 'string' ? raw : '')
  if (read.ok) return read.date
  if (read.problem === 'empty') {
    if (required) faults[name] = { vi: 'Cần ghi ngày, dạng ngày/tháng/năm.', en: 'A date is needed: day/month/year.' }
  } else if (read.problem === 'noSuchDay') faults[name] = { vi: 'Không có ngày này trong lịch.', en: 'There is no such day.' }
  else faults[name] = { vi: 'Ghi ngày theo dạng ngày/tháng/năm, ví dụ 05/02/2026.', en: 'Write day/month/year, for example 05/02/2026.' }
  return null
}

/** A whole number as typed, within bounds; null when wrong. */
export function readCount(faults: Faults, name: string, raw: unknown, bounds: { min: number; max: number }): number | null {
  const text = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw.trim() : ''
  const value = /^\d{1,9}$/.test(text) ? Number(text) : null
  if (value !== null && value >= bounds.min && value <= bounds.max) return value
  faults[name] = { vi: `Ghi một số từ ${bounds.min} đến ${bounds.max}.`, en: `A whole number from ${bounds.min} to ${bounds.max}.` }
  return null
}

export function refuseFaults(faults: Faults): void {
  if (Object.keys(faults).length > 0) throw new AppError('invalid', {}, faults)
}

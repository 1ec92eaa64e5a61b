// Reading typed forms of this noun: cleaned text, plain dates, one fault per field. No I/O.
import { readDate } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { normaliseText } from '#/platform/text/normalise.ts'

type Words = { vi: string; en: string }

/** Collects faults by field while a form is read; `finish` throws them all at once. */
export class FormReading {
  readonly faults: Record<string, Words> = {}

  /** Cleaned text of at most `max` characters; empty is a fault unless optional. */
  text(name: string, raw: unknown, max: number, options: { optional?: boolean; multiline?: boolean } = {}): string {
    const { text, tooLongBy } = normaliseText(raw, { maxLength: max, multiline: options.multiline ?? false })
    if (tooLongBy > 0)
      this.faults[name] = {
        vi: `Dài hơn cho phép ${tooLongBy} ký tự (tối đa ${max}).`,
        en: `${tooLongBy} characters too long (${max} at most).`,
      }
    else if (text === '' && !options.optional) this.faults[name] = { vi: 'Cần nhập nội dung này.', en: 'This is needed.' }
    return text
  }

  /** dd/MM/yyyy or yyyy-MM-dd to a plain date. */
  date(name: string, raw: unknown): string {
    const text = typeof raw === 'string' ? raw.trim() : ''
    const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
    const read = readDate(iso ? `${iso[3]}/${iso[2]}/${iso[1]}` : text)
    if (read.ok) return read.date
    this.faults[name] =
      read.problem === 'empty'
        ? { vi: 'Cần nhập ngày.', en: 'A date is needed.' }
        : read.problem === 'noSuchDay'
          ? { vi: 'Ngày này không có trong lịch.', en: 'There is no such day.' }
          : { vi: 'Ghi ngày dạng dd/MM/yyyy.', en: 'Write the date as dd/MM/yyyy.' }
    return ''
  }

  /** "14:30" or "14h30" to "14:30". */
  time(name: string, raw: unknown): string {
    const match = /^\s*(\d{1,2})\s*[:hg]\s*(\d{2})\s*$/i.exec(typeof raw === 'string' ? raw : '')
    const hour = Number(match?.[1])
    const minute = Number(match?.[2])
    if (match && hour < 24 && minute < 60) return `${String(hour).padStart(2, '0')}:${match[2]}`
    this.faults[name] = { vi: 'Ghi giờ dạng 08:00.', en: 'Write the time as 08:00.' }
    return ''
  }

  oneOf<T extends string>(name: string, raw: unknown, values: readonly T[]): T {
    const value = values.find((entry) => entry === raw)
    if (value === undefined) this.faults[name] = { vi: 'Chọn một giá trị trong danh sách.', en: 'Choose a value from the list.' }
    return value ?? (values[0] as T)
  }

  fault(name: string, words: Words): void {
    this.faults[name] = words
  }

  finish(): void {
    if (Object.keys(this.faults).length > 0) throw new AppError('invalid', {}, this.faults)
  }
}

/** A reason every exception asks for. Throws `invalid` on the field `reason`. */
export function readReason(raw: unknown, max = 1000): string {
  const form = new FormReading()
  const text = form.text('reason', raw, max, { multiline: true })
  form.finish()
  return text
}

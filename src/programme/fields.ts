// Reads what a form or an API call sends, field by field: every problem is kept under its field's name, in both languages, and thrown at once.
import { readDate, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatNumber } from '#/platform/text/format.ts'
import { normaliseText } from '#/platform/text/normalise.ts'

export type Words = { vi: string; en: string }

/** Input as it came: texts from a form, anything from JSON. Only named fields are ever read; a forged extra field is not looked at. */
export type Typed<Name extends string> = { readonly [name in Name]?: unknown }

export type TextRule = { max: number; required?: Words; multiline?: boolean }

export class Fields<Name extends string> {
  readonly problems: Record<string, Words> = {}
  readonly #input: Typed<Name>

  constructor(input: Typed<Name>) {
    this.#input = input
  }

  /** Cleaned text; '' when absent. Too long is a problem, never a cut. */
  text(name: Name, rule: TextRule): string {
    const value = this.#input[name]
    const { text, tooLongBy } = normaliseText(typeof value === 'number' ? String(value) : value, {
      maxLength: rule.max,
      multiline: rule.multiline ?? false,
    })
    if (tooLongBy > 0) {
      this.say(name, {
        vi: `Dài quá ${formatNumber(rule.max)} ký tự (thừa ${formatNumber(tooLongBy)}). Rút gọn lại.`,
        en: `Longer than ${rule.max} characters (by ${tooLongBy}). Shorten it.`,
      })
    }
    if (rule.required && text === '') this.say(name, rule.required)
    return text
  }

  optional(name: Name, rule: TextRule): string | null {
    return this.text(name, rule) || null
  }

  /** dd/MM/yyyy or ISO; 31/02 is named as a day that does not exist. `notAfter` keeps dates of past events out of the future. */
  date(name: Name, rule: { required?: Words; notAfter?: PlainDate } = {}): PlainDate | null {
    const read = readDate(this.text(name, { max: 30 }))
    if (!read.ok) {
      if (read.problem === 'empty') {
        if (rule.required) this.say(name, rule.required)
      } else if (read.problem === 'noSuchDay') {
        this.say(name, {
          vi: 'Ngày này không có trong lịch. Xem lại ngày, tháng, năm.',
          en: 'There is no such day. Check day, month and year.',
        })
      } else {
        this.say(name, { vi: 'Ghi ngày theo dạng dd/MM/yyyy, ví dụ 05/02/2026.', en: 'Write the date as dd/MM/yyyy, such as 05/02/2026.' })
      }
      return null
    }
    if (rule.notAfter !== undefined && read.date > rule.notAfter) {
      this.say(name, { vi: 'Ngày này chưa đến.', en: 'This day is in the future.' })
      return null
    }
    return read.date
  }

  /** A whole number, typed with or without dots; null when empty. */
  integer(name: Name, rule: { min: number; max: number; required?: Words }): number | null {
    const text = this.text(name, { max: 40 }).replace(/[.\s\u00a0]/g, '')
    if (text === '') {
      if (rule.required) this.say(name, rule.required)
      return null
    }
    const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN
    if (Number.isNaN(value) || value < rule.min || value > rule.max) {
      this.say(name, {
        vi: `Nhập số nguyên từ ${formatNumber(rule.min)} đến ${formatNumber(rule.max)}.`,
        en: `Enter a whole number from ${rule.min} to ${rule.max}.`,
      })
      return null
    }
    return value
  }

  /** One of a closed list of codes; anything else is a problem, '' reads as null. */
  oneOf<Choice extends string>(name: Name, choices: readonly Choice[], rule: { required?: Words } = {}): Choice | null {
    const text = this.text(name, { max: 100 })
    if (text === '') {
      if (rule.required) this.say(name, rule.required)
      return null
    }
    const choice = choices.find((one) => one === text)
    if (choice === undefined) this.say(name, { vi: 'Lựa chọn này không có trong danh sách.', en: 'This choice is not in the list.' })
    return choice ?? null
  }

  /** Yes, no, or not said. */
  yesNo(name: Name): boolean | null {
    const value = this.#input[name]
    if (typeof value === 'boolean') return value
    const text = this.text(name, { max: 10 })
    return text === 'yes' || text === '1' || text === 'true' ? true : text === 'no' || text === '0' || text === 'false' ? false : null
  }

  say(name: Name | '_form', problem: Words): void {
    this.problems[name] ??= problem
  }

  has(name: Name): boolean {
    return this.problems[name] !== undefined
  }

  /** Throws `invalid` with every problem at its field. */
  done(): void {
    if (Object.keys(this.problems).length > 0) throw new AppError('invalid', {}, this.problems)
  }
}

/** The `_version` a form was opened with. Rubbish reads as a version that cannot be current. */
export function versionFrom(value: unknown): number {
  const version = Number(value)
  return Number.isSafeInteger(version) && version >= 0 ? version : -1
}

/** Two tabs: what was changed elsewhere meanwhile is never written over. */
export function mustBeVersion(current: number, seen: number): void {
  if (current !== seen) throw new AppError('versionConflict')
}

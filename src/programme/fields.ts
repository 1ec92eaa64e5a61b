// Reads what a form or an API call sends, field by field: every problem is kept under its field's name, in both languages, and thrown at once.
import { readDate, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatNumber } from '#/platform/text/format.ts'
import { normaliseText } from '#/platform/text/normalise.ts'

export type Words = { vi: string; en: string }

/** What is wrong, by field name. */
export type Problems = Record<string, Words>

/** Words of one's own for a field that must not be empty, or `true` for the plain ones. */
export type Required = Words | true

/** Input as it came: texts from a form, anything from JSON. Only named fields are ever read; a forged extra field is not looked at. */
export type Typed<Name extends string> = { readonly [name in Name]?: unknown }

export type TextRule = { max: number; required?: Required | false; multiline?: boolean }

const needed = {
  text: { vi: 'Cần ghi nội dung này.', en: 'This is needed.' },
  date: { vi: 'Cần ghi ngày, dạng dd/MM/yyyy.', en: 'A date is needed: dd/MM/yyyy.' },
  time: { vi: 'Cần ghi giờ, dạng 08:00.', en: 'A time is needed: 08:00.' },
  number: { vi: 'Cần ghi số.', en: 'A number is needed.' },
  choice: { vi: 'Chọn một giá trị trong danh sách.', en: 'Choose a value from the list.' },
} satisfies Record<string, Words>

export class Fields<Name extends string> {
  readonly problems: Problems = {}
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
    if (text === '') this.#missing(name, rule.required, needed.text)
    return text
  }

  optional(name: Name, rule: TextRule): string | null {
    return this.text(name, rule) || null
  }

  /** dd/MM/yyyy or ISO; 31/02 is named as a day that does not exist. `notAfter` keeps dates of past events out of the future. */
  date(name: Name, rule: { required?: Required; notAfter?: PlainDate } = {}): PlainDate | null {
    const read = readDate(this.text(name, { max: 30 }))
    if (!read.ok) {
      if (read.problem === 'empty') {
        this.#missing(name, rule.required, needed.date)
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

  /** "14:30" or "14h30" to "14:30"; null when empty. */
  time(name: Name, rule: { required?: Required } = {}): string | null {
    const text = this.text(name, { max: 20 })
    if (text === '') {
      this.#missing(name, rule.required, needed.time)
      return null
    }
    const match = /^(\d{1,2})\s*[:hg]\s*(\d{2})$/i.exec(text)
    const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
    if (match && hour < 24 && minute < 60) return `${String(hour).padStart(2, '0')}:${match[2]}`
    this.say(name, { vi: 'Ghi giờ dạng 08:00.', en: 'Write the time as 08:00.' })
    return null
  }

  /** A whole number, typed with or without dots (a number of JSON is taken as it is: 1.5 is no 15); null when empty. `wrong` says it better where the bounds are no amounts, as for years. */
  integer(name: Name, rule: { min: number; max: number; required?: Required; wrong?: Words }): number | null {
    const text = this.text(name, { max: 40 }).replace(/[.\s\u00a0]/g, '')
    if (text === '') {
      this.#missing(name, rule.required, needed.number)
      return null
    }
    const given = this.#input[name]
    const whole = typeof given === 'number' ? Number.isInteger(given) : /^-?\d{1,15}$/.test(text)
    const value = whole ? Number(text) : Number.NaN
    if (Number.isNaN(value) || value < rule.min || value > rule.max) {
      const bounds = {
        vi: `Nhập số nguyên từ ${formatNumber(rule.min)} đến ${formatNumber(rule.max)}.`,
        en: `Enter a whole number from ${rule.min} to ${rule.max}.`,
      }
      this.say(name, rule.wrong ?? bounds)
      return null
    }
    return value
  }

  /**
   * A number with at most `places` decimals as a whole number of its smallest part: "1.234,5" with two places is 123450. Dots group, the comma
   * parts; a number of JSON or a sheet is taken as it is. Null when empty. `min` and `max` in whole units.
   */
  decimal(name: Name, rule: { places: number; min: number; max: number; required?: Required }): number | null {
    const given = this.#input[name]
    const text = typeof given === 'number' ? String(given).replace('.', ',') : this.text(name, { max: 40 }).replace(/[.\s\u00a0]/g, '')
    if (text === '') {
      this.#missing(name, rule.required, needed.number)
      return null
    }
    const [, whole = '', part = ''] = /^(\d{1,15})(?:,(\d+))?$/.exec(text) ?? []
    const value = whole === '' || part.length > rule.places ? Number.NaN : Number(whole + part.padEnd(rule.places, '0'))
    const scale = 10 ** rule.places
    if (!Number.isSafeInteger(value) || value < rule.min * scale || value > rule.max * scale) {
      this.say(name, {
        vi: `Nhập số từ ${formatNumber(rule.min)} đến ${formatNumber(rule.max)}, nhiều nhất ${rule.places} chữ số sau dấu phẩy.`,
        en: `Enter a number from ${rule.min} to ${rule.max} with at most ${rule.places} decimals.`,
      })
      return null
    }
    return value
  }

  /** One of a closed list of codes; anything else is a problem, '' reads as null. */
  oneOf<Choice extends string>(name: Name, choices: readonly Choice[], rule: { required?: Required } = {}): Choice | null {
    const text = this.text(name, { max: 100 })
    if (text === '') {
      this.#missing(name, rule.required, needed.choice)
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

  #missing(name: Name, required: Required | false | undefined, plain: Words): void {
    if (required) this.say(name, required === true ? plain : required)
  }

  /** Throws `invalid` with every problem at its field. What had to be there comes back as being there. */
  done(): void
  done<Read extends object>(read: Read): { [name in keyof Read]: NonNullable<Read[name]> }
  done(read: object = {}): object {
    if (Object.keys(this.problems).length > 0 || Object.values(read).some((value) => value == null))
      throw new AppError('invalid', {}, this.problems)
    return read
  }
}

/** The reason a verb asks for, one or several lines. Throws `invalid` on the field `reason`. */
export function readReason(reason: unknown, max = 1000, required: Required = true): string {
  const fields = new Fields({ reason })
  const text = fields.text('reason', { max, required, multiline: true })
  fields.done()
  return text
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

/** Runs a reader and keeps what it refuses, so that a form hears of every fault at once. */
export function collect<T>(problems: Problems, read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error
    Object.assign(problems, error.fields)
    return null
  }
}

// The one error type. Codes are in table/: HTTP status, words in both languages, what to do next.
import type { ErrorEntry } from './error-entry.ts'
import { errorTable, type ErrorCode } from './error-table.ts'

export type Lang = 'vi' | 'en'
export type FieldErrors = Record<string, string>

export class AppError extends Error {
  readonly code: ErrorCode
  readonly params: Record<string, string>
  /** Field name → message in the reader's language, for forms. */
  readonly fields: Record<string, { vi: string; en: string }>

  constructor(code: ErrorCode, params: Record<string, string> = {}, fields: Record<string, { vi: string; en: string }> = {}) {
    const where = Object.entries(fields).map(([name, text]) => ` · ${name}: ${text.vi}`)
    super(fill(errorTable[code].vi, params) + where.join(''))
    this.name = 'AppError'
    this.code = code
    this.params = params
    this.fields = fields
  }

  get status(): number {
    return errorTable[this.code].status
  }

  /** What happened and which rule, in the reader's language. */
  say(lang: Lang): string {
    return fill(errorTable[this.code][lang], this.params)
  }

  /** What the person can do now. */
  next(lang: Lang): string {
    const entry: ErrorEntry = errorTable[this.code]
    const next = entry.next
    return next ? fill(next[lang], this.params) : ''
  }

  fieldMessages(lang: Lang): FieldErrors {
    return Object.fromEntries(Object.entries(this.fields).map(([name, text]) => [name, text[lang]]))
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError
}

/** `notFound` is also the answer to who may not know that the thing exists: same text, same status. */
export function notFound(): AppError {
  return new AppError('notFound')
}

function fill(text: string, params: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole)
}

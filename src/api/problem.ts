// Refusals as application/problem+json (RFC 9457), one place for the whole API.
import type { Context } from 'hono'
import { AppError, isAppError } from '#/platform/errors/app-error.ts'
import type { z } from '@hono/zod-openapi'

type Lang = 'vi' | 'en'

/** The first of the caller's languages that is ours; Vietnamese otherwise. */
export function languageOf(accepted: string | undefined, own: Lang | undefined): Lang {
  const first = accepted?.split(',')[0]?.trim().slice(0, 2).toLowerCase()
  return first === 'en' || first === 'vi' ? first : (own ?? 'vi')
}

/** Shape of every refusal: type, title, status, detail (what to do next), code, errors by field. */
export function problemBody(error: AppError, lang: Lang, baseUrl: string) {
  const errors = error.fieldMessages(lang)
  return {
    type: `${baseUrl}/api/docs#${error.code}`,
    title: error.say(lang),
    status: error.status,
    detail: error.next(lang) || error.say(lang),
    code: error.code,
    ...(Object.keys(errors).length > 0 ? { errors } : {}),
  }
}

export function problem(c: Context, error: AppError, lang: Lang, baseUrl: string): Response {
  const headers = new Headers({
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Language': lang,
  })
  if (error.status === 401) headers.set('WWW-Authenticate', 'Bearer')
  if (error.params['seconds']) headers.set('Retry-After', error.params['seconds'])
  // CORS headers of the public endpoint were set before the refusal.
  const origin = c.res.headers.get('Access-Control-Allow-Origin')
  if (origin) headers.set('Access-Control-Allow-Origin', origin)
  return new Response(JSON.stringify(problemBody(error, lang, baseUrl)), { status: error.status, headers })
}

/** What a fault means to the caller; anything unforeseen is `internal`, and says nothing about the inside. */
export function asAppError(error: unknown): AppError {
  if (isAppError(error)) return error
  const code = (error as { code?: unknown } | null)?.code
  // A text the database cannot hold as the value it stands for: rubbish in an id, NUL in a text.
  if (code === '22P02' || code === '22021' || code === '22P05')
    return new AppError('badRequest', { reason: 'giá trị không đọc được / unreadable value' })
  // Lost a race that a unique index or the database decided.
  if (code === '23505' || code === '40001' || code === '40P01') return new AppError('versionConflict')
  return new AppError('api.internal')
}

/** Every problem of a shape at its field, in both languages. Unknown fields are named themselves. */
export function invalidShape(error: z.ZodError): AppError {
  const fields: Record<string, { vi: string; en: string }> = {}
  const say = (name: string, words: { vi: string; en: string }) => (fields[name || '_body'] ??= words)
  for (const issue of error.issues) {
    const name = issue.path.join('.')
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        say(name === '' ? key : `${name}.${key}`, {
          vi: 'Không nhận trường này; điểm và hạng sao do hệ thống tính.',
          en: 'This field is not taken; points and stars are computed here.',
        })
    } else if (issue.code === 'custom' && issue.params?.['words']) {
      say(name, issue.params['words'] as { vi: string; en: string })
    } else if (issue.code === 'invalid_type' && issue.input === undefined) {
      say(name, { vi: 'Thiếu trường này.', en: 'This field is missing.' })
    } else {
      say(name, { vi: 'Giá trị không đúng kiểu hoặc ngoài phạm vi.', en: 'The value has the wrong type or is out of range.' })
    }
  }
  return new AppError('invalid', {}, fields)
}

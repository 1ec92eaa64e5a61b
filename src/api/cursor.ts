// Cursors: opaque to the caller, good only for the list and the filters they came from.
// A list in order of (time, id) goes on after its last row's key: rows that came meanwhile shift nothing, and the thousandth page costs what the first
// does. A list in another order counts rows.
import { createHash } from 'node:crypto'
import { isPlainDate } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Key } from '#/platform/database/keyset.ts'
import type { Paging } from './endpoint.ts'

export const LIMIT = { fallback: 25, most: 100 }

function mark(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 8)
}

/** `list` names the list and its filters; `at` the key of the last row given, or how many rows were. */
export function cursorFor(list: string, at: number | Key): string {
  return Buffer.from(JSON.stringify([mark(list), at])).toString('base64url')
}

/** Reads `limit` and `cursor`. Throws `badRequest` for a cursor that is not this list's, `invalid` for a limit outside 1–100. */
export function pagingFrom(list: string, asked: { limit?: string | undefined; cursor?: string | undefined }): Paging {
  const limit = asked.limit === undefined ? LIMIT.fallback : Number(asked.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMIT.most)
    throw new AppError('invalid', {}, { limit: { vi: `Nhập số từ 1 đến ${LIMIT.most}.`, en: `A number from 1 to ${LIMIT.most}.` } })
  const at = asked.cursor === undefined ? 0 : placeIn(list, asked.cursor)
  return typeof at === 'number' ? { limit, offset: at, after: null } : { limit, offset: 0, after: at }
}

function placeIn(list: string, cursor: string): number | Key {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(read) && read.length === 2 && read[0] === mark(list)) {
      const at: unknown = read[1]
      if (typeof at === 'number' && Number.isSafeInteger(at) && at >= 0) return at
      if (isKey(at)) return at
    }
  } catch {
    // Falls through to the one refusal.
  }
  throw new AppError('badRequest', { reason: 'cursor' })
}

/** A forged key must not reach the database as text that is no time or no id. */
function isKey(at: unknown): at is Key {
  return (
    Array.isArray(at) &&
    at.length === 2 &&
    typeof at[0] === 'string' &&
    (isPlainDate(at[0]) || isInstant(at[0])) &&
    typeof at[1] === 'string' &&
    /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{1,15})$/.test(at[1])
  )
}

function isInstant(text: string): boolean {
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString() === text
}

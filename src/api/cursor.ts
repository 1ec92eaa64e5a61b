// Cursors: opaque to the caller, good only for the list and the filters they came from.
import { createHash } from 'node:crypto'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Paging } from './endpoint.ts'

export const LIMIT = { fallback: 25, most: 100 }

function mark(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 8)
}

/** `list` names the list and its filters. */
export function cursorFor(list: string, offset: number): string {
  return Buffer.from(JSON.stringify([mark(list), offset])).toString('base64url')
}

/** Reads `limit` and `cursor`. Throws `badRequest` for a cursor that is not this list's, `invalid` for a limit outside 1–100. */
export function pagingFrom(list: string, asked: { limit?: string | undefined; cursor?: string | undefined }): Paging {
  const limit = asked.limit === undefined ? LIMIT.fallback : Number(asked.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMIT.most)
    throw new AppError('invalid', {}, { limit: { vi: `Nhập số từ 1 đến ${LIMIT.most}.`, en: `A number from 1 to ${LIMIT.most}.` } })
  return { limit, offset: asked.cursor === undefined ? 0 : offsetIn(list, asked.cursor) }
}

function offsetIn(list: string, cursor: string): number {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(read) && read[0] === mark(list) && Number.isSafeInteger(read[1]) && read[1] >= 0) return read[1] as number
  } catch {
    // Falls through to the one refusal.
  }
  throw new AppError('badRequest', { reason: 'cursor' })
}

// Paging by key: a list newest first, ordered by (time, id), goes on after the last row given.
import { sql, type RawBuilder } from 'kysely'
import { AppError } from '../errors/app-error.ts'
import { isId } from './id.ts'

/** Time (ISO instant or plain day) and id of the last row given. */
export type Key = readonly [time: string, id: string]

/** Rows after `after` in the order `time desc, id desc`; all rows when null. `as` is the type of the time column. */
export function afterKey(
  after: Key | null | undefined,
  time: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  as: 'instant' | 'day',
): RawBuilder<boolean> {
  if (!after) return sql<boolean>`true`
  if (!isId(after[1])) throw new AppError('badRequest', { reason: 'cursor' })
  const at = as === 'day' ? sql`${after[0]}::date` : sql`${after[0]}::timestamptz`
  return sql<boolean>`(${time}, ${id}) < (${at}, ${after[1]}::uuid)`
}

/** Of `limit + 1` rows read: the page, and the key to go on from; null on the last page. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly [Date | string, string],
): { rows: Row[]; next: Key | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  if (rows.length <= limit || last === undefined) return { rows: page, next: null }
  const [time, id] = keyOf(last)
  return { rows: page, next: [time instanceof Date ? time.toISOString() : time, id] }
}

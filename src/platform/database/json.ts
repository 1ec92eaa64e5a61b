import { sql, type RawBuilder } from 'kysely'

/** A value for a jsonb column: both drivers take text with a cast, and arrays must not become SQL arrays. */
export function json<T>(value: T): RawBuilder<T & string> {
  return sql`${JSON.stringify(value)}::jsonb`
}

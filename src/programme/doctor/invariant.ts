// An invariant is a sentence about the data, and a query that must return no rows.

export type Words = { vi: string; en: string }

export type Invariant = {
  /** Stable name, kebab-case; shown by `ocop doctor`. */
  name: string
  /** `fault`: the data contradict the law or themselves. `warning`: worth a look; does not make the house unsound. */
  severity: 'fault' | 'warning'
  /** What must hold. */
  holds: Words
  /** What to do about a row. */
  remedy: Words
  /** Rows that break it. First column `id`: what to look for; the others explain. No trailing semicolon, no limit. */
  sql: string
}

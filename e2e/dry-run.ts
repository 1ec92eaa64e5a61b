// A database on which every verb really runs and nothing is kept: one state serves every cell of the permission matrix, in any order.
import { sql } from 'kysely'
import type { OpenDatabase } from '#/platform/database/open.ts'

class TakenBack extends Error {}

/**
 * The same database, its transactions rolled back after the verb has answered. What a verb refuses, it refuses as always. `kept` counts those that
 * had written something which would have been kept.
 */
export function takesBack(database: OpenDatabase): OpenDatabase & { kept: () => number } {
  let kept = 0
  const transaction = () => ({
    execute: async (work: (tx: unknown) => Promise<unknown>): Promise<unknown> => {
      let answer: unknown
      try {
        await database.db.transaction().execute(async (tx) => {
          answer = await work(tx)
          const { rows } = await sql<{ written: boolean }>`select pg_current_xact_id_if_assigned() is not null as written`.execute(tx)
          if (rows[0]?.written) kept += 1
          throw new TakenBack()
        })
      } catch (error) {
        if (!(error instanceof TakenBack)) throw error
      }
      return answer
    },
  })
  const db = new Proxy(database.db, {
    get: (target, name) => {
      if (name === 'transaction') return transaction
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { ...database, db, kept: () => kept }
}

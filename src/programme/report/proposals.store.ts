import type { Db, Tx } from '#/platform/database/open.ts'

/** Whom a report proposes for commendation, in the order they were written. */
export async function proposalsOf(db: Db | Tx, reportId: string) {
  return db.selectFrom('reportProposal').selectAll().where('reportId', '=', reportId).orderBy('ordinal').execute()
}

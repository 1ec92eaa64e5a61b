import type { Db, Tx } from '#/platform/database/open.ts'

/** Whom a report proposes for commendation, in the order they were written; `listed` on a list, `decision`: the number that commended them. */
export async function proposalsOf(db: Db | Tx, reportId: string) {
  const rows = await db
    .selectFrom('reportProposal as p')
    .leftJoin('commendation as c', (join) => join.onRef('c.proposalId', '=', 'p.id').on('c.state', '=', 'listed'))
    .leftJoin('commendationList as l', 'l.id', 'c.listId')
    .selectAll('p')
    .select(['c.id as commendationId', 'l.decisionNumber as decision'])
    .where('p.reportId', '=', reportId)
    .orderBy('p.ordinal')
    .execute()
  return rows.map(({ commendationId, ...row }) => ({ ...row, listed: commendationId !== null }))
}

// Results that are assessed again: which one a new result follows, and who scored it. Only SQL, so that the council may read it too.
import type { Db, Tx } from '#/platform/database/open.ts'

/** The first result a new one of this dossier and desk follows; null where nothing was taken up again. */
export async function followedResult(db: Db | Tx, dossierId: string, authority: string): Promise<string | null> {
  const open = await openReassessment(db, dossierId, authority)
  return open?.firstResultId ?? null
}

/** The re-assessment no new result has closed yet. */
export async function openReassessment(db: Db | Tx, dossierId: string, authority: string) {
  const row = await db
    .selectFrom('reassessment as a')
    .select(['a.id', 'a.firstResultId', 'a.scorers', 'a.objectionId', 'a.requestId', 'a.reason', 'a.begunAt'])
    .where('a.dossierId', '=', dossierId)
    .where('a.authority', '=', authority)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('result as r').select('r.id').whereRef('r.followsResultId', '=', 'a.firstResultId'))))
    .orderBy('a.begunAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export type FirstResult = { outcome: string; meanPrinted: string | null; star: number | null; closedAt: Date; reason: string }

/** What the valid results of these items follow, by item: the first result and why it was taken up again. */
export async function firstResultsOf(db: Db | Tx, itemIds: readonly string[]): Promise<Map<string, FirstResult>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('result as n')
    .innerJoin('result as f', 'f.id', 'n.followsResultId')
    .innerJoin('reassessment as a', 'a.firstResultId', 'f.id')
    .select(['n.itemId', 'f.outcome', 'f.meanPrinted', 'f.star', 'f.closedAt', 'a.reason'])
    .where('n.itemId', 'in', [...itemIds])
    .where('n.state', '=', 'valid')
    .execute()
  return new Map(rows.flatMap(({ itemId, ...first }) => (itemId === null ? [] : [[itemId, first]])))
}

/** Accounts with a sheet behind a result, voided ones included: they have judged it. */
export async function scorersOf(db: Db | Tx, resultId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('result as r')
    .innerJoin('scoreSheet as s', 's.itemId', 'r.itemId')
    .innerJoin('councilMember as m', 'm.id', 's.memberId')
    .select('m.accountId')
    .distinct()
    .where('r.id', '=', resultId)
    .execute()
  const closer = await db.selectFrom('result').select('closedBy').where('id', '=', resultId).executeTakeFirst()
  return [...new Set([...rows.map((row) => row.accountId), ...(closer ? [closer.closedBy] : [])])]
}

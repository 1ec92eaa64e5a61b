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

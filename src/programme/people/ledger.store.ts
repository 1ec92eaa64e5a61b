// The province's ledger as an administrator reads it.
import { addDays, startOfDay, type PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Db } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { sql } from 'kysely'

export const LEDGER_PER_PAGE = 100
/** An export holds at most this many rows; a longer one is cut by days. */
export const LEDGER_EXPORT_MOST = 20_000

export type LedgerFilter = {
  /** Words of the actor's name, without accents. */
  person: string
  /** Verb, or its beginning. */
  verb: string
  /** Id of what was done something to, or of a dossier. */
  subject: string
  /** First and last day in Vietnam, both counted; null for no bound. */
  from: PlainDate | null
  until: PlainDate | null
}

export type LedgerRow = {
  seq: number
  at: Date
  actorName: string
  verb: string
  subjectKind: string
  subjectId: string
  payload: unknown
  hash: string
}

/**
 * Newest first, before `before` (a seq) where given. Verbs about sheets carry no points in their payload (see council), so neither page nor
 * export can show a score before closing.
 */
export async function listLedger(
  db: Db,
  provinceCode: string,
  filter: LedgerFilter,
  page: { before: number | null; limit: number },
): Promise<LedgerRow[]> {
  let query = db
    .selectFrom('auditEntry')
    .select(['seq', 'at', 'actorName', 'verb', 'subjectKind', 'subjectId', 'payload', 'hash'])
    .where('provinceCode', '=', provinceCode)
  if (filter.person !== '') query = query.where(sql<string>`f_fold(actor_name)`, 'like', `%${escapeLike(fold(filter.person))}%`)
  if (filter.verb !== '') query = query.where('verb', 'like', `${escapeLike(filter.verb)}%`)
  if (filter.subject !== '')
    query = query.where((where) =>
      where.or([where('subjectId', '=', filter.subject), where(sql<string>`dossier_id::text`, '=', filter.subject)]),
    )
  if (filter.from !== null) query = query.where('at', '>=', startOfDay(filter.from))
  if (filter.until !== null) query = query.where('at', '<', startOfDay(addDays(filter.until, 1)))
  if (page.before !== null) query = query.where('seq', '<', page.before)
  return await query.orderBy('seq', 'desc').limit(page.limit).execute()
}

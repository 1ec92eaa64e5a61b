import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { found } from '../refuse.ts'
import type { Draft } from './revision.edit.ts'

export type RevisionState = 'draft' | 'proposed' | 'published' | 'discarded'

const listed = [
  'id',
  'baseId',
  'baseHash',
  'state',
  'decisionNumber',
  'decidedOn',
  'effectiveFrom',
  'reason',
  'createdByName',
  'createdAt',
  'updatedAt',
  'proposedBy',
  'proposedByName',
  'proposedAt',
  'confirmedByName',
  'confirmedAt',
  'sentBack',
  'publishedId',
  'publishedHash',
  'version',
] as const

/** Every version written here, the newest first, without its content. */
export async function listRevisions(db: Db | Tx) {
  const rows = await db.selectFrom('regulationRevision').select(listed).orderBy('createdAt', 'desc').execute()
  return rows.map((row) => ({ ...row, state: row.state as RevisionState }))
}

export type RevisionRow = Awaited<ReturnType<typeof listRevisions>>[number] & { draft: Draft }

/** One version with its content. `notFound` for an id that is none. */
export async function revisionOf(db: Db | Tx, id: string | undefined): Promise<RevisionRow> {
  const query = db.selectFrom('regulationRevision').select([...listed, 'regulation', 'forms'])
  const { regulation, forms, ...row } = found(isId(id) ? await query.where('id', '=', id).executeTakeFirst() : null)
  return { ...row, state: row.state as RevisionState, draft: { regulation, forms } as unknown as Draft }
}

export type RoundCorrection = {
  fromHash: string
  toHash: string
  number: string
  datedOn: string
  reason: string
  dossiers: number
  adoptedByName: string
  adoptedAt: Date
}

/** Corrections a round has taken, the newest first. */
export async function correctionsOf(db: Db | Tx, roundId: string): Promise<RoundCorrection[]> {
  return db
    .selectFrom('roundCorrection')
    .select(['fromHash', 'toHash', 'number', 'datedOn', 'reason', 'dossiers', 'adoptedByName', 'adoptedAt'])
    .where('roundId', '=', roundId)
    .orderBy('adoptedAt', 'desc')
    .execute()
}

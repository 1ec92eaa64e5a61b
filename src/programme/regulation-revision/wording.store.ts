import type { Db, Tx } from '#/platform/database/open.ts'
import type { Wording } from '#/regulation/wording.schema.ts'

export type WordingRevision = {
  id: string
  ordinal: number
  /** Null: back to the program's own words. */
  hash: string | null
  wording: Wording | null
  source: string
  fileName: string
  fileSha256: string
  changed: number
  reason: string
  loadedByName: string
  loadedAt: Date
}

/** Every wording revision of a regulation, the one in use first. */
export async function wordingRevisions(db: Db | Tx, regulationId: string): Promise<WordingRevision[]> {
  const rows = await db
    .selectFrom('wordingRevision')
    .select(['id', 'ordinal', 'hash', 'wording', 'source', 'fileName', 'fileSha256', 'changed', 'reason', 'loadedByName', 'loadedAt'])
    .where('regulationId', '=', regulationId)
    .orderBy('ordinal', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, wording: row.wording as Wording | null }))
}

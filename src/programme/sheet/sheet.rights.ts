// Who sees a file that was brought in: whoever may bring in that kind at its desk; who answers for a part of the desk only, the own files.
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { sheetKind } from './kinds.ts'
import type { SheetKind } from './sheet.ts'
import type { SheetBatch } from './sheet.store.ts'

/** The batch with its kind; "not found" for everyone else. */
export async function batchFor(db: Db | Tx, actor: Actor, asked: SheetBatch | null): Promise<{ batch: SheetBatch; kind: SheetKind }> {
  const batch = found(asked)
  const kind = sheetKind(batch.kind)
  mustSee((await kind.rights(db, actor, batch.subjectId)) === batch.authority)
  mustSee(batch.createdBy === actor.accountId || !kind.ownOnly?.(actor))
  return { batch, kind }
}

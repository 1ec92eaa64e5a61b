import type { Db, Tx } from '#/platform/database/open.ts'
import { newId } from '#/platform/database/id.ts'
import type { AttachmentLine, AttachmentOwner, AttachmentSubject } from './attachment.ts'

/** Files of these records, oldest first; those taken away are left out. Whoever shows them has asked the rights on the record. */
export async function attachmentsOf(db: Db | Tx, kind: AttachmentSubject, subjectIds: readonly string[]): Promise<AttachmentLine[]> {
  if (subjectIds.length === 0) return []
  const rows = await db
    .selectFrom('attachment')
    .select(['id', 'subjectId', 'fileName', 'mediaType', 'size', 'caption', 'addedAt'])
    .where('subjectKind', '=', kind)
    .where('subjectId', 'in', [...subjectIds])
    .where('removedAt', 'is', null)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, size: Number(row.size) }))
}

export type NewAttachment = Pick<AttachmentLine, 'fileName' | 'mediaType' | 'size' | 'caption'> & { sha256: string }

/** The id of the row; of the one already there where the record holds the same bytes. `added` tells which. */
export async function insertAttachment(
  tx: Tx,
  owner: AttachmentOwner & { provinceCode: string },
  file: NewAttachment,
  by: { accountId: string; now: Date },
): Promise<{ id: string; added: boolean }> {
  const id = newId()
  const made = await tx
    .insertInto('attachment')
    .values({
      id,
      subjectKind: owner.kind,
      subjectId: owner.id,
      provinceCode: owner.provinceCode,
      authority: owner.authority,
      ...file,
      addedBy: by.accountId,
      addedAt: by.now,
    })
    .onConflict((conflict) => conflict.columns(['subjectKind', 'subjectId', 'sha256']).where('removedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return { id, added: true }
  const known = await tx
    .selectFrom('attachment')
    .select('id')
    .where('subjectKind', '=', owner.kind)
    .where('subjectId', '=', owner.id)
    .where('sha256', '=', file.sha256)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return { id: known.id, added: false }
}

/** Marks the row; null where the record holds no such file, or not any more. */
export async function markRemoved(
  tx: Tx,
  owner: AttachmentOwner,
  id: string,
  by: { accountId: string; now: Date },
): Promise<{ fileName: string } | null> {
  const row = await tx
    .updateTable('attachment')
    .set({ removedAt: by.now, removedBy: by.accountId })
    .where('id', '=', id)
    .where('subjectKind', '=', owner.kind)
    .where('subjectId', '=', owner.id)
    .where('removedAt', 'is', null)
    .returning('fileName')
    .executeTakeFirst()
  return row ?? null
}

/** One file with the record that owns it; null when it is gone. */
export async function attachmentById(db: Db, id: string) {
  const row = await db
    .selectFrom('attachment')
    .select(['subjectKind', 'subjectId', 'sha256', 'mediaType', 'fileName'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

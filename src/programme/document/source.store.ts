// What papers were set from, kept beside their bytes for the Word copy. Written once with the paper, never changed.
import type { PaperData } from '#/platform/documents/typst.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { FileStore } from '#/platform/files/file-store.ts'
import type { PaperSource } from '../paperwork/paper.ts'

/** A picture by the name its template gives it; bytes lie in the file store. */
export type KeptPicture = { name: string; sha256: string }

export async function keepSource(tx: Tx, documentId: string, source: PaperSource, pictures: readonly KeptPicture[]): Promise<void> {
  await tx
    .insertInto('documentSource')
    .values({
      documentId,
      template: source.template,
      data: JSON.stringify(source.data),
      pictures: JSON.stringify(pictures),
      createdAt: source.createdAt,
    })
    .execute()
}

/** Null for papers issued before sources were kept, and for kinds nobody edits. */
export async function sourceOf(db: Db | Tx, files: FileStore, documentId: string): Promise<PaperSource | null> {
  const row = await db.selectFrom('documentSource').selectAll().where('documentId', '=', documentId).executeTakeFirst()
  if (!row) return null
  const kept = row.pictures as KeptPicture[]
  return {
    template: row.template,
    data: row.data as PaperData,
    createdAt: row.createdAt.toISOString(),
    pictures: await Promise.all(kept.map(async ({ name, sha256 }) => ({ name, bytes: await files.read(sha256) }))),
  }
}

/** Those of the papers that can be had as Word. */
export async function editableDocuments(db: Db | Tx, documentIds: readonly string[]): Promise<Set<string>> {
  if (documentIds.length === 0) return new Set()
  const rows = await db.selectFrom('documentSource').select('documentId').where('documentId', 'in', documentIds).execute()
  return new Set(rows.map((row) => row.documentId))
}

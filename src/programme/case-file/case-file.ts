// Files of the records around a session: photos of a visit, a laboratory's result, what an objection or the ministry brings.
import { newId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Ctx } from '../context.ts'
import { storeFile } from '../document/document.ts'
import type { IncomingFile, IncomingPhoto } from '../document/incoming.ts'

export type CaseSubject = 'fieldVisit' | 'labTest' | 'objection' | 'ministryRequest' | 'ministryAnswer'
export type CaseFileLine = { id: string; subjectId: string; fileName: string; mediaType: string; sha256: string; addedAt: Date }

/** Keeps the bytes as they came (a photo is redrawn before, without place and camera) under the record that owns them. Returns the ids. */
export async function addCaseFiles(
  ctx: Ctx,
  subject: { kind: CaseSubject; id: string; dossierId: string },
  files: readonly (IncomingFile | IncomingPhoto)[],
): Promise<string[]> {
  const ids: string[] = []
  for (const [index, file] of files.entries()) {
    const id = newId()
    await ctx.tx
      .insertInto('caseFile')
      .values({
        id,
        subjectKind: subject.kind,
        subjectId: subject.id,
        dossierId: subject.dossierId,
        sha256: await storeFile(ctx, file.bytes, file.mediaType),
        mediaType: file.mediaType,
        fileName: 'fileName' in file ? file.fileName : `anh-${index + 1}.webp`,
        pageCount: 'pageCount' in file ? file.pageCount : null,
        addedBy: ctx.actor.accountId,
        addedAt: ctx.now,
      })
      .execute()
    ids.push(id)
  }
  return ids
}

/** Files of these records, oldest first. Whoever shows them has asked the rights on the record. */
export async function caseFilesOf(db: Db | Tx, kind: CaseSubject, subjectIds: readonly string[]): Promise<CaseFileLine[]> {
  if (subjectIds.length === 0) return []
  return db
    .selectFrom('caseFile')
    .select(['id', 'subjectId', 'fileName', 'mediaType', 'sha256', 'addedAt'])
    .where('subjectKind', '=', kind)
    .where('subjectId', 'in', [...subjectIds])
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

// What a producer does with its papers. A file is never changed: replacing adds a row and marks the old one, which filed dossiers still hold.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { audit, type Ctx } from '../context.ts'
import { storeFile } from '../document/document.ts'
import { mustBeVersion } from '../fields.ts'
import { found, mustSee } from '../refuse.ts'
import { ownsProducer } from '../people/actor.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { readPaper, type PaperInput } from './paper.ts'

/** The paper, locked, when it is the actor's own; "not found" for everyone else's. */
async function ownPaperForUpdate(ctx: Ctx, paperId: string) {
  const paper = found(
    isId(paperId)
      ? await ctx.tx.selectFrom('paper').selectAll().where('id', '=', paperId).where('removedAt', 'is', null).forUpdate().executeTakeFirst()
      : null,
  )
  mustSee(ownsProducer(ctx.actor, paper.producerId))
  return paper
}

/** Adds a paper to a producer's library, with the files that came along. Returns its id. Throws `invalid` by field. */
export async function addPaper(ctx: Ctx, producerId: string, input: PaperInput, files: readonly IncomingFile[] = []): Promise<string> {
  mustSee(isId(producerId) && ownsProducer(ctx.actor, producerId))
  const producer = found(await ctx.tx.selectFrom('producer').select('provinceCode').where('id', '=', producerId).executeTakeFirst())
  const record = readPaper(input, plainDateOf(ctx.now))
  const id = newId()
  await ctx.tx
    .insertInto('paper')
    .values({ id, provinceCode: producer.provinceCode, producerId, ...record, createdAt: ctx.now, updatedAt: ctx.now })
    .execute()
  for (const [index, file] of files.entries()) await insertFile(ctx, id, file, index + 1)
  await audit(ctx, {
    verb: 'paper.added',
    subjectKind: 'paper',
    subjectId: id,
    authority: producer.provinceCode,
    payload: { kind: record.kind, files: files.length },
  })
  return id
}

/** Mends the record. Returns the new version. */
export async function editPaper(ctx: Ctx, paperId: string, input: PaperInput, version: number): Promise<number> {
  const paper = await ownPaperForUpdate(ctx, paperId)
  const record = readPaper(input, plainDateOf(ctx.now))
  mustBeVersion(paper.version, version)
  await ctx.tx
    .updateTable('paper')
    .set({ ...record, version: version + 1, updatedAt: ctx.now })
    .where('id', '=', paperId)
    .execute()
  const changed = (Object.keys(record) as (keyof typeof record)[]).filter((field) => record[field] !== paper[field])
  await audit(ctx, {
    verb: 'paper.edited',
    subjectKind: 'paper',
    subjectId: paperId,
    authority: paper.provinceCode,
    payload: { changed },
  })
  return version + 1
}

/** Adds a file behind the others. The same bytes a second time are the same file: nothing is added. */
export async function addPaperFile(ctx: Ctx, paperId: string, file: IncomingFile): Promise<string> {
  const paper = await ownPaperForUpdate(ctx, paperId)
  const live = await liveFiles(ctx, paperId)
  const id = await insertFile(ctx, paperId, file, Math.max(0, ...live.map((one) => one.ordinal)) + 1)
  await audit(ctx, {
    verb: 'paper.fileAdded',
    subjectKind: 'paper',
    subjectId: paperId,
    authority: paper.provinceCode,
    payload: { fileId: id },
  })
  return id
}

/** Puts a new file in the place of an old one. The old row stays for what was filed with it. */
export async function replacePaperFile(ctx: Ctx, paperId: string, fileId: string, file: IncomingFile): Promise<string> {
  const paper = await ownPaperForUpdate(ctx, paperId)
  const old = found((await liveFiles(ctx, paperId)).find((one) => one.id === fileId))
  await markRemoved(ctx, fileId)
  const id = await insertFile(ctx, paperId, file, old.ordinal)
  await audit(ctx, {
    verb: 'paper.fileReplaced',
    subjectKind: 'paper',
    subjectId: paperId,
    authority: paper.provinceCode,
    payload: { fileId: id, replaced: fileId },
  })
  return id
}

/** Takes a file out of the library; a second press finds it gone and changes nothing. */
export async function removePaperFile(ctx: Ctx, paperId: string, fileId: string): Promise<void> {
  const paper = await ownPaperForUpdate(ctx, paperId)
  const known = found(
    isId(fileId)
      ? await ctx.tx
          .selectFrom('paperFile')
          .select(['id', 'removedAt'])
          .where('id', '=', fileId)
          .where('paperId', '=', paperId)
          .executeTakeFirst()
      : null,
  )
  if (known.removedAt !== null) return
  await markRemoved(ctx, fileId)
  await audit(ctx, {
    verb: 'paper.fileRemoved',
    subjectKind: 'paper',
    subjectId: paperId,
    authority: paper.provinceCode,
    payload: { fileId },
  })
}

/** Takes a paper out of the library and out of drafts. Filed dossiers keep it as it was filed. */
export async function removePaper(ctx: Ctx, paperId: string): Promise<void> {
  const paper = await ownPaperForUpdate(ctx, paperId)
  await ctx.tx.updateTable('paper').set({ removedAt: ctx.now, updatedAt: ctx.now }).where('id', '=', paperId).execute()
  await ctx.tx
    .updateTable('dossierEvidence')
    .set({ removedAt: ctx.now })
    .where('paperId', '=', paperId)
    .where('removedAt', 'is', null)
    .where(
      'dossierId',
      'in',
      ctx.tx.selectFrom('dossier').select('id').where('producerId', '=', paper.producerId).where('state', '=', 'draft'),
    )
    .execute()
  await audit(ctx, {
    verb: 'paper.removed',
    subjectKind: 'paper',
    subjectId: paperId,
    authority: paper.provinceCode,
    payload: { kind: paper.kind },
  })
}

async function liveFiles(ctx: Ctx, paperId: string) {
  return ctx.tx
    .selectFrom('paperFile')
    .select(['id', 'ordinal', 'sha256'])
    .where('paperId', '=', paperId)
    .where('removedAt', 'is', null)
    .execute()
}

async function markRemoved(ctx: Ctx, fileId: string): Promise<void> {
  await ctx.tx.updateTable('paperFile').set({ removedAt: ctx.now }).where('id', '=', fileId).where('removedAt', 'is', null).execute()
}

async function insertFile(ctx: Ctx, paperId: string, file: IncomingFile, ordinal: number): Promise<string> {
  const sha256 = await storeFile(ctx, file.bytes, file.mediaType)
  const same = (await liveFiles(ctx, paperId)).find((one) => one.sha256 === sha256)
  if (same) return same.id
  const id = newId()
  await ctx.tx
    .insertInto('paperFile')
    .values({
      id,
      paperId,
      sha256,
      fileName: file.fileName,
      mediaType: file.mediaType,
      size: file.bytes.byteLength,
      pageCount: file.pageCount,
      ordinal,
      uploadedBy: ctx.actor.accountId,
      uploadedAt: ctx.now,
    })
    .execute()
  return id
}

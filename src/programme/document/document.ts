// Papers as stored bytes: issued once, never regenerated; a correction is a new paper that names the old one.
import { newId } from '#/platform/database/id.ts'
import type { Ctx } from '../context.ts'
import { audit } from '../context.ts'
import type { PaperSource } from '../paperwork/paper.ts'
import { useNumber } from './numbers.ts'
import { keepSource, type KeptPicture } from './source.store.ts'

/** Pictures on papers were checked and drawn small before; the reader finds out which of JPEG, PNG and WebP it is. */
const PICTURE_TYPE = 'image/*'

export type NewDocument = {
  authority: string
  bodyId?: string | null
  /** Kind of paper in code: 'registrationSlip', 'minutes', 'recognitionDecision', 'certificate' … */
  kind: string
  subjectKind: string
  subjectId: string
  dossierId?: string | null
  title: string
  state?: 'draft' | 'issued'
  numberEntryId?: string | null
  number?: string | null
  issuedOn?: string | null
  signer?: string | null
  correctsId?: string | null
  /** `source`: what the bytes were set from; kept so that the paper can also be had as editable Word. */
  file: { name: string; mediaType: string; bytes: Uint8Array; source?: PaperSource }
}

/** Stores the bytes and what they were set from, writes the paper's row, marks its number as used, and logs it. */
export async function storeDocument(ctx: Ctx, paper: NewDocument): Promise<string> {
  const id = newId()
  const sha256 = await storeFile(ctx, paper.file.bytes, paper.file.mediaType)
  await ctx.tx
    .insertInto('document')
    .values({
      id,
      authority: paper.authority,
      bodyId: paper.bodyId ?? null,
      kind: paper.kind,
      subjectKind: paper.subjectKind,
      subjectId: paper.subjectId,
      dossierId: paper.dossierId ?? null,
      title: paper.title,
      state: paper.state ?? 'issued',
      numberEntryId: paper.numberEntryId ?? null,
      number: paper.number ?? null,
      issuedOn: paper.issuedOn ?? null,
      signer: paper.signer ?? null,
      correctsId: paper.correctsId ?? null,
      sha256,
      mediaType: paper.file.mediaType,
      fileName: paper.file.name,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  if (paper.file.source) await storeSource(ctx, id, paper.file.source)
  if (paper.numberEntryId) await useNumber(ctx, paper.numberEntryId, id)
  await audit(ctx, {
    verb: 'document.stored',
    subjectKind: 'document',
    subjectId: id,
    authority: paper.authority,
    dossierId: paper.dossierId ?? null,
    payload: { kind: paper.kind, title: paper.title, number: paper.number ?? null, sha256 },
  })
  return id
}

async function storeSource(ctx: Ctx, documentId: string, source: PaperSource): Promise<void> {
  const pictures: KeptPicture[] = []
  for (const { name, bytes } of source.pictures) pictures.push({ name, sha256: await storeFile(ctx, bytes, PICTURE_TYPE) })
  await keepSource(ctx.tx, documentId, source, pictures)
}

/** Puts bytes into the content-addressed store and records them. Returns the SHA-256. */
export async function storeFile(ctx: Ctx, bytes: Uint8Array, mediaType: string): Promise<string> {
  const { sha256, size } = await ctx.files.put(bytes)
  await ctx.tx
    .insertInto('storedFile')
    .values({ sha256, size, mediaType, createdAt: ctx.now })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  return sha256
}

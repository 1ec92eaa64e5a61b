// The signed scan of an issued paper: the clerk's narrow right, until a day, and nothing of the paper changes.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { inspectUpload, PHOTO_TYPES } from '#/platform/uploads/inspect.ts'
import { audit, type Ctx } from '../context.ts'
import { storeFile } from '../document/document.ts'
import { Fields } from '../fields.ts'
import { found, must, mustSee } from '../refuse.ts'
import { settingOf } from '../setting.ts'
import { signedCopyRights } from './certificate.policy.ts'
import { signedCopyDays } from './certificate.settings.ts'

export type SignedCopy = { bytes: Uint8Array; name: string; differs: boolean; note: string }

/** Attaches one scan. A further scan is a further row; a scan that differs from the record says so and why. Returns the copy's id. */
export async function attachSignedCopy(ctx: Ctx, documentId: string, copy: SignedCopy): Promise<string> {
  const paper = found(
    isId(documentId)
      ? await ctx.tx
          .selectFrom('document')
          .select(['id', 'authority', 'state', 'issuedOn', 'dossierId', 'kind'])
          .where('id', '=', documentId)
          .where('authority', '=', ctx.actor.authority)
          .executeTakeFirst()
      : null,
  )
  const days = await settingOf(ctx.tx, paper.authority, signedCopyDays)
  const rights = signedCopyRights(ctx.actor, paper, days, plainDateOf(ctx.now))
  mustSee(rights.see)
  if (!rights.attach && rights.until !== null && paper.state !== 'cancelled')
    throw new AppError('signedCopy.late', { until: formatDate(rights.until) })
  must(rights.attach)

  const fields = new Fields<'note' | 'file'>({ note: copy.note })
  const differs = { vi: 'Ghi rõ bản ký khác bản trong phần mềm ở điểm nào.', en: 'Say how the signed paper differs from the record.' }
  const note = fields.text('note', { max: 500, required: copy.differs && differs })
  const inspected = await inspectUpload(copy.bytes, copy.name, { allowed: ['application/pdf', ...PHOTO_TYPES] })
  if (!inspected.ok) fields.say('file', inspected.refusal.message)
  const { upload } = fields.done({ upload: inspected.ok ? inspected : null })

  const sha256 = await storeFile(ctx, copy.bytes, upload.mediaType)
  const same = await ctx.tx
    .selectFrom('documentSignedCopy')
    .select('id')
    .where('documentId', '=', paper.id)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (same) return same.id
  const id = newId()
  await ctx.tx
    .insertInto('documentSignedCopy')
    .values({
      id,
      documentId: paper.id,
      sha256,
      mediaType: upload.mediaType,
      fileName: upload.displayName,
      differs: copy.differs,
      note: note || null,
      attachedBy: ctx.actor.accountId,
      attachedAt: ctx.now,
    })
    .execute()
  await audit(ctx, {
    verb: 'signedCopy.attached',
    subjectKind: 'document',
    subjectId: paper.id,
    authority: paper.authority,
    dossierId: paper.dossierId,
    payload: { kind: paper.kind, sha256, differs: copy.differs, note },
  })
  return id
}

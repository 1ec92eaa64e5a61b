// Files under a record. The verb of the record authorises and locks; these two keep the bytes, the row and the ledger.
import { isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { storeFile } from '../document/document.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { Fields } from '../fields.ts'
import { provinceOf } from '../people/authority.ts'
import { found } from '../refuse.ts'
import { MOST_AT_ONCE, type AttachmentOwner, type AttachmentRule } from './attachment.ts'
import { insertAttachment, markRemoved } from './attachment.store.ts'

/**
 * Keeps the bytes as they came (judged before, see document/incoming.ts) under their record. The same file again is the same row. Returns the
 * ids in the order given. Throws `invalid` on the field of the files or on `caption`.
 */
export async function addAttachments(
  ctx: Ctx,
  owner: AttachmentOwner,
  files: readonly IncomingFile[],
  rule: AttachmentRule = {},
): Promise<string[]> {
  const { field = 'files', least = 1 } = rule
  if (files.length < least || files.length > MOST_AT_ONCE)
    throw new AppError(
      'invalid',
      {},
      { [field]: { vi: `Đính từ ${least} đến ${MOST_AT_ONCE} tệp mỗi lần.`, en: `Attach ${least} to ${MOST_AT_ONCE} files at a time.` } },
    )
  const fields = new Fields({ caption: rule.caption })
  const caption = fields.optional('caption', { max: 200 })
  fields.done()
  const kept = []
  for (const { bytes, mediaType, fileName } of files) {
    const sha256 = await storeFile(ctx, bytes, mediaType)
    const file = { sha256, mediaType, fileName, size: bytes.byteLength, caption }
    const by = { accountId: ctx.actor.accountId, now: ctx.now }
    const row = await insertAttachment(ctx.tx, { ...owner, provinceCode: provinceOf(owner.authority) }, file, by)
    kept.push({ ...row, fileName, sha256 })
  }
  const added = kept.filter((one) => one.added)
  if (added.length > 0)
    await audit(ctx, {
      verb: 'attachment.added',
      subjectKind: owner.kind,
      subjectId: owner.id,
      authority: owner.authority,
      payload: { files: added.map(({ id, fileName, sha256 }) => ({ id, fileName, sha256 })), caption },
    })
  return kept.map(({ id }) => id)
}

/** Takes a file out of sight; row and bytes stay. A file of another record, or one taken away before, is not found. */
export async function removeAttachment(ctx: Ctx, owner: AttachmentOwner, id: unknown): Promise<void> {
  const by = { accountId: ctx.actor.accountId, now: ctx.now }
  const { fileName } = found(isId(id) ? await markRemoved(ctx.tx, owner, id, by) : null)
  await audit(ctx, {
    verb: 'attachment.removed',
    subjectKind: owner.kind,
    subjectId: owner.id,
    authority: owner.authority,
    payload: { id, fileName },
  })
}

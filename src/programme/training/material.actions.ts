// The library of curricula and materials of a desk (S0:81, S1:100, S3:45). Taken out of use, never deleted.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { addAttachments } from '../attachment/attachment.actions.ts'
import { audit, type Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { serves } from '../people/actor.ts'
import { found, must, mustSee } from '../refuse.ts'
import { courseToKeep } from './course.load.ts'
import { readMaterial, type MaterialInput } from './training.ts'

/** A link, files, or both; of one course where `courseId` names it. */
export async function addMaterial(ctx: Ctx, input: MaterialInput, files: readonly IncomingFile[]): Promise<string> {
  const { authority } = ctx.actor
  mustSee(serves(ctx.actor, authority, 'office', 'leader', 'advisor'))
  must(serves(ctx.actor, authority, 'office'))
  const { link, ...material } = readMaterial(input)
  const courseId = input.courseId ? (await courseToKeep(ctx, input.courseId)).id : null
  if (link === null && files.length === 0)
    throw new AppError(
      'invalid',
      {},
      { link: { vi: 'Đính tệp, hoặc ghi địa chỉ của tài liệu.', en: 'Attach a file, or write its address.' } },
    )
  const id = newId()
  await ctx.tx
    .insertInto('trainingMaterial')
    .values({ id, authority, ...material, link, courseId, createdBy: ctx.actor.accountId, createdAt: ctx.now })
    .execute()
  await audit(ctx, {
    verb: 'training.materialAdded',
    subjectKind: 'trainingMaterial',
    subjectId: id,
    authority,
    payload: { ...material, link },
  })
  await addAttachments(ctx, { kind: 'trainingMaterial', id, authority }, files, { least: 0 })
  return id
}

/** Out of use from today; pressed again it stays so. */
export async function endMaterial(ctx: Ctx, materialId: unknown): Promise<void> {
  const row = found(
    isId(materialId)
      ? await ctx.tx.selectFrom('trainingMaterial').selectAll().where('id', '=', materialId).forUpdate().executeTakeFirst()
      : null,
  )
  mustSee(serves(ctx.actor, row.authority, 'office', 'leader', 'advisor'))
  must(serves(ctx.actor, row.authority, 'office'))
  if (row.endedOn !== null) return
  await ctx.tx
    .updateTable('trainingMaterial')
    .set({ endedOn: plainDateOf(ctx.now), version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  await audit(ctx, {
    verb: 'training.materialEnded',
    subjectKind: 'trainingMaterial',
    subjectId: row.id,
    authority: row.authority,
    payload: { title: row.title },
  })
}

// What the ministry asks of a province (26/2026 Đ10.1.b): assess a product again, or recall an unlawful decision. Recorded and answered by the office.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { addCaseFiles } from '../case-file/case-file.ts'
import { audit, type Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { dossierForUpdate } from '../dossier/dossier.move.ts'
import { stateWords } from '../dossier/dossier.workflow.ts'
import { isRecused } from '../dossier/recused.store.ts'
import { Fields, readReason } from '../fields.ts'
import { dossierAtDesk } from '../level/level.load.ts'
import { serves } from '../people/actor.ts'
import { found, must, mustSee } from '../refuse.ts'
import { answerable, requestKinds } from './ministry-request.ts'
import { beginReassessment } from './reassess.ts'

/** Records the ministry's letter with its files. The product must have been decided. The same letter on the same product is recorded once. */
export async function recordMinistryRequest(
  ctx: Ctx,
  dossierId: string,
  input: Readonly<Record<string, unknown>>,
  files: readonly IncomingFile[],
): Promise<string> {
  const dossier = await dossierAtDesk(ctx, dossierId)
  if (!answerable.includes(dossier.state)) throw new AppError('stateConflict', { state: stateWords[dossier.state].vi })
  const fields = new Fields<'kind' | 'number' | 'datedOn' | 'content' | 'files'>(input)
  const kind = fields.oneOf('kind', requestKinds, { required: true })
  const number = fields.text('number', { max: 60, required: { vi: 'Ghi số văn bản của Bộ.', en: 'Enter the number of the letter.' } })
  const datedOn = fields.date('datedOn', { required: true, notAfter: plainDateOf(ctx.now) })
  const content = fields.text('content', { max: 5000, required: true, multiline: true })
  if (files.length === 0 || files.length > 10)
    fields.say('files', { vi: 'Đính văn bản của Bộ (1 đến 10 tệp).', en: 'Attach the letter (1 to 10 files).' })
  if (kind === 'recall' && dossier.state !== 'recognised')
    fields.say('kind', { vi: 'Sản phẩm này không có quyết định công nhận để thu hồi.', en: 'There is no recognition to recall.' })
  const read = fields.done({ kind, datedOn })
  const id = newId()
  const made = await ctx.tx
    .insertInto('ministryRequest')
    .values({
      id,
      authority: dossier.authority,
      dossierId,
      number,
      content,
      state: 'open',
      ...read,
      recordedBy: ctx.actor.accountId,
      recordedAt: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['authority', 'dossierId', 'number', 'datedOn']).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) throw new AppError('stateConflict', { state: 'văn bản này đã được ghi nhận' })
  await addCaseFiles(ctx, { kind: 'ministryRequest', id, dossierId }, files)
  await log(ctx, { id, authority: dossier.authority, dossierId }, 'ministryRequest.recorded', { ...read, number })
  return id
}

/** Answers by assessing again; the first result stays on record and the new one names it. */
export async function answerByReassessment(ctx: Ctx, id: string, input: { reason: unknown }): Promise<void> {
  const request = await requestForUpdate(ctx, id)
  must(serves(ctx.actor, request.authority, 'office'))
  if (request.state !== 'open' || request.kind !== 'reassess')
    throw new AppError('stateConflict', { state: 'yêu cầu đã thực hiện hoặc thuộc loại khác' })
  const reason = readReason(input.reason)
  const dossier = await dossierForUpdate(ctx.tx, request.dossierId)
  await beginReassessment(ctx, dossier, { requestId: id }, reason)
  await closeRequest(ctx, request, reason)
}

/** Marks a request as done, with how. */
export async function closeRequest(ctx: Ctx, request: { id: string; authority: string; dossierId: string }, answer: string): Promise<void> {
  await ctx.tx
    .updateTable('ministryRequest')
    .set((expression) => ({
      state: 'answered',
      answer,
      answeredBy: ctx.actor.accountId,
      answeredAt: ctx.now,
      version: expression('version', '+', 1),
    }))
    .where('id', '=', request.id)
    .execute()
  await log(ctx, request, 'ministryRequest.answered', { answer })
}

async function requestForUpdate(ctx: Ctx, id: string) {
  const row = found(
    isId(id) ? await ctx.tx.selectFrom('ministryRequest').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() : null,
  )
  mustSee(serves(ctx.actor, row.authority, 'office', 'leader', 'clerk') && !(await isRecused(ctx.tx, ctx.actor.accountId, row.dossierId)))
  return row
}

async function log(ctx: Ctx, row: { id: string; authority: string; dossierId: string }, verb: string, payload: Record<string, unknown>) {
  await audit(ctx, { verb, subjectKind: 'ministryRequest', subjectId: row.id, authority: row.authority, dossierId: row.dossierId, payload })
}

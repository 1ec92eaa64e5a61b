// Laboratory tests: asked for by letter, received with the laboratory's paper, or called off. Always by the desk's office.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { criteriaOf } from '#/regulation/form.ts'
import { formOf } from '#/regulation/load.ts'
import { addCaseFiles } from '../case-file/case-file.ts'
import { audit, type Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { stateWords, type DossierState } from '../dossier/dossier.workflow.ts'
import { isRecused } from '../dossier/recused.store.ts'
import { mustBeVersion, readReason } from '../fields.ts'
import { dossierAtDesk } from '../level/level.load.ts'
import { serves } from '../people/actor.ts'
import { found, must, mustSee } from '../refuse.ts'
import { labTransitions, labWords, readLabRequest, readLabResult, type LabState } from './lab-test.ts'
import { storeLabRequest } from './lab-test.paper.ts'

/** States in which a test may still be asked for: before the result is closed. */
const testable: readonly DossierState[] = ['proposed', 'provinceSupplement', 'accepted', 'onAgenda']

/** Asks a laboratory by letter; the same question waits for its answer once. Returns the id of the request and its paper. */
export async function askLabTest(
  ctx: Ctx,
  dossierId: string,
  input: Readonly<Record<string, unknown>>,
): Promise<{ id: string; documentId: string; number: string }> {
  const dossier = await dossierAtDesk(ctx, dossierId)
  if (!testable.includes(dossier.state)) throw new AppError('stateConflict', { state: stateWords[dossier.state].vi })
  const form = formOf(ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash }), dossier.setNo)
  const criteria = criteriaOf(form).map(({ criterion }) => criterion)
  const request = readLabRequest(
    input,
    criteria.map((criterion) => criterion.code),
    plainDateOf(ctx.now),
  )
  const same = await ctx.tx
    .selectFrom('labTest')
    .select('id')
    .where('dossierId', '=', dossierId)
    .where('authority', '=', dossier.authority)
    .where('state', '=', 'asked')
    .where('what', '=', request.what)
    .where('laboratory', '=', request.laboratory)
    .executeTakeFirst()
  if (same) throw new AppError('stateConflict', { state: 'đề nghị kiểm nghiệm này đã gửi, đang chờ kết quả' })
  const id = newId()
  const asked = criteria.find((criterion) => criterion.code === request.criterion)
  const paper = await storeLabRequest(ctx, dossier, { id, ...request, criterionTitle: asked ? `${asked.code}. ${asked.title}` : null })
  await ctx.tx
    .insertInto('labTest')
    .values({
      id,
      dossierId,
      authority: dossier.authority,
      state: 'asked',
      ...request,
      requestDocumentId: paper.documentId,
      askedBy: ctx.actor.accountId,
      askedAt: ctx.now,
    })
    .execute()
  const payload = { number: paper.number, criterion: request.criterion, dueOn: request.dueOn, laboratory: request.laboratory }
  await log(ctx, { id, authority: dossier.authority, dossierId }, 'labTest.asked', payload)
  return { id, ...paper }
}

/** The laboratory's result with at least one file; visible beside the evidence of the item, worth no points by itself. */
export async function receiveLabResult(
  ctx: Ctx,
  id: string,
  input: Readonly<Record<string, unknown>>,
  given: { files: readonly IncomingFile[]; version: number },
): Promise<void> {
  const test = await testAtDesk(ctx, id)
  if (!labTransitions[test.state].includes('received')) throw wrong(test.state)
  const result = readLabResult(input, plainDateOf(ctx.now))
  if (given.files.length === 0 || given.files.length > 10)
    throw new AppError('invalid', {}, { files: { vi: 'Đính từ 1 đến 10 tệp kết quả.', en: 'Attach 1 to 10 files.' } })
  mustBeVersion(test.version, given.version)
  await addCaseFiles(ctx, { kind: 'labTest', id, dossierId: test.dossierId }, given.files)
  await ctx.tx
    .updateTable('labTest')
    .set({ state: 'received', ...result, receivedBy: ctx.actor.accountId, receivedAt: ctx.now, version: test.version + 1 })
    .where('id', '=', id)
    .execute()
  await log(ctx, test, 'labTest.received', { resultNumber: result.resultNumber, verdict: result.verdict, files: given.files.length })
}

export async function cancelLabTest(ctx: Ctx, id: string, input: { reason: unknown }): Promise<void> {
  const test = await testAtDesk(ctx, id)
  if (!labTransitions[test.state].includes('cancelled')) throw wrong(test.state)
  const reason = readReason(input.reason)
  await ctx.tx
    .updateTable('labTest')
    .set({ state: 'cancelled', endReason: reason, version: test.version + 1 })
    .where('id', '=', id)
    .execute()
  await log(ctx, test, 'labTest.cancelled', { reason })
}

const wrong = (state: LabState) => new AppError('stateConflict', { state: labWords[state].vi })

async function testAtDesk(ctx: Ctx, id: string) {
  const row = found(isId(id) ? await ctx.tx.selectFrom('labTest').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() : null)
  mustSee(serves(ctx.actor, row.authority, 'office', 'leader', 'clerk', 'advisor'))
  mustSee(!(await isRecused(ctx.tx, ctx.actor.accountId, row.dossierId)))
  must(serves(ctx.actor, row.authority, 'office'))
  return { ...row, state: row.state as LabState }
}

async function log(ctx: Ctx, test: { id: string; authority: string; dossierId: string }, verb: string, payload: Record<string, unknown>) {
  await audit(ctx, { verb, subjectKind: 'labTest', subjectId: test.id, authority: test.authority, dossierId: test.dossierId, payload })
}

// Objections: raised by the producer within the term, received by the office, answered by people who did not score.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { addCaseFiles } from '../case-file/case-file.ts'
import { readIssuing, type IssuingForm } from '../certificate/decision-input.ts'
import { audit, type Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { dossierForUpdate } from '../dossier/dossier.move.ts'
import { Fields, mustBeVersion, readReason } from '../fields.ts'
import { ownsProducer } from '../people/actor.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { calendarOf } from '../reference.ts'
import { must, mustSee } from '../refuse.ts'
import { settingOf } from '../setting.ts'
import { storeObjectionAnswer } from './objection.paper.ts'
import { objectionAnswerDays, objectionCertificate, objectionDays } from './objection.settings.ts'
import { mayDecide, objectionFor, toldBy } from './objection.store.ts'
import { answerTerm, objectionOutcomes, objectionTerm, objectionTransitions, objectionWords, type ObjectionState } from './objection.ts'
import { beginReassessment, markReview } from './reassess.ts'

/**
 * Raises an objection to the result that was told by letter or decision. Throws `objection.noPaper` before any paper, `objection.twice` for the
 * same result, `objection.late` after the term. Another's dossier: not found.
 */
export async function fileObjection(
  ctx: Ctx,
  dossierId: string,
  input: { wants: unknown },
  files: readonly IncomingFile[],
): Promise<string> {
  const dossier = await dossierForUpdate(ctx.tx, dossierId)
  mustSee(ownsProducer(ctx.actor, dossier.producerId))
  const resultId = dossier.decidingResultId
  const known = await ctx.tx.selectFrom('objection').select(['id', 'resultId', 'state']).where('dossierId', '=', dossierId).execute()
  if (known.some((one) => one.resultId === resultId || ['filed', 'received', 'deciding'].includes(one.state)))
    throw new AppError('objection.twice')
  const told = resultId === null ? null : await toldBy(ctx.tx, resultId)
  if (resultId === null || told === null) throw new AppError('objection.noPaper')
  const days = await settingOf(ctx.tx, dossier.authority, objectionDays)
  const term = objectionTerm(told, days, await calendarOf(ctx.tx))
  if (plainDateOf(ctx.now) > term.dueOn) throw new AppError('objection.late', { days: String(days), due: formatDate(term.dueOn) })
  const fields = new Fields<'wants' | 'files'>({ wants: input.wants })
  const wants = fields.text('wants', {
    max: 5000,
    required: { vi: 'Ghi nội dung, lý do kiến nghị.', en: 'Say what you object to and why.' },
    multiline: true,
  })
  if (files.length > 10) fields.say('files', { vi: 'Đính nhiều nhất 10 tệp.', en: 'At most 10 files.' })
  fields.done()
  const id = newId()
  await ctx.tx
    .insertInto('objection')
    .values({
      id,
      dossierId,
      resultId,
      producerId: dossier.producerId,
      authority: dossier.authority,
      state: 'filed',
      paperId: told.paperId,
      ...term,
      wants,
      filedBy: ctx.actor.accountId,
      filedAt: ctx.now,
    })
    .execute()
  await addCaseFiles(ctx, { kind: 'objection', id, dossierId }, files)
  await log(ctx, { id, authority: dossier.authority, dossierId }, 'objection.filed', { resultId, paper: told.number, dueOn: term.dueOn })
  const office = await accountsWithRole(ctx.tx, 'office', { authority: dossier.authority }, ctx.now)
  await notify(ctx, office, {
    kind: 'objection.filed',
    dedupe: id,
    subjectKind: 'objection',
    subjectId: id,
    link: `/tinh/kien-nghi/${id}`,
    params: {},
  })
  return id
}

/** Taken back by the producer before it is answered. It is not raised again: the term is one. */
export async function withdrawObjection(ctx: Ctx, dossierId: string, input: { reason: unknown }): Promise<void> {
  const dossier = await dossierForUpdate(ctx.tx, dossierId)
  mustSee(ownsProducer(ctx.actor, dossier.producerId))
  const row = await ctx.tx
    .selectFrom('objection')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .orderBy('filedAt', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new AppError('stateConflict', { state: 'chưa có kiến nghị' })
  step(row.state as ObjectionState, 'withdrawn')
  const reason = readReason(input.reason)
  await move(ctx, row.id, { state: 'withdrawn', endReason: reason })
  await markReview(ctx, dossierId, null)
  await log(ctx, row, 'objection.withdrawn', { reason })
}

/** The office takes it in; what happens to the certificate meanwhile is fixed by the setting of this day. */
export async function receiveObjection(ctx: Ctx, id: string): Promise<void> {
  const { objection, rights } = await objectionFor(ctx.tx, ctx.actor, id, true)
  if (objection.state === 'filed') must(rights.receive)
  step(objection.state, 'received')
  const meanwhile = await settingOf(ctx.tx, objection.authority, objectionCertificate)
  const today = plainDateOf(ctx.now)
  const answerDueOn = answerTerm(today, await settingOf(ctx.tx, objection.authority, objectionAnswerDays), await calendarOf(ctx.tx))
  await move(ctx, id, { state: 'received', meanwhile, answerDueOn, receivedBy: ctx.actor.accountId, receivedAt: ctx.now })
  if (meanwhile === 'suspended') await markReview(ctx, objection.dossierId, today)
  await log(ctx, objection, 'objection.received', { meanwhile, answerDueOn })
  await tellProducer(ctx, objection, 'objection.received', {})
  const leaders = await accountsWithRole(ctx.tx, 'leader', { authority: objection.authority }, ctx.now)
  await notify(ctx, leaders, { ...about(id), kind: 'objection.toName', params: {} })
}

/**
 * The leader names who decides, on the objection as last read (two leaders naming at once: the second is told): by account, none of them with a sheet behind the result, a conflict, or a part in the producer.
 */
export async function nameDeciders(ctx: Ctx, id: string, accountIds: readonly string[], seenVersion: number): Promise<void> {
  const { objection, rights } = await objectionFor(ctx.tx, ctx.actor, id, true)
  if (objectionTransitions[objection.state].includes('deciding')) must(rights.name)
  step(objection.state, 'deciding')
  mustBeVersion(objection.version, seenVersion)
  const wanted = [...new Set(accountIds)]
  const allowed = await mayDecide(ctx.tx, objection)
  if (wanted.length === 0)
    throw new AppError('invalid', {}, { deciders: { vi: 'Chọn ít nhất một người giải quyết.', en: 'Choose at least one decider.' } })
  if (wanted.some((one) => !allowed.some((other) => other.accountId === one))) throw new AppError('objection.scoredBefore')
  await ctx.tx.deleteFrom('objectionDecider').where('objectionId', '=', id).execute()
  await ctx.tx
    .insertInto('objectionDecider')
    .values(wanted.map((accountId) => ({ objectionId: id, accountId, namedBy: ctx.actor.accountId, namedAt: ctx.now })))
    .execute()
  await move(ctx, id, { state: 'deciding' })
  await log(ctx, objection, 'objection.decidersNamed', { deciders: wanted })
  await notify(ctx, wanted, { ...about(id), kind: 'objection.toDecide', params: {} })
}

/**
 * One of the named answers with reasons, as a paper. `kept`: nothing changes. `reassess`: the dossier goes back to reception; the new result
 * will name the first. Who got a conflict, or scored, since being named may no longer answer.
 */
export async function answerObjection(
  ctx: Ctx,
  id: string,
  form: IssuingForm & { outcome: string; answer: string },
): Promise<{ documentId: string; number: string }> {
  const { objection, rights, deciders } = await objectionFor(ctx.tx, ctx.actor, id, true)
  step(objection.state, 'answered')
  must(rights.answer)
  if (!(await mayDecide(ctx.tx, objection)).some((one) => one.accountId === ctx.actor.accountId))
    throw new AppError('objection.scoredBefore')
  const fields = new Fields<'outcome' | 'answer'>({ outcome: form.outcome, answer: form.answer })
  const outcomeTyped = fields.oneOf('outcome', objectionOutcomes, { required: true })
  const answer = fields.text('answer', { max: 5000, required: { vi: 'Ghi lý do.', en: 'Give the reasons.' }, multiline: true })
  const { outcome } = fields.done({ outcome: outcomeTyped })
  const issuing = readIssuing(form, plainDateOf(ctx.now), plainDateOf(objection.filedAt))
  const dossier = await dossierForUpdate(ctx.tx, objection.dossierId)
  const paper = await storeObjectionAnswer(ctx, { dossier, objection, outcome, answer, issuing, deciders: deciders.map((one) => one.name) })
  await move(ctx, id, {
    state: 'answered',
    outcome,
    answer,
    answerDocumentId: paper.documentId,
    answeredBy: ctx.actor.accountId,
    answeredAt: ctx.now,
  })
  await log(ctx, objection, 'objection.answered', { outcome, number: paper.number })
  if (outcome === 'kept') await markReview(ctx, objection.dossierId, null)
  else await beginReassessment(ctx, dossier, { objectionId: id }, `Đánh giá lại theo văn bản trả lời kiến nghị số ${paper.number}.`)
  await tellProducer(ctx, objection, 'objection.answered', { number: paper.number })
  return paper
}

function step(from: ObjectionState, to: ObjectionState): void {
  if (!objectionTransitions[from].includes(to)) throw new AppError('stateConflict', { state: objectionWords[from].vi })
}

type Change = Partial<{
  state: ObjectionState
  endReason: string
  meanwhile: string
  answerDueOn: string
  receivedBy: string
  receivedAt: Date
  outcome: string
  answer: string
  answerDocumentId: string
  answeredBy: string
  answeredAt: Date
}>

async function move(ctx: Ctx, id: string, set: Change): Promise<void> {
  await ctx.tx
    .updateTable('objection')
    .set((expression) => ({ ...set, version: expression('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const about = (id: string) => ({ dedupe: id, subjectKind: 'objection', subjectId: id, link: `/tinh/kien-nghi/${id}` })

async function log(ctx: Ctx, row: { id: string; authority: string; dossierId: string }, verb: string, payload: Record<string, unknown>) {
  await audit(ctx, { verb, subjectKind: 'objection', subjectId: row.id, authority: row.authority, dossierId: row.dossierId, payload })
}

async function tellProducer(
  ctx: Ctx,
  row: { id: string; provinceCode: string; producerId: string; dossierId: string },
  kind: 'objection.received' | 'objection.answered',
  params: Record<string, string>,
) {
  const people = await accountsWithRole(ctx.tx, 'producer', { authority: row.provinceCode, producerId: row.producerId }, ctx.now)
  await notify(ctx, people, {
    kind,
    dedupe: row.id,
    subjectKind: 'objection',
    subjectId: row.id,
    link: `/ho-so/${row.dossierId}/kien-nghi`,
    params,
  })
}

// A field visit: planned by the desk's office, recorded with its paper, or called off with a reason.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { formOf } from '#/regulation/load.ts'
import { addCaseFiles } from '../case-file/case-file.ts'
import { audit, type Ctx } from '../context.ts'
import type { IncomingPhoto } from '../document/incoming.ts'
import type { DossierState } from '../dossier/dossier.workflow.ts'
import { stateWords } from '../dossier/dossier.workflow.ts'
import { mustBeVersion, readReason } from '../fields.ts'
import { dossierAtDesk } from '../level/level.load.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, must, mustSee } from '../refuse.ts'
import { isRecused } from '../dossier/recused.store.ts'
import { serves } from '../people/actor.ts'
import { checklistOf, readPlan, readRecord, visitTransitions, visitWords, type VisitState } from './visit.ts'
import { storeVisitRecord } from './visit.paper.ts'
import { visitCandidates } from './visit.store.ts'

/** States in which a dossier is visited: with the desk, before its result. */
const visitable: readonly DossierState[] = ['proposed', 'provinceSupplement', 'accepted', 'onAgenda']

/** Plans a visit of these people, once per day and place; who has a conflict is never among them. Returns the id. */
export async function planVisit(
  ctx: Ctx,
  dossierId: string,
  input: Readonly<Record<string, unknown>>,
  accountIds: readonly string[],
): Promise<string> {
  const dossier = await dossierAtDesk(ctx, dossierId)
  if (!visitable.includes(dossier.state)) throw new AppError('stateConflict', { state: stateWords[dossier.state].vi })
  const plan = readPlan(input)
  const same = await ctx.tx
    .selectFrom('fieldVisit')
    .select('id')
    .where('dossierId', '=', dossierId)
    .where('authority', '=', dossier.authority)
    .where('state', '=', 'planned')
    .where('plannedOn', '=', plan.plannedOn)
    .where('place', '=', plan.place)
    .executeTakeFirst()
  if (same) throw new AppError('stateConflict', { state: 'ngày và nơi kiểm tra này đã lên lịch' })
  const candidates = await visitCandidates(ctx.tx, dossier, plainDateOf(ctx.now))
  const going = candidates.filter((one) => accountIds.includes(one.accountId))
  if (going.length === 0)
    throw new AppError('invalid', {}, { members: { vi: 'Chọn ít nhất một người đi kiểm tra.', en: 'Choose at least one person.' } })
  const id = newId()
  await ctx.tx
    .insertInto('fieldVisit')
    .values({ id, dossierId, authority: dossier.authority, state: 'planned', ...plan, createdBy: ctx.actor.accountId, createdAt: ctx.now })
    .execute()
  await ctx.tx
    .insertInto('fieldVisitMember')
    .values(going.map((one) => ({ visitId: id, ...one })))
    .execute()
  await log(ctx, { id, authority: dossier.authority, dossierId }, 'visit.planned', { plannedOn: plan.plannedOn, people: going.length })
  const params = { date: formatDate(plan.plannedOn), place: plan.place }
  await notify(
    ctx,
    going.map((one) => one.accountId),
    { kind: 'visit.planned', dedupe: id, subjectKind: 'fieldVisit', subjectId: id, link: '/thong-bao', params },
  )
  await tellProducer(ctx, dossier, 'visit.announced', id, params)
  return id
}

/**
 * Records a visit with its paper (biên bản). `present`: accounts of the plan that came; whoever got a conflict meanwhile is left out. Recorded
 * once; a mistake is put right by another visit.
 */
export async function recordVisit(
  ctx: Ctx,
  visitId: string,
  input: Readonly<Record<string, unknown>>,
  given: { present: readonly string[]; photos: readonly IncomingPhoto[]; version: number },
): Promise<{ documentId: string; number: string }> {
  const visit = await visitAtDesk(ctx, visitId)
  const dossier = await dossierAtDesk(ctx, visit.dossierId)
  if (visit.state !== 'planned') throw wrong(visit.state)
  if (!visitable.includes(dossier.state)) throw new AppError('stateConflict', { state: stateWords[dossier.state].vi })
  const lines = checklistOf(formOf(ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash }), dossier.setNo))
  const record = readRecord(input, lines, plainDateOf(ctx.now))
  if (given.photos.length > 20) throw new AppError('invalid', {}, { photos: { vi: 'Đính nhiều nhất 20 ảnh.', en: 'At most 20 photos.' } })
  mustBeVersion(visit.version, given.version)
  const members = await ctx.tx.selectFrom('fieldVisitMember').selectAll().where('visitId', '=', visitId).orderBy('name').execute()
  const clear = await visitCandidates(ctx.tx, dossier, plainDateOf(ctx.now))
  const came = members.filter((one) => given.present.includes(one.accountId) && clear.some((other) => other.accountId === one.accountId))
  if (came.length === 0) throw new AppError('invalid', {}, { present: { vi: 'Đánh dấu những người có mặt.', en: 'Mark who was there.' } })
  for (const one of members)
    await ctx.tx
      .updateTable('fieldVisitMember')
      .set({ present: came.includes(one) })
      .where('visitId', '=', visitId)
      .where('accountId', '=', one.accountId)
      .execute()
  await ctx.tx
    .insertInto('fieldVisitAnswer')
    .values(record.answers.map((answer) => ({ visitId, ...answer })))
    .execute()
  await addCaseFiles(ctx, { kind: 'fieldVisit', id: visitId, dossierId: visit.dossierId }, given.photos)
  const paper = await storeVisitRecord(ctx, dossier, { ...visit, ...record, members: came, lines, photos: given.photos })
  const { answers: _answers, ...facts } = record
  await ctx.tx
    .updateTable('fieldVisit')
    .set({
      ...facts,
      state: 'recorded',
      documentId: paper.documentId,
      recordedBy: ctx.actor.accountId,
      recordedAt: ctx.now,
      version: visit.version + 1,
    })
    .where('id', '=', visitId)
    .execute()
  await log(ctx, visit, 'visit.recorded', { number: paper.number, visitedOn: record.visitedOn, people: came.length })
  await tellProducer(ctx, dossier, 'visit.recorded', visitId, { number: paper.number })
  return paper
}

/** Calls a planned visit off, with a reason. */
export async function cancelVisit(ctx: Ctx, visitId: string, input: { reason: unknown }): Promise<void> {
  const visit = await visitAtDesk(ctx, visitId)
  if (!visitTransitions[visit.state].includes('cancelled')) throw wrong(visit.state)
  const reason = readReason(input.reason)
  await ctx.tx
    .updateTable('fieldVisit')
    .set({ state: 'cancelled', endReason: reason, version: visit.version + 1 })
    .where('id', '=', visitId)
    .execute()
  await log(ctx, visit, 'visit.cancelled', { reason })
}

const wrong = (state: VisitState) => new AppError('stateConflict', { state: visitWords[state].vi })

async function visitAtDesk(ctx: Ctx, visitId: string) {
  const row = found(
    isId(visitId) ? await ctx.tx.selectFrom('fieldVisit').selectAll().where('id', '=', visitId).forUpdate().executeTakeFirst() : null,
  )
  mustSee(serves(ctx.actor, row.authority, 'office', 'leader', 'clerk', 'advisor'))
  mustSee(!(await isRecused(ctx.tx, ctx.actor.accountId, row.dossierId)))
  must(serves(ctx.actor, row.authority, 'office'))
  return { ...row, state: row.state as VisitState }
}

async function log(ctx: Ctx, visit: { id: string; authority: string; dossierId: string }, verb: string, payload: Record<string, unknown>) {
  await audit(ctx, {
    verb,
    subjectKind: 'fieldVisit',
    subjectId: visit.id,
    authority: visit.authority,
    dossierId: visit.dossierId,
    payload,
  })
}

async function tellProducer(
  ctx: Ctx,
  dossier: { id: string; provinceCode: string; producerId: string },
  kind: 'visit.announced' | 'visit.recorded',
  dedupe: string,
  params: Record<string, string>,
) {
  const people = await accountsWithRole(ctx.tx, 'producer', { authority: dossier.provinceCode, producerId: dossier.producerId }, ctx.now)
  await notify(ctx, people, { kind, dedupe, subjectKind: 'dossier', subjectId: dossier.id, link: `/ho-so/${dossier.id}`, params })
}

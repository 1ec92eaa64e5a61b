// Recalling a recognition (26/2026 Đ10.1.b): the office prepares it, the leader issues a new decision that names the one recalled; the certificate
// is annulled and its public page says so.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { readIssuing, type IssuingForm } from '../certificate/decision-input.ts'
import { audit, type Ctx } from '../context.ts'
import { dossierForUpdate, moveDossier, type DossierRow } from '../dossier/dossier.move.ts'
import { isRecused } from '../dossier/recused.store.ts'
import { mustBeVersion, readReason } from '../fields.ts'
import { serves } from '../people/actor.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, must, mustSee } from '../refuse.ts'
import { closeRequest } from './ministry-request.actions.ts'
import { storeRecallDecision } from './recall.paper.ts'
import { recallGround } from './recall.store.ts'
import { recallTransitions, recallWords, type RecallState } from './recall.ts'

const gone = { vi: 'Ghi lý do thu hồi.', en: 'Say why it is recalled.' }

/**
 * Puts a draft before the leader. It rests on an open request of the ministry, or on a re-assessment that ended below three stars; otherwise
 * `recall.noGround`. One live draft per certificate. Returns its id.
 */
export async function prepareRecall(ctx: Ctx, certificateId: string, input: { reason: unknown }): Promise<string> {
  const { certificate, decision, dossier, authority } = await recallable(ctx, certificateId)
  must(serves(ctx.actor, authority, 'office'))
  mustStand(certificate, decision)
  const ground = await recallGround(ctx.tx, dossier)
  if (!ground) throw new AppError('recall.noGround')
  const draft = await ctx.tx
    .selectFrom('decisionRecall')
    .select('id')
    .where('certificateId', '=', certificate.id)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  if (draft) throw new AppError('stateConflict', { state: recallWords.draft.vi.toLowerCase() })
  const reason = readReason(input.reason, 2000, gone)
  const id = newId()
  await ctx.tx
    .insertInto('decisionRecall')
    .values({
      id,
      decisionId: decision.id,
      certificateId: certificate.id,
      authority,
      requestId: ground.kind === 'request' ? ground.id : null,
      resultId: ground.kind === 'result' ? ground.id : null,
      reason,
      state: 'draft',
      preparedBy: ctx.actor.accountId,
      preparedAt: ctx.now,
    })
    .execute()
  await log(ctx, { id, authority, dossierId: dossier.id }, 'recall.prepared', { certificateId: certificate.id, ground })
  await notify(ctx, await accountsWithRole(ctx.tx, 'leader', { authority }, ctx.now), {
    kind: 'recall.prepared',
    dedupe: id,
    subjectKind: 'recall',
    subjectId: id,
    link: `/tinh/chung-nhan/${certificate.id}/thu-hoi-cong-nhan`,
    params: {},
  })
  return id
}

/** Gives a draft up, with a reason; another may be prepared. */
export async function cancelRecall(ctx: Ctx, id: string, input: { reason: unknown }): Promise<void> {
  const { recall, authority, dossier } = await loaded(ctx, id)
  must(serves(ctx.actor, authority, 'office', 'leader'))
  step(recall.state, 'cancelled')
  const reason = readReason(input.reason)
  await ctx.tx
    .updateTable('decisionRecall')
    .set({ state: 'cancelled', endReason: reason, version: recall.version + 1 })
    .where('id', '=', id)
    .execute()
  await log(ctx, { id, authority, dossierId: dossier.id }, 'recall.cancelled', { reason })
}

/**
 * The leader issues the recall. Interpretation: of a decision with several products only the one named is recalled; the decision itself counts
 * as recalled once none of its certificates stands.
 */
export async function issueRecall(
  ctx: Ctx,
  id: string,
  form: IssuingForm,
  seenVersion: number,
): Promise<{ documentId: string; number: string }> {
  const { recall, certificate, decision, dossier, authority } = await loaded(ctx, id)
  must(serves(ctx.actor, authority, 'leader'))
  step(recall.state, 'issued')
  mustBeVersion(recall.version, seenVersion)
  mustStand(certificate, decision)
  const ground = await recallGround(ctx.tx, dossier)
  if (!ground || ground.id !== (recall.requestId ?? recall.resultId)) throw new AppError('recall.noGround')
  const decidedOn = decision.issuedOn ?? certificate.issuedOn
  const issuing = readIssuing(form, plainDateOf(ctx.now), decidedOn)
  const { reason } = recall
  const paper = await storeRecallDecision(
    ctx,
    { id, authority, dossierId: dossier.id, decision: { number: decision.number, issuedOn: decidedOn }, certificate, ground, reason },
    issuing,
  )
  await ctx.tx
    .updateTable('decisionRecall')
    .set({
      state: 'issued',
      number: paper.number,
      issuedOn: issuing.issuedOn,
      documentId: paper.documentId,
      issuedBy: ctx.actor.accountId,
      issuedAt: ctx.now,
      version: recall.version + 1,
    })
    .where('id', '=', id)
    .execute()
  await ctx.tx
    .updateTable('certificate')
    .set((expression) => ({
      state: 'annulled',
      stateReason: reason,
      stateDecision: paper.number,
      stateDecisionOn: issuing.issuedOn,
      stateSince: ctx.now,
      reviewSince: null,
      version: expression('version', '+', 1),
    }))
    .where('id', '=', certificate.id)
    .execute()
  const payload = { recalls: decision.number, number: paper.number, issuedOn: issuing.issuedOn, productCode: certificate.productCode }
  await audit(ctx, {
    verb: 'decision.recalled',
    subjectKind: 'certificate',
    subjectId: certificate.id,
    authority,
    dossierId: dossier.id,
    payload,
  })
  await moveDossier(ctx, dossier, 'revoked', 'dossier.revoked', { set: { endedAt: ctx.now, endReason: reason }, payload })
  await endDecision(ctx, decision, authority, paper.number)
  if (ground.kind === 'request')
    await closeRequest(ctx, { id: ground.id, authority, dossierId: dossier.id }, `Đã thu hồi bằng Quyết định số ${paper.number}.`)
  const { provinceCode, producerId, verifyCode } = certificate
  await notify(ctx, await accountsWithRole(ctx.tx, 'producer', { authority: provinceCode, producerId }, ctx.now), {
    kind: 'recognitionRecalled',
    dedupe: certificate.id,
    subjectKind: 'certificate',
    subjectId: certificate.id,
    link: `/c/${verifyCode}`,
    params: { number: paper.number },
  })
  return paper
}

/** A decision none of whose certificates stands is recalled as a whole. */
async function endDecision(ctx: Ctx, decision: { id: string }, authority: string, by: string): Promise<void> {
  const standing = await ctx.tx
    .selectFrom('certificate')
    .select('id')
    .where('decisionId', '=', decision.id)
    .where('state', '<>', 'annulled')
    .executeTakeFirst()
  if (standing) return
  await ctx.tx
    .updateTable('recognitionDecision')
    .set((expression) => ({ state: 'recalled', version: expression('version', '+', 1) }))
    .where('id', '=', decision.id)
    .execute()
  await audit(ctx, {
    verb: 'decision.recalledWhole',
    subjectKind: 'decision',
    subjectId: decision.id,
    authority,
    payload: { by },
  })
}

/** The certificate, its decision and dossier, locked in this order. Staff of the deciding desk only; who is recused learns nothing. */
async function recallable(ctx: Ctx, certificateId: string) {
  const certificate = found(
    isId(certificateId)
      ? await ctx.tx.selectFrom('certificate').selectAll().where('id', '=', certificateId).forUpdate().executeTakeFirst()
      : null,
  )
  const decision = found(
    certificate.decisionId
      ? await ctx.tx.selectFrom('recognitionDecision').selectAll().where('id', '=', certificate.decisionId).forUpdate().executeTakeFirst()
      : null,
  )
  const { authority } = decision
  mustSee(serves(ctx.actor, authority, 'office', 'leader', 'clerk') && certificate.dossierId !== null)
  const dossier: DossierRow = await dossierForUpdate(ctx.tx, certificate.dossierId ?? '')
  mustSee(!(await isRecused(ctx.tx, ctx.actor.accountId, dossier.id)))
  return { certificate, decision, dossier, authority }
}

async function loaded(ctx: Ctx, id: string) {
  const known = found(
    isId(id) ? await ctx.tx.selectFrom('decisionRecall').select('certificateId').where('id', '=', id).executeTakeFirst() : null,
  )
  const around = await recallable(ctx, known.certificateId)
  const recall = await ctx.tx.selectFrom('decisionRecall').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
  return { ...around, recall: { ...recall, state: recall.state as RecallState } }
}

function mustStand(certificate: { state: string }, decision: { state: string }): void {
  if (certificate.state !== 'valid' || decision.state !== 'issued') throw new AppError('certificate.notInForce')
}

function step(from: RecallState, to: RecallState): void {
  if (!recallTransitions[from].includes(to)) throw new AppError('stateConflict', { state: recallWords[from].vi })
}

async function log(ctx: Ctx, row: { id: string; authority: string; dossierId: string }, verb: string, payload: Record<string, unknown>) {
  await audit(ctx, { verb, subjectKind: 'recall', subjectId: row.id, authority: row.authority, dossierId: row.dossierId, payload })
}

// Recalling a recognition (26/2026 Đ10.1.b): a new decision that names the one recalled; the certificate is annulled and its public page says so.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { dateInWords } from '#/platform/documents/vietnamese.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { issuingBodies } from '../certificate/decision.actions.ts'
import { readIssuing, type IssuingForm } from '../certificate/decision-input.ts'
import { DECISION_SYMBOL } from '../certificate/decision-paper.ts'
import { numberFor } from '../certificate/paper-number.ts'
import { audit, type Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { dossierForUpdate, moveDossier } from '../dossier/dossier.move.ts'
import { Fields } from '../fields.ts'
import { serves } from '../people/actor.ts'
import { placeOfCommittee } from '../people/bodies.store.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { letterheadView, setPaper } from '../paperwork/paper.ts'
import { ministryOn } from '../paperwork/titles.ts'
import { found, must, mustSee } from '../refuse.ts'
import { closeRequest } from './ministry-request.actions.ts'

/**
 * The leader recalls the recognition of one product. It rests on an open request of the ministry, or on a re-assessment that ended below three
 * stars; otherwise `recall.noGround`. Interpretation: of a decision with several products only the one named is recalled; the decision itself
 * is cancelled once none of its certificates stands.
 */
export async function recallRecognition(
  ctx: Ctx,
  certificateId: string,
  form: IssuingForm & { reason: string },
): Promise<{ documentId: string; number: string }> {
  const certificate = found(
    isId(certificateId)
      ? await ctx.tx.selectFrom('certificate').selectAll().where('id', '=', certificateId).forUpdate().executeTakeFirst()
      : null,
  )
  const decision = certificate.decisionId
    ? await ctx.tx.selectFrom('recognitionDecision').selectAll().where('id', '=', certificate.decisionId).forUpdate().executeTakeFirst()
    : undefined
  const authority = decision?.authority ?? certificate.provinceCode
  mustSee(serves(ctx.actor, authority, 'office', 'leader', 'clerk'))
  must(serves(ctx.actor, authority, 'leader'))
  if (certificate.state !== 'valid') throw new AppError('certificate.notInForce')
  if (!decision || certificate.dossierId === null || decision.state !== 'issued') throw new AppError('recall.noGround')
  const dossier = await dossierForUpdate(ctx.tx, certificate.dossierId)
  const request = await ctx.tx
    .selectFrom('ministryRequest')
    .selectAll()
    .where('dossierId', '=', dossier.id)
    .where('kind', '=', 'recall')
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst()
  const lower = dossier.state === 'recognised' ? null : await failedAgain(ctx, dossier.id, authority)
  if (!request && !lower) throw new AppError('recall.noGround')
  if (request && dossier.state !== 'recognised') throw new AppError('recall.noGround')

  const issuing = readIssuing(form, plainDateOf(ctx.now), decision.issuedOn ?? certificate.issuedOn)
  const fields = new Fields({ reason: form.reason })
  const reason = fields.text('reason', { max: 2000, required: true, multiline: true })
  fields.done()
  const { committee } = await issuingBodies(ctx.tx, authority)
  const number = await numberFor(ctx, committee.id, DECISION_SYMBOL, issuing.issuedOn, issuing.number)
  const id = newId()
  const title = `Thu hồi việc công nhận sản phẩm ${certificate.productName}`
  const documentId = await storeDocument(ctx, {
    authority,
    bodyId: committee.id,
    kind: 'recallDecision',
    subjectKind: 'recall',
    subjectId: id,
    dossierId: dossier.id,
    title,
    numberEntryId: number.entryId,
    number: number.printed,
    issuedOn: issuing.issuedOn,
    signer: issuing.signerName,
    file: setPaper(
      'decision-recall',
      title,
      { createdAt: ctx.now.toISOString(), demo: certificate.demo },
      {
        letterhead: letterheadView({
          body: committee.name,
          number: number.bare,
          symbol: DECISION_SYMBOL,
          place: placeOfCommittee(committee.name),
          date: issuing.issuedOn,
        }),
        committee: committee.name,
        recalled: `Quyết định số ${decision.number ?? ''} ${dateInWords(decision.issuedOn ?? certificate.issuedOn)}`,
        request: request ? `Văn bản số ${request.number} ${dateInWords(request.datedOn)} của ${ministryOn(request.datedOn)}` : null,
        product: certificate.productName,
        producer: certificate.producerName,
        code: certificate.productCode,
        star: String(certificate.star),
        reason,
        recipients: ['Như Điều 3', `${ministryOn(issuing.issuedOn)} (để báo cáo)`, 'UBND cấp xã nơi có sản phẩm'],
        archive: 'VT',
        signature: { capacity: issuing.signerPost, name: issuing.signerName },
      },
    ),
  })
  await ctx.tx
    .insertInto('decisionRecall')
    .values({
      id,
      decisionId: decision.id,
      certificateId,
      authority,
      requestId: request?.id ?? null,
      resultId: lower,
      number: number.printed,
      issuedOn: issuing.issuedOn,
      reason,
      documentId,
      issuedBy: ctx.actor.accountId,
      issuedAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .updateTable('certificate')
    .set((expression) => ({
      state: 'annulled',
      stateReason: reason,
      stateDecision: number.printed,
      stateDecisionOn: issuing.issuedOn,
      stateSince: ctx.now,
      reviewSince: null,
      version: expression('version', '+', 1),
    }))
    .where('id', '=', certificateId)
    .execute()
  const payload = { recalls: decision.number, number: number.printed, issuedOn: issuing.issuedOn, productCode: certificate.productCode }
  await audit(ctx, {
    verb: 'decision.recalled',
    subjectKind: 'certificate',
    subjectId: certificateId,
    authority,
    dossierId: dossier.id,
    payload,
  })
  await moveDossier(ctx, dossier, 'revoked', 'dossier.revoked', { set: { endedAt: ctx.now, endReason: reason }, payload })
  const standing = await ctx.tx
    .selectFrom('certificate')
    .select('id')
    .where('decisionId', '=', decision.id)
    .where('state', '<>', 'annulled')
    .executeTakeFirst()
  if (!standing) {
    await ctx.tx
      .updateTable('recognitionDecision')
      .set((expression) => ({ state: 'cancelled', version: expression('version', '+', 1) }))
      .where('id', '=', decision.id)
      .execute()
    await audit(ctx, {
      verb: 'decision.cancelledByRecall',
      subjectKind: 'decision',
      subjectId: decision.id,
      authority,
      payload: { by: number.printed },
    })
  }
  if (request) await closeRequest(ctx, request, `Đã thu hồi bằng Quyết định số ${number.printed}.`)
  const people = await accountsWithRole(
    ctx.tx,
    'producer',
    { authority: certificate.provinceCode, producerId: certificate.producerId },
    ctx.now,
  )
  await notify(ctx, people, {
    kind: 'recognitionRecalled',
    dedupe: certificateId,
    subjectKind: 'certificate',
    subjectId: certificateId,
    link: `/c/${certificate.verifyCode}`,
    params: { number: number.printed },
  })
  return { documentId, number: number.printed }
}

/** The valid result of a re-assessment that gives no three stars, or null. */
async function failedAgain(ctx: Ctx, dossierId: string, authority: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('result as r')
    .select(['r.id', 'r.star', 'r.outcome'])
    .where('r.dossierId', '=', dossierId)
    .where('r.authority', '=', authority)
    .where('r.state', '=', 'valid')
    .where('r.followsResultId', 'is not', null)
    .executeTakeFirst()
  return row && (row.outcome !== 'scored' || (row.star ?? 0) < 3) ? row.id : null
}

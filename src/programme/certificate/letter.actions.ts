// The written answer to a result that gets no decision: one and two stars, and assessments that ended (QĐ 26/2026 Đ4.1.a, Đ7.3.g).
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formOf } from '#/regulation/load.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { audit, type Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { dossierForUpdate, moveDossier } from '../dossier/dossier.move.ts'
import { readSnapshot, type Snapshot } from '../dossier/snapshot.ts'
import { Fields } from '../fields.ts'
import { serves } from '../people/actor.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { renderResultLetter } from '../paperwork/result-papers.ts'
import { found, must, mustSee } from '../refuse.ts'
import { issuingBodies } from './decision.actions.ts'
import { readIssuing, type IssuingForm } from './decision-input.ts'
import { placeOfCommittee } from '../people/bodies.store.ts'
import { addressOf } from './decision-paper.ts'
import { levelNames } from '../level/level.words.ts'
import { routeAt, type Outcome } from '../level/way.ts'
import { levelOf } from '../people/authority.ts'
import { numberFor } from './paper-number.ts'
import { readBasis, type ResultBasis } from './result-reading.ts'

export const LETTER_SYMBOL = 'TB-VPĐP'

export type LetterReason = { code: string; title: string; points: string; max: number; reason: string }

/**
 * Why, criterion by criterion: gates missed first, in printed order, then the criteria where points were left. Pure.
 * Interpretation: "reasons" are the gates of 3 stars that were missed and every criterion below its maximum.
 */
export function reasonsOf(form: Form, basis: ResultBasis): LetterReason[] {
  const points = new Map(basis.perCriterion.map((entry) => [entry.criterion, entry.points]))
  const gates = new Map(basis.missed.filter((gate) => gate.star === 3).map((gate) => [gate.criterion, gate.needed]))
  const lines = form.parts.flatMap((part) =>
    part.groups.flatMap((group) =>
      group.criteria.flatMap((criterion): LetterReason[] => {
        const reached = points.get(criterion.code)
        const needed = gates.get(criterion.code)
        const below = reached !== undefined && Number(reached) < criterion.max
        if (needed === undefined && !below) return []
        const reason =
          needed === undefined ? 'Chưa đạt mức điểm cao nhất của tiêu chí' : `Chưa đạt yêu cầu tối thiểu của 3 sao (từ ${needed} điểm)`
        return [{ code: criterion.code, title: criterion.title, points: reached ?? '0', max: criterion.max, reason }]
      }),
    ),
  )
  return lines.toSorted((a, b) => Number(gates.has(b.code)) - Number(gates.has(a.code)))
}

/** Issues the letter of one result. Office of the province; once per result. A scored dossier becomes `notRecognised`; an ended one stays ended. */
export async function issueLetter(
  ctx: Ctx,
  resultId: string,
  form: IssuingForm & { advice: string },
): Promise<{ documentId: string; number: string }> {
  const authority = ctx.actor.authority
  mustSee(serves(ctx.actor, authority, 'office', 'leader', 'clerk'))
  must(serves(ctx.actor, authority, 'office'))
  const result = found(
    isId(resultId) ? await ctx.tx.selectFrom('result').selectAll().where('id', '=', resultId).forUpdate().executeTakeFirst() : null,
  )
  const dossier = await dossierForUpdate(ctx.tx, result.dossierId)
  mustSee(dossier.authority === authority)
  const sent = await ctx.tx.selectFrom('resultLetter').select('documentId').where('resultId', '=', resultId).executeTakeFirst()
  if (sent) throw new AppError('stateConflict', { state: 'đã gửi thông báo kết quả' })
  const snapshot = await snapshotOf(ctx, dossier.id)
  if (result.state !== 'valid' || (dossier.state !== 'concluded' && dossier.state !== 'ended')) throw new AppError('decision.resultTaken')
  if (dossier.decidingResultId !== result.id) throw new AppError('decision.resultTaken')
  const route = routeAt(ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash }), authority, {
    ...result,
    outcome: result.outcome as Outcome,
  })
  if (route !== 'letter') throw new AppError('decision.wrongRoute', { product: snapshot.product.name })

  const issuing = readIssuing(form, plainDateOf(ctx.now), plainDateOf(result.closedAt))
  const fields = new Fields({ advice: form.advice })
  const advice = fields.text('advice', {
    max: 2000,
    required: { vi: 'Ghi hướng hoàn thiện cho chủ thể.', en: 'Write what the producer should improve.' },
    multiline: true,
  })
  fields.done()

  const { committee, office } = await issuingBodies(ctx.tx, authority)
  const council = `Hội đồng đánh giá, phân hạng sản phẩm OCOP ${levelNames[levelOf(authority)].vi}`
  const number = await numberFor(ctx, office.id, LETTER_SYMBOL, issuing.issuedOn, issuing.number)
  const basis = readBasis(result.basis)
  const file = renderResultLetter({
    createdAt: ctx.now.toISOString(),
    demo: dossier.demo,
    letterhead: {
      parentBody: committee.name,
      body: office.name,
      number: number.bare,
      symbol: LETTER_SYMBOL,
      place: placeOfCommittee(committee.name),
      date: issuing.issuedOn,
    },
    addressees: [snapshot.producer.name],
    body: office.name,
    council,
    session: await sessionName(ctx, dossier.roundId),
    dossierCode: dossier.slipNumber ?? dossier.id.slice(-8).toUpperCase(),
    product: { name: snapshot.product.name, set: { number: snapshot.set.no, title: snapshot.set.title } },
    producer: { name: snapshot.producer.name, address: addressOf(snapshot) },
    mean: result.meanPrinted === null ? null : { exact: basis.meanExact ?? result.meanPrinted, rounded: result.meanPrinted },
    star: result.star,
    ending: result.outcome === 'scored' ? undefined : endingWords(result.outcome, basis),
    reasons: reasonsOf(formOf(ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash }), dossier.setNo), basis),
    advice,
    recipients: ['Như trên', 'UBND cấp xã nơi có sản phẩm', `${council} (để biết)`],
    archive: 'VT',
    signature: { capacity: issuing.signerPost, name: issuing.signerName },
  })
  const documentId = await storeDocument(ctx, {
    authority,
    bodyId: office.id,
    kind: 'resultLetter',
    subjectKind: 'result',
    subjectId: result.id,
    dossierId: dossier.id,
    title: `Thông báo kết quả đánh giá sản phẩm ${snapshot.product.name}`,
    numberEntryId: number.entryId,
    number: number.printed,
    issuedOn: issuing.issuedOn,
    signer: issuing.signerName,
    file,
  })
  await ctx.tx
    .insertInto('resultLetter')
    .values({ resultId: result.id, documentId, issuedBy: ctx.actor.accountId, issuedAt: ctx.now })
    .execute()
  const payload = { number: number.printed, star: result.star, outcome: result.outcome }
  if (dossier.state === 'concluded')
    await moveDossier(ctx, dossier, 'notRecognised', 'dossier.notRecognised', { set: { endedAt: ctx.now }, payload })
  else await audit(ctx, { verb: 'letter.issued', subjectKind: 'result', subjectId: result.id, authority, dossierId: dossier.id, payload })
  await notify(
    ctx,
    await accountsWithRole(ctx.tx, 'producer', { authority: dossier.provinceCode, producerId: dossier.producerId }, ctx.now),
    {
      kind: 'resultLetter',
      dedupe: result.id,
      subjectKind: 'dossier',
      subjectId: dossier.id,
      link: `/ho-so/${dossier.id}`,
      params: { number: number.printed },
    },
  )
  return { documentId, number: number.printed }
}

export async function snapshotOf(ctx: Pick<Ctx, 'tx'>, dossierId: string): Promise<Snapshot> {
  const row = found(
    await ctx.tx
      .selectFrom('dossierSubmission')
      .select('snapshot')
      .where('dossierId', '=', dossierId)
      .orderBy('ordinal', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  return readSnapshot(row.snapshot)
}

async function sessionName(ctx: Ctx, roundId: string | null): Promise<string> {
  if (roundId === null) return ''
  const round = await ctx.tx.selectFrom('round').select('name').where('id', '=', roundId).executeTakeFirst()
  return round?.name ?? ''
}

const endings: Record<string, string> = {
  disqualified: 'hồ sơ bị loại',
  eliminated: 'sản phẩm bị loại',
  notAssessable: 'không đánh giá',
  stopped: 'dừng đánh giá',
}

function endingWords(outcome: string, basis: ResultBasis): string {
  return [endings[outcome] ?? 'không được xếp hạng', basis.endingText].filter((part) => part !== null).join(': ')
}

// The written answer to an objection, with its reasons.
import { dateInWords } from '#/platform/documents/vietnamese.ts'
import { formatDate } from '#/platform/text/format.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import type { Issuing } from '../certificate/decision-input.ts'
import { snapshotOf } from '../certificate/letter.actions.ts'
import { numberFor } from '../certificate/paper-number.ts'
import { letterheadOf, officeOf, producerOfPaper, productOfPaper } from '../commune/commune.papers.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import type { DossierRow } from '../dossier/dossier.move.ts'
import { letterheadView, setPaper } from '../paperwork/paper.ts'
import type { ObjectionOutcome } from './objection.ts'

/** Symbol of the notice; also the kind of its number series. */
export const ANSWER_SYMBOL = 'TB-VPĐP'

type Answer = {
  dossier: DossierRow
  objection: {
    id: string
    wants: string
    filedAt: Date
    paperId: string
    meanPrinted: string | null
    star: number | null
    meanwhile: string | null
  }
  outcome: ObjectionOutcome
  answer: string
  issuing: Issuing
  deciders: readonly string[]
}

export async function storeObjectionAnswer(ctx: Ctx, given: Answer): Promise<{ documentId: string; number: string }> {
  const { dossier, objection, issuing, outcome } = given
  const snapshot = await snapshotOf(ctx, dossier.id)
  const from = await officeOf(ctx.tx, dossier.authority)
  const told = await ctx.tx
    .selectFrom('document')
    .select(['title', 'number', 'issuedOn'])
    .where('id', '=', objection.paperId)
    .executeTakeFirstOrThrow()
  const number = await numberFor(ctx, from.id, ANSWER_SYMBOL, issuing.issuedOn, issuing.number)
  const title = `Trả lời kiến nghị về kết quả đánh giá: ${snapshot.product.name}`
  const documentId = await storeDocument(ctx, {
    authority: dossier.authority,
    bodyId: from.id,
    kind: 'objectionAnswer',
    subjectKind: 'objection',
    subjectId: objection.id,
    dossierId: dossier.id,
    title,
    numberEntryId: number.entryId,
    number: number.printed,
    issuedOn: issuing.issuedOn,
    signer: issuing.signerName,
    file: setPaper(
      'objection-answer',
      `Trả lời kiến nghị - ${snapshot.product.name}`,
      { createdAt: ctx.now.toISOString(), demo: dossier.demo },
      {
        letterhead: letterheadView(letterheadOf(from, { symbol: ANSWER_SYMBOL, number: number.bare, date: issuing.issuedOn })),
        addressees: [snapshot.producer.name],
        body: from.name,
        product: productOfPaper(snapshot),
        producer: producerOfPaper(snapshot),
        filedOn: formatDate(plainDateOf(objection.filedAt)),
        told: `${told.title}${told.number ? `, số ${told.number}` : ''}${told.issuedOn ? `, ${dateInWords(told.issuedOn)}` : ''}`,
        wants: objection.wants,
        deciders: given.deciders,
        conclusion:
          outcome === 'kept'
            ? 'Giữ nguyên kết quả đánh giá, phân hạng đã thông báo.'
            : 'Tổ chức đánh giá lại sản phẩm tại Hội đồng. Kết quả lần đầu được lưu giữ nguyên; kết quả mới dẫn chiếu kết quả lần đầu.',
        answer: given.answer,
        recipients: ['Như trên', 'UBND cấp xã nơi có sản phẩm'],
        archive: 'VT, OCOP',
        signature: { capacity: issuing.signerPost, name: issuing.signerName },
      },
    ),
  })
  return { documentId, number: number.printed }
}

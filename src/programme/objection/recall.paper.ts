// The decision that recalls a recognition.
import { dateInWords } from '#/platform/documents/vietnamese.ts'
import { issuingBodies } from '../certificate/decision.actions.ts'
import type { Issuing } from '../certificate/decision-input.ts'
import { DECISION_SYMBOL } from '../certificate/decision-paper.ts'
import { numberFor } from '../certificate/paper-number.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { letterheadView, setPaper } from '../paperwork/paper.ts'
import { ministryOn } from '../paperwork/titles.ts'
import { placeOfCommittee } from '../people/bodies.store.ts'
import type { RecallGround } from './recall.ts'

type Recalled = {
  id: string
  authority: string
  dossierId: string
  decision: { number: string | null; issuedOn: string }
  certificate: { productName: string; producerName: string; productCode: string; star: number; demo: boolean }
  ground: RecallGround
  reason: string
}

export async function storeRecallDecision(ctx: Ctx, recall: Recalled, issuing: Issuing): Promise<{ documentId: string; number: string }> {
  const { authority, certificate, decision, ground } = recall
  const { committee } = await issuingBodies(ctx.tx, authority)
  const number = await numberFor(ctx, committee.id, DECISION_SYMBOL, issuing.issuedOn, issuing.number)
  const title = `Thu hồi việc công nhận sản phẩm ${certificate.productName}`
  const documentId = await storeDocument(ctx, {
    authority,
    bodyId: committee.id,
    kind: 'recallDecision',
    subjectKind: 'recall',
    subjectId: recall.id,
    dossierId: recall.dossierId,
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
        recalled: `Quyết định số ${decision.number ?? ''} ${dateInWords(decision.issuedOn)}`,
        request:
          ground.kind === 'request' ? `Văn bản số ${ground.number} ${dateInWords(ground.datedOn)} của ${ministryOn(ground.datedOn)}` : null,
        product: certificate.productName,
        producer: certificate.producerName,
        code: certificate.productCode,
        star: String(certificate.star),
        reason: recall.reason,
        recipients: ['Như Điều 3', `${ministryOn(issuing.issuedOn)} (để báo cáo)`, 'UBND cấp xã nơi có sản phẩm'],
        archive: 'VT',
        signature: { capacity: issuing.signerPost, name: issuing.signerName },
      },
    ),
  })
  return { documentId, number: number.printed }
}

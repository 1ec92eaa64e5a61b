// The letter (công văn) that asks a laboratory for a test.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { dateInWords } from '#/platform/documents/vietnamese.ts'
import { snapshotOf } from '../certificate/letter.actions.ts'
import { numberFor } from '../certificate/paper-number.ts'
import { letterheadOf, officeOf, paperRegulation, producerOfPaper, productOfPaper } from '../commune/commune.papers.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import type { DossierRow } from '../dossier/dossier.move.ts'
import { letterheadView, setPaper } from '../paperwork/paper.ts'
import type { LabRequest } from './lab-test.ts'

const SYMBOL = 'CV-OCOP'

export async function storeLabRequest(
  ctx: Ctx,
  dossier: DossierRow,
  request: LabRequest & { id: string; criterionTitle: string | null },
): Promise<{ documentId: string; number: string }> {
  const today = plainDateOf(ctx.now)
  const snapshot = await snapshotOf(ctx, dossier.id)
  const from = await officeOf(ctx.tx, dossier.authority)
  const number = await numberFor(ctx, from.id, SYMBOL, today, { kind: 'next' })
  const { regulation } = ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const title = `Đề nghị kiểm nghiệm: ${snapshot.product.name}`
  const documentId = await storeDocument(ctx, {
    authority: dossier.authority,
    bodyId: from.id,
    kind: 'labRequest',
    subjectKind: 'labTest',
    subjectId: request.id,
    dossierId: dossier.id,
    title,
    numberEntryId: number.entryId,
    number: number.printed,
    issuedOn: today,
    signer: ctx.actor.name,
    file: setPaper(
      'lab-request',
      title.replace(':', ' -'),
      { createdAt: ctx.now.toISOString(), demo: dossier.demo },
      {
        letterhead: letterheadView(letterheadOf(from, { symbol: SYMBOL, number: number.bare, date: today })),
        addressees: [request.laboratory],
        regulation: paperRegulation(regulation),
        product: productOfPaper(snapshot),
        producer: producerOfPaper(snapshot),
        criterion: request.criterionTitle,
        what: request.what,
        why: request.why,
        dueOn: dateInWords(request.dueOn),
        recipients: ['Như trên', 'Chủ thể sản phẩm (để phối hợp)'],
        archive: 'VT, OCOP',
        signature: { capacity: ['THỦ TRƯỞNG CƠ QUAN'], name: ctx.actor.name },
      },
    ),
  })
  return { documentId, number: number.printed }
}

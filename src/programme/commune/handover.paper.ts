// The record of the hand-over of samples as a paper. One holds at a time; a corrected one names the one before.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import type { DossierRow } from '../dossier/dossier.move.ts'
import { renderSampleHandover } from '../paperwork/commune-papers.ts'
import { communeBody, letterheadOf, producerOfPaper, productOfPaper, officeOf } from './commune.papers.ts'
import { latestSubmission } from './submission.store.ts'

type Handover = { id: string; required: number; handed: number; note: string; handedAt: Date }

/** The record that holds; null when none was made. */
export async function handoverRecord(ctx: Ctx, handoverId: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('document')
    .select('id')
    .where('kind', '=', 'sampleHandover')
    .where('subjectId', '=', handoverId)
    .where('state', '=', 'issued')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Stores the record and returns its id; one that held before is cancelled, its bytes stay. */
export async function issueHandoverRecord(ctx: Ctx, dossier: DossierRow, handover: Handover): Promise<string> {
  const submission = await latestSubmission(ctx.tx, dossier.id)
  const { snapshot } = submission
  const body = await communeBody(ctx.tx, dossier)
  const office = await officeOf(ctx.tx, dossier.provinceCode)
  const before = await handoverRecord(ctx, handover.id)
  if (before) await ctx.tx.updateTable('document').set({ state: 'cancelled' }).where('id', '=', before).execute()
  const day = plainDateOf(handover.handedAt)
  return await storeDocument(ctx, {
    authority: dossier.provinceCode,
    bodyId: body.id,
    kind: 'sampleHandover',
    subjectKind: 'sampleHandover',
    subjectId: handover.id,
    dossierId: dossier.id,
    title: `Biên bản bàn giao mẫu: ${snapshot.product.name}`,
    issuedOn: day,
    signer: ctx.actor.name,
    correctsId: before,
    file: renderSampleHandover({
      createdAt: ctx.now.toISOString(),
      demo: dossier.demo,
      letterhead: letterheadOf(body, { symbol: '', number: null, date: day }),
      handedAt: handover.handedAt.toISOString(),
      at: body.name,
      giver: { name: ctx.actor.name, post: 'Công chức được giao', body: body.name },
      receiver: { name: '', post: '', body: office.name },
      dossierCode: dossier.slipNumber ?? submission.receiptNumber,
      product: productOfPaper(snapshot),
      producer: producerOfPaper(snapshot),
      samples:
        handover.handed === 0
          ? { none: handover.required === 0 ? 'bộ sản phẩm này không phải nộp mẫu' : handover.note }
          : [{ quantity: handover.handed, unit: 'đơn vị' }],
      condition: handover.handed === 0 ? 'không có mẫu' : 'nguyên bao bì',
      ...(handover.note === '' ? {} : { note: handover.note }),
    }),
  })
}

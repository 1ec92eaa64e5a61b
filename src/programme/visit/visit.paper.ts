// The record of a field visit (biên bản kiểm tra thực tế, NĐ 30/2020 Phụ lục III mẫu 1.9): stored once, with the next number of the office.
import { plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { dateInWords } from '#/platform/documents/vietnamese.ts'
import { snapshotOf } from '../certificate/letter.actions.ts'
import { numberFor } from '../certificate/paper-number.ts'
import { letterheadOf, officeOf, paperRegulation, producerOfPaper, productOfPaper } from '../commune/commune.papers.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import type { IncomingPhoto } from '../document/incoming.ts'
import type { DossierRow } from '../dossier/dossier.move.ts'
import { letterheadView, setPaper } from '../paperwork/paper.ts'
import { placeOnEarth, verdictWords, type CheckLine, type VisitRecord } from './visit.ts'

export const VISIT_SYMBOL = 'BB-VPĐP'

type Facts = VisitRecord & {
  id: string
  place: string
  members: readonly { name: string; post: string; voting: boolean }[]
  lines: readonly CheckLine[]
  photos: readonly IncomingPhoto[]
}

export async function storeVisitRecord(ctx: Ctx, dossier: DossierRow, visit: Facts): Promise<{ documentId: string; number: string }> {
  const today: PlainDate = plainDateOf(ctx.now)
  const snapshot = await snapshotOf(ctx, dossier.id)
  const from = await officeOf(ctx.tx, dossier.authority)
  const { regulation } = ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const number = await numberFor(ctx, from.id, VISIT_SYMBOL, today, { kind: 'next' })
  const titles = new Map(visit.lines.map((line) => [line.code, line.title]))
  const pictures = visit.photos.map((photo, index) => ({ name: `photo-${index + 1}.webp`, bytes: photo.bytes }))
  const title = `Biên bản kiểm tra thực tế: ${snapshot.product.name}`
  const file = setPaper(
    'visit-record',
    `Biên bản kiểm tra thực tế - ${snapshot.product.name}`,
    { createdAt: ctx.now.toISOString(), demo: dossier.demo },
    {
      letterhead: letterheadView(letterheadOf(from, { symbol: VISIT_SYMBOL, number: number.bare, date: today })),
      regulation: paperRegulation(regulation),
      product: productOfPaper(snapshot),
      producer: producerOfPaper(snapshot),
      visitedOn: dateInWords(visit.visitedOn),
      place: visit.place,
      gps: placeOnEarth(visit),
      members: visit.members.map((one) => ({ name: one.name, post: one.post, voting: one.voting })),
      producerSide: visit.producerSide,
      findings: visit.findings,
      conclusion: visit.conclusion,
      checks: visit.answers.map((answer) => ({
        code: answer.criterion,
        title: titles.get(answer.criterion) ?? '',
        verdict: verdictWords[answer.verdict].vi,
        remark: answer.remark,
      })),
      pictures: pictures.map((picture) => picture.name),
      recipients: ['Hội đồng đánh giá, phân hạng', 'Chủ thể sản phẩm'],
      archive: 'VT, OCOP',
      signature: { capacity: ['NGƯỜI LẬP BIÊN BẢN'], name: ctx.actor.name },
    },
    pictures,
  )
  const documentId = await storeDocument(ctx, {
    authority: dossier.authority,
    bodyId: from.id,
    kind: 'visitRecord',
    subjectKind: 'fieldVisit',
    subjectId: visit.id,
    dossierId: dossier.id,
    title,
    numberEntryId: number.entryId,
    number: number.printed,
    issuedOn: today,
    signer: ctx.actor.name,
    file,
  })
  return { documentId, number: number.printed }
}

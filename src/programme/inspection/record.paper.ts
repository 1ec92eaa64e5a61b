// The record of an inspection as a paper (biên bản, NĐ 30/2020 Phụ lục III mẫu 1.9): stored once, with the next number of the office.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { dateInTable, dateInWords } from '#/platform/documents/vietnamese.ts'
import { numberFor } from '../certificate/paper-number.ts'
import { letterheadOf, officeOf, paperRegulation } from '../commune/commune.papers.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import type { IncomingPhoto } from '../document/incoming.ts'
import { letterheadView, setPaper } from '../paperwork/paper.ts'
import { unitName } from '../units/units.store.ts'
import type { Era } from '../units/units.ts'
import { VISIT_SYMBOL } from '../visit/visit.paper.ts'
import { checkVerdictWords } from './checklist.ts'
import { inspectionKindWords, siteWords, type InspectionKind, type InspectionRecord, type Site } from './inspection.ts'

type Inspected = {
  id: string
  authority: string
  kind: InspectionKind
  site: Site
  place: string
  producerId: string | null
  demo: boolean
}
type Facts = InspectionRecord & {
  members: readonly { name: string; post: string; body: string | null; lead: boolean }[]
  products: readonly { name: string; productCode: string | null; star: number | null; lastValidOn: string | null }[]
  photos: readonly IncomingPhoto[]
}

export async function storeInspectionRecord(
  ctx: Ctx,
  inspection: Inspected,
  record: Facts,
): Promise<{ documentId: string; number: string }> {
  const today = plainDateOf(ctx.now)
  const from = await officeOf(ctx.tx, inspection.authority)
  const producer =
    inspection.producerId === null
      ? null
      : await ctx.tx
          .selectFrom('producer')
          .select(['name', 'addressLine', 'unitEra', 'communeCode'])
          .where('id', '=', inspection.producerId)
          .executeTakeFirstOrThrow()
  const commune = producer === null ? '' : ((await unitName(ctx.tx, producer.unitEra as Era, producer.communeCode)) ?? '')
  const number = await numberFor(ctx, from.id, VISIT_SYMBOL, today, { kind: 'next' })
  const pictures = record.photos.map((photo, index) => ({ name: `photo-${index + 1}.webp`, bytes: photo.bytes }))
  const subject = producer?.name ?? inspection.place
  const lead = record.members.find((one) => one.lead)
  const file = setPaper(
    'inspection-record',
    `Biên bản kiểm tra - ${subject}`,
    { createdAt: ctx.now.toISOString(), demo: inspection.demo },
    {
      letterhead: letterheadView(letterheadOf(from, { symbol: VISIT_SYMBOL, number: number.bare, date: today })),
      regulation: paperRegulation(ctx.regulations.current.regulation),
      subject,
      kind: inspectionKindWords[inspection.kind].vi.toLowerCase(),
      site: siteWords[inspection.site].vi.toLowerCase(),
      doneOn: dateInWords(record.doneOn),
      place: inspection.place,
      producer:
        producer === null
          ? null
          : { name: producer.name, address: [producer.addressLine, commune].filter((part) => part !== '').join(', ') },
      metBy: record.metBy,
      members: record.members.map((one) => ({
        name: one.name,
        post: [one.post, one.body !== null && one.body !== one.post ? one.body : ''].filter((part) => part !== '').join(', '),
        role: one.lead ? 'Trưởng đoàn' : 'Thành viên',
      })),
      products: record.products.map((one) => ({
        name: one.name,
        code: one.productCode ?? '',
        star: one.star === null ? 'không có giấy chứng nhận còn giá trị' : `${one.star} sao`,
        until: one.lastValidOn === null ? '' : dateInTable(one.lastValidOn),
      })),
      checks: record.answers.map((one) => ({ title: one.title, verdict: checkVerdictWords[one.verdict].vi, remark: one.remark })),
      findings: record.findings,
      conclusion: record.conclusion,
      pictures: pictures.map((picture) => picture.name),
      recipients: [producer === null ? 'Đại diện nơi được kiểm tra' : 'Chủ thể được kiểm tra', 'Các cơ quan có người trong đoàn'],
      archive: 'VT, OCOP',
      signatures: [
        { capacity: ['ĐẠI DIỆN NƠI ĐƯỢC KIỂM TRA'], name: '' },
        { capacity: ['NGƯỜI LẬP BIÊN BẢN'], name: ctx.actor.name },
        { capacity: ['TRƯỞNG ĐOÀN'], name: lead?.name ?? '' },
      ],
    },
    pictures,
  )
  const documentId = await storeDocument(ctx, {
    authority: inspection.authority,
    bodyId: from.id,
    kind: 'inspectionRecord',
    subjectKind: 'inspection',
    subjectId: inspection.id,
    title: `Biên bản kiểm tra sau công nhận: ${subject}`,
    numberEntryId: number.entryId,
    number: number.printed,
    issuedOn: today,
    signer: ctx.actor.name,
    file,
  })
  return { documentId, number: number.printed }
}

// Certificates of attendance: one press for everyone who was there, each its own paper with its own number of the office's register.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { dateInTable, dateInWords } from '#/platform/documents/vietnamese.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { numberFor } from '../certificate/paper-number.ts'
import { letterheadOf, officeOf } from '../commune/commune.papers.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { Fields, type Typed } from '../fields.ts'
import { letterheadView, setPaper } from '../paperwork/paper.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { unitName } from '../units/units.store.ts'
import { CURRENT_ERA } from '../units/units.ts'
import { courseToKeep, logCourse } from './course.load.ts'
import { courseKindWords } from './training.ts'

/** Interpretation: no decision prescribes the sheet, so it is the office's own paper, laid out as NĐ 30/2020, signed by its head. */
const SYMBOL = 'GCN-OCOP'
/** What one press carries; the rest takes another. */
export const MOST_AT_ONCE = 200

/** Returns how many were issued. Pressed again it issues only to those still without one; nobody gets two. */
export async function issueTrainingCertificates(ctx: Ctx, courseId: string, input: Typed<'signerName' | 'signerPost'>): Promise<number> {
  const course = await courseToKeep(ctx, courseId, ['held'])
  const fields = new Fields<'signerName' | 'signerPost'>(input)
  const signerName = fields.text('signerName', { max: 100, required: { vi: 'Ghi họ tên người ký.', en: 'Name the signer.' } })
  const signerPost = fields.text('signerPost', { max: 100, required: { vi: 'Ghi chức vụ người ký.', en: 'Write the signer’s post.' } })
  fields.done()
  const people = await ctx.tx
    .selectFrom('trainingAttendance as t')
    .leftJoin('producer as o', 'o.id', 't.producerId')
    .leftJoin('body as b', 'b.id', 't.bodyId')
    .select(['t.id', 't.personName', 't.producerId', 't.communeCode', 'o.name as producer', 'b.name as body'])
    .where('t.courseId', '=', courseId)
    .where('t.removedAt', 'is', null)
    .where('t.present', '=', true)
    .where('t.certificateNumber', 'is', null)
    .orderBy('t.nameFolded')
    .orderBy('t.id')
    .limit(MOST_AT_ONCE)
    .execute()
  if (people.length === 0) throw new AppError('training.noneToCertify')
  const office = await officeOf(ctx.tx, course.authority)
  const today = plainDateOf(ctx.now)
  for (const person of people) {
    const number = await numberFor(ctx, office.id, SYMBOL, today, { kind: 'next' })
    const commune = person.communeCode === null ? null : await unitName(ctx.tx, CURRENT_ERA, person.communeCode)
    const documentId = await storeDocument(ctx, {
      authority: course.authority,
      bodyId: office.id,
      kind: 'trainingCertificate',
      subjectKind: 'trainingAttendance',
      subjectId: person.id,
      title: `Giấy chứng nhận tham gia: ${course.title}`,
      numberEntryId: number.entryId,
      number: number.printed,
      issuedOn: today,
      signer: signerName,
      file: setPaper(
        'training-certificate',
        `Giấy chứng nhận ${number.bare}`,
        { createdAt: ctx.now.toISOString(), demo: course.demo },
        {
          letterhead: letterheadView(letterheadOf(office, { symbol: SYMBOL, number: number.bare, date: today })),
          office: office.name,
          person: person.personName,
          from: person.producer ?? person.body ?? commune,
          kind: courseKindWords[course.kind].vi.toLowerCase(),
          course: course.title,
          days:
            course.startsOn === course.endsOn
              ? dateInWords(course.startsOn)
              : `từ ngày ${dateInTable(course.startsOn)} đến ngày ${dateInTable(course.endsOn)}`,
          place: course.place,
          recipients: ['Người có tên ở trên'],
          archive: 'VT, OCOP',
          signature: { capacity: [signerPost.toUpperCase()], name: signerName },
        },
      ),
    })
    await ctx.tx
      .updateTable('trainingAttendance')
      .set({ certificateNumber: number.printed, certificateDocumentId: documentId, certificateOn: today })
      .where('id', '=', person.id)
      .execute()
  }
  const producerIds = [...new Set(people.flatMap((person) => (person.producerId === null ? [] : [person.producerId])))]
  const accounts: string[] = []
  for (const producerId of producerIds)
    accounts.push(...(await accountsWithRole(ctx.tx, 'producer', { authority: course.provinceCode, producerId }, ctx.now)))
  await notify(ctx, accounts, {
    kind: 'training.certified',
    dedupe: `${courseId} ${today}`,
    subjectKind: 'trainingCourse',
    subjectId: courseId,
    link: `/tap-huan/${courseId}`,
    params: { course: course.title },
  })
  await logCourse(ctx, course, 'training.certified', { count: people.length })
  return people.length
}

// Tells holders on paper that their certificates end: numbered, frozen, one for each certificate, sent to the producer and its commune (S0:199).
import { addDays, plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { dateInTable } from '#/platform/documents/vietnamese.ts'
import { audit, type Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { noticeDesk } from '../dossier/reminder.job.ts'
import { serves, type Actor } from '../people/actor.ts'
import { provinceOf } from '../people/authority.ts'
import { placeOfCommittee } from '../people/bodies.store.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { must, mustSee } from '../refuse.ts'
import type { Regulations } from '../regulations.ts'
import { readIssuing, type Issuing, type IssuingForm } from './decision-input.ts'
import { issuingBodies } from './decision.actions.ts'
import { renderExpiryLetter } from './expiry-letter.paper.ts'
import { numberFor } from './paper-number.ts'
import { readCertificateSnapshot } from './public-status.ts'
import { renewalWindow } from './validity.ts'

export const EXPIRY_SYMBOL = 'TB-OCOP'
const MOST_AT_ONCE = 50

/** Whether the desk may write: from the day the time for re-assessment opens (180 days before, Đ7.6) to the last valid day. */
export const mayBeTold = (lastValidOn: PlainDate, today: PlainDate): boolean =>
  renewalWindow(lastValidOn).from <= today && today <= lastValidOn

const endings = (db: Db | Tx, provinceCode: string) =>
  db
    .selectFrom('certificate as c')
    .leftJoin('recognitionDecision as d', 'd.id', 'c.decisionId')
    .leftJoin('expiryLetter as l', 'l.certificateId', 'c.id')
    .where('c.provinceCode', '=', provinceCode)

/**
 * Certificates of the actor's desk that end within the time and of which no letter was sent, the first to end first; at most `most`. The desk is
 * the one that has the duty today, as for the notices in the program.
 */
export async function endingWithoutLetter(
  db: Db | Tx,
  regulations: Pick<Regulations, 'dutyHolder'>,
  actor: Actor,
  today: PlainDate,
  most = 200,
) {
  mustSee(serves(actor, actor.authority, 'office'))
  const rows = await endings(db, provinceOf(actor.authority))
    .select(['c.id', 'c.productName', 'c.producerName', 'c.star', 'c.lastValidOn', 'c.provinceCode', 'd.authority as issuedBy'])
    .where('c.state', '=', 'valid')
    .where('c.lastValidOn', '>=', today)
    .where('c.lastValidOn', '<=', addDays(today, 180))
    .where('l.certificateId', 'is', null)
    .orderBy('c.lastValidOn')
    .orderBy('c.id')
    .limit(most)
    .execute()
  return rows.filter((row) => noticeDesk(regulations, row, today) === actor.authority)
}

/** The letter of a certificate; null while none was sent. */
export async function expiryLetterOf(db: Db | Tx, certificateId: string): Promise<{ documentId: string; number: string | null } | null> {
  const row = await db
    .selectFrom('expiryLetter as l')
    .innerJoin('document as p', 'p.id', 'l.documentId')
    .select(['l.documentId', 'p.number'])
    .where('l.certificateId', '=', certificateId)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Writes one letter for each certificate named, in one transaction: all of them or none. Several take the next numbers; one may take a number
 * reserved or given outside. Refused where a letter was sent before, the time has not come or the certificate holds no more.
 */
export async function issueExpiryLetters(
  ctx: Ctx,
  ids: readonly string[],
  form: IssuingForm,
): Promise<{ documentId: string; number: string }[]> {
  const { authority } = ctx.actor
  mustSee(serves(ctx.actor, authority, 'office', 'leader', 'clerk'))
  must(serves(ctx.actor, authority, 'office'))
  const today = plainDateOf(ctx.now)
  const named = [...new Set(ids)].filter(isId)
  if (named.length === 0 || named.length > MOST_AT_ONCE)
    throw new AppError(
      'invalid',
      {},
      { certificates: { vi: `Chọn từ 1 đến ${MOST_AT_ONCE} giấy chứng nhận.`, en: `Choose 1 to ${MOST_AT_ONCE} certificates.` } },
    )
  const rows = await endings(ctx.tx, provinceOf(authority))
    .selectAll('c')
    .select(['d.authority as issuedBy', 'l.documentId as letter'])
    .where('c.id', 'in', named)
    .orderBy('c.lastValidOn')
    .orderBy('c.id')
    .forUpdate('c')
    .execute()
  mustSee(rows.length === named.length && rows.every((row) => noticeDesk(ctx.regulations, row, today) === authority))
  for (const row of rows) {
    if (row.letter !== null || (await expiryLetterOf(ctx.tx, row.id)))
      throw new AppError('certificate.endTold', { product: row.productName })
    if (row.state !== 'valid' || !mayBeTold(row.lastValidOn, today))
      throw new AppError('certificate.endNotNear', { product: row.productName })
  }
  // No letter is older than the time it speaks of.
  const earliest =
    rows
      .map((row) => renewalWindow(row.lastValidOn).from)
      .toSorted()
      .at(-1) ?? today
  const issuing = readIssuing(form, today, '1900-01-01')
  if (issuing.issuedOn < earliest)
    throw new AppError(
      'invalid',
      {},
      { issuedOn: { vi: `Không sớm hơn ngày ${dateInTable(earliest)}.`, en: `Not before ${dateInTable(earliest)}.` } },
    )
  if (rows.length > 1 && issuing.number.kind !== 'next')
    throw new AppError(
      'invalid',
      {},
      { numberKind: { vi: 'Nhiều thông báo thì lấy các số kế tiếp.', en: 'Several letters take the next numbers.' } },
    )
  const sent = []
  for (const row of rows) sent.push(await writeLetter(ctx, row, issuing))
  return sent
}

type Ending = {
  id: string
  provinceCode: string
  communeCode: string
  dossierId: string | null
  producerId: string
  productName: string
  producerName: string
  productCode: string
  star: number
  issuedOn: PlainDate
  lastValidOn: PlainDate
  snapshot: unknown
  demo: boolean
}

async function writeLetter(ctx: Ctx, row: Ending, issuing: Issuing): Promise<{ documentId: string; number: string }> {
  const { authority } = ctx.actor
  const { committee, office } = await issuingBodies(ctx.tx, authority)
  const { decision, place } = readCertificateSnapshot(row.snapshot)
  const number = await numberFor(ctx, office.id, EXPIRY_SYMBOL, issuing.issuedOn, issuing.number)
  const file = renderExpiryLetter({
    createdAt: ctx.now.toISOString(),
    demo: row.demo,
    letterhead: {
      parentBody: committee.name,
      body: office.name,
      number: number.bare,
      symbol: EXPIRY_SYMBOL,
      place: placeOfCommittee(committee.name),
      date: issuing.issuedOn,
    },
    body: office.name,
    product: row.productName,
    producer: row.producerName,
    commune: `UBND ${place.commune}`,
    code: row.productCode,
    star: row.star,
    issuedOn: row.issuedOn,
    lastValidOn: row.lastValidOn,
    decision: `Quyết định số ${decision.number} ngày ${dateInTable(decision.date)} của ${decision.issuer}`,
    on: issuing.issuedOn,
    recipients: ['Như trên'],
    archive: 'VT, OCOP',
    signature: { capacity: issuing.signerPost, name: issuing.signerName },
  })
  const documentId = await storeDocument(ctx, {
    authority,
    bodyId: office.id,
    kind: 'expiryLetter',
    subjectKind: 'certificate',
    subjectId: row.id,
    dossierId: null,
    title: `Thông báo thời hạn Giấy chứng nhận: ${row.productName}`,
    numberEntryId: number.entryId,
    number: number.printed,
    issuedOn: issuing.issuedOn,
    signer: issuing.signerName,
    file,
  })
  await ctx.tx
    .insertInto('expiryLetter')
    .values({ certificateId: row.id, documentId, issuedBy: ctx.actor.accountId, issuedAt: ctx.now })
    .execute()
  await audit(ctx, {
    verb: 'certificate.endTold',
    subjectKind: 'certificate',
    subjectId: row.id,
    authority: row.provinceCode,
    dossierId: row.dossierId,
    payload: { number: number.printed, lastValidOn: row.lastValidOn },
  })
  const scope = { authority: row.provinceCode }
  const holders = await accountsWithRole(ctx.tx, 'producer', { ...scope, producerId: row.producerId }, ctx.now)
  const commune = await accountsWithRole(ctx.tx, 'communeOfficer', { ...scope, communeCode: row.communeCode }, ctx.now)
  await notify(ctx, [...holders, ...commune], {
    kind: 'certificate.endTold',
    dedupe: row.id,
    subjectKind: 'certificate',
    subjectId: row.id,
    link: `/tep/van-ban/${documentId}`,
    params: { product: row.productName, number: number.printed },
  })
  return { documentId, number: number.printed }
}

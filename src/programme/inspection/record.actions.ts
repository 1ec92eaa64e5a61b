// The record of an inspection (biên bản): written once with its paper, then signed by the other side, or left unsigned with the reason.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { addAttachments } from '../attachment/attachment.actions.ts'
import type { Ctx } from '../context.ts'
import type { IncomingFile, IncomingPhoto } from '../document/incoming.ts'
import { Fields, mustBeVersion, readReason, type Typed } from '../fields.ts'
import { checklistOf } from './checklist.ts'
import { inspectionFor, logInspection, tellDesk, tellProducer, type InspectionRecordRow } from './inspection.load.ts'
import { readRecord } from './inspection.ts'
import { storeInspectionRecord } from './record.paper.ts'
import { teamCandidates } from './team.store.ts'

/** Signed on paper at the place or left unsigned, as the office or the team notes it. */
export const signings = ['signed', 'refused'] as const

type Given = { present: readonly string[]; photos: readonly IncomingPhoto[]; files: readonly IncomingFile[]; version: number }

/**
 * Writes the record with its number and paper. `present`: members that came; whoever got a conflict meanwhile is left out. Where a producer is
 * inspected, the record waits for it; at a place of nobody in the registers `signing` says at once how it ended. Written once; a mistake is put
 * right by another inspection.
 */
export async function recordInspection(
  ctx: Ctx,
  id: unknown,
  input: Readonly<Record<string, unknown>>,
  given: Given,
): Promise<{ documentId: string; number: string }> {
  const inspection = await inspectionFor(ctx, id, 'record', ['planned'])
  const list = checklistOf(inspection.checklist)
  const today = plainDateOf(ctx.now)
  const record = readRecord(input, list, today)
  const ended = inspection.producerId === null ? readSigning(input) : null
  if (given.photos.length > 20) throw new AppError('invalid', {}, { photos: { vi: 'Đính nhiều nhất 20 ảnh.', en: 'At most 20 photos.' } })
  mustBePapers(given.files)
  mustBeVersion(inspection.version, given.version)
  const products = await ctx.tx
    .selectFrom('inspectionProduct as t')
    .innerJoin('product as p', 'p.id', 't.productId')
    .leftJoin('certificate as k', 'k.id', 't.certificateId')
    .select(['t.productId', 't.name', 'p.producerId', 'k.productCode', 'k.star', 'k.lastValidOn'])
    .where('t.inspectionId', '=', inspection.id)
    .orderBy('t.name')
    .execute()
  const came = await whoCame(ctx, inspection, products, given.present)
  for (const one of inspection.members)
    await ctx.tx
      .updateTable('inspectionMember')
      .set({ present: came.includes(one) })
      .where('id', '=', one.id)
      .execute()
  const { answers, ...facts } = record
  await ctx.tx
    .insertInto('inspectionAnswer')
    .values(answers.map((answer) => ({ inspectionId: inspection.id, ...answer })))
    .execute()
  const owner = { kind: 'inspection' as const, id: inspection.id, authority: inspection.authority }
  const pictures = asFiles(given.photos)
  for (let from = 0; from < pictures.length; from += 10)
    await addAttachments(ctx, owner, pictures.slice(from, from + 10), { field: 'photos' })
  if (given.files.length > 0) await addAttachments(ctx, owner, given.files)
  const paper = await storeInspectionRecord(ctx, inspection, { ...record, members: came, products, photos: given.photos })
  await ctx.tx
    .updateTable('inspection')
    .set({
      ...facts,
      ...(ended ?? { state: 'recorded' }),
      ...paper,
      recordedBy: ctx.actor.accountId,
      recordedAt: ctx.now,
      ...(ended ? { answeredBy: ctx.actor.accountId, answeredAt: ctx.now } : {}),
      version: inspection.version + 1,
    })
    .where('id', '=', inspection.id)
    .execute()
  await logInspection(ctx, inspection, 'inspection.recorded', {
    number: paper.number,
    doneOn: record.doneOn,
    faults: answers.filter((one) => one.verdict === 'fault').map((one) => one.item),
    people: came.length,
  })
  const link = `/hau-kiem/${inspection.id}`
  const params = { number: paper.number, date: formatDate(record.doneOn) }
  await tellProducer(ctx, inspection, 'inspection', { kind: 'inspection.recorded', dedupe: inspection.id, link, params })
  await tellDesk(ctx, inspection, 'office', 'inspection', { kind: 'inspection.recordedDesk', dedupe: inspection.id, link, params })
  return paper
}

/** Redrawn photos as files of a record. */
export function asFiles(photos: readonly IncomingPhoto[]): IncomingFile[] {
  return photos.map((photo, index) => ({ ...photo, fileName: `anh-${index + 1}.webp`, pageCount: null }))
}

/** Photos go through their own field, where place and camera are taken out of them. */
export function mustBePapers(files: readonly IncomingFile[]): void {
  if (files.some((file) => file.mediaType.startsWith('image/')))
    throw new AppError('invalid', {}, { files: { vi: 'Ảnh gửi ở ô Ảnh.', en: 'Send photos in the field for photos.' } })
}

async function whoCame(
  ctx: Ctx,
  inspection: InspectionRecordRow,
  products: readonly { productId: string; producerId: string }[],
  present: readonly string[],
) {
  const inspected = {
    authority: inspection.authority,
    communeCode: inspection.communeCode,
    productIds: products.map((one) => one.productId),
    producerIds: [...new Set([inspection.producerId, ...products.map((one) => one.producerId)].filter((one) => one !== null))],
  }
  const conflicted = (await teamCandidates(ctx.tx, inspected, plainDateOf(ctx.now))).filter((one) => one.conflicted)
  const came = inspection.members.filter(
    (one) => present.includes(one.id) && !conflicted.some((other) => other.accountId === one.accountId),
  )
  if (came.length === 0) throw new AppError('invalid', {}, { present: { vi: 'Đánh dấu những người có mặt.', en: 'Mark who was there.' } })
  return came
}

function readSigning(input: Readonly<Record<string, unknown>>): { state: 'signed' | 'unsigned'; answer: string } {
  const fields = new Fields<'signing' | 'answer'>(input)
  const signing = fields.oneOf('signing', signings, { required: true })
  const answer = fields.text('answer', {
    max: 1000,
    multiline: true,
    required: signing === 'refused' && { vi: 'Ghi lý do không ký.', en: 'Say why it is not signed.' },
  })
  fields.done()
  return { state: signing === 'signed' ? 'signed' : 'unsigned', answer }
}

/** The producer has read the record and signs it, with a word of its own where it has one. */
export async function signRecord(ctx: Ctx, id: unknown, input: Typed<'answer'>): Promise<void> {
  const inspection = await inspectionFor(ctx, id, 'owner', ['recorded'])
  const fields = new Fields<'answer'>(input)
  const answer = fields.text('answer', { max: 1000, multiline: true })
  fields.done()
  await endRecord(ctx, inspection, 'signed', answer)
}

/** The producer does not sign, and says why; the record stands as it is. */
export async function refuseRecord(ctx: Ctx, id: unknown, input: { reason?: unknown }): Promise<void> {
  const inspection = await inspectionFor(ctx, id, 'owner', ['recorded'])
  await endRecord(
    ctx,
    inspection,
    'unsigned',
    readReason(input.reason, 1000, { vi: 'Ghi lý do không ký.', en: 'Say why it is not signed.' }),
  )
}

/** Signed by hand, or refused before witnesses: the office notes it, with the scan where there is one. */
export async function noteSigning(
  ctx: Ctx,
  id: unknown,
  input: Readonly<Record<string, unknown>>,
  files: readonly IncomingFile[],
): Promise<void> {
  const inspection = await inspectionFor(ctx, id, 'keep', ['recorded'])
  const { state, answer } = readSigning(input)
  if (files.length > 0)
    await addAttachments(ctx, { kind: 'inspection', id: inspection.id, authority: inspection.authority }, files, {
      caption: 'Bản ký tay',
    })
  await endRecord(ctx, inspection, state, answer)
}

async function endRecord(ctx: Ctx, inspection: InspectionRecordRow, state: 'signed' | 'unsigned', answer: string): Promise<void> {
  await ctx.tx
    .updateTable('inspection')
    .set({ state, answer, answeredBy: ctx.actor.accountId, answeredAt: ctx.now, version: inspection.version + 1 })
    .where('id', '=', inspection.id)
    .execute()
  await logInspection(ctx, inspection, state === 'signed' ? 'inspection.signed' : 'inspection.unsigned', { reason: answer })
  await tellDesk(ctx, inspection, 'office', 'inspection', {
    kind: state === 'signed' ? 'inspection.signed' : 'inspection.unsigned',
    dedupe: inspection.id,
    link: `/hau-kiem/${inspection.id}`,
    params: { number: inspection.number ?? '' },
  })
}

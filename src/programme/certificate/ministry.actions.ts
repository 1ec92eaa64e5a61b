// Results of 90 points and more: packed for the ministry, then recorded as sent (QĐ 26/2026 Đ6, Đ7.3.e).
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { dateInWords } from '#/platform/documents/vietnamese.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { storeFile } from '../document/document.ts'
import { dossierForUpdate, moveDossier } from '../dossier/dossier.move.ts'
import type { SnapshotPaper } from '../dossier/snapshot.ts'
import { serves } from '../people/actor.ts'
import { packForMinistry, type PackedPaper } from '../paperwork/ministry-package.ts'
import { renderMinistrySubmission } from '../paperwork/result-papers.ts'
import { draftMarkOn, ministryOn } from '../paperwork/titles.ts'
import { found, must, mustSee } from '../refuse.ts'
import { issuingBodies } from './decision.actions.ts'
import { placeOfCommittee } from '../people/bodies.store.ts'
import { addressOf } from './decision-paper.ts'
import { snapshotOf } from './letter.actions.ts'
import { ministryList, type PackSource } from './ministry-list.ts'

const ZIP_TYPE = 'application/zip'

/** Builds the pack anew from the stored papers and keeps it as a file; earlier packs stay. Office; only after the approval is issued. */
export async function buildMinistryPack(ctx: Ctx, resultId: string): Promise<string> {
  const authority = ctx.actor.authority
  const result = await approvedResult(ctx, resultId)
  const dossier = await dossierForUpdate(ctx.tx, result.dossierId)
  if (dossier.state !== 'concluded') throw new AppError('stateConflict', { state: 'hồ sơ không còn chờ gửi Bộ' })
  const pack = ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const snapshot = await snapshotOf(ctx, dossier.id)
  const { committee } = await issuingBodies(ctx.tx, authority)
  const list = ministryList(pack.regulation, dossier.kind as 'first', dossier.setNo, await sourcesOf(ctx, result, snapshot.papers))
  const missing = [...list.missing]
  const papers: PackedPaper[] = []
  for (const entry of list.entries) {
    const bytes = await readOrNull(ctx, entry.sha256)
    if (bytes === null) missing.push({ paper: entry.title, reason: 'Tệp không còn đọc được trong kho lưu trữ' })
    else papers.push({ title: entry.title, name: entry.name, bytes, folder: entry.folder })
  }
  const today = plainDateOf(ctx.now)
  const letter = renderMinistrySubmission({
    createdAt: ctx.now.toISOString(),
    demo: dossier.demo,
    // The number and date are filled in when the signed letter is registered; the pack holds the text to be signed.
    letterhead: {
      body: committee.name,
      number: null,
      symbol: `UBND-${draftMarkOn(today)}`,
      place: placeOfCommittee(committee.name),
      date: null,
    },
    addressees: [ministryOn(today)],
    body: committee.name,
    asked: ministryOn(today),
    regulation: `Quyết định số ${pack.regulation.number}`,
    products: [
      {
        product: snapshot.product.name,
        producer: snapshot.producer.name,
        address: addressOf(snapshot),
        set: dossier.setNo,
        mean: result.meanPrinted ?? '',
        approval: `Số ${result.number} ${dateInWords(result.issuedOn)}`,
      },
    ],
    enclosures: [...new Set(papers.map((paper) => paper.title))],
    missing,
    recipients: ['Như trên', 'Chủ tịch, các Phó Chủ tịch UBND tỉnh'],
    archive: `VT, ${draftMarkOn(today)}`,
    signature: { capacity: ['CHỦ TỊCH'], name: '' },
  })
  const dossierCode = dossier.slipNumber ?? dossier.id.slice(-8).toUpperCase()
  const made = packForMinistry({
    createdAt: ctx.now.toISOString(),
    dossierCode,
    product: snapshot.product.name,
    producer: snapshot.producer.name,
    regulation: { id: pack.id, title: pack.regulation.title.vi, contentHash: dossier.regulationHash },
    papers: [{ title: 'Văn bản đề nghị của UBND cấp tỉnh (bản trình ký)', name: letter.name, bytes: letter.bytes }, ...papers],
    missing,
    demo: dossier.demo,
  })
  const sha256 = await storeFile(ctx, made.bytes, ZIP_TYPE)
  const id = newId()
  await ctx.tx
    .insertInto('ministryPack')
    .values({
      id,
      resultId: result.id,
      dossierId: dossier.id,
      sha256,
      manifest: json({ format: 1, name: made.name, files: made.files, missing }),
      builtBy: ctx.actor.accountId,
      builtAt: ctx.now,
    })
    .execute()
  await audit(ctx, {
    verb: 'ministryPack.built',
    subjectKind: 'result',
    subjectId: result.id,
    authority,
    dossierId: dossier.id,
    payload: { sha256, files: made.files.length, missing: missing.length },
  })
  return id
}

/** Records that a pack was sent up; the dossier is then with the ministry. A second press is told so. */
export async function recordSentToMinistry(ctx: Ctx, packId: string): Promise<void> {
  const authority = ctx.actor.authority
  mustSee(serves(ctx.actor, authority, 'office', 'leader', 'clerk'))
  must(serves(ctx.actor, authority, 'office'))
  const pack = found(
    isId(packId)
      ? await ctx.tx
          .selectFrom('ministryPack as p')
          .innerJoin('result as r', 'r.id', 'p.resultId')
          .select(['p.id', 'p.dossierId', 'p.sha256', 'p.sentAt', 'r.state'])
          .where('p.id', '=', packId)
          .where('r.authority', '=', authority)
          .forUpdate('p')
          .executeTakeFirst()
      : null,
  )
  if (pack.sentAt !== null) throw new AppError('stateConflict', { state: 'đã ghi nhận gửi Bộ' })
  if (pack.state !== 'valid') throw new AppError('decision.resultTaken')
  const dossier = await dossierForUpdate(ctx.tx, pack.dossierId)
  await ctx.tx.updateTable('ministryPack').set({ sentBy: ctx.actor.accountId, sentAt: ctx.now }).where('id', '=', pack.id).execute()
  await moveDossier(ctx, dossier, 'sentToMinistry', 'dossier.sentToMinistry', { payload: { packId: pack.id, sha256: pack.sha256 } })
}

async function approvedResult(ctx: Ctx, resultId: string) {
  const authority = ctx.actor.authority
  mustSee(serves(ctx.actor, authority, 'office', 'leader', 'clerk'))
  must(serves(ctx.actor, authority, 'office'))
  const result = found(
    isId(resultId)
      ? await ctx.tx
          .selectFrom('result')
          .select(['id', 'dossierId', 'itemId', 'meanPrinted'])
          .where('id', '=', resultId)
          .where('authority', '=', authority)
          .where('state', '=', 'valid')
          .where('itemId', 'is not', null)
          .$narrowType<{ itemId: string }>()
          .forUpdate()
          .executeTakeFirst()
      : null,
  )
  const decision = await ctx.tx
    .selectFrom('recognitionItem as i')
    .innerJoin('recognitionDecision as d', 'd.id', 'i.decisionId')
    .select(['d.id as decisionId', 'd.number', 'd.issuedOn'])
    .where('i.resultId', '=', result.id)
    .where('d.kind', '=', 'approval')
    .where('d.state', '=', 'issued')
    .executeTakeFirst()
  if (!decision || decision.number === null || decision.issuedOn === null) throw new AppError('ministry.notApproved')
  return { ...result, decisionId: decision.decisionId, number: decision.number, issuedOn: decision.issuedOn }
}

/** Stored papers of the dossier, of its meeting and of its approval, and the evidence files as they were filed. */
async function sourcesOf(
  ctx: Ctx,
  result: { dossierId: string; itemId: string; id: string; decisionId: string },
  filed: Pick<SnapshotPaper, 'id' | 'title' | 'confidential' | 'files'>[],
): Promise<PackSource> {
  const item = await ctx.tx.selectFrom('agendaItem').select('meetingId').where('id', '=', result.itemId).executeTakeFirstOrThrow()
  const documents = await ctx.tx
    .selectFrom('document')
    .select(['id', 'kind', 'title', 'sha256', 'fileName', 'createdAt'])
    .where('state', 'in', ['issued', 'sent'])
    .where((where) =>
      where.or([
        where('dossierId', '=', result.dossierId),
        where('subjectId', 'in', [result.dossierId, result.itemId, result.id, item.meetingId, result.decisionId]),
      ]),
    )
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const signed = await ctx.tx
    .selectFrom('documentSignedCopy')
    .select(['documentId', 'sha256', 'fileName'])
    .where('documentId', 'in', documents.length === 0 ? ['00000000-0000-0000-0000-000000000000'] : documents.map((document) => document.id))
    .orderBy('attachedAt')
    .execute()
  // Marked when it was filed, or since.
  const marked = await ctx.tx
    .selectFrom('paper')
    .select('id')
    .where('confidential', '=', true)
    .where('id', 'in', filed.length === 0 ? ['00000000-0000-0000-0000-000000000000'] : filed.map((paper) => paper.id))
    .execute()
  const secret = new Set(marked.map((paper) => paper.id))
  return {
    documents,
    signed,
    evidence: filed.flatMap((paper) =>
      paper.files.map(({ sha256, fileName }) => ({
        title: paper.title,
        sha256,
        fileName,
        secret: paper.confidential || secret.has(paper.id),
      })),
    ),
  }
}

async function readOrNull(ctx: Ctx, sha256: string): Promise<Uint8Array | null> {
  try {
    return await ctx.files.read(sha256)
  } catch {
    return null
  }
}

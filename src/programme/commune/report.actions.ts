// Writing mẫu 03: the officer's draft, its photos, and the two presses that move it between the officer and the leader.
import { json } from '#/platform/database/json.ts'
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { inspectUpload, PHOTO_TYPES } from '#/platform/uploads/inspect.ts'
import { publicPhoto } from '#/platform/uploads/preview.ts'
import { formOf } from '#/regulation/load.ts'
import { audit, type Ctx } from '../context.ts'
import { storeFile } from '../document/document.ts'
import { Fields } from '../fields.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { notify } from '../people/notice.ts'
import { found, must } from '../refuse.ts'
import { communeDossier, wrongState } from './commune.load.ts'
import { componentLines, tally } from './components.ts'
import { findings, readOpinions, reportContents, reportFaults, type Opinions } from './report.ts'
import { checksOf, latestSubmission, supplementsOf } from './submission.store.ts'

export const MOST_PHOTOS = 12

export type ReportInput = {
  opinions: Record<string, { finding: string; opinion: string }>
  conclusion: string
  /** Null: not yet decided. */
  proposes: boolean | null
  /** Version the form was opened with; 0 when there was no report yet. */
  version: number
}

/** Saves the draft, whole or half written. Returns the new version. Throws `versionConflict` when another tab saved first. */
export async function saveReport(ctx: Ctx, dossierId: string, input: ReportInput): Promise<number> {
  const { dossier, report, rights } = await communeDossier(ctx, dossierId)
  if (report && report.state !== 'draft') throw new AppError('commune.reportMoved')
  if (dossier.state !== 'filed') throw wrongState(dossier)
  must(rights.write)
  const submission = await latestSubmission(ctx.tx, dossierId)
  const pack = ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const contents = reportContents(pack.regulation, formOf(pack, dossier.setNo))

  const fields = new Fields<string>({
    ...Object.fromEntries(contents.map(({ id }) => [`opinion:${id}`, input.opinions[id]?.opinion])),
    conclusion: input.conclusion,
  })
  const opinions: Opinions = {}
  for (const { id } of contents) {
    const given = input.opinions[id]
    const finding = given?.finding ? (findings.find((one) => one === given.finding) ?? null) : null
    if (given?.finding && finding === null) throw new AppError('badRequest', { reason: 'finding' })
    opinions[id] = { finding, opinion: fields.text(`opinion:${id}`, { max: 4000, multiline: true }) }
  }
  const conclusion = fields.text('conclusion', { max: 4000, multiline: true })
  fields.done()
  if ((report?.version ?? 0) !== input.version) throw new AppError('versionConflict')

  const row = {
    contents: json(opinions),
    conclusion,
    proposes: input.proposes,
    submissionId: submission.id,
    writtenBy: ctx.actor.accountId,
    updatedAt: ctx.now,
  }
  if (!report)
    await ctx.tx
      .insertInto('communeReport')
      .values({ id: newId(), dossierId, state: 'draft', version: 1, ...row })
      .execute()
  else
    await ctx.tx
      .updateTable('communeReport')
      .set({ ...row, version: report.version + 1 })
      .where('id', '=', report.id)
      .execute()
  const version = (report?.version ?? 0) + 1
  await audit(ctx, {
    verb: 'commune.reportSaved',
    subjectKind: 'dossier',
    subjectId: dossierId,
    authority: dossier.provinceCode,
    dossierId,
    payload: { version, submission: submission.ordinal },
  })
  return version
}

/** Adds a photo of the visit: judged by its content, redrawn without where and when it was taken. */
export async function addReportPhoto(
  ctx: Ctx,
  dossierId: string,
  file: { name: string; bytes: Uint8Array },
  rawCaption: string,
): Promise<string> {
  const { dossier, report, rights } = await communeDossier(ctx, dossierId)
  must(rights.write)
  const fields = new Fields<'caption' | 'photo'>({ caption: rawCaption })
  const caption = fields.text('caption', { max: 200 })
  const judged = await inspectUpload(file.bytes, file.name, { allowed: PHOTO_TYPES, maxBytes: 20 * 1024 * 1024 })
  if (!judged.ok) fields.say('photo', judged.refusal.message)
  fields.done()
  const reportId = report?.id ?? (await emptyReport(ctx, dossierId))
  const there = await ctx.tx
    .selectFrom('communeReportPhoto')
    .select(['ordinal'])
    .where('reportId', '=', reportId)
    .orderBy('ordinal', 'desc')
    .execute()
  if (there.length >= MOST_PHOTOS)
    throw new AppError(
      'invalid',
      {},
      { photo: { vi: `Báo cáo nhận nhiều nhất ${MOST_PHOTOS} ảnh.`, en: `A report takes at most ${MOST_PHOTOS} photos.` } },
    )
  const drawn = await publicPhoto(file.bytes)
  const sha256 = await storeFile(ctx, drawn.bytes, drawn.mediaType)
  const id = newId()
  await ctx.tx
    .insertInto('communeReportPhoto')
    .values({ id, reportId, sha256, mediaType: drawn.mediaType, caption, ordinal: (there[0]?.ordinal ?? 0) + 1, createdAt: ctx.now })
    .execute()
  await audit(ctx, {
    verb: 'commune.photoAdded',
    subjectKind: 'dossier',
    subjectId: dossierId,
    authority: dossier.provinceCode,
    dossierId,
    payload: { photo: id, sha256 },
  })
  return id
}

async function emptyReport(ctx: Ctx, dossierId: string): Promise<string> {
  const id = newId()
  const submission = await latestSubmission(ctx.tx, dossierId)
  await ctx.tx
    .insertInto('communeReport')
    .values({
      id,
      dossierId,
      submissionId: submission.id,
      state: 'draft',
      contents: json({}),
      version: 1,
      writtenBy: ctx.actor.accountId,
      updatedAt: ctx.now,
    })
    .execute()
  return id
}

export async function removeReportPhoto(ctx: Ctx, dossierId: string, photoId: string): Promise<void> {
  const { dossier, report, rights } = await communeDossier(ctx, dossierId)
  must(rights.write)
  const photos = report ? await ctx.tx.selectFrom('communeReportPhoto').select('id').where('reportId', '=', report.id).execute() : []
  const photo = found(photos.find((one) => one.id === photoId))
  await ctx.tx.deleteFrom('communeReportPhoto').where('id', '=', photo.id).execute()
  await audit(ctx, {
    verb: 'commune.photoRemoved',
    subjectKind: 'dossier',
    subjectId: dossierId,
    authority: dossier.provinceCode,
    dossierId,
    payload: { photo: photo.id },
  })
}

/**
 * The officer hands the report to the leader. Every component needs a verdict; what is missing or wrong must have been asked for
 * (a dossier that goes on after an unanswered request may lack it: the report then says so).
 */
export async function markReportReady(ctx: Ctx, dossierId: string): Promise<void> {
  const { dossier, report, rights } = await communeDossier(ctx, dossierId)
  if (report?.state === 'ready') return
  if (dossier.state !== 'filed') throw wrongState(dossier)
  must(rights.write)
  const pack = ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const form = formOf(pack, dossier.setNo)
  const contents = reportContents(pack.regulation, form)
  const faults = reportFaults(contents, readOpinions(report?.contents, contents), report?.conclusion ?? '', report?.proposes ?? null)
  if (!report || Object.keys(faults).length > 0) throw new AppError('commune.reportUnfinished', {}, faults)
  const submission = await latestSubmission(ctx.tx, dossierId)
  const lines = componentLines(pack.regulation, form, submission.snapshot)
  const { checked, lacking } = tally(lines, await checksOf(ctx.tx, submission.id, 'commune'))
  const passedOver = (await supplementsOf(ctx.tx, dossierId)).some((request) => request.outcome === 'lapsed' && request.level === 'commune')
  const left = lines.length - checked + (passedOver || report.proposes === false ? 0 : lacking.length)
  if (left > 0) throw new AppError('commune.notChecked', { left: String(left) })
  // What was written about an earlier submission is said again about this one by the press itself.
  await ctx.tx
    .updateTable('communeReport')
    .set({ state: 'ready', submissionId: submission.id, version: report.version + 1, updatedAt: ctx.now })
    .where('id', '=', report.id)
    .execute()
  await audit(ctx, {
    verb: 'commune.reportReady',
    subjectKind: 'dossier',
    subjectId: dossierId,
    authority: dossier.provinceCode,
    dossierId,
    payload: { proposes: report.proposes },
  })
  const leaders = await accountsWithRole(
    ctx.tx,
    'communeLeader',
    { authority: dossier.provinceCode, communeCode: dossier.communeCode },
    ctx.now,
  )
  await notify(ctx, leaders, {
    kind: 'commune.reportReady',
    dedupe: `${report.id}:${report.version}`,
    subjectKind: 'dossier',
    subjectId: dossierId,
    link: `/xa/ho-so/${dossierId}/ban-hanh`,
    params: { product: submission.snapshot.product.name },
  })
}

/** The leader gives the report back with a remark; it is the officer's draft again. */
export async function sendBackReport(ctx: Ctx, dossierId: string, input: { remark: string }): Promise<void> {
  const { dossier, report, rights } = await communeDossier(ctx, dossierId)
  if (report?.state !== 'ready') throw new AppError('commune.reportMoved')
  must(rights.sendBack)
  const fields = new Fields({ remark: input.remark })
  const remark = fields.text('remark', { max: 2000, required: true, multiline: true })
  fields.done()
  await ctx.tx
    .updateTable('communeReport')
    .set({ state: 'draft', leaderRemark: remark, version: report.version + 1, updatedAt: ctx.now })
    .where('id', '=', report.id)
    .execute()
  await audit(ctx, {
    verb: 'commune.reportSentBack',
    subjectKind: 'dossier',
    subjectId: dossierId,
    authority: dossier.provinceCode,
    dossierId,
    payload: { remark },
  })
  const officers = await accountsWithRole(
    ctx.tx,
    'communeOfficer',
    { authority: dossier.provinceCode, communeCode: dossier.communeCode },
    ctx.now,
  )
  await notify(ctx, officers, {
    kind: 'commune.reportSentBack',
    dedupe: `${report.id}:${report.version}`,
    subjectKind: 'dossier',
    subjectId: dossierId,
    link: `/xa/ho-so/${dossierId}/bao-cao`,
    params: { remark },
  })
}

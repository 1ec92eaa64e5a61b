// The advisory team's work on a dossier: per criterion a state, a remark and "bring to the council"; then one report, issued once.
import { isRecused } from '../dossier/recused.store.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { findCriterion } from '#/regulation/form.ts'
import { formOf } from '#/regulation/load.ts'
import { latestSubmission } from '../commune/submission.store.ts'
import { audit, type Ctx } from '../context.ts'
import { dossierForUpdate } from '../dossier/dossier.move.ts'
import { Fields } from '../fields.ts'
import { must, mustSee } from '../refuse.ts'
import { issueAdvisoryPaper } from './advisory.paper.ts'
import { officeRights } from './round.policy.ts'

export const noteStates = ['notSeen', 'underWay', 'done'] as const

export type AdvisoryInput = {
  notes: readonly { criterion: string; state: string; remark: string; bringToCouncil: boolean }[]
  summary: string
  /** Version of the report the form was opened with; 0 when nothing was written yet. */
  version: number
}

async function advisedDossier(ctx: Ctx, dossierId: string) {
  const dossier = await dossierForUpdate(ctx.tx, dossierId)
  const report = await ctx.tx
    .selectFrom('advisoryReport')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .where('authority', '=', dossier.authority)
    .executeTakeFirst()
  const rights = officeRights(ctx.actor, dossier, report ? (report.state as 'draft' | 'issued') : 'none')
  mustSee(rights.sees && !(await isRecused(ctx.tx, ctx.actor.accountId, dossier.id)))
  return { dossier, report, rights }
}

/** Saves what changed. Criteria left out keep their note. Returns the new version. */
export async function saveAdvisoryWork(ctx: Ctx, dossierId: string, input: AdvisoryInput): Promise<number> {
  const { dossier, report, rights } = await advisedDossier(ctx, dossierId)
  must(rights.advise)
  if ((report?.version ?? 0) !== input.version) throw new AppError('versionConflict')
  const form = formOf(ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash }), dossier.setNo)
  const fields = new Fields<string>({
    ...Object.fromEntries(input.notes.map((note) => [`remark:${note.criterion}`, note.remark])),
    summary: input.summary,
  })
  const summary = fields.text('summary', { max: 8000, multiline: true })
  const notes = input.notes.map((note) => {
    if (!findCriterion(form, note.criterion)) throw new AppError('badRequest', { reason: 'criterion' })
    const state = noteStates.find((one) => one === note.state)
    if (!state) throw new AppError('badRequest', { reason: 'state' })
    const remark = fields.text(`remark:${note.criterion}`, { max: 2000, multiline: true })
    return { criterion: note.criterion, state, remark, bringToCouncil: note.bringToCouncil }
  })
  fields.done()
  const submission = await latestSubmission(ctx.tx, dossierId)
  const stored = await ctx.tx
    .selectFrom('advisoryNote')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .where('authority', '=', dossier.authority)
    .execute()
  const before = new Map(stored.map((note) => [note.criterion, note]))
  const changed = notes.filter((note) => {
    const old = before.get(note.criterion)
    if (!old) return note.state !== 'notSeen' || note.remark !== '' || note.bringToCouncil
    return old.state !== note.state || old.remark !== note.remark || old.bringToCouncil !== note.bringToCouncil
  })
  if (changed.length > 0)
    await ctx.tx
      .insertInto('advisoryNote')
      .values(
        changed.map((note) => ({
          dossierId,
          authority: dossier.authority,
          submissionId: submission.id,
          ...note,
          updatedBy: ctx.actor.accountId,
          updatedAt: ctx.now,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['dossierId', 'authority', 'criterion']).doUpdateSet((row) => ({
          state: row.ref('excluded.state'),
          remark: row.ref('excluded.remark'),
          bringToCouncil: row.ref('excluded.bringToCouncil'),
          submissionId: row.ref('excluded.submissionId'),
          updatedBy: row.ref('excluded.updatedBy'),
          updatedAt: row.ref('excluded.updatedAt'),
        })),
      )
      .execute()
  const version = (report?.version ?? 0) + 1
  const row = { summary, version, updatedAt: ctx.now }
  await ctx.tx
    .insertInto('advisoryReport')
    .values({ dossierId, authority: dossier.authority, state: 'draft', ...row })
    .onConflict((conflict) => conflict.columns(['dossierId', 'authority']).doUpdateSet(row))
    .execute()
  await audit(ctx, {
    verb: 'advisory.saved',
    subjectKind: 'dossier',
    subjectId: dossierId,
    authority: dossier.authority,
    dossierId,
    payload: { criteria: changed.map((note) => note.criterion), version },
  })
  return version
}

/** Issues the report as a paper with its number: it can no longer be changed, and the council's page opens the flagged criteria first. */
export async function issueAdvisoryReport(ctx: Ctx, dossierId: string): Promise<void> {
  const { dossier, report, rights } = await advisedDossier(ctx, dossierId)
  if (report?.state === 'issued') return
  must(rights.advise)
  const fields = new Fields<string>({})
  if (!report || report.summary === '') fields.say('summary', { vi: 'Ghi nhận xét chung của Tổ tư vấn.', en: "Write the team's summary." })
  const notes = await ctx.tx
    .selectFrom('advisoryNote')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .where('authority', '=', dossier.authority)
    .execute()
  for (const note of notes) {
    if (note.bringToCouncil && note.remark === '')
      fields.say(`remark:${note.criterion}`, { vi: 'Ghi điều cần Hội đồng xem xét.', en: 'Say what the council should look at.' })
    if (note.state === 'underWay')
      fields.say(`state:${note.criterion}`, { vi: 'Tiêu chí này đang xem dở.', en: 'This criterion is still under way.' })
  }
  fields.done()
  const documentId = await issueAdvisoryPaper(ctx, dossier, await latestSubmission(ctx.tx, dossierId), {
    summary: report?.summary ?? '',
    replaces: report?.documentId ?? null,
  })
  await ctx.tx
    .updateTable('advisoryReport')
    .set({ state: 'issued', documentId, issuedBy: ctx.actor.accountId, issuedAt: ctx.now, updatedAt: ctx.now })
    .where('dossierId', '=', dossierId)
    .where('authority', '=', dossier.authority)
    .execute()
  await audit(ctx, {
    verb: 'advisory.issued',
    subjectKind: 'dossier',
    subjectId: dossierId,
    authority: dossier.authority,
    dossierId,
    payload: { document: documentId, brought: notes.filter((note) => note.bringToCouncil).map((note) => note.criterion) },
  })
}

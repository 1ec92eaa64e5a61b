// What the pages about one dossier read, for the commune and the province.
import { isRecused } from '../dossier/recused.store.ts'
import { isId } from '#/platform/database/id.ts'
import type { Db } from '#/platform/database/open.ts'
import { formOf } from '#/regulation/load.ts'
import type { Actor } from '../people/actor.ts'
import { levelOf } from '../people/authority.ts'
import type { DossierState } from '../dossier/dossier.workflow.ts'
import { found, mustSee } from '../refuse.ts'
import { filedPin } from '../regulation-revision/shelf.ts'
import type { Regulations } from '../regulations.ts'
import { officeRights } from '../round/round.policy.ts'
import { clockOf } from './clock.ts'
import { reportOf } from './commune.load.ts'
import { communeRights } from './commune.policy.ts'
import { reopenedCriteria, reopenedLines, type Reopened } from './carry.ts'
import { componentLines, provinceLines } from './components.ts'
import { reportContents, readOpinions } from './report.ts'
import { checksOf, submissionsOf, supplementsOf, type Level } from './submission.store.ts'

async function dossierRow(db: Db, id: string | undefined) {
  const row = isId(id) ? await db.selectFrom('dossier').selectAll().where('id', '=', id).executeTakeFirst() : undefined
  const dossier = found(row)
  return { ...dossier, state: dossier.state as DossierState }
}

async function fileOf(db: Db, regulations: Regulations, dossier: Awaited<ReturnType<typeof dossierRow>>, kinds: readonly string[]) {
  const submissions = await submissionsOf(db, dossier.id)
  const latest = found(submissions[0])
  const pack = regulations.pinned(filedPin(latest.snapshot.regulation, dossier.regulationHash))
  const form = formOf(pack, dossier.setNo)
  const report = await reportOf(db, dossier.id)
  const contents = reportContents(pack.regulation, form)
  const supplements = await supplementsOf(db, dossier.id)
  const before = submissions[1]
  const asked = supplements.filter((one) => one.submissionId === before?.id && one.outcome === 'answered').flatMap((one) => one.items)
  const linesOf = (level: Level, { snapshot } = latest) =>
    (level === 'commune' ? componentLines : provinceLines)(pack.regulation, form, snapshot)
  const reopenedAt = (level: Level): Record<string, Reopened> =>
    before
      ? Object.fromEntries(
          reopenedLines(
            { snapshot: before.snapshot, lines: linesOf(level, before) },
            { snapshot: latest.snapshot, lines: linesOf(level) },
            asked,
          ),
        )
      : {}
  const communeLines = linesOf('commune')
  return {
    dossier,
    pack,
    form,
    submissions,
    latest,
    lines: communeLines,
    /** Lines the last supplement opened again, by level; none while the dossier was filed once. */
    reopened: { commune: reopenedAt('commune'), province: reopenedAt('province') },
    /** Criteria, likewise. */
    reopenedCriteria: before
      ? Object.fromEntries(reopenedCriteria(before.snapshot, { snapshot: latest.snapshot, lines: communeLines }, asked))
      : {},
    checks: await checksOf(db, latest.id, 'commune'),
    supplements,
    clock: await clockOf(db, dossier.id),
    report,
    contents,
    opinions: readOpinions(report?.contents, contents),
    photos: report
      ? await db
          .selectFrom('communeReportPhoto')
          .select(['id', 'caption', 'ordinal'])
          .where('reportId', '=', report.id)
          .orderBy('ordinal')
          .execute()
      : [],
    handover:
      (await db
        .selectFrom('sampleHandover')
        .selectAll()
        .where('dossierId', '=', dossier.id)
        .where('toAuthority', '=', dossier.authority)
        .executeTakeFirst()) ?? null,
    documents: await db
      .selectFrom('document')
      .select(['id', 'kind', 'title', 'number', 'issuedOn', 'createdAt', 'state'])
      .where('dossierId', '=', dossier.id)
      .where('kind', 'in', [...kinds])
      .orderBy('createdAt', 'desc')
      .execute(),
  }
}

/** Papers of a dossier that commune and office read. Papers of the council are its own business, under its own rules. */
const dossierPapers = [
  'registrationSlip',
  'selfAssessment',
  'filingReceipt',
  'supplementRequest',
  'communeReport',
  'communeProposal',
  'sampleHandover',
]

/** The office and its team also read the team's report; the commune and the producer do not (audience.ts). */
const officePapers = [...dossierPapers, 'advisoryReport']

/** The dossier as its commune sees it. "Not found" for everyone else. */
export async function communeFile(db: Db, regulations: Regulations, actor: Actor, id: string | undefined) {
  const dossier = await dossierRow(db, id)
  const report = await reportOf(db, dossier.id)
  const rights = communeRights(actor, dossier, report?.state ?? null)
  mustSee(rights.sees)
  return { rights, ...(await fileOf(db, regulations, dossier, dossierPapers)) }
}

/** The dossier as the province sees it, once it was proposed. */
export async function officeFile(db: Db, regulations: Regulations, actor: Actor, id: string | undefined) {
  const dossier = await dossierRow(db, id)
  const advice = await db
    .selectFrom('advisoryReport')
    .selectAll()
    .where('dossierId', '=', dossier.id)
    .where('authority', '=', dossier.authority)
    .executeTakeFirst()
  const rights = officeRights(actor, dossier, advice ? (advice.state as 'draft' | 'issued') : 'none')
  mustSee(rights.sees && !(await isRecused(db, actor.accountId, dossier.id)))
  const file = await fileOf(db, regulations, dossier, officePapers)
  return {
    rights,
    ...file,
    advice: advice ?? null,
    provinceChecks: await checksOf(db, file.latest.id, levelOf(dossier.authority)),
    round: dossier.roundId
      ? ((await db.selectFrom('round').select(['id', 'name', 'proposalsDueOn']).where('id', '=', dossier.roundId).executeTakeFirst()) ??
        null)
      : null,
  }
}

/** A filed dossier with what commune and province read of it. */
export type DossierFile = Awaited<ReturnType<typeof fileOf>>

export type LedgerLine = { seq: number; at: Date; actorName: string; verb: string; payload: Record<string, unknown> }

/** The dossier's history from the ledger, newest first, only verbs told to these readers: what members did at a council is never among them. */
export async function dossierHistory(db: Db, dossierId: string, verbs: readonly string[]): Promise<LedgerLine[]> {
  const rows = await db
    .selectFrom('auditEntry')
    .select(['seq', 'at', 'actorName', 'verb', 'payload'])
    .where('dossierId', '=', dossierId)
    .where('verb', 'in', [...verbs])
    .orderBy('seq', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...row, seq: Number(row.seq), payload: row.payload as Record<string, unknown> }))
}

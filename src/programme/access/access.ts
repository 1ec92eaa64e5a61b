// May this person read these bytes? Always asked through the record that owns them, never by hash. No answer tells whether a thing exists.
import { sql } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db } from '#/platform/database/open.ts'
import { inCommune, serves, ownsProducer, seatIn, type Actor } from '../people/actor.ts'
import { itemsOfDossier, itemsOfMeeting } from '../council/council.store.ts'
import { invitationsOf } from '../council/invitation.store.ts'
import { recusedItems, withheldItems } from '../council/meeting.store.ts'
import type { ItemFacts } from '../council/council.ts'
import { rights } from '../council/rights.ts'
import { lowerScores } from '../level/level.settings.ts'
import { keptFromScores, readsScores } from '../level/lower-scores.ts'
import { readsInspection } from '../inspection/inspection.store.ts'
import { readsPlanPaper } from '../programme-plan/plan.store.ts'
import { readsReport } from '../report/report.load.ts'
import { settingOf } from '../setting.ts'
import { ownsAttendance } from '../training/attendance.store.ts'
import { audiences, evidenceReaders, secretReaders, type Audience } from './audience.ts'

export type Bytes = { sha256: string; mediaType: string; fileName: string }

type Place = {
  id: string
  provinceCode: string
  authority: string
  pastAuthorities: string[]
  communeCode: string
  producerId: string
  filedAt: Date | null
}

export type PaperFile = Bytes & {
  id: string
  pageCount: number | null
  /** Read by someone else than its producer, and marked as a business secret: the opening is to be logged. */
  secret: boolean
  dossierId: string | null
}

/**
 * A file of the producer's paper library: its owner's always; others only as part of a filed dossier they work on. One marked as a business
 * secret, by the newest filing that holds it or since, only to those who judge it.
 */
export async function readablePaperFile(db: Db, actor: Actor | null, fileId: string, now: Date): Promise<PaperFile | null> {
  if (!actor || !isId(fileId)) return null
  const file = await db
    .selectFrom('paperFile')
    .innerJoin('paper', 'paper.id', 'paperFile.paperId')
    .select([
      'paperFile.sha256',
      'paperFile.mediaType',
      'paperFile.fileName',
      'paperFile.pageCount',
      'paperFile.removedAt',
      'paper.producerId',
      'paper.confidential',
    ])
    .where('paperFile.id', '=', fileId)
    .executeTakeFirst()
  if (!file) return null
  const { sha256, mediaType, fileName, pageCount } = file
  const bytes = { id: fileId, sha256, mediaType, fileName, pageCount, dossierId: null, secret: false }
  if (ownsProducer(actor, file.producerId)) return bytes
  // Only what a submission froze: a file added to the library later is nobody's business yet.
  const dossiers = await db
    .selectFrom('dossier')
    .innerJoinLateral(
      (inner) =>
        inner
          .selectFrom('dossierSubmission as s')
          .select(
            sql<boolean>`s.snapshot->'papers' @> ${JSON.stringify([{ confidential: true, files: [{ id: fileId }] }])}::jsonb`.as('marked'),
          )
          .whereRef('s.dossierId', '=', 'dossier.id')
          .where(sql<boolean>`s.snapshot->'papers' @> ${JSON.stringify([{ files: [{ id: fileId }] }])}::jsonb`)
          .orderBy('s.ordinal', 'desc')
          .limit(1)
          .as('filing'),
      (join) => join.onTrue(),
    )
    .select(['id', 'provinceCode', 'authority', 'pastAuthorities', 'communeCode', 'producerId', 'filedAt', 'filing.marked'])
    .where('producerId', '=', file.producerId)
    .where('filedAt', 'is not', null)
    .execute()
  for (const dossier of dossiers) {
    const secret = file.confidential || dossier.marked
    if (await mayReadDossier(db, actor, dossier, secret ? secretReaders : evidenceReaders, now))
      return { ...bytes, secret, dossierId: dossier.id }
  }
  return (await provesMilestone(db, actor, fileId, file.confidential)) ? { ...bytes, secret: file.confidential } : null
}

/** Evidence of a plan's milestone, for those who follow the plan: only files that were there when the milestone was reported. */
async function provesMilestone(db: Db, actor: Actor, fileId: string, secret: boolean): Promise<boolean> {
  const plans = await db
    .selectFrom('paperFile')
    .innerJoin('planMilestonePaper', 'planMilestonePaper.paperId', 'paperFile.paperId')
    .innerJoin('planMilestone', 'planMilestone.id', 'planMilestonePaper.milestoneId')
    .innerJoin('businessPlan', 'businessPlan.id', 'planMilestone.planId')
    .select(['businessPlan.provinceCode', 'businessPlan.communeCode'])
    .where('paperFile.id', '=', fileId)
    .where('paperFile.removedAt', 'is', null)
    .whereRef('paperFile.uploadedAt', '<=', 'planMilestone.reportedAt')
    .execute()
  if (secret) return plans.some((plan) => inCommune(actor, plan, 'communeOfficer') || serves(actor, plan.provinceCode, 'office', 'advisor'))
  return plans.some(
    (plan) => inCommune(actor, plan, 'communeOfficer', 'communeLeader') || serves(actor, plan.provinceCode, 'office', 'advisor', 'leader'),
  )
}

/** A product photo: public once the product has a certificate; else its owner's and those who work on a filed dossier of it. */
export async function readablePhoto(db: Db, actor: Actor | null, photoId: string, now: Date): Promise<(Bytes & { open: boolean }) | null> {
  if (!isId(photoId)) return null
  const photo = await db
    .selectFrom('productPhoto')
    .innerJoin('product', 'product.id', 'productPhoto.productId')
    .select(['productPhoto.sha256', 'productPhoto.mediaType', 'product.producerId', 'product.id as productId'])
    .select(sql<boolean>`exists (select 1 from certificate c where c.product_id = product.id)`.as('certified'))
    .where('productPhoto.id', '=', photoId)
    .executeTakeFirst()
  if (!photo) return null
  const bytes = { sha256: photo.sha256, mediaType: photo.mediaType, fileName: `anh-${photoId}.webp`, open: photo.certified }
  if (photo.certified || ownsProducer(actor, photo.producerId)) return bytes
  if (!actor) return null
  const dossiers = await db
    .selectFrom('dossier')
    .select(['id', 'provinceCode', 'authority', 'pastAuthorities', 'communeCode', 'producerId', 'filedAt'])
    .where('productId', '=', photo.productId)
    .where('filedAt', 'is not', null)
    .execute()
  for (const dossier of dossiers) if (await mayReadDossier(db, actor, dossier, ['commune', 'province', 'council'], now)) return bytes
  return null
}

/** A photo of the commune's report. */
export async function readableReportPhoto(db: Db, actor: Actor | null, photoId: string, now: Date): Promise<Bytes | null> {
  if (!actor || !isId(photoId)) return null
  const photo = await db
    .selectFrom('communeReportPhoto')
    .innerJoin('communeReport', 'communeReport.id', 'communeReportPhoto.reportId')
    .innerJoin('dossier', 'dossier.id', 'communeReport.dossierId')
    .select(['communeReportPhoto.sha256', 'communeReportPhoto.mediaType', 'communeReport.state'])
    .select([
      'dossier.id',
      'dossier.provinceCode',
      'dossier.authority',
      'dossier.pastAuthorities',
      'dossier.communeCode',
      'dossier.producerId',
      'dossier.filedAt',
    ])
    .where('communeReportPhoto.id', '=', photoId)
    .executeTakeFirst()
  if (!photo) return null
  const audience: Audience[] = photo.state === 'issued' ? ['producer', 'commune', 'province', 'council'] : ['commune']
  if (!(await mayReadDossier(db, actor, photo, audience, now))) return null
  return { sha256: photo.sha256, mediaType: photo.mediaType, fileName: `anh-${photoId}.webp` }
}

/** An issued paper, by the table of audiences. */
export async function readableDocument(
  db: Db,
  actor: Actor | null,
  documentId: string,
  now: Date,
): Promise<(Bytes & { open: boolean }) | null> {
  if (!isId(documentId)) return null
  const paper = await db.selectFrom('document').selectAll().where('id', '=', documentId).executeTakeFirst()
  if (!paper) return null
  const { sha256, mediaType, fileName } = paper
  const open = isPublic(paper)
  return (await mayReadDocument(db, actor, paper, now)) ? { sha256, mediaType, fileName, open } : null
}

/** The signed scan of a paper goes to whom the paper goes, and to the clerks who attach it. */
export async function readableSignedCopy(db: Db, actor: Actor | null, copyId: string, now: Date): Promise<Bytes | null> {
  if (!isId(copyId)) return null
  const copy = await db.selectFrom('documentSignedCopy').selectAll().where('id', '=', copyId).executeTakeFirst()
  if (!copy) return null
  const paper = await db.selectFrom('document').selectAll().where('id', '=', copy.documentId).executeTakeFirst()
  if (!paper || !(await mayReadDocument(db, actor, paper, now))) return null
  return { sha256: copy.sha256, mediaType: copy.mediaType, fileName: copy.fileName }
}

type Paper = {
  id: string
  kind: string
  state: string
  authority: string
  dossierId: string | null
  subjectKind: string
  subjectId: string
}

function isPublic(paper: Paper): boolean {
  return (audiences[paper.kind] ?? []).includes('public') && paper.state !== 'draft' && paper.state !== 'cancelled'
}

async function mayReadDocument(db: Db, actor: Actor | null, paper: Paper, now: Date): Promise<boolean> {
  const allowed = audiences[paper.kind] ?? []
  if (isPublic(paper)) return true
  if (!actor) return false
  // Papers of a result exist only once it is closed, so the clerk never sees a score early.
  if (allowed.includes('clerk') && serves(actor, paper.authority, 'clerk')) return true
  if (paper.dossierId) {
    const dossier = await db
      .selectFrom('dossier')
      .select(['id', 'provinceCode', 'authority', 'pastAuthorities', 'communeCode', 'producerId', 'filedAt'])
      .where('id', '=', paper.dossierId)
      .executeTakeFirst()
    return dossier !== undefined && (await mayReadDossier(db, actor, dossier, allowed, now, paper))
  }
  if (paper.subjectKind === 'programmePlan') return readsPlanPaper(db, actor, paper.subjectId)
  // Papers of a whole council or meeting.
  if (allowed.includes('province') && worksAt(actor, paper.authority)) return true
  if (paper.subjectKind === 'certificate') {
    const holder = await db
      .selectFrom('certificate')
      .select(['producerId', 'provinceCode', 'communeCode'])
      .where('id', '=', paper.subjectId)
      .executeTakeFirst()
    if (!holder) return false
    return (
      (allowed.includes('producer') && ownsProducer(actor, holder.producerId)) ||
      (allowed.includes('commune') && inCommune(actor, holder, 'communeOfficer', 'communeLeader'))
    )
  }
  if (paper.subjectKind === 'businessPlan') {
    const plan = await db
      .selectFrom('businessPlan')
      .select(['producerId', 'provinceCode', 'communeCode'])
      .where('id', '=', paper.subjectId)
      .executeTakeFirst()
    if (!plan) return false
    return (
      (allowed.includes('producer') && ownsProducer(actor, plan.producerId)) ||
      (allowed.includes('commune') && inCommune(actor, plan, 'communeOfficer', 'communeLeader'))
    )
  }
  if (paper.subjectKind === 'trainingAttendance') return allowed.includes('producer') && (await ownsAttendance(db, actor, paper.subjectId))
  if (paper.subjectKind === 'report') return readsReport(db, actor, paper.subjectId)
  if (paper.subjectKind === 'inspection') return readsInspection(db, actor, paper.subjectId)
  if (paper.subjectKind === 'council') return allowed.includes('council') && seatIn(actor, paper.subjectId) !== null
  // An invitation is its invitees' own, those who sit for a member at this meeting among them.
  if (paper.kind === 'invitation' && allowed.includes('council'))
    return (await invitationsOf(db, paper.subjectId)).some((one) => one.invitees.some((who) => who.accountId === actor.accountId))
  if (paper.subjectKind === 'meeting' && allowed.includes('afterClosing')) {
    // Minutes and summaries name every item: a person recused from one of them reads the copy that leaves that item out.
    const items = await itemsOfMeeting(db, paper.subjectId)
    const withheld = paper.kind === 'minutesCopy' ? await withheldItems(db, paper.id) : []
    const recused = await recusedItems(db, paper.subjectId, actor.accountId)
    if (recused.some((itemId) => !withheld.includes(itemId))) return false
    return (
      items.length > 0 &&
      items.every((item) => {
        const facts = rights(actor, item, now)
        if (withheld.includes(item.id)) return facts.maySeeSlot
        // Without a result (ended, withdrawn) the minutes hold no score of the item; who is recused still does not read them.
        return item.state === 'removed' || facts.maySeeScores || (item.state !== 'closed' && facts.mayKnow)
      })
    )
  }
  return false
}

/** Papers that tell scores of a level go to those who may know the scores of that level (see lower-scores.ts). */
export async function mayReadDossier(
  db: Db,
  actor: Actor,
  dossier: Place,
  allowed: readonly Audience[],
  now: Date,
  paper?: Pick<Paper, 'authority' | 'kind'>,
): Promise<boolean> {
  if (dossier.filedAt === null) return false
  if (allowed.includes('producer') && ownsProducer(actor, dossier.producerId)) return true
  if (allowed.includes('commune') && inCommune(actor, dossier, 'communeOfficer', 'communeLeader')) return true
  if (allowed.includes('communeOfficer') && inCommune(actor, dossier, 'communeOfficer')) return true
  const beyondCommune = (['council', 'afterClosing', 'province', 'provinceJudges', 'votingCouncil'] as const).some((one) =>
    allowed.includes(one),
  )
  const items = beyondCommune ? await itemsOfDossier(db, dossier.id) : []
  const facts = await standingsOf(db, actor, items, now)
  // A conflict closes the dossier to this very person, whatever the role and at whatever level.
  if (facts.some((one) => one.conflicted)) return false
  // The letter between desks prints the lower council's mean: not for those who are still to score.
  if (paper?.kind === 'transferLetter' && keptFromScores(paper.authority, facts)) return false
  const desks = [dossier.authority, ...dossier.pastAuthorities]
  if (allowed.includes('province') && desks.some((desk) => worksAt(actor, desk))) return true
  if (allowed.includes('provinceJudges') && desks.some((desk) => serves(actor, desk, 'office', 'advisor'))) return true
  if (allowed.includes('votingCouncil') && facts.some((one) => one.mayReadPack && one.isVotingMember && one.packOpened)) return true
  if (allowed.includes('council') && facts.some((one) => one.mayReadPack)) return true
  if (!allowed.includes('afterClosing')) return false
  return paper === undefined ? facts.some((one) => one.maySeeScores) : readsScores(paper.authority, facts)
}

/** The actor's rights on every item of a dossier, with what the item's desk has set about scores from below. */
export async function standingsOf(db: Db, actor: Actor, items: readonly ItemFacts[], now: Date) {
  const shows = new Map<string, 'afterOwnResult' | 'atOnce'>()
  for (const { authority } of items) if (!shows.has(authority)) shows.set(authority, await settingOf(db, authority, lowerScores))
  return items.map((item) => ({
    authority: item.authority,
    shows: shows.get(item.authority) ?? lowerScores.fallback,
    ...rights(actor, item, now),
  }))
}

function worksAt(actor: Actor, authority: string): boolean {
  return serves(actor, authority, 'office', 'leader', 'clerk', 'advisor')
}

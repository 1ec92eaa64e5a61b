// Submissions of a dossier, newest first, and the checks made on them. Readers of the commune and the province see only these, never drafts.
import type { AssessingLevel } from '../people/authority.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { found } from '../refuse.ts'
import { readSnapshot, type Snapshot } from '../dossier/snapshot.ts'
import type { Check, Verdict } from './components.ts'

export type Submission = {
  id: string
  ordinal: number
  filedAt: Date
  receiptNumber: string
  snapshot: Snapshot
  snapshotHash: string
  regulationHash: string
}

export async function submissionsOf(db: Db | Tx, dossierId: string): Promise<Submission[]> {
  const rows = await db.selectFrom('dossierSubmission').selectAll().where('dossierId', '=', dossierId).orderBy('ordinal', 'desc').execute()
  return rows.map(submissionOf)
}

function submissionOf(row: Omit<Submission, 'snapshot'> & { snapshot: unknown }): Submission {
  const { id, ordinal, filedAt, receiptNumber, snapshotHash, regulationHash } = row
  return { id, ordinal, filedAt, receiptNumber, snapshotHash, regulationHash, snapshot: readSnapshot(row.snapshot) }
}

/** The newest submission. Throws "not found" for a dossier that was never filed. */
export async function latestSubmission(db: Db | Tx, dossierId: string): Promise<Submission> {
  const row = found(
    await db
      .selectFrom('dossierSubmission')
      .selectAll()
      .where('dossierId', '=', dossierId)
      .orderBy('ordinal', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  return submissionOf(row)
}

/** One submission by its id, locked by nobody: what was filed never changes. */
export async function submissionById(db: Db | Tx, id: string): Promise<Submission> {
  return submissionOf(found(await db.selectFrom('dossierSubmission').selectAll().where('id', '=', id).executeTakeFirst()))
}

/** The filing before the one numbered `ordinal`; null for the first. */
export async function previousSubmission(db: Db | Tx, dossierId: string, ordinal: number): Promise<Submission | null> {
  const row = await db
    .selectFrom('dossierSubmission')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .where('ordinal', '=', ordinal - 1)
    .executeTakeFirst()
  return row ? submissionOf(row) : null
}

/** Who judged: the commune, or the office of the dossier's desk. */
export type Level = 'commune' | AssessingLevel

/** A verdict as stored. `carriedFrom`: the earlier filing it was given on; null when it was given on this one. */
export type StoredCheck = Check & { checkedBy: string; checkedAt: Date; carriedFrom: string | null }

export async function storedChecks(db: Db | Tx, submissionId: string, level: Level): Promise<StoredCheck[]> {
  const rows = await db
    .selectFrom('componentCheck')
    .select(['component', 'verdict', 'remark', 'checkedBy', 'checkedAt', 'carriedFrom'])
    .where('submissionId', '=', submissionId)
    .where('level', '=', level)
    .execute()
  return rows.map((row) => ({ ...row, verdict: row.verdict as Verdict }))
}

/** Verdicts of one level on one filing; `keptOn` is the moment of the judgement where it was carried over from an earlier filing. */
export async function checksOf(db: Db | Tx, submissionId: string, level: Level): Promise<Check[]> {
  const rows = await storedChecks(db, submissionId, level)
  return rows.map(({ component, verdict, remark, checkedAt, carriedFrom }) => ({
    component,
    verdict,
    remark,
    ...(carriedFrom === null ? {} : { keptOn: checkedAt }),
  }))
}

/** What was asked of a filing and answered: the items of the requests that led to the next one. */
export async function answeredItems(db: Db | Tx, submissionId: string): Promise<{ targetKind: string; target: string }[]> {
  return await db
    .selectFrom('supplementItem')
    .innerJoin('supplementRequest', 'supplementRequest.id', 'supplementItem.requestId')
    .select(['supplementItem.targetKind', 'supplementItem.target'])
    .where('supplementRequest.submissionId', '=', submissionId)
    .where('supplementRequest.outcome', '=', 'answered')
    .orderBy('supplementItem.ordinal')
    .execute()
}

export type SupplementItem = {
  id: string
  ordinal: number
  targetKind: 'component' | 'criterion' | 'general'
  target: string
  ask: string
  answer: string | null
  answeredAt: Date | null
}
export type SupplementRequest = {
  id: string
  level: Level
  ordinal: number
  submissionId: string
  dueOn: string
  reason: string
  askedAt: Date
  answeredAt: Date | null
  outcome: 'answered' | 'lapsed' | 'rejected' | 'withdrawn' | null
  items: SupplementItem[]
}

/** Every request for supplement with its items, newest first. */
export async function supplementsOf(db: Db | Tx, dossierId: string): Promise<SupplementRequest[]> {
  const requests = await db
    .selectFrom('supplementRequest')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .orderBy('askedAt', 'desc')
    .execute()
  if (requests.length === 0) return []
  const items = await db
    .selectFrom('supplementItem')
    .selectAll()
    .where(
      'requestId',
      'in',
      requests.map((request) => request.id),
    )
    .orderBy('ordinal')
    .execute()
  return requests.map((request) => ({
    id: request.id,
    level: request.level as Level,
    ordinal: request.ordinal,
    submissionId: request.submissionId,
    dueOn: request.dueOn,
    reason: request.reason,
    askedAt: request.askedAt,
    answeredAt: request.answeredAt,
    outcome: request.outcome as SupplementRequest['outcome'],
    items: items
      .filter((item) => item.requestId === request.id)
      .map(({ id, ordinal, targetKind, target, ask, answer, answeredAt }) => ({
        id,
        ordinal,
        targetKind: targetKind as SupplementItem['targetKind'],
        target,
        ask,
        answer,
        answeredAt,
      })),
  }))
}

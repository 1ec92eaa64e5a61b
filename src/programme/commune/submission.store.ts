// Submissions of a dossier, newest first, and the checks made on them. Readers of the commune and the province see only these, never drafts.
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
  return rows.map(({ id, ordinal, filedAt, receiptNumber, snapshot, snapshotHash, regulationHash }) => ({
    id,
    ordinal,
    filedAt,
    receiptNumber,
    snapshotHash,
    regulationHash,
    snapshot: readSnapshot(snapshot),
  }))
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
  const { id, ordinal, filedAt, receiptNumber, snapshotHash, regulationHash } = row
  return { id, ordinal, filedAt, receiptNumber, snapshotHash, regulationHash, snapshot: readSnapshot(row.snapshot) }
}

export type Level = 'commune' | 'province'

export async function checksOf(db: Db | Tx, submissionId: string, level: Level): Promise<Check[]> {
  const rows = await db
    .selectFrom('componentCheck')
    .select(['component', 'verdict', 'remark'])
    .where('submissionId', '=', submissionId)
    .where('level', '=', level)
    .execute()
  return rows.map((row) => ({ component: row.component, verdict: row.verdict as Verdict, remark: row.remark }))
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

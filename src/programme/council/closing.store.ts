// SQL of closing: what was pressed, discussed, raised and voted on an item, and its results. Whoever shows it asks the rights first.
import { sql } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { readSnapshot, type Snapshot } from '../dossier/snapshot.ts'
import { found } from '../refuse.ts'
import type { Vote } from './closing.vote.ts'
import type { EndingKind, Outcome } from './result.ts'

export type ClosingRow = {
  scoredAt: Date | null
  scoredBy: string | null
  scoredByName: string | null
  scoredSet: string[] | null
  closedBy: string | null
  closedByName: string | null
  removedReason: string | null
}

/** Who pressed what on the item, and for whom the sheets were opened. */
export async function closingRow(db: Db | Tx, itemId: string): Promise<ClosingRow> {
  const row = found(
    await db
      .selectFrom('agendaItem as i')
      .leftJoin('authUser as s', 's.id', 'i.scoredBy')
      .leftJoin('authUser as c', 'c.id', 'i.closedBy')
      .select([
        'i.scoredAt',
        'i.scoredBy',
        's.name as scoredByName',
        'i.scoredSet',
        'i.closedBy',
        'c.name as closedByName',
        'i.removedReason',
      ])
      .where('i.id', '=', itemId)
      .executeTakeFirst(),
  )
  return { ...row, scoredSet: row.scoredSet as string[] | null }
}

export type ReconciliationRow = {
  id: string
  ordinal: number
  reason: string
  spreadBefore: number
  spreadAfter: number | null
  openedBy: string
  openedAt: Date
  closedAt: Date | null
  scope: { memberId: string; criterion: string }[]
}

/** Reconciliations of an item, first to last, with their scope. `openedBy` is a name. */
export async function reconciliationsOf(db: Db | Tx, itemId: string): Promise<ReconciliationRow[]> {
  const rows = await db
    .selectFrom('reconciliation as r')
    .leftJoin('authUser as u', 'u.id', 'r.openedBy')
    .select(['r.id', 'r.ordinal', 'r.reason', 'r.spreadBefore', 'r.spreadAfter', 'u.name as openedBy', 'r.openedAt', 'r.closedAt'])
    .where('r.itemId', '=', itemId)
    .orderBy('r.ordinal')
    .execute()
  if (rows.length === 0) return []
  const scope = await db
    .selectFrom('reconciliationScope as s')
    .innerJoin('councilMember as m', 'm.id', 's.memberId')
    .select(['s.reconciliationId', 's.memberId', 's.criterion'])
    .where(
      's.reconciliationId',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('m.ordinal')
    .orderBy('s.criterion')
    .execute()
  return rows.map((row) => ({
    ...row,
    openedBy: row.openedBy ?? '',
    scope: scope.flatMap((entry) => (entry.reconciliationId === row.id ? [{ memberId: entry.memberId, criterion: entry.criterion }] : [])),
  }))
}

export type ResolutionRow = {
  id: string
  reason: string
  spread: number
  sheetsHash: string
  state: 'voting' | 'accepted' | 'rejected'
  openedBy: string
  openedAt: Date
  decidedAt: Date | null
  /** The voting set when it was concluded; null before. */
  voters: string[] | null
  votes: Vote[]
}

/** Votes on a spread that stays, first to last. */
export async function resolutionsOf(db: Db | Tx, itemId: string): Promise<ResolutionRow[]> {
  const rows = await db
    .selectFrom('spreadResolution as r')
    .leftJoin('authUser as u', 'u.id', 'r.openedBy')
    .select(['r.id', 'r.reason', 'r.spread', 'r.sheetsHash', 'r.state', 'u.name as openedBy', 'r.openedAt', 'r.decidedAt', 'r.voters'])
    .where('r.itemId', '=', itemId)
    .orderBy('r.openedAt')
    .orderBy('r.id')
    .execute()
  if (rows.length === 0) return []
  const votes = await db
    .selectFrom('spreadVote')
    .select(['resolutionId', 'memberId', 'agrees'])
    .where(
      'resolutionId',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  return rows.map((row) => ({
    ...row,
    state: row.state as ResolutionRow['state'],
    voters: row.voters as string[] | null,
    openedBy: row.openedBy ?? '',
    votes: votes.filter((vote) => vote.resolutionId === row.id).map(({ memberId, agrees }) => ({ memberId, agrees })),
  }))
}

export type EndingRow = {
  id: string
  ruleId: string
  kind: EndingKind
  criterion: string | null
  ruleText: string
  reason: string
  /** 'machine' or an account. */
  raisedBy: string
  raisedByName: string | null
  raisedAt: Date
  state: 'raised' | 'confirmed' | 'rejected'
  decidedByName: string | null
  decidedAt: Date | null
  /** The voting set when it was concluded; null before. */
  voters: string[] | null
  votes: Vote[]
}

/** Endings ever raised on an item, first to last. */
export async function endingsOfItem(db: Db | Tx, itemId: string): Promise<EndingRow[]> {
  const rows = await db
    .selectFrom('ending as e')
    .leftJoin('authUser as u', 'u.id', 'e.raisedBy')
    .leftJoin('authUser as d', 'd.id', 'e.decidedBy')
    .select(['e.id', 'e.ruleId', 'e.kind', 'e.criterion', 'e.ruleText', 'e.reason', 'e.raisedBy', 'u.name as raisedByName', 'e.raisedAt'])
    .select(['e.state', 'd.name as decidedByName', 'e.decidedAt', 'e.voters'])
    .where('e.itemId', '=', itemId)
    .orderBy('e.raisedAt')
    .orderBy('e.id')
    .execute()
  if (rows.length === 0) return []
  const votes = await db
    .selectFrom('endingVote')
    .select(['endingId', 'memberId', 'agrees'])
    .where(
      'endingId',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as EndingKind,
    state: row.state as EndingRow['state'],
    voters: row.voters as string[] | null,
    votes: votes.filter((vote) => vote.endingId === row.id).map(({ memberId, agrees }) => ({ memberId, agrees })),
  }))
}

export type FiledDossier = {
  id: string
  kind: 'first' | 'upgrade' | 'renewal'
  code: string
  demo: boolean
  snapshot: Snapshot
  snapshotHash: string
  /** What it is judged by: the hash it was filed under, or that of a correction its round has taken since. */
  regulationHash: string
}

/** The dossier as last filed: what the council judges. */
export async function filedDossierOf(db: Db | Tx, dossierId: string): Promise<FiledDossier> {
  const row = found(
    await db
      .selectFrom('dossierSubmission as s')
      .innerJoin('dossier as d', 'd.id', 's.dossierId')
      .select(['d.id', 'd.kind', 'd.slipNumber', 'd.demo', 's.receiptNumber', 's.snapshot', 's.snapshotHash', 'd.regulationHash'])
      .where('s.dossierId', '=', dossierId)
      .orderBy('s.ordinal', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  const { slipNumber, receiptNumber, snapshot, kind, ...rest } = row
  return { ...rest, kind: kind as FiledDossier['kind'], code: slipNumber ?? receiptNumber, snapshot: readSnapshot(snapshot) }
}

export type ResultRow = {
  id: string
  itemId: string
  dossierId: string
  authority: string
  outcome: Outcome
  meanPrinted: string | null
  pointsStar: number | null
  star: number | null
  spread: number | null
  /** Open it with `readResultBasis`. */
  basis: unknown
  basisHash: string
  closedBy: string
  closedAt: Date
  state: 'valid' | 'superseded'
  supersededReason: string | null
}

/** One result, whatever its state; "not found" for rubbish. */
export async function resultById(db: Db | Tx, resultId: string): Promise<ResultRow> {
  if (!isId(resultId)) return found<ResultRow>(null)
  return found((await resultsWhere(db, 'id', resultId))[0])
}

/** The result in force of a dossier, or null. */
export async function validResultOf(db: Db | Tx, dossierId: string): Promise<ResultRow | null> {
  if (!isId(dossierId)) return null
  return (await resultsWhere(db, 'dossierId', dossierId)).find((row) => row.state === 'valid') ?? null
}

/** Results of an item, newest first: superseded ones stay on record. */
export async function resultsOfItem(db: Db | Tx, itemId: string): Promise<ResultRow[]> {
  if (!isId(itemId)) return []
  return resultsWhere(db, 'itemId', itemId)
}

async function resultsWhere(db: Db | Tx, column: 'id' | 'dossierId' | 'itemId', value: string): Promise<ResultRow[]> {
  const rows = await db
    .selectFrom('result')
    .select(['id', 'itemId', 'dossierId', 'authority', 'outcome', 'meanPrinted', 'pointsStar', 'star', 'spread', 'basis', 'basisHash'])
    .select(['closedBy', 'closedAt', 'state', 'supersededReason'])
    .where(column, '=', value)
    // What the ministry stated on paper belongs to no item here.
    .where('itemId', 'is not', null)
    .$narrowType<{ itemId: string }>()
    .orderBy('closedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, outcome: row.outcome as Outcome, state: row.state as ResultRow['state'] }))
}

/** What already answers a result in the world outside: then it cannot be superseded. */
export async function answeredBy(db: Db | Tx, resultId: string): Promise<'decision' | 'letter' | 'ministry' | null> {
  const rows = await sql<{ what: 'decision' | 'letter' | 'ministry' }>`
    select 'decision' as what from recognition_item i join recognition_decision d on d.id = i.decision_id where i.result_id = ${resultId} and d.state in ('issued', 'recalled')
    union all select 'letter' from result_letter where result_id = ${resultId}
    union all select 'ministry' from ministry_pack where result_id = ${resultId} and sent_at is not null
    limit 1`.execute(db)
  return rows.rows[0]?.what ?? null
}

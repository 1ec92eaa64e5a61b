// Reading dossiers on the producer's side. Scope is part of every query; what was filed is read from its submission.
import { sql } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import { afterKey, type Key } from '#/platform/database/keyset.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { escapeLike, foldedWords } from '#/platform/text/fold.ts'
import { producersOf, type Actor } from '../people/actor.ts'
import type { DossierState } from './dossier.workflow.ts'
import { readSnapshot } from './snapshot.ts'

/** The dossier when it is one of the actor's own; undefined for everyone else's and for rubbish. */
export async function ownDossierRow(db: Db | Tx, actor: Actor, id: string | undefined) {
  const producerIds = producersOf(actor)
  if (!isId(id) || producerIds.length === 0) return undefined
  const row = await db.selectFrom('dossier').selectAll().where('id', '=', id).where('producerId', 'in', producerIds).executeTakeFirst()
  return row ? { ...row, state: row.state as DossierState } : undefined
}

export type DossierFilter = { query?: string; state?: string }

/** The actor's dossiers, last touched first. */
export async function listDossiers(
  db: Db | Tx,
  actor: Actor,
  filter: DossierFilter,
  page: { limit: number; offset: number; after?: Key | null },
) {
  const producerIds = producersOf(actor)
  let base = db
    .selectFrom('dossier')
    .innerJoin('product', 'product.id', 'dossier.productId')
    .innerJoin('producer', 'producer.id', 'dossier.producerId')
    .leftJoin('round', 'round.id', 'dossier.roundId')
  base = producerIds.length > 0 ? base.where('dossier.producerId', 'in', producerIds) : base.where(sql<boolean>`false`)
  if (filter.state) base = base.where('dossier.state', '=', filter.state)
  for (const word of foldedWords(filter.query ?? ''))
    base = base.where(sql<boolean>`' ' || product.name_folded like ${`% ${escapeLike(word)}%`}`)
  const { total } = await base.select((expression) => expression.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await base
    .select([
      'dossier.id',
      'dossier.kind',
      'dossier.state',
      'dossier.setNo',
      'dossier.slipNumber',
      'dossier.filedAt',
      'dossier.updatedAt',
      'dossier.productId',
      'product.name as productName',
      'producer.name as producerName',
      'round.name as roundName',
    ])
    .select((expression) => [
      expression
        .selectFrom('dossierAnswer')
        .whereRef('dossierAnswer.dossierId', '=', 'dossier.id')
        .select((answer) => answer.fn.countAll<number>().as('answers'))
        .as('answers'),
      expression
        .selectFrom('supplementRequest')
        .whereRef('supplementRequest.dossierId', '=', 'dossier.id')
        .where('supplementRequest.outcome', 'is', null)
        .select('supplementRequest.dueOn')
        .limit(1)
        .as('supplementDueOn'),
    ])
    .where(afterKey(page.after, sql`dossier.updated_at`, sql`dossier.id`, 'instant'))
    .orderBy('dossier.updatedAt', 'desc')
    .orderBy('dossier.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return {
    total: Number(total),
    rows: rows.map((row) => ({ ...row, state: row.state as DossierState, answers: Number(row.answers ?? 0) })),
  }
}

/** Submissions of a dossier, oldest first, with their snapshots opened. */
export async function submissionsOf(db: Db | Tx, dossierId: string) {
  const rows = await db.selectFrom('dossierSubmission').selectAll().where('dossierId', '=', dossierId).orderBy('ordinal').execute()
  return rows.map(({ snapshot, ...row }) => ({ ...row, snapshot: readSnapshot(snapshot) }))
}

/** The request that waits for the producer, with its items; null when none does. */
export async function openSupplement(db: Db | Tx, dossierId: string) {
  const request = await db
    .selectFrom('supplementRequest')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  if (!request) return null
  const items = await db.selectFrom('supplementItem').selectAll().where('requestId', '=', request.id).orderBy('ordinal').execute()
  return { ...request, items }
}

/**
 * What a producer is told happened to its own dossier: that it was opened, and every step of its state. Reasons, remarks and what the
 * council does inside stay with those who wrote them; each has its own page when it is meant for the producer.
 */
export async function timelineOf(db: Db | Tx, dossierId: string) {
  const rows = await db
    .selectFrom('auditEntry')
    .select(['at', 'verb', 'payload'])
    .where('dossierId', '=', dossierId)
    .where('subjectKind', '=', 'dossier')
    .where(sql<boolean>`(verb = 'dossier.started' or (verb <> 'dossier.answered' and payload ? 'from' and payload ? 'to'))`)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ at: row.at, verb: row.verb, to: ((row.payload as { to?: string }).to ?? 'draft') as DossierState }))
}

/** The papers a producer gets of its own dossier. */
export async function documentsFor(db: Db | Tx, dossierId: string, kinds: readonly string[]) {
  return db
    .selectFrom('document')
    .select(['id', 'kind', 'title', 'number', 'issuedOn', 'subjectId', 'createdAt'])
    .where('dossierId', '=', dossierId)
    .where('kind', 'in', [...kinds])
    .where('state', 'in', ['issued', 'sent'])
    .orderBy('createdAt')
    .execute()
}

/**
 * The round a dossier filed today can still reach: open or planned, the last day for proposals not past. A cut-off that passes while a
 * form is open only moves the dossier to the next round. Interpretation: the last day itself still counts.
 */
export async function roundFor(db: Db | Tx, authority: string, today: PlainDate) {
  return db
    .selectFrom('round')
    .select(['id', 'name', 'year', 'ordinal', 'proposalsDueOn', 'closesOn', 'state'])
    .where('authority', '=', authority)
    .where('state', 'in', ['open', 'planned'])
    .where('proposalsDueOn', '>=', today)
    .orderBy('proposalsDueOn')
    .limit(1)
    .executeTakeFirst()
}

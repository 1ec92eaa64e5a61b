// All reading of the paper library. Scope (the producers an actor works for) is part of every query.
import { sql } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { escapeLike, foldedWords } from '#/platform/text/fold.ts'
import { producersOf, type Actor } from '../people/actor.ts'
import { soonUntil } from './paper.ts'

export type PaperFilter = {
  query?: string
  kind?: string
  expiry?: 'soon' | 'expired'
  producerId?: string
  /** Only kinds that serve these; used by the criterion page. */
  kinds?: readonly string[]
}

/** The library of the actor's producers, newest first, with the number of files and where each paper is used. */
export async function listPapers(
  db: Db | Tx,
  actor: Actor,
  filter: PaperFilter,
  today: PlainDate,
  page: { limit: number; offset: number },
) {
  const producerIds = producersOf(actor)
  let base = db.selectFrom('paper').where('paper.removedAt', 'is', null)
  base = producerIds.length > 0 ? base.where('paper.producerId', 'in', producerIds) : base.where(sql<boolean>`false`)
  if (filter.producerId)
    base = isId(filter.producerId) ? base.where('paper.producerId', '=', filter.producerId) : base.where(sql<boolean>`false`)
  if (filter.kind) base = base.where('paper.kind', '=', filter.kind)
  if (filter.kinds) base = filter.kinds.length > 0 ? base.where('paper.kind', 'in', [...filter.kinds]) : base.where(sql<boolean>`false`)
  if (filter.expiry === 'soon') base = base.where('paper.expiresOn', '>=', today).where('paper.expiresOn', '<=', soonUntil(today))
  if (filter.expiry === 'expired') base = base.where('paper.expiresOn', '<', today)
  for (const word of foldedWords(filter.query ?? ''))
    base = base.where(
      sql<boolean>`' ' || f_fold(paper.title || ' ' || coalesce(paper.number, '') || ' ' || coalesce(paper.issuer, '')) like ${`% ${escapeLike(word)}%`}`,
    )
  const { total } = await base.select((expression) => expression.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await base
    .selectAll('paper')
    .select((expression) => [
      expression
        .selectFrom('paperFile')
        .whereRef('paperFile.paperId', '=', 'paper.id')
        .where('paperFile.removedAt', 'is', null)
        .select((file) => file.fn.countAll<number>().as('files'))
        .as('files'),
      expression
        .selectFrom('paperFile')
        .whereRef('paperFile.paperId', '=', 'paper.id')
        .where('paperFile.removedAt', 'is', null)
        .select('paperFile.id')
        .orderBy('paperFile.ordinal')
        .limit(1)
        .as('firstFileId'),
      expression
        .selectFrom('dossierEvidence')
        .whereRef('dossierEvidence.paperId', '=', 'paper.id')
        .where('dossierEvidence.removedAt', 'is', null)
        .select((link) => link.fn.countAll<number>().as('uses'))
        .as('uses'),
    ])
    .orderBy('paper.createdAt', 'desc')
    .orderBy('paper.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { total: Number(total), rows: rows.map((row) => ({ ...row, files: Number(row.files ?? 0), uses: Number(row.uses ?? 0) })) }
}

/** A live paper of the actor's own library; undefined for everyone else's and for rubbish. */
export async function ownPaper(db: Db | Tx, actor: Actor, paperId: string) {
  const producerIds = producersOf(actor)
  if (!isId(paperId) || producerIds.length === 0) return undefined
  return db
    .selectFrom('paper')
    .selectAll()
    .where('id', '=', paperId)
    .where('producerId', 'in', producerIds)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
}

export async function filesOf(db: Db | Tx, paperId: string) {
  return db.selectFrom('paperFile').selectAll().where('paperId', '=', paperId).where('removedAt', 'is', null).orderBy('ordinal').execute()
}

/** How many papers the library holds of each kind, and how many run out soon or have run out. */
export async function libraryCounts(db: Db | Tx, actor: Actor, today: PlainDate) {
  const producerIds = producersOf(actor)
  if (producerIds.length === 0) return { total: 0, soon: 0, expired: 0, kinds: new Map<string, number>() }
  const rows = await db
    .selectFrom('paper')
    .select(['kind', 'expiresOn'])
    .where('producerId', 'in', producerIds)
    .where('removedAt', 'is', null)
    .execute()
  const kinds = new Map<string, number>()
  for (const row of rows) kinds.set(row.kind, (kinds.get(row.kind) ?? 0) + 1)
  return {
    total: rows.length,
    soon: rows.filter((row) => row.expiresOn !== null && row.expiresOn >= today && row.expiresOn <= soonUntil(today)).length,
    expired: rows.filter((row) => row.expiresOn !== null && row.expiresOn < today).length,
    kinds,
  }
}

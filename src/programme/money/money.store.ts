// Reading of sources and lines, and what stands on them. Scope is part of every query: a desk reads its own.
import { sql } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import type { Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { positionOf, type Position, type Sums } from './balance.ts'
import { sumsBy } from './money.load.ts'
import type { ItemCategory, SourceKind } from './money.ts'
import { keepsMoney, readsMoney } from './money.policy.ts'

/** Figures of a line or source: what stands, and each kind by itself. */
export type Figures = Position & { sums: Sums }

export const added = (many: readonly Sums[]): Figures => {
  const sums: Record<string, number> = {}
  for (const one of many) for (const [kind, amount] of Object.entries(one)) sums[kind] = (sums[kind] ?? 0) + (amount ?? 0)
  return { ...positionOf(sums), sums }
}

export async function sourcesOf(db: Db | Tx, authority: string) {
  const rows = await db
    .selectFrom('fundSource')
    .select(['id', 'kind', 'name', 'endedOn'])
    .where('authority', '=', authority)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as SourceKind }))
}

export const sourceSorts = ['name', 'kind'] as const
export type SourceSort = (typeof sourceSorts)[number]
export type SourceQuery = {
  search: string
  kind: SourceKind | null
  /** In use, or ended. */
  open: boolean | null
  sort: SourceSort
  page: number
  perPage: number
}

/** A page of the desk's sources, those in use first. */
export async function listSources(db: Db | Tx, actor: Actor, query: SourceQuery) {
  mustSee(readsMoney(actor, actor.authority))
  let list = db.selectFrom('fundSource').where('authority', '=', actor.authority)
  const words = fold(query.search)
  if (words !== '') list = list.where(sql<string>`f_fold(name)`, 'like', `%${escapeLike(words)}%`)
  if (query.kind !== null) list = list.where('kind', '=', query.kind)
  if (query.open !== null) list = list.where('endedOn', query.open ? 'is' : 'is not', null)
  const { total } = await list.select((expression) => expression.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await list
    .select(['id', 'kind', 'name', 'endedOn'])
    .orderBy(sql`ended_on is not null`)
    .orderBy(query.sort === 'kind' ? sql`kind, name collate vi` : sql`name collate vi`)
    .orderBy('id')
    .limit(query.perPage)
    .offset((query.page - 1) * query.perPage)
    .execute()
  return { rows: rows.map((row) => ({ ...row, kind: row.kind as SourceKind })), total: Number(total) }
}

/** Budget years of a desk, newest first. */
export async function budgetYears(db: Db | Tx, authority: string): Promise<number[]> {
  const rows = await db
    .selectFrom('budgetLine')
    .select('year')
    .distinct()
    .where('authority', '=', authority)
    .orderBy('year', 'desc')
    .execute()
  return rows.map((row) => row.year)
}

/** Lines that may be chosen for a payment or a transfer: open ones, newest year first. */
export async function openLines(db: Db | Tx, authority: string) {
  return db
    .selectFrom('budgetLine')
    .select(['id', 'title', 'year', 'itemCategory'])
    .where('authority', '=', authority)
    .where('endedOn', 'is', null)
    .orderBy('year', 'desc')
    .orderBy('title')
    .limit(500)
    .execute()
}

/** A desk's year: each line and each source with its figures, and all together. Two queries, whatever the number of lines. */
export async function yearOverview(db: Db | Tx, actor: Actor, year: number) {
  mustSee(readsMoney(actor, actor.authority))
  const lines = await db
    .selectFrom('budgetLine')
    .select(['id', 'title', 'itemCategory', 'planned', 'endedOn', 'planFamilyId'])
    .where('authority', '=', actor.authority)
    .where('year', '=', year)
    .orderBy('title')
    .orderBy('id')
    .execute()
  const pairs = await sumsBy(db, { lineIds: lines.map((line) => line.id) })
  const sources = await sourcesOf(db, actor.authority)
  const sumsWhere = (test: (pair: (typeof pairs)[number]) => boolean) => added(pairs.filter(test).map((pair) => pair.sums))
  return {
    lines: lines.map((line) => ({
      ...line,
      itemCategory: line.itemCategory as ItemCategory,
      figures: sumsWhere((pair) => pair.lineId === line.id),
    })),
    sources: sources
      .filter((source) => pairs.some((pair) => pair.sourceId === source.id))
      .map((source) => ({ ...source, figures: sumsWhere((pair) => pair.sourceId === source.id) })),
    all: sumsWhere(() => true),
    planned: lines.reduce((sum, line) => sum + (line.planned ?? 0), 0),
  }
}

/** One line with its figures by source, for those who read the desk's money. */
export async function lineFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  const line = found(isId(id) ? await db.selectFrom('budgetLine').selectAll().where('id', '=', id).executeTakeFirst() : null)
  mustSee(readsMoney(actor, line.authority))
  const pairs = await sumsBy(db, { lineIds: [line.id] })
  const sources = await sourcesOf(db, line.authority)
  return {
    line: { ...line, itemCategory: line.itemCategory as ItemCategory },
    keep: keepsMoney(actor, line.authority),
    sources: sources.flatMap((source) => {
      const own = pairs.filter((pair) => pair.sourceId === source.id)
      return own.length === 0 ? [] : [{ ...source, figures: added(own.map((pair) => pair.sums)) }]
    }),
    all: added(pairs.map((pair) => pair.sums)),
    choices: sources.filter((source) => source.endedOn === null),
  }
}

/** What the ledger tells of a thing of the money: entry, line, contract, receivable, policy, list; oldest first. */
export async function ledgerOf(db: Db | Tx, subject: { kind: string; id: string }) {
  const rows = await db
    .selectFrom('auditEntry')
    .select(['at', 'verb', 'actorName', 'payload'])
    .where('subjectKind', '=', subject.kind)
    .where('subjectId', '=', subject.id)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ at: row.at, verb: row.verb, who: row.actorName, payload: row.payload as Record<string, unknown> }))
}

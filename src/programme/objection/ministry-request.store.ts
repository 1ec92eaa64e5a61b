// Reading of the ministry's requests. Scope and recusal are part of the query.
import { sql, type RawBuilder } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { caseFilesOf } from '../case-file/case-file.ts'
import { serves, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { unrecused } from '../round/office.store.ts'
import { answerable, type RequestKind, type RequestState } from './ministry-request.ts'

export const requestSorts = ['recent', 'product', 'dated'] as const
export type RequestSort = (typeof requestSorts)[number]

export type RequestQuery = {
  search: string
  state: RequestState | null
  kind: RequestKind | null
  sort: RequestSort
  page: number
  perPage: number
}

export type RequestRow = {
  id: string
  dossierId: string
  kind: RequestKind
  state: RequestState
  number: string
  datedOn: string
  content: string
  answer: string
  recordedAt: Date
  answeredAt: Date | null
  productName: string
  producerName: string
  /** The certificate in force a recall would end. */
  certificateId: string | null
}

const orders: Record<RequestSort, RawBuilder<unknown>> = {
  recent: sql`q.answered_at desc nulls first, q.recorded_at desc, q.id`,
  product: sql`p.name collate vi, q.id`,
  dated: sql`q.dated_on desc, q.id`,
}

const from = sql`
  from ministry_request q
  join dossier d on d.id = q.dossier_id
  join product p on p.id = d.product_id
  join producer m on m.id = d.producer_id`
const columns = sql`
  q.id, q.dossier_id, q.kind, q.state, q.number, q.dated_on, q.content, q.answer, q.recorded_at, q.answered_at, p.name as product_name,
  m.name as producer_name,
  (select c.id from certificate c where c.dossier_id = d.id and c.state = 'valid' limit 1) as certificate_id`

const mayRead = (actor: Actor) => serves(actor, actor.authority, 'office', 'leader', 'clerk')

/** One page with the number of all that match: open ones first. What a person is recused from is neither shown nor counted. */
export async function listRequests(db: Db | Tx, actor: Actor, query: RequestQuery): Promise<{ rows: RequestRow[]; total: number }> {
  mustSee(mayRead(actor))
  const parts = [sql`q.authority = ${actor.authority}`, unrecused(actor)]
  const words = fold(query.search).slice(0, 100)
  if (words !== '') {
    const like = `%${escapeLike(words)}%`
    parts.push(sql`(p.name_folded like ${like} or m.name_folded like ${like} or f_fold(q.number) like ${like})`)
  }
  if (query.state) parts.push(sql`q.state = ${query.state}`)
  if (query.kind) parts.push(sql`q.kind = ${query.kind}`)
  const wanted = sql.join(parts, sql` and `)
  const counted = await sql<{ n: number }>`select count(*)::int as n ${from} where ${wanted}`.execute(db)
  const rows = await sql<RequestRow>`
    select ${columns} ${from} where ${wanted}
    order by ${orders[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { rows: rows.rows, total: counted.rows[0]?.n ?? 0 }
}

/** One request with its files and what the reader may do with it. */
export async function requestFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  mustSee(mayRead(actor) && isId(id))
  const rows = await sql<RequestRow>`
    select ${columns} ${from} where q.id = ${id} and q.authority = ${actor.authority} and ${unrecused(actor)}`.execute(db)
  const request = found(rows.rows[0])
  const open = request.state === 'open' && serves(actor, actor.authority, 'office')
  return {
    request,
    files: await caseFilesOf(db, 'ministryRequest', [request.id]),
    rights: { reassess: open && request.kind === 'reassess', recall: open && request.kind === 'recall' && request.certificateId !== null },
  }
}

/** A decided dossier of the desk, for the form that records a request about it; not who is recused, only its office. */
export async function requestSubject(db: Db | Tx, actor: Actor, dossierId: string | undefined) {
  mustSee(isId(dossierId) && serves(actor, actor.authority, 'office'))
  const rows = await sql<{ id: string; productName: string; state: string }>`
    select d.id, p.name as product_name, d.state from dossier d join product p on p.id = d.product_id
    where d.id = ${dossierId} and d.authority = ${actor.authority} and d.state = any(${[...answerable]}::text[]) and ${unrecused(actor)}`.execute(
    db,
  )
  const { state, ...dossier } = found(rows.rows[0])
  return { ...dossier, recognised: state === 'recognised' }
}

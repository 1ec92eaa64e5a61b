// The desk's list of objections. Scope and recusal are part of the query.
import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { serves, type Actor } from '../people/actor.ts'
import { mustSee } from '../refuse.ts'
import { unrecused } from '../round/office.store.ts'
import type { ObjectionOutcome, ObjectionState } from './objection.ts'

export const objectionSorts = ['recent', 'product', 'producer', 'due'] as const
export type ObjectionSort = (typeof objectionSorts)[number]

/** `late`: not answered by the stored day. */
export type ObjectionQuery = {
  search: string
  state: ObjectionState | null
  late: boolean
  sort: ObjectionSort
  page: number
  perPage: number
}

export type ObjectionRow = {
  id: string
  dossierId: string
  state: ObjectionState
  productName: string
  producerName: string
  star: number | null
  meanPrinted: string | null
  filedAt: Date
  /** Null until the office received it. */
  answerDueOn: PlainDate | null
  late: boolean
  outcome: ObjectionOutcome | null
  answerNumber: string | null
}

const orders: Record<ObjectionSort, RawBuilder<unknown>> = {
  recent: sql`o.filed_at desc, o.id`,
  product: sql`p.name collate vi, o.id`,
  producer: sql`m.name collate vi, o.id`,
  due: sql`o.answer_due_on nulls last, o.id`,
}

const from = sql`
  from objection o
  join dossier d on d.id = o.dossier_id
  join product p on p.id = d.product_id
  join producer m on m.id = o.producer_id
  join result r on r.id = o.result_id
  left join document x on x.id = o.answer_document_id`

const overdue = (today: PlainDate) => sql<boolean>`(o.state in ('received', 'deciding') and o.answer_due_on < ${today}::date)`

/** One page with the number of all that match. Staff of the desk; what a person is recused from is neither shown nor counted. */
export async function listObjections(
  db: Db | Tx,
  actor: Actor,
  query: ObjectionQuery,
  today: PlainDate,
): Promise<{ rows: ObjectionRow[]; total: number }> {
  mustSee(serves(actor, actor.authority, 'office', 'leader', 'clerk'))
  const parts = [sql`o.authority = ${actor.authority}`, unrecused(actor)]
  const words = fold(query.search).slice(0, 100)
  if (words !== '') {
    const like = `%${escapeLike(words)}%`
    parts.push(sql`(p.name_folded like ${like} or m.name_folded like ${like})`)
  }
  if (query.state) parts.push(sql`o.state = ${query.state}`)
  if (query.late) parts.push(overdue(today))
  const wanted = sql.join(parts, sql` and `)
  const counted = await sql<{ n: number }>`select count(*)::int as n ${from} where ${wanted}`.execute(db)
  const rows = await sql<ObjectionRow>`
    select o.id, o.dossier_id, o.state, p.name as product_name, m.name as producer_name, r.star, r.mean_printed, o.filed_at, o.answer_due_on,
      ${overdue(today)} as late, o.outcome, x.number as answer_number
    ${from} where ${wanted} order by ${orders[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { rows: rows.rows, total: counted.rows[0]?.n ?? 0 }
}

/** Objections that wait for the desk: to be received, and late. For the start page of the office. */
export async function countObjections(db: Db | Tx, actor: Actor, today: PlainDate): Promise<{ waiting: number; late: number }> {
  const counted = await sql<{ waiting: number; late: number }>`
    select count(*) filter (where o.state = 'filed')::int as waiting, count(*) filter (where ${overdue(today)})::int as late
    from objection o join dossier d on d.id = o.dossier_id
    where o.authority = ${actor.authority} and o.state in ('filed', 'received', 'deciding') and ${unrecused(actor)}`.execute(db)
  return counted.rows[0] ?? { waiting: 0, late: 0 }
}

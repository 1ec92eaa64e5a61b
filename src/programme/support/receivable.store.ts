// Reading of receivables. A desk reads its own, a producer what it owes.
import { sql, type RawBuilder } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { approvesMoney, keepsMoney, readsMoney } from '../money/money.policy.ts'
import { ownsProducer, producersOf, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import type { ReceivableState } from './support.ts'

/** What came in or waits for approval; receipts whose entry was refused do not count. */
export async function receivedOf(db: Db | Tx, receivableId: string): Promise<number> {
  const { rows } = await sql<{ sum: number }>`
    select coalesce(sum(p.amount), 0)::bigint as sum from receivable_receipt p join money_entry e on e.id = p.entry_id
    where p.receivable_id = ${receivableId} and e.state in ('entered', 'approved')`.execute(db)
  return Number(rows[0]?.sum ?? 0)
}

export type ReceivableRow = {
  id: string
  producer: string
  amount: number
  received: number
  dueOn: string
  reason: string
  decisionNumber: string
  state: ReceivableState
}

export const receivableSorts = ['owed', 'due', 'producer', 'amount'] as const
export type ReceivableSort = (typeof receivableSorts)[number]
export type ReceivableQuery = { search: string; state: ReceivableState | null; sort: ReceivableSort; page: number; perPage: number }

const orders: Record<ReceivableSort, RawBuilder<unknown>> = {
  owed: sql`r.state = 'open' desc, r.due_on, r.id`,
  due: sql`r.due_on, r.id`,
  producer: sql`p.name collate vi, r.id`,
  amount: sql`r.amount desc, r.id`,
}

/** The desk's receivables, or a producer's own; unless sorted otherwise those still owed first, by their day. */
export async function listReceivables(
  db: Db | Tx,
  actor: Actor,
  query: ReceivableQuery,
): Promise<{ rows: ReceivableRow[]; total: number }> {
  const parts: RawBuilder<unknown>[] = [
    readsMoney(actor, actor.authority) ? sql`r.authority = ${actor.authority}` : sql`r.producer_id = any(${producersOf(actor)}::uuid[])`,
  ]
  const words = fold(query.search)
  if (words !== '') {
    const like = `%${escapeLike(words)}%`
    parts.push(sql`(p.name_folded like ${like} or f_fold(r.decision_number || ' ' || r.reason) like ${like})`)
  }
  if (query.state !== null) parts.push(sql`r.state = ${query.state}`)
  const from = sql`from receivable r join producer p on p.id = r.producer_id`
  const where = sql.join(parts, sql` and `)
  const counted = await sql<{ n: number }>`select count(*)::int as n ${from} where ${where}`.execute(db)
  const { rows } = await sql<ReceivableRow>`
    select r.id, p.name as producer, r.amount, r.due_on as "dueOn", r.reason, r.decision_number as "decisionNumber", r.state,
           coalesce((select sum(x.amount) from receivable_receipt x join money_entry e on e.id = x.entry_id and e.state = 'approved'
                     where x.receivable_id = r.id), 0)::bigint as received
    ${from} where ${where} order by ${orders[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { rows, total: counted.rows[0]?.n ?? 0 }
}

export async function receivableFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  const row = found(
    isId(id)
      ? await db
          .selectFrom('receivable as r')
          .innerJoin('producer as p', 'p.id', 'r.producerId')
          .selectAll('r')
          .select('p.name as producer')
          .where('r.id', '=', id)
          .executeTakeFirst()
      : null,
  )
  const staff = readsMoney(actor, row.authority)
  mustSee(staff || ownsProducer(actor, row.producerId))
  const receipts = await db
    .selectFrom('receivableReceipt as x')
    .innerJoin('moneyEntry as e', 'e.id', 'x.entryId')
    .select(['x.id', 'x.amount', 'x.receivedOn', 'x.paper', 'x.entryId', 'e.state'])
    .where('x.receivableId', '=', row.id)
    .orderBy('x.enteredAt')
    .execute()
  const received = receipts.reduce((sum, one) => (one.state === 'approved' ? sum + one.amount : sum), 0)
  const open = row.state === 'open'
  return {
    receivable: { ...row, state: row.state as ReceivableState, received, left: row.amount - received },
    receipts,
    staff,
    rights: {
      receive: open && keepsMoney(actor, row.authority),
      waive: open && row.createdBy !== actor.accountId && (await approvesMoney(db, actor, row.authority)),
    },
  }
}

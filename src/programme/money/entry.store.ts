// Reading of entries: the journal, one entry with what belongs to it. Scope is part of every query: a desk reads its own.
import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { serves, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { entryKinds, kindGroups, type EntryKind, type EntryState, type KindGroup } from './money.ts'
import { approvesMoney, readsMoney } from './money.policy.ts'

/** Approved entries of a line that another may answer, with what is left of each; those with nothing left are left out. */
export async function answerable(db: Db | Tx, lineId: string, kind: 'commitment' | 'disbursement') {
  const { rows } = await sql<{ id: string; payee: string; amount: number; left: number; onDay: string; source: string }>`
    select e.id, e.payee, e.amount, e.on_day::text as "onDay", s.name as source, (e.amount - x.used)::bigint as left
    from money_entry e join fund_source s on s.id = e.source_id
    cross join lateral (
      select coalesce(sum(a.amount - coalesce((select sum(f.amount) from money_entry f where f.answers_id = a.id and f.kind = 'failed'
               and f.state = 'approved' and a.kind = 'disbursement'), 0)), 0) as used
      from money_entry a where a.answers_id = e.id and a.state = 'approved') x
    where e.line_id = ${lineId} and e.kind = ${kind} and e.state = 'approved' and e.amount > x.used
    order by e.on_day desc, e.id limit 200`.execute(db)
  return rows.map((row) => ({ ...row, amount: Number(row.amount), left: Number(row.left) }))
}

export const entrySorts = ['recent', 'amount', 'payee', 'line'] as const
export type EntrySort = (typeof entrySorts)[number]

export type EntryQuery = {
  search: string
  year: number | null
  lineId: string | null
  sourceId: string | null
  /** One kind, or a group of kinds that make one figure. */
  kind: EntryKind | KindGroup | null
  state: EntryState | null
  /** Days of the entries, both inclusive. */
  from: PlainDate | null
  to: PlainDate | null
  sort: EntrySort
  page: number
  perPage: number
}

export type EntryRow = {
  id: string
  kind: EntryKind
  state: EntryState
  amount: number
  onDay: string
  decisionNumber: string
  payee: string
  note: string
  lineId: string
  line: string
  year: number
  source: string
  enteredBy: string
  enteredAt: Date
  decidedBy: string | null
}

const orders: Record<EntrySort, RawBuilder<unknown>> = {
  recent: sql`e.on_day desc, e.id desc`,
  amount: sql`e.amount desc, e.id`,
  payee: sql`e.payee collate vi, e.id`,
  line: sql`l.title collate vi, e.id`,
}

/** A page of the desk's journal, with the number of entries that match and what they come to, each by its way in the balance. */
export async function listEntries(db: Db | Tx, actor: Actor, query: EntryQuery): Promise<{ rows: EntryRow[]; total: number }> {
  mustSee(readsMoney(actor, actor.authority))
  const parts: RawBuilder<unknown>[] = [sql`e.authority = ${actor.authority}`]
  const words = fold(query.search).slice(0, 100)
  if (words !== '') parts.push(sql`e.search_folded like ${`%${escapeLike(words)}%`}`)
  if (query.year !== null) parts.push(sql`l.year = ${query.year}`)
  if (query.lineId !== null) parts.push(isId(query.lineId) ? sql`e.line_id = ${query.lineId}` : sql`false`)
  if (query.sourceId !== null) parts.push(isId(query.sourceId) ? sql`e.source_id = ${query.sourceId}` : sql`false`)
  if (query.kind !== null) parts.push(sql`e.kind = any(${kindsOf(query.kind)}::text[])`)
  if (query.state !== null) parts.push(sql`e.state = ${query.state}`)
  if (query.from !== null) parts.push(sql`e.on_day >= ${query.from}::date`)
  if (query.to !== null) parts.push(sql`e.on_day <= ${query.to}::date`)
  const from = sql`from money_entry e join budget_line l on l.id = e.line_id join fund_source s on s.id = e.source_id`
  const where = sql.join(parts, sql` and `)
  const counted = await sql<{ n: number }>`select count(*)::int as n ${from} where ${where}`.execute(db)
  const { rows } = await sql<EntryRow>`
    select e.id, e.kind, e.state, e.amount, e.on_day as "onDay", e.decision_number as "decisionNumber", e.payee, e.note, e.line_id as "lineId",
           l.title as line, l.year, s.name as source, u.name as "enteredBy", e.entered_at as "enteredAt", d.name as "decidedBy"
    ${from} left join auth_user u on u.id = e.entered_by left join auth_user d on d.id = e.decided_by
    where ${where} order by ${orders[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { rows, total: counted.rows[0]?.n ?? 0 }
}

function kindsOf(kind: EntryKind | KindGroup): EntryKind[] {
  const one = entryKinds.find((known) => known === kind)
  return one ? [one] : [...kindGroups[kind as KindGroup]]
}

/** How many entries of the desk wait for someone. */
export async function waitingEntries(db: Db | Tx, authority: string): Promise<number> {
  const row = await db
    .selectFrom('moneyEntry')
    .select((expression) => expression.fn.countAll<number>().as('n'))
    .where('authority', '=', authority)
    .where('state', '=', 'entered')
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** One entry with what it answers, what answers it, and what the actor may do with it. */
export async function entryFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  const read = db
    .selectFrom('moneyEntry as e')
    .innerJoin('budgetLine as l', 'l.id', 'e.lineId')
    .innerJoin('fundSource as s', 's.id', 'e.sourceId')
    .leftJoin('authUser as u', 'u.id', 'e.enteredBy')
    .leftJoin('authUser as d', 'd.id', 'e.decidedBy')
    .selectAll('e')
    .select(['l.title as line', 'l.year', 's.name as source', 'u.name as enteredByName', 'd.name as decidedByName'])
  const row = found(isId(id) ? await read.where('e.id', '=', id).executeTakeFirst() : null)
  mustSee(readsMoney(actor, row.authority))
  const linked = await read
    .where((where) => where.or([where('e.answersId', '=', row.id), ...(row.answersId === null ? [] : [where('e.id', '=', row.answersId)])]))
    .orderBy('e.enteredAt')
    .execute()
  const open = row.state === 'entered'
  const own = row.enteredBy === actor.accountId
  const typed = <T extends { kind: string; state: string }>(one: T) => ({
    ...one,
    kind: one.kind as EntryKind,
    state: one.state as EntryState,
  })
  return {
    entry: typed(row),
    linked: linked.map(typed),
    rights: {
      approve: open && !own && (await approvesMoney(db, actor, row.authority)),
      takeBack: open && own,
      papers: serves(actor, row.authority, 'office'),
      removePaper: open && serves(actor, row.authority, 'office'),
    },
  }
}

/** For its papers. */
export async function readsEntry(db: Db | Tx, actor: Actor, id: string): Promise<boolean> {
  const row = await db.selectFrom('moneyEntry').select('authority').where('id', '=', id).executeTakeFirst()
  return row !== undefined && readsMoney(actor, row.authority)
}

// All reading of the programme's money. Scope is part of every query: a desk reads its own.
import { sql, type RawBuilder } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { serves, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { positionOf, type Position, type Sums } from './balance.ts'
import { sumsBy } from './money.load.ts'
import { entryKinds, kindGroups, type EntryKind, type EntryState, type ItemCategory, type KindGroup, type SourceKind } from './money.ts'
import { approvesMoney, keepsMoney, readsMoney } from './money.policy.ts'

/** Figures of a line or source: what stands, and each kind by itself. */
export type Figures = Position & { sums: Sums }

const added = (many: readonly Sums[]): Figures => {
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

/** A plan of the desk and its money rows beside the lines opened for them, in the plan's order. */
export async function planMoney(db: Db | Tx, actor: Actor, familyId: string | undefined) {
  mustSee(readsMoney(actor, actor.authority))
  const plan = found(
    isId(familyId)
      ? await db
          .selectFrom('programmePlan')
          .select(['id', 'familyId', 'title', 'startsOn', 'endsOn'])
          .where('familyId', '=', familyId)
          .where('authority', '=', actor.authority)
          .where('communeCode', 'is', null)
          .where('state', '=', 'issued')
          .executeTakeFirst()
      : null,
  )
  const rows = await db.selectFrom('programmeMoney').selectAll().where('planId', '=', plan.id).orderBy('ordinal').execute()
  const lines = await db
    .selectFrom('budgetLine')
    .select(['id', 'title', 'year', 'moneyCode', 'planned', 'itemCategory'])
    .where('planFamilyId', '=', plan.familyId)
    .where('authority', '=', actor.authority)
    .orderBy('year')
    .execute()
  const pairs = await sumsBy(db, { lineIds: lines.map((line) => line.id) })
  return {
    plan,
    keep: keepsMoney(actor, actor.authority),
    rows: rows.map((row) => {
      const parts = rows.filter((one) => one.partOf === row.code)
      const own = lines.filter((line) => line.moneyCode === row.code || parts.some((part) => part.code === line.moneyCode))
      const amounts = parts.map((part) => part.amount)
      return {
        ...row,
        isSum: parts.length > 0,
        /** What the parts come to; null where one of them has no amount. */
        partsSum: amounts.includes(null) ? null : amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0),
        lines: own,
        figures: added(pairs.filter((pair) => own.some((line) => line.id === pair.lineId)).map((pair) => pair.sums)),
      }
    }),
  }
}

/** Plans of the desk that name money, newest first. */
export async function plansWithMoney(db: Db | Tx, authority: string) {
  return db
    .selectFrom('programmePlan')
    .select(['familyId', 'title', 'startsOn'])
    .where('authority', '=', authority)
    .where('communeCode', 'is', null)
    .where('state', '=', 'issued')
    .where((where) =>
      where.exists(
        where.selectFrom('programmeMoney').select('programmeMoney.id').whereRef('programmeMoney.planId', '=', 'programmePlan.id'),
      ),
    )
    .orderBy('startsOn', 'desc')
    .limit(50)
    .execute()
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

/** For its papers. */
export async function readsEntry(db: Db | Tx, actor: Actor, id: string): Promise<boolean> {
  const row = await db.selectFrom('moneyEntry').select('authority').where('id', '=', id).executeTakeFirst()
  return row !== undefined && readsMoney(actor, row.authority)
}

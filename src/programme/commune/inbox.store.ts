// The commune's list of dossiers. Scope is in the query: the actor's own communes, filed dossiers only.
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { communesOf, type Actor } from '../people/actor.ts'
import type { DossierState } from '../dossier/dossier.workflow.ts'

export const inboxTabs = ['doing', 'toSign', 'toSend', 'sent', 'done'] as const
export type InboxTab = (typeof inboxTabs)[number]
export const inboxSorts = ['due', 'product', 'producer'] as const
export type InboxSort = (typeof inboxSorts)[number]

export type InboxQuery = {
  tab: InboxTab
  search: string
  /** Only late ones, or only those due within three working days: the day up to which they are due. */
  dueUntil: string | null
  state: DossierState | null
  kind: 'first' | 'upgrade' | 'renewal' | null
  sort: InboxSort
  /** From 1. */
  page: number
  perPage: number
}

export type InboxRow = {
  id: string
  state: DossierState
  kind: 'first' | 'upgrade' | 'renewal'
  product: string
  producer: string
  communeName: string
  slipNumber: string | null
  filedAt: Date
  dueOn: string | null
  clockOutcome: string | null
  clockStoppedAt: Date | null
  paused: boolean
  /** The day a running request for supplement asks for. */
  supplementDueOn: string | null
  reportState: 'draft' | 'ready' | 'issued' | null
  checked: number
  lacking: number
  setNo: number
  regulationId: string
}

export type InboxCounts = Record<InboxTab, number> & { late: number; soon: number; waiting: number }

const final = ['recognised', 'notRecognised', 'sentToMinistry', 'ended', 'withdrawn', 'lapsed', 'rejected', 'revoked']

function scope(actor: Actor): RawBuilder<unknown> {
  const communes = communesOf(actor)
  return sql`d.province_code = ${actor.provinceCode} and d.filed_at is not null and d.commune_code = any(${communes}::text[])`
}

function tabCondition(tab: InboxTab): RawBuilder<unknown> {
  if (tab === 'doing') return sql`d.state in ('filed', 'communeSupplement')`
  if (tab === 'toSign') return sql`d.state = 'filed' and r.state = 'ready'`
  if (tab === 'toSend') return sql`d.state = 'reported'`
  if (tab === 'done') return sql`d.state = any(${final}::text[])`
  return sql`d.state in ('proposed', 'provinceSupplement', 'accepted', 'onAgenda', 'concluded')`
}

const from = sql`
  from dossier d
  join lateral (select s.id, s.product_name as product, s.producer_name as producer,
                       s.commune_name, s.names_folded
                  from dossier_submission s where s.dossier_id = d.id order by s.ordinal desc limit 1) s on true
  left join commune_report r on r.dossier_id = d.id and r.state <> 'void'
  left join lateral (select c.id, c.due_on, c.outcome, c.stopped_at,
                            exists (select 1 from dossier_clock_pause p where p.clock_id = c.id and p.resumed_at is null) as paused
                       from dossier_clock c where c.dossier_id = d.id and c.kind = 'communeReview' order by c.started_at desc limit 1) c on true
  left join supplement_request q on q.dossier_id = d.id and q.outcome is null`

function where(actor: Actor, query: Omit<InboxQuery, 'page' | 'perPage' | 'sort'>): RawBuilder<unknown> {
  const parts = [scope(actor), tabCondition(query.tab)]
  const words = fold(query.search).slice(0, 100)
  if (words !== '') {
    const like = `%${escapeLike(words)}%`
    parts.push(sql`(s.names_folded like ${like} or f_fold(coalesce(d.slip_number, '')) like ${like})`)
  }
  if (query.state) parts.push(sql`d.state = ${query.state}`)
  if (query.kind) parts.push(sql`d.kind = ${query.kind}`)
  if (query.dueUntil) parts.push(sql`c.stopped_at is null and not c.paused and c.due_on <= ${query.dueUntil}::date`)
  return sql.join(parts, sql` and `)
}

const orders: Record<InboxSort, RawBuilder<unknown>> = {
  // Late ones are the earliest due; those that wait for the producer stand after those that wait for us.
  due: sql`coalesce(c.paused, false), c.stopped_at is not null, c.due_on, d.filed_at, d.id`,
  product: sql`s.product collate vi, d.id`,
  producer: sql`s.producer collate vi, d.id`,
}

/** One page of the list with the number of all rows that match. */
export async function listInbox(db: Db, actor: Actor, query: InboxQuery): Promise<{ rows: InboxRow[]; total: number }> {
  const condition = where(actor, query)
  const counted = await sql<{ n: number }>`select count(*)::int as n ${from} where ${condition}`.execute(db)
  const found = await sql<InboxRow>`
    select d.id, d.state, d.kind, s.product, s.producer, s.commune_name as "communeName", d.slip_number as "slipNumber", d.filed_at as "filedAt",
           c.due_on as "dueOn", c.outcome as "clockOutcome", c.stopped_at as "clockStoppedAt", coalesce(c.paused, false) as paused,
           q.due_on as "supplementDueOn", r.state as "reportState", d.set_no as "setNo", d.regulation_id as "regulationId",
           (select count(*)::int from component_check k where k.submission_id = s.id and k.level = 'commune') as checked,
           (select count(*)::int from component_check k where k.submission_id = s.id and k.level = 'commune' and k.verdict in ('missing', 'wrong')) as lacking
    ${from} where ${condition} order by ${orders[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { rows: found.rows, total: counted.rows[0]?.n ?? 0 }
}

/** Numbers beside the tabs and in the sentence above them, over everything the actor may see. `today` and `soon` are plain days. */
export async function countInbox(db: Db, actor: Actor, today: string, soon: string): Promise<InboxCounts> {
  const running = sql`d.state = 'filed' and c.stopped_at is null and not c.paused`
  const result = await sql<InboxCounts>`
    select count(*) filter (where ${tabCondition('doing')})::int as doing,
           count(*) filter (where ${tabCondition('toSign')})::int as "toSign",
           count(*) filter (where ${tabCondition('toSend')})::int as "toSend",
           count(*) filter (where ${tabCondition('sent')})::int as sent,
           count(*) filter (where ${tabCondition('done')})::int as done,
           count(*) filter (where ${running} and c.due_on < ${today}::date)::int as late,
           count(*) filter (where ${running} and c.due_on between ${today}::date and ${soon}::date)::int as soon,
           count(*) filter (where d.state = 'communeSupplement')::int as waiting
    ${from} where ${scope(actor)}`.execute(db)
  const [row] = result.rows
  return row ?? { doing: 0, toSign: 0, toSend: 0, sent: 0, done: 0, late: 0, soon: 0, waiting: 0 }
}

// The province's lists: the register of dossiers, rounds, and the counts of the start page. Scope is the actor's province.
import { sql, type RawBuilder } from 'kysely'
import { afterKey, type Key } from '#/platform/database/keyset.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import type { Actor } from '../people/actor.ts'
import type { DossierState } from '../dossier/dossier.workflow.ts'
import { isId } from '#/platform/database/id.ts'

export const registerSorts = ['recent', 'product', 'producer', 'commune', 'proposed'] as const
export type RegisterSort = (typeof registerSorts)[number]

export type RegisterQuery = {
  search: string
  states: readonly DossierState[]
  kind: 'first' | 'upgrade' | 'renewal' | null
  commune: string | null
  round: string | null
  set: number | null
  /** Commune's clock running over its stored day. */
  lateAtCommune: boolean
  sort: RegisterSort
  page: number
  perPage: number
  /** With `recent` only: the key to go on from, in the place of a page. */
  after?: Key | null
}

export type RegisterRow = {
  id: string
  state: DossierState
  kind: 'first' | 'upgrade' | 'renewal'
  /** As filed; `productNow`, `producerNow` where the name has changed since, else null. */
  product: string
  producer: string
  productNow: string | null
  producerNow: string | null
  commune: string
  setNo: number
  slipNumber: string | null
  filedAt: Date | null
  proposedAt: Date | null
  updatedAt: Date
  roundName: string | null
  dueOn: string | null
  clockStoppedAt: Date | null
  paused: boolean
}

// A dossier is named as it was filed, and found by that name as well as by today's. What was never filed is the producer's own: complete
// drafts are named to the office before a cut-off (dossier/unfiled.ts), nothing else of them.
const from = sql`
  from dossier d
  join producer pr on pr.id = d.producer_id
  join product p on p.id = d.product_id
  join unit u on u.era = d.unit_era and u.code = d.commune_code
  left join round r on r.id = d.round_id
  join lateral (select s.product_name as product, s.producer_name as producer, s.names_folded
                  from dossier_submission s where s.dossier_id = d.id order by s.ordinal desc limit 1) s on true
  left join lateral (select c.due_on, c.stopped_at,
                            exists (select 1 from dossier_clock_pause x where x.clock_id = c.id and x.resumed_at is null) as paused
                       from dossier_clock c where c.dossier_id = d.id and c.kind = 'communeReview' order by c.started_at desc limit 1) c on true`

/** A person recused from a dossier's assessment meets it in no list and no count of the office (`d` is the dossier). */
export function unrecused(actor: Actor): RawBuilder<unknown> {
  return sql`not exists (select 1 from agenda_item i join conflict k on k.item_id = i.id
    where i.dossier_id = d.id and i.state <> 'removed' and k.account_id = ${actor.accountId} and k.state = 'confirmed')`
}

function where(actor: Actor, query: Omit<RegisterQuery, 'page' | 'perPage' | 'sort'>, today: string): RawBuilder<unknown> {
  const parts = [sql`d.authority = ${actor.authority}`, sql`d.filed_at is not null`, unrecused(actor)]
  const words = fold(query.search).slice(0, 100)
  if (words !== '') {
    const like = `%${escapeLike(words)}%`
    parts.push(
      sql`(s.names_folded like ${like} or p.name_folded like ${like} or pr.name_folded like ${like} or f_fold(coalesce(d.slip_number, '')) like ${like})`,
    )
  }
  if (query.states.length > 0) parts.push(sql`d.state = any(${[...query.states]}::text[])`)
  if (query.kind) parts.push(sql`d.kind = ${query.kind}`)
  if (query.commune) parts.push(sql`d.commune_code = ${query.commune}`)
  if (query.round && isId(query.round)) parts.push(sql`d.round_id = ${query.round}`)
  if (query.set) parts.push(sql`d.set_no = ${query.set}`)
  if (query.lateAtCommune)
    parts.push(sql`d.state in ('filed', 'reported') and c.stopped_at is null and not c.paused and c.due_on < ${today}::date`)
  return sql.join(parts, sql` and `)
}

const orders: Record<RegisterSort, RawBuilder<unknown>> = {
  recent: sql`d.updated_at desc, d.id desc`,
  product: sql`s.product collate vi, d.id`,
  producer: sql`s.producer collate vi, d.id`,
  commune: sql`u.name collate vi, d.id`,
  proposed: sql`d.proposed_at nulls last, d.id`,
}

/** One page of the register with the number of all rows that match. */
export async function listRegister(
  db: Db,
  actor: Actor,
  query: RegisterQuery,
  today: string,
): Promise<{ rows: RegisterRow[]; total: number }> {
  const condition = where(actor, query, today)
  const counted = await sql<{ n: number }>`select count(*)::int as n ${from} where ${condition}`.execute(db)
  const further = query.sort === 'recent' ? afterKey(query.after, sql`d.updated_at`, sql`d.id`, 'instant') : sql<boolean>`true`
  const found = await sql<RegisterRow>`
    select d.id, d.state, d.kind, s.product, s.producer,
           case when p.name <> s.product then p.name end as "productNow", case when pr.name <> s.producer then pr.name end as "producerNow", u.full_name as commune,
           d.set_no as "setNo", d.slip_number as "slipNumber", d.filed_at as "filedAt", d.proposed_at as "proposedAt", d.updated_at as "updatedAt",
           r.name as "roundName", c.due_on as "dueOn", c.stopped_at as "clockStoppedAt", coalesce(c.paused, false) as paused
    ${from} where ${condition} and ${further} order by ${orders[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(
    db,
  )
  return { rows: found.rows, total: counted.rows[0]?.n ?? 0 }
}

export type StateCount = { state: DossierState; n: number }

/** How many filed dossiers stand where, over the actor's province: the sum is the register's length. */
export async function countStates(db: Db, actor: Actor): Promise<Map<DossierState, number>> {
  const rows =
    await sql<StateCount>`select state, count(*)::int as n from dossier d where authority = ${actor.authority} and filed_at is not null and ${unrecused(actor)} group by state`.execute(
      db,
    )
  return new Map(rows.rows.map((row) => [row.state, row.n]))
}

export type OfficeWork = { late: number; lateProposal: number; supplementsDue: number; adviceToWrite: number; withoutSamples: number }

/** Work that waits, each number the length of a list it links to. */
export async function countWork(db: Db, actor: Actor, today: string): Promise<OfficeWork> {
  const rows = await sql<OfficeWork>`
    select
      count(*) filter (where d.state in ('filed', 'reported') and exists (select 1 from dossier_clock c where c.dossier_id = d.id and c.stopped_at is null
        and c.due_on < ${today}::date and not exists (select 1 from dossier_clock_pause x where x.clock_id = c.id and x.resumed_at is null)))::int as late,
      count(*) filter (where d.state = 'proposed' and exists (select 1 from dossier_clock c where c.dossier_id = d.id
        and c.outcome = 'proposed' and (c.stopped_at at time zone 'Asia/Ho_Chi_Minh')::date > c.due_on))::int as "lateProposal",
      count(*) filter (where d.state = 'provinceSupplement')::int as "supplementsDue",
      count(*) filter (where d.state in ('accepted', 'onAgenda') and not exists (select 1 from advisory_report a where a.dossier_id = d.id and a.authority = d.authority and a.state = 'issued'))::int as "adviceToWrite",
      count(*) filter (where d.state = 'proposed' and exists (select 1 from sample_handover h where h.dossier_id = d.id and h.to_authority = d.authority and h.received_at is null))::int as "withoutSamples"
    from dossier d where d.authority = ${actor.authority} and ${unrecused(actor)}`.execute(db)
  return rows.rows[0] ?? { late: 0, lateProposal: 0, supplementsDue: 0, adviceToWrite: 0, withoutSamples: 0 }
}

export type RoundRow = {
  id: string
  year: number
  ordinal: number
  name: string
  regulationId: string
  regulationHash: string
  opensOn: string
  proposalsDueOn: string
  closesOn: string
  state: 'planned' | 'open' | 'closed'
  legalNote: string | null
  version: number
  dossiers: number
  concluded: number
}

export async function listRounds(db: Db, actor: Actor): Promise<RoundRow[]> {
  const rows = await sql<RoundRow>`
    select r.id, r.year, r.ordinal, r.name, r.regulation_id as "regulationId", r.regulation_hash as "regulationHash", r.opens_on as "opensOn",
           r.proposals_due_on as "proposalsDueOn", r.closes_on as "closesOn", r.state, r.legal_note as "legalNote", r.version,
           (select count(*)::int from dossier d where d.round_id = r.id and ${unrecused(actor)}) as dossiers,
           (select count(*)::int from dossier d where d.round_id = r.id and ${unrecused(actor)} and d.state in ('concluded', 'recognised', 'notRecognised', 'sentToMinistry', 'ended')) as concluded
      from round r where r.authority = ${actor.authority} order by r.year desc, r.ordinal desc`.execute(db)
  return rows.rows
}

export type AdvisoryNoteRow = {
  criterion: string
  state: 'notSeen' | 'underWay' | 'done'
  remark: string
  bringToCouncil: boolean
  /** The filing the note was written on, by its number. */
  ordinal: number
  updatedAt: Date
}

export async function advisoryNotes(db: Db | Tx, dossier: { id: string; authority: string }): Promise<AdvisoryNoteRow[]> {
  const rows = await db
    .selectFrom('advisoryNote')
    .innerJoin('dossierSubmission', 'dossierSubmission.id', 'advisoryNote.submissionId')
    .select(['criterion', 'state', 'remark', 'bringToCouncil', 'ordinal', 'updatedAt'])
    .where('advisoryNote.dossierId', '=', dossier.id)
    .where('advisoryNote.authority', '=', dossier.authority)
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as AdvisoryNoteRow['state'] }))
}

// The reception queue: dossiers proposed by communes and not yet in a round, and those the province has sent back. One page at a time.
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import type { Actor } from '../people/actor.ts'
import { levelOf } from '../people/authority.ts'
import type { DossierState } from '../dossier/dossier.workflow.ts'
import { unrecused } from './office.store.ts'

export const queueSorts = ['proposed', 'product', 'producer', 'commune'] as const
export type QueueSort = (typeof queueSorts)[number]
/** `toReceive`: proposed. `returned`: the province waits for the producer. */
export const queueParts = ['toReceive', 'returned'] as const
export type QueuePart = (typeof queueParts)[number]

export type QueueQuery = {
  search: string
  /** Null: both. */
  part: QueuePart | null
  commune: string | null
  set: number | null
  /** Only those whose samples were handed over and not yet counted here. */
  samplesOpen: boolean
  sort: QueueSort
  page: number
  perPage: number
}

export type QueueRow = {
  id: string
  state: DossierState
  kind: 'first' | 'upgrade' | 'renewal'
  product: string
  producer: string
  commune: string
  setNo: number
  proposedAt: Date
  dueOn: string | null
  clockStoppedAt: Date | null
  checked: number
  handed: number | null
  received: number | null
  required: number | null
  supplementDueOn: string | null
}

const from = sql`
  from dossier d
  join unit u on u.era = d.unit_era and u.code = d.commune_code
  join lateral (select x.id, x.product_name as product, x.producer_name as producer, x.names_folded
                  from dossier_submission x where x.dossier_id = d.id order by x.ordinal desc limit 1) s on true
  left join sample_handover h on h.dossier_id = d.id and h.to_authority = d.authority`

const stateOf: Record<QueuePart, DossierState> = { toReceive: 'proposed', returned: 'provinceSupplement' }

function where(actor: Actor, query: Omit<QueueQuery, 'sort' | 'page' | 'perPage'>): RawBuilder<unknown> {
  const states = query.part ? [stateOf[query.part]] : Object.values(stateOf)
  const parts = [sql`d.authority = ${actor.authority}`, sql`d.state = any(${states}::text[])`, unrecused(actor)]
  const words = fold(query.search).slice(0, 100)
  if (words !== '') {
    const like = `%${escapeLike(words)}%`
    parts.push(sql`(s.names_folded like ${like} or f_fold(u.full_name) like ${like} or f_fold(coalesce(d.slip_number, '')) like ${like})`)
  }
  if (query.commune) parts.push(sql`d.commune_code = ${query.commune}`)
  if (query.set) parts.push(sql`d.set_no = ${query.set}`)
  if (query.samplesOpen) parts.push(sql`h.id is not null and h.received_at is null`)
  return sql.join(parts, sql` and `)
}

const orders: Record<QueueSort, RawBuilder<unknown>> = {
  // What waits for the office stands before what waits for a producer.
  proposed: sql`d.state, d.proposed_at, d.id`,
  product: sql`s.product collate vi, d.id`,
  producer: sql`s.producer collate vi, d.id`,
  commune: sql`u.name collate vi, d.id`,
}

/** One page of the queue with the number of all rows that match. */
export async function receptionQueue(db: Db, actor: Actor, query: QueueQuery): Promise<{ rows: QueueRow[]; total: number }> {
  const condition = where(actor, query)
  const counted = await sql<{ n: number }>`select count(*)::int as n ${from} where ${condition}`.execute(db)
  const found = await sql<QueueRow>`
    select d.id, d.state, d.kind, s.product, s.producer, u.full_name as commune, d.set_no as "setNo", d.proposed_at as "proposedAt",
           c.due_on as "dueOn", c.stopped_at as "clockStoppedAt", h.handed, h.received, h.required, q.due_on as "supplementDueOn",
           (select count(*)::int from component_check k where k.submission_id = s.id and k.level = ${levelOf(actor.authority)}) as checked
    ${from}
      left join lateral (select y.due_on, y.stopped_at from dossier_clock y where y.dossier_id = d.id order by y.started_at desc limit 1) c on true
      left join supplement_request q on q.dossier_id = d.id and q.outcome is null
     where ${condition} order by ${orders[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { rows: found.rows, total: counted.rows[0]?.n ?? 0 }
}

// All reading of events. Scope is part of every query; whose products and results are shown follows the reader.
import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import type { Actor } from '../people/actor.ts'
import { producersOf } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { eventDesks, eventRights, eventScope, knowsEvents, partScope } from './promotion.load.ts'
import type { EventKind, EventReach, EventState, PartState } from './promotion.ts'

export type EventQuery = {
  search: string
  kind: EventKind | null
  state: EventState | null
  reach: EventReach | null
  year: number | null
  sort: 'recent' | 'title'
  page: number
  perPage: number
}
export type EventRow = {
  id: string
  kind: EventKind
  title: string
  place: string
  reach: EventReach
  startsOn: string
  endsOn: string
  state: EventState
  /** Products on the list or there; null for who reads no more than its own. */
  products: number | null
}

const order: Record<EventQuery['sort'], RawBuilder<unknown>> = { recent: sql`e.starts_on desc, e.id`, title: sql`e.title collate vi, e.id` }

export async function listEvents(db: Db | Tx, actor: Actor, query: EventQuery): Promise<{ total: number; rows: EventRow[] }> {
  mustSee(knowsEvents(actor))
  const like = `%${escapeLike(fold(query.search))}%`
  const where = sql`${eventScope(actor)}
    and ${query.search === '' ? sql`true` : sql`(e.title_folded like ${like} or f_fold(e.place || ' ' || e.organiser) like ${like})`}
    and ${query.kind === null ? sql`true` : sql`e.kind = ${query.kind}`} and ${query.state === null ? sql`true` : sql`e.state = ${query.state}`}
    and ${query.reach === null ? sql`true` : sql`e.reach = ${query.reach}`}
    and ${query.year === null ? sql`true` : sql`e.starts_on between ${`${query.year}-01-01`}::date and ${`${query.year}-12-31`}::date`}`
  const total = await sql<{ n: number }>`select count(*)::int as n from promotion_event e where ${where}`.execute(db)
  const { rows } = await sql<EventRow>`
    select e.id, e.kind, e.title, e.place, e.reach, e.starts_on::text as "startsOn", e.ends_on::text as "endsOn", e.state,
      case when e.authority = any(${eventDesks(actor)}::text[]) then (select count(*)::int from promotion_participation t
        where t.event_id = e.id and t.state in ('taken', 'present')) end as products
    from promotion_event e where ${where} order by ${order[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(
    db,
  )
  return { total: total.rows[0]?.n ?? 0, rows }
}

export type PartRow = {
  id: string
  productId: string
  product: string
  producerId: string
  producer: string
  state: PartState
  /** Where it stands, once the office gave it a number. */
  stall: string | null
  /** The star of the certificate in force on the first day of the event; null where there is none: no star on the list. */
  star: number | null
  revenue: number | null
  contracts: number | null
  contractValue: number | null
}

/** One event with the products the reader may see, at most `most`. */
export async function eventFor(db: Db | Tx, actor: Actor, id: string | undefined, most = 1000) {
  const row = found(isId(id) ? await db.selectFrom('promotionEvent').selectAll().where('id', '=', id).executeTakeFirst() : null)
  const event = { ...row, kind: row.kind as EventKind, reach: row.reach as EventReach, state: row.state as EventState }
  const rights = eventRights(actor, event)
  mustSee(rights.see)
  const { rows } = await sql<PartRow>`
    select t.id, p.id as "productId", p.name as product, o.id as "producerId", o.name as producer, t.state, t.stall,
      (select k.star from certificate k where k.product_id = p.id and k.state = 'valid' and k.issued_on <= e.starts_on and k.last_valid_on >= e.starts_on
        order by k.issued_on desc limit 1) as star, t.revenue, t.contracts, t.contract_value as "contractValue"
    from promotion_participation t join promotion_event e on e.id = t.event_id join product p on p.id = t.product_id join producer o on o.id = t.producer_id
    where t.event_id = ${row.id} and ${partScope(actor, rights.parts)} order by o.name collate vi, p.name collate vi, t.id limit ${most}`.execute(
    db,
  )
  const parts = rows.map((part) => ({
    ...part,
    revenue: part.revenue === null ? null : Number(part.revenue),
    contractValue: part.contractValue === null ? null : Number(part.contractValue),
  }))
  return { event, rights, parts }
}

/** Products of the actor's producers that are not at the event yet. */
export async function askable(db: Db | Tx, actor: Actor, eventId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from product p where p.producer_id = any(${producersOf(actor)}::uuid[])
      and not exists (select 1 from promotion_participation t where t.event_id = ${eventId} and t.product_id = p.id)
    order by p.name collate vi, p.id limit 500`.execute(db)
  return rows
}

export type PublicEvent = { id: string; kind: EventKind; title: string; place: string; startsOn: string; endsOn: string }

/** What anyone may come to at a desk: open events that are not over and sell or show, the next first. Nothing of who takes part. */
export async function publicEvents(db: Db | Tx, authority: string, today: PlainDate): Promise<PublicEvent[]> {
  const { rows } = await sql<PublicEvent>`
    select e.id, e.kind, e.title, e.place, e.starts_on::text as "startsOn", e.ends_on::text as "endsOn" from promotion_event e
    where e.authority = ${authority} and e.state = 'open' and e.ends_on >= ${today}::date
      and e.kind in ('fair', 'display', 'livestream', 'festival', 'stall')
    order by e.starts_on, e.title, e.id limit 10`.execute(db)
  return rows
}

export async function eventHistory(db: Db | Tx, eventId: string) {
  const rows = await db
    .selectFrom('auditEntry')
    .select(['at', 'verb', 'actorName', 'payload'])
    .where('subjectKind', '=', 'promotionEvent')
    .where('subjectId', '=', eventId)
    .where('verb', 'not in', ['promotion.partSettled', 'promotion.resultRecorded'])
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ at: row.at, verb: row.verb, who: row.actorName, payload: row.payload as Record<string, unknown> }))
}

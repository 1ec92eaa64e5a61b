// Who may do what about an event, and what a verb loads under lock.
import { sql, type RawBuilder } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { communesOf, producersOf, serves, type Actor } from '../people/actor.ts'
import { found, must, mustSee } from '../refuse.ts'
import { eventStateWords, eventTransitions, type EventKind, type EventReach, type EventState, type PartState } from './promotion.ts'

/** `parts`: whose products and results are shown. */
export type EventRights = { see: boolean; keep: boolean; ask: boolean; parts: 'all' | 'commune' | 'own' }

export function eventRights(actor: Actor | null, event: { authority: string; state: EventState }): EventRights {
  const keep = serves(actor, event.authority, 'office')
  const desk = serves(actor, event.authority, 'office', 'leader', 'advisor')
  const told = event.state !== 'planned'
  const commune = told && serves(actor, event.authority, 'communeOfficer', 'communeLeader')
  const producer = told && serves(actor, event.authority, 'producer')
  const see = desk || commune || producer || (told && serves(actor, event.authority, 'bodyOfficer'))
  return { see, keep, ask: producer && event.state === 'open', parts: desk ? 'all' : commune ? 'commune' : 'own' }
}

const heldAt = (actor: Actor, ...roles: string[]): string[] =>
  actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.authority)

export const eventDesks = (actor: Actor): string[] => heldAt(actor, 'office', 'leader', 'advisor')

export function knowsEvents(actor: Actor | null): boolean {
  return (
    actor !== null && heldAt(actor, 'office', 'leader', 'advisor', 'bodyOfficer', 'communeOfficer', 'communeLeader', 'producer').length > 0
  )
}

/** The same as `eventRights().see`, for events `e`. */
export function eventScope(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(e.authority = any(${eventDesks(actor)}::text[])
    or (e.state <> 'planned' and e.authority = any(${heldAt(actor, 'bodyOfficer', 'communeOfficer', 'communeLeader', 'producer')}::text[])))`
}

/** Parts `t` with their producer `o`. */
export function partScope(actor: Actor, parts: EventRights['parts']): RawBuilder<boolean> {
  if (parts === 'all') return sql<boolean>`true`
  const own = sql<boolean>`t.producer_id = any(${producersOf(actor)}::uuid[])`
  return parts === 'own' ? own : sql<boolean>`(${own} or o.commune_code = any(${communesOf(actor)}::text[]))`
}

export type EventRecord = Awaited<ReturnType<typeof eventLocked>>

export async function eventLocked(ctx: Ctx, eventId: unknown) {
  const row = found(
    isId(eventId) ? await ctx.tx.selectFrom('promotionEvent').selectAll().where('id', '=', eventId).forUpdate().executeTakeFirst() : null,
  )
  const event = { ...row, kind: row.kind as EventKind, reach: row.reach as EventReach, state: row.state as EventState }
  const rights = eventRights(ctx.actor, event)
  mustSee(rights.see)
  return { ...event, rights }
}

export async function eventToKeep(ctx: Ctx, eventId: unknown, states?: readonly EventState[]): Promise<EventRecord> {
  const event = await eventLocked(ctx, eventId)
  must(event.rights.keep)
  if (states && !states.includes(event.state)) throw wrongEventState(event.state)
  return event
}

export const wrongEventState = (state: EventState) => new AppError('stateConflict', { state: eventStateWords[state].vi })

export async function moveEvent(ctx: Ctx, event: EventRecord, to: EventState, set: Record<string, unknown> = {}): Promise<void> {
  if (!eventTransitions[event.state].includes(to)) throw wrongEventState(event.state)
  await ctx.tx
    .updateTable('promotionEvent')
    .set({ ...set, state: to, version: event.version + 1 })
    .where('id', '=', event.id)
    .execute()
}

export async function partLocked(ctx: Ctx, event: EventRecord, partId: unknown) {
  const part = found(
    isId(partId)
      ? await ctx.tx
          .selectFrom('promotionParticipation')
          .selectAll()
          .where('id', '=', partId)
          .where('eventId', '=', event.id)
          .forUpdate()
          .executeTakeFirst()
      : null,
  )
  return { ...part, state: part.state as PartState }
}

export async function logEvent(
  ctx: Ctx,
  event: { id: string; authority: string },
  verb: string,
  payload: Record<string, unknown>,
): Promise<void> {
  await audit(ctx, { verb, subjectKind: 'promotionEvent', subjectId: event.id, authority: event.authority, payload })
}

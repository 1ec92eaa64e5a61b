// An event from the plan to its end. By the office of the desk.
import { sql } from 'kysely'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { Fields, mustBeVersion, readReason, type Typed } from '../fields.ts'
import { serves } from '../people/actor.ts'
import { provinceOf } from '../people/authority.ts'
import { must, mustSee } from '../refuse.ts'
import { readTask, tieText } from '../register/plan-task.ts'
import { eventToKeep, logEvent, moveEvent, wrongEventState } from './promotion.load.ts'
import { readEvent, type EventInput } from './promotion.ts'

/** A planned event of the actor's desk. The same title on the same first day is refused, so a form sent twice makes one. */
export async function addEvent(ctx: Ctx, input: EventInput): Promise<string> {
  const { authority } = ctx.actor
  mustSee(serves(ctx.actor, authority, 'office', 'leader', 'advisor'))
  must(serves(ctx.actor, authority, 'office'))
  const event = { ...readEvent(input), ...(await readTask(ctx.tx, authority, input.task)) }
  await sql`select pg_advisory_xact_lock(hashtextextended(${`promotion:${authority}`}, 0))`.execute(ctx.tx)
  const same = await ctx.tx
    .selectFrom('promotionEvent')
    .select('id')
    .where('authority', '=', authority)
    .where('title', '=', event.title)
    .where('startsOn', '=', event.startsOn)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  if (same)
    throw new AppError(
      'invalid',
      {},
      { title: { vi: 'Đã có hoạt động cùng tên, cùng ngày bắt đầu.', en: 'There is an event of this name and first day already.' } },
    )
  const id = newId()
  await ctx.tx
    .insertInto('promotionEvent')
    .values({
      id,
      provinceCode: provinceOf(authority),
      authority,
      ...event,
      state: 'planned',
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  await logEvent(ctx, { id, authority }, 'promotion.added', { title: event.title, startsOn: event.startsOn, task: tieText(event) })
  return id
}

export async function changeEvent(ctx: Ctx, eventId: string, input: EventInput, version: number): Promise<number> {
  const event = await eventToKeep(ctx, eventId, ['planned', 'open'])
  const changed = { ...readEvent(input), ...(await readTask(ctx.tx, event.authority, input.task, event)) }
  mustBeVersion(event.version, version)
  await ctx.tx
    .updateTable('promotionEvent')
    .set({ ...changed, version: event.version + 1 })
    .where('id', '=', eventId)
    .execute()
  await logEvent(ctx, event, 'promotion.changed', { title: changed.title, startsOn: changed.startsOn, task: tieText(changed) })
  return event.version + 1
}

export async function openEvent(ctx: Ctx, eventId: string): Promise<void> {
  const event = await eventToKeep(ctx, eventId)
  await moveEvent(ctx, event, 'open')
  await logEvent(ctx, event, 'promotion.opened', {})
}

/** Held: on or after its last day. What was asked for or offered and never settled is declined with it. */
export async function holdEvent(ctx: Ctx, eventId: string, input: Typed<'visitors' | 'result'>): Promise<void> {
  const event = await eventToKeep(ctx, eventId)
  if (event.state !== 'open') throw wrongEventState(event.state)
  const fields = new Fields<'visitors' | 'result'>(input)
  const visitors = fields.integer('visitors', { min: 0, max: 10_000_000 })
  const result = fields.text('result', { max: 4000, multiline: true })
  fields.done()
  if (event.endsOn > plainDateOf(ctx.now)) throw new AppError('promotion.notOver')
  await moveEvent(ctx, event, 'held', { visitors, result })
  await ctx.tx
    .updateTable('promotionParticipation')
    .set({ state: 'declined' })
    .where('eventId', '=', eventId)
    .where('state', 'in', ['asked', 'invited'])
    .execute()
  await logEvent(ctx, event, 'promotion.held', { visitors, result })
}

export async function cancelEvent(ctx: Ctx, eventId: string, input: { reason?: unknown }): Promise<void> {
  const event = await eventToKeep(ctx, eventId)
  if (event.state !== 'planned' && event.state !== 'open') throw wrongEventState(event.state)
  const reason = readReason(input.reason)
  await moveEvent(ctx, event, 'cancelled', { endReason: reason })
  await logEvent(ctx, event, 'promotion.cancelled', { reason })
}

// A meeting while it is being prepared: when and where it is held, what is on its agenda, in which order, and its release to the members.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import type { Tx } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDateTime } from '#/platform/text/format.ts'
import { audit, type Ctx } from '../context.ts'
import { dossierForUpdate, moveDossier } from '../dossier/dossier.move.ts'
import { Fields, mustBeVersion, readReason, type Typed } from '../fields.ts'
import { barFirstScorers } from '../objection/first-scorers.ts'
import { notify } from '../people/notice.ts'
import { calendarOf } from '../reference.ts'
import { must, mustSee } from '../refuse.ts'
import { proposeConflicts } from './conflict.actions.ts'
import { meetingWords } from './council.messages.ts'
import { itemForUpdate, itemsOfMeeting } from './council.store.ts'
import { leadTime } from './meeting.ts'
import { openSession } from './meeting.open.ts'
import { startBallots } from './opinion.actions.ts'
import { meetingForOffice } from './meeting.guard.ts'
import type { MeetingRow } from './meeting.store.ts'
import { rights } from './rights.ts'

/**
 * Changes name, day, hour or place of a meeting before its pack goes out: one the office planned, or one a call from a written opinion made.
 * A day on which producers were given an hour to present stays until those hours are taken back: they were told of them.
 */
export async function changeMeeting(
  ctx: Ctx,
  meetingId: string,
  input: Typed<'name' | 'date' | 'time' | 'place'>,
  version: number,
): Promise<number> {
  const meeting = await planned(ctx, meetingId)
  mustBeVersion(meeting.version, version)
  const form = new Fields(input)
  const name = form.text('name', { max: 200, required: true })
  const place = form.text('place', { max: 200 })
  const typed = { date: form.date('date', { required: true }), time: form.time('time', { required: true }) }
  const day = plainDateOf(meeting.startsAt)
  if (typed.date !== null && typed.date !== day && (await hasPresentations(ctx.tx, meetingId)))
    form.say('date', {
      vi: 'Đã hẹn giờ chủ thể trình bày trong ngày này. Bỏ các giờ đó trong phần chuẩn bị kỳ họp, sửa ngày, rồi hẹn lại.',
      en: 'Producers were given hours on this day. Take those back while preparing the meeting, move the day, then give new ones.',
    })
  const { date, time } = form.done(typed)
  await ctx.tx
    .updateTable('meeting')
    .set({ name, place, startsAt: new Date(`${date}T${time}:00+07:00`), version: version + 1 })
    .where('id', '=', meetingId)
    .execute()
  await audit(ctx, {
    verb: 'meeting.changed',
    subjectKind: 'meeting',
    subjectId: meetingId,
    authority: meeting.authority,
    payload: {
      before: { name: meeting.name, startsAt: meeting.startsAt.toISOString(), place: meeting.place },
      after: { name, date, time, place },
    },
  })
  return version + 1
}

async function hasPresentations(tx: Tx, meetingId: string): Promise<boolean> {
  const slot = await tx
    .selectFrom('agendaItem')
    .select('id')
    .where('meetingId', '=', meetingId)
    .where('state', '<>', 'removed')
    .where('presentsFrom', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return slot !== undefined
}

/** Puts accepted dossiers of the meeting's round on the agenda, in the order given, and looks for likely conflicts. Returns the new item ids. */
export async function putOnAgenda(ctx: Ctx, meetingId: string, dossierIds: readonly string[]): Promise<string[]> {
  const meeting = await planned(ctx, meetingId)
  const last = await ctx.tx
    .selectFrom('agendaItem')
    .select((select) => select.fn.max('ordinal').as('last'))
    .where('meetingId', '=', meetingId)
    .where('state', '<>', 'removed')
    .executeTakeFirst()
  let ordinal = Number(last?.last ?? 0)
  const items: string[] = []
  for (const dossierId of new Set(dossierIds)) {
    const dossier = await dossierForUpdate(ctx.tx, dossierId)
    mustSee(dossier.authority === meeting.authority)
    if (dossier.state !== 'accepted' || dossier.roundId !== meeting.roundId) throw new AppError('agenda.dossierNotReady')
    ordinal += 1
    const id = newId()
    await moveDossier(ctx, dossier, 'onAgenda', 'council.putOnAgenda', { payload: { meetingId, itemId: id, ordinal } })
    await ctx.tx.insertInto('agendaItem').values({ id, meetingId, dossierId, ordinal, state: 'waiting' }).execute()
    await proposeConflicts(ctx, await itemForUpdate(ctx.tx, id))
    await barFirstScorers(ctx, id)
    items.push(id)
  }
  return items
}

/** Moves an item to another place of the agenda (1 = first) while the meeting is being prepared. */
export async function moveItem(ctx: Ctx, itemId: string, place: number): Promise<void> {
  const item = await itemForUpdate(ctx.tx, itemId)
  // Who may not know the item hears nothing of its meeting's state either.
  mustSee(rights(ctx.actor, item, ctx.now).mayKnow)
  const meeting = await planned(ctx, item.meeting.id)
  const order = (await itemsOfMeeting(ctx.tx, meeting.id)).map((entry) => entry.id).filter((id) => id !== itemId)
  const to = Math.min(Math.max(1, Number.isInteger(place) ? place : 1), order.length + 1)
  order.splice(to - 1, 0, itemId)
  await renumber(ctx, order)
  await audit(ctx, {
    verb: 'council.itemMoved',
    subjectKind: 'agendaItem',
    subjectId: itemId,
    dossierId: item.dossierId,
    payload: { from: item.ordinal, to },
  })
}

/** Takes an item off before anybody scored it in the session; the dossier waits for another meeting. Numbers stay once the pack is out. */
export async function removeFromAgenda(ctx: Ctx, itemId: string, reason: unknown): Promise<void> {
  const item = await itemForUpdate(ctx.tx, itemId)
  const mine = rights(ctx.actor, item, ctx.now)
  mustSee(mine.mayKnow)
  must(mine.isOffice)
  if (item.state === 'removed') return
  if (item.state !== 'waiting') throw new AppError('stateConflict', { state: 'đã bắt đầu chấm' })
  const why = readReason(reason)
  await ctx.tx
    .updateTable('agendaItem')
    .set({ state: 'removed', removedReason: why, version: item.version + 1 })
    .where('id', '=', itemId)
    .execute()
  if (item.dossierState === 'onAgenda') {
    const dossier = await dossierForUpdate(ctx.tx, item.dossierId)
    await moveDossier(ctx, dossier, 'accepted', 'council.removedFromAgenda', { payload: { itemId, reason: why } })
  }
  if (item.meeting.state === 'planned')
    await renumber(
      ctx,
      (await itemsOfMeeting(ctx.tx, item.meeting.id)).map((entry) => entry.id),
    )
}

/**
 * Sends the pack to the members; in a written opinion it carries the ballots, so that the session opens with it (interpretation).
 * Later than the rules ask: refused where they block, with a written reason where they warn.
 */
export async function releasePack(ctx: Ctx, meetingId: string, input: { reason?: unknown } = {}): Promise<void> {
  const meeting = await meetingForOffice(ctx, meetingId)
  if (meeting.state !== 'planned') {
    if (meeting.releasedAt) return
    throw new AppError('stateConflict', { state: meetingWords[meeting.state].vi })
  }
  const items = await itemsOfMeeting(ctx.tx, meetingId)
  if (items.length === 0) throw new AppError('stateConflict', { state: 'chương trình chưa có hồ sơ nào' })
  const { leadCounting } = ctx.regulations.get(meeting.regulationId).regulation.councilRules
  const lead = leadTime(
    await calendarOf(ctx.tx),
    plainDateOf(ctx.now),
    plainDateOf(meeting.startsAt),
    meeting.rules.leadWorkingDays,
    leadCounting,
  )
  if (lead.late && meeting.rules.onLead === 'block')
    throw new AppError('pack.tooLate', { needed: String(lead.needed), days: String(lead.days) })
  const lateReason = lead.late ? readReason(input.reason) : null
  await ctx.tx
    .updateTable('meeting')
    .set({
      state: 'released',
      releasedAt: ctx.now,
      releasedBy: ctx.actor.accountId,
      lateReason,
      rules: json(meeting.rules),
      version: meeting.version + 1,
    })
    .where('id', '=', meetingId)
    .execute()
  await audit(ctx, {
    verb: 'meeting.released',
    subjectKind: 'meeting',
    subjectId: meetingId,
    payload: { items: items.length, ...lead, lateReason },
  })
  if (meeting.mode === 'writtenOpinion') {
    await startBallots(ctx, meeting)
    await openSession(ctx, await meetingForOffice(ctx, meetingId), input.reason)
  }
  // One text for all: no title, no count, so that it says nothing to a recused member.
  await notify(
    ctx,
    meeting.seats.filter((seat) => seat.leftOn === null).map((seat) => seat.accountId),
    {
      kind: 'meeting.released',
      dedupe: meetingId,
      subjectKind: 'meeting',
      subjectId: meetingId,
      link: `/hoi-dong/ky-hop/${meetingId}`,
      params: { meeting: meeting.name, when: formatDateTime(meeting.startsAt) },
    },
  )
}

async function planned(ctx: Ctx, meetingId: string): Promise<MeetingRow> {
  const meeting = await meetingForOffice(ctx, meetingId)
  if (meeting.state !== 'planned') throw new AppError('stateConflict', { state: meetingWords[meeting.state].vi })
  return meeting
}

/** New numbers in the given order; by way of negatives, because numbers are unique at every moment. */
async function renumber(ctx: Ctx, order: readonly string[]): Promise<void> {
  for (const [index, id] of order.entries())
    await ctx.tx
      .updateTable('agendaItem')
      .set({ ordinal: -(index + 1) })
      .where('id', '=', id)
      .execute()
  for (const [index, id] of order.entries())
    await ctx.tx
      .updateTable('agendaItem')
      .set({ ordinal: index + 1 })
      .where('id', '=', id)
      .execute()
}

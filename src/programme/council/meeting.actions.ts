// A meeting from planning to its end: agenda, release of the pack, opening of packs, presence, session.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDateTime } from '#/platform/text/format.ts'
import { audit, type Ctx } from '../context.ts'
import { dossierForUpdate, moveDossier } from '../dossier/dossier.move.ts'
import { Fields, readReason } from '../fields.ts'
import { serves } from '../people/actor.ts'
import { notify } from '../people/notice.ts'
import { calendarOf } from '../reference.ts'
import { found, must, mustSee } from '../refuse.ts'
import { proposeConflicts } from './conflict.actions.ts'
import { itemForUpdate, itemsOfMeeting } from './council.store.ts'
import { leadTime, sessionQuorum } from './meeting.ts'
import { meetingForUpdate, type MeetingRow } from './meeting.store.ts'
import { freezeMinutes } from './minutes.actions.ts'
import { meetingRights, rights } from './rights.ts'
import { meetingWords } from './council.messages.ts'

export type MeetingInput = {
  councilId: unknown
  roundId: unknown
  name: unknown
  date: unknown
  time: unknown
  place: unknown
  mode: unknown
}

/** Plans a meeting of an established council for a round of the same province. Returns its id. */
export async function createMeeting(ctx: Ctx, input: MeetingInput): Promise<string> {
  const { authority } = ctx.actor
  must(serves(ctx.actor, authority, 'office'))
  const council = isId(input.councilId)
    ? await ctx.tx
        .selectFrom('council')
        .select(['id', 'state'])
        .where('id', '=', input.councilId)
        .where('authority', '=', authority)
        .executeTakeFirst()
    : undefined
  const councilId = found(council).id
  if (council?.state !== 'established') throw new AppError('stateConflict', { state: 'Hội đồng chưa được thành lập' })
  const form = new Fields(input)
  const name = form.text('name', { max: 200, required: true })
  const place = form.text('place', { max: 200 })
  const typed = {
    mode: form.oneOf('mode', ['meeting', 'writtenOpinion'], { required: true }),
    date: form.date('date', { required: true }),
    time: form.time('time', { required: true }),
  }
  const round = isId(input.roundId)
    ? await ctx.tx.selectFrom('round').select('id').where('id', '=', input.roundId).where('authority', '=', authority).executeTakeFirst()
    : undefined
  if (!round) form.say('roundId', { vi: 'Chọn đợt đánh giá.', en: 'Choose a round.' })
  const { mode, date, time } = form.done(typed)
  const id = newId()
  await ctx.tx
    .insertInto('meeting')
    .values({
      id,
      authority,
      councilId,
      roundId: found(round).id,
      name,
      place,
      mode,
      startsAt: new Date(`${date}T${time}:00+07:00`),
      state: 'planned',
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  await audit(ctx, { verb: 'meeting.planned', subjectKind: 'meeting', subjectId: id, payload: { name, date, time, place, mode } })
  return id
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

/** Sends the pack to the members. Later than the rules ask: refused where they block, with a written reason where they warn. */
export async function releasePack(ctx: Ctx, meetingId: string, input: { reason?: unknown } = {}): Promise<void> {
  const meeting = await forOffice(ctx, meetingId)
  if (meeting.state !== 'planned') {
    if (meeting.releasedAt) return
    throw new AppError('stateConflict', { state: meetingWords[meeting.state].vi })
  }
  const items = await itemsOfMeeting(ctx.tx, meetingId)
  if (items.length === 0) throw new AppError('stateConflict', { state: 'chương trình chưa có hồ sơ nào' })
  const lead = leadTime(await calendarOf(ctx.tx), plainDateOf(ctx.now), plainDateOf(meeting.startsAt), meeting.rules.leadWorkingDays)
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

/** "Mở hồ sơ": the member's own press. The first one is kept. In a written opinion it also counts as taking part. */
export async function openPack(ctx: Ctx, itemId: string): Promise<void> {
  const item = await itemForUpdate(ctx.tx, itemId)
  const mine = rights(ctx.actor, item, ctx.now)
  mustSee(mine.mayKnow && mine.isMember)
  if (mine.packOpened) return
  if (mine.conflictOpen) throw new AppError('conflict.undecided')
  if (!mine.declared) throw new AppError('conflict.notDeclared')
  must(mine.mayOpenPack)
  const memberId = found(mine.memberId)
  await ctx.tx
    .insertInto('packOpening')
    .values({ itemId, memberId, openedAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await audit(ctx, { verb: 'pack.opened', subjectKind: 'agendaItem', subjectId: itemId, dossierId: item.dossierId, payload: { memberId } })
  if (item.meeting.mode === 'writtenOpinion' && !mine.present) await arrive(ctx, item.meeting.id, memberId)
}

/** Records that a member is there. Pressed twice: one row. */
export async function recordArrival(ctx: Ctx, meetingId: string, memberId: string): Promise<void> {
  const meeting = await forRecord(ctx, meetingId)
  const seat = found(meeting.seats.find((entry) => entry.memberId === memberId && entry.leftOn === null))
  if (meeting.state === 'planned') throw new AppError('stateConflict', { state: meetingWords.planned.vi })
  await arrive(ctx, meetingId, seat.memberId)
}

/** Records that a member has left the session. */
export async function recordLeaving(ctx: Ctx, meetingId: string, memberId: string): Promise<void> {
  const meeting = await forRecord(ctx, meetingId)
  found(meeting.seats.find((entry) => entry.memberId === memberId))
  const done = await ctx.tx
    .updateTable('presence')
    .set({ leftAt: ctx.now })
    .where('meetingId', '=', meetingId)
    .where('memberId', '=', memberId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows > 0n)
    await audit(ctx, { verb: 'presence.left', subjectKind: 'meeting', subjectId: meetingId, payload: { memberId } })
}

/** Opens the session: quorum of those present; every waiting item goes into scoring. Opened twice: once. */
export async function openMeeting(ctx: Ctx, meetingId: string): Promise<void> {
  const meeting = await seen(ctx, meetingId)
  must(meetingRights(ctx.actor, meeting).mayOpen)
  if (meeting.state === 'open') return
  if (meeting.state !== 'released') throw new AppError('stateConflict', { state: meetingWords[meeting.state].vi })
  const presence = await ctx.tx
    .selectFrom('presence')
    .select(['memberId', 'arrivedAt', 'leftAt'])
    .where('meetingId', '=', meetingId)
    .execute()
  const quorum = sessionQuorum({ ...meeting, presence })
  if (meeting.mode === 'meeting' && !quorum.met)
    throw new AppError('meeting.noQuorum', {
      present: String(quorum.present),
      voting: String(quorum.voting),
      needed: String(quorum.needed),
      chair: quorum.chair || !meeting.rules.quorumNeedsChair ? '' : ', gồm Chủ tịch hoặc Phó Chủ tịch',
    })
  await ctx.tx
    .updateTable('meeting')
    .set({ state: 'open', openedAt: ctx.now, version: meeting.version + 1 })
    .where('id', '=', meetingId)
    .execute()
  await ctx.tx
    .updateTable('agendaItem')
    .set({ state: 'scoring', openedAt: ctx.now })
    .where('meetingId', '=', meetingId)
    .where('state', '=', 'waiting')
    .execute()
  await audit(ctx, {
    verb: 'meeting.opened',
    subjectKind: 'meeting',
    subjectId: meetingId,
    payload: { present: quorum.present, voting: quorum.voting, needed: quorum.needed },
  })
}

/** Closes the session once every item has a conclusion, was removed, or its dossier was withdrawn, and freezes the minutes. */
export async function closeMeeting(ctx: Ctx, meetingId: string): Promise<void> {
  const meeting = await seen(ctx, meetingId)
  must(meetingRights(ctx.actor, meeting).mayOpen || meeting.state === 'closed')
  if (meeting.state === 'closed') return
  if (meeting.state !== 'open') throw new AppError('stateConflict', { state: meetingWords[meeting.state].vi })
  const left = (await itemsOfMeeting(ctx.tx, meetingId)).filter(
    (item) => item.state !== 'closed' && item.state !== 'ended' && item.dossierState === 'onAgenda',
  )
  if (left.length > 0) throw new AppError('meeting.itemsOpen', { count: String(left.length) })
  await ctx.tx.updateTable('presence').set({ leftAt: ctx.now }).where('meetingId', '=', meetingId).where('leftAt', 'is', null).execute()
  await ctx.tx
    .updateTable('meeting')
    .set({ state: 'closed', closedAt: ctx.now, version: meeting.version + 1 })
    .where('id', '=', meetingId)
    .execute()
  await audit(ctx, { verb: 'meeting.closed', subjectKind: 'meeting', subjectId: meetingId })
  await freezeMinutes(ctx, meetingId)
}

/** The scribe's notes, printed in the minutes. */
export async function saveScribeNotes(ctx: Ctx, meetingId: string, text: unknown, version: number): Promise<number> {
  const meeting = await forRecord(ctx, meetingId)
  if (meeting.version !== version) throw new AppError('versionConflict')
  const form = new Fields({ notes: text })
  const notes = form.text('notes', { max: 20_000, multiline: true })
  form.done()
  await ctx.tx
    .updateTable('meeting')
    .set({ scribeNotes: notes, version: version + 1 })
    .where('id', '=', meetingId)
    .execute()
  await audit(ctx, { verb: 'meeting.notesSaved', subjectKind: 'meeting', subjectId: meetingId })
  return version + 1
}

async function arrive(ctx: Ctx, meetingId: string, memberId: string): Promise<void> {
  const made = await ctx.tx
    .insertInto('presence')
    .values({ id: newId(), meetingId, memberId, arrivedAt: ctx.now, recordedBy: ctx.actor.accountId })
    .onConflict((conflict) => conflict.columns(['meetingId', 'memberId']).where('leftAt', 'is', null).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 1n)
    await audit(ctx, { verb: 'presence.arrived', subjectKind: 'meeting', subjectId: meetingId, payload: { memberId } })
}

async function seen(ctx: Ctx, meetingId: string): Promise<MeetingRow> {
  const meeting = await meetingForUpdate(ctx.tx, meetingId)
  mustSee(meetingRights(ctx.actor, meeting).maySee)
  return meeting
}

async function forOffice(ctx: Ctx, meetingId: string): Promise<MeetingRow> {
  const meeting = await seen(ctx, meetingId)
  must(meetingRights(ctx.actor, meeting).isOffice)
  return meeting
}

async function planned(ctx: Ctx, meetingId: string): Promise<MeetingRow> {
  const meeting = await forOffice(ctx, meetingId)
  if (meeting.state !== 'planned') throw new AppError('stateConflict', { state: meetingWords[meeting.state].vi })
  return meeting
}

async function forRecord(ctx: Ctx, meetingId: string): Promise<MeetingRow> {
  const meeting = await seen(ctx, meetingId)
  must(meetingRights(ctx.actor, meeting).mayKeepRecord)
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

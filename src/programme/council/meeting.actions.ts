// A meeting from planning to its end: opening of packs, presence, session. Its agenda is prepared in agenda.actions.ts.
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields } from '../fields.ts'
import { serves } from '../people/actor.ts'
import { found, must, mustSee } from '../refuse.ts'
import { itemForUpdate, itemsOfMeeting } from './council.store.ts'
import { meetingForRecord, seenMeeting } from './meeting.guard.ts'
import { openSession } from './meeting.open.ts'
import { sessionQuorum } from './validity.ts'
import { freezeMinutes } from './minutes.actions.ts'
import { meetingRights, rights } from './rights.ts'
import { meetingWords } from './council.messages.ts'
import { endSittings } from './session.store.ts'

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
  const meeting = await meetingForRecord(ctx, meetingId)
  const seat = found(meeting.seats.find((entry) => entry.memberId === memberId && entry.leftOn === null))
  if (meeting.state === 'planned') throw new AppError('stateConflict', { state: meetingWords.planned.vi })
  await arrive(ctx, meetingId, seat.memberId)
}

/** Records that a member has left the session. */
export async function recordLeaving(ctx: Ctx, meetingId: string, memberId: string): Promise<void> {
  const meeting = await meetingForRecord(ctx, meetingId)
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

/**
 * Opens the session: the council must be valid (composition, term, quorum, declarations, lead, samples; the pack of the round says how); what
 * only warns needs a written reason. The checks are kept as they stood; every waiting item goes into scoring. Opened twice: once.
 */
export async function openMeeting(ctx: Ctx, meetingId: string, input: { reason?: unknown } = {}): Promise<void> {
  const meeting = await seenMeeting(ctx, meetingId)
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
  await openSession(ctx, meeting, input.reason)
}

/** Closes the session once every item has a conclusion, was removed, or its dossier was withdrawn, and freezes the minutes. */
export async function closeMeeting(ctx: Ctx, meetingId: string): Promise<void> {
  const meeting = await seenMeeting(ctx, meetingId)
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
  const inHand = await endSittings(ctx.tx, meetingId, { at: ctx.now, by: ctx.actor.accountId })
  await audit(ctx, { verb: 'meeting.closed', subjectKind: 'meeting', subjectId: meetingId, payload: { itemsEnded: inHand.length } })
  await freezeMinutes(ctx, meetingId)
}

/** The scribe's notes, printed in the minutes. */
export async function saveScribeNotes(ctx: Ctx, meetingId: string, text: unknown, version: number): Promise<number> {
  const meeting = await meetingForRecord(ctx, meetingId)
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

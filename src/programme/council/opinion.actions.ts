// The presses of a council asked in writing: ballots go out, a member changes the own ballot, the last day moves, an item is called to a meeting.
import { addDays, plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { addWorkingDays } from '#/platform/calendar/work-calendar.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { audit, type Ctx } from '../context.ts'
import { dossierForUpdate, moveDossier } from '../dossier/dossier.move.ts'
import { renewalClocks } from '../dossier/renewal.clock.ts'
import { Fields, readReason } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { calendarOf } from '../reference.ts'
import { found, must, mustSee } from '../refuse.ts'
import { chairedItem, mustLead, notNow } from './closing.guard.ts'
import { loadClosing } from './closing.load.ts'
import { proposeConflicts } from './conflict.actions.ts'
import { currentSheet, isConflicted, type ItemFacts } from './council.ts'
import { itemForUpdate, itemsOfMeeting, ownSheets } from './council.store.ts'
import { seenMeeting } from './meeting.guard.ts'
import { meetingById, type MeetingRow } from './meeting.store.ts'
import { groundWords, waysText } from './opinion.messages.ts'
import { draftMeetingOf, opinionSession } from './opinion.store.ts'
import { ballotsOver, callGround, extensionFault, isWritten } from './opinion.ts'
import { meetingRights, rights } from './rights.ts'

/** Fixes the last day for ballots when they go out: as many calendar days after the release as the council's rules say. Called by `releasePack`. */
export async function startBallots(ctx: Ctx, meeting: Pick<MeetingRow, 'id' | 'rules'>): Promise<PlainDate> {
  const dueOn = addDays(plainDateOf(ctx.now), meeting.rules.opinionDays)
  await ctx.tx.insertInto('opinionSession').values({ meetingId: meeting.id, dueOn, createdAt: ctx.now }).execute()
  await audit(ctx, { verb: 'opinion.ballotsSent', subjectKind: 'meeting', subjectId: meeting.id, payload: { dueOn } })
  return dueOn
}

/**
 * Takes the own ballot back to change it: until its last day and while scoring is open. The ballot sent is voided and stays on record, a new
 * one starts from its answers. Interpretation: who does not send the new one has sent none. Pressed twice: the same open ballot.
 */
export async function changeBallot(ctx: Ctx, itemId: string): Promise<void> {
  const item = await itemForUpdate(ctx.tx, itemId)
  const mine = rights(ctx.actor, item, ctx.now)
  mustSee(mine.mayKnow && mine.isMember)
  must(mine.isVotingMember)
  const memberId = found(mine.memberId)
  if (!isWritten(item))
    throw notNow('chỉ đổi phiếu khi lấy ý kiến bằng văn bản', 'a ballot is changed only where opinions are taken in writing')
  if (ballotsOver(item, ctx.now)) throw new AppError('ballot.late', { due: formatDate(item.meeting.opinionDueOn ?? '') })
  if (!mine.mayScore) throw new AppError('sheet.closed')
  const sheet = currentSheet(await ownSheets(ctx.tx, itemId, memberId), memberId)
  if (!sheet || sheet.state !== 'final') return
  await ctx.tx
    .updateTable('scoreSheet')
    .set({
      state: 'voided',
      voidReason: 'Thành viên đổi phiếu trước hạn',
      voidedBy: ctx.actor.accountId,
      voidedAt: ctx.now,
      version: sheet.version + 1,
    })
    .where('id', '=', sheet.id)
    .execute()
  const id = newId()
  await ctx.tx
    .insertInto('scoreSheet')
    .values({ id, itemId, memberId, pass: sheet.pass, state: 'draft', comment: sheet.comment, startedAt: ctx.now, updatedAt: ctx.now })
    .execute()
  await ctx.tx
    .insertInto('scoreSheetAnswer')
    .columns(['sheetId', 'criterion', 'option', 'comment', 'reason', 'updatedAt'])
    .expression((from) =>
      from
        .selectFrom('scoreSheetAnswer')
        .select((row) => [row.val(id).as('sheetId'), 'criterion', 'option', 'comment', 'reason', 'updatedAt'])
        .where('sheetId', '=', sheet.id),
    )
    .execute()
  // No points in the ledger: its readers are not the item's.
  await audit(ctx, {
    verb: 'ballot.changed',
    subjectKind: 'agendaItem',
    subjectId: itemId,
    authority: item.authority,
    dossierId: item.dossierId,
    payload: { memberId },
  })
}

/** Moves the last day for ballots later, with a reason: the chair, the vice-chair or the office, while an item still waits for ballots. */
export async function extendBallots(
  ctx: Ctx,
  meetingId: string,
  input: { dueOn: unknown; reason: unknown; version: number },
): Promise<PlainDate> {
  const meeting = await seenMeeting(ctx, meetingId)
  const mine = meetingRights(ctx.actor, meeting)
  must(mine.mayOpen || mine.isOffice)
  const session = await opinionSession(ctx.tx, meetingId)
  if (meeting.mode !== 'writtenOpinion' || !session || meeting.state === 'closed')
    throw notNow('không có đợt lấy ý kiến bằng văn bản đang mở', 'no written opinion is open')
  const waiting = (await itemsOfMeeting(ctx.tx, meetingId)).filter((item) => item.state === 'waiting' || item.state === 'scoring')
  if (waiting.length === 0) throw notNow('mọi mục đã đóng nhận phiếu', 'every item has closed its ballots')
  if (session.version !== input.version) throw new AppError('versionConflict')
  const fields = new Fields<'dueOn' | 'reason'>({ dueOn: input.dueOn, reason: input.reason })
  const dueOn = fields.date('dueOn', { required: true })
  const reason = fields.text('reason', { max: 2000, multiline: true, required: { vi: 'Ghi lý do gia hạn.', en: 'Give the reason.' } })
  const fault = dueOn === null ? null : extensionFault(session.dueOn, dueOn, plainDateOf(ctx.now))
  if (fault !== null)
    fields.say(
      'dueOn',
      fault === 'past'
        ? { vi: 'Ngày này đã qua.', en: 'This day is over.' }
        : { vi: `Chọn ngày sau ngày ${formatDate(session.dueOn)}.`, en: `Choose a day after ${formatDate(session.dueOn)}.` },
    )
  fields.done()
  const next = found(dueOn)
  await ctx.tx
    .insertInto('opinionExtension')
    .values({
      id: newId(),
      meetingId,
      dueBefore: session.dueOn,
      dueAfter: next,
      reason,
      extendedBy: ctx.actor.accountId,
      extendedAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .updateTable('opinionSession')
    .set({ dueOn: next, version: session.version + 1 })
    .where('meetingId', '=', meetingId)
    .execute()
  await audit(ctx, {
    verb: 'opinion.extended',
    subjectKind: 'meeting',
    subjectId: meetingId,
    authority: meeting.authority,
    payload: { from: session.dueOn, to: next, reason },
  })
  await notify(ctx, seated(meeting), {
    kind: 'opinion.extended',
    dedupe: `${meetingId}:${next}`,
    subjectKind: 'meeting',
    subjectId: meetingId,
    link: `/hoi-dong/ky-hop/${meetingId}`,
    params: { meeting: meeting.name, due: formatDate(next) },
  })
  return next
}

/**
 * "Triệu tập họp": the one who chairs sends an item that cannot be closed in writing to a meeting. The item leaves the written session with
 * its ballots as first scores on record; a draft meeting of the same council and round takes it, one for all items called from this
 * session. Confirmed recusals go with it. Returns the meeting's id; the same person pressing twice gets the same one.
 */
export async function callToMeeting(ctx: Ctx, itemId: string, input: { reason?: unknown } = {}): Promise<string> {
  const before = isId(itemId)
    ? await ctx.tx.selectFrom('opinionCall').select(['meetingId', 'calledBy']).where('itemId', '=', itemId).executeTakeFirst()
    : undefined
  if (before?.calledBy === ctx.actor.accountId) return before.meetingId
  const { item, mine } = await chairedItem(ctx, itemId)
  mustLead(item, mine)
  if (!isWritten(item)) throw notNow('mục này đang ở kỳ họp', 'the item is in a meeting already')
  const today = plainDateOf(ctx.now)
  const { decision, quorum, places } = await loadClosing(ctx.tx, ctx.regulations, item, ctx.now)
  const clock = (await renewalClocks(ctx.tx, [item.dossierId], today)).get(item.dossierId)
  const ground = callGround({
    state: item.state,
    ways: item.state === 'scored' ? decision.differ : [],
    over: ballotsOver(item, ctx.now),
    enough: quorum.met,
    clockOver: clock?.over ?? false,
  })
  if (ground === null) throw notNow('chưa có căn cứ đưa mục này ra họp', 'there is no ground to call this item to a meeting yet')
  const given = ground === 'differ' && !input.reason ? '' : readReason(input.reason)
  const ways = ground === 'differ' ? decision.differ : []
  const why = [groundWords[ground].vi, waysText(ways, 'vi'), given].filter((text) => text !== '').join(': ')
  await ctx.tx
    .updateTable('agendaItem')
    .set({ state: 'removed', removedReason: why, version: item.version + 1 })
    .where('id', '=', itemId)
    .execute()
  const waiting = await dossierForUpdate(ctx.tx, item.dossierId)
  await moveDossier(ctx, waiting, 'accepted', 'council.itemDeferred', { payload: { itemId, reason: why } })
  const written = await meetingById(ctx.tx, item.meeting.id)
  const meetingId = (await draftMeetingOf(ctx.tx, written.id)) ?? (await draftMeeting(ctx, written, today))
  const toItemId = await moveItem(ctx, item, meetingId)
  const sent = places.filter(({ place }) => place === 'counts').length
  const silent = places.filter(({ place }) => place === 'silent').length
  await ctx.tx
    .insertInto('opinionCall')
    .values({
      id: newId(),
      itemId,
      meetingId,
      toItemId,
      ground,
      ways: json(ways),
      ballots: sent,
      silent,
      reason: given,
      calledBy: ctx.actor.accountId,
      calledAt: ctx.now,
    })
    .execute()
  await audit(ctx, {
    verb: 'opinion.called',
    subjectKind: 'agendaItem',
    subjectId: itemId,
    authority: item.authority,
    dossierId: item.dossierId,
    payload: { ground, meetingId, toItemId, ballots: sent, silent },
  })
  const notice = { dedupe: itemId, subjectKind: 'meeting', params: { item: String(item.ordinal) } }
  await notify(ctx, await accountsWithRole(ctx.tx, 'office', { authority: item.authority }, ctx.now), {
    ...notice,
    kind: 'opinion.calledOffice',
    subjectId: meetingId,
    link: `/tinh/hoi-dong/${item.councilId}/ky-hop/${meetingId}`,
  })
  await notify(
    ctx,
    seated(written).filter((account) => !isConflicted(item, account)),
    { ...notice, kind: 'opinion.called', subjectId: written.id, link: `/hoi-dong/ky-hop/${written.id}` },
  )
  return meetingId
}

function seated(meeting: Pick<MeetingRow, 'seats'>): string[] {
  return meeting.seats.filter((seat) => seat.leftOn === null).map((seat) => seat.accountId)
}

/** The day proposed leaves the lead the rules ask for; the office may plan another. */
async function draftMeeting(ctx: Ctx, written: MeetingRow, today: PlainDate): Promise<string> {
  const id = newId()
  const day = addWorkingDays(await calendarOf(ctx.tx), today, written.rules.leadWorkingDays + 1)
  const name = `Họp về các mục chưa kết luận được của ${written.name}`
  await ctx.tx
    .insertInto('meeting')
    .values({
      id,
      authority: written.authority,
      councilId: written.councilId,
      roundId: written.roundId,
      name,
      place: '',
      mode: 'meeting',
      startsAt: new Date(`${day}T08:00:00+07:00`),
      state: 'planned',
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  await audit(ctx, {
    verb: 'meeting.planned',
    subjectKind: 'meeting',
    subjectId: id,
    authority: written.authority,
    payload: { name, date: day, time: '08:00', place: '', mode: 'meeting', calledFrom: written.id },
  })
  return id
}

async function moveItem(ctx: Ctx, item: ItemFacts, meetingId: string): Promise<string> {
  const last = await ctx.tx
    .selectFrom('agendaItem')
    .select((select) => select.fn.max('ordinal').as('last'))
    .where('meetingId', '=', meetingId)
    .where('state', '<>', 'removed')
    .executeTakeFirst()
  const ordinal = Number(last?.last ?? 0) + 1
  const id = newId()
  await moveDossier(ctx, await dossierForUpdate(ctx.tx, item.dossierId), 'onAgenda', 'council.putOnAgenda', {
    payload: { meetingId, itemId: id, ordinal },
  })
  await ctx.tx.insertInto('agendaItem').values({ id, meetingId, dossierId: item.dossierId, ordinal, state: 'waiting' }).execute()
  // Declarations are asked anew; who was found conflicted stays a stranger to the dossier.
  const recused = await ctx.tx.selectFrom('conflict').selectAll().where('itemId', '=', item.id).where('state', '=', 'confirmed').execute()
  for (const row of recused)
    await ctx.tx
      .insertInto('conflict')
      .values({ ...row, id: newId(), itemId: id, createdAt: ctx.now })
      .execute()
  await proposeConflicts(ctx, await itemForUpdate(ctx.tx, id))
  return id
}

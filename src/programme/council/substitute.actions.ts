// Who sits for an absent member at one meeting: named by the office on a letter or decision, with an empty sheet and conflicts asked anew.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields, readReason } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { found } from '../refuse.ts'
import { proposeConflicts } from './conflict.actions.ts'
import { accountOf, bodyOf } from './council.actions.ts'
import { itemsOfMeeting } from './council.store.ts'
import { meetingWords } from './council.messages.ts'
import { meetingForOffice } from './meeting.guard.ts'

export type SubstituteInput = {
  memberId: unknown
  accountId: unknown
  /** Empty: the absent member's own body. */
  bodyId: unknown
  post: unknown
  mandateNumber: unknown
  mandateDate: unknown
}

/**
 * Seats a substitute for this meeting; the absent member counts as gone from it, with the draft sheets kept where they are. Interpretations:
 * a substitute takes the vote but not the post (a vice-chair's substitute sits as a member), the chair has no substitute but the stand-in of
 * each item, and a member whose sheet is final on an item of this meeting is not substituted any more. Returns the substitute's member id.
 */
export async function nameSubstitute(ctx: Ctx, meetingId: string, input: SubstituteInput): Promise<string> {
  const meeting = await meetingForOffice(ctx, meetingId)
  if (meeting.state === 'closed') throw new AppError('stateConflict', { state: meetingWords.closed.vi })
  const form = new Fields(input)
  const post = form.text('post', { max: 150, required: true })
  const mandateNumber = form.text('mandateNumber', { max: 60, required: true })
  const typedDate = form.date('mandateDate', { required: true, notAfter: plainDateOf(ctx.now) })
  const absent = meeting.seats.find((seat) => seat.memberId === input.memberId && seat.leftOn === null && !seat.substitutes)
  if (!absent) form.say('memberId', { vi: 'Chọn thành viên vắng mặt.', en: 'Choose the absent member.' })
  else if (absent.role === 'chair')
    form.say('memberId', {
      vi: 'Chủ tịch Hội đồng vắng thì cử người chủ trì thay từng mục, không cử người dự thay.',
      en: 'For an absent chair a stand-in is named per item, not a substitute.',
    })
  const account = typeof input.accountId === 'string' ? await accountOf(ctx, input.accountId, meeting.authority) : undefined
  if (!account) form.say('accountId', { vi: 'Chọn tài khoản của người được cử.', en: 'Choose the account of the person.' })
  else if (meeting.seats.some((seat) => seat.accountId === account.id))
    form.say('accountId', {
      vi: 'Người này là thành viên Hội đồng hoặc đã dự thay.',
      en: 'This person is a member or sits for somebody already.',
    })
  const bodyId = await bodyOf(ctx.tx, input.bodyId, meeting.authority)
  if (bodyId === undefined) form.say('bodyId', { vi: 'Chọn cơ quan trong danh sách.', en: 'Choose a body from the list.' })
  if (absent && (await hasFinalSheet(ctx, meetingId, absent.memberId)))
    form.say('memberId', {
      vi: 'Thành viên này đã hoàn tất phiếu ở kỳ họp, không cử người thay nữa.',
      en: 'This member has finished a sheet in this meeting and is not substituted any more.',
    })
  const { mandateDate } = form.done({ mandateDate: typedDate })
  if (!account || !absent) throw new AppError('invalid')
  const id = newId()
  await ctx.tx
    .insertInto('councilMember')
    .values({
      id,
      councilId: meeting.councilId,
      accountId: account.id,
      bodyId: bodyId ?? absent.bodyId,
      name: account.name,
      post,
      role: absent.role === 'secretary' ? 'secretary' : 'member',
      voting: absent.voting,
      ordinal: absent.ordinal,
      department: absent.department ?? null,
      meetingId,
      substitutesId: absent.memberId,
      mandateNumber,
      mandateDate,
      namedBy: ctx.actor.accountId,
      namedAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .updateTable('presence')
    .set({ leftAt: ctx.now })
    .where('meetingId', '=', meetingId)
    .where('memberId', '=', absent.memberId)
    .where('leftAt', 'is', null)
    .execute()
  await audit(ctx, {
    verb: 'council.substituteNamed',
    subjectKind: 'meeting',
    subjectId: meetingId,
    authority: meeting.authority,
    payload: { memberId: id, substitutes: absent.memberId, name: account.name, mandateNumber, mandateDate },
  })
  for (const item of await itemsOfMeeting(ctx.tx, meetingId)) await proposeConflicts(ctx, item)
  await notify(ctx, [account.id], {
    kind: 'council.substitute',
    dedupe: id,
    subjectKind: 'meeting',
    subjectId: meetingId,
    link: '/hoi-dong/ky-hop',
    params: { member: absent.name, meeting: meeting.name },
  })
  return id
}

/** Takes the substitute's seat back, before any sheet of theirs is final; the member holds the seat again. */
export async function withdrawSubstitute(ctx: Ctx, meetingId: string, memberId: string, reason: unknown): Promise<void> {
  const meeting = await meetingForOffice(ctx, meetingId)
  const seat = found(meeting.seats.find((entry) => entry.memberId === memberId && entry.substitutes))
  if (seat.leftOn !== null) return
  if (meeting.state === 'closed') throw new AppError('stateConflict', { state: meetingWords.closed.vi })
  if (await hasFinalSheet(ctx, meetingId, memberId)) throw new AppError('stateConflict', { state: 'người dự thay đã hoàn tất phiếu' })
  const why = readReason(reason)
  await ctx.tx
    .updateTable('councilMember')
    .set({ leftOn: plainDateOf(ctx.now) })
    .where('id', '=', memberId)
    .execute()
  await ctx.tx.updateTable('presence').set({ leftAt: ctx.now }).where('memberId', '=', memberId).where('leftAt', 'is', null).execute()
  await audit(ctx, {
    verb: 'council.substituteWithdrawn',
    subjectKind: 'meeting',
    subjectId: meetingId,
    authority: meeting.authority,
    payload: { memberId, name: seat.name, reason: why },
  })
}

async function hasFinalSheet(ctx: Ctx, meetingId: string, memberId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('scoreSheet as s')
    .innerJoin('agendaItem as i', 'i.id', 's.itemId')
    .select('s.id')
    .where('i.meetingId', '=', meetingId)
    .where('s.memberId', '=', memberId)
    .where('s.state', '=', 'final')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

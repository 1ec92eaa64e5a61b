// Opening a session: the rules it must meet are checked and kept, every waiting item goes into scoring.
import { json } from '#/platform/database/json.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { readReason } from '../fields.ts'
import type { PresenceFact } from './council.ts'
import { itemsOfMeeting } from './council.store.ts'
import type { MeetingRow } from './meeting.store.ts'
import { rights } from './rights.ts'
import { blocking, reasonsOf, sessionQuorum, speaksOfOtherSets, warning } from './validity.ts'
import { sessionChecks, setsOfItems } from './validity.store.ts'

/** Opens a locked, released meeting; the right and, in a meeting, its quorum have been judged. Throws `meeting.invalidCouncil`. */
export async function openSession(ctx: Ctx, meeting: MeetingRow, given: unknown): Promise<void> {
  const meetingId = meeting.id
  const presence = await ctx.tx
    .selectFrom('presence')
    .select(['memberId', 'arrivedAt', 'leftAt'])
    .where('meetingId', '=', meetingId)
    .execute()
  const quorum = sessionQuorum({ ...meeting, presence })
  const { checks, reason } = await validSession(ctx, meeting, presence, given)
  await ctx.tx
    .updateTable('meeting')
    .set({ state: 'open', openedAt: ctx.now, openingChecks: json(checks), openingReason: reason, version: meeting.version + 1 })
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
    payload: {
      present: quorum.present,
      voting: quorum.voting,
      needed: quorum.needed,
      unmet: warning(checks).map((check) => check.rule),
      reason,
    },
  })
}

/** The checks of a session that may open, and the reason where some only warn. Names every rule that keeps it shut. */
async function validSession(ctx: Ctx, meeting: MeetingRow, presence: readonly PresenceFact[], given: unknown) {
  const items = await itemsOfMeeting(ctx.tx, meeting.id)
  const checks = await sessionChecks(ctx.tx, ctx.regulations, meeting, { items, presence })
  const known = items.filter((item) => rights(ctx.actor, item, ctx.now).mayKnow)
  const sets = (await setsOfItems(ctx.tx, known)).map((entry) => entry.set)
  const shut = blocking(checks)
  if (shut.length > 0) {
    const told = shut.filter((check) => !speaksOfOtherSets(check, sets))
    // The set of an item the reader is recused from is not named, only that such an item stands in the way.
    const words =
      told.length > 0 ? reasonsOf(told) : { vi: 'một mục không hiển thị chưa đủ điều kiện', en: 'an item not shown to you is not ready' }
    throw new AppError('meeting.invalidCouncil', { reasons: words.vi, reasonsEn: words.en })
  }
  // A late pack was explained when it was released.
  const open = warning(checks).filter((check) => check.rule !== 'lead' || meeting.lateReason === null)
  const reason = open.length > 0 ? readReason(given) : null
  return { checks, reason }
}

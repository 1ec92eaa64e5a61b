// The first lines of every verb on a meeting: lock it, then say who may.
import type { Ctx } from '../context.ts'
import { must, mustSee } from '../refuse.ts'
import { meetingForUpdate, type MeetingRow } from './meeting.store.ts'
import { meetingRights } from './rights.ts'

/** The meeting, locked; `notFound` for who may not know of it. */
export async function seenMeeting(ctx: Ctx, meetingId: string): Promise<MeetingRow> {
  const meeting = await meetingForUpdate(ctx.tx, meetingId)
  mustSee(meetingRights(ctx.actor, meeting).maySee)
  return meeting
}

/** The same for the office that prepares it; `forbidden` for others who know of it. */
export async function meetingForOffice(ctx: Ctx, meetingId: string): Promise<MeetingRow> {
  const meeting = await seenMeeting(ctx, meetingId)
  must(meetingRights(ctx.actor, meeting).isOffice)
  return meeting
}

/** The same for who keeps the record of the session: office, secretary, chair, vice-chair. */
export async function meetingForRecord(ctx: Ctx, meetingId: string): Promise<MeetingRow> {
  const meeting = await seenMeeting(ctx, meetingId)
  must(meetingRights(ctx.actor, meeting).mayKeepRecord)
  return meeting
}

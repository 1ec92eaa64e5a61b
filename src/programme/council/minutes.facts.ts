// Gathers what the minutes of a closed meeting are printed from, whole or with items left out.
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Ctx } from '../context.ts'
import { found } from '../refuse.ts'
import { validResultOf } from './closing.store.ts'
import { itemsOfMeeting } from './council.store.ts'
import type { MeetingRow } from './meeting.store.ts'
import { sessionQuorum, speaksOfOtherSets } from './validity.ts'
import { setsOfItems } from './validity.store.ts'
import { presenceAt, type MinutesFacts, type MinutesSource } from './minutes.ts'
import { firstResultsOf } from '../objection/reassessment.store.ts'
import { readResultBasis } from './result.ts'
import { councilLetterhead } from './result.papers.ts'
import { attendanceOf } from './session.ts'
import { notesOf, sittingsOf } from './session.store.ts'

/** The register the council's minutes are numbered in. */
export const MINUTES_SERIES = 'BB-HĐOCOP'

/** An item the minutes may speak of, with the accounts that are recused from it. */
export type MinutesItemOnAgenda = { itemId: string; ordinal: number; recused: readonly string[] }

/** Items concluded or deferred in the session, in agenda order. Seatless staff can be recused too: they read minutes as well. */
export async function minutesAgenda(db: Db | Tx, meetingId: string): Promise<MinutesItemOnAgenda[]> {
  const items = await db
    .selectFrom('agendaItem')
    .select(['id', 'ordinal'])
    .where('meetingId', '=', meetingId)
    .where((where) => where.or([where('state', '<>', 'removed'), where('scoredAt', 'is not', null)]))
    .orderBy('ordinal')
    .execute()
  const conflicts = await db
    .selectFrom('conflict as c')
    .innerJoin('agendaItem as i', 'i.id', 'c.itemId')
    .select(['c.itemId', 'c.accountId'])
    .where('i.meetingId', '=', meetingId)
    .where('c.state', '=', 'confirmed')
    .execute()
  return items.map((item) => ({
    itemId: item.id,
    ordinal: item.ordinal,
    recused: [...new Set(conflicts.flatMap((row) => (row.itemId === item.id ? [row.accountId] : [])))],
  }))
}

/** The different sets of items people are recused from, each once: one copy of the minutes is made per set. Pure. */
export function withheldSets(agenda: readonly MinutesItemOnAgenda[]): MinutesItemOnAgenda[][] {
  const sets = new Map<string, MinutesItemOnAgenda[]>()
  for (const account of new Set(agenda.flatMap((item) => item.recused))) {
    const withheld = agenda.filter((item) => item.recused.includes(account))
    sets.set(withheld.map((item) => item.itemId).join(), withheld)
  }
  return [...sets.values()]
}

export type Rendition = {
  number: string | null
  withheld: readonly MinutesItemOnAgenda[] | null
  copies: MinutesFacts['copies']
}

export async function minutesFacts(
  ctx: Ctx,
  meeting: MeetingRow,
  agenda: readonly MinutesItemOnAgenda[],
  { number, withheld, copies }: Rendition,
): Promise<MinutesFacts> {
  const openedAt = meeting.openedAt ?? meeting.startsAt
  const closedAt = meeting.closedAt ?? ctx.now
  const hidden = new Set(withheld?.map((item) => item.itemId))
  // Left out at the door: what is not read cannot slip into a count.
  const items = (await itemsOfMeeting(ctx.tx, meeting.id)).filter((item) => !hidden.has(item.id))
  const shown = agenda.filter((item) => !hidden.has(item.itemId))
  const presence = await ctx.tx
    .selectFrom('presence')
    .select(['memberId', 'arrivedAt', 'leftAt'])
    .where('meetingId', '=', meeting.id)
    .orderBy('arrivedAt')
    .execute()
  const atOpening = presenceAt(presence, openedAt)
  const sets = (await setsOfItems(ctx.tx, items)).map((entry) => entry.set)
  const sittings = (await sittingsOf(ctx.tx, meeting.id)).filter((sitting) => !hidden.has(sitting.itemId))
  const notes = await notesOf(
    ctx.tx,
    shown.map((item) => item.itemId),
  )
  const noteOf = (itemId: string) => notes.find((note) => note.itemId === itemId)?.text ?? ''
  const firsts = await firstResultsOf(
    ctx.tx,
    items.map((item) => item.id),
  )
  const results: MinutesSource[] = []
  for (const item of items) {
    const row = await validResultOf(ctx.tx, item.dossierId)
    if (!row || row.itemId !== item.id) continue
    const accounts = new Set(item.conflicts.filter((entry) => entry.state === 'confirmed').map((entry) => entry.accountId))
    const own = sittings.filter((sitting) => sitting.itemId === item.id)
    results.push({
      itemId: item.id,
      ordinal: item.ordinal,
      recused: item.seats.filter((seat) => accounts.has(seat.accountId)).length,
      standIn: item.seats.find((seat) => seat.memberId === item.standInId)?.name ?? null,
      basis: readResultBasis(row.basis),
      first: firsts.get(item.id) ?? null,
      sittings: own,
      attendance: attendanceOf(own, presence, item.seats, accounts),
      notes: noteOf(item.id),
    })
  }
  const deferred = await ctx.tx
    .selectFrom('agendaItem')
    .select(['id', 'ordinal', 'removedReason'])
    .where('meetingId', '=', meeting.id)
    .where('state', '=', 'removed')
    // Called to a meeting for want of ballots: nothing was opened, and yet it was dealt with.
    .where((where) =>
      where.or([
        where('scoredAt', 'is not', null),
        where.exists(where.selectFrom('opinionCall as c').select('c.id').whereRef('c.itemId', '=', 'agendaItem.id')),
      ]),
    )
    .orderBy('ordinal')
    .execute()
  const bodyIds = meeting.seats.flatMap((seat) => (seat.bodyId ? [seat.bodyId] : []))
  const bodies = bodyIds.length === 0 ? [] : await ctx.tx.selectFrom('body').select(['id', 'name']).where('id', 'in', bodyIds).execute()
  const letterhead = await councilLetterhead(ctx, meeting.authority, meeting.councilName, closedAt.toISOString())
  return {
    letterhead: { ...letterhead, number: number?.split('/')[0] ?? null, symbol: MINUTES_SERIES },
    createdAt: closedAt.toISOString(),
    demo: ctx.config.demo,
    meeting: {
      name: meeting.name,
      roundName: meeting.roundName,
      place: meeting.place,
      mode: meeting.mode,
      openedAt,
      closedAt,
      notes: meeting.scribeNotes,
    },
    councilName: meeting.councilName,
    seats: meeting.seats,
    bodyNames: new Map(bodies.map((body) => [body.id, body.name])),
    presence,
    quorum: sessionQuorum({ ...meeting, presence: atOpening }).needed,
    // A copy says nothing of the sets it leaves out.
    checks: (meeting.openingChecks ?? []).filter((check) => withheld === null || !speaksOfOtherSets(check, sets)),
    openingReason: meeting.openingReason,
    items: results,
    deferred: deferred
      .filter((row) => !hidden.has(row.id))
      .map((row) => ({ itemId: row.id, ordinal: row.ordinal, reason: found(row.removedReason), notes: noteOf(row.id) })),
    copies,
    withheld,
  }
}

// The minutes: frozen when the meeting is closed, from the same records as the results; corrected only by an annex.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { audit, type Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { takeNumber } from '../document/numbers.ts'
import { Fields } from '../fields.ts'
import { renderAnnex } from '../paperwork/annex.ts'
import { renderMinutes } from '../paperwork/minutes.ts'
import { calendarOf } from '../reference.ts'
import { found, must, mustSee } from '../refuse.ts'
import { validResultOf } from './closing.store.ts'
import { itemsOfMeeting } from './council.store.ts'
import { meetingValidity, sessionQuorum } from './meeting.ts'
import { itemsWithoutSamples, meetingById, meetingForUpdate, minutesPaper, type MeetingRow } from './meeting.store.ts'
import { minutesOf, presenceAt, type MinutesFacts } from './minutes.ts'
import { readResultBasis } from './result.ts'
import { councilLetterhead } from './result.papers.ts'
import { meetingRights } from './rights.ts'

/** The register the council's minutes are numbered in. */
export const MINUTES_SERIES = 'BB-HĐOCOP'

/** Stores the minutes of a meeting that has been closed; a second call returns the first paper. Called by the verb that closes the meeting. */
export async function freezeMinutes(ctx: Ctx, meetingId: string): Promise<string | null> {
  const meeting = await meetingById(ctx.tx, meetingId)
  if (meeting.state !== 'closed' || !meeting.openedAt || !meeting.closedAt) return null
  const known = await minutesPaper(ctx.tx, meetingId)
  if (known) return known.id
  const numbered = await numberFor(ctx, meeting)
  const facts = await factsOf(ctx, meeting, numbered?.printed ?? null)
  const documentId = await storeDocument(ctx, {
    authority: meeting.authority,
    bodyId: numbered?.bodyId ?? null,
    kind: 'minutes',
    subjectKind: 'meeting',
    subjectId: meetingId,
    title: `Biên bản ${meeting.name}`,
    numberEntryId: numbered?.entryId ?? null,
    number: numbered?.printed ?? null,
    issuedOn: plainDateOf(meeting.closedAt),
    file: renderMinutes(minutesOf(facts)),
  })
  await audit(ctx, {
    verb: 'meeting.minutesFrozen',
    subjectKind: 'meeting',
    subjectId: meetingId,
    authority: meeting.authority,
    payload: { documentId, items: facts.items.length },
  })
  return documentId
}

export type Correction = { place: unknown; was: unknown; becomes: unknown; reason: unknown }

/** An annex that says what should have stood where, and why. The frozen minutes stay. Office, secretary, chair and vice-chair. */
export async function correctMinutes(ctx: Ctx, meetingId: string, correction: Correction): Promise<string> {
  const meeting = await meetingForUpdate(ctx.tx, meetingId)
  const mine = meetingRights(ctx.actor, meeting)
  mustSee(mine.maySee)
  const role = meeting.seats.find((seat) => seat.memberId === mine.memberId)?.role
  must(mine.isOffice || role === 'secretary' || role === 'chair' || role === 'viceChair')
  const minutes = await minutesPaper(ctx.tx, meetingId)
  if (!minutes) throw new AppError('closing.notNow', { state: 'kỳ họp chưa có biên bản', stateEn: 'the meeting has no minutes yet' })
  const form = new Fields(correction)
  const read = {
    place: form.text('place', { max: 300, required: true }),
    was: form.text('was', { max: 2000, required: true, multiline: true }),
    becomes: form.text('becomes', { max: 2000, required: true, multiline: true }),
    reason: form.text('reason', { max: 2000, required: true, multiline: true }),
  }
  form.done()
  const before = await ctx.tx.selectFrom('document').select('id').where('correctsId', '=', minutes.id).execute()
  const ordinal = String(before.length + 1).padStart(2, '0')
  const letterhead = await councilLetterhead(ctx, meeting.authority, meeting.councilName, ctx.now.toISOString())
  const secretary = meeting.seats.find((seat) => seat.role === 'secretary' && seat.leftOn === null)
  const documentId = await storeDocument(ctx, {
    authority: meeting.authority,
    kind: 'minutesAnnex',
    subjectKind: 'meeting',
    subjectId: meetingId,
    title: `Phụ lục đính chính số ${ordinal}: ${minutes.title}`,
    issuedOn: plainDateOf(ctx.now),
    correctsId: minutes.id,
    file: renderAnnex({
      createdAt: ctx.now.toISOString(),
      demo: ctx.config.demo,
      letterhead,
      annexNumber: `Phụ lục đính chính số ${ordinal}`,
      title: 'Đính chính Biên bản',
      attachedTo: `(Kèm theo ${minutes.title}${minutes.number ? ` số ${minutes.number}` : ''}${minutes.issuedOn ? ` ngày ${formatDate(minutes.issuedOn)}` : ''})`,
      text: 'Nội dung dưới đây đính chính Biên bản; các nội dung khác của Biên bản giữ nguyên.',
      corrections: [read],
      tables: [],
      recipients: ['Thành viên Hội đồng'],
      archive: 'HĐ',
      signature: { capacity: ['THƯ KÝ HỘI ĐỒNG'], name: secretary?.name ?? ctx.actor.name },
    }),
  })
  await audit(ctx, {
    verb: 'meeting.minutesCorrected',
    subjectKind: 'meeting',
    subjectId: meetingId,
    authority: meeting.authority,
    payload: { documentId, correctsId: minutes.id, place: read.place },
  })
  return documentId
}

/** Interpretation: the council has no register of its own; its minutes are numbered in the series its standing office keeps for it. */
async function numberFor(ctx: Ctx, meeting: MeetingRow) {
  const office = await ctx.tx
    .selectFrom('body')
    .select('id')
    .where('authority', '=', meeting.authority)
    .where('kind', '=', 'ocopOffice')
    .executeTakeFirst()
  if (!office || !meeting.closedAt) return null
  const year = Number(plainDateOf(meeting.closedAt).slice(0, 4))
  const taken = await takeNumber(
    ctx,
    { bodyId: office.id, kind: MINUTES_SERIES, year },
    (number) => `${String(number).padStart(2, '0')}/${MINUTES_SERIES}`,
  )
  return { bodyId: office.id, ...taken }
}

async function factsOf(ctx: Ctx, meeting: MeetingRow, number: string | null): Promise<MinutesFacts> {
  const openedAt = meeting.openedAt ?? meeting.startsAt
  const closedAt = meeting.closedAt ?? ctx.now
  const items = await itemsOfMeeting(ctx.tx, meeting.id)
  const presence = await ctx.tx
    .selectFrom('presence')
    .select(['memberId', 'arrivedAt', 'leftAt'])
    .where('meetingId', '=', meeting.id)
    .orderBy('arrivedAt')
    .execute()
  const atOpening = presenceAt(presence, openedAt)
  const withoutSamples = await itemsWithoutSamples(ctx.tx, meeting.id, ctx.regulations.current.regulation.samples.exceptSets)
  const validity = { ...meeting, presence: atOpening, items: items.map((item) => ({ ...item, presence: atOpening })), withoutSamples }
  const results = []
  for (const item of items) {
    const row = await validResultOf(ctx.tx, item.dossierId)
    if (!row || row.itemId !== item.id) continue
    const accounts = new Set(item.conflicts.filter((entry) => entry.state === 'confirmed').map((entry) => entry.accountId))
    results.push({
      ordinal: item.ordinal,
      recused: item.seats.filter((seat) => accounts.has(seat.accountId)).length,
      standIn: item.seats.find((seat) => seat.memberId === item.standInId)?.name ?? null,
      basis: readResultBasis(row.basis),
    })
  }
  const deferred = await ctx.tx
    .selectFrom('agendaItem')
    .select(['ordinal', 'removedReason'])
    .where('meetingId', '=', meeting.id)
    .where('state', '=', 'removed')
    .where('scoredAt', 'is not', null)
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
    checks: meetingValidity(validity, await calendarOf(ctx.tx)),
    items: results,
    deferred: deferred.map((row) => ({ ordinal: row.ordinal, reason: found(row.removedReason) })),
  }
}

// The minutes: frozen when the meeting is closed, from the same records as the results; corrected only by an annex.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { json } from '#/platform/database/json.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { audit, type Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { takeNumber } from '../document/numbers.ts'
import { Fields } from '../fields.ts'
import { renderAnnex } from '../paperwork/annex.ts'
import { renderMinutes } from '../paperwork/minutes.ts'
import { must, mustSee } from '../refuse.ts'
import { meetingById, meetingForUpdate, minutesPaper, type MeetingRow } from './meeting.store.ts'
import { MINUTES_SERIES, minutesAgenda, minutesFacts, withheldSets } from './minutes.facts.ts'
import { minutesOf } from './minutes.ts'
import { councilLetterhead } from './result.papers.ts'
import { meetingRights } from './rights.ts'

/**
 * Stores the minutes of a meeting that has been closed, and with them a copy for every set of items somebody is recused from; a second call returns the first
 * paper. Called by the verb that closes the meeting.
 */
export async function freezeMinutes(ctx: Ctx, meetingId: string): Promise<string | null> {
  const meeting = await meetingById(ctx.tx, meetingId)
  if (meeting.state !== 'closed' || !meeting.openedAt || !meeting.closedAt) return null
  const known = await minutesPaper(ctx.tx, meetingId)
  if (known) return known.id
  const numbered = await numberFor(ctx, meeting)
  const number = numbered?.printed ?? null
  const agenda = await minutesAgenda(ctx.tx, meetingId)
  const common = {
    authority: meeting.authority,
    bodyId: numbered?.bodyId ?? null,
    subjectKind: 'meeting',
    subjectId: meetingId,
    number,
    issuedOn: plainDateOf(meeting.closedAt),
  }
  // The copies come first: the minutes name them by their hash, so that nobody can put another one in their place later.
  const copies = []
  for (const withheld of withheldSets(agenda)) {
    const file = renderMinutes(minutesOf(await minutesFacts(ctx, meeting, agenda, { number, withheld, copies: [] })))
    const copyId = await storeDocument(ctx, {
      ...common,
      kind: 'minutesCopy',
      title: `${minutesTitle(meeting)} (bản trích, không hiển thị ${withheld.map((item) => `mục ${item.ordinal}`).join(', ')})`,
      file,
    })
    await ctx.tx
      .insertInto('minutesCopy')
      .values({ documentId: copyId, meetingId, withheld: json(withheld.map((item) => item.itemId)) })
      .execute()
    const { sha256 } = await ctx.tx.selectFrom('document').select('sha256').where('id', '=', copyId).executeTakeFirstOrThrow()
    copies.push({ ordinals: withheld.map((item) => item.ordinal), sha256 })
  }
  const facts = await minutesFacts(ctx, meeting, agenda, { number, withheld: null, copies })
  const documentId = await storeDocument(ctx, {
    ...common,
    kind: 'minutes',
    title: minutesTitle(meeting),
    numberEntryId: numbered?.entryId ?? null,
    file: renderMinutes(minutesOf(facts)),
  })
  await audit(ctx, {
    verb: 'meeting.minutesFrozen',
    subjectKind: 'meeting',
    subjectId: meetingId,
    authority: meeting.authority,
    payload: { documentId, items: facts.items.length, copies: copies.length },
  })
  return documentId
}

/** A council asked in writing has no session to record: its paper sums the opinions up. */
function minutesTitle(meeting: Pick<MeetingRow, 'name' | 'mode'>): string {
  return meeting.mode === 'writtenOpinion' ? `Biên bản tổng hợp ý kiến bằng văn bản: ${meeting.name}` : `Biên bản ${meeting.name}`
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

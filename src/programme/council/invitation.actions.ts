// Giấy mời: one paper for a meeting with the list of those invited, a notice to each, and who opened it when. A change is a new paper.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { dateInWords } from '#/platform/documents/vietnamese.ts'
import { formatDate, formatDateTime, formatTime } from '#/platform/text/format.ts'
import { audit, type Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { Fields } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { renderInvitation } from '../paperwork/invitation.ts'
import { found, must, mustSee } from '../refuse.ts'
import { INVITATION_SERIES, numberFault, readNumber, takeOwnNumber } from './council.numbers.ts'
import { meetingWords, roleWords } from './council.messages.ts'
import { invitationsOf, ownInvitation } from './invitation.store.ts'
import { meetingForUpdate, type MeetingRow } from './meeting.store.ts'
import { councilLetterhead } from './result.papers.ts'
import { meetingRights } from './rights.ts'

/** `guests`: one per line, "name, post". `reason`: why a new paper replaces the valid one; asked only then. */
export type InvitationInput = {
  number: unknown
  date: unknown
  signer: unknown
  signerPost: unknown
  content: unknown
  guests: unknown
  reason?: unknown
}

/**
 * Issues the invitation, cancelling the one that stood. Office or chair (Interpretation: the council's standing office may sign for it).
 * Nothing in it names a product: an invitee may be recused from one. Returns the document's id.
 */
export async function issueInvitation(ctx: Ctx, meetingId: string, input: InvitationInput): Promise<string> {
  const meeting = await meetingForUpdate(ctx.tx, meetingId)
  const mine = meetingRights(ctx.actor, meeting)
  const chairs = meeting.seats.some((seat) => seat.memberId === mine.memberId && seat.role === 'chair')
  mustSee(mine.isOffice || mine.isMember)
  must(mine.isOffice || chairs)
  if (meeting.state === 'closed' || meeting.state === 'open') throw new AppError('stateConflict', { state: meetingWords[meeting.state].vi })
  const standing = (await invitationsOf(ctx.tx, meetingId)).find((entry) => entry.cancelledAt === null)
  const form = new Fields(input)
  const typed = readNumber(form.text('number', { max: 40 }))
  if (typed === undefined) form.say('number', numberFault)
  const on = form.date('date', { required: true })
  const signer = form.text('signer', { max: 120, required: true })
  const signerPost = form.text('signerPost', { max: 120, required: true })
  const content = form.text('content', { max: 1000, required: true, multiline: true })
  const guests = form.text('guests', { max: 3000, multiline: true })
  const reason = form.text('reason', {
    max: 500,
    required: standing ? { vi: 'Ghi lý do thay giấy mời đã phát hành.', en: 'Say why the issued invitation is replaced.' } : false,
  })
  const { date } = form.done({ date: on })
  const taken = await takeOwnNumber(ctx, { authority: meeting.authority, symbol: INVITATION_SERIES, date, typed: typed ?? null })
  const invitees = await inviteesOf(ctx, meeting, guests)
  const letterhead = await councilLetterhead(ctx, meeting.authority, meeting.councilName, ctx.now.toISOString())
  if (standing) {
    await ctx.tx
      .updateTable('invitation')
      .set({ cancelledAt: ctx.now, cancelledBy: ctx.actor.accountId, cancelReason: reason })
      .where('id', '=', standing.id)
      .execute()
    await ctx.tx.updateTable('document').set({ state: 'cancelled' }).where('id', '=', standing.documentId).execute()
  }
  const chair = meeting.seats.find((seat) => seat.role === 'chair' && seat.leftOn === null)
  const documentId = await storeDocument(ctx, {
    authority: meeting.authority,
    bodyId: taken.bodyId,
    kind: 'invitation',
    subjectKind: 'meeting',
    subjectId: meetingId,
    title: `Giấy mời dự ${meeting.name}`,
    numberEntryId: taken.entryId,
    number: taken.printed,
    issuedOn: date,
    signer,
    correctsId: standing?.documentId ?? null,
    file: renderInvitation({
      createdAt: ctx.now.toISOString(),
      demo: ctx.config.demo,
      letterhead: { ...letterhead, number: taken.number, symbol: taken.symbol, date },
      title: `Giấy mời dự ${meeting.name}`,
      subject: `Dự ${meeting.name}, ${meeting.roundName}`,
      issuer: meeting.councilName,
      meeting: `${meeting.name} của ${meeting.councilName}`,
      invitees,
      content,
      presentations: await presentationsOf(ctx, meetingId),
      chair: chair ? `${chair.name}, ${chair.post}, ${roleWords.chair.vi}` : '',
      time: `${formatTime(meeting.startsAt)}, ${dateInWords(plainDateOf(meeting.startsAt))}`,
      place: meeting.mode === 'writtenOpinion' ? 'lấy ý kiến bằng văn bản, trên hệ thống' : meeting.place,
      written: meeting.mode === 'writtenOpinion',
      replaces: standing
        ? `Giấy mời số ${standing.number ?? ''}${standing.issuedOn ? ` ngày ${formatDate(standing.issuedOn)}` : ''} (${reason})`
        : undefined,
      recipients: ['Như danh sách mời'],
      archive: 'HĐ, VT',
      signature: { capacity: signerPost.split('\n').map((line) => line.toLocaleUpperCase('vi')), name: signer },
    }),
  })
  const id = newId()
  await ctx.tx
    .insertInto('invitation')
    .values({ id, meetingId, documentId, content, issuedBy: ctx.actor.accountId, issuedAt: ctx.now })
    .execute()
  await ctx.tx
    .insertInto('invitee')
    .values(invitees.map((one, index) => ({ invitationId: id, ordinal: index + 1, ...one })))
    .execute()
  await audit(ctx, {
    verb: 'meeting.invited',
    subjectKind: 'meeting',
    subjectId: meetingId,
    authority: meeting.authority,
    payload: {
      documentId,
      number: taken.printed,
      invitees: invitees.length,
      replaces: standing?.documentId ?? null,
      reason: reason || null,
    },
  })
  await notify(
    ctx,
    invitees.flatMap((one) => (one.accountId ? [one.accountId] : [])),
    {
      kind: standing ? 'meeting.invitedAgain' : 'meeting.invited',
      dedupe: id,
      subjectKind: 'meeting',
      subjectId: meetingId,
      link: `/hoi-dong/ky-hop/${meetingId}/giay-moi`,
      params: { meeting: meeting.name, when: formatDateTime(meeting.startsAt), number: taken.printed },
    },
  )
  return documentId
}

/** "Mở giấy mời": the invitee's own press; the first one is kept. Returns the paper's id. */
export async function openInvitation(ctx: Ctx, meetingId: string): Promise<string> {
  const mine = found(await ownInvitation(ctx.tx, meetingId, ctx.actor.accountId))
  if (mine.openedAt !== null) return mine.documentId
  await ctx.tx
    .updateTable('invitee')
    .set({ openedAt: ctx.now })
    .where('invitationId', '=', mine.id)
    .where('accountId', '=', ctx.actor.accountId)
    .where('openedAt', 'is', null)
    .execute()
  await audit(ctx, {
    verb: 'meeting.invitationOpened',
    subjectKind: 'meeting',
    subjectId: meetingId,
    payload: { documentId: mine.documentId },
  })
  return mine.documentId
}

async function inviteesOf(ctx: Ctx, meeting: MeetingRow, guests: string) {
  const seats = meeting.seats.filter((seat) => seat.leftOn === null)
  const ids = seats.flatMap((seat) => (seat.bodyId ? [seat.bodyId] : []))
  const bodies = ids.length === 0 ? [] : await ctx.tx.selectFrom('body').select(['id', 'name']).where('id', 'in', ids).execute()
  const seated = seats.map((seat) => ({
    name: seat.name,
    post: [seat.post, bodies.find((body) => body.id === seat.bodyId)?.name ?? '', roleWords[seat.role].vi]
      .filter((part) => part !== '')
      .join(', '),
    accountId: seat.accountId as string | null,
  }))
  const others = guests
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...rest] = line.split(',')
      return { name: name.trim(), post: rest.join(',').trim(), accountId: null as string | null }
    })
  return [...seated, ...others]
}

async function presentationsOf(ctx: Ctx, meetingId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('agendaItem')
    .select(['ordinal', 'presentsFrom', 'presentsTo'])
    .where('meetingId', '=', meetingId)
    .where('state', '<>', 'removed')
    .where('presentsFrom', 'is not', null)
    .orderBy('presentsFrom')
    .execute()
  return rows.flatMap((row) =>
    row.presentsFrom && row.presentsTo
      ? [`${formatTime(row.presentsFrom)}–${formatTime(row.presentsTo)}: chủ thể của mục ${row.ordinal} trình bày sản phẩm`]
      : [],
  )
}

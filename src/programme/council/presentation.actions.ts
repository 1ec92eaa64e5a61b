// When a producer presents the product to the council: a slot on the meeting's day, told to the producer.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDateTime, formatTime } from '#/platform/text/format.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { must, mustSee } from '../refuse.ts'
import { itemForUpdate } from './council.store.ts'
import { meetingForUpdate } from './meeting.store.ts'
import { rights } from './rights.ts'

export type PresentationInput = { from: unknown; to: unknown }

/** Sets the slot, or takes it away when both are empty. Two slots of one meeting never overlap: the producers would meet at the door. */
export async function setPresentation(ctx: Ctx, itemId: string, input: PresentationInput): Promise<void> {
  const item = await itemForUpdate(ctx.tx, itemId)
  const mine = rights(ctx.actor, item, ctx.now)
  mustSee(mine.mayKnow)
  must(mine.isOffice)
  const meeting = await meetingForUpdate(ctx.tx, item.meeting.id)
  if (item.state === 'closed' || item.state === 'ended' || meeting.state === 'closed')
    throw new AppError('stateConflict', { state: 'mục đã có kết luận' })
  const form = new Fields(input)
  const clears = form.text('from', { max: 10 }) === '' && form.text('to', { max: 10 }) === ''
  const typed = clears ? { from: null, to: null } : { from: form.time('from', { required: true }), to: form.time('to', { required: true }) }
  const day = plainDateOf(meeting.startsAt)
  const at = (time: string | null) => (time === null ? null : new Date(`${day}T${time}:00+07:00`))
  const from = at(typed.from)
  const to = at(typed.to)
  if (from && to) {
    if (to <= from) form.say('to', { vi: 'Giờ kết thúc phải sau giờ bắt đầu.', en: 'The end must come after the beginning.' })
    const others = await ctx.tx
      .selectFrom('agendaItem')
      .select(['presentsFrom', 'presentsTo'])
      .where('meetingId', '=', meeting.id)
      .where('id', '<>', itemId)
      .where('state', '<>', 'removed')
      .where('presentsFrom', '<', to)
      .where('presentsTo', '>', from)
      .execute()
    const [other] = others
    if (other?.presentsFrom && other.presentsTo)
      form.say('from', {
        vi: `Trùng với khoảng ${formatTime(other.presentsFrom)}–${formatTime(other.presentsTo)} đã dành cho mục khác.`,
        en: `Overlaps ${formatTime(other.presentsFrom)}–${formatTime(other.presentsTo)}, given to another item.`,
      })
  }
  form.done()
  await ctx.tx.updateTable('agendaItem').set({ presentsFrom: from, presentsTo: to }).where('id', '=', itemId).execute()
  await audit(ctx, {
    verb: 'council.presentationSet',
    subjectKind: 'agendaItem',
    subjectId: itemId,
    dossierId: item.dossierId,
    payload: { from: from?.toISOString() ?? null, to: to?.toISOString() ?? null },
  })
  if (!from || !to) return
  const people = await ctx.tx
    .selectFrom('roleGrant as g')
    .innerJoin('dossier as d', 'd.producerId', 'g.producerId')
    .select('g.accountId')
    .where('d.id', '=', item.dossierId)
    .where('g.role', '=', 'producer')
    .where('g.revokedAt', 'is', null)
    .execute()
  await notify(
    ctx,
    people.map((row) => row.accountId),
    {
      kind: 'council.presentation',
      dedupe: `${itemId}:${from.toISOString()}:${to.toISOString()}`,
      subjectKind: 'dossier',
      subjectId: item.dossierId,
      link: `/ho-so/${item.dossierId}`,
      params: { from: formatDateTime(from), to: formatTime(to), place: meeting.place === '' ? meeting.councilName : meeting.place },
    },
  )
}

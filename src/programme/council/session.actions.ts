// Running the session: the chair of an item or the secretary takes it up and puts it down; the scribe writes what was said of it.
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields } from '../fields.ts'
import { must, mustSee } from '../refuse.ts'
import type { ItemFacts } from './council.ts'
import { itemWords } from './council.messages.ts'
import { itemForUpdate } from './council.store.ts'
import { meetingForUpdate } from './meeting.store.ts'
import { rights } from './rights.ts'
import { mustBeValid } from './validity.guard.ts'
import { endSittings, notesOf, sittingsOf } from './session.store.ts'

/** "Bắt đầu mục". One item at a time; pressed twice: once. An item put down before may be taken up again. */
export async function startItem(ctx: Ctx, itemId: string): Promise<void> {
  const item = await runnable(ctx, itemId)
  if (item.dossierState !== 'onAgenda' || item.state === 'closed' || item.state === 'ended')
    throw new AppError('stateConflict', { state: item.dossierState === 'withdrawn' ? 'chủ thể đã rút hồ sơ' : itemWords[item.state].vi })
  await mustBeValid(ctx, item)
  const current = (await sittingsOf(ctx.tx, item.meeting.id)).find((sitting) => sitting.endedAt === null)
  if (current?.itemId === itemId) return
  if (current) throw new AppError('session.itemInHand')
  await ctx.tx
    .insertInto('itemSitting')
    .values({ id: newId(), meetingId: item.meeting.id, itemId, startedAt: ctx.now, startedBy: ctx.actor.accountId })
    .execute()
  await audit(ctx, { verb: 'session.itemStarted', subjectKind: 'agendaItem', subjectId: itemId, dossierId: item.dossierId })
}

/** "Xong mục". Ends the stretch, not the assessment: the result has its own presses. Pressed twice: once. */
export async function endItem(ctx: Ctx, itemId: string): Promise<void> {
  const item = await runnable(ctx, itemId)
  await putDown(ctx, item.meeting.id, itemId, item.dossierId)
}

/** Ends the item's stretch where it is in hand, for verbs that take the item out of the session. */
export async function putDown(ctx: Ctx, meetingId: string, itemId: string, dossierId: string): Promise<void> {
  const ended = await endSittings(ctx.tx, meetingId, { at: ctx.now, by: ctx.actor.accountId, itemId })
  if (ended.length > 0) await audit(ctx, { verb: 'session.itemEnded', subjectKind: 'agendaItem', subjectId: itemId, dossierId })
}

/** The scribe's notes of one item, printed under it in the minutes. Version 0: nothing was written yet. Returns the new version. */
export async function saveItemNotes(ctx: Ctx, itemId: string, text: unknown, version: number): Promise<number> {
  const item = await itemForUpdate(ctx.tx, itemId)
  const mine = rights(ctx.actor, item, ctx.now)
  mustSee(mine.mayKnow)
  must(mine.mayKeepNotes)
  const form = new Fields({ notes: text })
  const notes = form.text('notes', { max: 10_000, multiline: true })
  form.done()
  const [kept] = await notesOf(ctx.tx, [itemId])
  if ((kept?.version ?? 0) !== version) throw new AppError('versionConflict')
  const row = { text: notes, version: version + 1, updatedBy: ctx.actor.accountId, updatedAt: ctx.now }
  await ctx.tx
    .insertInto('itemNote')
    .values({ itemId, ...row })
    .onConflict((conflict) => conflict.column('itemId').doUpdateSet(row))
    .execute()
  // What was said stays out of the ledger: more people read it than the minutes.
  await audit(ctx, { verb: 'session.notesSaved', subjectKind: 'agendaItem', subjectId: itemId, dossierId: item.dossierId })
  return version + 1
}

async function runnable(ctx: Ctx, itemId: string): Promise<ItemFacts> {
  const seen = await itemForUpdate(ctx.tx, itemId)
  const mine = rights(ctx.actor, seen, ctx.now)
  mustSee(mine.mayKnow)
  must(mine.mayRunItem)
  // Two presses at the same moment wait for each other here.
  await meetingForUpdate(ctx.tx, seen.meeting.id)
  return seen
}

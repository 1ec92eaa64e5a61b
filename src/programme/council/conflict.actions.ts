// Declaring, proposing, deciding, pinning and lifting conflicts of interest; naming a stand-in. All before the item is closed.
import { AppError } from '#/platform/errors/app-error.ts'
import { newId } from '#/platform/database/id.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields, readReason } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, must, mustSee } from '../refuse.ts'
import { declaredCauses, likelyConflicts } from './conflict.ts'
import { conflictById, conflictFacts } from './conflict.store.ts'
import { chairOfItem, isConflicted, type ItemFacts } from './council.ts'
import { itemForUpdate } from './council.store.ts'
import { afterRecusal, recuse, setStandIn } from './recusal.ts'
import { rights } from './rights.ts'

/** The member's own declaration, a signed-in press. "No conflict" twice is harmless; a declared conflict takes effect at once. */
export async function declareConflict(
  ctx: Ctx,
  itemId: string,
  input: { conflicted: unknown; cause?: unknown; detail?: unknown },
): Promise<void> {
  const item = await itemForUpdate(ctx.tx, itemId)
  const mine = rights(ctx.actor, item, ctx.now)
  mustSee(mine.maySeeSlot && mine.isMember)
  // Who is recused already knows; pressing again changes nothing.
  if (mine.conflicted) return
  mustSee(mine.mayKnow)
  must(mine.mayDeclare)
  const form = new Fields(input)
  const answer = form.oneOf('conflicted', ['yes', 'no'], { required: true })
  const cause = answer === 'yes' ? form.oneOf('cause', declaredCauses, { required: true }) : null
  const detail = answer === 'yes' ? form.text('detail', { max: 1000, required: true, multiline: true }) : ''
  form.done()
  const memberId = found(mine.memberId)
  await ctx.tx
    .insertInto('conflictDeclaration')
    .values({ itemId, memberId, conflicted: answer === 'yes', declaredAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['itemId', 'memberId']).doUpdateSet({ conflicted: answer === 'yes', declaredAt: ctx.now }))
    .execute()
  await audit(ctx, {
    verb: 'conflict.declared',
    subjectKind: 'agendaItem',
    subjectId: itemId,
    dossierId: item.dossierId,
    payload: { memberId, conflicted: answer === 'yes', cause },
  })
  if (cause) await recuse(ctx, item, { accountId: ctx.actor.accountId, memberId, origin: 'declared', cause, detail })
}

/** Looks for likely conflicts and notes the new ones; dismissed ones never come back. Returns how many were new. */
export async function proposeConflicts(ctx: Ctx, item: ItemFacts): Promise<number> {
  const likely = likelyConflicts(await conflictFacts(ctx.tx, item))
  const fresh: string[] = []
  for (const entry of likely) {
    const id = newId()
    const made = await ctx.tx
      .insertInto('conflict')
      .values({ id, itemId: item.id, ...entry, origin: 'proposed', state: 'open', createdBy: null, createdAt: ctx.now })
      .onConflict((conflict) => conflict.columns(['itemId', 'accountId', 'origin', 'cause']).where('state', '<>', 'lifted').doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows !== 1n) continue
    fresh.push(id)
    await audit(ctx, {
      verb: 'conflict.proposed',
      subjectKind: 'agendaItem',
      subjectId: item.id,
      dossierId: item.dossierId,
      payload: { accountId: entry.accountId, cause: entry.cause },
    })
  }
  const [first] = fresh
  if (first) {
    const people = likely.map((entry) => entry.accountId)
    const office = (await accountsWithRole(ctx.tx, 'office', { authority: item.authority }, ctx.now)).filter((id) => !people.includes(id))
    await notify(ctx, office, {
      kind: 'conflict.proposed',
      // What a later look finds is news of its own.
      dedupe: `${item.id}:${first}`,
      subjectKind: 'agendaItem',
      subjectId: item.id,
      link: `/tinh/hoi-dong/${item.councilId}/ky-hop/${item.meeting.id}/xung-dot`,
      params: { item: String(item.ordinal) },
    })
  }
  return fresh.length
}

/** The office looks again, for instance after a new member or a late paper. */
export async function reviewConflicts(ctx: Ctx, itemId: string): Promise<number> {
  const item = await itemForUpdate(ctx.tx, itemId)
  const mine = rights(ctx.actor, item, ctx.now)
  mustSee(mine.mayKnow)
  must(mine.mayPinConflict)
  return proposeConflicts(ctx, item)
}

/** Confirms or dismisses a proposal. Not about oneself. A proposal already decided the same way is left as it is. */
export async function decideConflict(ctx: Ctx, conflictId: string, input: { decision: unknown; reason: unknown }): Promise<void> {
  const row = await conflictById(ctx.tx, conflictId)
  const item = await itemForUpdate(ctx.tx, row.itemId)
  const mine = rights(ctx.actor, item, ctx.now)
  mustSee(mine.mayKnow && (mine.isOffice || mine.isChairForItem))
  must(mine.mayDecideConflict && row.accountId !== ctx.actor.accountId)
  const form = new Fields(input)
  const decision = form.oneOf('decision', ['confirm', 'dismiss'], { required: true })
  form.done()
  const reason = readReason(input.reason)
  const state = decision === 'confirm' ? 'confirmed' : 'dismissed'
  const done = await ctx.tx
    .updateTable('conflict')
    .set({ state, decidedBy: ctx.actor.accountId, decidedAt: ctx.now, decisionReason: reason })
    .where('id', '=', conflictId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) {
    const now = await conflictById(ctx.tx, conflictId)
    if (now.state === state) return
    throw new AppError('stateConflict', { state: 'đã có kết luận' })
  }
  await audit(ctx, {
    verb: `conflict.${state}`,
    subjectKind: 'agendaItem',
    subjectId: item.id,
    dossierId: item.dossierId,
    payload: { conflictId, accountId: row.accountId, cause: row.cause, reason },
  })
  if (state === 'confirmed') await afterRecusal(ctx, await itemForUpdate(ctx.tx, item.id), row.accountId, row.memberId, reason)
}

/** The office pins a conflict: the person cannot take it away. Also for oneself, and for staff without a seat. */
export async function pinConflict(ctx: Ctx, itemId: string, input: { accountId: unknown; cause: unknown; reason: unknown }): Promise<void> {
  const item = await itemForUpdate(ctx.tx, itemId)
  const mine = rights(ctx.actor, item, ctx.now)
  mustSee(mine.mayKnow)
  must(mine.mayPinConflict)
  const form = new Fields(input)
  const asked = form.oneOf('cause', declaredCauses, { required: true })
  const reason = form.text('reason', { max: 1000, required: true, multiline: true })
  const accountId = typeof input.accountId === 'string' ? input.accountId : ''
  const seat = item.seats.find((entry) => entry.accountId === accountId && entry.leftOn === null)
  const staff = seat ? [] : await accountsWithRole(ctx.tx, 'office', { authority: item.authority }, ctx.now)
  if (!seat && !staff.includes(accountId))
    form.say('accountId', { vi: 'Chọn thành viên hoặc cán bộ trong danh sách.', en: 'Choose a member or an officer from the list.' })
  const { cause } = form.done({ cause: asked })
  await recuse(ctx, item, { accountId, memberId: seat?.memberId ?? null, origin: 'pinned', cause, detail: reason })
}

/** Takes a confirmed conflict away again, with a reason. Never one's own. Voided sheets stay voided; the member may start anew. */
export async function liftConflict(ctx: Ctx, conflictId: string, input: { reason: unknown }): Promise<void> {
  const row = await conflictById(ctx.tx, conflictId)
  const item = await itemForUpdate(ctx.tx, row.itemId)
  const mine = rights(ctx.actor, item, ctx.now)
  mustSee(mine.mayKnow && mine.isOffice)
  must(mine.mayPinConflict && row.accountId !== ctx.actor.accountId)
  const reason = readReason(input.reason)
  const done = await ctx.tx
    .updateTable('conflict')
    .set({ state: 'lifted', decidedBy: ctx.actor.accountId, decidedAt: ctx.now, decisionReason: reason })
    .where('id', '=', conflictId)
    .where('state', '=', 'confirmed')
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return
  // The member declares afresh before anything opens again.
  if (row.memberId)
    await ctx.tx.deleteFrom('conflictDeclaration').where('itemId', '=', item.id).where('memberId', '=', row.memberId).execute()
  await audit(ctx, {
    verb: 'conflict.lifted',
    subjectKind: 'agendaItem',
    subjectId: item.id,
    dossierId: item.dossierId,
    payload: { conflictId, accountId: row.accountId, reason },
  })
}

/** The office names who chairs the item in place of the chair (conflicted or absent), or takes the stand-in away again (memberId empty). */
export async function appointStandIn(ctx: Ctx, itemId: string, input: { memberId: unknown; reason: unknown }): Promise<void> {
  const item = await itemForUpdate(ctx.tx, itemId)
  const mine = rights(ctx.actor, item, ctx.now)
  mustSee(mine.mayKnow)
  must(mine.mayAppointStandIn)
  const reason = readReason(input.reason)
  const memberId = typeof input.memberId === 'string' && input.memberId !== '' ? input.memberId : null
  const seat = item.seats.find((entry) => entry.memberId === memberId)
  const fit = seat && seat.leftOn === null && seat.voting && seat.role !== 'chair' && !isConflicted(item, seat.accountId)
  if (memberId !== null && !fit) throw new AppError('conflict.standIn')
  // Without a stand-in a conflicted chair would leave the item to nobody.
  if (memberId === null && chairOfItem({ ...item, standInId: null }) === null) throw new AppError('conflict.standIn')
  await setStandIn(ctx, item, memberId, ctx.actor.accountId, reason)
}

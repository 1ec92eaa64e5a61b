// Endings: raised with a reason on a ground of the form, voted by the item's voting set, concluded by the one who chairs it.
import { isId, newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { councilStops } from '#/regulation/endings.ts'
import { formOf } from '#/regulation/load.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { filedPin } from '../regulation-revision/shelf.ts'
import { found, must, mustSee } from '../refuse.ts'
import { loadClosing, type LoadedClosing } from './closing.load.ts'
import { chairedItem, mustBeClear, mustLead, notNow } from './closing.guard.ts'
import { closingRights } from './closing.policy.ts'
import { endingsOfItem, filedDossierOf } from './closing.store.ts'
import { tallyOf } from './closing.vote.ts'
import { itemWords } from './council.messages.ts'
import { itemForUpdate, votingSetOf } from './council.store.ts'
import { isConflicted, type ItemFacts } from './council.ts'
import { groundOf, groundsOf, type EndingGround } from './ending.ts'
import { freezeEnded } from './result.freeze.ts'
import { saveResult } from './result.save.ts'

/**
 * Raises an ending any time before the result is closed. `ruleId` names a ground of the dossier's own form; its words are copied from there,
 * never taken from the request. One open ending per item.
 */
export async function raiseEnding(ctx: Ctx, itemId: string, input: { ruleId: unknown; reason: unknown }): Promise<string> {
  const item = await itemForUpdate(ctx.tx, itemId)
  const mine = closingRights(ctx.actor, item, ctx.now)
  mustSee(mine.maySeeClosing)
  const concluded = item.state === 'closed' || item.state === 'ended' || item.dossierState !== 'onAgenda'
  if (concluded) throw notNow(itemWords[item.state].vi, itemWords[item.state].en)
  must(mine.mayRaiseEnding)
  const { snapshot } = await filedDossierOf(ctx.tx, item.dossierId)
  const grounds = groundsOf(formOf(ctx.regulations.pinned(filedPin(snapshot.regulation)), snapshot.set.no))
  const form = new Fields(input)
  const ground = grounds.find((entry) => entry.ruleId === input.ruleId)
  if (!ground) form.say('ruleId', { vi: 'Chọn căn cứ trong danh sách của phiếu.', en: 'Choose a ground from the form’s list.' })
  const reason = form.text('reason', { max: 2000, required: true, multiline: true })
  form.done()
  return insertEnding(ctx, item, found(ground), { raisedBy: ctx.actor.accountId, reason })
}

/** Writes the raised ending and asks the voting members. Refused while another one is open. */
export async function insertEnding(
  ctx: Ctx,
  item: ItemFacts,
  ground: EndingGround,
  by: { raisedBy: string; reason: string },
): Promise<string> {
  const id = newId()
  const open = (await endingsOfItem(ctx.tx, item.id)).find((row) => row.state !== 'rejected')
  if (open) throw new AppError('ending.open')
  await ctx.tx
    .insertInto('ending')
    .values({
      id,
      itemId: item.id,
      ruleId: ground.ruleId,
      kind: ground.kind,
      criterion: ground.criterion,
      ruleText: ground.text,
      reason: by.reason,
      raisedBy: by.raisedBy,
      raisedAt: ctx.now,
      state: 'raised',
    })
    .execute()
  await audit(ctx, {
    verb: 'ending.raised',
    subjectKind: 'agendaItem',
    subjectId: item.id,
    authority: item.authority,
    dossierId: item.dossierId,
    payload: {
      endingId: id,
      ruleId: ground.ruleId,
      kind: ground.kind,
      by: by.raisedBy === 'machine' ? 'machine' : 'person',
      reason: by.reason,
    },
  })
  await askToVote(ctx, item, 'ending.raised', id)
  return id
}

/** Raises what the sheets themselves say by majority, unless the council has already decided that very ground. */
export async function raiseMachineStops(ctx: Ctx, loaded: LoadedClosing): Promise<void> {
  const read = loaded.decision.counted.map((sheet) => ({ member: sheet.memberId, answers: sheet.answers }))
  const stop = councilStops(loaded.form, read).find(
    (entry) => entry.majority && !loaded.endings.some((ending) => ending.ruleId === entry.ending.id),
  )
  if (!stop) return
  await insertEnding(ctx, loaded.item, groundOf(stop.ending), {
    raisedBy: 'machine',
    reason: `Quá nửa số phiếu chấm 0 điểm ở tiêu chí làm dừng đánh giá (${stop.raisedBy.length}/${stop.sheets} phiếu).`,
  })
}

/** Tells unconflicted voting members that a vote waits. The words name neither product nor ground. */
export async function askToVote(ctx: Ctx, item: ItemFacts, kind: 'ending.raised' | 'spread.voteOpened', dedupe: string): Promise<void> {
  const people = item.seats.filter((seat) => seat.voting && seat.leftOn === null && !isConflicted(item, seat.accountId))
  await notify(
    ctx,
    people.map((seat) => seat.accountId),
    {
      kind,
      dedupe,
      subjectKind: 'agendaItem',
      subjectId: item.id,
      link: `/hoi-dong/ho-so/${item.id}/bieu-quyet`,
      params: { item: String(item.ordinal) },
    },
  )
}

/** A member's own press. Pressing again changes the vote until it is concluded; what others said is not shown before. */
export async function voteEnding(ctx: Ctx, endingId: string, input: { agrees: unknown }): Promise<void> {
  const itemId = await itemIdOfEnding(ctx, endingId)
  const { item, memberId } = await voter(ctx, itemId)
  const ending = found((await endingsOfItem(ctx.tx, item.id)).find((row) => row.id === endingId))
  if (ending.state !== 'raised') throw new AppError('vote.closed')
  const agrees = readVote(input.agrees)
  await ctx.tx
    .insertInto('endingVote')
    .values({ endingId, memberId, agrees, votedAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['endingId', 'memberId']).doUpdateSet({ agrees, votedAt: ctx.now }))
    .execute()
  await audit(ctx, {
    verb: 'ending.voted',
    subjectKind: 'agendaItem',
    subjectId: item.id,
    authority: item.authority,
    dossierId: item.dossierId,
    payload: { endingId, memberId },
  })
}

/**
 * Concludes the vote: confirmed ends the item and the dossier with a result row; rejected lets scoring go on; undecided is refused.
 * Interpretation: the vote needs the item's quorum, like every conclusion on it.
 */
export async function concludeEnding(ctx: Ctx, endingId: string): Promise<'confirmed' | 'rejected'> {
  const itemId = await itemIdOfEnding(ctx, endingId)
  const { item, mine } = await chairedItem(ctx, itemId)
  const before = found((await endingsOfItem(ctx.tx, item.id)).find((row) => row.id === endingId))
  if (before.state !== 'raised') return before.state
  mustLead(item, mine)
  const loaded = await loadClosing(ctx.tx, ctx.regulations, item, ctx.now)
  mustBeClear(loaded.decision.scoring.filter((blocker) => blocker.code === 'noQuorum' || blocker.code === 'noChair'))
  const tally = tallyOf(loaded.votingSet, before.votes)
  if (tally.outcome === 'open') throw new AppError('vote.open', { left: String(tally.missing.length), voters: String(tally.voters) })
  const voters = loaded.votingSet.map((seat) => seat.memberId)
  await ctx.tx
    .updateTable('ending')
    .set({ state: tally.outcome, decidedBy: ctx.actor.accountId, decidedAt: ctx.now, voters: json(voters) })
    .where('id', '=', endingId)
    .execute()
  await audit(ctx, {
    verb: `ending.${tally.outcome}`,
    subjectKind: 'agendaItem',
    subjectId: item.id,
    authority: item.authority,
    dossierId: item.dossierId,
    payload: { endingId, yes: tally.yes.length, no: tally.no.length, voters: tally.voters },
  })
  if (tally.outcome === 'rejected') return 'rejected'
  const after = await loadClosing(ctx.tx, ctx.regulations, item, ctx.now)
  const confirmed = found(after.endings.find((row) => row.id === endingId))
  // An open reconciliation falls with the item.
  await ctx.tx
    .updateTable('reconciliation')
    .set({ closedAt: ctx.now, closedBy: ctx.actor.accountId })
    .where('itemId', '=', item.id)
    .where('closedAt', 'is', null)
    .execute()
  await saveResult(ctx, after, (frame) => freezeEnded({ ...frame, spreadReason: null }, confirmed), {
    item: 'ended',
    dossier: 'ended',
    dossierReason: `${confirmed.ruleText}: ${confirmed.reason}`,
  })
  return 'confirmed'
}

/** The locked item and the seat of somebody who may vote on it now. */
export async function voter(ctx: Ctx, itemId: string): Promise<{ item: ItemFacts; memberId: string }> {
  const item = await itemForUpdate(ctx.tx, itemId)
  const mine = closingRights(ctx.actor, item, ctx.now)
  mustSee(mine.maySeeClosing)
  must(mine.isVotingMember)
  const memberId = found(mine.memberId)
  if (!mine.mayVote) throw notNow(itemWords[item.state].vi, itemWords[item.state].en)
  const set = await votingSetOf(ctx.tx, item)
  if (!set.some((seat) => seat.memberId === memberId)) throw new AppError('vote.notInSet')
  return { item, memberId }
}

export function readVote(raw: unknown): boolean {
  const form = new Fields({ agrees: raw })
  const answer = form.oneOf('agrees', ['yes', 'no'], { required: true })
  form.done()
  return answer === 'yes'
}

async function itemIdOfEnding(ctx: Ctx, endingId: string): Promise<string> {
  const row = isId(endingId) ? await ctx.tx.selectFrom('ending').select('itemId').where('id', '=', endingId).executeTakeFirst() : undefined
  return found(row).itemId
}

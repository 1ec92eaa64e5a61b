// The council's vote where the spread stays over the limit: the chair's reason, the members' presses, the conclusion.
import { isId, newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { readReason } from '../fields.ts'
import { found } from '../refuse.ts'
import { chairedItem, mustBeClear, mustLead, notNow } from './closing.guard.ts'
import { loadClosing } from './closing.load.ts'
import { resolutionsOf } from './closing.store.ts'
import { tallyOf } from './closing.vote.ts'
import { itemWords } from './council.messages.ts'
import { askToVote, readVote, voter } from './ending.actions.ts'

/** The chair records why the gap stands; the voting set then votes on these very sheets. */
export async function proposeSpread(ctx: Ctx, itemId: string, input: { reason: unknown }): Promise<string> {
  const { item, mine } = await chairedItem(ctx, itemId)
  mustLead(item, mine)
  if (item.state !== 'scored') throw notNow(itemWords[item.state].vi, itemWords[item.state].en)
  const { decision } = await loadClosing(ctx.tx, ctx.regulations, item, ctx.now)
  mustBeClear(decision.closing.filter((blocker) => !blocker.code.startsWith('spread')))
  if (decision.spreadStep !== 'vote' || !decision.result || !decision.sheetsHash)
    throw notNow('quy chế không hỏi biểu quyết về chênh lệch ở bước này', 'the rules ask for no vote on the spread at this step')
  const reason = readReason(input.reason, 2000)
  const id = newId()
  await ctx.tx
    .insertInto('spreadResolution')
    .values({
      id,
      itemId,
      reason,
      spread: decision.result.spread.points,
      sheetsHash: decision.sheetsHash,
      openedBy: ctx.actor.accountId,
      openedAt: ctx.now,
      state: 'voting',
    })
    .execute()
  await audit(ctx, {
    verb: 'council.spreadVoteOpened',
    subjectKind: 'agendaItem',
    subjectId: itemId,
    authority: item.authority,
    dossierId: item.dossierId,
    payload: { resolutionId: id, reason },
  })
  await askToVote(ctx, item, 'spread.voteOpened', id)
  return id
}

/** A member's own press on whether the mean stands in spite of the gap. */
export async function voteSpread(ctx: Ctx, resolutionId: string, input: { agrees: unknown }): Promise<void> {
  const { item, memberId } = await voter(ctx, await itemIdOf(ctx, resolutionId))
  const row = found((await resolutionsOf(ctx.tx, item.id)).find((entry) => entry.id === resolutionId))
  if (row.state !== 'voting') throw new AppError('vote.closed')
  const agrees = readVote(input.agrees)
  await ctx.tx
    .insertInto('spreadVote')
    .values({ resolutionId, memberId, agrees, votedAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['resolutionId', 'memberId']).doUpdateSet({ agrees, votedAt: ctx.now }))
    .execute()
  await audit(ctx, {
    verb: 'council.spreadVoted',
    subjectKind: 'agendaItem',
    subjectId: item.id,
    authority: item.authority,
    dossierId: item.dossierId,
    payload: { resolutionId, memberId },
  })
}

/** Concludes the vote on the gap: accepted lets the result be closed on these sheets; rejected leaves another reason or the next meeting. */
export async function concludeSpread(ctx: Ctx, resolutionId: string): Promise<'accepted' | 'rejected'> {
  const { item, mine } = await chairedItem(ctx, await itemIdOf(ctx, resolutionId))
  const row = found((await resolutionsOf(ctx.tx, item.id)).find((entry) => entry.id === resolutionId))
  if (row.state !== 'voting') return row.state
  mustLead(item, mine)
  const { votingSet } = await loadClosing(ctx.tx, ctx.regulations, item, ctx.now)
  const tally = tallyOf(votingSet, row.votes)
  if (tally.outcome === 'open') throw new AppError('vote.open', { left: String(tally.missing.length), voters: String(tally.voters) })
  const state = tally.outcome === 'confirmed' ? 'accepted' : 'rejected'
  await ctx.tx
    .updateTable('spreadResolution')
    .set({ state, decidedBy: ctx.actor.accountId, decidedAt: ctx.now, voters: json(votingSet.map((seat) => seat.memberId)) })
    .where('id', '=', resolutionId)
    .execute()
  await audit(ctx, {
    verb: 'council.spreadDecided',
    subjectKind: 'agendaItem',
    subjectId: item.id,
    authority: item.authority,
    dossierId: item.dossierId,
    payload: { resolutionId, state, yes: tally.yes.length, no: tally.no.length, voters: tally.voters },
  })
  return state
}

async function itemIdOf(ctx: Ctx, resolutionId: string): Promise<string> {
  const row = isId(resolutionId)
    ? await ctx.tx.selectFrom('spreadResolution').select('itemId').where('id', '=', resolutionId).executeTakeFirst()
    : undefined
  return found(row).itemId
}

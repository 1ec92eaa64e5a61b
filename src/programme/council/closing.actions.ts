// The two presses of the one who chairs an item: close scoring, close the result. And sending it to the next meeting.
import { json } from '#/platform/database/json.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDateTime } from '#/platform/text/format.ts'
import { audit, type Ctx } from '../context.ts'
import { dossierForUpdate, moveDossier } from '../dossier/dossier.move.ts'
import { readReason } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { setChanged } from './closing.ts'
import { chairedItem, mustBeClear, mustLead, notNow } from './closing.guard.ts'
import { loadClosing } from './closing.load.ts'
import { closingRow, validResultOf } from './closing.store.ts'
import { itemWords } from './council.messages.ts'
import type { ItemFacts } from './council.ts'
import { raiseMachineStops } from './ending.actions.ts'
import { freezeScored } from './result.freeze.ts'
import { saveResult } from './result.save.ts'
import { putDown } from './session.actions.ts'
import { mustBeValid } from './validity.guard.ts'

/**
 * "Đóng chấm điểm": every sheet of the item's own voting set is final and the set has quorum; the sheets open to the one who chairs.
 * The same person pressing twice changes nothing; another one is told who did it. Where a stop of the form follows from more than half of
 * the sheets (set 16: 0 points at 6.1–6.4), the machine raises it for the council's vote.
 */
export async function closeScoring(ctx: Ctx, itemId: string): Promise<void> {
  const { item, mine } = await chairedItem(ctx, itemId)
  if (item.state === 'closed') await told(ctx, item, 'closed')
  mustLead(item, mine)
  if (item.state !== 'scoring' && item.state !== 'scored') throw notNow(itemWords[item.state].vi, itemWords[item.state].en)
  await mustBeValid(ctx, item)
  const loaded = await loadClosing(ctx.tx, ctx.regulations, item, ctx.now)
  if (item.state === 'scored' && !setChanged(loaded.facts)) return told(ctx, item, 'scored')
  mustBeClear(loaded.decision.scoring)
  await ctx.tx
    .updateTable('agendaItem')
    .set({
      state: 'scored',
      scoredAt: ctx.now,
      scoredBy: ctx.actor.accountId,
      scoredSet: json(loaded.votingSet.map((seat) => seat.memberId)),
      version: item.version + 1,
    })
    .where('id', '=', itemId)
    .execute()
  // No points in the ledger: its readers are not the item's.
  await audit(ctx, {
    verb: 'council.scoringClosed',
    subjectKind: 'agendaItem',
    subjectId: itemId,
    authority: item.authority,
    dossierId: item.dossierId,
    payload: { sheets: loaded.votingSet.length, sheetsHash: loaded.decision.sheetsHash, again: item.state === 'scored' },
  })
  await raiseMachineStops(ctx, loaded)
}

/**
 * "Chốt kết quả": computes, freezes the basis with its own words and hash, concludes the dossier and freezes the papers, all or nothing.
 * `reason` is asked where the spread stays over the limit and the rules let it stand. Returns the result's id.
 */
export async function closeResult(ctx: Ctx, itemId: string, input: { reason?: unknown } = {}): Promise<string> {
  const { item, mine } = await chairedItem(ctx, itemId)
  if (item.state === 'closed') {
    await told(ctx, item, 'closed')
    const result = await validResultOf(ctx.tx, item.dossierId)
    if (result) return result.id
  }
  mustLead(item, mine)
  if (item.state !== 'scored') throw notNow(itemWords[item.state].vi, itemWords[item.state].en)
  const loaded = await loadClosing(ctx.tx, ctx.regulations, item, ctx.now)
  mustBeClear(loaded.decision.closing)
  const spreadReason = loaded.decision.spreadStep === 'reason' ? readReason(input.reason) : null
  return saveResult(ctx, loaded, (frame) => freezeScored({ ...frame, loaded, spreadReason }), { item: 'closed', dossier: 'concluded' })
}

/**
 * Sends the item back to a later meeting: where the rules end a lasting spread so, or the council voted against letting it stand.
 * The sheets stay on record with the old item; the next meeting starts from empty ones.
 */
export async function deferItem(ctx: Ctx, itemId: string, input: { reason: unknown }): Promise<void> {
  const { item, mine } = await chairedItem(ctx, itemId)
  mustLead(item, mine)
  if (item.state !== 'scored') throw notNow(itemWords[item.state].vi, itemWords[item.state].en)
  const { decision, resolutions } = await loadClosing(ctx.tx, ctx.regulations, item, ctx.now)
  const refused = decision.spreadStep === 'vote' && resolutions.some((row) => row.state === 'rejected')
  if (decision.spreadStep !== 'nextMeeting' && !refused)
    throw notNow('quy chế chưa cho chuyển hồ sơ sang kỳ họp sau ở bước này', 'the rules do not send it to the next meeting at this step')
  const reason = readReason(input.reason)
  await ctx.tx
    .updateTable('agendaItem')
    .set({ state: 'removed', removedReason: reason, version: item.version + 1 })
    .where('id', '=', itemId)
    .execute()
  await putDown(ctx, item.meeting.id, itemId, item.dossierId)
  await moveDossier(ctx, await dossierForUpdate(ctx.tx, item.dossierId), 'accepted', 'council.itemDeferred', {
    payload: { itemId, reason },
  })
  await notify(ctx, await accountsWithRole(ctx.tx, 'office', { authority: item.authority }, ctx.now), {
    kind: 'council.itemDeferred',
    dedupe: itemId,
    subjectKind: 'meeting',
    subjectId: item.meeting.id,
    link: `/tinh/hoi-dong/${item.councilId}/ky-hop/${item.meeting.id}`,
    params: { item: String(item.ordinal) },
  })
}

/** Returns when the actor pressed it before; tells anybody else who did and when. */
async function told(ctx: Ctx, item: ItemFacts, step: 'scored' | 'closed'): Promise<void> {
  const row = await closingRow(ctx.tx, item.id)
  const [by, name, at] =
    step === 'scored' ? [row.scoredBy, row.scoredByName, row.scoredAt] : [row.closedBy, row.closedByName, item.closedAt]
  if (by === ctx.actor.accountId) return
  throw new AppError('closing.already', { who: name ?? '', when: at ? formatDateTime(at) : '' })
}

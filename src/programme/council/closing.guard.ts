// The guards every verb of closing begins with: whose item it is, whether it can be led now, what still stands in the way.
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { must, mustSee } from '../refuse.ts'
import type { Blocker } from './closing.ts'
import { blockerText } from './closing.messages.ts'
import { closingRights, type ClosingRights } from './closing.policy.ts'
import { itemWords } from './council.messages.ts'
import { itemForUpdate } from './council.store.ts'
import type { ItemFacts } from './council.ts'

/** The locked item of the one who chairs it. Recused, outside the council, unknown: "not found"; other members: "forbidden". */
export async function chairedItem(ctx: Ctx, itemId: string): Promise<{ item: ItemFacts; mine: ClosingRights }> {
  const item = await itemForUpdate(ctx.tx, itemId)
  const mine = closingRights(ctx.actor, item, ctx.now)
  mustSee(mine.maySeeClosing)
  must(mine.isChairForItem)
  return { item, mine }
}

/** Says which state keeps the chair from leading: session not open, dossier withdrawn, item concluded. */
export function mustLead(item: ItemFacts, mine: ClosingRights): void {
  if (mine.mayLead) return
  if (item.dossierState === 'withdrawn') throw notNow('chủ thể đã rút hồ sơ', 'the producer has withdrawn the dossier')
  if (item.meeting.state !== 'open') throw notNow('kỳ họp không trong phiên', 'the meeting is not in session')
  throw notNow(itemWords[item.state].vi, itemWords[item.state].en)
}

export function notNow(vi: string, en: string): AppError {
  return new AppError('closing.notNow', { state: vi, stateEn: en })
}

export function mustBeClear(blockers: readonly Blocker[]): void {
  if (blockers.length === 0) return
  const texts = blockers.map(blockerText)
  throw new AppError('closing.blocked', {
    reasons: texts.map((text) => text.vi).join('; '),
    reasonsEn: texts.map((text) => text.en).join('; '),
  })
}

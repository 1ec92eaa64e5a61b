// Who may close, reconcile, raise and vote. Reads only the facts of `rights`; nothing here looks at a score.
import { serves, type Actor } from '../people/actor.ts'
import type { ItemFacts } from './council.ts'
import { rights, type Rights } from './rights.ts'

export type ClosingRights = Rights & {
  isAdvisor: boolean
  /** May open the page of the item's closing: progress, endings. No score in it unless `maySeeBoard`. */
  maySeeClosing: boolean
  /** Totals, spread, drivers, matrix: the one who chairs from the first press on, the others once the result is closed. */
  maySeeBoard: boolean
  /** May raise an ending: voting members, the chair of the item, the office, the advisory team. */
  mayRaiseEnding: boolean
  /** May press a vote, if the voting set holds this person. */
  mayVote: boolean
  maySupersede: boolean
}

const before = new Set<ItemFacts['state']>(['waiting', 'scoring', 'scored', 'reconciling'])

export function closingRights(actor: Actor, item: ItemFacts, now: Date): ClosingRights {
  const mine = rights(actor, item, now)
  const isAdvisor =
    !mine.conflicted &&
    !mine.conflictOpen &&
    item.state !== 'removed' &&
    item.meeting.releasedAt !== null &&
    serves(actor, item.authority, 'advisor')
  const open = before.has(item.state) && item.meeting.state !== 'closed' && item.dossierState === 'onAgenda'
  const fit = mine.mayKnow && !mine.conflictOpen
  return {
    ...mine,
    isAdvisor,
    maySeeClosing: fit || isAdvisor,
    maySeeBoard: !mine.conflictOpen && (mine.maySeeSpread || mine.maySeeScores),
    mayRaiseEnding: open && ((fit && (mine.isVotingMember || mine.isChairForItem || mine.isOffice)) || isAdvisor),
    mayVote: open && fit && mine.isVotingMember && item.meeting.state === 'open',
    maySupersede: mine.mayKnow && mine.isOffice && item.state === 'closed',
  }
}

// How a vote of an item's voting set is read. Pure. Used for endings and for a spread that stays.

export type Vote = { memberId: string; agrees: boolean }

export type Tally = {
  /** Members of the voting set now; votes of anybody else (recused since, left) are not read. */
  voters: number
  yes: string[]
  no: string[]
  missing: string[]
  outcome: 'confirmed' | 'rejected' | 'open'
}

/**
 * More than half of the voting set must agree. Interpretation: a silent member never counts as agreeing; the vote is decided as soon as the
 * missing ones cannot change it, and an even split rejects.
 */
export function tallyOf(votingSet: readonly { memberId: string }[], votes: readonly Vote[]): Tally {
  const said = new Map(votes.map((vote) => [vote.memberId, vote.agrees]))
  const voters = votingSet.length
  const yes: string[] = []
  const no: string[] = []
  const missing: string[] = []
  for (const { memberId } of votingSet) {
    const agrees = said.get(memberId)
    if (agrees === undefined) missing.push(memberId)
    else (agrees ? yes : no).push(memberId)
  }
  const confirmed = yes.length * 2 > voters
  const rejected = voters > 0 && (yes.length + missing.length) * 2 <= voters
  return { voters, yes, no, missing, outcome: confirmed ? 'confirmed' : rejected ? 'rejected' : 'open' }
}

// What the boxes chosen so far are worth, for the line that follows the pen. The server sums again on every save. Plain: no page, no browser.

export type LiveCriterion = {
  code: string
  /** Key of its group on the sheet ("A1") and of its part ("A"). */
  group: string
  part: string
  /** Points of the chosen box; null while nothing is chosen. */
  points: number | null
  /** Asked only while this other criterion has more points than `above`, or is still open. */
  onlyIf: { code: string; above: number } | null
}

export type LiveCount = { answered: number; offered: number; points: number }
export type LiveSums = LiveCount & { groups: Record<string, LiveCount>; parts: Record<string, number> }

/** Same counting as `completeness` and `groupsOf`: a criterion that is not asked is neither offered nor answered, its points still stand. */
export function liveSums(criteria: readonly LiveCriterion[]): LiveSums {
  const sums: LiveSums = { answered: 0, offered: 0, points: 0, groups: {}, parts: {} }
  for (const criterion of criteria) {
    const group = (sums.groups[criterion.group] ??= { answered: 0, offered: 0, points: 0 })
    const points = criterion.points ?? 0
    sums.parts[criterion.part] = (sums.parts[criterion.part] ?? 0) + points
    for (const count of [sums, group]) {
      count.points += points
      if (!isAsked(criterion, criteria)) continue
      count.offered += 1
      if (criterion.points !== null) count.answered += 1
    }
  }
  return sums
}

function isAsked({ onlyIf }: LiveCriterion, criteria: readonly LiveCriterion[]): boolean {
  const other = criteria.find((entry) => entry.code === onlyIf?.code)
  return onlyIf === null || other === undefined || other.points === null || other.points > onlyIf.above
}

/** The mark beside a group: nothing yet, under way, done. */
export function markOf({ answered, offered }: Pick<LiveCount, 'answered' | 'offered'>): 'todo' | 'part' | 'done' {
  if (answered === offered) return 'done'
  return answered === 0 ? 'todo' : 'part'
}

export type SpreadScale = { /** Position in % of the width. */ at: (points: number) => number; ticks: number[] }

const TICKS = 4

/** An axis of round whole points around the totals and the allowed spread, with a margin so that names at the ends fit. */
export function spreadScale(low: number, high: number, limit: number): SpreadScale {
  const top = Math.max(high, low + limit)
  const step = Math.max(1, Math.ceil((top - low + 4) / TICKS))
  const first = Math.floor((low - 1) / step) * step
  const last = Math.ceil((top + 1) / step) * step
  const ticks: number[] = []
  for (let tick = first; tick <= last; tick += step) ticks.push(tick)
  return { at: (points) => Math.round(((points - first) / (last - first)) * 1000) / 10, ticks }
}

const ROOM = 12

/** Height level (0 to 2) per label, positions in % ascending, so that neighbours closer than a name's width do not overlap. */
export function stackLabels(positions: readonly number[]): number[] {
  const lastAt = [-Infinity, -Infinity, -Infinity]
  return positions.map((position) => {
    const free = lastAt.findIndex((previous) => position - previous >= ROOM)
    const level = free === -1 ? lastAt.indexOf(Math.min(...lastAt)) : free
    lastAt[level] = position
    return level
  })
}

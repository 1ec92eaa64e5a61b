/** Classes of a map: nothing, then up to three steps that hold about as many units each, so that one large unit does not flatten the rest. Pure. */
export type Step = { from: number; to: number }

/** Steps over counts above nothing, the smallest first; equal counts are never split. */
export function stepsOf(counts: readonly number[], most = 3): Step[] {
  const sorted = counts.filter((n) => n > 0).toSorted((a, b) => a - b)
  const steps: Step[] = []
  for (let step = 1; step <= most && sorted.length > 0; step++) {
    const to = sorted[Math.ceil((sorted.length * step) / most) - 1] ?? 0
    const from = sorted.find((n) => n > (steps.at(-1)?.to ?? 0))
    if (from !== undefined && to >= from) steps.push({ from, to })
  }
  return steps
}

/** Which step a count falls in; null for nothing. */
export function stepOf(steps: readonly Step[], n: number): number | null {
  const at = steps.findIndex((step) => n >= step.from && n <= step.to)
  return at === -1 ? null : at
}

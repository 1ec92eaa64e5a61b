// A plan beside the plans below it: what the lower ones promise for each of its targets. Pure.
import type { Target } from './programme-plan.ts'

export type PlanBelow = { id: string; owner: string; title: string; targets: readonly Target[] }

export type SumBelow = {
  target: Target
  /** Plans below that name this target, with what they promise. */
  parts: { planId: string; owner: string; code: string; value: number | null }[]
  /** Sum of the values promised; null for shares, which do not add up, and where nothing was promised. */
  sum: number | null
  /** Sum minus the target's own value; shown, never forced to nought. */
  gap: number | null
}

/** `loose`: targets below that name none above. */
export function belowOf(
  targets: readonly Target[],
  plans: readonly PlanBelow[],
): { sums: SumBelow[]; loose: { planId: string; owner: string; target: Target }[] } {
  const lower = plans.flatMap((plan) => plan.targets.map((target) => ({ plan, target })))
  const codes = new Set(targets.map((target) => target.code))
  const sums = targets.map((target) => {
    const named = lower.filter((one) => one.target.parentCode === target.code)
    const parts = named.map(({ plan, target: one }) => ({ planId: plan.id, owner: plan.owner, code: one.code, value: one.valueMin }))
    const values = parts.flatMap((part) => (part.value === null ? [] : [part.value]))
    const adds = target.unit !== 'percent' && named.every((one) => one.target.unit === target.unit) && values.length > 0
    const sum = adds ? values.reduce((total, value) => total + value, 0) : null
    return { target, parts, sum, gap: sum === null || target.valueMin === null ? null : sum - target.valueMin }
  })
  const loose = lower
    .filter(({ target }) => target.parentCode === null || !codes.has(target.parentCode))
    .map(({ plan, target }) => ({ planId: plan.id, owner: plan.owner, target }))
  return { sums, loose }
}

// How the figures of a programme plan are read: totals, rewards, cumulative targets, days "before". Pure; amounts in million đồng.

/**
 * Whether what arrived on `on` (plain date) is in time for "trước ngày `day`". Interpretation, a setting: `exclusive` = the day itself is late
 * (as for the rounds of 26/2026), `inclusive` = it still counts (seed S3:276: 15/6 and 01/12).
 */
export function inTimeBefore(day: string, on: string, reading: 'exclusive' | 'inclusive'): boolean {
  return reading === 'exclusive' ? on < day : on <= day
}

/** Sum of a plan's lines, whole amounts (seed S2:105–119: seven lines). Throws RangeError for a part of an amount. */
export function planTotal(lines: readonly number[]): number {
  if (!lines.every(Number.isSafeInteger)) throw new RangeError('plan: whole amounts only')
  return lines.reduce((sum, line) => sum + line, 0)
}

/** Rewards of a year: amount per product by star, times products recognised (seed S3:115–119). A star without an amount gets none. */
export function rewardTotal(amounts: Readonly<Record<number, number>>, recognised: Readonly<Record<number, number>>): number {
  return planTotal(Object.entries(recognised).map(([star, count]) => (amounts[Number(star)] ?? 0) * count))
}

/**
 * Distinct products ever recognised: the base plus first recognitions. An upgrade or a renewal adds no product (seed S2:39, S1:59).
 * Interpretation: "lũy kế" counts products ever certified, not those valid today.
 */
export function cumulativeProducts(base: number, recognitions: readonly { readonly kind: 'first' | 'upgrade' | 'renewal' }[]): number {
  return base + recognitions.filter((one) => one.kind === 'first').length
}

const STEPS = [1, 2, 2.5, 5, 10]
const WANTED_TICKS = 4

/** An axis from 0 to the first round number at or above the largest value, whole steps only for counts. Empty data gets 0 and 1. */
export function chartScale(largest: number): { max: number; ticks: number[] } {
  if (largest <= 0) return { max: 1, ticks: [0, 1] }
  const rough = largest / WANTED_TICKS
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = STEPS.map((multiple) => multiple * power).find((candidate) => candidate >= rough) ?? 10 * power
  const whole = Math.max(1, Number.isInteger(step) ? step : Math.ceil(step))
  const max = Math.ceil(largest / whole) * whole
  return { max, ticks: Array.from({ length: max / whole + 1 }, (_, index) => index * whole) }
}

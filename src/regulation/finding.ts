/**
 * One thing found in a pack.
 * `fault`: the data contradict themselves; the pack must not be used. `known`: the same, but in a form that says so and asks to be
 * confirmed before use (sums only: nothing else is excused). `anomaly`: a remark, only shown.
 */
export type Finding = {
  readonly level: 'fault' | 'known' | 'anomaly'
  readonly set?: number
  readonly criterion?: string
  readonly text: string
}

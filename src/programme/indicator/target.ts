/**
 * What a figure means for a target: reached or not, on the way or behind, and what it comes to by the due day. Pure.
 * A target's numbers and the figure's are whole: counts, đồng, or hundredths of a percent.
 */
import { daysBetween, type PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Words } from '#/regulation/level.schema.ts'
import { basisPoints, type Figure } from './indicator.ts'

export type Threshold = {
  op: 'min' | 'more' | 'equal' | 'range' | 'all' | 'none'
  valueMin: number | null
  valueMax: number | null
  /** What stood before the plan began; it does not grow with the days. */
  base: number | null
  startsOn: PlainDate
  dueOn: PlainDate
  conditionState: 'waiting' | 'met' | 'dropped' | null
}

export const targetStates = {
  reached: { vi: 'Đạt', en: 'Reached', mark: 'done' },
  onTrack: { vi: 'Đúng tiến độ', en: 'On track', mark: 'part' },
  behind: { vi: 'Chậm', en: 'Behind', mark: 'late' },
  below: { vi: 'Chưa đạt', en: 'Not reached yet', mark: 'todo' },
  missed: { vi: 'Không đạt', en: 'Missed', mark: 'stop' },
  waiting: { vi: 'Chưa kích hoạt', en: 'Waiting for its condition', mark: 'locked' },
  dropped: { vi: 'Không thực hiện', en: 'Dropped', mark: 'ended' },
  notBegun: { vi: 'Chưa bắt đầu', en: 'Not begun', mark: 'locked' },
  noDenominator: { vi: 'Chưa có mẫu số', en: 'Nothing to divide by', mark: 'info' },
  noValue: { vi: 'Chưa có số liệu', en: 'No value yet', mark: 'info' },
  noNumber: { vi: 'Không giao con số', en: 'No number was promised', mark: 'info' },
} as const satisfies Record<string, Words & { mark: string }>

export type TargetState = keyof typeof targetStates

export type Judged = {
  state: TargetState
  /** The figure in the target's own measure; null where there is none. */
  value: number | null
  /** Share of the threshold, in hundredths of a percent; null without a threshold. */
  progress: number | null
  /** By the due day, if it goes on as from the plan's first day until now; null for states and shares, which do not add up over days. */
  forecast: number | null
}

/** The least the target asks for, in its measure; null where it names no number. "All" is 100 % of the denominator. */
export function leastOf(target: Pick<Threshold, 'op' | 'valueMin'>): number | null {
  if (target.op === 'none') return null
  return target.op === 'all' ? 10_000 : target.valueMin
}

/** The day a target's figure is read: the day asked, and never past its due day. */
export function readOn(target: Pick<Threshold, 'dueOn'>, asOf: PlainDate): PlainDate {
  return asOf < target.dueOn ? asOf : target.dueOn
}

/**
 * Interpretation: "đạt n" and "ít nhất n" are reached by n and by more; a range by its lower end; "trên n" by more than n. The due day itself
 * still belongs to the period: a target is missed from the day after it. `grows`: the figure adds up over days, so that it can be forecast.
 */
export function judge(
  target: Threshold,
  figure: Pick<Figure, 'numerator' | 'denominator'> | null,
  asOf: PlainDate,
  grows: boolean,
): Judged {
  const none = { value: null, progress: null, forecast: null }
  if (target.conditionState === 'dropped') return { state: 'dropped', ...none }
  if (asOf < target.startsOn) return { state: 'notBegun', ...none }
  const value = figure === null ? null : figure.denominator === null ? figure.numerator : basisPoints(figure.numerator, figure.denominator)
  const least = leastOf(target)
  const progress = value === null || least === null || least === 0 ? null : basisPoints(value, least)
  const counts = figure !== null && figure.denominator === null
  const forecast = value !== null && counts && grows ? forecastOf(target, value, readOn(target, asOf)) : null
  const read = { value, progress, forecast }
  if (target.conditionState === 'waiting') return { state: 'waiting', ...read }
  if (value === null) return { state: figure === null ? 'noValue' : 'noDenominator', ...read }
  if (least === null) return { state: 'noNumber', ...read }
  const enough = (amount: number) => (target.op === 'more' ? amount > least : amount >= least)
  if (enough(value)) return { state: 'reached', ...read }
  if (asOf > target.dueOn) return { state: 'missed', ...read }
  if (forecast === null) return { state: 'below', ...read }
  return { state: enough(forecast) ? 'onTrack' : 'behind', ...read }
}

/** Linear from the plan's first day until now, both counted; rounded down: what is not whole has not come. */
function forecastOf({ startsOn, dueOn, base }: Threshold, value: number, until: PlainDate): number {
  const gone = BigInt(daysBetween(startsOn, until) + 1)
  const whole = BigInt(daysBetween(startsOn, dueOn) + 1)
  const before = base ?? 0
  return before + Number((BigInt(value - before) * whole) / gone)
}

/** How many units of a target promised by each of them reach it. A unit without a denominator is left out of both. */
export function unitsReaching(
  target: Pick<Threshold, 'op' | 'valueMin'>,
  units: readonly Pick<Figure, 'numerator' | 'denominator'>[],
): { reaching: number; of: number } {
  const least = leastOf(target)
  const values = units.flatMap((unit) => {
    const value = unit.denominator === null ? unit.numerator : basisPoints(unit.numerator, unit.denominator)
    return value === null ? [] : [value]
  })
  const reaching = least === null ? 0 : values.filter((value) => (target.op === 'more' ? value > least : value >= least)).length
  return { reaching, of: values.length }
}

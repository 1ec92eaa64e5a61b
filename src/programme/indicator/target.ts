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

/** A part of a target's time that is judged for itself. */
export type Span = { startsOn: PlainDate; dueOn: PlainDate }

/**
 * A reading of the plan (S1:229 "mỗi năm"): what is promised is due anew each year. It stands with the parameters, as every reading does.
 */
export function isOfEachYear(target: { params: Readonly<Record<string, unknown>> }): boolean {
  return target.params['every'] === 'year'
}

/** The calendar years of a target's time, the first from its first day, the last until its due day; the whole where nothing is due each year. */
export function spansOf(target: Span & { params: Readonly<Record<string, unknown>> }): Span[] {
  const { startsOn, dueOn } = target
  if (!isOfEachYear(target)) return [{ startsOn, dueOn }]
  const first = Number(startsOn.slice(0, 4))
  const years = Number(dueOn.slice(0, 4)) - first + 1
  return Array.from({ length: years }, (_, index) => ({
    startsOn: index === 0 ? startsOn : `${first + index}-01-01`,
    dueOn: index === years - 1 ? dueOn : `${first + index}-12-31`,
  }))
}

/**
 * What the years of a target come to. Interpretation: one year missed is a promise missed, whatever later years bring; else the year of the
 * day asked speaks. `now` is that year's place among them.
 */
export function ofYears(years: readonly (Span & { judged: Judged })[], asOf: PlainDate): { now: number; judged: Judged } {
  const at = years.findIndex((year) => asOf <= year.dueOn)
  const now = at === -1 ? years.length - 1 : at
  const judged = years[now]?.judged ?? { state: 'noValue' as const, value: null, progress: null, forecast: null }
  return { now, judged: years.some((year) => year.judged.state === 'missed') ? { ...judged, state: 'missed' } : judged }
}

/** How many units of a target promised by each of them reach it, and will if they go on so; a unit without a denominator is left out of all. */
export type Reaching = { reaching: number; of: number; expected: number | null }

export function unitsReaching(target: Pick<Threshold, 'op' | 'valueMin'>, units: readonly Pick<Judged, 'value' | 'forecast'>[]): Reaching {
  const least = leastOf(target)
  const enough = (value: number | null) => value !== null && least !== null && (target.op === 'more' ? value > least : value >= least)
  const counted = units.filter((unit) => unit.value !== null)
  const expected = counted.filter((unit) => enough(unit.value) || enough(unit.forecast)).length
  return {
    reaching: counted.filter((unit) => enough(unit.value)).length,
    of: counted.length,
    expected: counted.some((unit) => unit.forecast !== null) ? expected : null,
  }
}

/** Every unit must reach it. Where the units are forecast, it is on track while all of them are to reach it. */
export function judgeUnits(target: Threshold, units: Reaching, asOf: PlainDate): Judged {
  const share = { numerator: units.reaching, denominator: units.of }
  const judged = judge({ ...target, op: target.op === 'none' ? 'none' : 'all' }, share, asOf, false)
  if (judged.state !== 'below' || units.expected === null) return judged
  return { ...judged, state: units.expected === units.of ? 'onTrack' : 'behind' }
}

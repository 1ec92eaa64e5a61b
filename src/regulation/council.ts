import { answeredPoints, criteriaOf, criterionOf, gatesOf, type Answers, type Gate } from './form.ts'
import type { CriterionCode, Form } from './form.schema.ts'
import { compareFractions, formatHalfUp, fraction, fractionText, meanOf, subtractFractions, type Fraction } from './fraction.ts'
import { starByPoints, starWithGates, totalOf, type MissedGate, type StarThreshold } from './score.ts'

/** A voting member's final sheet. Whoever calls has already left out drafts, secretaries, conflicted members and voided sheets. */
export type Sheet = { readonly member: string; readonly answers: Answers }

/**
 * How a gate is decided for a council. Interpretation: the decision does not say; `majority` (more than half of the sheets) is the default,
 * the other two are settings: every sheet, or the mean of the sheets' points on that criterion.
 */
export type GateBasis = 'majority' | 'everySheet' | 'meanPoints'

/** A gate as the council meets it: `points` is the level reached on the gate's basis (see `levelReached`). */
export type CouncilGate = Gate & { readonly points: number; readonly meeting: number; readonly sheets: number; readonly met: boolean }

/** `points` of the highest sheet minus `points` of the lowest, for one criterion. */
export type Driver = { readonly criterion: CriterionCode; readonly points: number }

export type Spread = {
  /** Highest total minus lowest total. */
  readonly points: number
  readonly exceeded: boolean
  /** The first given among the highest, and among the lowest. */
  readonly high: { readonly member: string; readonly total: number }
  readonly low: { readonly member: string; readonly total: number }
  readonly drivers: readonly Driver[]
}

export type CouncilResult = {
  readonly members: readonly { readonly member: string; readonly total: number }[]
  readonly mean: Fraction
  readonly spread: Spread
  readonly pointsStar: number
  readonly star: number
  /** Gates not met by the council, by star, then printed order. */
  readonly missed: readonly MissedGate[]
  /** Every gate, met or not, with how many sheets meet it (dissent is on record). */
  readonly gates: readonly CouncilGate[]
}

/**
 * Spread of the members' totals. Exactly the limit passes; only above it exceeds (148's practice: 10 points).
 * Drivers: highest sheet minus lowest, ties to the first given; zeros left out, negatives kept, largest first, then printed order,
 * so that they sum to the spread. Throws RangeError without sheets.
 */
export function spreadOf(form: Form, sheets: readonly Sheet[], limit: number): Spread {
  const totals = sheets.map((sheet) => ({ sheet, total: totalOf(form, sheet.answers) }))
  const first = totals[0]
  if (!first) throw new RangeError('spread of no sheets')
  const high = totals.reduce((best, next) => (next.total > best.total ? next : best), first)
  const low = totals.reduce((best, next) => (next.total < best.total ? next : best), first)
  const drivers = criteriaOf(form)
    .map(({ criterion }) => ({
      criterion: criterion.code,
      points: answeredPoints(criterion, high.sheet.answers) - answeredPoints(criterion, low.sheet.answers),
    }))
    .filter((driver) => driver.points !== 0)
  drivers.sort((a, b) => b.points - a.points)
  const points = high.total - low.total
  return {
    points,
    exceeded: points > limit,
    high: { member: high.sheet.member, total: high.total },
    low: { member: low.sheet.member, total: low.total },
    drivers,
  }
}

/**
 * Points the council reaches on one criterion, on the given basis, so that a gate is met exactly when the level is at least what it needs:
 * majority = the most points that more than half of the sheets reach; everySheet = the lowest sheet; meanPoints = whole points of the mean.
 */
export function levelReached(points: readonly number[], basis: GateBasis): number {
  const descending = [...points].sort((a, b) => b - a)
  if (basis === 'everySheet') return descending.at(-1) ?? 0
  if (basis === 'meanPoints') return Math.floor(descending.reduce((sum, value) => sum + value, 0) / Math.max(1, descending.length))
  return descending[Math.floor(descending.length / 2)] ?? 0
}

/** Every gate of the form as the council's sheets meet it. */
export function councilGates(form: Form, sheets: readonly Sheet[], basis: GateBasis = 'majority'): CouncilGate[] {
  return gatesOf(form).map((gate) => {
    const { criterion } = criterionOf(form, gate.criterion)
    const points = sheets.map((sheet) => answeredPoints(criterion, sheet.answers))
    const level = levelReached(points, basis)
    const meeting = points.filter((value) => value >= gate.needed).length
    return { ...gate, points: level, meeting, sheets: sheets.length, met: level >= gate.needed }
  })
}

/**
 * The council's result on one dossier: exact mean of the totals, compared before rounding; spread; star by points and with gates.
 * The order of the sheets changes nothing but the order of `members` and which of equal sheets the spread names.
 * Throws RangeError without sheets.
 */
export function councilResult(
  form: Form,
  thresholds: readonly StarThreshold[],
  sheets: readonly Sheet[],
  rules: { readonly maxSpread: number; readonly gateBasis?: GateBasis },
): CouncilResult {
  const members = sheets.map((sheet) => ({ member: sheet.member, total: totalOf(form, sheet.answers) }))
  const mean = meanOf(members.map((member) => member.total))
  const gates = councilGates(form, sheets, rules.gateBasis ?? 'majority')
  const missed = gates.filter((gate) => !gate.met).map(({ star, criterion, needed, points }) => ({ star, criterion, needed, points }))
  const pointsStar = starByPoints(thresholds, mean)
  return {
    members,
    mean,
    spread: spreadOf(form, sheets, rules.maxSpread),
    pointsStar,
    star: starWithGates(pointsStar, missed),
    missed,
    gates,
  }
}

/** One star's line of the star proof: its points, its gates, and whether both hold. */
export type StarProofRow = {
  readonly star: number
  readonly from: number
  readonly pointsMet: boolean
  /** Points still short of `from`, exact; "0/1" when met. */
  readonly short: string
  readonly shortShown: string
  readonly gates: readonly CouncilGate[]
  readonly gatesMet: boolean
}

export type StarProof = {
  readonly star: number
  readonly pointsStar: number
  /** "(71 + 74 + …) / 7 = 499/7"; compared as a fraction, shown to two decimals half up. */
  readonly totals: readonly number[]
  readonly meanExact: string
  readonly meanShown: string
  readonly rounding: 'half-up, 2 decimals, after the comparison'
  readonly gateBasis: GateBasis
  /** Rows for every star above 1, lowest first. */
  readonly rows: readonly StarProofRow[]
}

/** Why it is this star and not the next: everything the star proof sheet prints, recomputable from the sheets. */
export function starProof(thresholds: readonly StarThreshold[], result: CouncilResult, gateBasis: GateBasis = 'majority'): StarProof {
  const rows = thresholds
    .filter((threshold) => threshold.star > 1)
    .toSorted((a, b) => a.star - b.star)
    .map(({ star, from }) => {
      const gates = result.gates.filter((gate) => gate.star === star)
      const pointsMet = compareFractions(result.mean, fraction(from)) >= 0
      const short = pointsMet ? fraction(0) : subtractFractions(fraction(from), result.mean)
      return {
        star,
        from,
        pointsMet,
        short: fractionText(short),
        shortShown: formatHalfUp(short),
        gates,
        gatesMet: gates.every((gate) => gate.met),
      }
    })
  return {
    star: result.star,
    pointsStar: result.pointsStar,
    totals: result.members.map((member) => member.total),
    meanExact: fractionText(result.mean),
    meanShown: formatHalfUp(result.mean),
    rounding: 'half-up, 2 decimals, after the comparison',
    gateBasis,
    rows,
  }
}

import { answeredPoints, criterionOf, criteriaOf, gatesOf, type Answers, type Gate } from './form.ts'
import type { Form } from './form.schema.ts'
import { compareFractions, fraction, type Fraction } from './fraction.ts'

/** "From `from` points, `star` stars" (QĐ 26/2026 Đ3.3: 90, 70, 50, 30). One star has from 0. */
export type StarThreshold = { readonly star: number; readonly from: number }

/** A gate that is not met, with the points reached. */
export type MissedGate = Gate & { readonly points: number }

export type Score = {
  readonly total: number
  /** Points per part code ("A", "B", "C"). */
  readonly parts: Readonly<Record<string, number>>
  /** Star by points alone. */
  readonly pointsStar: number
  /** Star with the cumulative gates. */
  readonly star: number
  /** Every unmet gate of the form, by star, then printed order. */
  readonly missed: readonly MissedGate[]
}

/** Star by points alone, exact: a mean of 8999/100 is below 90. The one star table every reader uses. */
export function starByPoints(thresholds: readonly StarThreshold[], points: Fraction | number): number {
  const exact = typeof points === 'number' ? fraction(points) : points
  let star = 1
  for (const threshold of thresholds)
    if (threshold.star > star && compareFractions(exact, fraction(threshold.from)) >= 0) star = threshold.star
  return star
}

/**
 * Star with gates. Interpretation: gates are cumulative (five stars also need the four- and three-star gates), and the star given is the
 * highest one whose threshold and whose gates of that star and below are all met; the decision prints the marks but not this rule.
 */
export function starWithGates(pointsStar: number, missed: readonly { readonly star: number }[]): number {
  const firstMissed = missed.reduce((lowest, gate) => Math.min(lowest, gate.star), Number.POSITIVE_INFINITY)
  return Math.min(pointsStar, firstMissed - 1)
}

/** Sum of the chosen options' points. */
export function totalOf(form: Form, answers: Answers): number {
  return criteriaOf(form).reduce((sum, { criterion }) => sum + answeredPoints(criterion, answers), 0)
}

/** Every gate the answers do not meet, by star, then printed order. */
export function missedGates(form: Form, answers: Answers): MissedGate[] {
  const missed: MissedGate[] = []
  for (const gate of gatesOf(form)) {
    const points = answeredPoints(criterionOf(form, gate.criterion).criterion, answers)
    if (points < gate.needed) missed.push({ ...gate, points })
  }
  return missed
}

/**
 * What one sheet means: total, parts, star by points, star with gates, unmet gates.
 * Codes the form does not know are not looked at; callers that take answers from outside check them first (`answerFaults`).
 */
export function scoreSheet(form: Form, thresholds: readonly StarThreshold[], answers: Answers): Score {
  const parts: Record<string, number> = {}
  for (const part of form.parts) parts[part.code] = 0
  let total = 0
  for (const { part, criterion } of criteriaOf(form)) {
    const points = answeredPoints(criterion, answers)
    parts[part.code] = (parts[part.code] ?? 0) + points
    total += points
  }
  const pointsStar = starByPoints(thresholds, total)
  const missed = missedGates(form, answers)
  return { total, parts, pointsStar, star: starWithGates(pointsStar, missed), missed }
}

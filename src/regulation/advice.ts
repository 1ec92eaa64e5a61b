import { isApplicable } from './complete.ts'
import { answeredPoints, criteriaOf, criterionOf, offeredOptions, type Answers, type CaseChoice } from './form.ts'
import type { Criterion, CriterionCode, Form } from './form.schema.ts'
import { missedGates, scoreSheet, totalOf, type MissedGate, type Score, type StarThreshold } from './score.ts'

/** Choosing `option` on `criterion` would give `points` there and `gain` more in total. */
export type Step = { readonly criterion: CriterionCode; readonly option: number; readonly points: number; readonly gain: number }

export type BlockedGate = MissedGate & {
  /** The least option that meets the gate, within the case; absent when none is offered. */
  readonly step?: Step
}

/** What stands between a sheet and a higher star. */
export type Advice = {
  readonly score: Score
  /** The star above, or undefined at five stars. */
  readonly nextStar?: number
  /** Unmet gates of the next star and below, by star, then printed order: these come first. */
  readonly gates: readonly BlockedGate[]
  /** Points still short of the next star's threshold now, and once the gates are met. */
  readonly pointsShort: number
  readonly pointsShortAfterGates: number
  /** One step up per criterion once the gates are met, most points first, then printed order. */
  readonly steps: readonly Step[]
  /** The first steps of the list (repeated upward where needed) that would cover `pointsShortAfterGates`. */
  readonly shortest: readonly Step[]
  /** False when even the best answers would not give the next star (the rest of the form does not hold enough points). */
  readonly reachable: boolean
}

/** What choosing each offered option (0 first) would make of the sheet. */
export type OptionOutcome = { readonly option: number; readonly points: number; readonly total: number; readonly star: number }

/** Per offered option of one criterion, 0 included: the total and the star it would give with all other answers as they are. */
export function optionOutcomes(
  form: Form,
  thresholds: readonly StarThreshold[],
  answers: Answers,
  code: CriterionCode,
  choice?: CaseChoice,
): OptionOutcome[] {
  const { criterion } = criterionOf(form, code)
  const numbers = [0, ...offeredOptions(criterion, choice).map((offered) => offered.number)]
  return numbers.map((option) => {
    const changed = { ...answers, [code]: option }
    const { total, star } = scoreSheet(form, thresholds, changed)
    return { option, points: answeredPoints(criterion, changed), total, star }
  })
}

/** The least option giving at least `points`, and more than now. */
function stepTo(criterion: Criterion, answers: Answers, points: number, choice: CaseChoice | undefined): Step | undefined {
  const now = answeredPoints(criterion, answers)
  const enough = offeredOptions(criterion, choice).filter(({ option }) => option.points >= points && option.points > now)
  const least = enough.reduce<(typeof enough)[number] | undefined>(
    (best, next) => (best === undefined || next.option.points < best.option.points ? next : best),
    undefined,
  )
  if (!least) return undefined
  return { criterion: criterion.code, option: least.number, points: least.option.points, gain: least.option.points - now }
}

/**
 * One step up on every criterion that applies, most points first, then printed order. Who heads the producer comes last: it is a fact
 * about a person, not work to do.
 */
function stepsUp(form: Form, answers: Answers, choice: CaseChoice | undefined): Step[] {
  const steps = criteriaOf(form).flatMap(({ criterion }) => {
    const step = isApplicable(form, criterion, answers) ? stepTo(criterion, answers, 0, choice) : undefined
    return step ? [step] : []
  })
  const isFixed = (step: Step): number => (criterionOf(form, step.criterion).criterion.topic === 'head' ? 1 : 0)
  return steps.sort((a, b) => isFixed(a) - isFixed(b) || b.gain - a.gain)
}

/** The cheapest way to cover a shortfall: always the step that gives most, one option at a time. */
function shortestWay(form: Form, answers: Answers, short: number, choice: CaseChoice | undefined): Step[] {
  const way = new Map<CriterionCode, Step>()
  let current = answers
  let left = short
  while (left > 0) {
    const [best] = stepsUp(form, current, choice)
    if (!best) break
    const before = way.get(best.criterion)
    way.set(best.criterion, { ...best, gain: best.gain + (before?.gain ?? 0) })
    current = { ...current, [best.criterion]: best.option }
    left -= best.gain
  }
  return [...way.values()]
}

/**
 * What blocks the next star: unmet gates first, then the cheapest points.
 * Interpretation: "cheapest" = most points for one step up on one criterion; effort and money are not known here.
 */
export function adviceFor(form: Form, thresholds: readonly StarThreshold[], answers: Answers, choice?: CaseChoice): Advice {
  const score = scoreSheet(form, thresholds, answers)
  const next = thresholds.filter((threshold) => threshold.star > score.star).toSorted((a, b) => a.star - b.star)[0]
  if (!next) return { score, gates: [], pointsShort: 0, pointsShortAfterGates: 0, steps: [], shortest: [], reachable: true }

  const gates = score.missed
    .filter((gate) => gate.star <= next.star)
    .map((gate): BlockedGate => {
      const step = stepTo(criterionOf(form, gate.criterion).criterion, answers, gate.needed, choice)
      return step ? { ...gate, step } : gate
    })
  const raised: Record<CriterionCode, number> = { ...answers }
  // By star upward, so that the higher gate of a criterion wins.
  for (const { step } of gates) if (step) raised[step.criterion] = step.option
  const short = (sheet: Answers): number => Math.max(0, next.from - totalOf(form, sheet))
  const steps = stepsUp(form, raised, choice)
  const shortest = shortestWay(form, raised, short(raised), choice)
  const finished = { ...raised, ...Object.fromEntries(shortest.map((step) => [step.criterion, step.option])) }
  const reachable = short(finished) === 0 && missedGates(form, finished).every((gate) => gate.star > next.star)
  return {
    score,
    nextStar: next.star,
    gates,
    pointsShort: short(answers),
    pointsShortAfterGates: short(raised),
    steps,
    shortest,
    reachable,
  }
}

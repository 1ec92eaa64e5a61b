import { casesOf, criteriaOf, gatesOf, offeredOptions, type Answers, type CaseChoice } from './form.ts'
import type { CriterionCode, Form } from './form.schema.ts'
import type { StarThreshold } from './score.ts'

/** The answers with the most points, within the case (a perfect dossier). The first of equal options. */
export function bestAnswers(form: Form, choice?: CaseChoice): Answers {
  const answers: Record<CriterionCode, number> = {}
  for (const { criterion } of criteriaOf(form)) {
    let best = { number: 0, points: 0 }
    for (const { number, option } of offeredOptions(criterion, choice))
      if (option.points > best.points) best = { number, points: option.points }
    answers[criterion.code] = best.number
  }
  return answers
}

/**
 * Answers that give exactly `star`, or undefined when no answers do: every gate of that star and below met, and a total within the
 * star's band. Walks the criteria keeping one way to each total, so it is a proof, not a sample.
 */
export function answersReaching(form: Form, thresholds: readonly StarThreshold[], star: number, choice?: CaseChoice): Answers | undefined {
  const from = thresholds.find((threshold) => threshold.star === star)?.from
  if (from === undefined) return undefined
  const above = thresholds.filter((threshold) => threshold.star > star).map((threshold) => threshold.from)
  const below = Math.min(...above, Number.POSITIVE_INFINITY)
  const needed = new Map<CriterionCode, number>()
  for (const gate of gatesOf(form))
    if (gate.star <= star) needed.set(gate.criterion, Math.max(needed.get(gate.criterion) ?? 0, gate.needed))

  let ways = new Map<number, readonly number[]>([[0, []]])
  for (const { criterion } of criteriaOf(form)) {
    const least = needed.get(criterion.code) ?? 0
    const choices = [
      { number: 0, points: 0 },
      ...offeredOptions(criterion, choice).map(({ number, option }) => ({ number, points: option.points })),
    ]
    const next = new Map<number, readonly number[]>()
    for (const [total, way] of ways)
      for (const { number, points } of choices) if (points >= least && !next.has(total + points)) next.set(total + points, [...way, number])
    ways = next
  }
  for (const [total, way] of ways)
    if (total >= from && total < below)
      return Object.fromEntries(criteriaOf(form).map(({ criterion }, index) => [criterion.code, way[index] ?? 0]))
  return undefined
}

/** The cases to try: each case number of the form, or none. */
export function caseChoices(form: Form): (CaseChoice | undefined)[] {
  const numbers = casesOf(form)
  return numbers.length === 0 ? [undefined] : numbers
}

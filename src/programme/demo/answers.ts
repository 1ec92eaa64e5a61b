// Answers a real producer might give: every part worth something, the star's minimums met, a few points above its threshold.
import { criteriaOf, gatesOf, offeredOptions, type Answers, type CaseChoice } from '#/regulation/form.ts'
import type { Criterion, Form } from '#/regulation/form.schema.ts'
import { bestAnswers } from '#/regulation/reachable.ts'
import { scoreSheet } from '#/regulation/score.ts'

type Thresholds = Parameters<typeof scoreSheet>[1]

const MARGIN = 4

export function plausibleAnswers(form: Form, thresholds: Thresholds, star: number, choice: CaseChoice | undefined): Answers {
  if (star === 5) return bestAnswers(form, choice)
  const needed = new Map<string, number>()
  for (const gate of gatesOf(form))
    if (gate.star <= star) needed.set(gate.criterion, Math.max(gate.needed, needed.get(gate.criterion) ?? 0))
  const answers: Record<string, number> = {}
  for (const { criterion } of criteriaOf(form))
    answers[criterion.code] = lowestWith(criterion, choice, Math.max(1, needed.get(criterion.code) ?? 1))
  const least = (thresholds.find((one) => one.star === star)?.from ?? 0) + MARGIN
  // Round by round, one step more on each criterion in turn, so that no part stays empty.
  for (let round = 0; round < 6; round++)
    for (const [index, { criterion }] of criteriaOf(form).entries()) {
      if ((index + round) % 3 !== 0) continue
      const { total, star: reached } = scoreSheet(form, thresholds, answers)
      if (total >= least && reached >= star) return answers
      answers[criterion.code] = nextStep(criterion, choice, answers[criterion.code] ?? 0)
    }
  return answers
}

/** The option with the least points that are at least `points`; the best one where none has. */
function lowestWith(criterion: Criterion, choice: CaseChoice | undefined, points: number): number {
  const options = offeredOptions(criterion, choice).toSorted((a, b) => a.option.points - b.option.points)
  return (options.find(({ option }) => option.points >= points) ?? options.at(-1))?.number ?? 0
}

function nextStep(criterion: Criterion, choice: CaseChoice | undefined, now: number): number {
  const options = offeredOptions(criterion, choice).toSorted((a, b) => a.option.points - b.option.points)
  const have = options.find(({ number }) => number === now)?.option.points ?? 0
  return options.find(({ option }) => option.points > have)?.number ?? now
}

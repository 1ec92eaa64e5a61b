// A sheet of a given total: what a council member or a producer would have to tick to reach it. Pure.
import { criteriaOf, gatesOf, offeredOptions, type Answers, type CaseChoice } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'

/**
 * One option for every criterion, worth exactly `total`, meeting every star minimum up to `star`, each criterion about as good as the
 * whole. Throws RangeError where no such sheet exists. Criteria on which others depend (`onlyIf`) are reached, so that every criterion applies.
 */
export function sheetWorth(form: Form, total: number, star: number, choice?: CaseChoice): Answers {
  const needed = new Map<string, number>()
  for (const gate of gatesOf(form))
    if (gate.star <= star) needed.set(gate.criterion, Math.max(gate.needed, needed.get(gate.criterion) ?? 0))
  for (const { criterion } of criteriaOf(form))
    if (criterion.onlyIf)
      needed.set(criterion.onlyIf.criterion, Math.max(criterion.onlyIf.above + 1, needed.get(criterion.onlyIf.criterion) ?? 0))
  const rows = criteriaOf(form).map(({ criterion }) => ({
    code: criterion.code,
    max: criterion.max,
    options: offeredOptions(criterion, choice)
      .map(({ number, option }) => ({ number, points: option.points }))
      .filter(({ points }) => points >= (needed.get(criterion.code) ?? 0)),
    zero: !needed.has(criterion.code),
  }))
  // within[i]: totals that rows i… can still give.
  const within: Set<number>[] = [new Set([0])]
  for (const row of rows.toReversed()) {
    const after = within[0] ?? new Set<number>()
    const points = new Set([...row.options.map((option) => option.points), ...(row.zero ? [0] : [])])
    within.unshift(new Set([...after].flatMap((sum) => [...points].map((one) => sum + one))))
  }
  if (!within[0]?.has(total)) throw new RangeError(`set ${form.set}: no sheet of ${total} points for ${star} stars`)
  const answers: Record<string, number> = {}
  let left = total
  let leftMax = rows.reduce((sum, row) => sum + row.max, 0)
  for (const [index, row] of rows.entries()) {
    const aim = leftMax === 0 ? 0 : (left * row.max) / leftMax
    const able = [...row.options, ...(row.zero ? [{ number: 0, points: 0 }] : [])].filter(({ points }) =>
      within[index + 1]?.has(left - points),
    )
    const [best] = able.toSorted((a, b) => Math.abs(a.points - aim) - Math.abs(b.points - aim) || b.number - a.number)
    if (!best) throw new RangeError(`set ${form.set}: no sheet of ${total} points for ${star} stars`)
    answers[row.code] = best.number
    left -= best.points
    leftMax -= row.max
  }
  return answers
}

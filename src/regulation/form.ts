import type { Criterion, CriterionCode, Form, Group, Option, Part, Topic } from './form.schema.ts'

/**
 * Answers of one sheet or self-assessment: option number per criterion code.
 *
 * An option's number is its place in the printed list of the criterion, from 1, counted over the WHOLE list also where the criterion has
 * cases: in set 26 criterion 8, options 1 and 2 belong to case 1, options 3 and 4 to case 2. So a number means the same line of the form
 * whatever case applies. 0 = no option reached, 0 points, always allowed. A missing code = not answered (counts 0 when scored).
 */
export type Answers = Readonly<Record<CriterionCode, number>>

/** The case that applies (trường hợp), fixed by the dossier: one number for every criterion with cases, or one per criterion. */
export type CaseChoice = number | Readonly<Record<CriterionCode, number>>

/** A criterion with where it stands in the form; `index` is the printed order from 0. */
export type PlacedCriterion = { readonly index: number; readonly part: Part; readonly group: Group; readonly criterion: Criterion }

/** "For `star` stars, `criterion` must reach at least `needed` points" (dấu sao). */
export type Gate = { readonly star: number; readonly criterion: CriterionCode; readonly needed: number }

/** An option with its number (see `Answers`). */
export type NumberedOption = { readonly number: number; readonly option: Option }

type Index = { criteria: readonly PlacedCriterion[]; byCode: ReadonlyMap<CriterionCode, PlacedCriterion>; gates: readonly Gate[] }

/** Derived once per form object: forms are frozen, and 2,000 sheets are scored on the same one. */
const indexes = new WeakMap<Form, Index>()

function indexOf(form: Form): Index {
  const known = indexes.get(form)
  if (known) return known
  const criteria: PlacedCriterion[] = []
  for (const part of form.parts)
    for (const group of part.groups)
      for (const criterion of group.criteria) criteria.push({ index: criteria.length, part, group, criterion })
  const gates = criteria.flatMap(({ criterion }) => gatesOfCriterion(criterion))
  // Stable sort: by star, then printed order.
  gates.sort((a, b) => a.star - b.star)
  const index = { criteria, byCode: new Map(criteria.map((placed) => [placed.criterion.code, placed])), gates }
  indexes.set(form, index)
  return index
}

function gatesOfCriterion(criterion: Criterion): Gate[] {
  const gates: Gate[] = []
  if (criterion.minStar !== undefined) {
    // A mark on the criterion itself asks for the lowest option above 0 points.
    const above = criterion.options.map((option) => option.points).filter((points) => points > 0)
    gates.push({ star: criterion.minStar, criterion: criterion.code, needed: Math.min(...above) })
  }
  for (const option of criterion.options)
    if (option.minStar !== undefined) gates.push({ star: option.minStar, criterion: criterion.code, needed: option.points })
  return gates
}

/** Every criterion in printed order. */
export function criteriaOf(form: Form): readonly PlacedCriterion[] {
  return indexOf(form).criteria
}

/** The criterion with this code, or undefined. */
export function findCriterion(form: Form, code: CriterionCode): PlacedCriterion | undefined {
  return indexOf(form).byCode.get(code)
}

/** The criterion with this code; throws RangeError when the form has none. */
export function criterionOf(form: Form, code: CriterionCode): PlacedCriterion {
  const placed = findCriterion(form, code)
  if (!placed) throw new RangeError(`set ${form.set} has no criterion ${code}`)
  return placed
}

/** The criterion that asks about `topic`, or undefined. Codes shift between sets, topics do not. */
export function criterionAbout(form: Form, topic: Topic): PlacedCriterion | undefined {
  return criteriaOf(form).find(({ criterion }) => criterion.topic === topic)
}

/** Every star minimum of the form, by star, then printed order. */
export function gatesOf(form: Form): readonly Gate[] {
  return indexOf(form).gates
}

/** Case numbers the form knows, ascending; empty when it has no cases. */
export function casesOf(form: Form): number[] {
  const numbers = new Set<number>()
  for (const { criterion } of criteriaOf(form)) for (const entry of criterion.cases ?? []) numbers.add(entry.case)
  return [...numbers].sort((a, b) => a - b)
}

/** The case that applies to one criterion, or undefined when it has no cases or none is chosen. */
export function caseFor(criterion: Criterion, choice: CaseChoice | undefined): number | undefined {
  if (!criterion.cases || choice === undefined) return undefined
  if (typeof choice === 'number') return choice
  return Object.hasOwn(choice, criterion.code) ? choice[criterion.code] : undefined
}

/** Options a person may choose: all, or those of the chosen case. With cases and no choice yet, all of them. */
export function offeredOptions(criterion: Criterion, choice?: CaseChoice): NumberedOption[] {
  const applies = caseFor(criterion, choice)
  return criterion.options
    .map((option, position) => ({ number: position + 1, option }))
    .filter(({ option }) => applies === undefined || option.case === undefined || option.case === applies)
}

/** True when `number` is 0 or the number of a printed option. */
export function isOptionNumber(criterion: Criterion, number: unknown): number is number {
  return Number.isInteger(number) && (number as number) >= 0 && (number as number) <= criterion.options.length
}

/** Points of an answer; 0 for "none reached" and for no answer. Throws RangeError for an option that does not exist. */
export function pointsOf(criterion: Criterion, number: number | undefined): number {
  if (number === undefined || number === 0) return 0
  const option = Number.isInteger(number) ? criterion.options[number - 1] : undefined
  if (!option) throw new RangeError(`criterion ${criterion.code} has no option ${number}`)
  return option.points
}

/** Points an answer sheet gives one criterion (own keys only, so that a code like "constructor" is never read). */
export function answeredPoints(criterion: Criterion, answers: Answers): number {
  return pointsOf(criterion, Object.hasOwn(answers, criterion.code) ? answers[criterion.code] : undefined)
}

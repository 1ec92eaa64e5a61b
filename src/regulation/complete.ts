import { answerFaults, type AnswerFault } from './answers.ts'
import { answeredPoints, caseFor, criteriaOf, findCriterion, type Answers, type CaseChoice } from './form.ts'
import type { Criterion, CriterionCode, Form } from './form.schema.ts'

/** What keeps a sheet from being finalised. All lists in printed order; all empty = it may be finalised. */
export type Completeness = {
  readonly complete: boolean
  /** Offered criteria without an answer. 0 is an answer, given by hand; absent is none. */
  readonly unanswered: readonly CriterionCode[]
  /** Criteria answered above 0 points though the criterion they depend on is not reached. */
  readonly notApplicable: readonly { readonly criterion: CriterionCode; readonly dependsOn: CriterionCode }[]
  /** Criteria with cases for which no (existing) case is chosen. */
  readonly caseMissing: readonly CriterionCode[]
  /** Unknown codes, options that do not exist, options of the other case. */
  readonly faults: readonly AnswerFault[]
  readonly answered: number
  readonly offered: number
}

/**
 * False when the criterion only counts with another one above so many points, and that one is answered and does not reach it
 * (5.2, a story's structure, where there is no story). Unanswered, 0 and not applicable stay three things.
 */
export function isApplicable(form: Form, criterion: Criterion, answers: Answers): boolean {
  const { onlyIf } = criterion
  if (!onlyIf || !Object.hasOwn(answers, onlyIf.criterion)) return true
  const other = findCriterion(form, onlyIf.criterion)
  return other === undefined || answeredPoints(other.criterion, answers) > onlyIf.above
}

/**
 * Whether a member's sheet (or a self-assessment to be filed) is complete: every offered criterion answered by hand, 0 included, options of
 * the chosen case only, and nothing above 0 points on a criterion that does not apply.
 * Interpretation: a criterion that does not apply needs no answer, and may carry 0 or an option of 0 points; `score` does not look at this.
 */
export function completeness(form: Form, answers: Answers, choice?: CaseChoice): Completeness {
  const faults = answerFaults(form, answers, choice)
  const faulty = new Set(faults.map((fault) => fault.criterion))
  const unanswered: CriterionCode[] = []
  const caseMissing: CriterionCode[] = []
  const notApplicable: { criterion: CriterionCode; dependsOn: CriterionCode }[] = []
  let offered = 0
  for (const { criterion } of criteriaOf(form)) {
    const applies = caseFor(criterion, choice)
    if (criterion.cases && !criterion.cases.some((entry) => entry.case === applies)) caseMissing.push(criterion.code)
    const depends = criterion.onlyIf?.criterion
    const dependencyReadable = depends === undefined || !faulty.has(depends)
    const applicable = !dependencyReadable || isApplicable(form, criterion, answers)
    if (applicable) offered += 1
    const answered = Object.hasOwn(answers, criterion.code)
    if (applicable && !answered) unanswered.push(criterion.code)
    if (!applicable && depends && answered && !faulty.has(criterion.code) && answeredPoints(criterion, answers) > 0) {
      notApplicable.push({ criterion: criterion.code, dependsOn: depends })
    }
  }
  const complete = [unanswered, caseMissing, notApplicable, faults].every((list) => list.length === 0)
  return { complete, unanswered, notApplicable, caseMissing, faults, answered: offered - unanswered.length, offered }
}

import { caseFor, findCriterion, isOptionNumber, type CaseChoice } from './form.ts'
import type { CriterionCode, Form } from './form.schema.ts'
import { regulationMessages, type Message } from './regulation.messages.ts'

/** One answer that cannot be read against the form. `values` fill the message's marks. */
export type AnswerFault = {
  readonly criterion: CriterionCode
  readonly rule: 'unknownCriterion' | 'notWholeNumber' | 'noSuchOption' | 'otherCase'
  readonly message: Message
  readonly values: Readonly<Record<string, string>>
}

/** A value from outside as it may be printed: JSON, at most 60 characters. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'undefined' : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

function faultOf(form: Form, code: string, value: unknown, choice: CaseChoice | undefined): AnswerFault | undefined {
  const placed = findCriterion(form, code)
  const values = { criterion: code, set: String(form.set), value: shown(value) }
  if (!placed) return { criterion: code, rule: 'unknownCriterion', message: regulationMessages.unknownCriterion, values }
  const { criterion } = placed
  if (!Number.isInteger(value)) return { criterion: code, rule: 'notWholeNumber', message: regulationMessages.notWholeNumber, values }
  if (!isOptionNumber(criterion, value)) {
    const last = String(criterion.options.length)
    return { criterion: code, rule: 'noSuchOption', message: regulationMessages.noSuchOption, values: { ...values, last } }
  }
  const applies = caseFor(criterion, choice)
  const ownCase = value === 0 ? undefined : criterion.options[value - 1]?.case
  if (applies !== undefined && ownCase !== undefined && ownCase !== applies) {
    const wanted = String(applies)
    return { criterion: code, rule: 'otherCase', message: regulationMessages.otherCase, values: { ...values, wanted } }
  }
  return undefined
}

/**
 * Everything wrong with answers that came from outside, in the order given; empty = they can be scored.
 * An unanswered criterion is no fault here: see `completeness` for finalising.
 */
export function answerFaults(form: Form, answers: Readonly<Record<string, unknown>>, choice?: CaseChoice): AnswerFault[] {
  const faults: AnswerFault[] = []
  for (const [code, value] of Object.entries(answers)) {
    const fault = faultOf(form, code, value, choice)
    if (fault) faults.push(fault)
  }
  return faults
}

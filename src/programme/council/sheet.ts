// A member's sheet: what was posted, what may change, what is missing. Pure: no database, no clock.
import { answerFaults } from '#/regulation/answers.ts'
import { completeness } from '#/regulation/complete.ts'
import { criteriaOf, type Answers, type CaseChoice } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { say } from '#/regulation/regulation.messages.ts'
import { scoreSheet, type StarThreshold } from '#/regulation/score.ts'

type Words = { vi: string; en: string }
export type SheetAnswer = { option: number | null; comment: string; reason: string }
export type SheetAnswers = Readonly<Record<string, SheetAnswer>>

/** Names of the fields of the form: `c.<code>` option number, `n.<code>` comment, `r.<code>` reason of a change. */
export const fieldOf = {
  option: (code: string) => `c.${code}`,
  comment: (code: string) => `n.${code}`,
  reason: (code: string) => `r.${code}`,
}

const LONGEST = 2000

/**
 * Reads posted fields against the form. Only fields that were sent change anything; an option that does not exist, belongs to the other
 * case, or a criterion the form does not know is a fault on its field. A total in the request is not even looked at.
 */
export function readPosted(
  form: Form,
  cases: CaseChoice | undefined,
  stored: SheetAnswers,
  posted: Readonly<Record<string, string>>,
  clean: (raw: string) => { text: string; tooLongBy: number },
): { changed: Record<string, SheetAnswer>; faults: Record<string, Words> } {
  const changed: Record<string, SheetAnswer> = {}
  const faults: Record<string, Words> = {}
  const at = (code: string): SheetAnswer =>
    changed[code] ?? (Object.hasOwn(stored, code) ? stored[code] : undefined) ?? { option: null, comment: '', reason: '' }
  const known = new Set(criteriaOf(form).map(({ criterion }) => criterion.code))
  for (const [name, raw] of Object.entries(posted)) {
    const match = /^([cnr])\.(.+)$/.exec(name)
    const code = match?.[2]
    if (!match || code === undefined) continue
    if (!known.has(code)) {
      faults[name] = { vi: `Phiếu không có tiêu chí ${code}.`, en: `The form has no criterion ${code}.` }
      continue
    }
    if (match[1] === 'c') {
      const option = /^\d{1,3}$/.test(raw) ? Number(raw) : Number.NaN
      const fault = answerFaults(form, { [code]: option }, cases)[0]
      if (fault) faults[name] = { vi: say(fault.message.vi, fault.values), en: say(fault.message.en, fault.values) }
      else changed[code] = { ...at(code), option }
      continue
    }
    const { text, tooLongBy } = clean(raw)
    if (tooLongBy > 0)
      faults[name] = {
        vi: `Dài hơn cho phép ${tooLongBy} ký tự (tối đa ${LONGEST}).`,
        en: `${tooLongBy} characters too long (${LONGEST} at most).`,
      }
    else changed[code] = { ...at(code), [match[1] === 'n' ? 'comment' : 'reason']: text }
  }
  // What comes back unchanged is no change: the version then only counts real edits.
  for (const [code, answer] of Object.entries(changed)) {
    const before = Object.hasOwn(stored, code) ? stored[code] : undefined
    const empty = answer.option === null && answer.comment === '' && answer.reason === ''
    if (before ? before.option === answer.option && before.comment === answer.comment && before.reason === answer.reason : empty)
      delete changed[code]
  }
  return { changed, faults }
}

/** Option numbers only; commented but unanswered criteria have none. */
export function optionsOf(answers: SheetAnswers): Answers {
  return Object.fromEntries(Object.entries(answers).flatMap(([code, answer]) => (answer.option === null ? [] : [[code, answer.option]])))
}

/** Criteria changed in a second pass that the reconciliation did not reopen for this member. In the order posted. */
export function outOfScope(first: SheetAnswers, next: SheetAnswers, scope: readonly string[]): string[] {
  return Object.entries(next).flatMap(([code, answer]) => {
    const before = Object.hasOwn(first, code) ? first[code]?.option : null
    return answer.option !== (before ?? null) && !scope.includes(code) ? [code] : []
  })
}

/** Reopened criteria whose option was changed without saying why. */
export function withoutReason(first: SheetAnswers, next: SheetAnswers): string[] {
  return Object.entries(next).flatMap(([code, answer]) => {
    const before = Object.hasOwn(first, code) ? first[code]?.option : null
    return answer.option !== (before ?? null) && answer.reason === '' ? [code] : []
  })
}

/** What keeps the sheet from being finalised, by field; empty = it may be. 0 counts as an answer, nothing as none. */
export function finalFaults(form: Form, cases: CaseChoice | undefined, answers: SheetAnswers): Record<string, Words> {
  const state = completeness(form, optionsOf(answers), cases)
  const faults: Record<string, Words> = {}
  for (const { criterion } of criteriaOf(form)) {
    const { code } = criterion
    const depends = state.notApplicable.find((entry) => entry.criterion === code)
    if (state.unanswered.includes(code)) faults[fieldOf.option(code)] = { vi: `${code}: chưa chấm.`, en: `${code}: not answered.` }
    else if (depends)
      faults[fieldOf.option(code)] = {
        vi: `${code}: chỉ được có điểm khi tiêu chí ${depends.dependsOn} đạt.`,
        en: `${code}: counts only where criterion ${depends.dependsOn} is reached.`,
      }
    else if (state.caseMissing.includes(code))
      faults[fieldOf.option(code)] = { vi: `${code}: hồ sơ chưa xác định trường hợp áp dụng.`, en: `${code}: the dossier names no case.` }
  }
  for (const fault of state.faults)
    faults[fieldOf.option(fault.criterion)] = { vi: say(fault.message.vi, fault.values), en: say(fault.message.en, fault.values) }
  return faults
}

export type SheetSums = {
  total: number
  parts: Record<string, number>
  answered: number
  offered: number
  pointsStar: number
  star: number
}

/** Points so far and progress of one sheet. Unanswered counts 0 here and is told apart by `answered` of `offered`. */
export function sumsOf(form: Form, thresholds: readonly StarThreshold[], cases: CaseChoice | undefined, answers: SheetAnswers): SheetSums {
  const options = optionsOf(answers)
  const score = scoreSheet(form, thresholds, options)
  const { answered, offered } = completeness(form, options, cases)
  return { total: score.total, parts: { ...score.parts }, answered, offered, pointsStar: score.pointsStar, star: score.star }
}

// The counted sheets as a result freezes them: answers, first scores, changes, means per criterion and part. Pure.
import { answeredPoints, criteriaOf, criterionOf, type Answers } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { formatHalfUp, fractionText, meanOf } from '#/regulation/fraction.ts'
import type { StoredSheet } from './council.store.ts'
import { type BasisChange, type BasisCriterion, type BasisPart, type BasisSheet } from './result.ts'
import { optionsOf } from './sheet.ts'

function firstOf(sheets: readonly StoredSheet[], sheet: StoredSheet): StoredSheet | null {
  if (sheet.pass === 1) return null
  return sheets.find((entry) => entry.memberId === sheet.memberId && entry.pass === 1 && entry.state === 'final') ?? null
}

function answerOf(form: Form, answers: Answers, code: string) {
  const { criterion } = criterionOf(form, code)
  const option = answers[code] ?? 0
  const text = option === 0 ? 'Không đạt mức nào' : (criterion.options[option - 1]?.text ?? '')
  return { option, optionText: text, points: answeredPoints(criterion, answers) }
}

function totalFrom(form: Form, answers: Answers): number {
  return criteriaOf(form).reduce((sum, { criterion }) => sum + answeredPoints(criterion, answers), 0)
}

/** Why a criterion was changed, from the newest pass that says so: a later pass that left it alone carries no reason. */
function reasonOf(all: readonly StoredSheet[], sheet: StoredSheet, code: string): string {
  return (
    all
      .filter((entry) => entry.memberId === sheet.memberId && entry.state === 'final' && entry.pass > 1 && entry.pass <= sheet.pass)
      .toSorted((a, b) => b.pass - a.pass)
      .map((entry) => entry.answers[code]?.reason ?? '')
      .find((reason) => reason !== '') ?? ''
  )
}

export function sheetOf(form: Form, sheet: StoredSheet, all: readonly StoredSheet[], name: string): BasisSheet {
  const answers = optionsOf(sheet.answers)
  const first = firstOf(all, sheet)
  const before = first ? optionsOf(first.answers) : null
  const answered = criteriaOf(form).filter(({ criterion }) => Object.hasOwn(answers, criterion.code))
  return {
    memberId: sheet.memberId,
    name,
    pass: sheet.pass,
    afterDiscussion: sheet.pass > 1,
    finalisedAt: (sheet.finalisedAt ?? sheet.updatedAt).toISOString(),
    total: totalFrom(form, answers),
    comment: sheet.comment,
    answers: answered.map(({ criterion: { code } }) => ({
      criterion: code,
      ...answerOf(form, answers, code),
      comment: sheet.answers[code]?.comment ?? '',
    })),
    first: first && before ? { total: totalFrom(form, before), finalisedAt: (first.finalisedAt ?? first.updatedAt).toISOString() } : null,
    changes: before
      ? criteriaOf(form).flatMap(({ criterion: { code } }): BasisChange[] =>
          (before[code] ?? null) === (answers[code] ?? null)
            ? []
            : [
                {
                  criterion: code,
                  first: answerOf(form, before, code),
                  second: answerOf(form, answers, code),
                  reason: reasonOf(all, sheet, code),
                },
              ],
        )
      : [],
  }
}

export function criteriaMeans(form: Form, counted: readonly StoredSheet[], all: readonly StoredSheet[]): BasisCriterion[] {
  return criteriaOf(form).map(({ part, criterion }) => {
    const points = counted.map((sheet) => {
      const first = firstOf(all, sheet)
      const now = answeredPoints(criterion, optionsOf(sheet.answers))
      const before = first ? answeredPoints(criterion, optionsOf(first.answers)) : null
      return { memberId: sheet.memberId, points: now, first: before === now ? null : before }
    })
    const mean = meanOf(points.map((entry) => entry.points))
    return {
      criterion: criterion.code,
      title: criterion.title,
      part: part.code,
      max: criterion.max,
      points,
      meanExact: fractionText(mean),
      meanPrinted: formatHalfUp(mean),
    }
  })
}

export function partMeans(form: Form, sheets: readonly BasisSheet[]): BasisPart[] {
  return form.parts.map((part) => {
    const codes = new Set(part.groups.flatMap((group) => group.criteria.map((criterion) => criterion.code)))
    const points = sheets.map((sheet) => ({
      memberId: sheet.memberId,
      points: sheet.answers.reduce((sum, answer) => sum + (codes.has(answer.criterion) ? answer.points : 0), 0),
    }))
    const mean = meanOf(points.map((entry) => entry.points))
    return { code: part.code, title: part.title, max: part.max, points, meanExact: fractionText(mean), meanPrinted: formatHalfUp(mean) }
  })
}

/** Names on the other side: who does not meet a gate the council meets, or meets one it does not. */
export function dissentOf(form: Form, gate: { criterion: string; needed: number; met: boolean }, sheets: readonly BasisSheet[]): string[] {
  return sheets.flatMap((sheet) => {
    const points = sheet.answers.find((answer) => answer.criterion === gate.criterion)?.points ?? 0
    return points >= gate.needed === gate.met ? [] : [sheet.name]
  })
}

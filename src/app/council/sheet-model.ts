// The score sheet as the page draws it: groups of criteria with their boxes, which one is in hand, sums by group. Pure.
import { isApplicable } from '#/regulation/complete.ts'
import { gatesOf, offeredOptions, type CaseChoice } from '#/regulation/form.ts'
import type { Criterion, Form } from '#/regulation/form.schema.ts'
import { optionsOf, type SheetAnswers } from '#/programme/council/sheet.ts'

export type LevelView = { value: string; points: number; text: string | null; gateFor: number[]; self: boolean }
export type CriterionView = {
  code: string
  title: string
  max: number
  levels: LevelView[]
  chosen: string | undefined
  comment: string
  reason: string
  flagged: boolean
  applicable: boolean
  /** False in a second pass for criteria the reconciliation did not reopen. */
  open: boolean
  earlier: string | null
  /** Asked only while that other criterion has more points than this. */
  onlyIf: { criterion: string; above: number } | null
}
export type GroupView = {
  key: string
  /** Code of the form's part: "A". */
  part: string
  title: string
  criteria: CriterionView[]
  answered: number
  offered: number
  points: number
  max: number
}

export type ModelInput = {
  form: Form
  cases: CaseChoice | undefined
  answers: SheetAnswers
  /** The producer's own marks: option number by code. */
  own: Readonly<Record<string, number>>
  flagged: ReadonlySet<string>
  /** First-pass answers when this is a second pass; its scope. */
  first: SheetAnswers | null
  scope: readonly string[]
}

/**
 * The levels of a criterion, lowest points first. "0" (none reached) is offered unless a printed option already has 0 points: two boxes
 * with the same meaning would only be a trap.
 */
export function levelsOf(
  criterion: Criterion,
  form: Form,
  cases: CaseChoice | undefined,
  own: number | undefined,
  stored: number | null | undefined,
): LevelView[] {
  const offered = offeredOptions(criterion, cases)
  const gates = gatesOf(form).filter((gate) => gate.criterion === criterion.code)
  const printed = offered.map(({ number, option }) => ({
    value: String(number),
    points: option.points,
    text: option.text,
    gateFor: option.points > 0 ? gates.filter((gate) => gate.needed === option.points).map((gate) => gate.star) : [],
    self: own === number,
  }))
  const zero = printed.find((level) => level.points === 0)
  if (zero) {
    // "None reached" kept by another way in (API) is shown, and sent back, as it was stored.
    if (stored === 0) zero.value = '0'
    if (own === 0) zero.self = true
    return printed
  }
  return [{ value: '0', points: 0, text: null, gateFor: [], self: own === 0 }, ...printed]
}

export function groupsOf(input: ModelInput): GroupView[] {
  const { form, cases, answers, own, flagged, first, scope } = input
  const options = optionsOf(answers)
  return form.parts.flatMap((part) =>
    part.groups.map((group) => {
      const criteria = group.criteria.map((criterion): CriterionView => {
        const answer = Object.hasOwn(answers, criterion.code) ? answers[criterion.code] : undefined
        const before = first && Object.hasOwn(first, criterion.code) ? first[criterion.code]?.option : undefined
        const levels = levelsOf(
          criterion,
          form,
          cases,
          Object.hasOwn(own, criterion.code) ? own[criterion.code] : undefined,
          answer?.option,
        )
        return {
          code: criterion.code,
          title: criterion.title,
          max: criterion.max,
          levels,
          chosen: answer?.option === undefined || answer.option === null ? undefined : String(answer.option),
          comment: answer?.comment ?? '',
          reason: answer?.reason ?? '',
          flagged: flagged.has(criterion.code),
          applicable: isApplicable(form, criterion, options),
          open: first === null || scope.includes(criterion.code),
          earlier: before === undefined || before === null ? null : pointsText(levels, before),
          onlyIf: criterion.onlyIf ? { criterion: criterion.onlyIf.criterion, above: criterion.onlyIf.above } : null,
        }
      })
      const asked = criteria.filter((criterion) => criterion.applicable)
      return {
        key: `${part.code}${group.code}`,
        part: part.code,
        title: `${part.code}${group.code}. ${group.title}`,
        criteria,
        answered: asked.filter((criterion) => criterion.chosen !== undefined).length,
        offered: asked.length,
        points: criteria.reduce((sum, criterion) => sum + chosenPoints(criterion), 0),
        max: group.max,
      }
    }),
  )
}

export function chosenPoints(criterion: Pick<CriterionView, 'levels' | 'chosen'>): number {
  return criterion.levels.find((level) => level.value === criterion.chosen)?.points ?? 0
}

/** The criterion in hand: the one asked for; else a flagged open one; else the first without an answer; else the first. */
export function currentCriterion(groups: readonly GroupView[], asked: string | null): CriterionView | null {
  const all = groups.flatMap((group) => group.criteria)
  const open = all.filter((criterion) => criterion.open && criterion.applicable)
  const todo = open.filter((criterion) => criterion.chosen === undefined)
  return (
    all.find((criterion) => criterion.code === asked) ?? todo.find((criterion) => criterion.flagged) ?? todo[0] ?? open[0] ?? all[0] ?? null
  )
}

/** The criterion after `code` that still wants an answer, in printed order, or the next one. */
export function criterionAfter(groups: readonly GroupView[], code: string): string | null {
  const all = groups.flatMap((group) => group.criteria).filter((criterion) => criterion.open && criterion.applicable)
  const at = all.findIndex((criterion) => criterion.code === code)
  return all[at + 1]?.code ?? null
}

function pointsText(levels: readonly LevelView[], option: number): string | null {
  const level = levels.find((entry) => entry.value === String(option))
  return level ? String(level.points) : null
}

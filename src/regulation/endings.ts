import { answeredPoints, criteriaOf, criterionOf, type Answers } from './form.ts'
import type { CriterionCode, Form } from './form.schema.ts'

/**
 * A ground that ends the assessment whatever the points. `disqualifier` stands at the head of the form, the others at a criterion.
 * The text is the form's; logic reads `kind` and `id` only.
 */
export type Ending = {
  /** "disqualifier-1", "1.1-eliminated-1": stable within a form. */
  readonly id: string
  readonly kind: 'disqualifier' | 'eliminated' | 'notAssessable' | 'stop'
  readonly criterion?: CriterionCode
  /** Criteria where 0 points raise it by machine; absent: a person raises it with a reason. */
  readonly scope?: readonly CriterionCode[]
  readonly text: string
  readonly outcome: EndingOutcome
}

/**
 * What the dossier becomes. Interpretation: a stop ("the next steps are not assessed") has the effect of elimination; it keeps its own
 * name so that the record says where the assessment stopped.
 */
export type EndingOutcome = 'eliminated' | 'notAssessed' | 'stopped'

const outcomes: Readonly<Record<Ending['kind'], EndingOutcome>> = {
  disqualifier: 'eliminated',
  eliminated: 'eliminated',
  notAssessable: 'notAssessed',
  stop: 'stopped',
}

/** Every ending the form knows: disqualifiers first, then by criterion in printed order. */
export function endingsOf(form: Form): Ending[] {
  const heads = (form.disqualifiers ?? []).map((text, index): Ending => ({
    id: `disqualifier-${index + 1}`,
    kind: 'disqualifier',
    text,
    outcome: outcomes.disqualifier,
  }))
  const inside = criteriaOf(form).flatMap(({ criterion }) =>
    (criterion.eliminations ?? []).map(({ kind, text, scope }, index): Ending => ({
      id: `${criterion.code}-${kind}-${index + 1}`,
      kind,
      criterion: criterion.code,
      text,
      outcome: outcomes[kind],
      ...(scope ? { scope } : {}),
    })),
  )
  return [...heads, ...inside]
}

/**
 * Stops one sheet raises by itself: an ending with a scope, with the criteria of the scope that are answered with 0 points, by the printed
 * 0 option or by none (26/2026 set 16: 6.1–6.4). A criterion not answered yet raises nothing.
 */
export function machineStops(form: Form, answers: Answers): { readonly ending: Ending; readonly criteria: readonly CriterionCode[] }[] {
  return endingsOf(form).flatMap((ending) => {
    const zero = (ending.scope ?? []).filter(
      (code) => Object.hasOwn(answers, code) && answeredPoints(criterionOf(form, code).criterion, answers) === 0,
    )
    return zero.length > 0 ? [{ ending, criteria: zero }] : []
  })
}

/** Machine-raised stops over a council's sheets, with the members whose sheets raise each; the council confirms by vote. */
export function councilStops(
  form: Form,
  sheets: readonly { readonly member: string; readonly answers: Answers }[],
): { readonly ending: Ending; readonly raisedBy: readonly string[]; readonly sheets: number; readonly majority: boolean }[] {
  const raised = new Map<string, { ending: Ending; raisedBy: string[] }>()
  for (const sheet of sheets)
    for (const { ending } of machineStops(form, sheet.answers)) {
      const entry = raised.get(ending.id) ?? { ending, raisedBy: [] }
      entry.raisedBy.push(sheet.member)
      raised.set(ending.id, entry)
    }
  return [...raised.values()].map((entry) => ({ ...entry, sheets: sheets.length, majority: entry.raisedBy.length * 2 > sheets.length }))
}

// What a producer may change while a dossier is returned: exactly what was asked. Pure.
import { findCriterion } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'
import type { Regulation } from '#/regulation/regulation.schema.ts'

export type AskedTarget = { targetKind: string; target: string }
export type Part =
  | { kind: 'criterion'; code: string }
  | { kind: 'evidence'; code: string }
  | { kind: 'registration' }
  | { kind: 'report' }
  | { kind: 'changes' }
  | { kind: 'case' }

/**
 * Interpretation: "supplement" opens only what was named, so that the rest stays as filed. A named criterion opens its answer and papers;
 * a row of the evidence table opens the papers of the criteria it serves; mẫu 01 and mẫu 02 open their own texts (mẫu 02 also its answers);
 * a general remark opens everything.
 */
export function isAsked(part: Part, items: readonly AskedTarget[], form: Form, regulation: Regulation): boolean {
  return items.some((item) => {
    if (item.targetKind === 'general') return true
    if (item.targetKind === 'criterion') return (part.kind === 'criterion' || part.kind === 'evidence') && part.code === item.target
    if (item.target === 'registrationSlip') return part.kind === 'registration' || part.kind === 'case'
    if (item.target === 'changeReport' || item.target === 'renewalUpdate') return part.kind === 'changes'
    if (item.target === 'selfAssessment') return part.kind !== 'registration'
    if (part.kind !== 'evidence') return false
    const row = regulation.evidenceRows?.find((one) => item.target === one.id || item.target === `evidence:${one.id}`)
    if (item.target === 'evidencePapers') return true
    return row !== undefined && (findCriterion(form, part.code)?.criterion.evidenceRows?.includes(row.row) ?? false)
  })
}

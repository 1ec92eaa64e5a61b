// Endings of an assessment, whatever the points: disqualified, eliminated, not assessable, stopped. Pure.
import { endingsOf, type Ending } from '#/regulation/endings.ts'
import type { Form } from '#/regulation/form.schema.ts'
import type { EndingKind } from './result.ts'

const kinds: Record<Ending['kind'], EndingKind> = {
  disqualifier: 'disqualified',
  eliminated: 'eliminated',
  notAssessable: 'notAssessable',
  stop: 'stopped',
}

/** One ground the form knows: its stable id, the form's own words, and what it makes of the dossier. */
export type EndingGround = { ruleId: string; kind: EndingKind; criterion: string | null; text: string }

/** Every ground that may be raised on this form, in printed order. */
export function groundsOf(form: Form): EndingGround[] {
  return endingsOf(form).map(groundOf)
}

export function groundOf(ending: Ending): EndingGround {
  return { ruleId: ending.id, kind: kinds[ending.kind], criterion: ending.criterion ?? null, text: ending.text }
}

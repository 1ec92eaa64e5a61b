// A page with several small forms: each shows only the refusal of its own press, told apart by the `deed` it sent.
import { refusalIn } from '../commune/refusal.ts'
import type { FormRefusal } from '../ui/form.tsx'

export function refusalOf(answer: unknown, deed: string): FormRefusal | undefined {
  const refusal = refusalIn(answer)
  return refusal?.values['deed'] === deed ? refusal : undefined
}

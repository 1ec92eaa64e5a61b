// What an action gave back when it refused: a redirect and a plain answer have nothing for the form.
import type { FormRefusal } from '../ui/form.tsx'

export function refusalIn(answer: unknown): FormRefusal | undefined {
  return typeof answer === 'object' && answer !== null && 'refused' in answer ? (answer as unknown as FormRefusal) : undefined
}

import { textsOf } from '../producer/incoming.server.ts'

/** A call as its form sends it: one text per field, any number of bodies. */
export function callForm(form: FormData): Record<string, unknown> {
  return { ...textsOf(form), bodies: form.getAll('bodies') }
}

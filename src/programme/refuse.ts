// The two refusals of a policy. Which one is used decides whether the person learns that the thing exists.
import { AppError, notFound } from '#/platform/errors/app-error.ts'

/** Who may not know the thing exists gets "not found", same text as for a thing that does not exist. */
export function mustSee(allowed: boolean): asserts allowed {
  if (!allowed) throw notFound()
}

/** Who may see it but not do this gets the refusal. */
export function must(allowed: boolean): asserts allowed {
  if (!allowed) throw new AppError('forbidden')
}

/** Loads or answers "not found". */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw notFound()
  return thing
}

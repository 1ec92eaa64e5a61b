/** What a deed was refused for, read in tests; a fault that is no refusal is thrown on, so no test takes a crash for a refusal. */
import { AppError } from '#/platform/errors/app-error.ts'

/** The code of the refusal, `'done'` where nothing was refused. */
export const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => asRefusal(error).code,
  )

/** The fields a refusal names, in the order of their names; none where nothing was refused. */
export const fieldsOf = (work: Promise<unknown>): Promise<string[]> =>
  work.then(
    () => [],
    (error: unknown) => Object.keys(asRefusal(error).fields).toSorted(),
  )

function asRefusal(error: unknown): AppError {
  if (error instanceof AppError) return error
  throw error
}

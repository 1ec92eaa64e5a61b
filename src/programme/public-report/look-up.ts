import { AppError } from '#/platform/errors/app-error.ts'
import type { Db } from '#/platform/database/open.ts'
import { rateLimiter } from '#/platform/rate-limit/rate-limit.ts'
import { found } from '../refuse.ts'
import { reportByCode } from './public-report.store.ts'

/** Many of them from one address are guesses. */
const byAddress = rateLimiter('public report look-ups', { limit: 60, windowSeconds: 60 })

/** The report of a code, for whoever holds the code. Throws notFound, tooMany. */
export async function lookUpReport(db: Db, code: string, address: string) {
  const passed = await byAddress.take(address)
  if (!passed.allowed) throw new AppError('tooMany', { seconds: String(passed.retryAfterSeconds) })
  return found(await reportByCode(db, code))
}

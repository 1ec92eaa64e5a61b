import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Db } from '#/platform/database/open.ts'
import { rateLimiter } from '#/platform/rate-limit/rate-limit.ts'
import { found } from '../refuse.ts'
import { batchByCode } from './batch.store.ts'
import { certificateOn } from './batch.ts'

/** A whole market may stand behind one mobile address. */
const byAddress = rateLimiter('batch look-ups', { limit: 600, windowSeconds: 60 })

/**
 * What anyone reads of a batch: where it comes from, whether it was recalled, the certificate of its product today and on the day it was made.
 * Throws notFound, tooMany.
 */
export async function lookUpBatch(db: Db, code: string, by: { address: string; now: Date }) {
  const passed = await byAddress.take(by.address)
  if (!passed.allowed) throw new AppError('tooMany', { seconds: String(passed.retryAfterSeconds) })
  const today = plainDateOf(by.now)
  const { id: _id, certificates, ...batch } = found(await batchByCode(db, code))
  const shown = (day: string) => {
    const held = certificateOn(certificates, day)
    return held && { star: held.star, verifyCode: held.verifyCode }
  }
  return { ...batch, today, certificateToday: shown(today), certificateThen: shown(batch.producedOn) }
}

// Idempotency keys: the key is written in the verb's own transaction, so key and deed are kept or lost together. A concurrent twin waits at
// the primary key for the first to end, then finds its answer.
import { AppError } from '#/platform/errors/app-error.ts'
import { json } from '#/platform/database/json.ts'
import type { Ctx } from '#/programme/context.ts'

export type Answer = { status: number; body: unknown }

const KEY = /^[\x21-\x7e]{1,200}$/
const DAYS_KEPT = 7

export function readKey(header: string | undefined): string | null {
  if (header === undefined) return null
  if (!KEY.test(header)) throw new AppError('badRequest', { reason: 'Idempotency-Key' })
  return header
}

/**
 * Runs `work` once per account and key. The same key with the same request gives the stored answer; with another, `idempotencyReused`.
 * A refused request keeps nothing: it may be sent again under its key.
 */
export async function once(
  ctx: Ctx,
  key: string,
  requestHash: string,
  work: () => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  const { tx, now } = ctx
  const accountId = ctx.actor.accountId
  await tx
    .deleteFrom('idempotencyKey')
    .where('accountId', '=', accountId)
    .where('createdAt', '<', new Date(now.getTime() - DAYS_KEPT * 86_400_000))
    .execute()
  const taken = await tx
    .insertInto('idempotencyKey')
    .values({ accountId, key, requestHash, createdAt: now })
    .onConflict((conflict) => conflict.columns(['accountId', 'key']).doNothing())
    .executeTakeFirst()
  if ((taken.numInsertedOrUpdatedRows ?? 0n) === 0n) {
    const stored = await tx
      .selectFrom('idempotencyKey')
      .select(['requestHash', 'status', 'response'])
      .where('accountId', '=', accountId)
      .where('key', '=', key)
      .executeTakeFirst()
    if (stored?.requestHash !== requestHash || stored.status === null) throw new AppError('idempotencyReused')
    return { status: stored.status, body: stored.response ?? undefined, replayed: true }
  }
  const answer = await work()
  await tx
    .updateTable('idempotencyKey')
    .set({ status: answer.status, response: answer.body === undefined ? null : json(answer.body) })
    .where('accountId', '=', accountId)
    .where('key', '=', key)
    .execute()
  return { ...answer, replayed: false }
}

// Bearer tokens for the API: random, shown once, stored as a hash.
import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '#/platform/errors/app-error.ts'
import { isId, newId } from '#/platform/database/id.ts'
import type { Db } from '#/platform/database/open.ts'
import { normaliseText } from '#/platform/text/normalise.ts'
import { audit, type Ctx } from '../context.ts'
import { found } from '../refuse.ts'

const TOKEN = /^ocop_[A-Za-z0-9_-]{43}$/

/** Creates a token of the actor; the returned text is the only copy. */
export async function createToken(ctx: Ctx, input: { name: string; expiresAt?: Date | null }): Promise<{ id: string; token: string }> {
  const { text: name, tooLongBy } = normaliseText(input.name, { maxLength: 60 })
  if (name === '' || tooLongBy > 0)
    throw new AppError('invalid', {}, { name: { vi: 'Nhập tên gợi nhớ, tối đa 60 ký tự.', en: 'Enter a name, 60 characters at most.' } })
  const token = `ocop_${randomBytes(32).toString('base64url')}`
  const id = newId()
  await ctx.tx
    .insertInto('apiToken')
    .values({ id, accountId: ctx.actor.accountId, name, tokenHash: hashOf(token), createdAt: ctx.now, expiresAt: input.expiresAt ?? null })
    .execute()
  await audit(ctx, { verb: 'token.created', subjectKind: 'account', subjectId: ctx.actor.accountId, payload: { name } })
  return { id, token }
}

export async function revokeToken(ctx: Ctx, id: string): Promise<void> {
  if (!isId(id)) found(null)
  const done = await ctx.tx
    .updateTable('apiToken')
    .set({ revokedAt: ctx.now })
    .where('id', '=', id)
    .where('accountId', '=', ctx.actor.accountId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) found(null)
  await audit(ctx, { verb: 'token.revoked', subjectKind: 'account', subjectId: ctx.actor.accountId, payload: { id } })
}

export async function tokensOf(db: Db, accountId: string) {
  return await db
    .selectFrom('apiToken')
    .select(['id', 'name', 'createdAt', 'lastUsedAt', 'expiresAt'])
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .execute()
}

/** The account a token speaks for, or null. Writes the time of use at most once a minute. */
export async function accountOfToken(db: Db, token: string, now: Date): Promise<string | null> {
  if (!TOKEN.test(token)) return null
  const row = await db
    .selectFrom('apiToken')
    .select(['id', 'accountId', 'lastUsedAt'])
    .where('tokenHash', '=', hashOf(token))
    .where('revokedAt', 'is', null)
    .where((where) => where.or([where('expiresAt', 'is', null), where('expiresAt', '>', now)]))
    .executeTakeFirst()
  if (!row) return null
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > 60_000)
    await db.updateTable('apiToken').set({ lastUsedAt: now }).where('id', '=', row.id).execute()
  return row.accountId
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

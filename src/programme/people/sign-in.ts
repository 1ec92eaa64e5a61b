// Sign-in with limits by address and by name, and a ledger row for each attempt that succeeded or was cut off.
import { AppError } from '#/platform/errors/app-error.ts'
import { rateLimiter } from '#/platform/rate-limit/rate-limit.ts'
import { append } from '#/platform/audit/ledger.ts'
import type { Services } from '../context.ts'
import type { Auth } from './auth.ts'

const byAddress = rateLimiter('sign-in by address', { limit: 60, windowSeconds: 600 })
const byName = rateLimiter('sign-in by name', { limit: 10, windowSeconds: 600 })

/** Checks name and password; returns the account and the Set-Cookie headers of the new session. Throws signInFailed, tooMany. */
export async function signIn(
  services: Services,
  auth: Auth,
  input: { username: string; password: string; address: string; headers: Headers },
): Promise<{ accountId: string; cookies: string[] }> {
  const username = input.username.trim().toLowerCase().slice(0, 60)
  for (const [limiter, key] of [
    [byAddress, input.address],
    [byName, username],
  ] as const) {
    const passed = await limiter.take(key)
    if (!passed.allowed) throw new AppError('tooMany', { seconds: String(passed.retryAfterSeconds) })
  }
  const now = services.clock.now()
  const account = await services.database.db
    .selectFrom('authUser')
    .select(['id', 'name', 'provinceCode', 'blockedAt'])
    .where('username', '=', username)
    .executeTakeFirst()
  // A blocked or unknown account costs the same time and gives the same words as a wrong password.
  const response = await auth.api.signInUsername({ body: { username, password: input.password }, headers: input.headers, asResponse: true })
  if (!response.ok || !account || account.blockedAt) throw new AppError('signInFailed')
  await byName.forget(username)
  await services.database.db.transaction().execute((tx) =>
    append(tx, {
      provinceCode: account.provinceCode,
      at: now,
      accountId: account.id,
      actorName: account.name,
      verb: 'session.opened',
      subjectKind: 'account',
      subjectId: account.id,
      payload: {},
    }),
  )
  return { accountId: account.id, cookies: response.headers.getSetCookie() }
}

// Sign-in by better-auth: password by user name (phone number or account name); its tables are ours (auth_*).
import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins'
import type { Db } from '#/platform/database/open.ts'
import { newId } from '#/platform/database/id.ts'

export type Auth = ReturnType<typeof openAuth>

/** Seconds: how long a session lasts unused, and how old it grows before a page prolongs it. */
export const SESSION = { expiresIn: 60 * 60 * 12, updateAge: 60 * 60 } as const

export function openAuth(options: { db: Db; secret: string; baseUrl: string }) {
  return betterAuth({
    appName: 'OCOP',
    baseURL: options.baseUrl,
    basePath: '/api/auth',
    secret: options.secret,
    telemetry: { enabled: false },
    // A wrong password is an answer, not a fault: the ledger and the limits see it, the console need not.
    logger: { disabled: true },
    database: { db: options.db, type: 'postgres' },
    user: { modelName: 'authUser' },
    session: { modelName: 'authSession', ...SESSION },
    account: { modelName: 'authAccount' },
    verification: { modelName: 'authVerification' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    // Limits on sign-in are ours (by account and by address), one mechanism for pages and API.
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: () => newId() },
      cookiePrefix: 'ocop',
      useSecureCookies: options.baseUrl.startsWith('https://'),
    },
    plugins: [username({ minUsernameLength: 3, maxUsernameLength: 40, usernameValidator: (name) => /^[a-z0-9._-]+$/i.test(name) })],
  })
}

// Whose request this is, for limits.
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The caller's address. Behind our own proxy (TRUST_PROXY=1) it is the last one the proxy added; elsewhere that header could say anything. */
export function callerAddress(c: Context): string {
  const forwarded = process.env['TRUST_PROXY'] === '1' ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

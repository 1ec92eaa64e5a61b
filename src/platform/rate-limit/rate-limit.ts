/**
 * How often something may be tried: sign-in by address and by account, public look-ups by address. Counts live in this
 * process; behind several machines each counts for itself, so the true limit is the limit times the machines.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

export type RateLimit = { limit: number; windowSeconds: number }
export type RateAnswer = { allowed: true; remaining: number } | { allowed: false; retryAfterSeconds: number }

export type RateLimiter = {
  /** Counts one try under `key`. */
  take(key: string): Promise<RateAnswer>
  /** Forgets the tries of a key, e.g. after a sign-in that succeeded. */
  forget(key: string): Promise<void>
}

/** `limit` tries of one key in `windowSeconds`, counted from the first of them. `name` keeps limiters apart. */
export function rateLimiter(name: string, { limit, windowSeconds }: RateLimit): RateLimiter {
  const limiter = new RateLimiterMemory({ keyPrefix: name, points: limit, duration: windowSeconds })
  return {
    async take(key) {
      try {
        return { allowed: true, remaining: (await limiter.consume(key)).remainingPoints }
      } catch (refused) {
        if (refused instanceof RateLimiterRes)
          return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) }
        throw refused
      }
    },
    async forget(key) {
      await limiter.delete(key)
    },
  }
}

import { expect, test } from 'vitest'

import { rateLimiter } from './rate-limit.ts'

test('the sixth wrong password within a minute waits; another account does not', async () => {
  const signIn = rateLimiter('sign-in', { limit: 5, windowSeconds: 60 })
  const answers = []
  for (let n = 0; n < 5; n += 1) answers.push(await signIn.take('an'))
  expect(answers.at(-1)).toEqual({ allowed: true, remaining: 0 })
  const sixth = await signIn.take('an')
  expect(sixth.allowed).toBe(false)
  expect(!sixth.allowed && sixth.retryAfterSeconds).toSatisfy((seconds: number) => seconds > 50 && seconds <= 60)
  expect(await signIn.take('binh')).toEqual({ allowed: true, remaining: 4 })
  await signIn.forget('an')
  expect(await signIn.take('an')).toEqual({ allowed: true, remaining: 4 })
})

test('two limiters do not count for each other, and a window passes', async () => {
  const verify = rateLimiter('verify', { limit: 1, windowSeconds: 1 })
  const search = rateLimiter('search', { limit: 1, windowSeconds: 1 })
  expect((await verify.take('10.0.0.1')).allowed).toBe(true)
  expect((await search.take('10.0.0.1')).allowed).toBe(true)
  expect(await verify.take('10.0.0.1')).toEqual({ allowed: false, retryAfterSeconds: 1 })
  await new Promise((resolve) => setTimeout(resolve, 1100))
  expect((await verify.take('10.0.0.1')).allowed).toBe(true)
})

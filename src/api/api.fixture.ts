// The API on a bare Hono for tests: same door, same errors, no pages.
import { Hono } from 'hono'
import { actorOf, type Person, type World } from '#/testing/world.ts'
import type { TestServices } from '#/testing/services.ts'
import { act } from '#/programme/context.ts'
import { createToken } from '#/programme/people/token.actions.ts'
import type { MountOptions } from './mount.ts'
import { apiRoutes } from './routes.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- what a test reads of an answer is judged by the test
export type Reply = { status: number; body: any; headers: Headers }
export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>

/** `as(person)` calls with that person's token; `as(null)` without one. */
export function testApi(services: TestServices, options: MountOptions = {}) {
  const app = new Hono()
  app.route('/api', apiRoutes(services, services.auth, options))
  const send = async (path: string, init: RequestInit): Promise<Reply> => {
    const response = await app.request(path.startsWith('/api/') ? path : `/api/v1${path}`, init)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers }
  }
  const asToken =
    (token: string | null): Ask =>
    (method, path, body, headers = {}) => {
      const form = body instanceof FormData
      const raw = typeof body === 'string' || body instanceof Uint8Array
      return send(path, {
        method,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: form || raw ? (body as BodyInit) : JSON.stringify(body) }),
      })
    }
  const as = async (world: World, person: Person): Promise<Ask> => {
    const { token } = await act(services, await actorOf(world, person), (ctx) => createToken(ctx, { name: 'test' }))
    return asToken(token)
  }
  return { app, as, anyone: asToken(null), asToken }
}

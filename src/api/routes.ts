// The API under /api/v1: the same verbs and policies as the pages.
import { Hono } from 'hono'
import type { Services } from '#/programme/context.ts'
import type { Auth } from '#/programme/people/auth.ts'

export function apiRoutes(_services: Services, _auth: Auth): Hono {
  return new Hono()
}

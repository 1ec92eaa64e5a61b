// The API under /api/v1: the same verbs and policies as the pages.
import { cors } from 'hono/cors'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Services } from '#/programme/context.ts'
import type { Auth } from '#/programme/people/auth.ts'
import { accountEndpoints } from './account.api.ts'
import { adminEndpoints } from './admin.api.ts'
import { certificateEndpoints } from './certificate.api.ts'
import { closingEndpoints } from './closing.api.ts'
import { communeEndpoints } from './commune.api.ts'
import { councilEndpoints } from './council.api.ts'
import { decisionEndpoints } from './decision.api.ts'
import { dossierEndpoints } from './dossier.api.ts'
import type { Endpoint } from './endpoint.ts'
import { mount, type MountOptions } from './mount.ts'
import { openApiDocument } from './openapi.ts'
import { producerEndpoints } from './producer.api.ts'
import { publicEndpoints } from './public.api.ts'
import { roundEndpoints } from './round.api.ts'
import { sheetEndpoints } from './sheet.api.ts'
import { uploadEndpoints } from './upload.api.ts'

export function endpointsOf(services: Services, auth: Auth): Endpoint[] {
  return [
    ...publicEndpoints,
    ...accountEndpoints(services, auth),
    ...uploadEndpoints,
    ...producerEndpoints,
    ...dossierEndpoints,
    ...communeEndpoints,
    ...roundEndpoints,
    ...councilEndpoints,
    ...sheetEndpoints,
    // Before /results/{resultId}: /results/waiting is an address of its own.
    ...decisionEndpoints,
    ...closingEndpoints,
    ...certificateEndpoints,
    ...adminEndpoints,
  ]
}

export function apiRoutes(services: Services, auth: Auth, options: MountOptions = {}): OpenAPIHono {
  const endpoints = endpointsOf(services, auth)
  const app = new OpenAPIHono()
  let document: object | null = null
  app.get('/openapi.json', (c) => {
    document ??= openApiDocument(endpoints, services.config)
    return c.json(document, 200, { 'Cache-Control': 'public, max-age=300' })
  })
  // Other sites may ask whether a certificate holds; nothing else is shared across origins.
  app.use('/certificates/:code', cors({ origin: '*', allowMethods: ['GET'], maxAge: 86_400 }))
  app.route('/', mount(services, endpoints, options))
  return app
}

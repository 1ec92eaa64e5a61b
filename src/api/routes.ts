// The API under /api/v1: the same verbs and policies as the pages.
import { cors } from 'hono/cors'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Services } from '#/programme/context.ts'
import type { Auth } from '#/programme/people/auth.ts'
import { accountEndpoints } from './account.api.ts'
import { afterEndpoints } from './after.api.ts'
import { adminEndpoints } from './admin.api.ts'
import { batchEndpoints } from './batch.api.ts'
import { certificateEndpoints } from './certificate.api.ts'
import { closingEndpoints } from './closing.api.ts'
import { communeEndpoints } from './commune.api.ts'
import { councilEndpoints } from './council.api.ts'
import { councilWorkEndpoints } from './council-work.api.ts'
import { decisionEndpoints } from './decision.api.ts'
import { importEndpoints } from './import.api.ts'
import { indicatorEndpoints } from './indicator.api.ts'
import { levelEndpoints } from './level.api.ts'
import { docsRoutes, type Document } from './docs.page.ts'
import { dossierEndpoints } from './dossier.api.ts'
import type { Endpoint } from './endpoint.ts'
import { ideaEndpoints } from './idea.api.ts'
import { ideaPlanEndpoints } from './idea-plan.api.ts'
import { ministryEndpoints } from './ministry.api.ts'
import { inspectionEndpoints } from './inspection.api.ts'
import { moneyEndpoints } from './money.api.ts'
import { mount, type MountOptions } from './mount.ts'
import { openApiDocument } from './openapi.ts'
import { promotionEndpoints } from './promotion.api.ts'
import { producerEndpoints } from './producer.api.ts'
import { producerYearEndpoints } from './producer-year.api.ts'
import { programmePlanDraftEndpoints } from './programme-plan-draft.api.ts'
import { programmePlanEndpoints } from './programme-plan.api.ts'
import { publicEndpoints } from './public.api.ts'
import { publicReportEndpoints } from './public-report.api.ts'
import { registerEndpoints } from './register.api.ts'
import { regulationEndpoints } from './regulation.api.ts'
import { reportCallEndpoints } from './report-call.api.ts'
import { reportEndpoints } from './report.api.ts'
import { rewardEndpoints } from './reward.api.ts'
import { roundEndpoints } from './round.api.ts'
import { salesPointEndpoints } from './sales-point.api.ts'
import { settingEndpoints } from './settings.api.ts'
import { sheetEndpoints } from './sheet.api.ts'
import { supportEndpoints } from './support.api.ts'
import { trainingEndpoints } from './training.api.ts'
import { uploadEndpoints } from './upload.api.ts'

export function endpointsOf(services: Services, auth: Auth): Endpoint[] {
  return [
    ...publicEndpoints,
    ...publicReportEndpoints,
    ...batchEndpoints,
    ...accountEndpoints(services, auth),
    ...uploadEndpoints,
    ...producerEndpoints,
    ...dossierEndpoints,
    ...ideaEndpoints,
    ...ideaPlanEndpoints,
    ...moneyEndpoints,
    ...inspectionEndpoints,
    ...supportEndpoints,
    ...rewardEndpoints,
    ...programmePlanEndpoints,
    ...indicatorEndpoints,
    ...programmePlanDraftEndpoints,
    ...communeEndpoints,
    ...roundEndpoints,
    ...councilEndpoints,
    ...councilWorkEndpoints,
    ...sheetEndpoints,
    // Before /results/{resultId}: /results/waiting is an address of its own.
    ...decisionEndpoints,
    ...levelEndpoints,
    ...afterEndpoints,
    ...ministryEndpoints,
    ...closingEndpoints,
    ...certificateEndpoints,
    ...adminEndpoints,
    ...settingEndpoints,
    ...reportCallEndpoints,
    ...reportEndpoints,
    ...regulationEndpoints,
    ...importEndpoints,
    ...registerEndpoints,
    ...producerYearEndpoints,
    ...trainingEndpoints,
    ...promotionEndpoints,
    ...salesPointEndpoints,
  ]
}

export type ApiOptions = MountOptions & {
  /** Where the pages were built: the style sheet of /api/docs comes from there. */
  buildDir?: string | undefined
}

/** Everything under /api: `/v1/…` and the readable page `/docs`. */
export function apiRoutes(services: Services, auth: Auth, options: ApiOptions = {}): OpenAPIHono {
  const endpoints = endpointsOf(services, auth)
  let made: Document | null = null
  const document = () => (made ??= openApiDocument(endpoints, services.config) as Document)
  const app = new OpenAPIHono()
  app.route('/docs', docsRoutes(services, document, options))
  app.get('/v1/openapi.json', (c) => c.json(document(), 200, { 'Cache-Control': 'public, max-age=300' }))
  // Other sites may ask whether a certificate holds; nothing else is shared across origins.
  app.use('/v1/certificates/:code', cors({ origin: '*', allowMethods: ['GET'], maxAge: 86_400 }))
  app.route('/v1', mount(services, endpoints, options))
  return app
}

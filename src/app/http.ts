// The HTTP front: limits, headers, health, API, files, public verification; every other address is a page.
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { getCookie, getSignedCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import type { Services } from '#/programme/context.ts'
import type { Auth } from '#/programme/people/auth.ts'
import { deskName } from '#/programme/people/desk.name.ts'
import { actorOfSession, type SignedIn } from '#/programme/people/people.store.ts'
import { eraOf } from '#/programme/units/units.ts'
import { apiRoutes } from '../api/routes.ts'
import { callerAddress } from './caller.ts'
import { fileRoutes } from './files/routes.http.ts'
import { verifyRoutes } from './public/verify.http.ts'
import { requestContext, type RequestState } from './request.ts'
import { securityHeaders, withSecurityHeaders } from './security-headers.ts'

export type FrontOptions = {
  services: Services
  auth: Auth
  build: ServerBuild
  buildDir: string
  migration: string
  /** Public look-ups one address may make in a minute; the bench raises it. */
  lookupsPerMinute?: number | undefined
}
export type FrontEnv = { Variables: { state: RequestState } }

const MEGABYTE = 1024 * 1024
/** A form with its files: 10 photos of 20 MB would be refused here before a byte is parsed. */
const MAX_BODY = 64 * MEGABYTE

const pageMethods = ['GET', 'HEAD', 'POST']

export function createFront({ services, auth, build, buildDir, migration, lookupsPerMinute }: FrontOptions): Hono<FrontEnv> {
  const app = new Hono<FrontEnv>()
  const secure = services.config.baseUrl.startsWith('https://')

  // better-auth would read session and account in two queries before ours; here its cookie is checked and one query reads all of it.
  const whoAsks = async (c: Context, now: Date): Promise<SignedIn | null> => {
    const { secret, authCookies } = await auth.$context
    const token = await getSignedCookie(c, secret, authCookies.sessionToken.name)
    const found = token ? await actorOfSession(services.database.db, token, now) : null
    if (found?.ageing) await auth.api.getSession({ headers: c.req.raw.headers })
    return found
  }

  const headers = securityHeaders(secure)
  // First of all: the page behind the QR code brings its headers and its compressed bytes itself.
  app.route('/', verifyRoutes(services, { buildDir, lookupsPerMinute, headers }))
  app.use(withSecurityHeaders(headers))
  app.use(compress())
  app.get('/healthz', async (c) => {
    await services.database.run('select 1')
    return c.json({ status: 'ok', version: services.config.version, database: services.database.kind, migration })
  })
  app.use('/assets/*', async (c, next) => {
    await next()
    // Enhance modules keep their names; everything else has its hash in the name.
    if (c.res.ok)
      c.header('Cache-Control', c.req.path.includes('/enhance/') ? 'public, max-age=300' : 'public, max-age=31536000, immutable')
  })
  app.use('/assets/*', serveStatic({ root: join(buildDir, 'client') }))

  app.use(
    bodyLimit({
      maxSize: MAX_BODY,
      onError: (c) => c.text('Nội dung gửi lên quá lớn (tối đa 64 MB). / The request is too large (64 MB at most).', 413),
    }),
  )
  app.route('/api', apiRoutes(services, auth, { addressOf: callerAddress, buildDir }))

  // Pages and files: same-origin only for everything that changes something.
  app.use(csrf())
  app.use(async (c, next) => {
    const now = services.clock.now()
    const signedIn = await whoAsks(c, now)
    const actor = signedIn?.actor ?? null
    const url = new URL(c.req.url)
    const asked = url.searchParams.get('lang')
    const kept = asked === 'vi' || asked === 'en' ? asked : getCookie(c, 'lang')
    const lang = kept === 'en' ? 'en' : kept === 'vi' ? 'vi' : (actor?.lang ?? 'vi')
    if (asked === lang) setCookie(c, 'lang', lang, { path: '/', maxAge: 31_536_000, sameSite: 'Lax', httpOnly: true, secure })
    const desk = await deskName(services.database.db, actor?.authority ?? services.config.provinceCode, eraOf(plainDateOf(now)))
    c.set('state', {
      services,
      auth,
      actor,
      session: signedIn?.session ?? null,
      desk,
      lang,
      now,
      url,
      address: callerAddress(c),
      headers: c.req.raw.headers,
    })
    await next()
  })
  app.route('/', fileRoutes(services))

  const pages = createRequestHandler(build, 'production')
  app.all('*', async (c) => {
    // Everything but a read would run the page's action.
    if (!pageMethods.includes(c.req.method))
      return c.text('Trang này không nhận cách gửi này. / A page takes no such method.', 405, { Allow: pageMethods.join(', ') })
    const context = new RouterContextProvider()
    const state = c.get('state')
    context.set(requestContext, state)
    const response = await pages(c.req.raw, context)
    if (state.answer) return Response.json(state.answer.body, { status: state.answer.status, headers: { 'Cache-Control': 'no-store' } })
    // What a signed-in person sees must not stay in a shared cache.
    if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store')
    return response
  })
  return app
}

// The one door of the API: token, limits, shape, transaction, idempotency, answer, refusal.
import { createHash } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { AppError, notFound } from '#/platform/errors/app-error.ts'
import { isId } from '#/platform/database/id.ts'
import { rateLimiter, type RateLimiter } from '#/platform/rate-limit/rate-limit.ts'
import { act, type Services } from '#/programme/context.ts'
import type { Actor } from '#/programme/people/actor.ts'
import { loadActor } from '#/programme/people/people.store.ts'
import { accountOfToken } from '#/programme/people/token.actions.ts'
import { cursorFor, pagingFrom } from './cursor.ts'
import type { Call, Endpoint, Input, Paged, RawFile, SignedCall } from './endpoint.ts'
import { once, readKey, type Answer } from './idempotency.ts'
import { asAppError, invalidShape, languageOf, problem } from './problem.ts'

export type MountOptions = {
  /** Who is calling, for limits of calls without a token. */
  addressOf?: ((c: Context) => string) | undefined
  /** Calls one account, or one address without a token, may make in a minute. */
  perMinute?: { account?: number; address?: number } | undefined
}

const MEGABYTE = 1024 * 1024
const JSON_LIMIT = MEGABYTE
const UPLOAD_LIMIT = 64 * MEGABYTE

type Limits = { account: RateLimiter; address: RateLimiter }

/** Mounts endpoints; addresses are relative to /api/v1. */
export function mount(services: Services, endpoints: readonly Endpoint[], options: MountOptions = {}): OpenAPIHono {
  const app = new OpenAPIHono()
  const limits: Limits = {
    account: rateLimiter('api by account', { limit: options.perMinute?.account ?? 600, windowSeconds: 60 }),
    address: rateLimiter('api by address', { limit: options.perMinute?.address ?? 120, windowSeconds: 60 }),
  }
  const addressOf = options.addressOf ?? (() => 'unknown')
  const refused = (c: Context, error: AppError) =>
    problem(c, error, languageOf(c.req.header('accept-language'), undefined), services.config.baseUrl)

  app.onError((error, c) => {
    const known = asAppError(error)
    if (known.code === 'api.internal') console.error('api:', error)
    return refused(c, known)
  })
  app.use('*', async (c, next) => {
    await next()
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  })
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/\{(\w+)\}/g, ':$1')
    const maxSize = endpoint.multipart || endpoint.path.startsWith('/uploads/') ? UPLOAD_LIMIT : JSON_LIMIT
    if (endpoint.method !== 'get')
      app.use(path, (c, next) =>
        c.req.method.toLowerCase() === endpoint.method
          ? bodyLimit({ maxSize, onError: (too) => refused(too, new AppError('api.tooLarge', { size: String(maxSize / MEGABYTE) })) })(
              c,
              next,
            )
          : next(),
      )
    app.on(endpoint.method.toUpperCase(), path, (c) => handle(c, services, endpoint, limits, addressOf(c)))
  }
  app.all('*', (c) => refused(c, notFound()))
  return app
}

async function handle(c: Context, services: Services, endpoint: Endpoint, limits: Limits, address: string): Promise<Response> {
  const now = services.clock.now()
  const actor = await caller(c, services, endpoint, limits, address, now)
  const call: Call = {
    services,
    db: services.database.db,
    actor,
    now,
    lang: languageOf(c.req.header('accept-language'), actor?.lang),
    address,
    headers: c.req.raw.headers,
  }
  const params = c.req.param() as Record<string, string>
  for (const [name, value] of Object.entries(params)) if (name.endsWith('Id') && name !== 'uploadId' && !isId(value)) throw notFound()

  if (endpoint.method === 'get') return answerRead(c, endpoint, call, params)
  const { body, files, hash } = await bodyOf(c, endpoint)
  const input: Input<string, unknown, unknown> = { params, query: undefined, body }
  if (endpoint.kind !== 'deed') return respond(c, endpoint, endpoint.kind === 'call' ? await endpoint.run(call, input) : undefined)
  const signed = call as SignedCall
  const key = endpoint.method === 'post' ? readKey(c.req.header('idempotency-key')) : null
  const prepared = endpoint.prepare ? await endpoint.prepare(signed, files, (body ?? {}) as Record<string, unknown>) : undefined
  const answer = await act(services, signed.actor, async (ctx) => {
    const work = async (): Promise<Answer> => {
      const result = await endpoint.run(ctx, input, prepared)
      return { status: result === undefined ? 204 : endpoint.status === 204 ? 200 : endpoint.status, body: result }
    }
    if (key === null) return { ...(await work()), replayed: false }
    return once(ctx, key, createHash('sha256').update(`${c.req.method} ${c.req.path}\n`).update(hash).digest('hex'), work)
  })
  if (answer.replayed) c.header('Idempotent-Replayed', 'true')
  return answer.body === undefined ? c.body(null, 204) : c.json(answer.body as object, answer.status as 200)
}

/** The account behind the token. Cookies are never read here: a browser's session is no right in the API. */
async function caller(
  c: Context,
  services: Services,
  endpoint: Endpoint,
  limits: Limits,
  address: string,
  now: Date,
): Promise<Actor | null> {
  const [scheme, token] = (c.req.header('authorization') ?? '').split(' ')
  const accountId = scheme?.toLowerCase() === 'bearer' && token ? await accountOfToken(services.database.db, token, now) : null
  const passed = await (accountId === null ? limits.address.take(address) : limits.account.take(accountId))
  if (!passed.allowed) throw new AppError('tooMany', { seconds: String(passed.retryAfterSeconds) })
  if (endpoint.access === 'public') return null
  const actor = accountId === null ? null : await loadActor(services.database.db, accountId, now)
  if (!actor) throw new AppError('api.tokenNeeded')
  return actor
}

async function answerRead(c: Context, endpoint: Endpoint, call: Call, params: Record<string, string>): Promise<Response> {
  if (endpoint.kind !== 'read') throw notFound()
  const { limit, cursor, ...rest } = c.req.query()
  const asked = endpoint.paged ? rest : c.req.query()
  const query = endpoint.query ? endpoint.query.safeParse(asked) : null
  if (query && !query.success) throw invalidShape(query.error)
  if (!query && Object.keys(asked).length > 0)
    throw new AppError(
      'invalid',
      {},
      Object.fromEntries(Object.keys(asked).map((name) => [name, { vi: 'Không nhận trường này.', en: 'This field is not taken.' }])),
    )
  const list = `${c.req.path}?${new URLSearchParams(Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1))).toString()}`
  const paging = endpoint.paged ? pagingFrom(list, { limit, cursor }) : { limit: 0, offset: 0, after: null }
  const result = await endpoint.run(call, { params, query: query?.data, body: undefined }, paging)
  if (result instanceof Response) return result
  if (!endpoint.paged) return c.json(result as object)
  const { rows, total, next: key } = result as Paged
  const end = paging.offset + rows.length
  const counted = (total === undefined ? rows.length === paging.limit : end < total) && rows.length > 0 ? end : null
  const goesOn = key === undefined ? counted : key
  const next = goesOn === null ? null : nextLink(c, call.services.config.baseUrl, cursorFor(list, goesOn), paging.limit)
  if (next !== null) c.header('Link', `<${next}>; rel="next"`)
  return c.json({ items: rows, ...(total === undefined ? {} : { total }), next })
}

function nextLink(c: Context, baseUrl: string, cursor: string, limit: number): string {
  const query = new URLSearchParams({ ...c.req.query(), cursor, limit: String(limit) })
  return `${baseUrl}${c.req.path}?${query.toString()}`
}

function respond(c: Context, endpoint: Endpoint, result: unknown): Response {
  if (result instanceof Response) return result
  return result === undefined ? c.body(null, 204) : c.json(result as object, endpoint.status as 200)
}

/** Reads and checks the body once; `hash` stands for all of it, files included. */
async function bodyOf(c: Context, endpoint: Endpoint): Promise<{ body: unknown; files: RawFile[]; hash: string }> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (endpoint.path === '/uploads/{uploadId}' && endpoint.method === 'patch')
    return {
      body: { bytes: new Uint8Array(await c.req.arrayBuffer()), offset: Number(c.req.header('upload-offset') ?? Number.NaN) },
      files: [],
      hash: '',
    }
  if (endpoint.multipart && type === 'multipart/form-data') return multipartBody(c, endpoint)
  const text = await c.req.text()
  const hash = createHash('sha256').update(text).digest('hex')
  if (text !== '' && type !== 'application/json')
    throw new AppError('api.mediaType', { wanted: endpoint.multipart ? 'multipart/form-data' : 'application/json' })
  let value: unknown
  try {
    value = text === '' ? undefined : JSON.parse(text)
  } catch {
    throw new AppError('badRequest', { reason: 'JSON' })
  }
  if (!endpoint.body) {
    if (value !== undefined && !(typeof value === 'object' && value !== null && Object.keys(value).length === 0))
      throw new AppError('invalid', {}, namesOf(value))
    return { body: undefined, files: [], hash }
  }
  const read = endpoint.body.safeParse(value ?? {}, { reportInput: true })
  if (!read.success) throw invalidShape(read.error)
  return { body: read.data, files: [], hash }
}

function namesOf(value: unknown): Record<string, { vi: string; en: string }> {
  const names = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : ['_body']
  return Object.fromEntries(names.map((name) => [name, { vi: 'Không nhận trường này.', en: 'This field is not taken.' }]))
}

async function multipartBody(c: Context, endpoint: Endpoint): Promise<{ body: unknown; files: RawFile[]; hash: string }> {
  const form = await c.req.formData().catch(() => {
    throw new AppError('badRequest', { reason: 'multipart/form-data' })
  })
  const hash = createHash('sha256')
  const files: RawFile[] = []
  const fields: Record<string, string> = {}
  for (const [field, value] of form.entries()) {
    if (typeof value === 'string') fields[field] = value
    else files.push({ field, name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
  }
  for (const [name, value] of Object.entries(fields)) hash.update(`${name}=${value}\n`)
  for (const file of files) hash.update(`${file.field}:${file.name}:${file.bytes.byteLength}\n`).update(file.bytes)
  const read = endpoint.body?.safeParse(fields, { reportInput: true })
  if (read && !read.success) throw invalidShape(read.error)
  if (!read && Object.keys(fields).length > 0) throw new AppError('invalid', {}, namesOf(fields))
  return { body: read?.data, files, hash: hash.digest('hex') }
}

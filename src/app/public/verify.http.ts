// GET /c/:code — served straight by the front: no session, no script, one query, so that it answers in a market on a bad network.
import { gunzipSync, gzipSync } from 'node:zlib'
import { Hono, type Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { addDays, plainDateOf, startOfDay } from '#/platform/calendar/plain-date.ts'
import { qrSvg } from '#/platform/documents/qr.ts'
import { formatTime } from '#/platform/text/format.ts'
import { certificateByCode, photoOfCode } from '#/programme/certificate/certificate.public.store.ts'
import { publicStatus, type PublicCertificate, type PublicStatus } from '#/programme/certificate/public-status.ts'
import { readVerifyCode } from '#/programme/certificate/verify-code.ts'
import { reader, type Services } from '#/programme/context.ts'
import { deskName, type DeskName } from '#/programme/people/desk.name.ts'
import { eraOf } from '#/programme/units/units.ts'
import { callerAddress } from '../caller.ts'
import type { Language } from '../ui/language.ts'
import { withSecurityHeaders } from '../security-headers.ts'
import { KeptPages, takesGzip } from './kept-pages.ts'
import { LastAsked } from './last-asked.ts'
import { assetsOf, packedFrame, type Assets, type PackedFrame } from './verify.frame.ts'
import { verifyJson } from './verify.json.ts'
import { fillIn, verifyWords as words } from './verify.messages.ts'
import { iconsOf, unknownPage, verifyPage } from './verify.page.ts'

export type VerifyOptions = {
  /** Where the pages were built: the style sheet comes from there. */
  buildDir?: string | undefined
  /** Look-ups one address may make in a minute. Generous: a whole market may stand behind one mobile address. */
  lookupsPerMinute?: number | undefined
  /** Look-ups of codes that do not exist: these are guesses. */
  missesPerMinute?: number | undefined
  /** What every answer of the house carries. These routes stand before the front's other layers and so bring it themselves. */
  headers?: Readonly<Record<string, string>> | undefined
}

/** Bytes for kept pages: about 6,000 of them. */
const KEPT_BYTES = 32 * 1024 * 1024
/** Bytes for kept drawings: about 4,000 of them. */
const KEPT_DRAWINGS = 8 * 1024 * 1024
const VARY = 'Accept, Accept-Encoding, Cookie'

type VerifyEnv = {
  Variables: {
    /** The answer carries all its headers already. */
    whole: boolean
  }
}

export function verifyRoutes(services: Services, options: VerifyOptions = {}): Hono<VerifyEnv> {
  const app = new Hono<VerifyEnv>()
  const assets = assetsOf(options.buildDir ?? 'build')
  const lookups = new RateLimiterMemory({ points: options.lookupsPerMinute ?? 1200, duration: 60 })
  const misses = new RateLimiterMemory({ points: options.missesPerMinute ?? 60, duration: 60 })
  const drawings = new RateLimiterMemory({ points: options.lookupsPerMinute ?? 1200, duration: 60 })
  const pages = new KeptPages(KEPT_BYTES)
  const frames = new Map<string, PackedFrame>()
  const frameFor = (kind: PublicStatus['kind'], lang: Language, province: DeskName): PackedFrame => {
    const key = `${kind} ${lang}`
    const kept = frames.get(key) ?? packedFrame({ lang, province, path: '', icons: iconsOf(kind), assets })
    frames.set(key, kept)
    return kept
  }
  const { baseUrl } = services.config
  const pageHeaders = { ...options.headers, 'Content-Type': 'text/html; charset=UTF-8', Vary: VARY }
  const addHeaders = withSecurityHeaders(options.headers ?? {})

  app.use('/c/*', async (c, next) => {
    c.set('whole', false)
    await next()
    if (!c.get('whole')) await addHeaders(c, async () => {})
  })

  app.get('/c/:code/anh', async (c) => {
    const code = readVerifyCode(c.req.param('code'))
    const photo = code === null ? null : await photoOfCode(reader(services), code)
    if (!photo || !/^image\/(webp|jpeg|png)$/.test(photo.mediaType)) return c.text('404', 404)
    return c.body(await services.files.open(photo.sha256), 200, {
      'Content-Type': photo.mediaType,
      'Cache-Control': 'public, max-age=86400',
      'X-Content-Type-Options': 'nosniff',
    })
  })

  // Drawn from the code alone, without the register: the drawing holds the address and nothing else, so it never changes. A page of its own
  // because drawing costs several times the rest of the look-up: the reader keeps it for good, and we keep those asked for last.
  const drawn = new LastAsked<{ packed: Uint8Array<ArrayBuffer>; cost: number }>(KEPT_DRAWINGS)
  const drawingOf = (code: string): Uint8Array<ArrayBuffer> => {
    const kept = drawn.get(code)
    if (kept) return kept.packed
    const packed = new Uint8Array(gzipSync(qrSvg(`${baseUrl}/c/${code}`, words.qrLabel.vi)))
    drawn.put(code, { packed, cost: packed.length + 300 })
    return packed
  }
  app.get('/c/:code/qr.svg', async (c) => {
    const lang = languageOf(c)
    const wait = await waitOf(drawings, callerAddress(c), 1)
    if (wait !== null) return tooMany(c, wait, lang, false)
    const code = readVerifyCode(c.req.param('code'))
    if (code === null) return c.text('404', 404)
    const drawing = drawingOf(code)
    const packed = takesGzip(c.req.header('accept-encoding'))
    return c.body(packed ? drawing : gunzipSync(drawing), 200, {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
    })
  })

  app.get('/c/:code', async (c) => {
    const asked = c.req.param('code')
    const asJson = asked.endsWith('.json') || wantsJson(c.req.header('accept'))
    const lang = languageOf(c)
    const caller = callerAddress(c)
    const wait = (await waitOf(lookups, caller, 1)) ?? (await waitOf(misses, caller, 0))
    if (wait !== null) return tooMany(c, wait, lang, asJson)

    const typed = asJson && asked.endsWith('.json') ? asked.slice(0, -5) : asked
    const code = readVerifyCode(typed)
    const now = services.clock.now()
    const today = plainDateOf(now)
    // Read once for the process, not for the look-up.
    const province = await deskName(reader(services), services.config.provinceCode, eraOf(today))
    const certificate = code === null ? null : await certificateByCode(reader(services), code)
    if (!certificate) {
      await waitOf(misses, caller, 1)
      return unknown(c, typed, lang, asJson, assets, province)
    }
    const status = publicStatus(certificate, today)
    const caching = `public, max-age=${freshFor(now, today)}`
    if (asJson) {
      c.header('Vary', VARY)
      c.header('Cache-Control', caching)
      return c.json(verifyJson({ certificate, status, today, baseUrl, now }))
    }
    const packed = takesGzip(c.req.header('accept-encoding'))
    const bytes = pages.bytes(`${certificate.verifyCode} ${lang}`, saidBy(certificate, today), formatTime(now), packed, () => ({
      frame: frameFor(status.kind, lang, province),
      ...verifyPage({ certificate, status, today, lang, baseUrl, ground: groundOf(services, status, lang) }),
    }))
    // Sent as it is: each layer that looked into the answer again would cost more than the whole look-up.
    c.set('whole', true)
    return new Response(bytes, {
      headers: packed
        ? { ...pageHeaders, 'Cache-Control': caching, 'Content-Encoding': 'gzip' }
        : { ...pageHeaders, 'Cache-Control': caching },
    })
  })
  return app
}

/** Everything of a certificate that can change after it was issued, and the day: in one language the page is a pure function of these. */
function saidBy(certificate: PublicCertificate, today: string): string {
  const { snapshot: _frozen, ...row } = certificate
  return JSON.stringify([Object.values(row), today])
}

/** Seconds an answer may be kept: a minute, and never past midnight in Vietnam, when the status may turn. */
function freshFor(now: Date, today: string): number {
  const untilMidnight = Math.floor((startOfDay(addDays(today, 1)).getTime() - now.getTime()) / 1000)
  return Math.max(0, Math.min(60, untilMidnight))
}

function groundOf(services: Services, status: PublicStatus, lang: Language): string | null {
  if (status.kind !== 'withdrawn' || status.ground === null) return null
  const ground = services.regulations.current.regulation.withdrawal?.grounds.find((entry) => entry.id === status.ground)
  return ground ? ground.title[lang] : null
}

function wantsJson(accept: string | undefined): boolean {
  return accept !== undefined && accept.includes('application/json') && !accept.includes('text/html')
}

function languageOf(c: Context): Language {
  const asked = c.req.query('lang')
  if (asked === 'vi' || asked === 'en') return asked
  return getCookie(c, 'lang') === 'en' ? 'en' : 'vi'
}

/** Seconds to wait, or null when the caller may go on. With 0 points it only asks. */
async function waitOf(limiter: RateLimiterMemory, caller: string, points: 0 | 1): Promise<number | null> {
  if (points === 0) {
    const now = await limiter.get(caller)
    return now !== null && now.consumedPoints > limiter.points ? secondsOf(now) : null
  }
  try {
    await limiter.consume(caller, points)
    return null
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return secondsOf(refusal)
    throw refusal
  }
}

const secondsOf = (state: RateLimiterRes): number => Math.max(1, Math.ceil(state.msBeforeNext / 1000))

function tooMany(c: Context, seconds: number, lang: Language, asJson: boolean) {
  c.header('Retry-After', String(seconds))
  c.header('Cache-Control', 'no-store')
  const detail = fillIn(words.tooMany[lang], { seconds })
  return asJson ? c.json({ status: 'tooMany', detail }, 429) : c.text(detail, 429)
}

function unknown(c: Context, typed: string, lang: Language, asJson: boolean, assets: Assets, province: DeskName) {
  c.header('Cache-Control', 'no-store')
  if (asJson) return c.json({ status: 'unknown', detail: words.unknown[lang] }, 404)
  const page = String(unknownPage({ typed: [...typed].slice(0, 40).join(''), lang, province, assets }))
  if (!takesGzip(c.req.header('accept-encoding'))) return c.html(page, 404)
  c.header('Content-Encoding', 'gzip')
  c.header('Vary', VARY)
  return c.body(gzipSync(page), 404, { 'Content-Type': 'text/html; charset=UTF-8' })
}

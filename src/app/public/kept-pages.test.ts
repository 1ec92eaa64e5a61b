import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_CODE, storedCertificate } from '#/programme/certificate/certificate.fixture.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { makeWorld } from '#/testing/world.ts'
import { securityHeaders, withSecurityHeaders } from '../security-headers.ts'
import { KeptPages, takesGzip } from './kept-pages.ts'
import { packedPiece } from './packed-pieces.ts'
import { verifyRoutes } from './verify.http.ts'

describe('a kept page', () => {
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  const frame = { head: packedPiece('<h>'), top: packedPiece('<t>'), foot: packedPiece('</t>') }
  const page = (before: string) => ({ frame, title: 'ấ', before, after: ' giờ' })

  it('is written once for a name, and tells each minute in both forms', () => {
    const pages = new KeptPages(1_000_000)
    let written = 0
    const write = () => page(`lần ${++written} lúc `)
    const at = (minute: string, packed: boolean) => pages.bytes('a', 'x', minute, packed, write)
    expect(text(at('09:14', false))).toBe('<h>ấ<t>lần 1 lúc 09:14 giờ</t>')
    expect(text(gunzipSync(at('09:14', true)))).toBe('<h>ấ<t>lần 1 lúc 09:14 giờ</t>')
    expect(text(gunzipSync(at('09:15', true)))).toBe('<h>ấ<t>lần 1 lúc 09:15 giờ</t>')
    expect(text(at('09:15', false))).toBe('<h>ấ<t>lần 1 lúc 09:15 giờ</t>')
    expect(written).toBe(1)
  })

  it('is written anew when it has something else to say', () => {
    const pages = new KeptPages(1_000_000)
    expect(text(pages.bytes('a', 'in force', '09:14', false, () => page('in force')))).toContain('in force')
    expect(text(pages.bytes('a', 'withdrawn', '09:14', false, () => page('withdrawn')))).toContain('withdrawn')
  })

  it('gives way, the one asked for longest ago first, when all cost more than may be kept', () => {
    const pages = new KeptPages(2500)
    const written: string[] = []
    const ask = (name: string) =>
      pages.bytes(name, '', '09:14', true, () => {
        written.push(name)
        return page(name)
      })
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) ask(name)
    expect(written).toEqual(['a', 'b', 'c', 'b'])
  })

  it('larger than everything that may be kept is still answered', () => {
    const pages = new KeptPages(10)
    for (const name of ['a', 'b', 'a']) expect(text(pages.bytes(name, '', '09:14', false, () => page(name)))).toContain(`${name}09:14`)
  })

  it.each([
    ['gzip, deflate, br', true],
    ['br;q=1.0, gzip;q=0.8', true],
    ['*', true],
    ['gzip;q=0', false],
    ['gzip; q=0.0, br', false],
    ['br', false],
    ['x-gzipped', false],
    [undefined, false],
  ])('is compressed for "%s": %s', (header, expected) => {
    expect(takesGzip(header)).toBe(expected)
  })
})

describe('the page behind the QR code, kept', () => {
  let services: TestServices
  let front: ReturnType<typeof verifyRoutes>

  beforeAll(async () => {
    services = await testServices({ now: '2027-02-03T02:14:00Z' })
    await storedCertificate(await makeWorld(services))
    front = verifyRoutes(services, { headers: securityHeaders(true) })
  })
  afterAll(() => services.close())

  const ask = async (encoding: string) => {
    const answer = await front.request(`/c/${SAMPLE_CODE}`, { headers: { 'accept-encoding': encoding } })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return { answer, page: new TextDecoder().decode(encoding === 'gzip' ? gunzipSync(bytes) : bytes) }
  }

  it('is the same page in both forms, with the headers every answer carries', async () => {
    const [packed, plain] = [await ask('gzip'), await ask('identity')]
    expect(packed.page).toBe(plain.page)
    expect(packed.answer.headers.get('content-encoding')).toBe('gzip')
    expect(plain.answer.headers.get('content-encoding')).toBeNull()
    for (const { answer } of [packed, plain]) {
      expect(answer.headers.get('vary')).toBe('Accept, Accept-Encoding, Cookie')
      for (const [name, value] of Object.entries(securityHeaders(true))) expect(answer.headers.get(name)).toBe(value)
    }
  })

  it('carries the same headers as JSON and when the code is unknown', async () => {
    for (const path of [`/c/${SAMPLE_CODE}.json`, '/c/ZZZZZZZZZZZZZZZZ'])
      expect((await front.request(path)).headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('shows a withdrawal, a new name and a first photo at the very next look-up', async () => {
    expect((await ask('gzip')).page).toContain('Đang có hiệu lực')
    const change = async (set: object) =>
      services.database.db.updateTable('certificate').set(set).where('verifyCode', '=', SAMPLE_CODE).execute()
    await change({ productName: 'Nước mắm đổi tên' })
    expect((await ask('gzip')).page).toContain('Nước mắm đổi tên')
    await change({ photoSha256: 'a'.repeat(64) })
    expect((await ask('gzip')).page).toContain(`/c/${SAMPLE_CODE}/anh`)
    await change({ state: 'withdrawn', stateGround: 'c', stateDecision: '88/QĐ-UBND', stateDecisionOn: '2027-02-03' })
    for (const encoding of ['gzip', 'identity']) {
      const { page } = await ask(encoding)
      expect(page).toContain('Đã bị thu hồi')
      expect(page).not.toContain('Đang có hiệu lực')
    }
  })
})

describe('headers of every answer', () => {
  it('leave alone what an answer sets for itself: an uploaded file keeps its stricter policy', async () => {
    const app = new Hono()
    app.use(withSecurityHeaders(securityHeaders(false)))
    app.get('/tep', () => new Response('x', { headers: { 'Content-Security-Policy': 'sandbox' } }))
    app.get('/trang', (c) => c.text('x'))
    expect((await app.request('/tep')).headers.get('content-security-policy')).toBe('sandbox')
    expect((await app.request('/tep')).headers.get('x-content-type-options')).toBe('nosniff')
    expect((await app.request('/trang')).headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect((await app.request('/trang')).headers.has('strict-transport-security')).toBe(false)
  })
})

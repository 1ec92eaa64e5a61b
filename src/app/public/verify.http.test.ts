import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { qrSvg } from '#/platform/documents/qr.ts'
import { sampleSnapshot, storedCertificate, SAMPLE_CODE } from '#/programme/certificate/certificate.fixture.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { makeWorld, type World } from '#/testing/world.ts'
import { verifyRoutes } from './verify.http.ts'

let services: TestServices
let world: World
let app: ReturnType<typeof verifyRoutes>

beforeAll(async () => {
  services = await testServices({ now: '2027-02-03T02:14:00Z' })
  world = await makeWorld(services)
  await storedCertificate(world)
  const newer = await storedCertificate(world, { verifyCode: 'NEWERNEWERNEWER2', productCode: '38-16531-06-2026' })
  await storedCertificate(world, {
    verifyCode: 'REPMACEDREPMACED',
    state: 'replaced',
    replacedBy: newer.id,
    productCode: '38-16531-06-2023',
  })
  await storedCertificate(world, {
    verifyCode: 'WXTHDRAWNWXTHDRA',
    state: 'withdrawn',
    stateGround: 'c',
    stateDecision: '88/QĐ-UBND',
    stateDecisionOn: '2027-01-15',
    productCode: '38-16531-07-2026',
    demo: true,
  })
  await storedCertificate(world, {
    verifyCode: 'HTMEHTMEHTMEHTME',
    productName: `<script>alert("x")</script> & 'mắm'`,
    productCode: '=cmd()',
    snapshot: { ...sampleSnapshot, packs: [{ name: '<img src=x onerror=1>', netContent: '' }] },
  })
  app = verifyRoutes(services, { missesPerMinute: 50 })
})
afterAll(() => services.close())

const at = async (instant: string, path = `/c/${SAMPLE_CODE}`, headers: Record<string, string> = {}) => {
  services.clock.set(instant)
  return app.request(path, { headers })
}

describe('the page behind the QR code', () => {
  it('says exactly what is certified and until when', async () => {
    const response = await at('2027-02-03T02:14:00Z')
    const page = await response.text()
    expect(response.status).toBe(200)
    for (const part of [
      'Đang có hiệu lực',
      'đến hết ngày 22/12/2029',
      'Nước mắm cốt nhĩ Vạn Triều',
      'Chai thủy tinh 500 ml',
      'Chai thủy tinh 250 ml',
      'Hợp tác xã Vạn Triều',
      'phường Sầm Sơn, tỉnh Thanh Hóa',
      'Trước 01/7/2025: phường Trung Sơn, thành phố Sầm Sơn',
      '4 sao',
      'Số 4127/QĐ-UBND ngày 22/12/2026',
      'Chủ tịch UBND tỉnh Thanh Hóa',
      '38-16531-05-2026',
      'Quyết định số 26/2026/QĐ-TTg',
      'Kiểm tra lúc 09:14 ngày 03/02/2027',
    ])
      expect(page).toContain(part)
    expect(page).not.toContain('<script')
    expect(gzipSync(page).length).toBeLessThan(15_000)
  })

  it('names the province the program is set up for, in head and foot', async () => {
    const own = services.config.provinceCode
    services.config.provinceCode = '24'
    const elsewhere = verifyRoutes(services)
    services.clock.set('2027-02-03T02:14:00Z')
    const page = await (await elsewhere.request(`/c/${SAMPLE_CODE}`)).text()
    const unknown = await (await elsewhere.request('/c/ZZZZZZZZZZZZZZZZ')).text()
    services.config.provinceCode = own
    for (const text of [page, unknown]) {
      expect(text).toContain('<b>OCOP</b> Bắc Ninh')
      expect(text).toContain('Chương trình OCOP tỉnh Bắc Ninh')
    }
    expect(unknown).not.toContain('Thanh Hóa')
    expect(await (await at('2027-02-03T02:14:00Z')).text()).toContain('<b>OCOP</b> Thanh Hóa')
  })

  it('tells the minute of each look-up though the rest of the page is kept', async () => {
    expect(await (await at('2027-02-03T02:15:00Z')).text()).toContain('09:15')
  })

  it.each([
    ['2029-12-22T16:59:00Z', 'Đang có hiệu lực', '23:59 of the last day in Vietnam still holds'],
    ['2029-12-22T17:00:00Z', 'Đã hết hạn', '00:00 of the next day does not'],
    ['2026-12-21T16:59:00Z', 'Chưa có hiệu lực', 'the evening before the day of issue'],
    ['2026-12-21T17:00:00Z', 'Đang có hiệu lực', 'the first minute of the day of issue'],
  ])('at %s reads "%s": %s', async (instant, word) => {
    expect(await (await at(instant)).text()).toContain(word)
  })

  it('may not be kept past midnight, when the answer may turn', async () => {
    expect((await at('2029-12-22T16:59:50Z')).headers.get('cache-control')).toBe('public, max-age=10')
    expect((await at('2029-12-22T03:00:00Z')).headers.get('cache-control')).toBe('public, max-age=60')
  })

  it('names the decision and the ground of a withdrawal, and marks demonstration data', async () => {
    const page = await (await at('2027-02-03T02:14:00Z', '/c/WXTHDRAWNWXTHDRA')).text()
    expect(page).toContain('Đã bị thu hồi')
    expect(page).toContain('theo Quyết định số 88/QĐ-UBND ngày 15/01/2027')
    expect(page).toContain('Vi phạm pháp luật về chất lượng')
    expect(page).toContain('Từng đạt 4 sao')
    expect(page).toContain('Dữ liệu trình diễn')
  })

  it('leads from a replaced certificate to the newer one', async () => {
    expect(await (await at('2027-02-03T02:14:00Z', '/c/REPMACEDREPMACED')).text()).toContain('/c/NEWERNEWERNEWER2')
  })

  it('shows markup in a name as text', async () => {
    const page = await (await at('2027-02-03T02:14:00Z', '/c/HTMEHTMEHTMEHTME')).text()
    expect(page).toContain('&lt;script&gt;')
    expect(page).not.toMatch(/<script|<img src=x/)
  })

  it.each(['/c/7kqm-3rtb-9wxc-2hnd', '/c/7KQM%203RTB%209WXC%202HND'])('forgives how the code was typed: %s', async (path) => {
    expect((await at('2027-02-03T02:14:00Z', path)).status).toBe(200)
  })

  it('speaks English when asked', async () => {
    expect(await (await at('2027-02-03T02:14:00Z', `/c/${SAMPLE_CODE}?lang=en`)).text()).toContain('In force')
  })
})

describe('the QR code on the page', () => {
  it('is a drawing of its own that a phone reads back as the address of the page, and never changes', async () => {
    const page = await (await at('2027-02-03T02:14:00Z')).text()
    expect(page).toContain(`<img src="/c/${SAMPLE_CODE}/qr.svg" width="104" height="104" alt="Mã QR của trang này" loading="lazy" />`)
    const drawn = await at('2027-02-03T02:14:00Z', `/c/${SAMPLE_CODE}/qr.svg`)
    const svg = await drawn.text()
    expect(drawn.headers.get('content-type')).toBe('image/svg+xml')
    expect(drawn.headers.get('cache-control')).toContain('immutable')
    expect(svg).toBe(qrSvg(`${services.config.baseUrl}/c/${SAMPLE_CODE}`, 'Mã QR của trang này'))
    const packed = await at('2027-02-03T02:14:00Z', `/c/${SAMPLE_CODE}/qr.svg`, { 'accept-encoding': 'gzip' })
    expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(svg)
  })

  it('is not drawn for what is no code, and not without end for one caller', async () => {
    expect((await at('2027-02-03T02:14:00Z', '/c/abc/qr.svg')).status).toBe(404)
    const strict = verifyRoutes(services, { lookupsPerMinute: 2 })
    for (let drawing = 0; drawing < 2; drawing++) expect((await strict.request(`/c/${SAMPLE_CODE}/qr.svg`)).status).toBe(200)
    expect((await strict.request(`/c/${SAMPLE_CODE}/qr.svg`)).status).toBe(429)
  })
})

describe('the same answer for machines', () => {
  it('comes by .json and by Accept, with the same status', async () => {
    const byName = await (await at('2027-02-03T02:14:00Z', `/c/${SAMPLE_CODE}.json`)).json()
    const byAccept = await (await at('2027-02-03T02:14:00Z', `/c/${SAMPLE_CODE}`, { accept: 'application/json' })).json()
    expect(byName).toEqual(byAccept)
    expect(byName).toMatchObject({
      status: 'valid',
      on: '2027-02-03',
      lastValidOn: '2029-12-22',
      star: 4,
      product: { code: '38-16531-05-2026' },
    })
  })

  it('holds nothing of a person', async () => {
    const text = JSON.stringify(await (await at('2027-02-03T02:14:00Z', `/c/${SAMPLE_CODE}.json`)).json())
    expect(text).not.toMatch(/Trần Văn Vạn|0912000111|2801234567|Khu phố/)
  })
})

describe('codes that are not in the register', () => {
  it.each([
    '/c/ZZZZZZZZZZZZZZZZ',
    '/c/abc',
    '/c/%00',
    `/c/${'A'.repeat(5000)}`,
    "/c/'%20or%201=1--",
    '/c/..%2f..%2fetc%2fpasswd',
    '/c/%3Cscript%3E',
    '/c/💥',
  ])('%s is answered calmly with 404 and what to do', async (path) => {
    const response = await at('2027-02-03T02:14:00Z', path)
    const page = await response.text()
    expect(response.status).toBe(404)
    expect(page).toContain('Không có mã này')
    expect(page).toContain('/kiem-tra')
    expect(page).not.toMatch(/<script/i)
    expect(page.length).toBeLessThan(20_000)
  })

  it('answers machines with 404 too, and no photo', async () => {
    const response = await at('2027-02-03T02:14:00Z', '/c/ZZZZZZZZZZZZZZZZ.json')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ status: 'unknown' })
    expect((await at('2027-02-03T02:14:00Z', '/c/ZZZZZZZZZZZZZZZZ/anh')).status).toBe(404)
    expect((await at('2027-02-03T02:14:00Z', `/c/${SAMPLE_CODE}/anh`)).status).toBe(404)
  })

  it('is stopped when one caller guesses on and on, with the seconds to wait', async () => {
    const strict = verifyRoutes(services, { missesPerMinute: 2, lookupsPerMinute: 100 })
    for (let miss = 0; miss < 3; miss++) expect((await strict.request('/c/nothing')).status).toBe(404)
    const refused = await strict.request(`/c/${SAMPLE_CODE}`)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('lets a market look up what it sells', async () => {
    for (let lookup = 0; lookup < 200; lookup++) expect((await app.request(`/c/${SAMPLE_CODE}`)).status).toBe(200)
  })
})

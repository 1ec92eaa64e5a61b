import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draftDossier } from '#/programme/dossier/dossier.fixture.ts'
import { makeWorld, TEST_PASSWORD, type World } from '#/testing/world.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { testApi, type Ask } from './api.fixture.ts'

let services: TestServices
let world: World
let api: ReturnType<typeof testApi>
let producer: Ask
let other: Ask
let office: Ask

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  api = testApi(services, { perMinute: { address: 10_000, account: 10_000 } })
  producer = await api.as(world, 'producer')
  other = await api.as(world, 'otherProducer')
  office = await api.as(world, 'office')
})
afterAll(() => services.close())

const notFoundText = 'Không tìm thấy nội dung này, hoặc tài khoản của bạn không được xem.'

describe('the door', () => {
  test('a call without a token, or with a wrong one, is refused as a problem', async () => {
    for (const ask of [api.anyone, api.asToken('ocop_x'), api.asToken(`ocop_${'a'.repeat(43)}`)]) {
      const answer = await ask('GET', '/me')
      expect(answer.status).toBe(401)
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
      expect(answer.headers.get('www-authenticate')).toBe('Bearer')
      expect(answer.body).toMatchObject({ status: 401, code: 'api.tokenNeeded', title: expect.stringContaining('khóa truy cập') })
    }
  })

  test('a browser session is no right in the API', async () => {
    const signedIn = await services.auth.api.signInUsername({ body: { username: 'producer', password: TEST_PASSWORD }, asResponse: true })
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    expect((await api.anyone('GET', '/me', undefined, { cookie })).status).toBe(401)
  })

  test('user name and password give a token that works until it is revoked, and leave no browser session', async () => {
    const before = await services.database.db.selectFrom('authSession').select('id').execute()
    const made = await api.anyone('POST', '/tokens', { username: 'producer', password: TEST_PASSWORD, name: 'máy tính' })
    expect(made.status).toBe(201)
    expect(await services.database.db.selectFrom('authSession').select('id').execute()).toHaveLength(before.length)
    const mine = api.asToken(made.body.token)
    expect((await mine('GET', '/me')).body).toMatchObject({ name: 'Nguyễn Thị Hạnh' })
    expect((await other('DELETE', `/tokens/${made.body.id}`)).status).toBe(404)
    expect((await mine('DELETE', `/tokens/${made.body.id}`)).status).toBe(204)
    expect((await mine('GET', '/me')).status).toBe(401)
  })

  test('a wrong password gets one answer, whether the account exists or not', async () => {
    const wrong = await api.anyone('POST', '/tokens', { username: 'producer', password: 'sai mat khau' })
    const nobody = await api.anyone('POST', '/tokens', { username: 'nobody', password: 'sai mat khau' })
    expect(wrong.status).toBe(401)
    expect(nobody.body).toEqual(wrong.body)
  })

  test('malformed JSON, a wrong media type and an address that does not exist are problems, not faults', async () => {
    expect((await producer('POST', '/producers', '{"name":')).body).toMatchObject({ status: 400, code: 'badRequest' })
    expect((await producer('POST', '/producers', 'name=x', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    expect((await producer('POST', '/producers', '[]')).status).toBe(422)
    expect((await producer('GET', '/khong-co')).body).toMatchObject({ status: 404, title: notFoundText })
    expect((await producer('PUT', '/me', {})).status).toBe(404)
  })

  test('a body over one megabyte is refused before it is read', async () => {
    const answer = await producer('POST', `/producers/${world.producers.own}/products`, { name: 'x'.repeat(1_100_000) })
    expect(answer).toMatchObject({ status: 413, body: { code: 'api.tooLarge' } })
  })

  test('the language follows Accept-Language', async () => {
    const answer = await producer('GET', '/dossiers/khong-phai-ma', undefined, { 'accept-language': 'en-GB,en;q=0.9' })
    expect(answer.body.title).toBe('This was not found, or your account may not see it.')
  })

  test('too many calls are told how long to wait', async () => {
    const tight = testApi(services, { perMinute: { address: 2 } })
    await tight.anyone('GET', '/communes')
    await tight.anyone('GET', '/communes')
    const answer = await tight.anyone('GET', '/communes')
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('creating once', () => {
  const path = () => `/producers/${world.producers.own}/products`

  test('the same key with the same request gives the first answer and makes one product', async () => {
    const key = { 'idempotency-key': 'một-lần'.replace(/[^\x21-\x7e]/g, '') + '1' }
    const first = await producer('POST', path(), { name: 'Nem chua' }, key)
    const second = await producer('POST', path(), { name: 'Nem chua' }, key)
    expect(first.status).toBe(201)
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    const rows = await services.database.db.selectFrom('product').select('id').where('name', '=', 'Nem chua').execute()
    expect(rows).toHaveLength(1)
  })

  test('the same key with another request is refused', async () => {
    const key = { 'idempotency-key': 'k-2' }
    await producer('POST', path(), { name: 'Mắm tôm' }, key)
    expect((await producer('POST', path(), { name: 'Mắm tép' }, key)).body).toMatchObject({ status: 409, code: 'idempotencyReused' })
  })

  test('of two sent at once one wins, and both get its answer', async () => {
    const key = { 'idempotency-key': 'k-3' }
    const both = await Promise.all([1, 2].map(() => producer('POST', path(), { name: 'Bánh gai' }, key)))
    expect(both[0]?.body).toEqual(both[1]?.body)
    expect(both.map((one) => one.status)).toEqual([201, 201])
    expect(await services.database.db.selectFrom('product').select('id').where('name', '=', 'Bánh gai').execute()).toHaveLength(1)
  })

  test('a refused request leaves its key free, and a key belongs to one account', async () => {
    const key = { 'idempotency-key': 'k-4' }
    expect((await producer('POST', path(), { name: '' }, key)).status).toBe(422)
    expect((await producer('POST', path(), { name: 'Chè lam' }, key)).status).toBe(201)
    expect((await other('POST', `/producers/${world.producers.other}/products`, { name: 'Chè lam' }, key)).status).toBe(201)
  })
})

describe('paging', () => {
  test('following next walks every row once, in order', async () => {
    for (let number = 0; number < 5; number++)
      await other('POST', `/producers/${world.producers.other}/products`, { name: `Trang ${number}` })
    const names: string[] = []
    for (let at: string | null = '/products?limit=2&q=trang'; at !== null;) {
      const answer = await other('GET', at)
      names.push(...answer.body.items.map((row: { name: string }) => row.name))
      if (answer.body.next) expect(answer.headers.get('link')).toContain('rel="next"')
      at = answer.body.next ? answer.body.next.replace(/^.*\/api\/v1/, '') : null
    }
    expect(names).toEqual(['Trang 0', 'Trang 1', 'Trang 2', 'Trang 3', 'Trang 4'])
  })

  test('a limit over 100, a forged cursor and a cursor of another list are refused', async () => {
    expect((await other('GET', '/products?limit=101')).body).toMatchObject({ status: 422, errors: { limit: expect.any(String) } })
    expect((await other('GET', '/products?cursor=xxx')).status).toBe(400)
    const next = (await other('GET', '/products?limit=1&q=trang')).body.next as string
    const cursor = new URL(next).searchParams.get('cursor')
    expect((await other('GET', `/products?limit=1&cursor=${cursor}`)).status).toBe(400)
    expect((await other('GET', '/products?total=5')).body).toMatchObject({ status: 422, errors: { total: expect.any(String) } })
  })
})

describe('what is sent', () => {
  test('forged totals, points and stars are refused by name', async () => {
    const { dossierId } = await draftDossier(world, { name: 'Nước mắm giả điểm' })
    const forged = await producer('PUT', `/dossiers/${dossierId}/answers/1.1`, { option: 1, version: 1, points: 99, star: 5 })
    expect(forged.status).toBe(422)
    expect(Object.keys(forged.body.errors)).toEqual(['points', 'star'])
    const filed = await producer('POST', `/dossiers/${dossierId}/submit`, { declared: true, total: 100 })
    expect(filed.body).toMatchObject({ status: 422, errors: { total: expect.stringContaining('hệ thống tính') } })
  })

  test('an option that does not exist is named at its field', async () => {
    const { dossierId } = await draftDossier(world, { name: 'Nước mắm mức lạ' })
    const own = await producer('GET', `/dossiers/${dossierId}`)
    const answer = own.body.answers[0]
    const refused = await producer('PUT', `/dossiers/${dossierId}/answers/${answer.criterion}`, { option: 99, version: answer.version })
    expect(refused).toMatchObject({ status: 422, body: { errors: { option: expect.any(String) } } })
  })

  test('a day that does not exist is named, and text of SQL, HTML or a formula comes back as it was typed', async () => {
    const wrong = await producer('POST', `/producers/${world.producers.own}/papers`, {
      kind: 'other',
      title: 'Giấy',
      issuedOn: '31/02/2026',
    })
    expect(wrong.body).toMatchObject({ status: 422, errors: { issuedOn: expect.stringContaining('không có trong lịch') } })
    for (const text of ["'; drop table product; --", '<script>alert(1)</script>', "=cmd|' /C calc'!A0"]) {
      const made = await producer('POST', `/producers/${world.producers.own}/products`, { name: text })
      expect(made.status).toBe(201)
      expect((await producer('GET', `/products/${made.body.id}`)).body.name).toBe(text)
    }
  })
})

describe('what belongs to others', () => {
  test('another’s thing, a thing that does not exist and rubbish get one answer', async () => {
    const { dossierId, productId, paperIds } = await draftDossier(world, { name: 'Của riêng' })
    const absent = '01890000-0000-7000-8000-000000000000'
    for (const path of [
      `/dossiers/${dossierId}`,
      `/dossiers/${dossierId}/tasks`,
      `/products/${productId}`,
      `/papers/${paperIds[0]}`,
      `/producers/${world.producers.own}`,
      `/dossiers/${absent}`,
      '/dossiers/rubbish',
      `/files/papers/${absent}`,
    ]) {
      const answer = await other('GET', path)
      expect([path, answer.status, answer.body.title]).toEqual([path, 404, notFoundText])
    }
    for (const [method, path, body] of [
      ['POST', `/products/${productId}/dossiers`, {}],
      ['PUT', `/dossiers/${dossierId}/answers/1.1`, { option: 1, version: 0 }],
      ['POST', `/dossiers/${dossierId}/submit`, { declared: true }],
      ['POST', `/dossiers/${dossierId}/withdraw`, { reason: 'x' }],
      ['POST', `/producers/${world.producers.own}/products`, { name: 'x' }],
      ['DELETE', `/papers/${paperIds[0]}`, undefined],
    ] as const) {
      const answer = await other(method, path, body)
      expect([path, answer.status, answer.body.title]).toEqual([path, 404, notFoundText])
    }
  })

  test('another producer’s paper inside an allowed address is not found', async () => {
    const mine = await draftDossier(world, { name: 'Bài một' })
    const theirs = await draftDossier(world, { person: 'otherProducer', name: 'Bài hai' })
    const answer = await producer('PUT', `/dossiers/${mine.dossierId}/evidence/1.1/${theirs.paperIds[0]}`)
    expect([answer.status, answer.body.title]).toEqual([404, notFoundText])
  })

  test('sensitive fields go to the producer only', async () => {
    expect((await producer('GET', `/producers/${world.producers.own}`)).body).toMatchObject({ headEthnicity: 'Kinh' })
    const seen = await office('GET', `/producers/${world.producers.own}`)
    expect(seen.status).toBe(200)
    expect(seen.body).not.toHaveProperty('headEthnicity')
  })
})

describe('files', () => {
  const pdf = () => new TextEncoder().encode('not a pdf at all')

  test('a file of the wrong content is refused at its field, and no paper is made', async () => {
    const form = new FormData()
    form.set('kind', 'other')
    form.set('title', 'Giấy có tệp hỏng')
    form.append('file', new File([pdf()], '../../etc/passwd.pdf'))
    const answer = await producer('POST', `/producers/${world.producers.own}/papers`, form)
    expect(answer).toMatchObject({ status: 422, body: { errors: { file: expect.any(String) } } })
    expect((await producer('GET', '/papers?q=tep+hong')).body.items).toEqual([])
  })

  test('an upload cut in the middle goes on from where it stands, and belongs to its owner', async () => {
    const { onePagePdf } = await import('#/platform/uploads/samples.ts')
    const bytes = onePagePdf()
    const opened = await producer('POST', '/uploads', { name: 'giay.pdf', size: bytes.length })
    expect(opened.status).toBe(201)
    const { id } = opened.body
    const piece = (from: number, to: number) => bytes.slice(from, to) as Uint8Array
    const raw = (offset: number) => ({ 'content-type': 'application/octet-stream', 'upload-offset': String(offset) })
    expect((await producer('PATCH', `/uploads/${id}`, piece(0, 100), raw(0))).body).toMatchObject({ offset: 100 })
    expect((await other('GET', `/uploads/${id}`)).status).toBe(404)
    expect(await producer('PATCH', `/uploads/${id}`, piece(0, 100), raw(0))).toMatchObject({ status: 409, body: { offset: 100 } })
    expect((await producer('GET', `/uploads/${id}`)).body).toMatchObject({ offset: 100 })
    const early = await producer('POST', `/producers/${world.producers.own}/papers`, { kind: 'other', title: 'Sớm', upload: id })
    expect(early).toMatchObject({ status: 422, body: { errors: { upload: expect.any(String) } } })
    await producer('PATCH', `/uploads/${id}`, piece(100, bytes.length), raw(100))
    const made = await producer('POST', `/producers/${world.producers.own}/papers`, {
      kind: 'other',
      title: 'Giấy tải từng phần',
      upload: id,
    })
    expect(made.status).toBe(201)
    const paper = await producer('GET', `/papers/${made.body.id}`)
    expect(paper.body.files).toMatchObject([{ fileName: 'giay.pdf', size: bytes.length }])
    const download = await producer('GET', `/files/papers/${paper.body.files[0].id}`)
    expect(download.headers.get('content-disposition')).toContain('attachment')
    expect((await other('GET', `/files/papers/${paper.body.files[0].id}`)).status).toBe(404)
  })
})

describe('the public', () => {
  test('a set is found by words without accents', async () => {
    expect((await api.anyone('GET', '/sets?q=nuoc mam')).body.items[0]).toMatchObject({ set: 9 })
  })

  test('an unknown certificate code is not found, and may be asked from other sites', async () => {
    const answer = await api.anyone('GET', '/certificates/AAAA-BBBB', undefined, { origin: 'https://example.vn' })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(
      (await api.anyone('GET', '/catalogue', undefined, { origin: 'https://example.vn' })).headers.get('access-control-allow-origin'),
    ).toBeNull()
  })

  test('the page of the document names every group in Vietnamese and carries no script', async () => {
    const page = await api.anyone('GET', '/api/docs')
    expect(page.status).toBe(200)
    expect(page.body).toContain('Hồ sơ của chủ thể')
    expect(page.body).toContain('POST /dossiers/{dossierId}/submit')
    expect(page.body).not.toContain('<script')
    expect((await api.anyone('GET', '/api/docs?lang=en')).body).toContain('File the dossier')
  })

  test('the document names every endpoint with its Vietnamese title', async () => {
    const { body } = await api.anyone('GET', '/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(Object.keys(body.paths).length).toBeGreaterThan(30)
    expect(body.paths['/dossiers/{dossierId}/submit'].post).toMatchObject({ summary: 'Nộp hồ sơ', security: [{ token: [] }] })
  })
})

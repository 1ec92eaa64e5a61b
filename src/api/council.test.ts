// The council over HTTP: who learns what, and when. Two people act in turn; nobody reads another's sheet before closing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closedResult, itemInSession } from '#/programme/council/closing.fixture.ts'
import { answersFor, meetingInSession, votingPeople, type MeetingFixture, type SeatPerson } from '#/programme/council/council.fixture.ts'
import { pinConflict } from '#/programme/council/conflict.actions.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { testApi, type Ask } from './api.fixture.ts'

let services: TestServices
let world: World
let session: MeetingFixture
const ask = {} as Record<
  SeatPerson | 'office' | 'producer' | 'communeOfficer' | 'advisor' | 'leader' | 'admin' | 'otherProvinceOffice',
  Ask
>

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  session = await meetingInSession(world, [{}])
  const api = testApi(services, { perMinute: { account: 100_000, address: 100_000 } })
  for (const person of [
    'seat1',
    'seat2',
    'seat3',
    'seat9',
    'office',
    'producer',
    'communeOfficer',
    'advisor',
    'leader',
    'admin',
    'otherProvinceOffice',
  ] as const)
    ask[person] = await api.as(world, person)
}, 180_000)
afterAll(() => services.close())

const notFound = expect.objectContaining({ code: 'notFound' })

test('a member scores over the API, with every option by hand, and finalises', async () => {
  const [itemId = ''] = session.items
  const options = await answersFor(world, itemId, 4)
  const started = await ask.seat2('POST', `/items/${itemId}/sheet`)
  expect(started.status).toBe(201)
  const forged = await ask.seat2('PUT', `/items/${itemId}/sheet`, { answers: {}, version: started.body.version, total: 100 })
  expect(forged.body).toMatchObject({ status: 422, errors: { total: expect.any(String) } })
  const answers = Object.fromEntries(
    Object.entries(options).map(([code, option]) => [code, { option, comment: code === '1.1' ? '=cmd()' : '' }]),
  )
  const saved = await ask.seat2('PUT', `/items/${itemId}/sheet`, { answers, version: started.body.version })
  expect(saved.status).toBe(200)
  const stale = await ask.seat2('PUT', `/items/${itemId}/sheet`, { answers: {}, comment: 'x', version: started.body.version })
  expect(stale.body).toMatchObject({ status: 409, code: 'versionConflict' })
  expect((await ask.seat2('POST', `/items/${itemId}/sheet/finalise`, { version: saved.body.version })).status).toBe(204)
  const view = await ask.seat2('GET', `/items/${itemId}`)
  expect(view.body.own.sheet).toMatchObject({ state: 'final' })
  expect((await ask.seat2('PUT', `/items/${itemId}/sheet`, { answers: {}, comment: 'late', version: saved.body.version + 1 })).status).toBe(
    409,
  )
})

describe('before closing', () => {
  test('nobody reads another’s points: not on the item, not on the closing, not in the agenda', async () => {
    const { itemId } = await itemInSession(world, session, { dossier: { name: 'Chưa chốt' }, people: votingPeople.slice(0, 7) })
    for (const person of ['seat1', 'seat3', 'seat9', 'office', 'advisor'] as const) {
      const closing = await ask[person]('GET', `/items/${itemId}/closing`)
      expect([person, Object.keys(closing.body)]).toEqual([
        person,
        expect.not.arrayContaining(['result', 'proof', 'closingBlockers', 'spreadStep', 'sheetsHash']),
      ])
      expect((await ask[person]('GET', `/items/${itemId}/result`)).body).toEqual(notFound)
    }
    const agenda = await ask.seat3('GET', `/meetings/${session.meetingId}`)
    const slot = agenda.body.agenda.find((one: { itemId?: string }) => one.itemId === itemId)
    expect(slot.progress).toEqual({ final: 7, of: 8 })
    expect(JSON.stringify(agenda.body)).not.toMatch(/"points"|"total"/)
  })

  test('who has no seat and no office does not know the item exists', async () => {
    const [itemId = ''] = session.items
    for (const person of ['producer', 'communeOfficer', 'leader', 'admin', 'otherProvinceOffice'] as const)
      for (const path of [
        `/items/${itemId}`,
        `/items/${itemId}/closing`,
        `/items/${itemId}/conflicts`,
        `/meetings/${session.meetingId}`,
        `/councils/${session.councilId}`,
      ]) {
        const answer = await ask[person]('GET', path)
        expect([person, path, answer.status]).toEqual([person, path, 404])
      }
  })

  test('a recused member gets the number of the slot and nothing else', async () => {
    const { itemId, dossierId } = await itemInSession(world, session, { dossier: { name: 'Có xung đột' }, people: [] })
    await actAs(world, 'office', (ctx) =>
      pinConflict(ctx, itemId, { accountId: world.accounts.seat3, cause: 'contract', reason: 'Ký hợp đồng tư vấn' }),
    )
    const view = await ask.seat3('GET', `/items/${itemId}`)
    expect(view.body).toEqual({ kind: 'recused', meetingId: session.meetingId, ordinal: expect.any(Number) })
    const agenda = await ask.seat3('GET', `/meetings/${session.meetingId}`)
    expect(JSON.stringify(agenda.body)).not.toContain(dossierId)
    for (const path of ['closing', 'conflicts', 'result'])
      expect((await ask.seat3('GET', `/items/${itemId}/${path}`)).body).toEqual(notFound)
    expect((await ask.seat3('POST', `/items/${itemId}/sheet`)).body).toEqual(notFound)
    expect((await ask.seat3('POST', `/items/${itemId}/endings`, { ruleId: 'x', reason: 'y' })).body).toEqual(notFound)
  })

  test('a member of another council inside an allowed address is not found', async () => {
    const absent = '01890000-0000-7000-8000-000000000000'
    expect((await ask.office('POST', `/meetings/${session.meetingId}/presence/${absent}/arrive`)).body).toEqual(notFound)
    expect((await ask.office('POST', `/councils/${session.councilId}/members/${absent}/leave`, { reason: 'x' })).body).toEqual(notFound)
    expect((await ask.office('POST', `/meetings/${session.meetingId}/agenda`, { dossierIds: [absent] })).status).not.toBe(201)
  })
})

test('the chair closes over the API; then members and office read the result, the producer still does not', async () => {
  const { itemId } = await itemInSession(world, session, { dossier: { name: 'Để chốt' } })
  expect((await ask.seat3('POST', `/items/${itemId}/close-scoring`)).body).toMatchObject({ code: 'forbidden' })
  expect((await ask.seat1('POST', `/items/${itemId}/close-scoring`)).status).toBe(204)
  const board = await ask.seat1('GET', `/items/${itemId}/closing`)
  expect(board.body.board).toMatchObject({ basis: { pointsStar: 4, star: 4 } })
  expect((await ask.seat3('GET', `/items/${itemId}/closing`)).body.board).toBeNull()
  const closed = await ask.seat1('POST', `/items/${itemId}/close`, {})
  expect(closed.status).toBe(200)
  for (const person of ['seat1', 'seat3', 'seat9', 'office'] as const)
    for (const path of [`/results/${closed.body.id}`, `/items/${itemId}/result`])
      expect((await ask[person]('GET', path)).body).toMatchObject({ basis: { format: 1, outcome: 'scored' } })
  for (const person of ['producer', 'communeOfficer', 'leader', 'otherProvinceOffice'] as const)
    for (const path of [`/results/${closed.body.id}`, `/items/${itemId}/result`])
      expect((await ask[person]('GET', path)).body).toEqual(notFound)
}, 120_000)

test('office and leader bring a closed result to a decision and its certificate, which anyone can then check', async () => {
  const { resultId } = await closedResult(world, { meeting: session, dossier: { name: 'Nước mắm công nhận' }, star: 4 })
  const waiting = await ask.office('GET', '/results/waiting')
  expect(waiting.body.items.map((row: { resultId: string }) => row.resultId)).toContain(resultId)
  const made = await ask.office(
    'POST',
    '/decisions',
    { kind: 'recognition', title: 'Công nhận sản phẩm OCOP', resultIds: [resultId] },
    { 'idempotency-key': 'decision-1' },
  )
  expect(made.status).toBe(201)
  const decision = await ask.leader('GET', `/decisions/${made.body.id}`)
  const form = {
    numberKind: 'next',
    issuedOn: '15/09/2026',
    signerName: 'Trần Quốc Huy',
    signerPost: 'CHỦ TỊCH',
    version: decision.body.version,
  }
  expect((await ask.office('POST', `/decisions/${made.body.id}/issue`, form)).body).toMatchObject({ code: 'forbidden' })
  expect((await ask.producer('POST', `/decisions/${made.body.id}/issue`, form)).body).toEqual(notFound)
  expect((await ask.leader('POST', `/decisions/${made.body.id}/issue`, { ...form, issuedOn: '31/02/2026' })).body).toMatchObject({
    errors: { issuedOn: expect.any(String) },
  })
  const issued = await ask.leader('POST', `/decisions/${made.body.id}/issue`, form)
  expect(issued.status).toBe(200)
  const register = await ask.office('GET', '/register/certificates?q=cong+nhan')
  const code = register.body.items[0].verifyCode
  const api = testApi(services)
  expect((await api.anyone('GET', `/certificates/${code}`)).body).toMatchObject({ status: 'valid', star: 4, lastValidOn: '2029-09-15' })
}, 120_000)

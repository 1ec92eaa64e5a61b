// The commune and the office over HTTP, from a filed dossier to a round, two people acting in turn.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftDossier } from '#/programme/dossier/dossier.fixture.ts'
import { makeWorld, type World } from '#/testing/world.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { testApi, type Ask } from './api.fixture.ts'

let services: TestServices
let world: World
const ask = {} as Record<
  'producer' | 'communeOfficer' | 'communeLeader' | 'otherCommuneOfficer' | 'office' | 'advisor' | 'leader' | 'otherProvinceOffice',
  Ask
>

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  const api = testApi(services, { perMinute: { account: 100_000, address: 100_000 } })
  for (const person of [
    'producer',
    'communeOfficer',
    'communeLeader',
    'otherCommuneOfficer',
    'office',
    'advisor',
    'leader',
    'otherProvinceOffice',
  ] as const)
    ask[person] = await api.as(world, person)
})
afterAll(() => services.close())

const notFound = expect.objectContaining({ code: 'notFound' })

test('a draft becomes a dossier in a round, each step by the one whose step it is', async () => {
  const { dossierId } = await draftDossier(world, { name: 'Nước mắm qua API' })
  const at = `/commune/dossiers/${dossierId}`
  expect((await ask.communeOfficer('GET', at)).body).toEqual(notFound)

  const tasks = await ask.producer('GET', `/dossiers/${dossierId}/tasks`)
  expect(tasks.body).toMatchObject({ ready: true, seen: expect.any(String) })
  expect((await ask.producer('GET', `/dossiers/${dossierId}/points`)).body.score).toMatchObject({ star: 4 })
  const filed = await ask.producer(
    'POST',
    `/dossiers/${dossierId}/submit`,
    { declared: true, seen: tasks.body.seen },
    { 'idempotency-key': 'file-1' },
  )
  expect(filed).toMatchObject({ status: 201, body: { ordinal: 1, receiptNumber: expect.any(String), totals: { star: 4 } } })
  const again = await ask.producer(
    'POST',
    `/dossiers/${dossierId}/submit`,
    { declared: true, seen: tasks.body.seen },
    { 'idempotency-key': 'file-1' },
  )
  expect(again.body).toEqual(filed.body)
  expect((await ask.producer('POST', `/dossiers/${dossierId}/submit`, { declared: true })).status).toBe(409)

  expect((await ask.otherCommuneOfficer('GET', at)).body).toEqual(notFound)
  expect((await ask.office('GET', `/reception/${dossierId}`)).body).toEqual(notFound)
  const inbox = await ask.communeOfficer('GET', '/commune/dossiers?q=qua+api')
  expect(inbox.body).toMatchObject({ total: 1, items: [{ id: dossierId, dueOn: expect.any(String) }] })
  const file = await ask.communeOfficer('GET', at)
  expect(file.body.rights).toMatchObject({ check: true })
  expect(JSON.stringify(file.body)).not.toContain('headEthnicity')
  expect((await ask.communeOfficer('POST', `/dossiers/${dossierId}/private-reading`)).body).toMatchObject({ headEthnicity: 'Kinh' })
  expect((await ask.otherCommuneOfficer('POST', `/dossiers/${dossierId}/private-reading`)).body).toEqual(notFound)

  const lines = file.body.lines.map((line: { code: string }) => ({ component: line.code, verdict: 'present' }))
  expect((await ask.communeOfficer('PUT', `${at}/checks`, { lines })).status).toBe(204)
  const opinions = Object.fromEntries(
    file.body.contents.map((content: { id: string }) => [content.id, { finding: 'agrees', opinion: 'Đúng thực tế.' }]),
  )
  const saved = await ask.communeOfficer('PUT', `${at}/report`, { opinions, conclusion: 'Đề nghị đánh giá.', proposes: true, version: 0 })
  expect([saved.status, saved.body]).toEqual([200, { version: expect.any(Number) }])
  expect(
    (await ask.communeOfficer('PUT', `${at}/report`, { opinions, conclusion: 'Bản cũ.', proposes: true, version: 0 })).body,
  ).toMatchObject({ code: 'versionConflict' })
  expect((await ask.communeOfficer('POST', `${at}/report/ready`)).status).toBe(204)
  expect((await ask.communeOfficer('POST', `${at}/report/issue`, { post: 'chair' })).body).toMatchObject({ code: 'forbidden' })
  const issued = await ask.communeLeader('POST', `${at}/report/issue`, { post: 'chair' })
  expect(issued.body).toMatchObject({ reportDocument: expect.any(String), proposalDocument: expect.any(String) })
  expect((await ask.producer('GET', `/files/documents/${issued.body.reportDocument}`)).status).toBe(200)
  expect((await ask.otherCommuneOfficer('GET', `/files/documents/${issued.body.reportDocument}`)).body).toEqual(notFound)
  expect((await ask.communeOfficer('PUT', `${at}/samples`, { handed: 5 })).status).toBe(204)
  expect((await ask.communeOfficer('POST', `${at}/send`)).status).toBe(204)

  const round = await ask.office('POST', '/rounds', {
    year: 2026,
    ordinal: 2,
    name: 'Đợt 2',
    opensOn: '01/09/2026',
    proposalsDueOn: '31/02/2026',
    closesOn: '31/12/2026',
  })
  expect(round.body).toMatchObject({ status: 422, errors: { proposalsDueOn: expect.any(String) } })
  const planned = await ask.office('POST', '/rounds', {
    year: 2026,
    ordinal: 2,
    name: 'Đợt 2',
    opensOn: '01/09/2026',
    proposalsDueOn: '30/10/2026',
    closesOn: '31/12/2026',
    note: 'Theo kế hoạch của tỉnh.',
  })
  expect(planned.status).toBe(201)
  expect((await ask.producer('GET', '/rounds')).body).toMatchObject({ code: 'forbidden' })
  expect((await ask.otherProvinceOffice('GET', `/reception/${dossierId}`)).body).toEqual(notFound)
  expect((await ask.office('PUT', `/reception/${dossierId}/samples`, { received: 5 })).status).toBe(204)
  const seen = await ask.office('GET', `/reception/${dossierId}`)
  expect(JSON.stringify(seen.body)).not.toContain('headEthnicity')
  expect((await ask.office('POST', `/reception/${dossierId}/checks/agree`)).status).toBe(204)
  const own = seen.body.provinceLines.map((line: { code: string }) => ({ component: line.code, verdict: 'present' }))
  await ask.office('PUT', `/reception/${dossierId}/checks`, { lines: own })
  expect((await ask.advisor('POST', `/reception/${dossierId}/accept`, { roundId: planned.body.id })).body).toMatchObject({
    code: 'forbidden',
  })
  const accepted = await ask.office('POST', `/reception/${dossierId}/accept`, { roundId: planned.body.id })
  expect([accepted.status, accepted.body]).toEqual([204, ''])
  const advice = await ask.advisor('PUT', `/reception/${dossierId}/advice`, {
    notes: [{ criterion: '1.1', state: 'done', bringToCouncil: true }],
    summary: '=cmd()',
    version: 0,
  })
  expect(advice.status).toBe(200)
}, 120_000)

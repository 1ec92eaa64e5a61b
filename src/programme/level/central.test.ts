// A central round inside the program under 26/2026: results of 90 points and more go up to the ministry's desk, are recognised there with five
// stars, or come back below 90 (Đ7.4).
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { certificateByCode } from '../certificate/certificate.public.store.ts'
import { issueDecision, prepareDecision } from '../certificate/decision.actions.ts'
import { recordMinistryAnswer } from '../certificate/ministry-answer.actions.ts'
import { CENTRAL } from '../people/authority.ts'
import { CENTRAL_NOW, centralDesk, centralIssuing, resultOfMinistry, sentUp, type Central } from './central.fixture.ts'
import { chooseOnReturn, returnDown } from './level.actions.ts'

let services: TestServices
let world: World
let central: Central
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices({ now: CENTRAL_NOW })
  world = await makeWorld(services)
  central = await centralDesk(world)
})
afterAll(() => services.close())

const rowOf = (id: string) => db().selectFrom('dossier').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const certificateOf = (dossierId: string) =>
  db().selectFrom('certificate').selectAll().where('dossierId', '=', dossierId).executeTakeFirstOrThrow()
const asMinistry = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(central.ministry, person, verb)

test('five stars: decided by the minister, registered in the province of the product', async () => {
  const dossierId = await sentUp(central)
  expect(await rowOf(dossierId)).toMatchObject({ state: 'proposed', authority: CENTRAL, pastAuthorities: ['38'] })
  const resultId = await resultOfMinistry(central, dossierId, 9300, 5)
  // The province neither decides on it nor writes down what the ministry itself decides here.
  await expect(
    actAs(world, 'office', (ctx) => prepareDecision(ctx, { kind: 'recognition', title: 'x', resultIds: [resultId] })),
  ).rejects.toMatchObject({ code: 'decision.resultTaken' })
  await expect(actAs(world, 'office', (ctx) => recordMinistryAnswer(ctx, dossierId, {}, []))).rejects.toMatchObject({ code: 'notFound' })
  await expect(asMinistry('office', (ctx) => recordMinistryAnswer(ctx, dossierId, {}, []))).rejects.toMatchObject({
    code: 'ministry.notAwaited',
  })
  const id = await asMinistry('office', (ctx) =>
    prepareDecision(ctx, { kind: 'recognition', title: 'Công nhận 5 sao', resultIds: [resultId] }),
  )
  await asMinistry('leader', (ctx) => issueDecision(ctx, id, centralIssuing, 1))
  const certificate = await certificateOf(dossierId)
  expect(certificate).toMatchObject({
    star: 5,
    provinceCode: '38',
    decisionId: id,
    productCode: expect.stringMatching(/^38-16531-\d+-2026$/),
  })
  expect(await certificateByCode(db(), certificate.verifyCode)).toMatchObject({
    snapshot: { decision: { issuer: 'Bộ trưởng Bộ Nông nghiệp và Môi trường' } },
  })
  const told = await db()
    .selectFrom('notice')
    .select('params')
    .where('accountId', '=', world.accounts.producer)
    .where('kind', '=', 'recognised')
    .where('subjectId', '=', dossierId)
    .execute()
  expect(told).toHaveLength(1)
})

test('under 90 points: sent back with the result, recognised by the province on it', async () => {
  const dossierId = await sentUp(central)
  const resultId = await resultOfMinistry(central, dossierId, 8729, 4)
  await expect(
    asMinistry('office', (ctx) => prepareDecision(ctx, { kind: 'recognition', title: 'x', resultIds: [resultId] })),
  ).rejects.toMatchObject({ code: 'decision.wrongRoute' })
  await asMinistry('office', (ctx) => returnDown(ctx, dossierId, { note: 'Chưa đủ 90 điểm.' }))
  expect(await rowOf(dossierId)).toMatchObject({ state: 'returned', authority: '38' })
  await actAs(world, 'office', (ctx) => chooseOnReturn(ctx, dossierId, { choice: 'recogniseOnThatResult', reason: 'Đủ 4 sao.' }))
  const id = await actAs(world, 'office', (ctx) => prepareDecision(ctx, { kind: 'recognition', title: 'Công nhận', resultIds: [resultId] }))
  await actAs(world, 'leader', (ctx) => issueDecision(ctx, id, centralIssuing, 1))
  const { snapshot, ...certificate } = await certificateOf(dossierId)
  expect(certificate).toMatchObject({ star: 4, decisionId: id, provinceCode: '38' })
  expect(snapshot).toMatchObject({ decision: { issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa' } })
})

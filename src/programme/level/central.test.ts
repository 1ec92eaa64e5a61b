// A central round inside the program under 26/2026: results of 90 points and more go up to the ministry's desk, are recognised there with five
// stars, or come back below 90 (Đ7.4).
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, TEST_PASSWORD, type Person, type World } from '#/testing/world.ts'
import { concludedDossier, sampleBasis } from '../certificate/certificate.fixture.ts'
import { certificateByCode } from '../certificate/certificate.public.store.ts'
import { issueDecision, prepareDecision } from '../certificate/decision.actions.ts'
import type { IssuingForm } from '../certificate/decision-input.ts'
import { recordMinistryAnswer } from '../certificate/ministry-answer.actions.ts'
import { CENTRAL } from '../people/authority.ts'
import { setUpDesk } from '../people/desk.actions.ts'
import { createAccount, grantRole } from '../people/people.actions.ts'
import { planRound } from '../round/round.actions.ts'
import { chooseOnReturn, returnDown, sendUp } from './level.actions.ts'

let services: TestServices
let world: World
/** The same house seen from the ministry: its office and leader in the places of the province's. */
let ministry: World
let meetingId: string
const db = () => services.database.db
const issuing: IssuingForm = {
  numberKind: 'next',
  reserved: '',
  irregular: '',
  issuedOn: '22/12/2026',
  signerName: 'Nguyễn Văn Bộ',
  signerPost: 'BỘ TRƯỞNG',
}

beforeAll(async () => {
  services = await testServices({ now: '2026-12-22T03:00:00Z' })
  world = await makeWorld(services)
  await actAs(world, 'admin', (ctx) =>
    setUpDesk(ctx, { place: CENTRAL, committee: 'Bộ Nông nghiệp và Môi trường', office: 'Văn phòng Điều phối nông thôn mới trung ương' }),
  )
  ministry = { ...world, accounts: { ...world.accounts, office: await atMinistry('office'), leader: await atMinistry('leader') } }
  meetingId = await session()
})
afterAll(() => services.close())

async function atMinistry(role: 'office' | 'leader'): Promise<string> {
  return actAs(world, 'admin', async (ctx) => {
    const accountId = await createAccount(ctx, {
      username: `bo-${role}`,
      name: `Cán bộ Bộ ${role}`,
      password: TEST_PASSWORD,
      phone: null,
      authority: CENTRAL,
    })
    await grantRole(ctx, { accountId, role, authority: CENTRAL, validFrom: '2026-01-01' })
    return accountId
  })
}

/** The ministry's round by its verb; council and meeting as rows, their verbs have their own tests. */
async function session(): Promise<string> {
  const roundId = await actAs(ministry, 'office', (ctx) =>
    planRound(ctx, {
      year: '2026',
      ordinal: '2',
      name: '',
      opensOn: '01/12/2026',
      proposalsDueOn: '25/12/2026',
      closesOn: '31/12/2026',
      note: 'theo kế hoạch',
    } as never),
  )
  const now = services.clock.now()
  const [councilId, id] = [newId(), newId()]
  await db()
    .insertInto('council')
    .values({
      id: councilId,
      authority: CENTRAL,
      name: 'Hội đồng OCOP cấp trung ương',
      decisionNumber: '1/QĐ-BNNMT',
      decisionDate: '2026-02-05',
      termFrom: '2026-02-05',
      termTo: '2030-12-31',
      rules: json({}),
      state: 'established',
      createdAt: now,
    })
    .execute()
  await db()
    .insertInto('meeting')
    .values({ id, authority: CENTRAL, councilId, roundId, name: 'Kỳ họp trung ương', startsAt: now, state: 'closed', createdAt: now })
    .execute()
  return id
}

/** Approved at the province with 92,5 points and sent up with its samples: `proposed` at the ministry. */
async function sentUp(): Promise<string> {
  const { dossierId, resultId } = await concludedDossier(world, { star: 4, pointsStar: 5, meanPrinted: '92.50' })
  await db().updateTable('dossier').set({ proposedAt: services.clock.now() }).where('id', '=', dossierId).execute()
  const id = await actAs(world, 'office', (ctx) => prepareDecision(ctx, { kind: 'approval', title: 'Phê duyệt', resultIds: [resultId] }))
  await actAs(world, 'leader', (ctx) => issueDecision(ctx, id, issuing, 1))
  await actAs(world, 'office', (ctx) => sendUp(ctx, dossierId, { handed: 5, note: '' }))
  return dossierId
}

/** What the ministry's council closed on a dossier that lies at its desk. */
async function resultOfMinistry(dossierId: string, hundredths: number, star: number): Promise<string> {
  const now = services.clock.now()
  const [itemId, resultId] = [newId(), newId()]
  const { n } = await db()
    .selectFrom('agendaItem')
    .select((select) => select.fn.countAll<string>().as('n'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('agendaItem')
    .values({ id: itemId, meetingId, dossierId, ordinal: Number(n) + 1, state: 'closed', closedAt: now })
    .execute()
  await db()
    .insertInto('result')
    .values({
      id: resultId,
      itemId,
      dossierId,
      authority: CENTRAL,
      outcome: 'scored',
      meanNumerator: hundredths,
      meanDenominator: 100,
      meanPrinted: (hundredths / 100).toFixed(2),
      pointsStar: star,
      star,
      spread: 4,
      basis: json(sampleBasis),
      basisHash: 'b'.repeat(64),
      closedBy: ministry.accounts.office,
      closedAt: now,
    })
    .execute()
  await db().updateTable('dossier').set({ state: 'concluded', decidingResultId: resultId }).where('id', '=', dossierId).execute()
  return resultId
}
const rowOf = (id: string) => db().selectFrom('dossier').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const certificateOf = (dossierId: string) =>
  db().selectFrom('certificate').selectAll().where('dossierId', '=', dossierId).executeTakeFirstOrThrow()
const asMinistry = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(ministry, person, verb)

test('five stars: decided by the minister, registered in the province of the product', async () => {
  const dossierId = await sentUp()
  expect(await rowOf(dossierId)).toMatchObject({ state: 'proposed', authority: CENTRAL, pastAuthorities: ['38'] })
  const resultId = await resultOfMinistry(dossierId, 9300, 5)
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
  await asMinistry('leader', (ctx) => issueDecision(ctx, id, issuing, 1))
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
  const dossierId = await sentUp()
  const resultId = await resultOfMinistry(dossierId, 8729, 4)
  await expect(
    asMinistry('office', (ctx) => prepareDecision(ctx, { kind: 'recognition', title: 'x', resultIds: [resultId] })),
  ).rejects.toMatchObject({ code: 'decision.wrongRoute' })
  await asMinistry('office', (ctx) => returnDown(ctx, dossierId, { note: 'Chưa đủ 90 điểm.' }))
  expect(await rowOf(dossierId)).toMatchObject({ state: 'returned', authority: '38' })
  await actAs(world, 'office', (ctx) => chooseOnReturn(ctx, dossierId, { choice: 'recogniseOnThatResult', reason: 'Đủ 4 sao.' }))
  const id = await actAs(world, 'office', (ctx) => prepareDecision(ctx, { kind: 'recognition', title: 'Công nhận', resultIds: [resultId] }))
  await actAs(world, 'leader', (ctx) => issueDecision(ctx, id, issuing, 1))
  const { snapshot, ...certificate } = await certificateOf(dossierId)
  expect(certificate).toMatchObject({ star: 4, decisionId: id, provinceCode: '38' })
  expect(snapshot).toMatchObject({ decision: { issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa' } })
})

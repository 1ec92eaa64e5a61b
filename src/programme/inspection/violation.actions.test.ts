import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, people, type Person, type World } from '#/testing/world.ts'
import { readableAttachment } from '../access/attachments.ts'
import { attachmentsOf } from '../attachment/attachment.store.ts'
import { certificateByCode } from '../certificate/certificate.public.store.ts'
import { publicStatus } from '../certificate/public-status.ts'
import type { Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { inspectionOf } from './inspection.store.ts'
import { INSPECTION_NOW, inspectionIn, violationInput } from './inspection.fixture.ts'
import { decideProposal, proposeWithdrawal, type ProposalInput } from './proposal.actions.ts'
import { remindInspections } from './remind.job.ts'
import { addViolation, answerViolation, closeViolation, extendViolation, judgeAnswer } from './violation.actions.ts'
import { listViolations, violationById, violationOfCertificate, type ViolationQuery } from './violation.store.ts'
import type { ViolationInput } from './violation.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices({ now: INSPECTION_NOW })
  world = await makeWorld(services)
})
afterAll(() => services.close())

const as = <T>(person: Person, verb: (ctx: Ctx) => Promise<T>) => actAs(world, person, verb)
const paper: IncomingFile = {
  fileName: 'nhan-moi.pdf',
  mediaType: 'application/pdf',
  bytes: new TextEncoder().encode('%PDF-1.4 nhãn'),
  pageCount: 1,
}
const answer = (id: string, person: Person = 'producer', text = 'Đã thay toàn bộ nhãn.') =>
  as(person, (ctx) => answerViolation(ctx, id, { text }, { photos: [], files: [paper] }))
const shown = async (id: string, person: Person = 'office') => violationById(db(), await actorOf(world, person), id)
const stateOf = async (id: string) => (await shown(id)).violation.state
const all: ViolationQuery = {
  search: '',
  state: null,
  kinds: null,
  severity: null,
  year: null,
  inspectionId: null,
  sort: 'recent',
  page: 1,
  perPage: 100,
}

describe('found', () => {
  test.each<[ViolationInput, string[]]>([
    [{ kind: 'rude' }, ['kind']],
    [{ severity: '' }, ['severity']],
    [{ what: '' }, ['what']],
    [{ remedy: 'fix', dueOn: '' }, ['dueOn']],
    [{ remedy: 'fix', ordered: '' }, ['ordered']],
    [{ dueOn: '01/03/2027' }, ['dueOn']],
    [{ remedy: 'forward' }, ['forwardedTo']],
    [{ ground: 'z' }, ['ground']],
    [{ productId: newId() }, ['productId']],
  ])('%j is refused at %j', async (over, fields) => {
    const { id } = await inspectionIn(world, 'signed')
    expect(await fieldsOf(as('office', (ctx) => addViolation(ctx, id, violationInput(world, over))))).toEqual(fields)
  })

  test('only on a written record, once, by the office; the producer and nobody beside it is told', async () => {
    const planned = await inspectionIn(world, 'planned')
    expect(await refused(as('office', (ctx) => addViolation(ctx, planned.id, violationInput(world))))).toBe('stateConflict')
    const { id, productId, violationId } = await inspectionIn(world, 'violated')
    expect(await fieldsOf(as('office', (ctx) => addViolation(ctx, id, violationInput(world, { productId }))))).toEqual(['what'])
    for (const person of ['producer', 'leader', 'bodyOfficer', 'communeOfficer'] as const)
      expect([person, await refused(as(person, (ctx) => addViolation(ctx, id, violationInput(world, { what: person }))))]).toEqual([
        person,
        'forbidden',
      ])
    const told = await db().selectFrom('notice').select(['accountId', 'kind']).where('subjectId', '=', violationId).execute()
    expect(told).toEqual([{ accountId: world.accounts.producer, kind: 'violation.toRemedy' }])
  })

  test('goods that never earned a star are described; a producer’s goods on the market are its own to answer, the inspection is not', async () => {
    const market = { site: 'market', producer: '', commune: 'Phường Sầm Sơn' }
    const { id } = await inspectionIn(world, 'planned', { input: { ...market, products: '' } })
    const { id: certified, productId } = await inspectionIn(world, 'planned', { input: market })
    const form = { signing: 'signed' }
    const { recorded } = await import('./inspection.fixture.ts')
    await recorded(world, id, form)
    await recorded(world, certified, form)
    expect(await fieldsOf(as('office', (ctx) => addViolation(ctx, id, violationInput(world))))).toEqual(['goods'])
    const stranger = await as('office', (ctx) => addViolation(ctx, id, violationInput(world, { goods: 'Mắm không nhãn, quầy 12' })))
    expect((await shown(stranger)).violation).toMatchObject({ producerId: null, productId: null })
    expect(await refused(shown(stranger, 'producer'))).toBe('notFound')
    const own = await as('office', (ctx) => addViolation(ctx, certified, violationInput(world, { productId })))
    expect((await shown(own, 'producer')).rights).toMatchObject({ owner: true, inspection: false })
    const actor = await actorOf(world, 'producer')
    await expect(inspectionOf(db(), actor, certified)).rejects.toMatchObject({ code: 'notFound' })
    await answer(own)
  })
})

describe('answered', () => {
  test('by the producer alone, judged, sent back with a new day, answered again, settled', async () => {
    const { violationId } = await inspectionIn(world, 'violated')
    for (const person of people.filter((one) => one !== 'producer'))
      expect([person, await refused(answer(violationId, person))]).toEqual([
        person,
        ['office', 'leader', 'advisor', 'bodyOfficer', 'communeOfficer', 'communeLeader'].includes(person) ? 'forbidden' : 'notFound',
      ])
    expect(await fieldsOf(answer(violationId, 'producer', ' '))).toEqual(['text'])
    const twice = await Promise.allSettled([answer(violationId), answer(violationId)])
    expect(twice.map((end) => end.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const judge = (input: object, person: Person = 'office') => as(person, (ctx) => judgeAnswer(ctx, violationId, input))
    expect(await refused(judge({ verdict: 'enough' }, 'producer'))).toBe('forbidden')
    expect(await fieldsOf(judge({ verdict: 'notEnough' }))).toEqual(['dueOn', 'remark'])
    expect(await fieldsOf(judge({ verdict: 'notEnough', remark: 'Thiếu ảnh.', dueOn: '01/03/2027' }))).toEqual(['dueOn'])
    await judge({ verdict: 'notEnough', remark: 'Thiếu ảnh.', dueOn: '20/03/2027' })
    expect((await shown(violationId, 'producer')).violation).toMatchObject({ state: 'returned', dueOn: '2027-03-20' })
    await answer(violationId)
    await judge({ verdict: 'enough' })
    expect(await refused(judge({ verdict: 'enough' }))).toBe('stateConflict')
    expect((await shown(violationId)).answers.map((one) => one.verdict)).toEqual(['notEnough', 'enough'])
    const [file] = await attachmentsOf(db(), 'violation', [violationId])
    for (const [person, reads] of [
      ['producer', true],
      ['office', true],
      ['otherProducer', false],
    ] as const)
      expect([person, (await readableAttachment(db(), await actorOf(world, person), file?.id ?? '')) !== null]).toEqual([person, reads])
  })

  test('more time lies after the promised day; late is told once for each day, and a late answer still counts', async () => {
    const { violationId } = await inspectionIn(world, 'violated', { violation: { dueOn: '10/03/2027' } })
    const extend = (dueOn: string) => as('office', (ctx) => extendViolation(ctx, violationId, { dueOn, reason: 'Chờ in nhãn.' }))
    expect(await fieldsOf(extend('10/03/2027'))).toEqual(['dueOn'])
    await extend('12/03/2027')
    const late = async () =>
      (
        await db()
          .selectFrom('notice')
          .select('accountId')
          .where('subjectId', '=', violationId)
          .where('kind', '=', 'violation.late')
          .execute()
      ).length
    services.clock.set('2027-03-12T16:59:00Z')
    await remindInspections(services)
    expect(await late()).toBe(0)
    services.clock.set('2027-03-12T17:00:00Z')
    await remindInspections(services)
    await remindInspections(services)
    expect(await late()).toBe(2)
    const found = await listViolations(db(), await actorOf(world, 'office'), { ...all, state: 'late' }, '2027-03-13')
    expect(found.rows.map((row) => row.id)).toContain(violationId)
    await answer(violationId)
    services.clock.set(INSPECTION_NOW)
    const [line] = await db()
      .selectFrom('auditEntry')
      .select('payload')
      .where('subjectId', '=', violationId)
      .where('verb', '=', 'violation.answered')
      .execute()
    expect(line?.payload).toMatchObject({ late: true, files: 1 })
  })

  test('ended without an answer: settled on the spot, passed on, or lifted, each with its reason', async () => {
    const { violationId } = await inspectionIn(world, 'violated')
    const close = (id: string, input: object) => as('office', (ctx) => closeViolation(ctx, id, input))
    expect(await fieldsOf(close(violationId, { to: 'withdrawn', reason: 'x' }))).toEqual(['to'])
    expect(await fieldsOf(close(violationId, { to: 'settled' }))).toEqual(['reason'])
    expect(await fieldsOf(close(violationId, { to: 'forwarded', reason: 'Vượt thẩm quyền.' }))).toEqual(['forwardedTo'])
    await close(violationId, { to: 'forwarded', reason: 'Vượt thẩm quyền.', forwardedTo: 'Chi cục Quản lý thị trường' })
    await close(violationId, { to: 'lifted', reason: 'Chi cục kết luận không vi phạm.' })
    expect(await refused(close(violationId, { to: 'settled', reason: 'Muộn.' }))).toBe('stateConflict')
    const warned = await inspectionIn(world, 'violated', { violation: { remedy: 'warn', dueOn: '' } })
    expect(await stateOf(warned.violationId)).toBe('settled')
  })
})

describe('a withdrawal', () => {
  const proposal = { ground: 'd', reason: 'In sai hạng sao trên toàn bộ lô hàng.', conclusion: '', concludedOn: '25/02/2027' }
  const propose = (id: string, over: ProposalInput = {}, person: Person = 'office') =>
    as(person, (ctx) => proposeWithdrawal(ctx, id, { ...proposal, ...over }))
  const decision = { agree: 'yes', reason: '', decisionNumber: '77/QĐ-UBND', decisionDate: '01/03/2027' }
  const decide = (id: string, over: object = {}, person: Person = 'leader') =>
    as(person, (ctx) => decideProposal(ctx, id, { ...decision, ...over }))

  test.each<[ProposalInput, string[]]>([
    [{ ground: 'z' }, ['ground']],
    [{ reason: '' }, ['reason']],
    // Grounds b, c, e stand on a conclusion of a competent authority.
    [{ ground: 'c' }, ['conclusion']],
    [{ concludedOn: '02/03/2027' }, ['concludedOn']],
    [{ concludedOn: '01/12/2026' }, ['concludedOn']],
  ])('proposed with %j is refused at %j', async (over, fields) => {
    const { violationId } = await inspectionIn(world, 'violated')
    expect(await fieldsOf(propose(violationId, over))).toEqual(fields)
  })

  test('goes from the finding to the proposal to the decision, each by another hand, within fifteen days of the conclusion', async () => {
    const { violationId, certificateId } = await inspectionIn(world, 'violated')
    expect(await refused(propose(violationId, {}, 'leader'))).toBe('forbidden')
    const id = await propose(violationId)
    expect(await refused(propose(violationId))).toBe('stateConflict')
    expect((await shown(violationId, 'leader')).proposals).toMatchObject([{ dueOn: '2027-03-12', state: 'open' }])
    for (const person of people.filter((one) => one !== 'leader'))
      expect([person, await refused(decide(id, {}, person))]).toEqual([
        person,
        ['office', 'bodyOfficer'].includes(person)
          ? 'inspection.ownFinding'
          : ['advisor', 'producer', 'communeOfficer', 'communeLeader'].includes(person)
            ? 'forbidden'
            : 'notFound',
      ])
    expect(await fieldsOf(decide(id, { agree: '' }))).toEqual(['agree'])
    expect(await fieldsOf(decide(id, { decisionNumber: '' }))).toEqual(['decisionNumber'])
    const twice = await Promise.allSettled([decide(id), decide(id)])
    expect(twice.map((end) => end.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const certificate = await db().selectFrom('certificate').selectAll().where('id', '=', certificateId).executeTakeFirstOrThrow()
    expect(certificate).toMatchObject({ state: 'withdrawn', stateGround: 'd', stateDecision: '77/QĐ-UBND', stateDecisionOn: '2027-03-01' })
    expect(await stateOf(violationId)).toBe('withdrawn')
    expect(await violationOfCertificate(db(), await actorOf(world, 'office'), certificateId)).toEqual({ violationId, state: 'agreed' })
    expect(await violationOfCertificate(db(), await actorOf(world, 'clerk'), certificateId)).toBeNull()
  })

  test('is not decided by a member of the team, though a leader', async () => {
    const { violationId, id: inspectionId } = await inspectionIn(world, 'violated')
    const id = await propose(violationId)
    await db()
      .insertInto('inspectionMember')
      .values({ id: newId(), inspectionId, accountId: world.accounts.leader, name: 'Trần Quốc Huy' })
      .execute()
    expect(await refused(decide(id))).toBe('inspection.ownFinding')
  })

  test('refused, the violation stands where it stood and the certificate holds; it may be proposed again', async () => {
    const { violationId, certificateId } = await inspectionIn(world, 'violated')
    await answer(violationId)
    const id = await propose(violationId)
    expect(await fieldsOf(decide(id, { agree: 'no' }))).toEqual(['reason'])
    await decide(id, { agree: 'no', reason: 'Đã khắc phục.' })
    expect(await stateOf(violationId)).toBe('answered')
    expect((await shown(violationId, 'producer')).proposals).toEqual([])
    expect((await db().selectFrom('certificate').select('state').where('id', '=', certificateId).executeTakeFirstOrThrow()).state).toBe(
      'valid',
    )
    expect(await refused(propose(violationId))).toBe('done')
  })

  test('of five stars is the ministry’s; without a certificate in force there is nothing to withdraw', async () => {
    const five = await inspectionIn(world, 'violated', { certificate: { star: 5 } })
    expect(await refused(propose(five.violationId))).toBe('inspection.fiveStars')
    const ended = await inspectionIn(world, 'violated', { certificate: { state: 'replaced' } })
    expect(await refused(propose(ended.violationId))).toBe('inspection.noCertificate')
  })

  test('that is not decided in time is told to the leader once; the public learns nothing before the decision', async () => {
    const { violationId } = await inspectionIn(world, 'violated', { certificate: { verifyCode: 'PUBL1CNOTH1NG777' } })
    const open = () => certificateByCode(db(), 'PUBL1CNOTH1NG777')
    const before = await open()
    await propose(violationId)
    expect(await open()).toEqual(before)
    expect(before && publicStatus(before, '2027-03-01').kind).toBe('valid')
    services.clock.set('2027-03-13T02:00:00Z')
    await remindInspections(services)
    await remindInspections(services)
    const told = await db()
      .selectFrom('notice')
      .select('accountId')
      .where('subjectId', '=', violationId)
      .where('kind', '=', 'violation.decisionLate')
      .execute()
    expect(told).toEqual([{ accountId: world.accounts.leader }])
    services.clock.set(INSPECTION_NOW)
  })
})

test('every violation a person may open is in its list and no other', async () => {
  const rows = await db().selectFrom('violation').select('id').execute()
  for (const person of people) {
    const actor = await actorOf(world, person)
    const listed = await listViolations(db(), actor, all, '2027-03-01').then(
      (found) => found.rows.map((row) => row.id),
      (): string[] => [],
    )
    for (const { id } of rows)
      expect([person, id, (await refused(shown(id, person))) === 'done']).toEqual([person, id, listed.includes(id)])
  }
})

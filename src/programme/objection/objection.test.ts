import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarWith } from '#/platform/calendar/default-holidays.ts'
import { newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { concludedDossier } from '../certificate/certificate.fixture.ts'
import { certificateByCode } from '../certificate/certificate.public.store.ts'
import { issueDecision, prepareDecision } from '../certificate/decision.actions.ts'
import type { IssuingForm } from '../certificate/decision-input.ts'
import { issueLetter } from '../certificate/letter.actions.ts'
import { publicStatus } from '../certificate/public-status.ts'
import { afterInvariants } from '../doctor/invariants.after.ts'
import { invariants } from '../doctor/invariants.ts'
import { sql } from 'kysely'
import { answerByReassessment, recordMinistryRequest } from './ministry-request.actions.ts'
import { listRequests, requestFor, requestSubject, type RequestQuery } from './ministry-request.store.ts'
import { remindObjections } from './answer.job.ts'
import { answerObjection, fileObjection, nameDeciders, receiveObjection, withdrawObjection } from './objection.actions.ts'
import { countObjections, listObjections, type ObjectionQuery } from './objection.list.ts'
import { objectionTerm, objectionTransitions, unreachable } from './objection.ts'
import { mayDecide, objectionFor, objectionStanding } from './objection.store.ts'
import { followedResult } from './reassessment.store.ts'
import { cancelRecall, issueRecall, prepareRecall } from './recall.actions.ts'
import { recallDrafts, recallFor } from './recall.store.ts'
import { groundOf, recallTransitions } from './recall.ts'

let services: TestServices
let world: World
const as = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(world, person, verb)
const db = () => services.database.db
const form: IssuingForm = {
  numberKind: 'next',
  reserved: '',
  irregular: '',
  issuedOn: '22/12/2026',
  signerName: 'Nguyễn Minh Khôi',
  signerPost: 'CHÁNH VĂN PHÒNG',
}
const letterFile = {
  fileName: 'cv.pdf',
  mediaType: 'application/pdf' as const,
  bytes: new TextEncoder().encode('%PDF-1.4 cv'),
  pageCount: 1,
}
const file = (dossierId: string, person: Person = 'producer') =>
  as(person, (ctx) => fileObjection(ctx, dossierId, { wants: 'Xem lại 3.5' }, []))
/** As the commune's proposal would have left it. */
const proposed = (id: string) => db().updateTable('dossier').set({ proposedAt: services.clock.now() }).where('id', '=', id).execute()
const dossierRow = (id: string) => db().selectFrom('dossier').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

async function lettered() {
  const one = await concludedDossier(world, { star: 2, pointsStar: 4 })
  await proposed(one.dossierId)
  await as('office', (ctx) => issueLetter(ctx, one.resultId, { ...form, advice: 'Hoàn thiện nhãn.' }))
  return one
}
async function recognised() {
  const one = await concludedDossier(world)
  await proposed(one.dossierId)
  const id = await as('office', (ctx) => prepareDecision(ctx, { kind: 'recognition', title: 'Công nhận', resultIds: [one.resultId] }))
  await as('leader', (ctx) => issueDecision(ctx, id, form, 1))
  const certificate = await db().selectFrom('certificate').selectAll().where('dossierId', '=', one.dossierId).executeTakeFirstOrThrow()
  return { ...one, decisionId: id, certificate }
}
async function deciding(dossierId: string) {
  const id = await file(dossierId)
  await as('office', (ctx) => receiveObjection(ctx, id))
  await as('leader', (ctx) => nameDeciders(ctx, id, [world.accounts.office], 2))
  return id
}
const answer = (id: string, outcome: 'kept' | 'reassess', person: Person = 'office') =>
  as(person, (ctx) => answerObjection(ctx, id, { ...form, outcome, answer: 'Đã đối chiếu minh chứng.' }))
const statusOf = async (code: string) => {
  const certificate = await certificateByCode(db(), code)
  return certificate ? publicStatus(certificate, '2026-12-22') : null
}

/** A confirmed conflict on the dossier's item. */
async function recuse(dossierId: string, person: Person) {
  const item = await db().selectFrom('agendaItem').select('id').where('dossierId', '=', dossierId).executeTakeFirstOrThrow()
  await db()
    .insertInto('conflict')
    .values({
      id: newId(),
      itemId: item.id,
      accountId: world.accounts[person],
      origin: 'pinned',
      cause: 'other',
      detail: 'Có góp vốn.',
      state: 'confirmed',
      createdAt: services.clock.now(),
    })
    .execute()
}

beforeAll(async () => {
  services = await testServices({ now: '2026-12-22T03:00:00Z' })
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('every state of an objection and of a recall can be reached', () => {
  expect(unreachable(objectionTransitions)).toEqual([])
  expect(unreachable(recallTransitions)).toEqual([])
})

test('the term runs from the later of the paper and its entry, and ends on a working day', () => {
  const calendar = calendarWith([])
  // 07/12/2026 and fifteen days: 22/12, a Tuesday. Entered on 11/12: 26/12 is a Saturday, so Monday 28/12.
  expect(objectionTerm({ issuedOn: '2026-12-07', enteredOn: '2026-12-07' }, 15, calendar)).toEqual({
    toldOn: '2026-12-07',
    dueOn: '2026-12-22',
  })
  expect(objectionTerm({ issuedOn: '2026-12-07', enteredOn: '2026-12-11' }, 15, calendar)).toEqual({
    toldOn: '2026-12-11',
    dueOn: '2026-12-28',
  })
})

describe('an objection of the producer', () => {
  test('needs a paper to answer, is raised once, and never by another', async () => {
    const bare = await concludedDossier(world, { star: 2, pointsStar: 4 })
    await expect(file(bare.dossierId)).rejects.toMatchObject({ code: 'objection.noPaper' })
    const one = await lettered()
    for (const person of ['otherProducer', 'office', 'communeOfficer', 'seat1'] as const)
      await expect(file(one.dossierId, person)).rejects.toMatchObject({ code: 'notFound' })
    await file(one.dossierId)
    await expect(file(one.dossierId)).rejects.toMatchObject({ code: 'objection.twice' })
    await as('producer', (ctx) => withdrawObjection(ctx, one.dossierId, { reason: 'Đã rõ kết quả' }))
    await expect(file(one.dossierId)).rejects.toMatchObject({ code: 'objection.twice' })
  })

  test('is refused after fifteen days, with the rule', async () => {
    const one = await lettered()
    // 22/12 and fifteen days: 06/01/2027 still holds.
    services.clock.set('2027-01-06T17:01:00Z')
    await expect(file(one.dossierId)).rejects.toMatchObject({ code: 'objection.late', params: { days: '15', due: '06/01/2027' } })
    services.clock.set('2027-01-06T16:00:00Z')
    await file(one.dossierId)
    services.clock.set('2026-12-22T03:00:00Z')
  })

  test('is decided by people who did not score, named by the leader', async () => {
    const one = await lettered()
    const id = await file(one.dossierId)
    await expect(as('leader', (ctx) => receiveObjection(ctx, id))).rejects.toMatchObject({ code: 'forbidden' })
    await as('office', (ctx) => receiveObjection(ctx, id))
    await expect(as('office', (ctx) => nameDeciders(ctx, id, [world.accounts.office], 2))).rejects.toMatchObject({ code: 'forbidden' })
    // The office's own person closed this result: out.
    await db().updateTable('result').set({ closedBy: world.accounts.office }).where('id', '=', one.resultId).execute()
    const { objection } = await as('leader', (ctx) => objectionFor(ctx.tx, ctx.actor, id))
    expect((await mayDecide(db(), objection)).map((row) => row.accountId)).toEqual([world.accounts.leader])
    await expect(as('leader', (ctx) => nameDeciders(ctx, id, [world.accounts.office], 2))).rejects.toMatchObject({
      code: 'objection.scoredBefore',
    })
    await as('leader', (ctx) => nameDeciders(ctx, id, [world.accounts.leader], 2))
    // The page as another leader had opened it before.
    await expect(as('leader', (ctx) => nameDeciders(ctx, id, [world.accounts.leader], 2))).rejects.toMatchObject({
      code: 'versionConflict',
    })
    await expect(answer(id, 'kept')).rejects.toMatchObject({ code: 'forbidden' })
    await answer(id, 'kept', 'leader')
    expect((await dossierRow(one.dossierId)).state).toBe('notRecognised')
    await expect(answer(id, 'kept', 'leader')).rejects.toMatchObject({ code: 'stateConflict' })
  })

  test('shows the certificate as under review where the setting says so, until it is answered', async () => {
    await db()
      .insertInto('setting')
      .values({ authority: '38', key: 'objection.certificate', value: json('suspended'), updatedAt: services.clock.now() })
      .execute()
    const one = await recognised()
    const id = await deciding(one.dossierId)
    expect(await statusOf(one.certificate.verifyCode)).toMatchObject({ kind: 'valid', reviewSince: '2026-12-22' })
    await answer(id, 'kept')
    expect(await statusOf(one.certificate.verifyCode)).not.toHaveProperty('reviewSince')
    await db().deleteFrom('setting').where('key', '=', 'objection.certificate').execute()
  })

  test('that is right sends the dossier back; the first result is not touched and the next one follows it', async () => {
    const one = await recognised()
    const before = await db()
      .selectFrom('result')
      .select(['basis', 'basisHash', 'star', 'meanPrinted'])
      .where('id', '=', one.resultId)
      .executeTakeFirstOrThrow()
    await answer(await deciding(one.dossierId), 'reassess')
    expect(await dossierRow(one.dossierId)).toMatchObject({ state: 'proposed', decidingResultId: null, roundId: null })
    const after = await db().selectFrom('result').selectAll().where('id', '=', one.resultId).executeTakeFirstOrThrow()
    expect(after).toMatchObject({ ...before, state: 'superseded' })
    expect(await followedResult(db(), one.dossierId, '38')).toBe(one.resultId)
    expect(await statusOf(one.certificate.verifyCode)).toMatchObject({ kind: 'valid' })
  })
})

describe('the last day to answer', () => {
  test('is told to who decides some days before it, to the leaders while nobody is named, once each, and to nobody once answered', async () => {
    await db().deleteFrom('notice').execute()
    const told = async () => {
      const rows = await db().selectFrom('notice').select(['accountId', 'params']).where('kind', '=', 'objection.answerDue').execute()
      return rows.map((row) => [Object.entries(world.accounts).find(([, id]) => id === row.accountId)?.[0], row.params])
    }
    const params = { due: '21/01/2027' }
    await db().updateTable('objection').set({ state: 'withdrawn' }).where('state', 'in', ['filed', 'received', 'deciding']).execute()
    const id = await file((await lettered()).dossierId)
    await as('office', (ctx) => receiveObjection(ctx, id))
    services.clock.set('2027-01-15T03:00:00Z')
    expect(await remindObjections(services)).toBe(0)
    services.clock.set('2027-01-16T03:00:00Z')
    expect(await remindObjections(services)).toBe(1)
    expect(await told()).toEqual([['leader', params]])
    await as('leader', (ctx) => nameDeciders(ctx, id, [world.accounts.office], 2))
    await remindObjections(services)
    services.clock.set('2027-01-25T03:00:00Z')
    expect(await remindObjections(services)).toBe(1)
    expect(await told()).toEqual([
      ['leader', params],
      ['office', params],
    ])
    services.clock.set('2026-12-22T03:00:00Z')
    await answer(id, 'kept')
    services.clock.set('2027-01-20T03:00:00Z')
    expect(await remindObjections(services)).toBe(0)
    services.clock.set('2026-12-22T03:00:00Z')
  })

  test('says nothing to one recused from the dossier since', async () => {
    await db().deleteFrom('notice').execute()
    const one = await lettered()
    await deciding(one.dossierId)
    await recuse(one.dossierId, 'office')
    services.clock.set('2027-01-20T03:00:00Z')
    expect(await remindObjections(services)).toBe(1)
    expect(await db().selectFrom('notice').select('id').where('kind', '=', 'objection.answerDue').execute()).toEqual([])
    services.clock.set('2026-12-22T03:00:00Z')
  })
})

describe('a request of the ministry', () => {
  const record = (dossierId: string, kind: string, number = '88/BNNMT') =>
    as('office', (ctx) => recordMinistryRequest(ctx, dossierId, { kind, number, datedOn: '20/12/2026', content: 'Rà soát' }, [letterFile]))

  test('to assess again is recorded once and answered by doing it', async () => {
    const one = await lettered()
    const id = await record(one.dossierId, 'reassess')
    await expect(record(one.dossierId, 'reassess')).rejects.toMatchObject({ code: 'stateConflict' })
    await expect(record(one.dossierId, 'recall', '89/BNNMT')).rejects.toMatchObject({ fields: { kind: expect.anything() } })
    await as('office', (ctx) => answerByReassessment(ctx, id, { reason: 'Theo yêu cầu của Bộ' }))
    expect((await dossierRow(one.dossierId)).state).toBe('proposed')
    await expect(as('office', (ctx) => answerByReassessment(ctx, id, { reason: 'lần hai' }))).rejects.toMatchObject({
      code: 'stateConflict',
    })
  })

  test('to recall is answered by a decision that names the one recalled; the certificate is annulled', async () => {
    const one = await recognised()
    const prepare = (person: Person) => as(person, (ctx) => prepareRecall(ctx, one.certificate.id, { reason: 'Sai thẩm quyền' }))
    await expect(prepare('office')).rejects.toMatchObject({ code: 'recall.noGround' })
    const id = await record(one.dossierId, 'recall')
    await expect(prepare('leader')).rejects.toMatchObject({ code: 'forbidden' })
    for (const person of ['producer', 'seat1', 'otherProvinceOffice'] as const)
      await expect(prepare(person)).rejects.toMatchObject({ code: 'notFound' })
    const given = await prepare('office')
    await expect(prepare('office')).rejects.toMatchObject({ code: 'stateConflict' })
    await as('office', (ctx) => cancelRecall(ctx, given, { reason: 'Ghi lại lý do' }))
    const draft = await prepare('office')
    expect((await as('leader', (ctx) => recallDrafts(ctx.tx, ctx.actor))).map((row) => row.id)).toEqual([draft])
    const issue = (person: Person, recall = draft, version = 1) => as(person, (ctx) => issueRecall(ctx, recall, form, version))
    await expect(issue('office')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(issue('otherProvinceOffice')).rejects.toMatchObject({ code: 'notFound' })
    await expect(issue('leader', given)).rejects.toMatchObject({ code: 'stateConflict' })
    await expect(issue('leader', draft, 7)).rejects.toMatchObject({ code: 'versionConflict' })
    const { number } = await issue('leader')
    expect(await statusOf(one.certificate.verifyCode)).toMatchObject({ kind: 'withdrawn', annulled: true, decision: number })
    expect((await dossierRow(one.dossierId)).state).toBe('revoked')
    const decision = await db().selectFrom('recognitionDecision').select('state').where('id', '=', one.decisionId).executeTakeFirstOrThrow()
    expect(decision.state).toBe('recalled')
    const { request, rights } = await as('office', (ctx) => requestFor(ctx.tx, ctx.actor, id))
    expect({ state: request.state, rights }).toMatchObject({ state: 'answered', rights: { recall: false } })
    await expect(issue('leader')).rejects.toMatchObject({ code: 'stateConflict' })
    await expect(prepare('office')).rejects.toMatchObject({ code: 'certificate.notInForce' })
  })

  test('two leaders issue at once: one recalls, the other is told', async () => {
    const one = await recognised()
    await record(one.dossierId, 'recall', '91/BNNMT')
    const draft = await as('office', (ctx) => prepareRecall(ctx, one.certificate.id, { reason: 'Sai thẩm quyền' }))
    const pressed = await Promise.allSettled([1, 2].map(() => as('leader', (ctx) => issueRecall(ctx, draft, form, 1))))
    expect(pressed.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(pressed.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'stateConflict' } })
  })

  test('is not known to who is recused, nor to another province', async () => {
    const one = await recognised()
    const id = await record(one.dossierId, 'recall', '92/BNNMT')
    const query: RequestQuery = { search: '92/bnnmt', state: 'open', kind: 'recall', sort: 'recent', page: 1, perPage: 10 }
    const total = async (person: Person) => (await as(person, (ctx) => listRequests(ctx.tx, ctx.actor, query))).total
    expect([await total('office'), await total('otherProvinceOffice')]).toEqual([1, 0])
    await recuse(one.dossierId, 'office')
    expect(await total('office')).toBe(0)
    const refused: ((ctx: Parameters<Parameters<typeof actAs>[2]>[0]) => Promise<unknown>)[] = [
      (ctx) => requestFor(ctx.tx, ctx.actor, id),
      (ctx) => requestSubject(ctx.tx, ctx.actor, one.dossierId),
      (ctx) => recallFor(ctx.tx, ctx.actor, one.certificate.id),
      (ctx) => prepareRecall(ctx, one.certificate.id, { reason: 'x' }),
      (ctx) => recordMinistryRequest(ctx, one.dossierId, { kind: 'recall' }, []),
    ]
    for (const verb of refused) await expect(as('office', verb)).rejects.toMatchObject({ code: 'notFound' })
  })
})

test.each([
  ['recognised', true, null, 'request'],
  ['recognised', false, { outcome: 'scored', star: 2 }, null],
  ['notRecognised', true, { outcome: 'scored', star: 2 }, 'result'],
  ['ended', false, { outcome: 'eliminated', star: null }, 'result'],
  ['concluded', false, { outcome: 'scored', star: 3 }, null],
  ['notRecognised', true, null, null],
] as const)('a dossier %s, asked to recall: %s, assessed again: %o rests on %s', (state, asked, followed, kind) => {
  const request = asked ? { id: 'q', number: '1', datedOn: '2026-12-01' } : null
  expect(groundOf(state, request, followed && { id: 'r', meanPrinted: null, ...followed })?.kind ?? null).toBe(kind)
})

describe('the list of objections', () => {
  const query: ObjectionQuery = { search: '', state: null, late: false, sort: 'recent', page: 1, perPage: 50 }
  const list = (person: Person, over: Partial<ObjectionQuery> = {}, today = '2026-12-22') =>
    as(person, (ctx) => listObjections(ctx.tx, ctx.actor, { ...query, ...over }, today))

  test('is found without accents, by state and by the stored day to answer; another province and who is recused see nothing of it', async () => {
    const one = await concludedDossier(world, { star: 2, pointsStar: 4, productName: 'Chả mực Hậu Lộc' })
    await proposed(one.dossierId)
    await as('office', (ctx) => issueLetter(ctx, one.resultId, { ...form, advice: 'Hoàn thiện nhãn.' }))
    const standing = async () => objectionStanding(db(), await dossierRow(one.dossierId), '2026-12-22')
    expect(await standing()).toEqual({ raised: false, until: '2027-01-06' })
    const id = await file(one.dossierId)
    expect(await standing()).toEqual({ raised: true, until: null })
    await as('office', (ctx) => receiveObjection(ctx, id))
    const { rows } = await list('office', { search: 'cha muc' })
    expect(rows).toMatchObject([{ id, state: 'received', answerDueOn: '2027-01-21', late: false }])
    expect((await list('office', { search: 'cha muc', state: 'filed' })).total).toBe(0)
    // The day itself still counts; the day after is late.
    expect((await list('office', { search: 'cha muc', late: true }, '2027-01-21')).total).toBe(0)
    expect((await list('office', { search: 'cha muc', late: true }, '2027-01-22')).total).toBe(1)
    const late = async () => (await as('office', (ctx) => countObjections(ctx.tx, ctx.actor, '2027-01-22'))).late
    const before = await late()
    expect((await list('otherProvinceOffice')).total).toBe(0)
    for (const person of ['producer', 'seat1', 'advisor'] as const) await expect(list(person)).rejects.toMatchObject({ code: 'notFound' })
    await recuse(one.dossierId, 'office')
    expect((await list('office', { search: 'cha muc' })).total).toBe(0)
    expect(await late()).toBe(before - 1)
  })
})

test('after all this the doctor finds nothing of it unsound', async () => {
  const names = new Set([
    ...afterInvariants.map((one) => one.name),
    'replaced-certificate-names-its-heir',
    'withdrawn-certificate-says-why',
    'issued-decision-is-complete',
    'recognition-has-its-certificates',
    'decision-star-is-the-result',
  ])
  for (const invariant of invariants.filter((one) => names.has(one.name))) {
    const { rows } = await sql.raw(invariant.sql).execute(db())
    expect({ name: invariant.name, rows: rows.length }).toEqual({ name: invariant.name, rows: 0 })
  }
})

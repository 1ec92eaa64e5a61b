import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarWith } from '#/platform/calendar/default-holidays.ts'
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
import { answerByReassessment, ministryRequests, recordMinistryRequest } from './ministry-request.actions.ts'
import { answerObjection, fileObjection, nameDeciders, receiveObjection, withdrawObjection } from './objection.actions.ts'
import { objectionTerm, objectionTransitions, unreachable } from './objection.ts'
import { mayDecide, objectionFor } from './objection.store.ts'
import { followedResult } from './reassessment.store.ts'
import { recallRecognition } from './recall.actions.ts'

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
  await as('leader', (ctx) => nameDeciders(ctx, id, [world.accounts.office]))
  return id
}
const answer = (id: string, outcome: 'kept' | 'reassess', person: Person = 'office') =>
  as(person, (ctx) => answerObjection(ctx, id, { ...form, outcome, answer: 'Đã đối chiếu minh chứng.' }))
const statusOf = async (code: string) => {
  const certificate = await certificateByCode(db(), code)
  return certificate ? publicStatus(certificate, '2026-12-22') : null
}

beforeAll(async () => {
  services = await testServices({ now: '2026-12-22T03:00:00Z' })
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('every state of an objection can be reached', () => expect(unreachable(objectionTransitions)).toEqual([]))

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
    await expect(as('office', (ctx) => nameDeciders(ctx, id, [world.accounts.office]))).rejects.toMatchObject({ code: 'forbidden' })
    // The office's own person closed this result: out.
    await db().updateTable('result').set({ closedBy: world.accounts.office }).where('id', '=', one.resultId).execute()
    const { objection } = await as('leader', (ctx) => objectionFor(ctx.tx, ctx.actor, id))
    expect((await mayDecide(db(), objection)).map((row) => row.accountId)).toEqual([world.accounts.leader])
    await expect(as('leader', (ctx) => nameDeciders(ctx, id, [world.accounts.office]))).rejects.toMatchObject({
      code: 'objection.scoredBefore',
    })
    await as('leader', (ctx) => nameDeciders(ctx, id, [world.accounts.leader]))
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
    const recall = (person: Person) =>
      as(person, (ctx) => recallRecognition(ctx, one.certificate.id, { ...form, reason: 'Sai thẩm quyền' }))
    await expect(recall('leader')).rejects.toMatchObject({ code: 'recall.noGround' })
    const id = await record(one.dossierId, 'recall')
    await expect(recall('office')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(recall('producer')).rejects.toMatchObject({ code: 'notFound' })
    const { number } = await recall('leader')
    expect(await statusOf(one.certificate.verifyCode)).toMatchObject({ kind: 'withdrawn', decision: number })
    expect((await dossierRow(one.dossierId)).state).toBe('revoked')
    const decision = await db().selectFrom('recognitionDecision').select('state').where('id', '=', one.decisionId).executeTakeFirstOrThrow()
    expect(decision.state).toBe('cancelled')
    const [request] = await as('office', (ctx) => ministryRequests(ctx.tx, ctx.actor, id))
    expect(request).toMatchObject({ state: 'answered', rights: { recall: false } })
    await expect(recall('leader')).rejects.toMatchObject({ code: 'certificate.notInForce' })
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

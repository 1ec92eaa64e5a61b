// A result taken up again and walked to its end: objection → accepted → assessed by other members → a new result that names the first → decision.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { json } from '#/platform/database/json.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { certificateByCode } from '../certificate/certificate.public.store.ts'
import { issueDecision, prepareDecision } from '../certificate/decision.actions.ts'
import type { IssuingForm } from '../certificate/decision-input.ts'
import { issueLetter } from '../certificate/letter.actions.ts'
import { publicStatus } from '../certificate/public-status.ts'
import { closedResult } from '../council/closing.fixture.ts'
import { meetingInSession, type MeetingFixture } from '../council/council.fixture.ts'
import { itemFor } from '../council/item.view.ts'
import { closeMeeting, openPack } from '../council/meeting.actions.ts'
import { afterInvariants } from '../doctor/invariants.after.ts'
import { sql } from 'kysely'
import { answerObjection, fileObjection, nameDeciders, receiveObjection } from './objection.actions.ts'
import { agendaOfOthers, closedByOthers, otherMembers, scorersAgain } from './reassessment.fixture.ts'
import { issueRecall, prepareRecall } from './recall.actions.ts'

let services: TestServices
let world: World
/** The same house with other people in the council's seats; seat3 stays who it was, and has scored. */
let others: World
let session: MeetingFixture
const db = () => services.database.db
const as = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(world, person, verb)
const issuing: IssuingForm = {
  numberKind: 'next',
  reserved: '',
  irregular: '',
  issuedOn: '15/09/2026',
  signerName: 'Trần Quốc Huy',
  signerPost: 'CHỦ TỊCH',
}

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  others = await otherMembers(world)
  session = await meetingInSession(world)
  await db()
    .insertInto('setting')
    .values({ authority: '38', key: 'objection.scorers', value: json('others'), updatedAt: services.clock.now() })
    .execute()
})
afterAll(() => services.close())

const resultRow = (id: string) => db().selectFrom('result').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** Closed at four stars, recognised, objected to, and the objection accepted: the dossier is back at reception. */
async function takenUpAgain() {
  const first = await closedResult(world, { star: 4, meeting: session })
  await db().updateTable('dossier').set({ proposedAt: services.clock.now() }).where('id', '=', first.dossierId).execute()
  const decisionId = await as('office', (ctx) =>
    prepareDecision(ctx, { kind: 'recognition', title: 'Công nhận', resultIds: [first.resultId] }),
  )
  await as('leader', (ctx) => issueDecision(ctx, decisionId, issuing, 1))
  const objection = await as('producer', (ctx) => fileObjection(ctx, first.dossierId, { wants: 'Xem lại tiêu chí 3.5.' }, []))
  await as('office', (ctx) => receiveObjection(ctx, objection))
  await as('leader', (ctx) => nameDeciders(ctx, objection, [world.accounts.office], 2))
  const { number } = await as('office', (ctx) =>
    answerObjection(ctx, objection, { ...issuing, outcome: 'reassess', answer: 'Có minh chứng chưa được xem.' }),
  )
  const certificate = await db().selectFrom('certificate').selectAll().where('dossierId', '=', first.dossierId).executeTakeFirstOrThrow()
  return { ...first, answer: number, decisionId, certificate }
}

test('objection, re-assessment by other members, new result that names the first, minutes that say so, new decision and certificate', async () => {
  const first = await takenUpAgain()
  const before = await resultRow(first.resultId)
  const item = await agendaOfOthers(world, others, first)
  // Who scored the first result sits in this council too: the item is shut to that person.
  await expect(as('seat3', (ctx) => openPack(ctx, item.itemId))).rejects.toMatchObject({ code: 'notFound' })
  const again = await closedByOthers(others, item, 3)
  expect(await resultRow(again.resultId)).toMatchObject({ state: 'valid', star: 3, followsResultId: first.resultId })
  // The first keeps its figures and its hash.
  expect(await resultRow(first.resultId)).toEqual(before)
  expect(before).toMatchObject({ state: 'superseded', star: 4 })
  const scorers = await db()
    .selectFrom('scoreSheet as s')
    .innerJoin('councilMember as m', 'm.id', 's.memberId')
    .select('m.accountId')
    .where('s.itemId', '=', again.itemId)
    .execute()
  expect(scorers.map((row) => row.accountId).toSorted()).toEqual(scorersAgain.map((person) => others.accounts[person]).toSorted())

  const view = await itemFor(db(), services.regulations, await actorOf(others, 'seat2'), again.itemId, services.clock.now())
  expect(view).toMatchObject({ kind: 'item', pack: { visits: [{ id: again.visitId, conclusion: 'Đủ điều kiện chấm điểm.' }], tests: [] } })

  await actAs(others, 'seat1', (ctx) => closeMeeting(ctx, again.meetingId))
  const minutes = await db()
    .selectFrom('document as d')
    .innerJoin('documentSource as s', 's.documentId', 'd.id')
    .select('s.data')
    .where('d.subjectId', '=', again.meetingId)
    .where('d.kind', '=', 'minutes')
    .executeTakeFirst()
  expect(JSON.stringify(minutes?.data)).toContain(
    `Kết quả lần đầu: ${(before.meanPrinted ?? '').replace('.', ',')} điểm, 4 sao, chốt ngày 15/09/2026. Đánh giá lại theo văn bản trả lời kiến nghị số ${first.answer}.`,
  )

  const decisionId = await as('office', (ctx) =>
    prepareDecision(ctx, { kind: 'recognition', title: 'Công nhận sau đánh giá lại', resultIds: [again.resultId] }),
  )
  await as('leader', (ctx) => issueDecision(ctx, decisionId, issuing, 1))
  const certificates = await db()
    .selectFrom('certificate')
    .select(['star', 'state', 'decisionId'])
    .where('dossierId', '=', first.dossierId)
    .orderBy('star')
    .execute()
  expect(certificates).toEqual([
    { star: 3, state: 'valid', decisionId },
    { star: 4, state: 'replaced', decisionId: first.decisionId },
  ])
})

test('where the new result gives no three stars, the letter tells it and the first recognition is recalled', async () => {
  const first = await takenUpAgain()
  const again = await closedByOthers(others, await agendaOfOthers(world, others, first), 2)
  await expect(as('office', (ctx) => prepareRecall(ctx, first.certificate.id, { reason: 'x' }))).resolves.toBeTypeOf('string')
  await as('office', (ctx) => issueLetter(ctx, again.resultId, { ...issuing, advice: 'Hoàn thiện nhãn.' }))
  const draft = await db()
    .selectFrom('decisionRecall')
    .select(['id', 'resultId'])
    .where('certificateId', '=', first.certificate.id)
    .executeTakeFirstOrThrow()
  expect(draft.resultId).toBe(again.resultId)
  const { number } = await as('leader', (ctx) => issueRecall(ctx, draft.id, issuing, 1))
  const certificate = await certificateByCode(db(), first.certificate.verifyCode)
  expect(certificate && publicStatus(certificate, '2026-09-15')).toMatchObject({ kind: 'withdrawn', annulled: true, decision: number })
})

test('after all this the invariants of it hold', async () => {
  for (const invariant of afterInvariants) {
    const { rows } = await sql.raw(invariant.sql).execute(db())
    expect({ name: invariant.name, rows: rows.length }).toEqual({ name: invariant.name, rows: 0 })
  }
})

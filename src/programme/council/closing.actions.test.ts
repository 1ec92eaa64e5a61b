import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { councilResult } from '#/regulation/council.ts'
import { fractionText } from '#/regulation/fraction.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { closeResult, closeScoring } from './closing.actions.ts'
import { closedResult, itemInSession, lowered, type ItemOptions } from './closing.fixture.ts'
import { resultById, resultsOfItem } from './closing.store.ts'
import { appointStandIn, declareConflict, pinConflict } from './conflict.actions.ts'
import { answersFor, fillSheet, meetingInSession, seatedCouncil, votingPeople, type MeetingFixture } from './council.fixture.ts'
import { itemFacts, sheetsOf } from './council.store.ts'
import { recordArrival, recordLeaving } from './meeting.actions.ts'
import { basisHashOf, councilInput, readResultBasis, sheetsHash } from './result.ts'
import { supersedeResult } from './result.actions.ts'
import { saveSheet, startSheet } from './sheet.actions.ts'

let services: TestServices
let world: World
let session: MeetingFixture
const as = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(world, person, verb)
const db = () => services.database.db
const stateOf = async (itemId: string) => (await itemFacts(db(), itemId)).state
const pin = (itemId: string, person: Person) =>
  as('office', (ctx) => pinConflict(ctx, itemId, { accountId: world.accounts[person], cause: 'contract', reason: 'Ký hợp đồng tư vấn' }))

const item = (options: ItemOptions = {}) => itemInSession(world, session, options)
const closed = (options: ItemOptions = {}) => closedResult(world, { ...options, meeting: session })
/** For the tests that change the session itself: everybody is back afterwards. */
const setMeeting = (state: string) => db().updateTable('meeting').set({ state }).where('id', '=', session.meetingId).execute()

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  session = await meetingInSession(world, [{}])
})
afterAll(() => services.close())

describe('the first press: closing the scoring', () => {
  test('is the chair’s alone: members, office and strangers cannot', async () => {
    const { itemId } = await item()
    for (const person of ['seat2', 'seat5', 'seat9', 'office'] as const)
      await expect(as(person, (ctx) => closeScoring(ctx, itemId))).rejects.toMatchObject({ code: 'forbidden' })
    for (const person of ['producer', 'communeOfficer', 'leader', 'admin', 'otherProvinceOffice'] as const)
      await expect(as(person, (ctx) => closeScoring(ctx, itemId))).rejects.toMatchObject({ code: 'notFound' })
    await as('seat1', (ctx) => closeScoring(ctx, itemId))
    expect(await stateOf(itemId)).toBe('scored')
  })

  test('waits for every sheet of those who count, and says how many are missing', async () => {
    const { itemId } = await item({ people: votingPeople.slice(0, 7) })
    await expect(as('seat1', (ctx) => closeScoring(ctx, itemId))).rejects.toMatchObject({
      code: 'closing.blocked',
      params: { reasons: /7 trong 8/ },
    })
    // Who leaves without finishing no longer counts; seven of eight are still a quorum of six.
    await as('office', (ctx) => recordLeaving(ctx, session.meetingId, session.members.seat8))
    await as('seat1', (ctx) => closeScoring(ctx, itemId))
    expect(await stateOf(itemId)).toBe('scored')
    await as('office', (ctx) => recordArrival(ctx, session.meetingId, session.members.seat8))
  })

  test('a draft is never counted as finished', async () => {
    const { itemId } = await item({ people: votingPeople.slice(0, 7) })
    await fillSheet(world, 'seat8', itemId, await answersFor(world, itemId, 4), { final: false })
    await expect(as('seat1', (ctx) => closeScoring(ctx, itemId))).rejects.toMatchObject({ code: 'closing.blocked' })
  })

  test('recusals can take the quorum away: three recused of eight leave five, six are needed', async () => {
    const { itemId } = await item({ people: ['seat1', 'seat2', 'seat3', 'seat4', 'seat5'] })
    for (const person of ['seat6', 'seat7', 'seat8'] as const) await pin(itemId, person)
    await expect(as('seat1', (ctx) => closeScoring(ctx, itemId))).rejects.toMatchObject({ params: { reasons: /5 người.*cần 6/ } })
  })

  test('a conflicted chair finds nothing; the stand-in closes', async () => {
    const { itemId } = await item()
    await as('seat1', (ctx) => declareConflict(ctx, itemId, { conflicted: 'yes', cause: 'family', detail: 'Em rể' }))
    await expect(as('seat1', (ctx) => closeScoring(ctx, itemId))).rejects.toMatchObject({ code: 'notFound' })
    await as('seat2', (ctx) => closeScoring(ctx, itemId))
    const resultId = await as('seat2', (ctx) => closeResult(ctx, itemId))
    const basis = readResultBasis((await resultById(db(), resultId)).basis)
    expect(basis.closedBy.roleLabel).toMatch(/chủ trì thay/)
    expect(basis.sheets).toHaveLength(7)
    expect(basis.members.find((member) => member.role === 'chair')?.place).toBe('recused')
  })

  test('a stand-in the office names may close in place of an unconflicted chair, and the chair then may not', async () => {
    const { itemId } = await item()
    await as('office', (ctx) => appointStandIn(ctx, itemId, { memberId: session.members.seat2, reason: 'Chủ tịch đi công tác' }))
    await expect(as('seat1', (ctx) => closeScoring(ctx, itemId))).rejects.toMatchObject({ code: 'forbidden' })
    await as('seat2', (ctx) => closeScoring(ctx, itemId))
    expect(await stateOf(itemId)).toBe('scored')
  })

  test('pressed twice it changes nothing; no session, no press', async () => {
    const { itemId } = await item()
    await as('seat1', (ctx) => closeScoring(ctx, itemId))
    const before = await itemFacts(db(), itemId)
    await as('seat1', (ctx) => closeScoring(ctx, itemId))
    expect(await itemFacts(db(), itemId)).toEqual(before)
    await setMeeting('released')
    await expect(as('seat1', (ctx) => closeResult(ctx, itemId))).rejects.toMatchObject({ code: 'closing.notNow' })
    await setMeeting('open')
  })

  test('a sheet after closing is refused, and a late arrival does not hold the result up', async () => {
    const { itemId } = await item({ people: votingPeople.slice(0, 7) })
    await as('office', (ctx) => recordLeaving(ctx, session.meetingId, session.members.seat8))
    await as('seat1', (ctx) => closeScoring(ctx, itemId))
    await as('office', (ctx) => recordArrival(ctx, session.meetingId, session.members.seat8))
    await expect(as('seat8', (ctx) => startSheet(ctx, itemId))).rejects.toMatchObject({ code: 'sheet.closed' })
    await expect(as('seat3', (ctx) => saveSheet(ctx, itemId, { version: 9, fields: { 'c.1.1': '0' } }))).rejects.toMatchObject({
      code: 'sheet.closed',
    })
    const resultId = await as('seat1', (ctx) => closeResult(ctx, itemId))
    expect(readResultBasis((await resultById(db(), resultId)).basis).sheets).toHaveLength(7)
  })
})

describe('the second press: the result', () => {
  test('freezes a basis anyone can recompute, with its hash, and concludes the dossier', async () => {
    const form = services.regulations.current.forms[9]!
    const scored = await item({
      answersOf: (person, common) => (person === 'seat3' ? lowered(form, common, 3) : common),
    })
    await as('seat1', (ctx) => closeScoring(ctx, scored.itemId))
    const resultId = await as('seat1', (ctx) => closeResult(ctx, scored.itemId))
    const row = await resultById(db(), resultId)
    const basis = readResultBasis(row.basis)
    expect(row.basisHash).toBe(basisHashOf(basis))
    const input = councilInput(basis)
    const again = councilResult(form, services.regulations.current.regulation.stars, input.sheets, { maxSpread: input.maxSpread })
    expect(basis.mean?.exact).toBe(fractionText(again.mean))
    expect(basis.star).toBe(again.star)
    expect(sheetsHash(input.sheets.toReversed())).toBe(basis.sheetsHash)
    expect(basis.regulation.hash).toBe(services.regulations.current.hash)
    expect(basis.sheets.map((sheet) => sheet.name)).not.toContain('Dương Thị Thư')
    expect(row).toMatchObject({ outcome: 'scored', state: 'valid', star: basis.star, meanPrinted: basis.mean?.printed, spread: 3 })
    const dossier = await db().selectFrom('dossier').select('state').where('id', '=', scored.dossierId).executeTakeFirstOrThrow()
    expect(dossier.state).toBe('concluded')
    expect(await stateOf(scored.itemId)).toBe('closed')
  })

  test('stores the papers once: proof sheet, summary in two forms, one sheet per member who counts', async () => {
    const { resultId } = await closed()
    const papers = await db().selectFrom('document').select(['kind', 'sha256']).where('subjectId', '=', resultId).execute()
    const count = (kind: string) => papers.filter((paper) => paper.kind === kind).length
    expect([count('proofSheet'), count('summaryTable'), count('summaryWorkbook'), count('memberSheet')]).toEqual([1, 1, 1, 8])
    expect(new Set(papers.map((paper) => paper.sha256)).size).toBe(11)
  })

  test('pressed twice it gives the same result; another closer is told who was first', async () => {
    const { itemId, resultId, members } = await closed()
    expect(await as('seat1', (ctx) => closeResult(ctx, itemId))).toBe(resultId)
    // The office named a stand-in a moment too late.
    await db().updateTable('agendaItem').set({ standInId: members.seat2 }).where('id', '=', itemId).execute()
    await expect(as('seat2', (ctx) => closeResult(ctx, itemId))).rejects.toMatchObject({
      code: 'closing.already',
      params: { who: 'Nguyễn Văn Chủ' },
    })
    expect(await resultsOfItem(db(), itemId)).toHaveLength(1)
  })

  test('two presses at once make one result', async () => {
    const { itemId } = await item()
    await as('seat1', (ctx) => closeScoring(ctx, itemId))
    const both = await Promise.all([as('seat1', (ctx) => closeResult(ctx, itemId)), as('seat1', (ctx) => closeResult(ctx, itemId))])
    expect(both[0]).toBe(both[1])
    expect(await resultsOfItem(db(), itemId)).toHaveLength(1)
  })

  test('cannot be pressed before the first', async () => {
    const { itemId } = await item()
    await expect(as('seat1', (ctx) => closeResult(ctx, itemId))).rejects.toMatchObject({ code: 'closing.notNow' })
  })

  test('a withdrawn dossier is not concluded', async () => {
    const { itemId, dossierId } = await item()
    await db().updateTable('dossier').set({ state: 'withdrawn' }).where('id', '=', dossierId).execute()
    await expect(as('seat1', (ctx) => closeScoring(ctx, itemId))).rejects.toMatchObject({ code: 'closing.notNow' })
  })

  test('nothing of a score is in the ledger', async () => {
    await closed()
    const rows = await db().selectFrom('auditEntry').select(['verb', 'payload']).where('verb', 'like', 'council.%').execute()
    for (const row of rows) expect(JSON.stringify(row.payload)).not.toMatch(/"(mean|star|total|points|spread)"/)
  })
})

describe('a conflict found late', () => {
  test('before the result: the sheet is voided, scoring must be closed anew, and the mean is without it', async () => {
    const form = services.regulations.current.forms[9]!
    const { itemId } = await item({
      answersOf: (person, common) => (person === 'seat4' ? lowered(form, common, 4) : common),
    })
    await as('seat1', (ctx) => closeScoring(ctx, itemId))
    await pin(itemId, 'seat4')
    await expect(as('seat1', (ctx) => closeResult(ctx, itemId))).rejects.toMatchObject({ params: { reasons: /đóng chấm điểm lại/ } })
    await as('seat1', (ctx) => closeScoring(ctx, itemId))
    const basis = readResultBasis((await resultById(db(), await as('seat1', (ctx) => closeResult(ctx, itemId)))).basis)
    expect(basis.sheets).toHaveLength(7)
    expect(basis.spread?.points).toBe(0)
    expect(basis.voided).toMatchObject([{ memberId: session.members.seat4 }])
  })

  test('after the result: the office takes it back with a reason, the chair closes anew, both stay on record', async () => {
    const { itemId, resultId } = await closed()
    await expect(as('seat1', (ctx) => supersedeResult(ctx, resultId, { reason: 'x' }))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(as('producer', (ctx) => supersedeResult(ctx, resultId, { reason: 'x' }))).rejects.toMatchObject({ code: 'notFound' })
    await expect(as('office', (ctx) => supersedeResult(ctx, resultId, { reason: ' ' }))).rejects.toMatchObject({ code: 'invalid' })
    await as('office', (ctx) => supersedeResult(ctx, resultId, { reason: 'Phát hiện xung đột của một thành viên' }))
    await pin(itemId, 'seat4')
    await as('seat1', (ctx) => closeScoring(ctx, itemId))
    await as('seat1', (ctx) => closeResult(ctx, itemId))
    const results = await resultsOfItem(db(), itemId)
    expect(results.map((row) => row.state).sort()).toEqual(['superseded', 'valid'])
    expect((await sheetsOf(db(), itemId)).filter((sheet) => sheet.state === 'voided')).toHaveLength(1)
  })

  test('after the session the dossier waits for another meeting', async () => {
    const { dossierId, resultId, itemId } = await closed()
    await setMeeting('closed')
    await as('office', (ctx) => supersedeResult(ctx, resultId, { reason: 'Sai sót khi nhập điểm' }))
    await setMeeting('open')
    expect(await stateOf(itemId)).toBe('removed')
    expect((await db().selectFrom('dossier').select('state').where('id', '=', dossierId).executeTakeFirstOrThrow()).state).toBe('accepted')
  })

  test('once the letter went out it is refused with what is left to do', async () => {
    const { resultId } = await closed()
    const paper = await db().selectFrom('document').select('id').where('subjectId', '=', resultId).executeTakeFirstOrThrow()
    await db()
      .insertInto('resultLetter')
      .values({ resultId, documentId: paper.id, issuedBy: world.accounts.office, issuedAt: services.clock.now() })
      .execute()
    await expect(as('office', (ctx) => supersedeResult(ctx, resultId, { reason: 'Muộn' }))).rejects.toMatchObject({
      code: 'result.answered',
    })
  })
})

test('the chair of another council finds nothing', async () => {
  const { itemId } = await item()
  const other = await seatedCouncil(world)
  await db()
    .updateTable('agendaItem')
    .set({ meetingId: await emptyMeeting(other.councilId) })
    .where('id', '=', itemId)
    .execute()
  await db()
    .updateTable('councilMember')
    .set({ leftOn: '2026-09-01' })
    .where('councilId', '=', other.councilId)
    .where('role', '=', 'chair')
    .execute()
  await expect(as('seat1', (ctx) => closeScoring(ctx, itemId))).rejects.toMatchObject({ code: 'notFound' })
})

async function emptyMeeting(councilId: string): Promise<string> {
  const id = newId()
  const now = services.clock.now()
  await db()
    .insertInto('meeting')
    .values({
      id,
      authority: '38',
      councilId,
      roundId: session.roundId,
      name: 'Kỳ họp khác',
      startsAt: now,
      state: 'open',
      releasedAt: now,
      createdAt: now,
    })
    .execute()
  return id
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { readableDocument } from '../access/access.ts'
import { closedResult, itemInSession } from './closing.fixture.ts'
import { concludeEnding, raiseEnding, voteEnding } from './ending.actions.ts'
import { resultsOfItem } from './closing.store.ts'
import { closingView } from './closing.view.ts'
import { pinConflict } from './conflict.actions.ts'
import { meetingInSession, votingPeople, type MeetingFixture } from './council.fixture.ts'
import { closeMeeting, saveScribeNotes } from './meeting.actions.ts'
import { correctMinutes, freezeMinutes } from './minutes.actions.ts'
import { itemOf, presenceAt } from './minutes.ts'
import { readResultBasis } from './result.ts'

let services: TestServices
let world: World
let session: MeetingFixture
const as = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(world, person, verb)
const db = () => services.database.db
const papers = () =>
  db()
    .selectFrom('document')
    .selectAll()
    .where('subjectId', '=', session.meetingId)
    .where('kind', 'in', ['minutes', 'minutesAnnex'])
    .orderBy('createdAt')
    .execute()

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  session = await meetingInSession(world, [{}])
  // The fixture's own item is of no matter here: its producer has withdrawn.
  await db()
    .updateTable('dossier')
    .set({ state: 'withdrawn' })
    .where('id', '=', session.dossiers[0] ?? '')
    .execute()
})
afterAll(() => services.close())

test('there are no minutes before the meeting is closed', async () => {
  expect(await as('office', (ctx) => freezeMinutes(ctx, session.meetingId))).toBeNull()
  await expect(
    as('office', (ctx) => correctMinutes(ctx, session.meetingId, { place: 'Mục I', was: 'a', becomes: 'b', reason: 'c' })),
  ).rejects.toMatchObject({ code: 'closing.notNow' })
})

describe('closing the meeting', () => {
  test('freezes numbered minutes once, with an ended item and a closed one', async () => {
    const closed = await closedResult(world, { meeting: session })
    const ended = await itemInSession(world, session, { people: [] })
    await as('office', (ctx) =>
      pinConflict(ctx, ended.itemId, { accountId: world.accounts.seat7, cause: 'family', reason: 'Vợ là kế toán của chủ thể' }),
    )
    const endingId = await as('seat2', (ctx) => raiseEnding(ctx, ended.itemId, { ruleId: 'disqualifier-1', reason: 'Giấy giả' }))
    for (const person of votingPeople.filter((one) => one !== 'seat7'))
      await as(person, (ctx) => voteEnding(ctx, endingId, { agrees: 'yes' }))
    await as('seat1', (ctx) => concludeEnding(ctx, endingId))
    const { version } = await db().selectFrom('meeting').select('version').where('id', '=', session.meetingId).executeTakeFirstOrThrow()
    await as('seat9', (ctx) => saveScribeNotes(ctx, session.meetingId, 'Sở Y tế đề nghị gửi mẫu kiểm nghiệm.', version))
    const minutesStored = async () =>
      (await closingView(db(), services.regulations, await actorOf(world, 'seat3'), closed.itemId, services.clock.now())).minutesStored
    expect(await minutesStored()).toBe(false)
    await as('seat1', (ctx) => closeMeeting(ctx, session.meetingId))
    await as('seat1', (ctx) => closeMeeting(ctx, session.meetingId))
    expect(await minutesStored()).toBe(true)
    const stored = await papers()
    expect(stored).toMatchObject([{ kind: 'minutes', number: '01/BB-HĐOCOP', mediaType: 'application/pdf', correctsId: null }])
    expect(await as('office', (ctx) => freezeMinutes(ctx, session.meetingId))).toBe(stored[0]?.id)
    expect((await resultsOfItem(db(), closed.itemId))[0]?.star).toBe(4)
  })

  test('a recused member cannot open the minutes, the others of the council can, the producer never', async () => {
    const [minutes] = await papers()
    const opens = async (person: Person) =>
      (await readableDocument(db(), await actorOf(world, person), minutes?.id ?? '', services.clock.now())) !== null
    expect(await opens('seat3')).toBe(true)
    expect(await opens('office')).toBe(true)
    expect(await opens('seat7')).toBe(false)
    expect(await opens('producer')).toBe(false)
  })

  test('a correction is an annex that names what it corrects; the minutes stay byte for byte', async () => {
    const [before] = await papers()
    const correction = { place: 'Mục I', was: 'Phó Giám đốc', becomes: 'Giám đốc', reason: 'Ghi sai chức vụ' }
    await expect(as('seat4', (ctx) => correctMinutes(ctx, session.meetingId, correction))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(as('producer', (ctx) => correctMinutes(ctx, session.meetingId, correction))).rejects.toMatchObject({ code: 'notFound' })
    await expect(as('seat9', (ctx) => correctMinutes(ctx, session.meetingId, { ...correction, reason: '' }))).rejects.toMatchObject({
      code: 'invalid',
    })
    await as('seat9', (ctx) => correctMinutes(ctx, session.meetingId, correction))
    const [minutes, annex] = await papers()
    expect(minutes).toEqual(before)
    expect(annex).toMatchObject({ kind: 'minutesAnnex', correctsId: before?.id })
    expect(annex?.title).toMatch(/đính chính số 01/)
  })
})

test('minutes print opinions without points, and first and second scores of a discussion', async () => {
  const basis = readResultBasis(
    (await db().selectFrom('result').select('basis').where('outcome', '=', 'scored').executeTakeFirstOrThrow()).basis,
  )
  const sheet = basis.sheets[0]!
  const talked = itemOf({
    ...basis,
    reconciliations: [
      {
        ordinal: 1,
        reason: 'Khác cách hiểu',
        openedBy: 'A',
        openedAt: basis.closedAt,
        closedAt: basis.closedAt,
        spreadBefore: 12,
        spreadAfter: 4,
        scope: [],
      },
    ],
    sheets: [
      {
        ...sheet,
        comment: 'Nên có nhãn song ngữ',
        changes: [
          {
            criterion: '6.5',
            first: { option: 1, optionText: '', points: 1 },
            second: { option: 3, optionText: '', points: 3 },
            reason: 'Đã nếm lại',
          },
        ],
      },
    ],
  })
  expect(talked.reconciliation).toMatch(/từ 12 còn 4 điểm.*tiêu chí 6\.5: lần đầu 1 điểm, sau thảo luận 3 điểm, lý do: Đã nếm lại/)
  expect(talked.opinions).toEqual([{ by: sheet.name, text: 'Nên có nhãn song ngữ' }])
})

test('who was there at a moment: came before, not yet gone', () => {
  const row = (memberId: string, from: string, to: string | null) => ({
    memberId,
    arrivedAt: new Date(from),
    leftAt: to ? new Date(to) : null,
  })
  const book = [row('a', '2026-09-15T01:00:00Z', '2026-09-15T03:00:00Z'), row('b', '2026-09-15T02:30:00Z', null)]
  expect(presenceAt(book, new Date('2026-09-15T02:00:00Z')).map((entry) => entry.memberId)).toEqual(['a'])
  expect(presenceAt(book, new Date('2026-09-15T03:00:00Z')).map((entry) => entry.memberId)).toEqual(['b'])
})

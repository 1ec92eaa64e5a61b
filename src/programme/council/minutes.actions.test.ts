import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
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
import { withheldItems } from './meeting.store.ts'
import { correctMinutes, freezeMinutes } from './minutes.actions.ts'
import { itemOf, presenceAt } from './minutes.ts'
import { readResultBasis } from './result.ts'
import { endItem, saveItemNotes, startItem } from './session.actions.ts'

let services: TestServices
let world: World
let session: MeetingFixture
let endedId: string
let closedId: string
/** Whatever is said of the item one member is recused from. */
const SECRET = {
  product: 'Chè lam bí mật',
  reason: 'Giấy chứng nhận giả',
  notes: 'Chủ thể không giải trình được nguồn gốc.',
  general: 'Cuối buổi bàn thêm về hộ Bảy.',
}
const textOf = async (sha256: string | undefined) => {
  const bytes = await services.files.read(sha256 as Parameters<typeof services.files.read>[0])
  return (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text.replace(/\s+/g, ' ')
}
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
    const ended = await itemInSession(world, session, { people: [], dossier: { person: 'otherProducer', name: SECRET.product, set: 5 } })
    endedId = ended.itemId
    closedId = closed.itemId
    await as('office', (ctx) =>
      pinConflict(ctx, ended.itemId, { accountId: world.accounts.seat7, cause: 'family', reason: 'Vợ là kế toán của chủ thể' }),
    )
    await as('seat9', (ctx) => startItem(ctx, ended.itemId))
    services.clock.set('2026-09-15T02:20:00Z')
    const endingId = await as('seat2', (ctx) => raiseEnding(ctx, ended.itemId, { ruleId: 'disqualifier-1', reason: SECRET.reason }))
    for (const person of votingPeople.filter((one) => one !== 'seat7'))
      await as(person, (ctx) => voteEnding(ctx, endingId, { agrees: 'yes' }))
    await as('seat1', (ctx) => concludeEnding(ctx, endingId))
    await as('seat9', (ctx) => saveItemNotes(ctx, ended.itemId, SECRET.notes, 0))
    await as('seat1', (ctx) => endItem(ctx, ended.itemId))
    await as('seat9', (ctx) => saveItemNotes(ctx, closed.itemId, 'Đề nghị bổ sung nhãn song ngữ.', 0))
    const { version } = await db().selectFrom('meeting').select('version').where('id', '=', session.meetingId).executeTakeFirstOrThrow()
    await as('seat9', (ctx) => saveScribeNotes(ctx, session.meetingId, SECRET.general, version))
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

  test('with them one copy for the recused, in which nothing of their item is left; the minutes name it by its hash', async () => {
    const copies = await db().selectFrom('document').selectAll().where('kind', '=', 'minutesCopy').execute()
    expect(copies).toHaveLength(1)
    expect(await withheldItems(db(), copies[0]?.id ?? '')).toEqual([endedId])
    const copy = await textOf(copies[0]?.sha256)
    const minutes = await textOf((await papers())[0]?.sha256)
    const { basis: stored } = await db().selectFrom('result').select('basis').where('itemId', '=', endedId).executeTakeFirstOrThrow()
    const basis = readResultBasis(stored)
    const told = [basis.producer.name, basis.dossier.code, basis.ending?.kindLabel ?? '', basis.ending?.ruleText ?? '']
    const traces = [...Object.values(SECRET), ...told, endedId, 'tán thành', 'không xếp hạng', 'thành viên hồi tỵ;']
    expect(told.every((word) => word.length > 3)).toBe(true)
    for (const trace of Object.values(SECRET)) expect(minutes).toContain(trace)
    expect(traces.filter((trace) => copy.toLocaleLowerCase('vi').includes(trace.toLocaleLowerCase('vi')))).toEqual([])
    expect(copy).toContain('mục này không hiển thị do hồi tỵ')
    // What is not theirs to miss is all there.
    expect(copy).toContain('Đề nghị bổ sung nhãn song ngữ.')
    expect(copy).toContain('đã đánh giá 1 sản phẩm: 1 sản phẩm đạt 4 sao')
    expect(minutes.replaceAll(' ', '')).toContain(copies[0]?.sha256)
  })

  test('the minutes print when an item was in hand, who was there, and the notes under it', async () => {
    const minutes = await textOf((await papers())[0]?.sha256)
    expect(minutes).toMatch(/Xem xét từ \d\d:\d\d đến \d\d:\d\d; có mặt 7 thành viên có quyền chấm điểm/)
    expect(minutes).toContain(`Ghi chép của thư ký: ${SECRET.notes}`)
  })

  test('the recused open their copy, nobody outside the council does, and the copy never stands for a conflict with another item', async () => {
    const [copy] = await db().selectFrom('document').selectAll().where('kind', '=', 'minutesCopy').execute()
    const opens = async (person: Person) =>
      (await readableDocument(db(), await actorOf(world, person), copy?.id ?? '', services.clock.now())) !== null
    expect(await opens('seat7')).toBe(true)
    for (const person of ['producer', 'otherProducer', 'communeOfficer', 'leader', 'admin', 'otherProvinceOffice'] as const)
      expect(await opens(person)).toBe(false)
    const conflict = { id: newId(), itemId: closedId, accountId: world.accounts.seat7, memberId: session.members.seat7 }
    await db()
      .insertInto('conflict')
      .values({ ...conflict, origin: 'pinned', cause: 'family', state: 'confirmed', createdAt: services.clock.now() })
      .execute()
    expect(await opens('seat7')).toBe(false)
    await db().deleteFrom('conflict').where('id', '=', conflict.id).execute()
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

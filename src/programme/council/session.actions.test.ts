import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { agendaFor } from './agenda.view.ts'
import { blankSheets } from './blank.view.ts'
import { pinConflict } from './conflict.actions.ts'
import { meetingInSession, type MeetingFixture } from './council.fixture.ts'
import { endItem, saveItemNotes, startItem } from './session.actions.ts'
import { sittingsOf } from './session.store.ts'
import { sessionFor } from './session.view.ts'

let services: TestServices
let world: World
let meeting: MeetingFixture
let first: string
let second: string
const SECRET = 'Chè lam bí mật'
const as = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(world, person, verb)
const db = () => services.database.db
const agenda = async (person: Person) => agendaFor(db(), await actorOf(world, person), meeting.meetingId, services.clock.now())
const session = async (person: Person) => sessionFor(db(), await agenda(person))

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  meeting = await meetingInSession(
    world,
    [{}, { person: 'otherProducer', name: SECRET, set: 5 }],
    ['seat1', 'seat2', 'seat3', 'seat4', 'seat5', 'seat6', 'seat9'],
  )
  first = meeting.items[0] ?? ''
  second = meeting.items[1] ?? ''
  for (const person of ['seat3', 'seat1'] as const)
    await as('office', (ctx) =>
      pinConflict(ctx, second, { accountId: world.accounts[person], cause: 'contract', reason: 'Hợp đồng tư vấn' }),
    )
})
afterAll(() => services.close())

test('the chair or the secretary takes an item up, once, one at a time, and the ledger keeps who', async () => {
  for (const person of ['seat4', 'seat2', 'office'] as const)
    await expect(as(person, (ctx) => startItem(ctx, first))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as('producer', (ctx) => startItem(ctx, first))).rejects.toMatchObject({ code: 'notFound' })
  await as('seat1', (ctx) => startItem(ctx, first))
  await as('seat9', (ctx) => startItem(ctx, first))
  await expect(as('seat9', (ctx) => startItem(ctx, second))).rejects.toMatchObject({ code: 'session.itemInHand' })
  expect(await sittingsOf(db(), meeting.meetingId)).toEqual([{ itemId: first, startedAt: services.clock.now(), endedAt: null }])
  const rows = await db().selectFrom('auditEntry').select('verb').where('verb', '=', 'session.itemStarted').execute()
  expect(rows).toHaveLength(1)
})

test('the scribe alone writes and reads an item’s notes; a second tab does not write over them; the ledger does not repeat them', async () => {
  expect(await as('seat9', (ctx) => saveItemNotes(ctx, first, 'Đề nghị làm rõ hạn dùng.', 0))).toBe(1)
  await expect(as('seat9', (ctx) => saveItemNotes(ctx, first, 'x', 0))).rejects.toMatchObject({ code: 'versionConflict' })
  for (const person of ['seat1', 'seat4', 'office'] as const) {
    await expect(as(person, (ctx) => saveItemNotes(ctx, first, 'x', 1))).rejects.toMatchObject({ code: 'forbidden' })
    expect(JSON.stringify(await session(person))).not.toContain('hạn dùng')
  }
  expect((await session('seat9'))[0]?.known?.notes).toEqual({ text: 'Đề nghị làm rõ hạn dùng.', version: 1 })
  expect(JSON.stringify(await db().selectFrom('auditEntry').select('payload').execute())).not.toContain('hạn dùng')
})

test('put down and taken up again an item keeps both stretches; the next one is then named', async () => {
  services.clock.set('2026-09-25T02:30:00Z')
  await as('seat9', (ctx) => endItem(ctx, first))
  await as('seat1', (ctx) => endItem(ctx, first))
  expect((await session('seat4')).map((slot) => slot.place)).toEqual(['done', 'next'])
  await as('seat1', (ctx) => startItem(ctx, first))
  services.clock.set('2026-09-25T02:40:00Z')
  await as('seat1', (ctx) => endItem(ctx, first))
  expect((await sittingsOf(db(), meeting.meetingId)).map((row) => row.endedAt?.toISOString())).toEqual([
    '2026-09-25T02:30:00.000Z',
    '2026-09-25T02:40:00.000Z',
  ])
})

test('a recused chair cannot take the item up and learns nothing by trying; the stand-in and the secretary can', async () => {
  await expect(as('seat1', (ctx) => startItem(ctx, second))).rejects.toMatchObject({ code: 'notFound' })
  await as('seat2', (ctx) => startItem(ctx, second))
  await expect(as('seat1', (ctx) => endItem(ctx, second))).rejects.toMatchObject({ code: 'notFound' })
})

test('the recused is asked to leave without a word why; those who lead see whom to ask; nobody else sees the names', async () => {
  const [, own] = await session('seat3')
  expect(own).toMatchObject({ ordinal: 2, known: null, place: 'current', leave: true })
  expect(JSON.stringify(await session('seat3'))).not.toMatch(new RegExp(`${SECRET}|Lê Văn Bảy|Hợp đồng|contract|${second}`))
  const names = await db()
    .selectFrom('councilMember')
    .select('name')
    .where('id', 'in', [meeting.members.seat1, meeting.members.seat3])
    .orderBy('ordinal')
    .execute()
  for (const person of ['seat2', 'seat9', 'office'] as const)
    expect((await session(person))[1]?.known?.away).toEqual(names.map((row) => row.name))
  expect((await session('seat4'))[1]).toMatchObject({ leave: false, known: { away: null, present: null, notes: null } })
})

test('who was there for the item leaves out the recused, though the book still has them in the room', async () => {
  const present = (await session('seat9'))[1]?.known?.present
  expect(present?.length).toBe(5)
})

test('the printed set holds one blank sheet per item the reader may know, and nothing of the one he may not', async () => {
  const sheets = async (person: Person) => blankSheets(db(), services.regulations, await agenda(person))
  expect((await sheets('seat4')).map((sheet) => sheet.ordinal)).toEqual([1, 2])
  const own = await sheets('seat3')
  expect(own.map((sheet) => sheet.ordinal)).toEqual([1])
  expect(JSON.stringify(own)).not.toContain(SECRET)
  expect(
    own[0]?.groups.flatMap((group) => group.criteria).every((criterion) => criterion.points[0] === 0 && criterion.points.length > 1),
  ).toBe(true)
})

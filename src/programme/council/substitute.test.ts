import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { agendaFor } from './agenda.view.ts'
import { answersFor, fillSheet, readyMember, releasedMeeting } from './council.fixture.ts'
import { itemFacts } from './council.store.ts'
import { meetingsOfMember } from './meeting.store.ts'
import { recordArrival } from './meeting.actions.ts'
import { startSheet } from './sheet.actions.ts'
import { nameSubstitute, withdrawSubstitute } from './substitute.actions.ts'

let services: TestServices
let world: World
const as = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(world, person, verb)
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices()
})
beforeEach(async () => {
  await emptied(services)
  services.clock.set('2026-09-15T02:00:00Z')
  world = await makeWorld(services)
})
afterAll(() => services.close())

const letter = { bodyId: '', post: 'Phó Trưởng phòng', mandateNumber: '45/SYT-NVY', mandateDate: '14/09/2026' }
const name = (
  meeting: { meetingId: string; members: Record<string, string> },
  absent: string,
  over: object = {},
  person: Person = 'office',
) =>
  as(person, (ctx) =>
    nameSubstitute(ctx, meeting.meetingId, { ...letter, memberId: meeting.members[absent], accountId: world.accounts.advisor, ...over }),
  )

test('a substitute holds the absent member’s vote for one meeting, declares anew and starts an empty sheet; the draft stays', async () => {
  const meeting = await releasedMeeting(world)
  const [itemId = ''] = meeting.items
  await readyMember(world, 'seat8', itemId)
  await fillSheet(world, 'seat8', itemId, await answersFor(world, itemId, 4), { final: false })
  const memberId = await name(meeting, 'seat8')
  const facts = await itemFacts(db(), itemId)
  expect(facts.seats.filter((seat) => seat.voting && seat.leftOn === null)).toHaveLength(8)
  expect(facts.seats.find((seat) => seat.memberId === memberId)).toMatchObject({
    voting: true,
    role: 'member',
    substitutes: { memberId: meeting.members.seat8, mandateNumber: '45/SYT-NVY', mandateDate: '2026-09-14' },
  })
  // The absent member no longer meets the item; the substitute must declare first.
  await expect(as('seat8', (ctx) => startSheet(ctx, itemId))).rejects.toMatchObject({ code: 'notFound' })
  await expect(as('advisor', (ctx) => startSheet(ctx, itemId))).rejects.toMatchObject({ code: 'conflict.notDeclared' })
  await readyMember(world, 'advisor', itemId)
  const { sheetId } = await as('advisor', (ctx) => startSheet(ctx, itemId))
  expect(await db().selectFrom('scoreSheetAnswer').select('criterion').where('sheetId', '=', sheetId).execute()).toEqual([])
  const draft = await db()
    .selectFrom('scoreSheet')
    .select(['id', 'state'])
    .where('memberId', '=', meeting.members.seat8)
    .executeTakeFirstOrThrow()
  expect(draft.state).toBe('draft')
  expect((await agendaFor(db(), await actorOf(world, 'advisor'), meeting.meetingId, services.clock.now())).mine.isMember).toBe(true)
  await as('office', (ctx) => recordArrival(ctx, meeting.meetingId, memberId))
})

test('the seat is one of that meeting only, and is taken back before a sheet is final', async () => {
  const meeting = await releasedMeeting(world)
  const memberId = await name(meeting, 'seat8')
  expect((await meetingsOfMember(db(), (await actorOf(world, 'advisor')).seats)).map((line) => line.id)).toEqual([meeting.meetingId])
  await expect(as('office', (ctx) => withdrawSubstitute(ctx, meeting.meetingId, memberId, ''))).rejects.toMatchObject({ code: 'invalid' })
  await as('office', (ctx) => withdrawSubstitute(ctx, meeting.meetingId, memberId, 'Thành viên dự được.'))
  const facts = await itemFacts(db(), meeting.items[0] ?? '')
  expect(facts.seats.find((seat) => seat.memberId === meeting.members.seat8)?.leftOn).toBeNull()
  expect(await meetingsOfMember(db(), (await actorOf(world, 'advisor')).seats)).toEqual([])
})

test('nobody sits for the chair, for nobody, without a letter, or who is a member already; only the office names one', async () => {
  const meeting = await releasedMeeting(world)
  await expect(name(meeting, 'seat1')).rejects.toMatchObject({ fields: { memberId: {} } })
  await expect(name(meeting, 'nobody')).rejects.toMatchObject({ fields: { memberId: {} } })
  await expect(name(meeting, 'seat8', { mandateNumber: '', mandateDate: '16/09/2026' })).rejects.toMatchObject({
    fields: { mandateNumber: {}, mandateDate: {} },
  })
  await expect(name(meeting, 'seat8', { accountId: world.accounts.seat7 })).rejects.toMatchObject({ fields: { accountId: {} } })
  await expect(name(meeting, 'seat8', {}, 'seat1')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(name(meeting, 'seat8', {}, 'producer')).rejects.toMatchObject({ code: 'notFound' })
})

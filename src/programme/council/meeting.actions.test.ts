import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { placeDossier } from '../dossier/dossier.fixture.ts'
import { itemsOfMeeting } from './council.store.ts'
import {
  acceptedDossier,
  meetingInSession,
  openRoundRow,
  readyMember,
  releasedMeeting,
  seatedCouncil,
  votingPeople,
  type CouncilFixture,
} from './council.fixture.ts'
import { changeRules } from './council.actions.ts'
import { defaultRules, type CouncilRules } from './council.rules.ts'
import { moveItem, putOnAgenda, releasePack, removeFromAgenda } from './agenda.actions.ts'
import { closeMeeting, createMeeting, openMeeting, openPack, recordArrival, recordLeaving, saveScribeNotes } from './meeting.actions.ts'
import { meetingsOfMember } from './meeting.store.ts'

let services: TestServices
let world: World
const as = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(world, person, verb)

beforeAll(async () => {
  services = await testServices()
})
beforeEach(async () => {
  await emptied(services)
  services.clock.set('2026-09-15T02:00:00Z')
  world = await makeWorld(services)
})
afterAll(() => services.close())

async function plan(council: CouncilFixture, roundId: string, date: string, mode = 'meeting'): Promise<string> {
  return as('office', (ctx) =>
    createMeeting(ctx, { councilId: council.councilId, roundId, name: 'Kỳ họp', date, time: '08:00', place: '', mode }),
  )
}
const setRules = (council: CouncilFixture, change: Partial<CouncilRules>) =>
  as('office', async (ctx) => changeRules(ctx, council.councilId, { ...defaultRules(services.regulations.current), ...change }, 2))
/** Nested transactions would wait for ever on PGlite: the dossier is made first. */
async function put(meetingId: string, roundId: string): Promise<string[]> {
  const dossier = await acceptedDossier(world, roundId)
  return as('office', (ctx) => putOnAgenda(ctx, meetingId, [dossier]))
}
const order = async (meetingId: string) => (await itemsOfMeeting(services.database.db, meetingId)).map((item) => item.id)

test('only dossiers accepted into the meeting’s round come on the agenda, each once', async () => {
  const council = await seatedCouncil(world)
  const roundId = await openRoundRow(world)
  const meetingId = await plan(council, roundId, '25/09/2026')
  const dossier = await acceptedDossier(world, roundId)
  const elsewhere = await acceptedDossier(world, await openRoundRow(world, 3), { person: 'otherProducer' })
  const add = (ids: string[]) => as('office', (ctx) => putOnAgenda(ctx, meetingId, ids))
  await expect(add([elsewhere])).rejects.toMatchObject({ code: 'agenda.dossierNotReady' })
  await add([dossier, dossier])
  await expect(add([dossier])).rejects.toMatchObject({ code: 'agenda.dossierNotReady' })
  await expect(add(["'; drop table dossier"])).rejects.toMatchObject({ code: 'notFound' })
  expect(await order(meetingId)).toHaveLength(1)
  await expect(as('seat1', (ctx) => putOnAgenda(ctx, meetingId, [dossier]))).rejects.toMatchObject({ code: 'notFound' })
})

test('items change places and leave while the meeting is prepared; a dossier taken off waits again', async () => {
  const council = await seatedCouncil(world)
  const roundId = await openRoundRow(world)
  const meetingId = await plan(council, roundId, '25/09/2026')
  const dossiers = [
    await acceptedDossier(world, roundId),
    await acceptedDossier(world, roundId, { name: 'Mắm tôm' }),
    await acceptedDossier(world, roundId, { name: 'Mắm tép' }),
  ]
  const [a = '', b = '', c = ''] = await as('office', (ctx) => putOnAgenda(ctx, meetingId, dossiers))
  await as('office', (ctx) => moveItem(ctx, c, 1))
  expect(await order(meetingId)).toEqual([c, a, b])
  await expect(as('office', (ctx) => removeFromAgenda(ctx, a, ''))).rejects.toMatchObject({ fields: { reason: {} } })
  await as('office', (ctx) => removeFromAgenda(ctx, a, 'Chờ kết quả kiểm nghiệm'))
  expect((await itemsOfMeeting(services.database.db, meetingId)).map((item) => item.ordinal)).toEqual([1, 2])
  const dossier = await services.database.db
    .selectFrom('dossier')
    .select('state')
    .where('id', '=', dossiers[0] ?? '')
    .executeTakeFirstOrThrow()
  expect(dossier.state).toBe('accepted')
  await expect(as('producer', (ctx) => removeFromAgenda(ctx, b, 'x'))).rejects.toMatchObject({ code: 'notFound' })
})

test('a pack later than the rules ask goes out only with a reason, or not at all where they block', async () => {
  const council = await seatedCouncil(world)
  const roundId = await openRoundRow(world)
  const meetingId = await plan(council, roundId, '17/09/2026')
  await expect(as('office', (ctx) => releasePack(ctx, meetingId))).rejects.toMatchObject({ code: 'stateConflict' })
  await put(meetingId, roundId)
  await setRules(council, { onLead: 'block' })
  await expect(as('office', (ctx) => releasePack(ctx, meetingId, { reason: 'Gấp' }))).rejects.toMatchObject({
    code: 'pack.tooLate',
    params: { needed: '5', days: '1' },
  })
  await as('office', async (ctx) => changeRules(ctx, council.councilId, { ...defaultRules(services.regulations.current) }, 3))
  await expect(as('office', (ctx) => releasePack(ctx, meetingId))).rejects.toMatchObject({ fields: { reason: {} } })
  await as('office', (ctx) => releasePack(ctx, meetingId, { reason: 'Sở yêu cầu họp sớm' }))
  const row = await services.database.db.selectFrom('meeting').selectAll().where('id', '=', meetingId).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ state: 'released', lateReason: 'Sở yêu cầu họp sớm' })
})

test('members know of a meeting only once its pack is released; each is told once, without a title', async () => {
  const council = await seatedCouncil(world)
  const roundId = await openRoundRow(world)
  const meetingId = await plan(council, roundId, '25/09/2026')
  await put(meetingId, roundId)
  expect(await meetingsOfMember(services.database.db, [{ memberId: council.members.seat3 }])).toEqual([])
  await as('office', (ctx) => releasePack(ctx, meetingId))
  await as('office', (ctx) => releasePack(ctx, meetingId))
  const notices = await services.database.db.selectFrom('notice').selectAll().where('kind', '=', 'meeting.released').execute()
  expect(notices).toHaveLength(9)
  expect(JSON.stringify(notices)).not.toContain('Nước mắm')
  await expect(as('office', (ctx) => moveItem(ctx, 'x', 1))).rejects.toMatchObject({ code: 'notFound' })
})

test('the pack is opened by a press and the first time is kept', async () => {
  const meeting = await releasedMeeting(world)
  const [item = ''] = meeting.items
  await readyMember(world, 'seat3', item)
  services.clock.set('2026-09-16T02:00:00Z')
  await as('seat3', (ctx) => openPack(ctx, item))
  const rows = await services.database.db.selectFrom('packOpening').selectAll().execute()
  expect(rows.map((row) => row.openedAt.toISOString())).toEqual(['2026-09-15T02:00:00.000Z'])
})

test('presence is recorded by secretary, chair or office, once per stay, and not by a member for another', async () => {
  const meeting = await releasedMeeting(world)
  const arrive = (person: Person) => as(person, (ctx) => recordArrival(ctx, meeting.meetingId, meeting.members.seat3))
  await arrive('seat9')
  await arrive('office')
  await expect(arrive('seat4')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(arrive('producer')).rejects.toMatchObject({ code: 'notFound' })
  await as('seat1', (ctx) => recordLeaving(ctx, meeting.meetingId, meeting.members.seat3))
  await as('seat1', (ctx) => recordLeaving(ctx, meeting.meetingId, meeting.members.seat3))
  await arrive('seat9')
  expect(await services.database.db.selectFrom('presence').selectAll().execute()).toHaveLength(2)
})

test('the session opens in quorum, by the chair or a vice-chair only, and all waiting items go into scoring', async () => {
  const meeting = await releasedMeeting(world)
  const start = (person: Person) => as(person, (ctx) => openMeeting(ctx, meeting.meetingId))
  for (const person of votingPeople.slice(2, 7)) await as('office', (ctx) => recordArrival(ctx, meeting.meetingId, meeting.members[person]))
  await expect(start('seat1')).rejects.toMatchObject({ code: 'meeting.noQuorum', params: { present: '5', voting: '8', needed: '6' } })
  await as('office', (ctx) => recordArrival(ctx, meeting.meetingId, meeting.members.seat8))
  // Six are there, but neither chair nor vice-chair.
  await expect(start('seat1')).rejects.toMatchObject({ code: 'meeting.noQuorum' })
  await as('office', (ctx) => recordArrival(ctx, meeting.meetingId, meeting.members.seat2))
  await expect(start('seat3')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(start('office')).rejects.toMatchObject({ code: 'forbidden' })
  // Who is there has not yet said anything about conflicts: the rule is named.
  await expect(start('seat2')).rejects.toMatchObject({
    code: 'meeting.invalidCouncil',
    params: { reasons: expect.stringContaining('Còn 7 thành viên chưa khai xung đột lợi ích') },
  })
  for (const person of [...votingPeople.slice(2, 8), 'seat2'] as const) await readyMember(world, person, meeting.items[0] ?? '')
  await start('seat2')
  await start('seat2')
  expect((await itemsOfMeeting(services.database.db, meeting.meetingId)).map((item) => item.state)).toEqual(['scoring'])
})

test('a session is not closed while an item has no conclusion; a withdrawn dossier needs none', async () => {
  const meeting = await meetingInSession(world)
  const close = () => as('seat1', (ctx) => closeMeeting(ctx, meeting.meetingId))
  await expect(close()).rejects.toMatchObject({ code: 'meeting.itemsOpen', params: { count: '1' } })
  await expect(as('office', (ctx) => removeFromAgenda(ctx, meeting.items[0] ?? '', 'Muộn'))).rejects.toMatchObject({
    code: 'stateConflict',
  })
  await placeDossier(world, meeting.dossiers[0] ?? '', 'withdrawn')
  await close()
  await close()
  await expect(as('office', (ctx) => recordArrival(ctx, meeting.meetingId, meeting.members.seat3))).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('in a written opinion opening the pack is taking part, and no quorum is asked to begin', async () => {
  const council = await seatedCouncil(world)
  const roundId = await openRoundRow(world)
  const meetingId = await plan(council, roundId, '25/09/2026', 'writtenOpinion')
  const [item = ''] = await put(meetingId, roundId)
  await as('office', (ctx) => releasePack(ctx, meetingId))
  await as('seat1', (ctx) => openMeeting(ctx, meetingId))
  await readyMember(world, 'seat3', item)
  expect((await services.database.db.selectFrom('presence').selectAll().execute()).map((row) => row.memberId)).toEqual([
    council.members.seat3,
  ])
})

test('notes of the secretary are not overwritten from a second tab', async () => {
  const meeting = await releasedMeeting(world)
  const { version } = await services.database.db
    .selectFrom('meeting')
    .select('version')
    .where('id', '=', meeting.meetingId)
    .executeTakeFirstOrThrow()
  const write = (text: string, at: number) => as('seat9', (ctx) => saveScribeNotes(ctx, meeting.meetingId, text, at))
  await write('Khai mạc lúc 8 giờ', version)
  await expect(write('Khác', version)).rejects.toMatchObject({ code: 'versionConflict' })
})

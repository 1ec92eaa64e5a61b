import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { appointStandIn, decideConflict, declareConflict, liftConflict, pinConflict, reviewConflicts } from './conflict.actions.ts'
import { conflictsOf } from './conflict.store.ts'
import { chairOfItem } from './council.ts'
import { itemFacts, ownSheets } from './council.store.ts'
import { answersFor, fillSheet, meetingInSession, readyMember, releasedMeeting, type MeetingFixture } from './council.fixture.ts'
import { openPack } from './meeting.actions.ts'
import { saveSheet, startSheet } from './sheet.actions.ts'

let services: TestServices
let world: World
const as = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(world, person, verb)
const facts = (itemId: string) => itemFacts(services.database.db, itemId)
const first = (meeting: MeetingFixture) => meeting.items[0] ?? ''
const pin = (itemId: string, person: Person) =>
  as('office', (ctx) => pinConflict(ctx, itemId, { accountId: world.accounts[person], cause: 'contract', reason: 'Ký hợp đồng tư vấn' }))

beforeAll(async () => {
  services = await testServices()
})
beforeEach(async () => {
  await emptied(services)
  services.clock.set('2026-09-15T02:00:00Z')
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('a member declares before anything opens; no conflict twice is harmless', async () => {
  const meeting = await releasedMeeting(world)
  await expect(as('seat3', (ctx) => openPack(ctx, first(meeting)))).rejects.toMatchObject({ code: 'conflict.notDeclared' })
  await expect(as('seat3', (ctx) => startSheet(ctx, first(meeting)))).rejects.toMatchObject({ code: 'conflict.notDeclared' })
  await expect(as('seat3', (ctx) => declareConflict(ctx, first(meeting), { conflicted: 'maybe' }))).rejects.toMatchObject({
    fields: { conflicted: {} },
  })
  await readyMember(world, 'seat3', first(meeting))
  await readyMember(world, 'seat3', first(meeting))
  expect((await facts(first(meeting))).declarations).toHaveLength(1)
})

test('a declared conflict takes effect at once: sheet, pack and item are gone for the member', async () => {
  const meeting = await releasedMeeting(world)
  await as('seat3', (ctx) => declareConflict(ctx, first(meeting), { conflicted: 'yes', cause: 'family', detail: 'Em ruột của giám đốc' }))
  await expect(as('seat3', (ctx) => startSheet(ctx, first(meeting)))).rejects.toMatchObject({ code: 'notFound' })
  await expect(as('seat3', (ctx) => openPack(ctx, first(meeting)))).rejects.toMatchObject({ code: 'notFound' })
  // Saying "no conflict" afterwards does not take it away.
  await as('seat3', (ctx) => declareConflict(ctx, first(meeting), { conflicted: 'no' }))
  expect((await facts(first(meeting))).conflicts).toHaveLength(1)
})

test('a likely conflict shuts pack and sheet until it is decided, and dismissing it keeps it from coming back', async () => {
  await services.database.db.updateTable('authUser').set({ phone: '0912 000 111' }).where('id', '=', world.accounts.seat4).execute()
  const meeting = await releasedMeeting(world)
  const [likely] = await conflictsOf(services.database.db, first(meeting))
  expect(likely).toMatchObject({ origin: 'proposed', cause: 'samePhone', state: 'open', accountId: world.accounts.seat4 })
  await as('seat4', (ctx) => declareConflict(ctx, first(meeting), { conflicted: 'no' }))
  await expect(as('seat4', (ctx) => openPack(ctx, first(meeting)))).rejects.toMatchObject({ code: 'conflict.undecided' })
  const id = likely?.id ?? ''
  await expect(as('seat4', (ctx) => decideConflict(ctx, id, { decision: 'dismiss', reason: 'Không phải tôi' }))).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect(as('seat5', (ctx) => decideConflict(ctx, id, { decision: 'dismiss', reason: 'x' }))).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect(as('office', (ctx) => decideConflict(ctx, id, { decision: 'dismiss', reason: ' ' }))).rejects.toMatchObject({
    fields: { reason: {} },
  })
  await as('office', (ctx) => decideConflict(ctx, id, { decision: 'dismiss', reason: 'Số điện thoại văn phòng dùng chung' }))
  await as('office', (ctx) => decideConflict(ctx, id, { decision: 'dismiss', reason: 'Bấm lần hai' }))
  await expect(as('office', (ctx) => decideConflict(ctx, id, { decision: 'confirm', reason: 'Đổi ý' }))).rejects.toMatchObject({
    code: 'stateConflict',
  })
  expect(await as('office', (ctx) => reviewConflicts(ctx, first(meeting)))).toBe(0)
  await as('seat4', (ctx) => openPack(ctx, first(meeting)))
})

test('what a later look finds is told to the office again, and only once', async () => {
  const told = async (item: string) =>
    (
      await services.database.db
        .selectFrom('notice')
        .select('id')
        .where('accountId', '=', world.accounts.office)
        .where('kind', '=', 'conflict.proposed')
        .where('subjectId', '=', item)
        .execute()
    ).length
  await services.database.db.updateTable('authUser').set({ phone: '0912 000 111' }).where('id', '=', world.accounts.seat4).execute()
  const meeting = await releasedMeeting(world)
  expect(await told(first(meeting))).toBe(1)
  await services.database.db.updateTable('authUser').set({ phone: '0912 000 111' }).where('id', '=', world.accounts.seat6).execute()
  expect(await as('office', (ctx) => reviewConflicts(ctx, first(meeting)))).toBe(1)
  expect(await as('office', (ctx) => reviewConflicts(ctx, first(meeting)))).toBe(0)
  expect(await told(first(meeting))).toBe(2)
  for (const seat of ['seat4', 'seat6'] as const)
    await services.database.db.updateTable('authUser').set({ phone: null }).where('id', '=', world.accounts[seat]).execute()
})

test('a conflict found late voids the finished sheet with its reason; lifted again, the member declares and starts anew', async () => {
  const meeting = await meetingInSession(world)
  await fillSheet(world, 'seat3', first(meeting), await answersFor(world, first(meeting), 4))
  await pin(first(meeting), 'seat3')
  const sheets = () => ownSheets(services.database.db, first(meeting), meeting.members.seat3)
  expect(await sheets()).toMatchObject([{ state: 'voided', voidReason: 'Ký hợp đồng tư vấn' }])
  await expect(as('seat3', (ctx) => saveSheet(ctx, first(meeting), { version: 3, fields: {} }))).rejects.toMatchObject({ code: 'notFound' })
  const [conflict] = await conflictsOf(services.database.db, first(meeting))
  await expect(as('seat3', (ctx) => liftConflict(ctx, conflict?.id ?? '', { reason: 'Tôi muốn chấm' }))).rejects.toMatchObject({
    code: 'notFound',
  })
  await as('office', (ctx) => liftConflict(ctx, conflict?.id ?? '', { reason: 'Hợp đồng đã thanh lý năm 2020' }))
  await expect(as('seat3', (ctx) => startSheet(ctx, first(meeting)))).rejects.toMatchObject({ code: 'conflict.notDeclared' })
  await readyMember(world, 'seat3', first(meeting))
  await as('seat3', (ctx) => startSheet(ctx, first(meeting)))
  expect((await sheets()).map((sheet) => [sheet.state, Object.keys(sheet.answers).length > 0])).toContainEqual(['draft', false])
  expect(await sheets()).toHaveLength(2)
})

test('a conflicted chair is replaced for the item by the vice-chair and can neither appoint nor remove the stand-in', async () => {
  const meeting = await releasedMeeting(world, [{}, { person: 'otherProducer', name: 'Chè lam' }])
  await pin(first(meeting), 'seat1')
  expect(chairOfItem(await facts(first(meeting)))?.memberId).toBe(meeting.members.seat2)
  expect(chairOfItem(await facts(meeting.items[1] ?? ''))?.memberId).toBe(meeting.members.seat1)
  const name = (person: Person, memberId: string) =>
    as(person, (ctx) => appointStandIn(ctx, first(meeting), { memberId, reason: 'Thay đổi' }))
  await expect(name('seat1', '')).rejects.toMatchObject({ code: 'notFound' })
  await expect(name('seat2', meeting.members.seat3)).rejects.toMatchObject({ code: 'forbidden' })
  // Removing it would leave the item to the conflicted chair or to nobody.
  await expect(name('office', '')).rejects.toMatchObject({ code: 'conflict.standIn' })
  await expect(name('office', meeting.members.seat9)).rejects.toMatchObject({ code: 'conflict.standIn' })
  await expect(name('office', meeting.members.seat1)).rejects.toMatchObject({ code: 'conflict.standIn' })
  await name('office', meeting.members.seat3)
  expect((await facts(first(meeting))).standInId).toBe(meeting.members.seat3)
  // The new stand-in turns out to be conflicted too: back to the rule.
  await pin(first(meeting), 'seat3')
  expect((await facts(first(meeting))).standInId).toBe(meeting.members.seat2)
})

test('the conflicted chair with an office role still cannot touch the stand-in', async () => {
  const meeting = await releasedMeeting(world)
  await services.database.db
    .insertInto('roleGrant')
    .values({
      id: meeting.councilId,
      accountId: world.accounts.seat1,
      role: 'office',
      authority: '38',
      provinceCode: '38',
      validFrom: '2020-01-01',
      grantedAt: services.clock.now(),
    })
    .execute()
  await pin(first(meeting), 'seat1')
  const [conflict] = await conflictsOf(services.database.db, first(meeting))
  await expect(
    as('seat1', (ctx) => appointStandIn(ctx, first(meeting), { memberId: meeting.members.seat1, reason: 'x' })),
  ).rejects.toMatchObject({ code: 'notFound' })
  await expect(as('seat1', (ctx) => liftConflict(ctx, conflict?.id ?? '', { reason: 'x' }))).rejects.toMatchObject({ code: 'notFound' })
})

test('office staff can be conflicted too and are then strangers to the item', async () => {
  const meeting = await releasedMeeting(world)
  await pin(first(meeting), 'office')
  await expect(pin(first(meeting), 'seat3')).rejects.toMatchObject({ code: 'notFound' })
  await expect(as('office', (ctx) => reviewConflicts(ctx, first(meeting)))).rejects.toMatchObject({ code: 'notFound' })
})

test('only members and officers of this province can be pinned, and not by a member', async () => {
  const meeting = await releasedMeeting(world)
  await expect(pin(first(meeting), 'otherProvinceOffice')).rejects.toMatchObject({ fields: { accountId: {} } })
  await expect(
    as('seat2', (ctx) => pinConflict(ctx, first(meeting), { accountId: world.accounts.seat3, cause: 'other', reason: 'x' })),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    as('producer', (ctx) => pinConflict(ctx, first(meeting), { accountId: world.accounts.seat3, cause: 'other', reason: 'x' })),
  ).rejects.toMatchObject({ code: 'notFound' })
})

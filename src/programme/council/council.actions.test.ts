import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type World } from '#/testing/world.ts'
import { addMember, changeRules, createCouncil, establishCouncil, memberLeaves } from './council.actions.ts'
import { councilFor } from './council.lists.ts'
import { defaultRules } from './council.rules.ts'
import { fillSheet, meetingInSession, answersFor, type MeetingFixture } from './council.fixture.ts'

let services: TestServices
let world: World
let meeting: MeetingFixture

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  meeting = await meetingInSession(world)
})
afterAll(() => services.close())

const council = () => services.database.db.selectFrom('council').selectAll().where('id', '=', meeting.councilId).executeTakeFirstOrThrow()
const input = { name: 'Hội đồng thứ hai', termFrom: '01/01/2026', termTo: '31/12/2026' }

test('the establishing decision has its own number series and its paper is stored', async () => {
  const row = await council()
  expect(row.decisionNumber).toBe('01/QĐ-HĐOCOP')
  expect(row.decisionDate).toBe('2026-02-05')
  const paper = await services.database.db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', row.decisionDocumentId)
    .executeTakeFirstOrThrow()
  expect(paper).toMatchObject({ kind: 'councilDecision', number: '01/QĐ-HĐOCOP', mediaType: 'application/pdf', state: 'issued' })
})

test('only the office sets up a council', async () => {
  for (const person of ['producer', 'communeOfficer', 'leader', 'seat1', 'admin'] as const)
    await expect(actAs(world, person, (ctx) => createCouncil(ctx, input))).rejects.toMatchObject({ code: 'forbidden' })
})

test('the office of another province finds no such council', async () => {
  await expect(
    actAs(world, 'otherProvinceOffice', (ctx) => memberLeaves(ctx, meeting.councilId, meeting.members.seat3, 'x')),
  ).rejects.toMatchObject({ code: 'notFound' })
})

test('a day that does not exist and a term that ends before it begins are named by field', async () => {
  await expect(actAs(world, 'office', (ctx) => createCouncil(ctx, { ...input, termFrom: '31/02/2026' }))).rejects.toMatchObject({
    code: 'invalid',
    fields: { termFrom: { vi: expect.stringContaining('Ngày này không có trong lịch.') } },
  })
  await expect(actAs(world, 'office', (ctx) => createCouncil(ctx, { ...input, termTo: '31/12/2025' }))).rejects.toMatchObject({
    fields: { termTo: {} },
  })
})

test('a council without chair, vice-chair, secretary and three votes cannot be established, and a second chair is refused', async () => {
  const id = await actAs(world, 'office', (ctx) => createCouncil(ctx, input))
  const member = (person: 'seat1' | 'seat2', role: string) =>
    actAs(world, 'office', (ctx) => addMember(ctx, id, { accountId: world.accounts[person], bodyId: '', post: 'Phó Giám đốc', role }))
  await member('seat1', 'chair')
  const decision = { number: '', date: '10/02/2026', signer: 'Trần Quốc Huy', signerPost: 'Chủ tịch' }
  await expect(actAs(world, 'office', (ctx) => establishCouncil(ctx, id, decision))).rejects.toMatchObject({ code: 'council.incomplete' })
  await expect(member('seat2', 'chair')).rejects.toMatchObject({ fields: { role: {} } })
  await expect(member('seat1', 'member')).rejects.toMatchObject({ fields: { accountId: {} } })
})

test('a decision number is never given twice, also not when typed', async () => {
  const id = await actAs(world, 'office', (ctx) => createCouncil(ctx, input))
  for (const [person, role] of [
    ['seat1', 'chair'],
    ['seat2', 'viceChair'],
    ['seat3', 'member'],
    ['seat9', 'secretary'],
  ] as const)
    await actAs(world, 'office', (ctx) => addMember(ctx, id, { accountId: world.accounts[person], bodyId: '', post: 'Phó Giám đốc', role }))
  const issue = (number: string) =>
    actAs(world, 'office', (ctx) =>
      establishCouncil(ctx, id, { number, date: '10/02/2026', signer: 'Trần Quốc Huy', signerPost: 'Chủ tịch' }),
    )
  await expect(issue('01/QĐ-HĐOCOP')).rejects.toMatchObject({ code: 'number.taken' })
  await issue('12a/QĐ-UBND')
  await expect(issue('')).rejects.toMatchObject({ code: 'stateConflict' })
})

test('someone else’s account or body is no choice', async () => {
  const id = await actAs(world, 'office', (ctx) => createCouncil(ctx, input))
  const stranger = { accountId: world.accounts.otherProvinceOffice, bodyId: meeting.councilId, post: '=cmd()', role: 'boss' }
  await expect(actAs(world, 'office', (ctx) => addMember(ctx, id, stranger))).rejects.toMatchObject({
    fields: { accountId: {}, bodyId: {}, role: {} },
  })
})

test('one whose own desk is elsewhere but who holds a post here may be seated, while the post is held', async () => {
  const { db } = services.database
  const id = await actAs(world, 'office', (ctx) => createCouncil(ctx, input))
  const accountId = world.accounts.otherProvinceOffice
  const seat = () => actAs(world, 'office', (ctx) => addMember(ctx, id, { accountId, bodyId: '', post: 'Phó Giám đốc', role: 'member' }))
  const listed = async () => {
    const { accounts } = await councilFor(db, await actorOf(world, 'office'), id, services.clock.now())
    return accounts.some((account) => account.id === accountId)
  }
  const post = (validTo: string | null) =>
    db
      .insertInto('roleGrant')
      .values({
        id: newId(),
        accountId,
        role: 'advisor',
        authority: '38',
        provinceCode: '38',
        validFrom: '2026-01-01',
        validTo,
        grantedBy: 'x',
        grantedAt: services.clock.now(),
      })
      .execute()
  await post('2026-09-14')
  expect(await listed()).toBe(false)
  await expect(seat()).rejects.toMatchObject({ fields: { accountId: {} } })
  await post(null)
  expect(await listed()).toBe(true)
  await seat()
  await db.deleteFrom('roleGrant').where('accountId', '=', accountId).where('authority', '=', '38').execute()
})

test('rules may change until the first final sheet of a running meeting, never silently over another edit', async () => {
  const rules = { ...defaultRules(services.regulations.current), spreadLimit: 8 }
  const { version } = await council()
  await expect(actAs(world, 'office', (ctx) => changeRules(ctx, meeting.councilId, rules, version - 1))).rejects.toMatchObject({
    code: 'versionConflict',
  })
  await expect(
    actAs(world, 'office', (ctx) => changeRules(ctx, meeting.councilId, { ...rules, quorumPercent: '0' }, version)),
  ).rejects.toMatchObject({ fields: { quorumPercent: {} } })
  await actAs(world, 'office', (ctx) => changeRules(ctx, meeting.councilId, rules, version))
  const pinned = await services.database.db
    .selectFrom('meeting')
    .select('rules')
    .where('id', '=', meeting.meetingId)
    .executeTakeFirstOrThrow()
  expect(pinned.rules).toMatchObject({ spreadLimit: 8 })
  const item = meeting.items[0] ?? ''
  await fillSheet(world, 'seat3', item, await answersFor(world, item, 3))
  await expect(actAs(world, 'office', (ctx) => changeRules(ctx, meeting.councilId, rules, version + 1))).rejects.toMatchObject({
    code: 'council.rulesInUse',
  })
})

test('a member who leaves loses the seat at once and the reason is asked', async () => {
  await expect(actAs(world, 'office', (ctx) => memberLeaves(ctx, meeting.councilId, meeting.members.seat8, ''))).rejects.toMatchObject({
    fields: { reason: {} },
  })
  await actAs(world, 'office', (ctx) => memberLeaves(ctx, meeting.councilId, meeting.members.seat8, 'Chuyển công tác'))
  const present = await services.database.db
    .selectFrom('presence')
    .select('leftAt')
    .where('memberId', '=', meeting.members.seat8)
    .executeTakeFirstOrThrow()
  expect(present.leftAt).not.toBeNull()
  const back = await actAs(world, 'office', (ctx) =>
    addMember(ctx, meeting.councilId, { accountId: world.accounts.seat8, bodyId: '', post: 'Chuyên gia', role: 'member' }),
  )
  expect(back).toBe(meeting.members.seat8)
})

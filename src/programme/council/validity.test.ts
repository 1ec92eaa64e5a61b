import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, seatPeople, type World } from '#/testing/world.ts'
import { closeScoring } from './closing.actions.ts'
import { departmentOfBody } from './composition.ts'
import { changeRules, memberLeaves } from './council.actions.ts'
import { meetingInSession, readyMember, releasedMeeting, votingPeople, answersFor, fillSheet } from './council.fixture.ts'
import { defaultRules } from './council.rules.ts'
import { meetingById } from './meeting.store.ts'
import { openMeeting, recordArrival } from './meeting.actions.ts'
import { startItem } from './session.actions.ts'
import { packOfLevel } from './validity.store.ts'

let services: TestServices
let world: World

beforeAll(async () => {
  services = await testServices()
})
beforeEach(async () => {
  await emptied(services)
  services.clock.set('2026-09-15T02:00:00Z')
  world = await makeWorld(services)
})
afterAll(() => services.close())

async function ready(leaveOut: readonly string[] = []) {
  const meeting = await releasedMeeting(world)
  for (const person of seatPeople) {
    if (leaveOut.includes(person)) continue
    await actAs(world, 'office', (ctx) => recordArrival(ctx, meeting.meetingId, meeting.members[person]))
    await readyMember(world, person, meeting.items[0] ?? '')
  }
  return meeting
}
const open = (meetingId: string, input = {}) => actAs(world, 'seat1', (ctx) => openMeeting(ctx, meetingId, input))

describe('a session opens with a valid council only', () => {
  test('a mandatory body that has left keeps it shut, named with its source (26/2026 Đ7.3; seed R17, R60)', async () => {
    const meeting = await ready()
    await actAs(world, 'office', (ctx) => memberLeaves(ctx, meeting.councilId, meeting.members.seat4, 'Chuyển công tác.'))
    await expect(open(meeting.meetingId)).rejects.toMatchObject({
      code: 'meeting.invalidCouncil',
      params: { reasons: expect.stringMatching(/Thiếu đại diện bắt buộc: Sở Khoa học và Công nghệ \(26\/2026 Đ7\.3/) },
    })
    expect((await meetingById(services.database.db, meeting.meetingId)).state).toBe('released')
  })

  test('a chair who is no leader of the committee keeps it shut, unless the chair was handed on in writing (seed R16)', async () => {
    const meeting = await ready()
    const { db } = services.database
    await db.updateTable('councilMember').set({ bodyId: world.bodies.departments[0] }).where('id', '=', meeting.members.seat1).execute()
    await expect(open(meeting.meetingId)).rejects.toMatchObject({
      params: { reasons: expect.stringContaining('Chủ tịch Hội đồng phải là: Lãnh đạo UBND cấp tỉnh') },
    })
    await db
      .updateTable('council')
      .set({ composition: JSON.stringify({ chairDelegation: 'Giấy ủy quyền số 12/GUQ-UBND ngày 01/9/2026' }) })
      .where('id', '=', meeting.councilId)
      .execute()
    await open(meeting.meetingId)
  })

  test('samples that nobody took in keep it shut', async () => {
    const meeting = await ready()
    await services.database.db.updateTable('sampleHandover').set({ receivedAt: null }).execute()
    await expect(open(meeting.meetingId)).rejects.toMatchObject({
      params: { reasons: expect.stringContaining('Còn 1 hồ sơ chưa nhận sản phẩm mẫu') },
    })
  })

  test('what only warns needs a written reason, kept with the checks as they stood', async () => {
    const meeting = await ready()
    await actAs(world, 'office', (ctx) =>
      changeRules(ctx, meeting.councilId, { ...defaultRules(services.regulations.current), leadWorkingDays: 20 }, 2),
    )
    await expect(open(meeting.meetingId)).rejects.toMatchObject({ code: 'invalid', fields: { reason: {} } })
    await open(meeting.meetingId, { reason: 'Hồ sơ ít, thành viên đã đọc đủ.' })
    const kept = await meetingById(services.database.db, meeting.meetingId)
    expect(kept.openingReason).toBe('Hồ sơ ít, thành viên đã đọc đủ.')
    expect(kept.openingChecks?.filter((check) => !check.met).map((check) => check.rule)).toEqual(['lead'])
    expect(kept.openingChecks?.map((check) => check.rule)).toEqual(
      expect.arrayContaining(['chair', 'secretary', 'mandatoryBody', 'managingBody', 'term', 'quorum', 'declared', 'samples']),
    )
  })
})

test('somebody mandatory who leaves during the session keeps the next item from being taken up and this one from being closed', async () => {
  const meeting = await meetingInSession(world)
  const [itemId = ''] = meeting.items
  const answers = await answersFor(world, itemId, 4)
  for (const person of votingPeople) await fillSheet(world, person, itemId, answers)
  await actAs(world, 'office', (ctx) => memberLeaves(ctx, meeting.councilId, meeting.members.seat6, 'Nghỉ hưu.'))
  const named = {
    code: 'meeting.invalidCouncil',
    params: { reasons: expect.stringContaining('Thiếu đại diện bắt buộc: Sở Nông nghiệp và Môi trường') },
  }
  await expect(actAs(world, 'seat1', (ctx) => startItem(ctx, itemId))).rejects.toMatchObject(named)
  await expect(actAs(world, 'seat1', (ctx) => closeScoring(ctx, itemId))).rejects.toMatchObject(named)
})

test.each([
  ['province', 'Sở Công Thương', 'department', 'industryTrade'],
  ['province', 'Sở Nông nghiệp và Môi trường tỉnh Thanh Hóa', 'department', 'agriculture'],
  ['province', 'Văn phòng Điều phối', 'ocopOffice', 'coordination'],
  ['district', 'Phòng Y tế', 'department', 'health'],
  ['district', 'Phòng Nông nghiệp và Phát triển nông thôn huyện Lục Nam', 'ocopOffice', 'agriculture'],
  ['district', 'Phòng Kinh tế và Hạ tầng huyện Lục Nam', 'department', 'industryTrade'],
  ['district', 'Phòng Kinh tế thành phố Việt Trì', 'department', 'agriculture'],
  ['district', 'Sở Y tế', 'department', null],
  ['province', 'Hội Nghề cá', 'association', null],
  ['province', 'Ủy ban nhân dân tỉnh Thanh Hóa', 'provinceCommittee', null],
] as const)('at the level %s, %s (%s) stands for %s (seed X01)', (level, name, kind, expected) => {
  expect(departmentOfBody(services.regulations.packs, level, { name, kind })).toBe(expected)
})

test.each([
  ['38', '2021-01-18', 'qd-1048-2019'],
  ['38', '2023-02-24', 'qd-148-2023'],
  ['38', '2025-07-06', 'qd-148-1489-2025'],
  ['38', '2026-05-21', 'qd-148-1489-2025'],
  ['38', '2026-05-22', 'qd-26-2026'],
  // No district assesses since 1489: its last pack is 148.
  ['38.395', '2026-09-15', 'qd-148-2023'],
  // Before the first pack the first one is proposed.
  ['TW', '2018-01-01', 'qd-26-2026'],
])('a council of %s set up on %s stands under %s', (authority, day, id) => {
  expect(packOfLevel(services.regulations, authority, day)?.id).toBe(id)
})

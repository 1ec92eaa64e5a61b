import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { HolidayRow } from '#/platform/calendar/work-calendar.ts'
import { isWorkingDay } from '#/platform/calendar/work-calendar.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { clockOf } from '../commune/clock.ts'
import { filedDossier } from '../dossier/dossier.fixture.ts'
import { calendarOf } from '../reference.ts'
import { changeCalendar, movedByEdit, readHoliday, type CalendarEdit } from './calendar.actions.ts'
import { markOf } from './deadlines.ts'
import { calendarHistory } from './holidays.store.ts'

let services: TestServices
let world: World
let dossierId: string
beforeAll(async () => {
  services = await testServices({ now: '2026-09-21T02:00:00Z' })
  world = await makeWorld(services)
  dossierId = (await filedDossier(world)).dossierId
}, 60_000)
afterAll(() => services.close())
beforeEach(async () => {
  await db().deleteFrom('holiday').execute()
})

const db = () => services.database.db
const storm: HolidayRow = { date: '2026-09-28', kind: 'office-off', name: 'Nghỉ tránh bão', source: 'Công điện 15/CĐ-UBND' }
const spring: HolidayRow = { date: '2027-03-01', kind: 'day-off', name: 'Nghỉ bù', source: 'Thông báo 1' }
const edit = (person: Person, change: CalendarEdit, more: { reason?: string; seen?: string; move?: string[] } = {}) =>
  actAs(world, person, (ctx) => changeCalendar(ctx, change, { reason: 'Theo công điện.', seen: '', move: [], ...more }))
const moves = (change: CalendarEdit) => movedByEdit(db(), change)
const dueOn = async () => (await clockOf(db(), dossierId))?.clock.dueOn

test('a day that touches no promise is written with who and why, and counts at once', async () => {
  await edit('office', { set: [spring], remove: [] })
  expect(isWorkingDay(await calendarOf(db()), '2027-03-01')).toBe(false)
  expect((await calendarHistory(db(), '38'))[0]).toMatchObject({ by: 'Đỗ Minh Tuấn', set: [spring], reason: 'Theo công điện.', moved: 0 })
  await edit('admin', { set: [], remove: ['2027-03-01'] })
  expect(isWorkingDay(await calendarOf(db()), '2027-03-01')).toBe(true)
})

describe('a day that promised days rest on', () => {
  test('is refused until exactly these days were seen, and then moves only those the officer chose', async () => {
    const change = { set: [storm], remove: [] }
    const before = await dueOn()
    await expect(edit('office', change)).rejects.toMatchObject({ code: 'calendar.deadlines' })
    await expect(edit('office', change, { seen: 'something older' })).rejects.toMatchObject({ code: 'calendar.deadlines' })
    expect(await db().selectFrom('holiday').selectAll().execute()).toEqual([])
    const moved = await moves(change)
    expect(moved).toMatchObject([{ kind: 'clock', dossierId, dueOn: '2026-10-12', becomes: '2026-10-13' }])
    await edit('office', change, { seen: markOf(moved), move: [] })
    expect(await dueOn()).toBe(before)
    expect(await db().selectFrom('deadlineChange').selectAll().execute()).toEqual([])
  })

  test('the chosen day is moved, recorded with reason and person, and the commune’s officer is told', async () => {
    const change = { set: [{ ...storm, date: '2026-09-29' }], remove: [] }
    const moved = await moves(change)
    await edit('office', change, { seen: markOf(moved), move: moved.map((one) => one.subjectId) })
    expect(await dueOn()).toBe('2026-10-13')
    expect(await db().selectFrom('deadlineChange').select(['dossierId', 'dueBefore', 'dueAfter', 'reason', 'changedBy']).execute()).toEqual(
      [{ dossierId, dueBefore: '2026-10-12', dueAfter: '2026-10-13', reason: 'Theo công điện.', changedBy: world.accounts.office }],
    )
    const notices = await db().selectFrom('notice').select('accountId').where('kind', '=', 'deadline.moved').execute()
    expect(notices).toEqual([{ accountId: world.accounts.communeOfficer }])
    const entry = await db().selectFrom('auditEntry').select('dossierId').where('verb', '=', 'deadline.moved').execute()
    expect(entry).toEqual([{ dossierId }])
  })

  test('taking the day away again shortens no promise', async () => {
    await db().insertInto('holiday').values({ day: '2026-09-29', kind: 'office-off', name: 'Nghỉ', source: 'x' }).execute()
    await edit('office', { set: [], remove: ['2026-09-29'] })
    expect(await dueOn()).toBe('2026-10-13')
  })
})

test.each(['leader', 'clerk', 'advisor', 'communeOfficer', 'producer', 'otherProvinceOffice', 'seat1'] as const)(
  'the calendar is not kept by a %s',
  async (person) => {
    await expect(edit(person, { set: [spring], remove: [] })).rejects.toMatchObject({ code: 'forbidden' })
  },
)

test('a reason is needed, a day without an own row cannot be removed, and nothing is no edit', async () => {
  await expect(edit('office', { set: [spring], remove: [] }, { reason: ' ' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(edit('office', { set: [], remove: ['2026-09-02'] })).rejects.toMatchObject({ code: 'notFound' })
  await expect(edit('office', { set: [], remove: [] })).rejects.toMatchObject({ code: 'badRequest' })
})

test('a day as typed needs a date of these years, a kind, a name and the paper it rests on', () => {
  expect(readHoliday({ date: '28/09/2026', kind: 'office-off', name: 'Nghỉ tránh bão', source: 'Công điện 15/CĐ-UBND' })).toEqual(storm)
  expect(() => readHoliday({ date: '28/09/1926', kind: 'picnic', name: '', source: '' })).toThrow(
    expect.objectContaining({
      fields: { date: expect.anything(), kind: expect.anything(), name: expect.anything(), source: expect.anything() },
    }),
  )
})

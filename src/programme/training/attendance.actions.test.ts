import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import type { Ctx } from '../context.ts'
import { confirmSheet, checkSheet } from '../sheet/sheet.actions.ts'
import { csv } from '../sheet/sheet.fixture.ts'
import { sheetRowsOf } from '../sheet/sheet.store.ts'
import { addPerson, registerPerson, removePerson, withdrawPerson } from './attendance.actions.ts'
import { listPeople } from './attendance.store.ts'
import { openCourse } from './course.actions.ts'
import { attendByCode, closeCode, openCode } from './presence.actions.ts'
import { courseFor } from './training.store.ts'
import { courseIn } from './training.fixture.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const as = <T>(person: Person, verb: (ctx: Ctx) => Promise<T>) => actAs(world, person, verb)
const codeOf = async (courseId: string) =>
  (await db().selectFrom('trainingCourse').select('attendanceCode').where('id', '=', courseId).executeTakeFirstOrThrow()).attendanceCode ??
  ''
const person = (id: string) => db().selectFrom('trainingAttendance').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('registration', () => {
  test('until the last day, while a seat is left, each person once', async () => {
    const { courseId } = await courseIn(world, 'open', { seats: '2' })
    const send = (who: Person, personName: string) => refused(as(who, (ctx) => registerPerson(ctx, courseId, { personName, phone: '' })))
    expect(
      await fieldsOf(as('producer', (ctx) => registerPerson(ctx, courseId, { personName: ' NGUYỄN thị HẠNH', phone: '0912 345 678' }))),
    ).toEqual(['personName'])
    const ends = await Promise.all([send('otherProducer', 'Lê Thị Hoa'), send('producer', 'Trần Văn Vạn')])
    expect(ends).toEqual(expect.arrayContaining(['done', 'training.full']))
    services.clock.set('2026-09-16T02:00:00Z')
    const late = await courseIn(world, 'planned', { startsOn: '17/09/2026', endsOn: '17/09/2026', registerUntil: '16/09/2026' })
    await as('office', (ctx) => openCourse(ctx, late.courseId))
    services.clock.set('2026-09-16T16:59:00Z')
    expect(await refused(as('producer', (ctx) => registerPerson(ctx, late.courseId, { personName: 'Hôm nay' })))).toBe('done')
    services.clock.set('2026-09-16T17:01:00Z')
    expect(await refused(as('producer', (ctx) => registerPerson(ctx, late.courseId, { personName: 'Quá hạn' })))).toBe('training.closed')
    services.clock.set('2026-09-15T02:00:00Z')
  })

  test('another’s producer is not registered for, another’s person not withdrawn; officials’ courses take none', async () => {
    const { courseId, personId } = await courseIn(world, 'open')
    const forged = { personName: 'X', producerId: world.producers.other }
    expect(await fieldsOf(as('producer', (ctx) => registerPerson(ctx, courseId, forged)))).toEqual(['producerId'])
    expect(await refused(as('otherProducer', (ctx) => withdrawPerson(ctx, courseId, personId)))).toBe('notFound')
    expect(await refused(as('communeOfficer', (ctx) => registerPerson(ctx, courseId, { personName: 'X' })))).toBe('forbidden')
    expect(await refused(as('producer', (ctx) => withdrawPerson(ctx, courseId, personId)))).toBe('done')
    expect(await refused(as('producer', (ctx) => withdrawPerson(ctx, courseId, personId)))).toBe('notFound')
    const closed = await courseIn(world, 'planned', { audience: 'officials' })
    await as('office', (ctx) => openCourse(ctx, closed.courseId))
    expect(await refused(as('producer', (ctx) => registerPerson(ctx, closed.courseId, { personName: 'X' })))).toBe('notFound')
  })

  test('the office’s list names producers and communes, never guesses', async () => {
    const { courseId } = await courseIn(world, 'open')
    const add = (over: Record<string, string>) =>
      as('office', (ctx) => addPerson(ctx, courseId, { personName: 'Mai Văn Tư', role: 'producer', ...over }))
    expect(await fieldsOf(add({}))).toEqual(['producer'])
    expect(await fieldsOf(add({ producer: 'Hợp tác xã Không Có', commune: 'Xã Không Có', phone: 'abc' }))).toEqual([
      'commune',
      'phone',
      'producer',
    ])
    const id = await add({ producer: '2801234567', commune: 'Phường Sầm Sơn' })
    expect(await person(id)).toMatchObject({ producerId: world.producers.own, communeCode: '16531', source: 'list' })
    await as('office', (ctx) => removePerson(ctx, courseId, id, { reason: 'Ghi nhầm.' }))
    expect(await refused(as('office', (ctx) => removePerson(ctx, courseId, id, { reason: 'Ghi nhầm.' })))).toBe('notFound')
  })
})

describe('the code', () => {
  test('right once, wrong never, twice told, late refused; a new code ends the one before', async () => {
    const { courseId, personId } = await courseIn(world, 'running')
    const type = (who: Person, code: unknown) => as(who, (ctx) => attendByCode(ctx, courseId, { code }))
    expect(await fieldsOf(type('producer', 'AAAAAA'))).toEqual(['code'])
    expect(await fieldsOf(as('office', (ctx) => openCode(ctx, courseId, { minutes: '500' })))).toEqual(['minutes'])
    await as('office', (ctx) => openCode(ctx, courseId, { minutes: '30' }))
    const first = await codeOf(courseId)
    expect(first).toMatch(/^[A-Z]{6}$/)
    for (const wrong of ['', 'ZZZZZZ', null, [first], `${first}A`]) expect(await fieldsOf(type('producer', wrong))).toEqual(['code'])
    const typed = `${first.slice(0, 3).toLowerCase()} ${first.slice(3)}`
    expect(await type('producer', typed)).toEqual({ again: false })
    expect(await type('producer', typed)).toEqual({ again: true })
    expect(await person(personId)).toMatchObject({ present: true, accountId: world.accounts.producer })
    expect(await type('communeOfficer', first)).toEqual({ again: false })
    const { rows } = await listPeople(
      db(),
      await actorOf(world, 'office'),
      await courseFor(db(), await actorOf(world, 'office'), courseId).then(({ course, rights }) => ({ id: course.id, rights })),
      { search: 'dinh', page: 1, perPage: 10 },
    )
    expect(rows).toMatchObject([{ personName: 'Lê Văn Định', role: 'official', from: 'Phường Sầm Sơn', present: true }])
    await as('office', (ctx) => openCode(ctx, courseId, { minutes: '30' }))
    expect(await fieldsOf(type('otherProducer', first))).toEqual(['code'])
    services.clock.set('2026-09-15T02:31:00Z')
    expect(await fieldsOf(type('otherProducer', await codeOf(courseId)))).toEqual(['code'])
    services.clock.set('2026-09-15T02:00:00Z')
    await as('office', (ctx) => closeCode(ctx, courseId))
    expect(await fieldsOf(type('otherProducer', first))).toEqual(['code'])
  })

  test('pressed twice at the same instant it makes one person', async () => {
    const { courseId } = await courseIn(world, 'running')
    await as('office', (ctx) => openCode(ctx, courseId, { minutes: '30' }))
    const code = await codeOf(courseId)
    await Promise.all([1, 2].map(() => as('bodyOfficer', (ctx) => attendByCode(ctx, courseId, { code }))))
    const rows = await db()
      .selectFrom('trainingAttendance')
      .select('bodyId')
      .where('courseId', '=', courseId)
      .where('source', '=', 'code')
      .execute()
    expect(rows).toEqual([{ bodyId: world.bodies.departments[1] }])
  })
})

describe('a list from a sheet', () => {
  test('an unknown producer is a named line; who is listed gets its presence; nothing is doubled', async () => {
    const { courseId, personId } = await courseIn(world, 'running')
    const head = ['Họ và tên', 'Thành phần', 'Chủ thể', 'Xã, phường', 'Điện thoại', 'Có mặt']
    const rows = [
      ['Nguyễn Thị Hạnh', 'Chủ thể', 'Hợp tác xã Vạn Triều', '', '0912 345 678', 'Có'],
      ['Lê Văn Bảy', '', '2807654321', '', '', ''],
      ['Trần Thị Lạ', 'Chủ thể', 'Hợp tác xã Không Có', '', '', 'x'],
      ['Cán bộ xã', 'Cán bộ', '', 'Phường Sầm Sơn', '', 'Không'],
      ['Số sai', 'Khác', '', '', 'gọi sau', 'có thể'],
    ]
    const { id } = await as('office', (ctx) =>
      checkSheet(ctx, 'nguoi-du-tap-huan', courseId, { name: 'lop.csv', bytes: csv([head, ...rows]) }),
    )
    const judged = await sheetRowsOf(db(), id, { outcome: null, page: 1, size: null })
    expect(judged.map((row) => [row.outcome, row.reasons.map((reason) => reason.column)])).toEqual([
      ['changed', []],
      ['new', []],
      ['bad', ['producer']],
      ['new', []],
      ['bad', expect.arrayContaining(['phone', 'present'])],
    ])
    await as('office', (ctx) => confirmSheet(ctx, id))
    expect(await person(personId)).toMatchObject({ present: true })
    const listed = await db()
      .selectFrom('trainingAttendance')
      .select(['personName', 'present', 'source'])
      .where('courseId', '=', courseId)
      .orderBy('nameFolded')
      .execute()
    expect(listed).toEqual([
      { personName: 'Cán bộ xã', present: false, source: 'import' },
      { personName: 'Lê Văn Bảy', present: true, source: 'import' },
      { personName: 'Nguyễn Thị Hạnh', present: true, source: 'registered' },
    ])
    for (const who of ['leader', 'producer'] as const)
      expect(await refused(as(who, (ctx) => checkSheet(ctx, 'nguoi-du-tap-huan', courseId, { name: 'lop.csv', bytes: csv([head]) })))).toBe(
        'forbidden',
      )
  })
})

test('phones are the office’s; a commune reads its own people, a producer its own', async () => {
  const { courseId } = await courseIn(world, 'running')
  await as('office', (ctx) =>
    addPerson(ctx, courseId, { personName: 'Lê Văn Bảy', role: 'producer', producer: '2807654321', phone: '0988 777 666' }),
  )
  const seen = async (who: Person) => {
    const actor = await actorOf(world, who)
    const { course, rights } = await courseFor(db(), actor, courseId)
    const { rows, total } = await listPeople(db(), actor, { id: course.id, rights }, { search: '', page: 1, perPage: 10 })
    expect(rows).toHaveLength(total)
    return rows.map((row) => [row.personName, row.phone])
  }
  expect(await seen('office')).toEqual([
    ['Lê Văn Bảy', '0988 777 666'],
    ['Nguyễn Thị Hạnh', '0912 345 678'],
  ])
  expect(await seen('leader')).toEqual([
    ['Lê Văn Bảy', null],
    ['Nguyễn Thị Hạnh', null],
  ])
  expect(await seen('communeOfficer')).toEqual([['Nguyễn Thị Hạnh', null]])
  expect(await seen('otherProducer')).toEqual([['Lê Văn Bảy', null]])
  expect(await seen('bodyOfficer')).toEqual([])
  const ledger = await db().selectFrom('auditEntry').select('payload').where('subjectId', '=', courseId).execute()
  expect(JSON.stringify(ledger)).not.toMatch(/0988|0912/)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, people, type Person, type World } from '#/testing/world.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import type { Ctx } from '../context.ts'
import { remindCourses } from './begins.job.ts'
import { addCourse, addSession, cancelCourse, changeCourse, holdCourse, openCourse, removeSession, startCourse } from './course.actions.ts'
import { tickPresence } from './presence.actions.ts'
import { courseFor, courseHistory, listCourses } from './training.store.ts'
import { courseIn, courseInput } from './training.fixture.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const as = <T>(person: Person, verb: (ctx: Ctx) => Promise<T>) => actAs(world, person, verb)
const person = (id: string) => db().selectFrom('trainingAttendance').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const all = { search: '', state: null, kind: null, topic: null, year: null, sort: 'recent', page: 1, perPage: 200 } as const

describe('a course', () => {
  test.each([
    [{ title: ' ' }, ['title']],
    [{ kind: 'party' }, ['kind']],
    [{ startsOn: '31/02/2026' }, ['startsOn']],
    [{ endsOn: '14/09/2026' }, ['endsOn']],
    [{ registerUntil: '16/09/2026' }, ['registerUntil']],
    [{ seats: '0' }, ['seats']],
    [{ seats: '1,5' }, ['seats']],
    [{ topic: '', audience: ['x'] }, ['audience', 'topic']],
  ])('%j is refused at %j', async (over, fields) => {
    expect(await fieldsOf(as('office', (ctx) => addCourse(ctx, { ...courseInput, ...over })))).toEqual(fields)
  })

  test('sent twice, or by two at once, makes one', async () => {
    const input = { ...courseInput, title: 'Gửi hai lần' }
    const ends = await Promise.allSettled([1, 2].map(() => as('office', (ctx) => addCourse(ctx, input))))
    expect(ends.map((end) => end.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('only its desk’s office keeps it; a planned one is known to nobody else', async () => {
    const { courseId } = await courseIn(world, 'planned')
    for (const one of ['leader', 'advisor'] as const) expect(await refused(as(one, (ctx) => openCourse(ctx, courseId)))).toBe('forbidden')
    for (const one of people.filter((name) => !['office', 'leader', 'advisor'].includes(name)))
      expect([one, await refused(as(one, (ctx) => openCourse(ctx, courseId)))]).toEqual([one, 'notFound'])
    await as('office', (ctx) => openCourse(ctx, courseId))
    for (const one of ['communeOfficer', 'producer', 'bodyOfficer'] as const)
      expect([one, await refused(as(one, (ctx) => startCourse(ctx, courseId)))]).toEqual([one, 'forbidden'])
    for (const one of ['clerk', 'admin', 'otherProvinceOffice', 'seat1'] as const)
      expect([one, await refused(as(one, (ctx) => startCourse(ctx, courseId)))]).toEqual([one, 'notFound'])
  })

  test('goes forward only; the end needs its last day, someone who was there, and of a tour the report', async () => {
    const { courseId, personId } = await courseIn(world, 'running', { kind: 'studyTour', endsOn: '16/09/2026' })
    expect(await refused(as('office', (ctx) => openCourse(ctx, courseId)))).toBe('stateConflict')
    expect(await fieldsOf(as('office', (ctx) => holdCourse(ctx, courseId, {})))).toEqual(['result'])
    const hold = () => refused(as('office', (ctx) => holdCourse(ctx, courseId, { result: 'Đã học cách đóng gói.' })))
    expect(await hold()).toBe('training.notOver')
    await as('office', (ctx) => changeCourse(ctx, courseId, { ...courseInput, kind: 'studyTour', title: 'Tham quan Hà Giang' }, 3))
    expect(await hold()).toBe('training.nobody')
    await as('office', (ctx) => tickPresence(ctx, courseId, { shown: [personId], present: [personId] }))
    expect(await hold()).toBe('done')
    expect(await hold()).toBe('stateConflict')
    expect(await refused(as('office', (ctx) => cancelCourse(ctx, courseId, { reason: 'Muộn' })))).toBe('stateConflict')
    expect(await refused(as('office', (ctx) => changeCourse(ctx, courseId, courseInput, 4)))).toBe('stateConflict')
  })

  test('two tabs: the older form changes nothing', async () => {
    const { courseId } = await courseIn(world, 'planned')
    await as('office', (ctx) => changeCourse(ctx, courseId, { ...courseInput, title: 'Tên sau' }, 1))
    expect(await refused(as('office', (ctx) => changeCourse(ctx, courseId, { ...courseInput, title: 'Tên trước' }, 1)))).toBe(
      'versionConflict',
    )
  })

  test('cancelled with a reason, and who had registered is told once', async () => {
    const { courseId } = await courseIn(world, 'open')
    expect(await fieldsOf(as('office', (ctx) => cancelCourse(ctx, courseId, { reason: ' ' })))).toEqual(['reason'])
    await as('office', (ctx) => cancelCourse(ctx, courseId, { reason: 'Bão số 5.' }))
    const told = await db()
      .selectFrom('notice')
      .select('accountId')
      .where('kind', '=', 'training.cancelled')
      .where('subjectId', '=', courseId)
      .execute()
    expect(told).toEqual([{ accountId: world.accounts.producer }])
    expect((await courseHistory(db(), courseId)).at(-1)).toMatchObject({ verb: 'training.cancelled', payload: { reason: 'Bão số 5.' } })
  })

  test('a session lies within the days, and stays once presence was taken', async () => {
    const { courseId, personId } = await courseIn(world, 'running')
    const session = { heldOn: '15/09/2026', startsAt: '8h00', title: 'Buổi sáng', teacher: 'Lê Văn Định' }
    expect(
      await fieldsOf(as('office', (ctx) => addSession(ctx, courseId, { ...session, heldOn: '17/09/2026', startsAt: '25:00' }))),
    ).toEqual(['heldOn', 'startsAt'])
    for (const title of ['Buổi sáng', 'Buổi chiều']) await as('office', (ctx) => addSession(ctx, courseId, { ...session, title }))
    const tick = (part: string, present: string[]) =>
      as('office', (ctx) => tickPresence(ctx, courseId, { session: part, shown: [personId], present }))
    expect(await fieldsOf(tick('3', [personId]))).toEqual(['session'])
    await tick('1', [personId])
    await tick('2', [personId])
    await tick('1', [])
    expect(await person(personId)).toMatchObject({ present: true, sessionsPresent: [2] })
    const { sessions } = await courseFor(db(), await actorOf(world, 'office'), courseId)
    expect(await refused(as('office', (ctx) => removeSession(ctx, courseId, sessions[1]?.id)))).toBe('training.sessionUsed')
    await as('office', (ctx) => removeSession(ctx, courseId, sessions[0]?.id))
    await tick('2', [])
    expect(await person(personId)).toMatchObject({ present: false, sessionsPresent: [] })
  })
})

test('lists hold what one may know: a planned course is the desk’s, an officials’ course no producer’s', async () => {
  const planned = await courseIn(world, 'planned')
  const officials = await courseIn(world, 'planned', { audience: 'officials', title: 'Lớp riêng cho cán bộ' })
  await as('office', (ctx) => openCourse(ctx, officials.courseId))
  const ids = async (who: Person) => (await listCourses(db(), await actorOf(world, who), all)).rows.map((row) => row.id)
  for (const [who, sees] of [
    ['advisor', [true, true]],
    ['communeLeader', [false, true]],
    ['producer', [false, false]],
    ['otherProvinceOffice', [false, false]],
  ] as const) {
    const listed = await ids(who)
    expect([who, listed.includes(planned.courseId), listed.includes(officials.courseId)]).toEqual([who, ...sees])
  }
  expect(await refused(ids('admin'))).toBe('notFound')
  expect((await listCourses(db(), await actorOf(world, 'office'), { ...all, search: 'lop rieng cho can bo' })).total).toBe(1)
  expect((await listCourses(db(), await actorOf(world, 'office'), { ...all, search: '100%' })).total).toBe(0)
})

test('a course that begins soon is told once; the ledger is whole', async () => {
  await courseIn(world, 'open', { startsOn: '17/09/2026', endsOn: '17/09/2026' })
  expect(await remindCourses(services)).toBeGreaterThan(0)
  const told = () => db().selectFrom('notice').select('id').where('kind', '=', 'training.begins').execute()
  const before = (await told()).length
  await remindCourses(services)
  expect(await told()).toHaveLength(before)
  expect((await verifyLedger(db())).faults).toEqual([])
})

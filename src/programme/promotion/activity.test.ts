// Courses and events together: the month, and the task of a plan they are held for.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import type { Ctx } from '../context.ts'
import { issuedPlan } from '../programme-plan/plan.fixture.ts'
import { planTasks, tieText, tiedTask } from '../register/plan-task.ts'
import { addCourse, cancelCourse, changeCourse, openCourse } from '../training/course.actions.ts'
import { courseIn, courseInput } from '../training/training.fixture.ts'
import { activitiesFor, activitiesOfMonth } from './activity.store.ts'
import { addEvent, changeEvent, openEvent } from './event.actions.ts'
import { eventIn, eventInput } from './promotion.fixture.ts'

let services: TestServices
let world: World
const db = () => services.database.db
const as = <T>(person: Person, verb: (ctx: Ctx) => Promise<T>) => actAs(world, person, verb)

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('a month holds what lies in it by a day, each reader’s own share of it, nothing called off', async () => {
  const over = (title: string, startsOn: string, endsOn: string) => ({ title, startsOn, endsOn })
  const { eventId } = await eventIn(world, 'planned', over('Hội chợ vắt hai tháng', '29/11/2026', '01/12/2026'))
  await as('office', (ctx) => openEvent(ctx, eventId))
  const { courseId } = await courseIn(world, 'planned', over('Lớp chưa báo', '30/11/2026', '30/11/2026'))
  const called = await courseIn(world, 'planned', over('Lớp đã hủy', '12/11/2026', '12/11/2026'))
  await as('office', (ctx) => cancelCourse(ctx, called.courseId, { reason: 'Bão.' }))
  await courseIn(world, 'planned', over('Lớp tháng sau', '02/12/2026', '02/12/2026'))
  const month = async (who: Person, first = '2026-11-01', only: 'course' | 'event' | null = null) =>
    (await activitiesOfMonth(db(), await actorOf(world, who), first, only)).rows.map((row) => row.id)
  expect(await month('office')).toEqual([eventId, courseId])
  expect(await month('office', '2026-12-01')).toHaveLength(2)
  expect(await month('leader', '2026-11-01', 'event')).toEqual([eventId])
  expect(await month('advisor', '2026-11-01', 'course')).toEqual([courseId])
  for (const who of ['producer', 'communeOfficer', 'bodyOfficer'] as const) expect([who, await month(who)]).toEqual([who, [eventId]])
  expect(await month('otherProvinceOffice')).toEqual([])
  expect(await refused(month('admin'))).toBe('notFound')
})

test('a course and an event are tied to a task of an issued plan of their desk, and the task leads to both', async () => {
  const planId = await issuedPlan(world, 'Kế hoạch có nhiệm vụ')
  const [task, other] = (await planTasks(db(), '38')).filter((one) => one.planId === planId)
  if (!task || !other) throw new Error('the plan has two tasks')
  const tie = (one: typeof task) => tieText({ planFamilyId: one.familyId, taskCode: one.code })
  for (const wrong of [`${task.familyId}:N99`, `${world.producers.own}:${task.code}`, task.code, "'", 'x'.repeat(101)]) {
    expect(await fieldsOf(as('office', (ctx) => addCourse(ctx, { ...courseInput, title: 'Sai', task: wrong })))).toEqual(['task'])
    expect(await fieldsOf(as('office', (ctx) => addEvent(ctx, { ...eventInput, title: 'Sai', task: wrong })))).toEqual(['task'])
  }
  // Another desk has no such plan.
  expect(await fieldsOf(as('otherProvinceOffice', (ctx) => addCourse(ctx, { ...courseInput, task: tie(task) })))).toEqual(['task'])
  const courseId = await as('office', (ctx) => addCourse(ctx, { ...courseInput, title: 'Lớp của nhiệm vụ', task: tie(task) }))
  const eventId = await as('office', (ctx) => addEvent(ctx, { ...eventInput, title: 'Chợ của nhiệm vụ', task: tie(task) }))
  const done = async (who: Person, of = task) => (await activitiesFor(db(), await actorOf(world, who), of)).map((one) => one.id)
  expect(await done('office')).toEqual([eventId, courseId])
  expect([await done('office', other), await done('bodyOfficer'), await done('admin')]).toEqual([[], [], []])
  await as('office', (ctx) => openCourse(ctx, courseId))
  expect(await done('bodyOfficer')).toEqual([courseId])
  const row = await db()
    .selectFrom('trainingCourse')
    .select(['planFamilyId', 'taskCode'])
    .where('id', '=', courseId)
    .executeTakeFirstOrThrow()
  expect(await tiedTask(db(), row)).toMatchObject({ code: task.code, title: task.title, planId })

  // The plan is in force no more: the tie stays as it is, a new one cannot be made.
  await db().updateTable('programmePlan').set({ state: 'replaced' }).where('id', '=', planId).execute()
  await as('office', (ctx) => changeCourse(ctx, courseId, { ...courseInput, title: 'Lớp đổi tên', task: tie(task) }, 2))
  expect(await fieldsOf(as('office', (ctx) => changeEvent(ctx, eventId, { ...eventInput, task: tie(other) }, 1)))).toEqual(['task'])
  expect(await tiedTask(db(), row)).toMatchObject({ planId })
  await as('office', (ctx) => changeEvent(ctx, eventId, { ...eventInput, title: 'Chợ không nhiệm vụ', task: '' }, 1))
  expect(await done('office')).toEqual([courseId])
})

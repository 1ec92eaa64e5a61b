// Courses for tests, walked through the verbs.
import { actAs, type World } from '#/testing/world.ts'
import { registerPerson } from './attendance.actions.ts'
import { addCourse, openCourse, startCourse } from './course.actions.ts'
import type { CourseInput } from './training.ts'

/** On the day of the tests' clock, 15/09/2026. */
export const courseInput: CourseInput = {
  kind: 'training',
  title: 'Tập huấn chu trình OCOP',
  topic: 'cycle',
  audience: 'both',
  place: 'Hội trường phường Sầm Sơn',
  startsOn: '15/09/2026',
  endsOn: '15/09/2026',
}

let made = 0

/** A course of the province's desk brought as far as `until`, with one person of the producer registered where it was opened. */
export async function courseIn(
  world: World,
  until: 'planned' | 'open' | 'running',
  over: CourseInput = {},
): Promise<{ courseId: string; personId: string }> {
  made += 1
  const courseId = await actAs(world, 'office', (ctx) =>
    addCourse(ctx, { ...courseInput, title: `${String(courseInput.title)} ${made}`, ...over }),
  )
  if (until === 'planned') return { courseId, personId: '' }
  await actAs(world, 'office', (ctx) => openCourse(ctx, courseId))
  const personId = await actAs(world, 'producer', (ctx) =>
    registerPerson(ctx, courseId, { personName: 'Nguyễn Thị Hạnh', phone: '0912 345 678' }),
  )
  if (until === 'running') await actAs(world, 'office', (ctx) => startCourse(ctx, courseId))
  return { courseId, personId }
}

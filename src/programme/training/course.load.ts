// What a verb of training loads, under lock, and how it is written down.
import { isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { found, must, mustSee } from '../refuse.ts'
import { courseRights } from './training.policy.ts'
import { courseStateWords, courseTransitions, type CourseAudience, type CourseKind, type CourseState } from './training.ts'

export type CourseRecord = Awaited<ReturnType<typeof courseLocked>>

/** A course the actor may know of, locked. */
export async function courseLocked(ctx: Ctx, courseId: unknown) {
  const row = found(
    isId(courseId) ? await ctx.tx.selectFrom('trainingCourse').selectAll().where('id', '=', courseId).forUpdate().executeTakeFirst() : null,
  )
  const course = { ...row, kind: row.kind as CourseKind, state: row.state as CourseState, audience: row.audience as CourseAudience }
  const rights = courseRights(ctx.actor, course)
  mustSee(rights.see)
  return { ...course, rights }
}

/** The same for the desk's office. `states`: where the deed belongs. */
export async function courseToKeep(ctx: Ctx, courseId: unknown, states?: readonly CourseState[]): Promise<CourseRecord> {
  const course = await courseLocked(ctx, courseId)
  must(course.rights.keep)
  if (states && !states.includes(course.state)) throw wrongState(course.state)
  return course
}

export const wrongState = (state: CourseState) => new AppError('stateConflict', { state: courseStateWords[state].vi })

/** The step to another state, written only where the transition exists. */
export async function moveCourse(ctx: Ctx, course: CourseRecord, to: CourseState, set: Record<string, unknown> = {}): Promise<void> {
  if (!courseTransitions[course.state].includes(to)) throw wrongState(course.state)
  await ctx.tx
    .updateTable('trainingCourse')
    .set({ ...set, state: to, version: course.version + 1 })
    .where('id', '=', course.id)
    .execute()
}

export async function logCourse(
  ctx: Ctx,
  course: { id: string; authority: string },
  verb: string,
  payload: Record<string, unknown>,
): Promise<void> {
  await audit(ctx, { verb, subjectKind: 'trainingCourse', subjectId: course.id, authority: course.authority, payload })
}

// Once a day: tells who registered people that their course begins in some days. Each course once.
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { Services } from '../context.ts'
import { notify } from '../people/notice.ts'

export const COURSE_BEGINS_JOB = 'remind-courses'
const DAYS_BEFORE = 3

/** Returns how many courses begin within the days ahead. */
export async function remindCourses(services: Services): Promise<number> {
  const now = services.clock.now()
  const today = plainDateOf(now)
  return services.database.db.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('trainingCourse as c')
      .innerJoin('trainingAttendance as t', 't.courseId', 'c.id')
      .select(['c.id', 'c.title', 'c.startsOn', 't.createdBy'])
      .distinct()
      .where('c.state', 'in', ['open', 'running'])
      .where('c.startsOn', '>=', today)
      .where('c.startsOn', '<=', addDays(today, DAYS_BEFORE))
      .where('t.source', '=', 'registered')
      .where('t.removedAt', 'is', null)
      .execute()
    const courses = Map.groupBy(rows, (row) => row.id)
    for (const [id, people] of courses) {
      const [course] = people
      if (course)
        await notify(
          { tx, now },
          people.map((one) => one.createdBy),
          {
            kind: 'training.begins',
            dedupe: `${id} ${course.startsOn}`,
            subjectKind: 'trainingCourse',
            subjectId: id,
            link: `/tap-huan/${id}`,
            params: { course: course.title, day: formatDate(course.startsOn) },
          },
        )
    }
    return courses.size
  })
}

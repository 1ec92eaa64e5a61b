// Courses and events together: what a month holds, what was done for a task of a plan. Each as far as the reader may know of it.
import { sql, type RawBuilder } from 'kysely'
import { addDays, addMonths, type PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Actor } from '../people/actor.ts'
import { mustSee } from '../refuse.ts'
import { courseScope, knowsCourses } from '../training/training.policy.ts'
import type { CourseKind, CourseState } from '../training/training.ts'
import { eventScope, knowsEvents } from './promotion.load.ts'
import type { EventKind, EventState } from './promotion.ts'

export type Activity = { id: string; title: string; place: string; startsOn: PlainDate; endsOn: PlainDate } & (
  | { area: 'course'; kind: CourseKind; state: CourseState }
  | { area: 'event'; kind: EventKind; state: EventState }
)

/** More in one month than a page can show. */
export const MOST_IN_MONTH = 300

/** What lies in a month at least by a day, by its first day; nothing that was called off. `month`: its first day. */
export async function activitiesOfMonth(
  db: Db | Tx,
  actor: Actor,
  month: PlainDate,
  only: Activity['area'] | null,
): Promise<{ rows: Activity[]; cut: boolean }> {
  mustSee(knowsCourses(actor) || knowsEvents(actor))
  const last = addDays(addMonths(month, 1), -1)
  const rows = await activities(
    db,
    actor,
    (area, t) =>
      sql<boolean>`${only === null || only === area} and ${t}.state <> 'cancelled' and ${t}.starts_on <= ${last}::date and ${t}.ends_on >= ${month}::date`,
    MOST_IN_MONTH + 1,
  )
  return { rows: rows.slice(0, MOST_IN_MONTH), cut: rows.length > MOST_IN_MONTH }
}

/** What is tied to a task, whichever time of the task it fell in. */
export async function activitiesFor(db: Db | Tx, actor: Actor, task: { familyId: string; code: string }): Promise<Activity[]> {
  return activities(db, actor, (_area, t) => sql<boolean>`${t}.plan_family_id = ${task.familyId} and ${t}.task_code = ${task.code}`, 200)
}

async function activities(
  db: Db | Tx,
  actor: Actor,
  where: (area: Activity['area'], table: RawBuilder<unknown>) => RawBuilder<boolean>,
  most: number,
): Promise<Activity[]> {
  const columns = (t: RawBuilder<unknown>) =>
    sql`${t}.id, ${t}.kind, ${t}.title, ${t}.place, ${t}.starts_on::text as "startsOn", ${t}.ends_on::text as "endsOn", ${t}.state`
  const [c, e] = [sql`c`, sql`e`]
  const { rows } = await sql<Activity>`
    select 'course' as area, ${columns(c)} from training_course c where ${courseScope(actor)} and ${where('course', c)}
    union all
    select 'event' as area, ${columns(e)} from promotion_event e where ${eventScope(actor)} and ${where('event', e)}
    order by "startsOn", title, id limit ${most}`.execute(db)
  return rows
}

// All reading of courses and materials. Scope is part of every query.
import { sql, type RawBuilder } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { serves, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { courseRights, courseScope, desksOf, knowsCourses } from './training.policy.ts'
import type { CourseAudience, CourseKind, CourseState, Topic } from './training.ts'

export const courseSorts = ['recent', 'title', 'people'] as const
export type CourseSort = (typeof courseSorts)[number]
export type CourseQuery = {
  search: string
  state: CourseState | null
  kind: CourseKind | null
  topic: Topic | null
  year: number | null
  sort: CourseSort
  page: number
  perPage: number
}

export type CourseRow = {
  id: string
  kind: CourseKind
  title: string
  topic: Topic
  audience: CourseAudience
  place: string
  online: boolean
  startsOn: string
  endsOn: string
  registerUntil: string | null
  seats: number | null
  state: CourseState
  /** Null for who reads no more than its own people. */
  listed: number | null
  present: number | null
}

const order: Record<CourseSort, RawBuilder<unknown>> = {
  recent: sql`c.starts_on desc, c.id`,
  title: sql`c.title collate vi, c.id`,
  people: sql`present desc nulls last, c.starts_on desc, c.id`,
}

export async function listCourses(db: Db | Tx, actor: Actor, query: CourseQuery): Promise<{ total: number; rows: CourseRow[] }> {
  mustSee(knowsCourses(actor))
  const like = `%${escapeLike(fold(query.search))}%`
  const where = sql`${courseScope(actor)}
    and ${query.search === '' ? sql`true` : sql`(c.title_folded like ${like} or f_fold(c.place) like ${like} or f_fold(c.organiser) like ${like})`}
    and ${query.state === null ? sql`true` : sql`c.state = ${query.state}`} and ${query.kind === null ? sql`true` : sql`c.kind = ${query.kind}`}
    and ${query.topic === null ? sql`true` : sql`c.topic = ${query.topic}`}
    and ${query.year === null ? sql`true` : sql`c.starts_on between ${`${query.year}-01-01`}::date and ${`${query.year}-12-31`}::date`}`
  const total = await sql<{ n: number }>`select count(*)::int as n from training_course c where ${where}`.execute(db)
  const { rows } = await sql<CourseRow>`
    select c.id, c.kind, c.title, c.topic, c.audience, c.place, c.online, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn",
      c.register_until::text as "registerUntil", c.seats, c.state,
      case when c.authority = any(${desksOf(actor)}::text[]) then a.listed end as listed, case when c.authority = any(${desksOf(actor)}::text[]) then a.present end as present
    from training_course c cross join lateral (
      select count(*)::int as listed, (count(*) filter (where t.present))::int as present
      from training_attendance t where t.course_id = c.id and t.removed_at is null) a
    where ${where} order by ${order[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { total: total.rows[0]?.n ?? 0, rows }
}

/** One course for whoever may know of it; the code only for who keeps it. */
export async function courseFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  const row = found(isId(id) ? await db.selectFrom('trainingCourse').selectAll().where('id', '=', id).executeTakeFirst() : null)
  const { attendanceCode, codeOpenUntil, codeSession, ...rest } = row
  const course = {
    ...rest,
    kind: row.kind as CourseKind,
    state: row.state as CourseState,
    audience: row.audience as CourseAudience,
    topic: row.topic as Topic,
  }
  const rights = courseRights(actor, course)
  mustSee(rights.see)
  const sessions = await db.selectFrom('trainingSession').selectAll().where('courseId', '=', row.id).orderBy('ordinal').execute()
  const counts = await sql<{ listed: number; present: number; certified: number }>`
    select count(*)::int as listed, (count(*) filter (where present))::int as present,
      (count(*) filter (where certificate_number is not null))::int as certified
    from training_attendance where course_id = ${row.id} and removed_at is null`.execute(db)
  const all = counts.rows[0] ?? { listed: 0, present: 0, certified: 0 }
  return {
    course,
    rights,
    sessions,
    // Seats taken are told to who may take one; the rest is the desk's.
    counts: rights.people === 'all' ? all : { listed: rights.register && row.seats !== null ? all.listed : 0, present: 0, certified: 0 },
    code: rights.keep ? { letters: attendanceCode, until: codeOpenUntil, session: codeSession } : null,
  }
}

/** What the ledger tells of a course, oldest first. It never holds a phone. */
export async function courseHistory(db: Db | Tx, courseId: string) {
  const rows = await db
    .selectFrom('auditEntry')
    .select(['at', 'verb', 'actorName', 'payload'])
    .where('subjectKind', '=', 'trainingCourse')
    .where('subjectId', '=', courseId)
    .where('verb', 'not in', ['training.personAdded', 'training.attended', 'training.personRemoved'])
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ at: row.at, verb: row.verb, who: row.actorName, payload: row.payload as Record<string, unknown> }))
}

export async function readsCourse(db: Db | Tx, actor: Actor, id: string): Promise<boolean> {
  const row = await db.selectFrom('trainingCourse').select(['authority', 'state', 'audience']).where('id', '=', id).executeTakeFirst()
  return row !== undefined && courseRights(actor, row as Parameters<typeof courseRights>[1]).see
}

/** Materials in use of the desks the actor belongs to, whatever the role; those of a planned course only to its desk. */
const materialScope = (actor: Actor): RawBuilder<boolean> => sql<boolean>`(m.authority = any(${desksOf(actor)}::text[])
  or (m.ended_on is null and m.authority = any(${actor.grants.map((grant) => grant.authority)}::text[])
    and (m.course_id is null or exists (select 1 from training_course c where c.id = m.course_id and ${courseScope(actor)}))))`

export async function readsMaterial(db: Db | Tx, actor: Actor, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from training_material m where m.id = ${id} and ${materialScope(actor)}`.execute(db)
  return knowsCourses(actor) && rows.length > 0
}

export type MaterialRow = {
  id: string
  title: string
  framework: string
  topic: Topic
  link: string | null
  endedOn: string | null
  courseId: string | null
  course: string | null
  keep: boolean
}

export async function listMaterials(
  db: Db | Tx,
  actor: Actor,
  query: { search: string; topic: Topic | null; courseId: string | null; page: number; perPage: number },
): Promise<{ total: number; rows: MaterialRow[] }> {
  mustSee(knowsCourses(actor))
  const like = `%${escapeLike(fold(query.search))}%`
  const where = sql`${materialScope(actor)} and ${query.search === '' ? sql`true` : sql`f_fold(m.title || ' ' || m.framework) like ${like}`}
    and ${query.topic === null ? sql`true` : sql`m.topic = ${query.topic}`} and ${query.courseId === null ? sql`true` : sql`m.course_id = ${query.courseId}`}`
  const total = await sql<{ n: number }>`select count(*)::int as n from training_material m where ${where}`.execute(db)
  const { rows } = await sql<MaterialRow & { authority: string }>`
    select m.id, m.authority, m.title, m.framework, m.topic, m.link, m.ended_on::text as "endedOn", m.course_id as "courseId", k.title as course
    from training_material m left join training_course k on k.id = m.course_id
    where ${where} order by m.ended_on is not null, m.title collate vi, m.id limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(
    db,
  )
  return {
    total: total.rows[0]?.n ?? 0,
    rows: rows.map(({ authority, ...row }) => ({ ...row, keep: row.endedOn === null && serves(actor, authority, 'office') })),
  }
}

// People of a course as the reader may see them: all for the desk, its own for a commune or producer. Phones for the office alone.
import { sql } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { producersOf, type Actor } from '../people/actor.ts'
import { peopleScope, type CourseRights } from './training.policy.ts'
import type { AttendeeRole } from './training.ts'

export type PersonRow = {
  id: string
  personName: string
  role: AttendeeRole
  from: string | null
  phone: string | null
  producerId: string | null
  source: string
  present: boolean | null
  sessionsPresent: number[]
  certificateNumber: string | null
  certificateDocumentId: string | null
}

export async function listPeople(
  db: Db | Tx,
  actor: Actor,
  course: { id: string; rights: CourseRights },
  query: { search: string; page: number; perPage: number },
): Promise<{ total: number; rows: PersonRow[] }> {
  const like = `%${escapeLike(fold(query.search))}%`
  const joined = sql`training_attendance t left join producer o on o.id = t.producer_id left join body b on b.id = t.body_id
    left join unit u on u.era = 'e2025' and u.code = t.commune_code and u.level = 'commune'`
  const where = sql`t.course_id = ${course.id} and t.removed_at is null and ${peopleScope(actor, course.rights.people)}
    and ${query.search === '' ? sql`true` : sql`(t.name_folded like ${like} or o.name_folded like ${like})`}`
  const total = await sql<{ n: number }>`select count(*)::int as n from ${joined} where ${where}`.execute(db)
  const { rows } = await sql<PersonRow>`
    select t.id, t.person_name as "personName", t.role, coalesce(o.name, b.name, u.full_name) as "from",
      ${course.rights.keep ? sql`t.phone` : sql`null::text`} as phone, t.producer_id as "producerId", t.source, t.present,
      t.sessions_present as "sessionsPresent", t.certificate_number as "certificateNumber", t.certificate_document_id as "certificateDocumentId"
    from ${joined} where ${where} order by t.name_folded, t.id limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(
    db,
  )
  return { total: total.rows[0]?.n ?? 0, rows }
}

export type OwnCertificate = { documentId: string; number: string; onDay: string; person: string; course: string; courseId: string }

/** Certificates of the actor and of its producers' people, newest first. */
export async function ownCertificates(db: Db | Tx, actor: Actor): Promise<OwnCertificate[]> {
  const { rows } = await sql<OwnCertificate>`
    select t.certificate_document_id as "documentId", t.certificate_number as number, t.certificate_on::text as "onDay", t.person_name as person,
      c.title as course, c.id as "courseId"
    from training_attendance t join training_course c on c.id = t.course_id
    where t.certificate_document_id is not null and t.removed_at is null
      and (t.producer_id = any(${producersOf(actor)}::uuid[]) or t.account_id = ${actor.accountId})
    order by t.certificate_on desc, t.person_name limit 200`.execute(db)
  return rows
}

/** The person itself, or its producer. */
export async function ownsAttendance(db: Db | Tx, actor: Actor, id: string): Promise<boolean> {
  const row = await db.selectFrom('trainingAttendance').select(['producerId', 'accountId']).where('id', '=', id).executeTakeFirst()
  return (
    row !== undefined && (row.accountId === actor.accountId || (row.producerId !== null && producersOf(actor).includes(row.producerId)))
  )
}

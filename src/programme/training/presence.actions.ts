// Who was there: by the code the teacher shows, typed by the signed-in person, or ticked by the office.
import { sql } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { Fields, type Typed } from '../fields.ts'
import { communesOf, bodiesOf, producersOf } from '../people/actor.ts'
import { must } from '../refuse.ts'
import { insertPerson, listedAs } from './attendance.actions.ts'
import { courseLocked, courseToKeep, logCourse, wrongState, type CourseRecord } from './course.load.ts'
import { CODE_MINUTES, judgeCode, newAttendanceCode } from './training.ts'

/** A new code for one session (or the whole course), open for some minutes; the one before no longer counts. */
export async function openCode(ctx: Ctx, courseId: string, input: Typed<'session' | 'minutes'>): Promise<void> {
  const course = await courseToKeep(ctx, courseId, ['running'])
  const fields = new Fields<'session' | 'minutes'>(input)
  const minutes = fields.integer('minutes', { min: CODE_MINUTES.least, max: CODE_MINUTES.most, required: true })
  const session = await readSessionChoice(ctx, fields, course)
  const read = fields.done({ minutes })
  const codeOpenUntil = new Date(ctx.now.getTime() + read.minutes * 60_000)
  await ctx.tx
    .updateTable('trainingCourse')
    .set({ attendanceCode: newAttendanceCode(), codeOpenUntil, codeSession: session, version: course.version + 1 })
    .where('id', '=', courseId)
    .execute()
  await logCourse(ctx, course, 'training.codeOpened', { session, until: codeOpenUntil.toISOString() })
}

export async function closeCode(ctx: Ctx, courseId: string): Promise<void> {
  const course = await courseToKeep(ctx, courseId, ['running'])
  if (course.attendanceCode === null) return
  await ctx.tx
    .updateTable('trainingCourse')
    .set({ attendanceCode: null, codeOpenUntil: null, codeSession: null, version: course.version + 1 })
    .where('id', '=', courseId)
    .execute()
  await logCourse(ctx, course, 'training.codeClosed', {})
}

/** A course with sessions takes presence by session. */
async function readSessionChoice<Name extends string>(
  ctx: Ctx,
  fields: Fields<Name | 'session'>,
  course: CourseRecord,
): Promise<number | null> {
  const sessions = await ctx.tx.selectFrom('trainingSession').select('ordinal').where('courseId', '=', course.id).execute()
  if (sessions.length === 0) return null
  const chosen = fields.oneOf(
    'session',
    sessions.map((one) => String(one.ordinal)),
    { required: { vi: 'Chọn buổi học.', en: 'Choose the session.' } },
  )
  return chosen === null ? null : Number(chosen)
}

/**
 * The signed-in person is there. Who is on the list is found by account, or by name within the own producer; others are put on it.
 * The right code a second time says so and changes nothing. Throws `invalid` on `code` when it is wrong or no longer open.
 */
export async function attendByCode(ctx: Ctx, courseId: string, input: Typed<'code'>): Promise<{ again: boolean }> {
  const course = await courseLocked(ctx, courseId)
  if (course.state !== 'running') throw wrongState(course.state)
  const verdict = judgeCode(course, input.code, ctx.now)
  if (verdict !== 'right')
    throw new AppError(
      'invalid',
      {},
      {
        code:
          verdict === 'closed'
            ? {
                vi: 'Mã điểm danh chưa mở hoặc đã hết giờ. Hỏi giảng viên mã mới.',
                en: 'No code is open now. Ask the teacher for a new one.',
              }
            : { vi: 'Mã không đúng. Xem lại sáu chữ cái giảng viên đưa ra.', en: 'The code is wrong. Look at the six letters again.' },
      },
    )
  const { actor } = ctx
  const producerIds = producersOf(actor)
  const listed = await listedAs(ctx, course, { accountId: actor.accountId, name: actor.name, producerIds })
  const session = course.codeSession
  if (listed) {
    const already = listed.present === true && (session === null || listed.sessionsPresent.includes(session))
    if (already) return { again: true }
    await ctx.tx
      .updateTable('trainingAttendance')
      .set({ accountId: actor.accountId, present: true, sessionsPresent: withSession(listed.sessionsPresent, session, true) })
      .where('id', '=', listed.id)
      .execute()
    await logCourse(ctx, course, 'training.attended', { attendanceId: listed.id, session })
    return { again: false }
  }
  // Interpretation: a person of several producers is there for the first of them; the office may mend it on the list.
  const [producerId = null] = producerIds
  await insertPerson(ctx, course, {
    personName: actor.name,
    phone: null,
    role: producerId === null ? 'official' : 'producer',
    producerId,
    bodyId: producerId === null ? (bodiesOf(actor)[0] ?? null) : null,
    communeCode: producerId === null ? (communesOf(actor)[0] ?? null) : null,
    accountId: actor.accountId,
    source: 'code',
    present: true,
    sessionsPresent: withSession([], session, true),
  })
  return { again: false }
}

export function withSession(sessions: readonly number[], session: number | null, there: boolean): number[] {
  if (session === null) return [...sessions]
  return (there ? [...new Set([...sessions, session])] : sessions.filter((one) => one !== session)).toSorted((a, b) => a - b)
}

/**
 * The tick list: of the people shown, who was there (at a session, where the course has them). People not shown stay as they are.
 * Interpretation: present at the course is who was at one session at least. Who holds a certificate stays present.
 */
export async function tickPresence(
  ctx: Ctx,
  courseId: string,
  input: { session?: unknown; shown: readonly string[]; present: readonly string[] },
): Promise<number> {
  const course = await courseLocked(ctx, courseId)
  must(course.rights.keep)
  if (course.state !== 'running' && course.state !== 'held') throw wrongState(course.state)
  const fields = new Fields<'session'>({ session: input.session })
  const session = await readSessionChoice(ctx, fields, course)
  fields.done()
  const there = new Set(input.present)
  const people = await ctx.tx
    .selectFrom('trainingAttendance')
    .select(['id', 'present', 'sessionsPresent', 'certificateNumber'])
    .where('courseId', '=', courseId)
    .where('removedAt', 'is', null)
    .where('id', '=', sql<string>`any(${input.shown.filter(isId)}::uuid[])`)
    .execute()
  const changed = people.flatMap((one) => {
    const sessionsPresent = withSession(one.sessionsPresent, session, there.has(one.id))
    const present = session === null ? there.has(one.id) : sessionsPresent.length > 0
    if (one.certificateNumber !== null && !present) return []
    const same = one.present === present && sessionsPresent.join() === one.sessionsPresent.join()
    return same ? [] : [{ id: one.id, present, sessions: sessionsPresent }]
  })
  if (changed.length === 0) return 0
  await sql`update training_attendance t set present = row.present,
      sessions_present = (select coalesce(array_agg(x::integer), '{}') from json_array_elements_text(row.sessions) x)
    from json_to_recordset(${JSON.stringify(changed)}::json) as row (id uuid, present boolean, sessions json) where t.id = row.id`.execute(
    ctx.tx,
  )
  await logCourse(ctx, course, 'training.presenceTicked', {
    session,
    present: changed.filter((one) => one.present).map((one) => one.id),
    absent: changed.filter((one) => !one.present).map((one) => one.id),
  })
  return changed.length
}

// A course from the plan to its end. Always by the office of the desk that organises it.
import { sql } from 'kysely'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { addAttachments, removeAttachment } from '../attachment/attachment.actions.ts'
import type { Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { Fields, mustBeVersion, readReason } from '../fields.ts'
import { provinceOf } from '../people/authority.ts'
import { notify } from '../people/notice.ts'
import { found, must, mustSee } from '../refuse.ts'
import { readTask, tieText } from '../register/plan-task.ts'
import { serves } from '../people/actor.ts'
import { courseToKeep, logCourse, moveCourse, wrongState } from './course.load.ts'
import { readCourse, readSession, type CourseInput, type CourseState, type SessionInput } from './training.ts'

const alive: readonly CourseState[] = ['planned', 'open', 'running']

/** A course of the actor's desk, planned. The same title on the same first day is refused, so a form sent twice makes one. */
export async function addCourse(ctx: Ctx, input: CourseInput): Promise<string> {
  const { authority } = ctx.actor
  mustSee(serves(ctx.actor, authority, 'office', 'leader', 'advisor'))
  must(serves(ctx.actor, authority, 'office'))
  const course = { ...readCourse(input), ...(await readTask(ctx.tx, authority, input.task)) }
  const id = newId()
  // Two equal forms at once take turns.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`training:${authority}`}, 0))`.execute(ctx.tx)
  const same = await ctx.tx
    .selectFrom('trainingCourse')
    .select('id')
    .where('authority', '=', authority)
    .where('title', '=', course.title)
    .where('startsOn', '=', course.startsOn)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  if (same)
    throw new AppError(
      'invalid',
      {},
      { title: { vi: 'Đã có lớp cùng tên, cùng ngày bắt đầu.', en: 'There is a course of this name and first day already.' } },
    )
  await ctx.tx
    .insertInto('trainingCourse')
    .values({
      id,
      provinceCode: provinceOf(authority),
      authority,
      ...course,
      state: 'planned',
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  await logCourse(ctx, { id, authority }, 'training.added', {
    title: course.title,
    startsOn: course.startsOn,
    endsOn: course.endsOn,
    task: tieText(course),
  })
  return id
}

/** Returns the new version. Seats are not lowered under the people on the list; sessions stay within the days. */
export async function changeCourse(ctx: Ctx, courseId: string, input: CourseInput, version: number): Promise<number> {
  const course = await courseToKeep(ctx, courseId, alive)
  const changed = { ...readCourse(input), ...(await readTask(ctx.tx, course.authority, input.task, course)) }
  mustBeVersion(course.version, version)
  const listed = await listedPeople(ctx, courseId)
  if (changed.seats !== null && changed.seats !== course.seats && changed.seats < listed)
    throw new AppError(
      'invalid',
      {},
      { seats: { vi: `Danh sách đã có ${listed} người.`, en: `There are ${listed} people on the list already.` } },
    )
  const outside = await ctx.tx
    .selectFrom('trainingSession')
    .select('id')
    .where('courseId', '=', courseId)
    .where((where) => where.or([where('heldOn', '<', changed.startsOn), where('heldOn', '>', changed.endsOn)]))
    .executeTakeFirst()
  if (outside)
    throw new AppError(
      'invalid',
      {},
      {
        endsOn: {
          vi: 'Có buổi học nằm ngoài các ngày này. Gỡ buổi học đó trước.',
          en: 'A session lies outside these days. Remove it first.',
        },
      },
    )
  await ctx.tx
    .updateTable('trainingCourse')
    .set({ ...changed, version: course.version + 1 })
    .where('id', '=', courseId)
    .execute()
  await logCourse(ctx, course, 'training.changed', {
    title: changed.title,
    startsOn: changed.startsOn,
    endsOn: changed.endsOn,
    task: tieText(changed),
  })
  return course.version + 1
}

export async function listedPeople(ctx: Ctx, courseId: string): Promise<number> {
  const { n } = await ctx.tx
    .selectFrom('trainingAttendance')
    .select((select) => select.fn.countAll<number>().as('n'))
    .where('courseId', '=', courseId)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Opens registration. The last day is stored: the first day of the course where none was typed. Producers of the desk are told. */
export async function openCourse(ctx: Ctx, courseId: string): Promise<void> {
  const course = await courseToKeep(ctx, courseId)
  const registerUntil = course.registerUntil ?? course.startsOn
  if (course.state === 'planned' && registerUntil < plainDateOf(ctx.now)) throw new AppError('training.pastDay')
  await moveCourse(ctx, course, 'open', { registerUntil })
  await logCourse(ctx, course, 'training.opened', { registerUntil })
}

/** Registration ends; presence is taken from now on. */
export async function startCourse(ctx: Ctx, courseId: string): Promise<void> {
  const course = await courseToKeep(ctx, courseId)
  await moveCourse(ctx, course, 'running')
  await logCourse(ctx, course, 'training.started', {})
}

/** Held: on or after its last day, with people who were there. A study tour needs its report (S3:53, S2:65). */
export async function holdCourse(ctx: Ctx, courseId: string, input: { result?: unknown }): Promise<void> {
  const course = await courseToKeep(ctx, courseId)
  if (course.state !== 'running') throw wrongState(course.state)
  const fields = new Fields<'result'>(input)
  const tour = course.kind === 'studyTour'
  const result = fields.text('result', {
    max: 4000,
    multiline: true,
    required: tour && { vi: 'Ghi báo cáo kết quả chuyến tham quan.', en: 'Write the report of the tour.' },
  })
  fields.done()
  if (course.endsOn > plainDateOf(ctx.now)) throw new AppError('training.notOver')
  const there = await ctx.tx
    .selectFrom('trainingAttendance')
    .select('id')
    .where('courseId', '=', courseId)
    .where('removedAt', 'is', null)
    .where('present', '=', true)
    .limit(1)
    .executeTakeFirst()
  if (!there) throw new AppError('training.nobody')
  await moveCourse(ctx, course, 'held', { result, attendanceCode: null, codeOpenUntil: null, codeSession: null })
  await logCourse(ctx, course, 'training.held', { result })
}

/** Called off with a reason; who had registered is told. */
export async function cancelCourse(ctx: Ctx, courseId: string, input: { reason?: unknown }): Promise<void> {
  const course = await courseToKeep(ctx, courseId)
  if (!alive.includes(course.state)) throw wrongState(course.state)
  const reason = readReason(input.reason)
  await moveCourse(ctx, course, 'cancelled', { endReason: reason, attendanceCode: null, codeOpenUntil: null, codeSession: null })
  const registered = await ctx.tx
    .selectFrom('trainingAttendance')
    .select('createdBy')
    .distinct()
    .where('courseId', '=', courseId)
    .where('source', '=', 'registered')
    .where('removedAt', 'is', null)
    .execute()
  await notify(
    ctx,
    registered.map((row) => row.createdBy),
    {
      kind: 'training.cancelled',
      dedupe: courseId,
      subjectKind: 'trainingCourse',
      subjectId: courseId,
      link: `/tap-huan/${courseId}`,
      params: { course: course.title },
    },
  )
  await logCourse(ctx, course, 'training.cancelled', { reason })
}

export async function addSession(ctx: Ctx, courseId: string, input: SessionInput): Promise<void> {
  const course = await courseToKeep(ctx, courseId, alive)
  const session = readSession(input, course)
  const { last } = await ctx.tx
    .selectFrom('trainingSession')
    .select((select) => select.fn.max<number>('ordinal').as('last'))
    .where('courseId', '=', courseId)
    .executeTakeFirstOrThrow()
  const ordinal = (last ?? 0) + 1
  await ctx.tx
    .insertInto('trainingSession')
    .values({ id: newId(), courseId, ordinal, ...session })
    .execute()
  await logCourse(ctx, course, 'training.sessionAdded', { ordinal, heldOn: session.heldOn, title: session.title })
}

/** Only while nobody's presence is on record for it. */
export async function removeSession(ctx: Ctx, courseId: string, sessionId: unknown): Promise<void> {
  const course = await courseToKeep(ctx, courseId, alive)
  const session = found(
    isId(sessionId)
      ? await ctx.tx
          .selectFrom('trainingSession')
          .selectAll()
          .where('id', '=', sessionId)
          .where('courseId', '=', courseId)
          .executeTakeFirst()
      : null,
  )
  const used = await ctx.tx
    .selectFrom('trainingAttendance')
    .select('sessionsPresent')
    .where('courseId', '=', courseId)
    .where('removedAt', 'is', null)
    .execute()
  if (course.codeSession === session.ordinal || used.some((row) => row.sessionsPresent.includes(session.ordinal)))
    throw new AppError('training.sessionUsed')
  await ctx.tx.deleteFrom('trainingSession').where('id', '=', session.id).execute()
  await logCourse(ctx, course, 'training.sessionRemoved', { ordinal: session.ordinal, title: session.title })
}

/** Curriculum, invitation, report of a tour, pictures: also after the course was held. */
export async function addCoursePapers(ctx: Ctx, courseId: string, files: readonly IncomingFile[], caption: unknown): Promise<string[]> {
  const course = await courseToKeep(ctx, courseId)
  return addAttachments(ctx, { kind: 'trainingCourse', id: course.id, authority: course.authority }, files, { caption })
}

export async function removeCoursePaper(ctx: Ctx, courseId: string, attachmentId: unknown): Promise<void> {
  const course = await courseToKeep(ctx, courseId)
  await removeAttachment(ctx, { kind: 'trainingCourse', id: course.id, authority: course.authority }, attachmentId)
}

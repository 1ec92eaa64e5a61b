// Who takes part: registered by a producer, put on the list by the office, taken off again.
import { sql } from 'kysely'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { fold } from '#/platform/text/fold.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { Ctx } from '../context.ts'
import { Fields, readReason, type Typed } from '../fields.ts'
import { ownsProducer, producersOf } from '../people/actor.ts'
import { found, must, mustSee } from '../refuse.ts'
import { communeResolver, resolver } from '../register/resolve.ts'
import { CURRENT_ERA } from '../units/units.ts'
import { listedPeople } from './course.actions.ts'
import { courseLocked, courseToKeep, logCourse, wrongState, type CourseRecord } from './course.load.ts'
import { attendeeRoles, type AttendeeRole } from './training.ts'

export type PersonInput = Typed<'producerId' | 'personName' | 'phone'>

/** Digits, spaces, dots, a plus; null when empty. */
export function readPhone<Name extends string>(fields: Fields<Name>, name: Name): string | null {
  const phone = fields.optional(name, { max: 30 })
  if (phone !== null && !/^\+?[\d\s.-]{8,20}$/.test(phone))
    fields.say(name, { vi: 'Ghi số điện thoại, ví dụ 0912 000 111.', en: 'Write a telephone number, such as 0912 000 111.' })
  return phone
}

/** A producer puts one of its people on the list, while registration is open and a seat is left. */
export async function registerPerson(ctx: Ctx, courseId: string, input: PersonInput): Promise<string> {
  const course = await courseLocked(ctx, courseId)
  const own = producersOf(ctx.actor)
  must(own.length > 0 && course.audience !== 'officials')
  if (course.state !== 'open') throw wrongState(course.state)
  const fields = new Fields<keyof PersonInput>(input)
  const producerId =
    own.length === 1 && fields.text('producerId', { max: 40 }) === '' ? own[0] : fields.oneOf('producerId', own, { required: true })
  const personName = fields.text('personName', { max: 120, required: { vi: 'Ghi họ và tên người đi học.', en: 'Name the person.' } })
  const phone = readPhone(fields, 'phone')
  const read = fields.done({ producerId })
  const last = course.registerUntil ?? course.startsOn
  if (plainDateOf(ctx.now) > last) throw new AppError('training.closed', { day: formatDate(last) })
  await mustHaveSeat(ctx, course)
  return insertPerson(ctx, course, { personName, phone, role: 'producer', producerId: read.producerId, source: 'registered' })
}

async function mustHaveSeat(ctx: Ctx, course: CourseRecord): Promise<void> {
  if (course.seats !== null && (await listedPeople(ctx, course.id)) >= course.seats)
    throw new AppError('training.full', { seats: String(course.seats) })
}

export type NewPerson = {
  personName: string
  phone: string | null
  role: AttendeeRole
  producerId?: string | null
  bodyId?: string | null
  communeCode?: string | null
  accountId?: string | null
  source: 'registered' | 'code' | 'list'
  present?: boolean
  sessionsPresent?: number[]
}

/** The same person is on a list once. */
export async function insertPerson(ctx: Ctx, course: CourseRecord, person: NewPerson): Promise<string> {
  const id = newId()
  const done = await ctx.tx
    .insertInto('trainingAttendance')
    .values({ id, courseId: course.id, ...person, createdBy: ctx.actor.accountId, createdAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (done.numInsertedOrUpdatedRows === 0n)
    throw new AppError('invalid', {}, { personName: { vi: 'Người này đã có trong danh sách.', en: 'This person is on the list already.' } })
  await logCourse(ctx, course, 'training.personAdded', { attendanceId: id, source: person.source, producerId: person.producerId ?? null })
  return id
}

/** A producer takes its own person off again, until the course begins. */
export async function withdrawPerson(ctx: Ctx, courseId: string, attendanceId: unknown): Promise<void> {
  const course = await courseLocked(ctx, courseId)
  const person = await personOf(ctx, course, attendanceId)
  mustSee(course.rights.people === 'all' || (person.producerId !== null && ownsProducer(ctx.actor, person.producerId)))
  must(person.producerId !== null && ownsProducer(ctx.actor, person.producerId))
  if (course.state !== 'open') throw wrongState(course.state)
  await takeOff(ctx, course, person.id, '')
}

export type ListInput = Typed<'personName' | 'phone' | 'role' | 'producer' | 'commune'>

/**
 * The office puts a person on the list; a producer or commune is named as in the registers, never guessed. Interpretation: seats bind who
 * registers, not the office's own list, nor who came.
 */
export async function addPerson(ctx: Ctx, courseId: string, input: ListInput): Promise<string> {
  const course = await courseToKeep(ctx, courseId, ['planned', 'open', 'running'])
  const fields = new Fields<keyof ListInput>(input)
  const personName = fields.text('personName', { max: 120, required: { vi: 'Ghi họ và tên.', en: 'Name the person.' } })
  const phone = readPhone(fields, 'phone')
  const role = fields.oneOf('role', attendeeRoles, { required: true })
  const producerText = fields.text('producer', { max: 400 })
  const communeText = fields.text('commune', { max: 200 })
  let producerId: string | null = null
  let communeCode: string | null = null
  if (producerText !== '') {
    const meant = (await resolver(ctx.tx, 'producer', course.authority, [producerText]))(producerText, null)
    if ('problem' in meant) fields.say('producer', meant.problem)
    else producerId = meant.id
  } else if (role === 'producer') fields.say('producer', { vi: 'Ghi tên chủ thể của người này.', en: 'Name the person’s producer.' })
  if (communeText !== '') {
    const meant = (await communeResolver(ctx.tx, course.authority, [CURRENT_ERA]))(communeText, CURRENT_ERA)
    if ('problem' in meant) fields.say('commune', meant.problem)
    else communeCode = meant.code
  }
  const read = fields.done({ role })
  return insertPerson(ctx, course, { personName, phone, role: read.role, producerId, communeCode, source: 'list' })
}

/** The office takes a person off, with a reason; not who holds a certificate of the course. */
export async function removePerson(ctx: Ctx, courseId: string, attendanceId: unknown, input: { reason?: unknown }): Promise<void> {
  const course = await courseToKeep(ctx, courseId, ['planned', 'open', 'running'])
  const person = await personOf(ctx, course, attendanceId)
  await takeOff(ctx, course, person.id, readReason(input.reason))
}

async function personOf(ctx: Ctx, course: CourseRecord, attendanceId: unknown) {
  return found(
    isId(attendanceId)
      ? await ctx.tx
          .selectFrom('trainingAttendance')
          .selectAll()
          .where('id', '=', attendanceId)
          .where('courseId', '=', course.id)
          .where('removedAt', 'is', null)
          .executeTakeFirst()
      : null,
  )
}

async function takeOff(ctx: Ctx, course: CourseRecord, attendanceId: string, reason: string): Promise<void> {
  await ctx.tx.updateTable('trainingAttendance').set({ removedAt: ctx.now, removedReason: reason }).where('id', '=', attendanceId).execute()
  await logCourse(ctx, course, 'training.personRemoved', { attendanceId, reason })
}

/** A person who is on the list already, by account or by name and producer. */
export async function listedAs(
  ctx: Ctx,
  course: CourseRecord,
  who: { accountId: string; name: string; producerIds: readonly string[] },
): Promise<{ id: string; sessionsPresent: number[]; present: boolean | null } | undefined> {
  return ctx.tx
    .selectFrom('trainingAttendance')
    .select(['id', 'sessionsPresent', 'present'])
    .where('courseId', '=', course.id)
    .where('removedAt', 'is', null)
    .where((where) =>
      where.or([
        where('accountId', '=', who.accountId),
        where.and([
          where('accountId', 'is', null),
          where('nameFolded', '=', fold(who.name)),
          who.producerIds.length > 0
            ? sql<boolean>`(producer_id = any(${[...who.producerIds]}::uuid[]))`
            : where.and([where('producerId', 'is', null), where('role', '<>', 'producer')]),
        ]),
      ]),
    )
    .orderBy(sql`account_id is null`)
    .limit(1)
    .executeTakeFirst()
}

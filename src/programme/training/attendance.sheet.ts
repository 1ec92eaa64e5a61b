// People of a course from a sheet: producers named by name or tax code, never guessed; who is on the list already gets its presence.
import { sql } from 'kysely'
import { newId } from '#/platform/database/id.ts'
import { fold } from '#/platform/text/fold.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { found, must, mustSee } from '../refuse.ts'
import { communeResolver, resolver } from '../register/resolve.ts'
import { CURRENT_ERA } from '../units/units.ts'
import { readCells, type SheetKind } from '../sheet/sheet.ts'
import { readPhone } from './attendance.actions.ts'
import { logCourse } from './course.load.ts'
import { courseFor } from './training.store.ts'
import { courseRights } from './training.policy.ts'
import { roleWords, type AttendeeRole } from './training.ts'

type Values = {
  id: string | null
  personName: string
  role: AttendeeRole
  producerId: string | null
  communeCode: string | null
  phone: string | null
  present: boolean
}
type Known = {
  authority: string
  /** By folded name and producer; two of one name are told apart by their phone. */
  people: Map<string, { id: string; present: boolean | null; certified: boolean }>
  producer: Awaited<ReturnType<typeof allProducers>>
  commune: Awaited<ReturnType<typeof communeResolver>>
}

const roleTyped = new Map<string, AttendeeRole>(
  (Object.keys(roleWords) as AttendeeRole[]).flatMap((role) =>
    [role, roleWords[role].vi, roleWords[role].en].map((word) => [fold(word), role] as const),
  ),
)
const presenceTyped = new Map<string, boolean>([
  ...['', 'có', 'x', 'có mặt', '1', 'yes'].map((word) => [fold(word), true] as const),
  ...['không', 'vắng', '0', 'no'].map((word) => [fold(word), false] as const),
])
const keyOf = (name: string, producerId: string | null, phone: string | null) => `${fold(name)}|${producerId ?? ''}|${phone ?? ''}`

export const attendanceSheet: SheetKind<Values, Known> = {
  kind: 'nguoi-du-tap-huan',
  title: { vi: 'Người tham gia lớp', en: 'People of a course' },
  lead: {
    vi: 'Mỗi dòng một người. Chủ thể ghi đúng tên đã đăng ký hoặc mã số thuế; dòng có chủ thể không tìm thấy được để lại, không đoán.',
    en: 'One person a line. A producer by its registered name or tax code; a line with an unknown one is left out, not guessed.',
  },
  columns: [
    {
      key: 'personName',
      title: { vi: 'Họ và tên', en: 'Name' },
      aliases: ['Tên', 'Học viên', 'Người tham gia'],
      required: true,
      example: 'Nguyễn Thị Hạnh',
    },
    {
      key: 'role',
      title: { vi: 'Thành phần', en: 'Role' },
      aliases: ['Đối tượng'],
      example: roleWords.producer.vi,
      hint: { vi: 'Chủ thể; Cán bộ; Khác. Bỏ trống: chủ thể nếu có tên chủ thể, khác nếu không.', en: 'Producer; Official; Other.' },
    },
    {
      key: 'producer',
      title: { vi: 'Chủ thể', en: 'Producer' },
      aliases: ['Đơn vị', 'Cơ sở', 'Mã số thuế', 'MST'],
      example: 'Hợp tác xã Vạn Triều',
    },
    { key: 'commune', title: { vi: 'Xã, phường', en: 'Commune' }, aliases: ['Xã', 'Địa bàn'], example: 'Phường Sầm Sơn' },
    { key: 'phone', title: { vi: 'Điện thoại', en: 'Phone' }, aliases: ['SĐT', 'Số điện thoại'], example: '0912 000 111' },
    {
      key: 'present',
      title: { vi: 'Có mặt', en: 'Present' },
      aliases: ['Điểm danh'],
      example: 'Có',
      hint: { vi: 'Có hoặc Không; bỏ trống là Có.', en: 'Yes or no; empty is yes.' },
    },
  ],

  async rights(db, actor, subjectId) {
    const { course } = await courseFor(db, actor, subjectId ?? undefined)
    must(courseRights(actor, course).keep)
    mustSee(course.state === 'running' || course.state === 'held' || course.state === 'open')
    return course.authority
  },

  home: (subjectId) => `/tap-huan/${subjectId ?? ''}/nguoi-tham-gia`,

  async hold(tx, _authority, subjectId) {
    await tx.selectFrom('trainingCourse').select('id').where('id', '=', subjectId).forUpdate().executeTakeFirst()
  },

  async prepare(db, actor, subjectId) {
    const { course } = await courseFor(db, actor, subjectId ?? undefined)
    const rows = await db
      .selectFrom('trainingAttendance')
      .select(['id', 'personName', 'producerId', 'phone', 'present', 'certificateNumber'])
      .where('courseId', '=', course.id)
      .where('removedAt', 'is', null)
      .execute()
    return {
      authority: course.authority,
      people: new Map(
        rows.map((row) => [
          keyOf(row.personName, row.producerId, row.phone),
          { id: row.id, present: row.present, certified: row.certificateNumber !== null },
        ]),
      ),
      producer: await allProducers(db, course.authority),
      commune: await communeResolver(db, course.authority, [CURRENT_ERA]),
    }
  },

  readRow(cells, known) {
    const read = readCells(cells, (fields) => {
      const personName = fields.text('personName', { max: 120, required: true })
      const phone = readPhone(fields, 'phone')
      const producerText = fields.text('producer', { max: 400 })
      const communeText = fields.text('commune', { max: 200 })
      const roleText = fields.text('role', { max: 60 })
      const present = presenceTyped.get(fold(fields.text('present', { max: 30 })))
      if (present === undefined) fields.say('present', { vi: 'Ghi Có hoặc Không.', en: 'Write yes or no.' })
      const role = roleText === '' ? (producerText === '' ? 'other' : 'producer') : roleTyped.get(fold(roleText))
      if (role === undefined) fields.say('role', { vi: 'Ghi Chủ thể, Cán bộ hoặc Khác.', en: 'Write producer, official or other.' })
      if (role === 'producer' && producerText === '') fields.say('producer', { vi: 'Ghi tên chủ thể.', en: 'Name the producer.' })
      const producer = producerText === '' ? null : known.producer(producerText)
      if (producer && 'problem' in producer) fields.say('producer', producer.problem)
      const commune = communeText === '' ? null : known.commune(communeText, CURRENT_ERA)
      if (commune && 'problem' in commune) fields.say('commune', commune.problem)
      return {
        personName,
        phone,
        role: role ?? 'other',
        producerId: producer && 'id' in producer ? producer.id : null,
        communeCode: commune && 'code' in commune ? commune.code : null,
        present: present ?? true,
      }
    })
    if (!read.ok) return read
    const { values } = read
    const key = keyOf(values.personName, values.producerId, values.phone)
    const there = known.people.get(key) ?? known.people.get(keyOf(values.personName, values.producerId, null))
    if (there?.certified && !values.present)
      return { ok: false, reasons: [{ column: 'present', vi: 'Người này đã có giấy chứng nhận.', en: 'This person holds a certificate.' }] }
    const outcome = there === undefined ? 'new' : there.present === values.present ? 'unchanged' : 'changed'
    return { ok: true, key, label: values.personName, values: { ...values, id: there?.id ?? null }, outcome }
  },

  async save(ctx, subjectId, rows) {
    const course = found(
      await ctx.tx.selectFrom('trainingCourse').select(['id', 'authority']).where('id', '=', subjectId).executeTakeFirst(),
    )
    const all = rows.map(({ values }) => ({ ...values, newId: newId() }))
    const made = all.filter((row) => row.id === null)
    if (made.length > 0)
      await sql`
        insert into training_attendance (id, course_id, person_name, role, producer_id, commune_code, phone, source, present, created_by, created_at)
        select "newId", ${course.id}, "personName", role, "producerId", "communeCode", phone, 'import', present, ${ctx.actor.accountId}, ${ctx.now}::timestamptz
        from json_to_recordset(${JSON.stringify(made)}::json) as row ("newId" uuid, "personName" text, role text, "producerId" uuid,
          "communeCode" text, phone text, present boolean)`.execute(ctx.tx)
    await sql`update training_attendance t set present = row.present
      from json_to_recordset(${JSON.stringify(all.filter((row) => row.id !== null))}::json) as row (id uuid, present boolean) where t.id = row.id`.execute(
      ctx.tx,
    )
    await logCourse(ctx, course, 'training.listImported', { people: made.length, changed: all.length - made.length })
    return all.map((row) => row.id ?? row.newId)
  },
}

/** Every producer of the province, to ask by name or tax code row by row. */
async function allProducers(db: Db | Tx, authority: string) {
  const rows = await sql<{ name: string; code: string | null }>`
    select p.name, p.tax_code as code from producer p where p.province_code = ${authority.split('.')[0] ?? authority}`.execute(db)
  const ask = await resolver(
    db,
    'producer',
    authority,
    rows.rows.flatMap((row) => [row.name, ...(row.code === null ? [] : [row.code])]),
  )
  return (text: string) => ask(text, null)
}

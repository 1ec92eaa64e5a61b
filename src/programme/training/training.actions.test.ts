import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { newId } from '#/platform/database/id.ts'
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, people, type Person, type World } from '#/testing/world.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import type { Ctx } from '../context.ts'
import { paperFile } from '../document/incoming.ts'
import { readableDocument } from '../access/access.ts'
import { readableAttachment } from '../access/attachments.ts'
import { confirmSheet, checkSheet } from '../sheet/sheet.actions.ts'
import { csv } from '../sheet/sheet.fixture.ts'
import { sheetRowsOf } from '../sheet/sheet.store.ts'
import { addPerson, registerPerson, removePerson, withdrawPerson } from './attendance.actions.ts'
import { listPeople, ownCertificates } from './attendance.store.ts'
import { remindCourses } from './begins.job.ts'
import {
  addCourse,
  addCoursePapers,
  addSession,
  cancelCourse,
  changeCourse,
  holdCourse,
  openCourse,
  removeSession,
  startCourse,
} from './course.actions.ts'
import { addMaterial, endMaterial } from './material.actions.ts'
import { attendByCode, closeCode, openCode, tickPresence } from './presence.actions.ts'
import { issueTrainingCertificates } from './training-certificate.actions.ts'
import { courseFor, courseHistory, listCourses, listMaterials } from './training.store.ts'
import { courseIn, courseInput } from './training.fixture.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const as = <T>(person: Person, verb: (ctx: Ctx) => Promise<T>) => actAs(world, person, verb)
const codeOf = async (courseId: string) =>
  (await db().selectFrom('trainingCourse').select('attendanceCode').where('id', '=', courseId).executeTakeFirstOrThrow()).attendanceCode ??
  ''
const person = (id: string) => db().selectFrom('trainingAttendance').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const all = { search: '', state: null, kind: null, topic: null, year: null, sort: 'recent', page: 1, perPage: 200 } as const

describe('a course', () => {
  test.each([
    [{ title: ' ' }, ['title']],
    [{ kind: 'party' }, ['kind']],
    [{ startsOn: '31/02/2026' }, ['startsOn']],
    [{ endsOn: '14/09/2026' }, ['endsOn']],
    [{ registerUntil: '16/09/2026' }, ['registerUntil']],
    [{ seats: '0' }, ['seats']],
    [{ seats: '1,5' }, ['seats']],
    [{ topic: '', audience: ['x'] }, ['audience', 'topic']],
  ])('%j is refused at %j', async (over, fields) => {
    expect(await fieldsOf(as('office', (ctx) => addCourse(ctx, { ...courseInput, ...over })))).toEqual(fields)
  })

  test('sent twice, or by two at once, makes one', async () => {
    const input = { ...courseInput, title: 'Gửi hai lần' }
    const ends = await Promise.allSettled([1, 2].map(() => as('office', (ctx) => addCourse(ctx, input))))
    expect(ends.map((end) => end.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('only its desk’s office keeps it; a planned one is known to nobody else', async () => {
    const { courseId } = await courseIn(world, 'planned')
    for (const one of ['leader', 'advisor'] as const) expect(await refused(as(one, (ctx) => openCourse(ctx, courseId)))).toBe('forbidden')
    for (const one of people.filter((name) => !['office', 'leader', 'advisor'].includes(name)))
      expect([one, await refused(as(one, (ctx) => openCourse(ctx, courseId)))]).toEqual([one, 'notFound'])
    await as('office', (ctx) => openCourse(ctx, courseId))
    for (const one of ['communeOfficer', 'producer', 'bodyOfficer'] as const)
      expect([one, await refused(as(one, (ctx) => startCourse(ctx, courseId)))]).toEqual([one, 'forbidden'])
    for (const one of ['clerk', 'admin', 'otherProvinceOffice', 'seat1'] as const)
      expect([one, await refused(as(one, (ctx) => startCourse(ctx, courseId)))]).toEqual([one, 'notFound'])
  })

  test('goes forward only; the end needs its last day, someone who was there, and of a tour the report', async () => {
    const { courseId, personId } = await courseIn(world, 'running', { kind: 'studyTour', endsOn: '16/09/2026' })
    expect(await refused(as('office', (ctx) => openCourse(ctx, courseId)))).toBe('stateConflict')
    expect(await fieldsOf(as('office', (ctx) => holdCourse(ctx, courseId, {})))).toEqual(['result'])
    const hold = () => refused(as('office', (ctx) => holdCourse(ctx, courseId, { result: 'Đã học cách đóng gói.' })))
    expect(await hold()).toBe('training.notOver')
    await as('office', (ctx) => changeCourse(ctx, courseId, { ...courseInput, kind: 'studyTour', title: 'Tham quan Hà Giang' }, 3))
    expect(await hold()).toBe('training.nobody')
    await as('office', (ctx) => tickPresence(ctx, courseId, { shown: [personId], present: [personId] }))
    expect(await hold()).toBe('done')
    expect(await hold()).toBe('stateConflict')
    expect(await refused(as('office', (ctx) => cancelCourse(ctx, courseId, { reason: 'Muộn' })))).toBe('stateConflict')
    expect(await refused(as('office', (ctx) => changeCourse(ctx, courseId, courseInput, 4)))).toBe('stateConflict')
  })

  test('two tabs: the older form changes nothing', async () => {
    const { courseId } = await courseIn(world, 'planned')
    await as('office', (ctx) => changeCourse(ctx, courseId, { ...courseInput, title: 'Tên sau' }, 1))
    expect(await refused(as('office', (ctx) => changeCourse(ctx, courseId, { ...courseInput, title: 'Tên trước' }, 1)))).toBe(
      'versionConflict',
    )
  })

  test('cancelled with a reason, and who had registered is told once', async () => {
    const { courseId } = await courseIn(world, 'open')
    expect(await fieldsOf(as('office', (ctx) => cancelCourse(ctx, courseId, { reason: ' ' })))).toEqual(['reason'])
    await as('office', (ctx) => cancelCourse(ctx, courseId, { reason: 'Bão số 5.' }))
    const told = await db()
      .selectFrom('notice')
      .select('accountId')
      .where('kind', '=', 'training.cancelled')
      .where('subjectId', '=', courseId)
      .execute()
    expect(told).toEqual([{ accountId: world.accounts.producer }])
    expect((await courseHistory(db(), courseId)).at(-1)).toMatchObject({ verb: 'training.cancelled', payload: { reason: 'Bão số 5.' } })
  })

  test('a session lies within the days, and stays once presence was taken', async () => {
    const { courseId, personId } = await courseIn(world, 'running')
    const session = { heldOn: '15/09/2026', startsAt: '8h00', title: 'Buổi sáng', teacher: 'Lê Văn Định' }
    expect(
      await fieldsOf(as('office', (ctx) => addSession(ctx, courseId, { ...session, heldOn: '17/09/2026', startsAt: '25:00' }))),
    ).toEqual(['heldOn', 'startsAt'])
    for (const title of ['Buổi sáng', 'Buổi chiều']) await as('office', (ctx) => addSession(ctx, courseId, { ...session, title }))
    const tick = (part: string, present: string[]) =>
      as('office', (ctx) => tickPresence(ctx, courseId, { session: part, shown: [personId], present }))
    expect(await fieldsOf(tick('3', [personId]))).toEqual(['session'])
    await tick('1', [personId])
    await tick('2', [personId])
    await tick('1', [])
    expect(await person(personId)).toMatchObject({ present: true, sessionsPresent: [2] })
    const { sessions } = await courseFor(db(), await actorOf(world, 'office'), courseId)
    expect(await refused(as('office', (ctx) => removeSession(ctx, courseId, sessions[1]?.id)))).toBe('training.sessionUsed')
    await as('office', (ctx) => removeSession(ctx, courseId, sessions[0]?.id))
    await tick('2', [])
    expect(await person(personId)).toMatchObject({ present: false, sessionsPresent: [] })
  })
})

describe('registration', () => {
  test('until the last day, while a seat is left, each person once', async () => {
    const { courseId } = await courseIn(world, 'open', { seats: '2' })
    const send = (who: Person, personName: string) => refused(as(who, (ctx) => registerPerson(ctx, courseId, { personName, phone: '' })))
    expect(
      await fieldsOf(as('producer', (ctx) => registerPerson(ctx, courseId, { personName: ' NGUYỄN thị HẠNH', phone: '0912 345 678' }))),
    ).toEqual(['personName'])
    const ends = await Promise.all([send('otherProducer', 'Lê Thị Hoa'), send('producer', 'Trần Văn Vạn')])
    expect(ends).toEqual(expect.arrayContaining(['done', 'training.full']))
    services.clock.set('2026-09-16T02:00:00Z')
    const late = await courseIn(world, 'planned', { startsOn: '17/09/2026', endsOn: '17/09/2026', registerUntil: '16/09/2026' })
    await as('office', (ctx) => openCourse(ctx, late.courseId))
    services.clock.set('2026-09-16T16:59:00Z')
    expect(await refused(as('producer', (ctx) => registerPerson(ctx, late.courseId, { personName: 'Hôm nay' })))).toBe('done')
    services.clock.set('2026-09-16T17:01:00Z')
    expect(await refused(as('producer', (ctx) => registerPerson(ctx, late.courseId, { personName: 'Quá hạn' })))).toBe('training.closed')
    services.clock.set('2026-09-15T02:00:00Z')
  })

  test('another’s producer is not registered for, another’s person not withdrawn; officials’ courses take none', async () => {
    const { courseId, personId } = await courseIn(world, 'open')
    const forged = { personName: 'X', producerId: world.producers.other }
    expect(await fieldsOf(as('producer', (ctx) => registerPerson(ctx, courseId, forged)))).toEqual(['producerId'])
    expect(await refused(as('otherProducer', (ctx) => withdrawPerson(ctx, courseId, personId)))).toBe('notFound')
    expect(await refused(as('communeOfficer', (ctx) => registerPerson(ctx, courseId, { personName: 'X' })))).toBe('forbidden')
    expect(await refused(as('producer', (ctx) => withdrawPerson(ctx, courseId, personId)))).toBe('done')
    expect(await refused(as('producer', (ctx) => withdrawPerson(ctx, courseId, personId)))).toBe('notFound')
    const closed = await courseIn(world, 'planned', { audience: 'officials' })
    await as('office', (ctx) => openCourse(ctx, closed.courseId))
    expect(await refused(as('producer', (ctx) => registerPerson(ctx, closed.courseId, { personName: 'X' })))).toBe('notFound')
  })

  test('the office’s list names producers and communes, never guesses', async () => {
    const { courseId } = await courseIn(world, 'open')
    const add = (over: Record<string, string>) =>
      as('office', (ctx) => addPerson(ctx, courseId, { personName: 'Mai Văn Tư', role: 'producer', ...over }))
    expect(await fieldsOf(add({}))).toEqual(['producer'])
    expect(await fieldsOf(add({ producer: 'Hợp tác xã Không Có', commune: 'Xã Không Có', phone: 'abc' }))).toEqual([
      'commune',
      'phone',
      'producer',
    ])
    const id = await add({ producer: '2801234567', commune: 'Phường Sầm Sơn' })
    expect(await person(id)).toMatchObject({ producerId: world.producers.own, communeCode: '16531', source: 'list' })
    await as('office', (ctx) => removePerson(ctx, courseId, id, { reason: 'Ghi nhầm.' }))
    expect(await refused(as('office', (ctx) => removePerson(ctx, courseId, id, { reason: 'Ghi nhầm.' })))).toBe('notFound')
  })
})

describe('the code', () => {
  test('right once, wrong never, twice told, late refused; a new code ends the one before', async () => {
    const { courseId, personId } = await courseIn(world, 'running')
    const type = (who: Person, code: unknown) => as(who, (ctx) => attendByCode(ctx, courseId, { code }))
    expect(await fieldsOf(type('producer', 'AAAAAA'))).toEqual(['code'])
    expect(await fieldsOf(as('office', (ctx) => openCode(ctx, courseId, { minutes: '500' })))).toEqual(['minutes'])
    await as('office', (ctx) => openCode(ctx, courseId, { minutes: '30' }))
    const first = await codeOf(courseId)
    expect(first).toMatch(/^[A-Z]{6}$/)
    for (const wrong of ['', 'ZZZZZZ', null, [first], `${first}A`]) expect(await fieldsOf(type('producer', wrong))).toEqual(['code'])
    const typed = `${first.slice(0, 3).toLowerCase()} ${first.slice(3)}`
    expect(await type('producer', typed)).toEqual({ again: false })
    expect(await type('producer', typed)).toEqual({ again: true })
    expect(await person(personId)).toMatchObject({ present: true, accountId: world.accounts.producer })
    expect(await type('communeOfficer', first)).toEqual({ again: false })
    const { rows } = await listPeople(
      db(),
      await actorOf(world, 'office'),
      await courseFor(db(), await actorOf(world, 'office'), courseId).then(({ course, rights }) => ({ id: course.id, rights })),
      { search: 'dinh', page: 1, perPage: 10 },
    )
    expect(rows).toMatchObject([{ personName: 'Lê Văn Định', role: 'official', from: 'Phường Sầm Sơn', present: true }])
    await as('office', (ctx) => openCode(ctx, courseId, { minutes: '30' }))
    expect(await fieldsOf(type('otherProducer', first))).toEqual(['code'])
    services.clock.set('2026-09-15T02:31:00Z')
    expect(await fieldsOf(type('otherProducer', await codeOf(courseId)))).toEqual(['code'])
    services.clock.set('2026-09-15T02:00:00Z')
    await as('office', (ctx) => closeCode(ctx, courseId))
    expect(await fieldsOf(type('otherProducer', first))).toEqual(['code'])
  })

  test('pressed twice at the same instant it makes one person', async () => {
    const { courseId } = await courseIn(world, 'running')
    await as('office', (ctx) => openCode(ctx, courseId, { minutes: '30' }))
    const code = await codeOf(courseId)
    await Promise.all([1, 2].map(() => as('bodyOfficer', (ctx) => attendByCode(ctx, courseId, { code }))))
    const rows = await db()
      .selectFrom('trainingAttendance')
      .select('bodyId')
      .where('courseId', '=', courseId)
      .where('source', '=', 'code')
      .execute()
    expect(rows).toEqual([{ bodyId: world.bodies.departments[1] }])
  })
})

describe('who reads what', () => {
  test('phones are the office’s; a commune reads its own people, a producer its own', async () => {
    const { courseId } = await courseIn(world, 'running')
    await as('office', (ctx) =>
      addPerson(ctx, courseId, { personName: 'Lê Văn Bảy', role: 'producer', producer: '2807654321', phone: '0988 777 666' }),
    )
    const seen = async (who: Person) => {
      const actor = await actorOf(world, who)
      const { course, rights } = await courseFor(db(), actor, courseId)
      const { rows, total } = await listPeople(db(), actor, { id: course.id, rights }, { search: '', page: 1, perPage: 10 })
      expect(rows).toHaveLength(total)
      return rows.map((row) => [row.personName, row.phone])
    }
    expect(await seen('office')).toEqual([
      ['Lê Văn Bảy', '0988 777 666'],
      ['Nguyễn Thị Hạnh', '0912 345 678'],
    ])
    expect(await seen('leader')).toEqual([
      ['Lê Văn Bảy', null],
      ['Nguyễn Thị Hạnh', null],
    ])
    expect(await seen('communeOfficer')).toEqual([['Nguyễn Thị Hạnh', null]])
    expect(await seen('otherProducer')).toEqual([['Lê Văn Bảy', null]])
    expect(await seen('bodyOfficer')).toEqual([])
    const ledger = await db().selectFrom('auditEntry').select('payload').where('subjectId', '=', courseId).execute()
    expect(JSON.stringify(ledger)).not.toMatch(/0988|0912/)
  })

  test('lists hold what one may know: a planned course is the desk’s, an officials’ course no producer’s', async () => {
    const planned = await courseIn(world, 'planned')
    const officials = await courseIn(world, 'planned', { audience: 'officials', title: 'Lớp riêng cho cán bộ' })
    await as('office', (ctx) => openCourse(ctx, officials.courseId))
    const ids = async (who: Person) => (await listCourses(db(), await actorOf(world, who), all)).rows.map((row) => row.id)
    for (const [who, sees] of [
      ['advisor', [true, true]],
      ['communeLeader', [false, true]],
      ['producer', [false, false]],
      ['otherProvinceOffice', [false, false]],
    ] as const) {
      const listed = await ids(who)
      expect([who, listed.includes(planned.courseId), listed.includes(officials.courseId)]).toEqual([who, ...sees])
    }
    expect(await refused(ids('admin'))).toBe('notFound')
    expect((await listCourses(db(), await actorOf(world, 'office'), { ...all, search: 'lop rieng cho can bo' })).total).toBe(1)
    expect((await listCourses(db(), await actorOf(world, 'office'), { ...all, search: '100%' })).total).toBe(0)
  })
})

describe('certificates', () => {
  test('one press for all present, each its own number and paper; pressed again nobody gets a second', async () => {
    const { courseId, personId } = await courseIn(world, 'running')
    const late = await as('office', (ctx) =>
      addPerson(ctx, courseId, { personName: 'Lê Văn Bảy', role: 'producer', producer: '2807654321' }),
    )
    const absent = await as('office', (ctx) => addPerson(ctx, courseId, { personName: 'Người Vắng', role: 'other' }))
    await as('office', (ctx) => tickPresence(ctx, courseId, { shown: [personId, absent], present: [personId] }))
    const signer = { signerName: 'Đỗ Minh Tuấn', signerPost: 'Chánh Văn phòng' }
    const issue = () => as('office', (ctx) => issueTrainingCertificates(ctx, courseId, signer))
    expect(await refused(issue())).toBe('stateConflict')
    await as('office', (ctx) => holdCourse(ctx, courseId, {}))
    expect(await fieldsOf(as('office', (ctx) => issueTrainingCertificates(ctx, courseId, {})))).toEqual(['signerName', 'signerPost'])
    expect(await refused(as('leader', (ctx) => issueTrainingCertificates(ctx, courseId, signer)))).toBe('forbidden')
    expect(await issue()).toBe(1)
    expect(await refused(issue())).toBe('training.noneToCertify')
    // Ticked afterwards: one more, with the next number; who holds one is not made absent.
    await as('office', (ctx) => tickPresence(ctx, courseId, { shown: [personId, late], present: [late] }))
    expect(await issue()).toBe(1)
    const [one, two] = [await person(personId), await person(late)]
    expect(one.present).toBe(true)
    expect([one.certificateNumber, two.certificateNumber]).toEqual(['01/GCN-OCOP', '02/GCN-OCOP'])
    expect((await person(absent)).certificateNumber).toBeNull()
    const reads = async (who: Person) =>
      (await readableDocument(db(), await actorOf(world, who), one.certificateDocumentId ?? '', services.clock.now())) !== null
    for (const who of ['producer', 'office', 'leader'] as const) expect([who, await reads(who)]).toEqual([who, true])
    for (const who of ['otherProducer', 'communeOfficer', 'otherProvinceOffice', 'seat1'] as const)
      expect([who, await reads(who)]).toEqual([who, false])
    expect((await ownCertificates(db(), await actorOf(world, 'producer'))).map((row) => row.number)).toContain('01/GCN-OCOP')
    expect(await ownCertificates(db(), await actorOf(world, 'communeOfficer'))).toEqual([])
  })
})

describe('a list from a sheet', () => {
  test('an unknown producer is a named line; who is listed gets its presence; nothing is doubled', async () => {
    const { courseId, personId } = await courseIn(world, 'running')
    const head = ['Họ và tên', 'Thành phần', 'Chủ thể', 'Xã, phường', 'Điện thoại', 'Có mặt']
    const rows = [
      ['Nguyễn Thị Hạnh', 'Chủ thể', 'Hợp tác xã Vạn Triều', '', '0912 345 678', 'Có'],
      ['Lê Văn Bảy', '', '2807654321', '', '', ''],
      ['Trần Thị Lạ', 'Chủ thể', 'Hợp tác xã Không Có', '', '', 'x'],
      ['Cán bộ xã', 'Cán bộ', '', 'Phường Sầm Sơn', '', 'Không'],
      ['Số sai', 'Khác', '', '', 'gọi sau', 'có thể'],
    ]
    const { id } = await as('office', (ctx) =>
      checkSheet(ctx, 'nguoi-du-tap-huan', courseId, { name: 'lop.csv', bytes: csv([head, ...rows]) }),
    )
    const judged = await sheetRowsOf(db(), id, { outcome: null, page: 1, size: null })
    expect(judged.map((row) => [row.outcome, row.reasons.map((reason) => reason.column)])).toEqual([
      ['changed', []],
      ['new', []],
      ['bad', ['producer']],
      ['new', []],
      ['bad', expect.arrayContaining(['phone', 'present'])],
    ])
    await as('office', (ctx) => confirmSheet(ctx, id))
    expect(await person(personId)).toMatchObject({ present: true })
    const listed = await db()
      .selectFrom('trainingAttendance')
      .select(['personName', 'present', 'source'])
      .where('courseId', '=', courseId)
      .orderBy('nameFolded')
      .execute()
    expect(listed).toEqual([
      { personName: 'Cán bộ xã', present: false, source: 'import' },
      { personName: 'Lê Văn Bảy', present: true, source: 'import' },
      { personName: 'Nguyễn Thị Hạnh', present: true, source: 'registered' },
    ])
    for (const who of ['leader', 'producer'] as const)
      expect(await refused(as(who, (ctx) => checkSheet(ctx, 'nguoi-du-tap-huan', courseId, { name: 'lop.csv', bytes: csv([head]) })))).toBe(
        'forbidden',
      )
  })
})

describe('materials and papers', () => {
  test('a link or a file; out of use it is the desk’s alone; files open to whom the material is told', async () => {
    const input = { title: 'Bộ tài liệu tập huấn', framework: 'QĐ 4464/QĐ-BNN-VPĐP', topic: 'cycle', link: '' }
    expect(await fieldsOf(as('office', (ctx) => addMaterial(ctx, input, [])))).toEqual(['link'])
    expect(await fieldsOf(as('office', (ctx) => addMaterial(ctx, { ...input, link: 'javascript:alert(1)' }, [])))).toEqual(['link'])
    const file = await paperFile(onePagePdf(''), 'Tài liệu.pdf')
    const id = await as('office', (ctx) => addMaterial(ctx, input, [file]))
    const attached = await db().selectFrom('attachment').select('id').where('subjectId', '=', id).executeTakeFirstOrThrow()
    const reads = async (who: Person) => (await readableAttachment(db(), await actorOf(world, who), attached.id)) !== null
    expect([await reads('producer'), await reads('otherProvinceOffice'), await reads('admin')]).toEqual([true, false, false])
    await as('office', (ctx) => endMaterial(ctx, id))
    expect([await reads('producer'), await reads('advisor')]).toEqual([false, true])
    const query = { search: 'bo tai lieu', topic: null, courseId: null, page: 1, perPage: 10 }
    expect((await listMaterials(db(), await actorOf(world, 'producer'), query)).total).toBe(0)
    expect((await listMaterials(db(), await actorOf(world, 'office'), query)).rows).toMatchObject([
      { keep: false, framework: 'QĐ 4464/QĐ-BNN-VPĐP' },
    ])
    const { courseId } = await courseIn(world, 'open')
    await as('office', (ctx) => addCoursePapers(ctx, courseId, [file], 'Giấy mời'))
    expect(await refused(as('producer', (ctx) => addCoursePapers(ctx, courseId, [file], '')))).toBe('forbidden')
    expect(await refused(as('office', (ctx) => endMaterial(ctx, newId())))).toBe('notFound')
  })

  test('a course that begins soon is told once; the ledger is whole', async () => {
    await courseIn(world, 'open', { startsOn: '17/09/2026', endsOn: '17/09/2026' })
    expect(await remindCourses(services)).toBeGreaterThan(0)
    const told = () => db().selectFrom('notice').select('id').where('kind', '=', 'training.begins').execute()
    const before = (await told()).length
    await remindCourses(services)
    expect(await told()).toHaveLength(before)
    expect((await verifyLedger(db())).faults).toEqual([])
  })
})

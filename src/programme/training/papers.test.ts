import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import type { Ctx } from '../context.ts'
import { paperFile } from '../document/incoming.ts'
import { readableDocument } from '../access/access.ts'
import { readableAttachment } from '../access/attachments.ts'
import { addPerson } from './attendance.actions.ts'
import { ownCertificates } from './attendance.store.ts'
import { addCoursePapers, holdCourse } from './course.actions.ts'
import { addMaterial, endMaterial } from './material.actions.ts'
import { tickPresence } from './presence.actions.ts'
import { issueTrainingCertificates } from './training-certificate.actions.ts'
import { listMaterials } from './training.store.ts'
import { courseIn } from './training.fixture.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const as = <T>(person: Person, verb: (ctx: Ctx) => Promise<T>) => actAs(world, person, verb)
const person = (id: string) => db().selectFrom('trainingAttendance').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

test('one press for all present, each its own number and paper; pressed again nobody gets a second', async () => {
  const { courseId, personId } = await courseIn(world, 'running')
  const late = await as('office', (ctx) => addPerson(ctx, courseId, { personName: 'Lê Văn Bảy', role: 'producer', producer: '2807654321' }))
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

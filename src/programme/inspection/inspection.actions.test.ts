import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { newId } from '#/platform/database/id.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, HAU_LOC, makeWorld, people, SAM_SON, type Person, type World } from '#/testing/world.ts'
import { readableDocument } from '../access/access.ts'
import { readableAttachment } from '../access/attachments.ts'
import { attachmentsOf } from '../attachment/attachment.store.ts'
import type { Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { storedProduct } from '../certificate/certificate.fixture.ts'
import { cancelInspection, planInspection } from './inspection.actions.ts'
import { inspectable, INSPECTION_NOW, inspectionIn, inspectionInput, memberIds, recorded, recordForm } from './inspection.fixture.ts'
import { inspectionHistory, inspectionOf, listInspections, type InspectionQuery } from './inspection.store.ts'
import type { InspectionInput } from './inspection.ts'
import { noteSigning, recordInspection, refuseRecord, signRecord } from './record.actions.ts'
import { receiveSampleResult, takeSample } from './sample.actions.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices({ now: INSPECTION_NOW })
  world = await makeWorld(services)
})
afterAll(() => services.close())

const as = <T>(person: Person, verb: (ctx: Ctx) => Promise<T>) => actAs(world, person, verb)
const plan = (over: InspectionInput, members: readonly Person[] = ['office'], person: Person = 'office') => {
  const ids = members.map((one) => world.accounts[one])
  return as(person, (ctx) => planInspection(ctx, inspectionInput(world, { lead: ids[0], ...over }), { members: ids }))
}
const paper: IncomingFile = {
  fileName: 'phieu.pdf',
  mediaType: 'application/pdf',
  bytes: new TextEncoder().encode('%PDF-1.4 kết quả'),
  pageCount: 1,
}
const all: InspectionQuery = { search: '', kind: null, state: null, site: null, year: null, sort: 'recent', page: 1, perPage: 100 }
const seenBy = async (person: Person, query: Partial<InspectionQuery> = {}) =>
  (await listInspections(db(), await actorOf(world, person), { ...all, ...query })).rows.map((row) => row.id)

describe('planned', () => {
  test.each<[InspectionInput, string[]]>([
    [{ kind: 'party' }, ['kind']],
    [{ site: '' }, ['site']],
    [{ producer: '' }, ['producer']],
    [{ producer: 'Không có ai' }, ['producer']],
    [{ products: 'Không có gì' }, ['products']],
    [{ place: ' ' }, ['place']],
    [{ plannedOn: '30/02/2027' }, ['plannedOn']],
    [{ kind: 'adhoc', reason: '' }, ['reason']],
    [{ commune: 'Xã Không Có' }, ['commune']],
    [{ lead: '' }, ['lead']],
    [{ planId: 'rác' }, ['planId']],
    [{ planId: newId() }, ['planId']],
    [{ products: Array.from({ length: 31 }, (_, n) => `x${n}`).join('\n') }, ['products']],
  ])('%j is refused at %j', async (over, fields) => {
    expect(await fieldsOf(plan(over))).toEqual(fields)
  })

  test('a product of another producer is not of this inspection; its own is, with its certificate in force', async () => {
    const foreign = await storedProduct(world, 'Rượu của người khác', world.producers.other)
    expect(await fieldsOf(plan({ products: foreign }))).toEqual(['products'])
    const { id, certificateId } = await inspectionIn(world, 'planned')
    const { inspection, products } = await inspectionOf(db(), await actorOf(world, 'office'), id)
    expect(inspection).toMatchObject({ communeCode: SAM_SON, producer: 'Hợp tác xã Vạn Triều', state: 'planned' })
    expect(products).toMatchObject([{ certificateId, star: 4 }])
  })

  test('once, by the office alone', async () => {
    const twice = await Promise.allSettled([1, 2].map(() => plan({ place: 'Hai lần' })))
    expect(twice.map((end) => end.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    for (const person of people.filter((one) => one !== 'office' && one !== 'otherProvinceOffice'))
      expect([person, await refused(plan({ place: `Của ${person}` }, ['office'], person))]).toEqual([
        person,
        ['clerk', 'admin', ...people.filter((one) => one.startsWith('seat'))].includes(person) ? 'notFound' : 'forbidden',
      ])
  })

  test('nobody of the producer, and nobody with a conflict, is of the team; a leader decides and does not go', async () => {
    await db()
      .insertInto('roleGrant')
      .values({
        id: newId(),
        accountId: world.accounts.advisor,
        role: 'producer',
        authority: '38',
        provinceCode: '38',
        producerId: world.producers.other,
        validFrom: '2020-01-01',
        grantedBy: 'x',
        grantedAt: services.clock.now(),
      })
      .execute()
    const other = { producer: '2807654321', place: 'Hậu Lộc' }
    expect(await fieldsOf(plan(other, ['office', 'advisor']))).toEqual(['members'])
    expect(await fieldsOf(plan(other, ['office', 'leader']))).toEqual(['members'])
    expect(await fieldsOf(plan(other, ['office', 'producer']))).toEqual(['members'])
    expect(await fieldsOf(plan(other, ['otherProvinceOffice']))).toEqual(['members'])
    expect(await refused(plan({ ...other, others: 'Lê Văn Ba; Trưởng phòng; Sở Y tế' }, ['office', 'bodyOfficer']))).toBe('done')
    expect(await refused(plan({ place: 'Nơi khác' }, ['advisor']))).toBe('done')
  })

  test('an ad hoc inspection is told to nobody outside the desk and its team before its record, nor why and by whom it came', async () => {
    const { productId } = await inspectable(world)
    const source = { kind: 'report' as const, id: newId() }
    const members = [world.accounts.office, world.accounts.bodyOfficer]
    const input = inspectionInput(world, {
      kind: 'adhoc',
      reason: 'Người dân phản ánh nhãn sai.',
      place: 'Bất ngờ',
      products: productId,
      lead: members[0],
    })
    const id = await as('office', (ctx) => planInspection(ctx, input, { members, source }))
    const insiders: Person[] = ['office', 'leader', 'advisor', 'bodyOfficer']
    for (const person of ['producer', 'communeOfficer', 'communeLeader', 'otherProducer', 'otherCommuneOfficer', ...insiders] as const)
      expect([person, (await seenBy(person)).includes(id)]).toEqual([person, insiders.includes(person)])
    const told = await db().selectFrom('notice').select('accountId').where('subjectId', '=', id).execute()
    expect(told.map((one) => one.accountId)).toEqual([world.accounts.bodyOfficer])
    await recorded(world, id)
    for (const person of ['producer', 'communeOfficer'] as const) {
      const shown = await inspectionOf(db(), await actorOf(world, person), id)
      expect(shown.inspection).toMatchObject({ reason: '', sourceKind: null, sourceId: null })
      expect(JSON.stringify(shown)).not.toContain(source.id)
      expect(JSON.stringify(shown)).not.toContain('phản ánh')
    }
    expect((await inspectionOf(db(), await actorOf(world, 'office'), id)).inspection).toMatchObject({ sourceId: source.id })
    expect(await seenBy('otherProducer')).not.toContain(id)
    expect(await seenBy('otherCommuneOfficer')).not.toContain(id)
  })

  test('is called off once with a reason, and is then not recorded', async () => {
    const { id } = await inspectionIn(world, 'planned')
    expect(await fieldsOf(as('office', (ctx) => cancelInspection(ctx, id, { reason: '' })))).toEqual(['reason'])
    expect(await refused(as('bodyOfficer', (ctx) => cancelInspection(ctx, id, { reason: 'Mưa' })))).toBe('forbidden')
    await as('office', (ctx) => cancelInspection(ctx, id, { reason: 'Bão.' }))
    expect(await refused(as('office', (ctx) => cancelInspection(ctx, id, { reason: 'Bão.' })))).toBe('stateConflict')
    expect(await refused(recorded(world, id))).toBe('stateConflict')
  })
})

describe('the record', () => {
  const record = async (
    person: Person,
    id: string,
    form: Record<string, string> = {},
    over: { present?: string[]; version?: number } = {},
  ) => {
    const present = over.present ?? (await memberIds(world, id))
    return as(person, (ctx) =>
      recordInspection(ctx, id, recordForm(world, form), { present, photos: [], files: [], version: over.version ?? 1 }),
    )
  }

  test.each<[Record<string, string>, string[]]>([
    [{ doneOn: '02/03/2027' }, ['doneOn']],
    [{ metBy: '' }, ['metBy']],
    [{ findings: '' }, ['findings']],
    [{ 'n.label': '' }, ['n.label']],
    [{ 'v.label': 'maybe' }, ['v.label']],
    [{ 'v.producing': '', 'v.label': '', 'n.label': '' }, ['v.producing']],
    [{ 'n.trace': 'Không có tem.' }, ['v.trace']],
  ])('%j is refused at %j, and nothing is half-written', async (form, fields) => {
    const { id } = await inspectionIn(world, 'planned')
    expect(await fieldsOf(record('office', id, form))).toEqual(fields)
    expect(await db().selectFrom('inspectionAnswer').select('item').where('inspectionId', '=', id).execute()).toEqual([])
  })

  test('is written once, by the office or the team, with a number and frozen bytes that the inspected may read', async () => {
    const { id } = await inspectionIn(world, 'planned')
    expect(await fieldsOf(record('office', id, {}, { present: [newId()] }))).toEqual(['present'])
    expect(await refused(record('office', id, {}, { version: 7 }))).toBe('versionConflict')
    expect(await refused(record('producer', id))).toBe('forbidden')
    expect(await refused(record('leader', id))).toBe('forbidden')
    expect(await refused(record('otherProducer', id))).toBe('notFound')
    const ends = await Promise.allSettled([record('bodyOfficer', id), record('office', id)])
    expect(ends.map((end) => end.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { inspection, answers } = await inspectionOf(db(), await actorOf(world, 'producer'), id)
    expect(inspection.number).toMatch(/^\d+\/BB-VPĐP$/)
    expect(answers.map((answer) => [answer.item, answer.verdict])).toEqual([
      ['producing', 'good'],
      ['label', 'fault'],
    ])
    const readers = ['producer', 'communeOfficer', 'communeLeader', 'office', 'leader', 'advisor', 'clerk', 'bodyOfficer']
    for (const person of people) {
      const bytes = await readableDocument(db(), await actorOf(world, person), inspection.documentId ?? '', services.clock.now())
      expect([person, bytes !== null]).toEqual([person, readers.includes(person)])
    }
  })

  test('whoever got a conflict meanwhile was not there', async () => {
    const { id } = await inspectionIn(world, 'planned', { members: ['office', 'otherCommuneOfficer'], input: { commune: 'Xã Hậu Lộc' } })
    const grant = newId()
    await db()
      .insertInto('roleGrant')
      .values({
        id: grant,
        accountId: world.accounts.otherCommuneOfficer,
        role: 'producer',
        authority: '38',
        provinceCode: '38',
        producerId: world.producers.own,
        validFrom: '2020-01-01',
        grantedBy: 'x',
        grantedAt: services.clock.now(),
      })
      .execute()
    await record('office', id)
    await db().deleteFrom('roleGrant').where('id', '=', grant).execute()
    const { members, inspection } = await inspectionOf(db(), await actorOf(world, 'office'), id)
    expect(members.map((one) => [one.name, one.present])).toEqual([
      ['Đỗ Minh Tuấn', true],
      ['Hoàng Thị Nga', false],
    ])
    expect(inspection.communeCode).toBe(HAU_LOC)
  })

  test('is signed by the producer, or refused with its reason; once, and by nobody else', async () => {
    const { id } = await inspectionIn(world, 'recorded')
    expect(await refused(as('otherProducer', (ctx) => signRecord(ctx, id, {})))).toBe('notFound')
    expect(await refused(as('office', (ctx) => signRecord(ctx, id, {})))).toBe('forbidden')
    expect(await fieldsOf(as('producer', (ctx) => refuseRecord(ctx, id, {})))).toEqual(['reason'])
    await as('producer', (ctx) => refuseRecord(ctx, id, { reason: 'Chai đó không phải của chúng tôi.' }))
    expect(await refused(as('producer', (ctx) => signRecord(ctx, id, {})))).toBe('stateConflict')
    expect((await inspectionOf(db(), await actorOf(world, 'office'), id)).inspection).toMatchObject({
      state: 'unsigned',
      answer: 'Chai đó không phải của chúng tôi.',
    })
    const signed = await inspectionIn(world, 'signed')
    expect(await refused(as('producer', (ctx) => refuseRecord(ctx, signed.id, { reason: 'Thôi.' })))).toBe('stateConflict')
    const noted = await inspectionIn(world, 'recorded')
    expect(await fieldsOf(as('office', (ctx) => noteSigning(ctx, noted.id, { signing: 'refused' }, [])))).toEqual(['answer'])
    await as('office', (ctx) => noteSigning(ctx, noted.id, { signing: 'signed' }, [paper]))
    expect(await refused(as('office', (ctx) => noteSigning(ctx, noted.id, { signing: 'signed' }, [])))).toBe('stateConflict')
  })

  test('at a place of nobody in the registers it says at once how it ended', async () => {
    const { productId } = await inspectable(world)
    const id = await plan({ site: 'market', producer: '', products: productId, place: 'Chợ Sầm Sơn', commune: 'Phường Sầm Sơn' })
    expect(await fieldsOf(record('office', id))).toEqual(['signing'])
    expect(await fieldsOf(record('office', id, { signing: 'refused' }))).toEqual(['answer'])
    await record('office', id, { signing: 'refused', answer: 'Chủ quầy bỏ đi.' })
    expect((await inspectionOf(db(), await actorOf(world, 'communeOfficer'), id)).inspection).toMatchObject({
      state: 'unsigned',
      producer: null,
    })
    expect(await seenBy('producer')).not.toContain(id)
    expect(await seenBy('office', { search: 'cho sam son' })).toEqual([id])
  })

  test('photos come without place and camera, so other files are no photos', async () => {
    const { id } = await inspectionIn(world, 'planned')
    const present = await memberIds(world, id)
    const photo = { ...paper, fileName: 'anh.jpg', mediaType: 'image/jpeg' as const }
    const send = (files: IncomingFile[]) =>
      as('office', (ctx) => recordInspection(ctx, id, recordForm(world), { present, photos: [], files, version: 1 }))
    expect(await fieldsOf(send([photo]))).toEqual(['files'])
    await send([paper])
    const [file] = await attachmentsOf(db(), 'inspection', [id])
    for (const [person, reads] of [
      ['producer', true],
      ['communeOfficer', true],
      ['otherProducer', false],
      ['clerk', false],
    ] as const)
      expect([person, (await readableAttachment(db(), await actorOf(world, person), file?.id ?? '')) !== null]).toEqual([person, reads])
  })
})

test('a sample is written once, answered once, with the paper of the laboratory', async () => {
  const { id, productId } = await inspectionIn(world, 'recorded')
  const sample = { productId, what: 'Histamin', quantity: '2 chai 500 ml', laboratory: 'Trung tâm Kỹ thuật 1', dueOn: '10/03/2027' }
  const take = (over: object = {}, person: Person = 'bodyOfficer') => as(person, (ctx) => takeSample(ctx, id, { ...sample, ...over }))
  expect(await fieldsOf(take({ dueOn: '01/03/2027' }))).toEqual(['dueOn'])
  expect(await fieldsOf(take({ productId: newId() }))).toEqual(['productId'])
  expect(await refused(take({}, 'producer'))).toBe('forbidden')
  const sampleId = await take()
  expect(await fieldsOf(take())).toEqual(['what'])
  const result = { sampleId, verdict: 'fails', resultNumber: '12/KQ', resultOn: '01/03/2027', summary: 'Vượt ngưỡng.' }
  const receive = (over: object, files: IncomingFile[]) =>
    as('office', (ctx) => receiveSampleResult(ctx, id, { ...result, ...over }, files))
  expect(await fieldsOf(receive({}, []))).toEqual(['files'])
  expect(await fieldsOf(receive({ resultOn: '02/03/2027' }, [paper]))).toEqual(['resultOn'])
  expect(await refused(receive({ sampleId: newId() }, [paper]))).toBe('notFound')
  await receive({}, [paper])
  expect(await refused(receive({}, [paper]))).toBe('stateConflict')
})

test('every page a person may open is in its list and no other; the ledger holds every deed', async () => {
  const rows = await db().selectFrom('inspection').select('id').execute()
  for (const person of people) {
    const actor = await actorOf(world, person)
    const listed = await listInspections(db(), actor, all).then(
      (found) => found.rows.map((row) => row.id),
      (): string[] => [],
    )
    for (const { id } of rows) {
      const opens = await inspectionOf(db(), actor, id).then(
        () => true,
        () => false,
      )
      expect([person, id, opens]).toEqual([person, id, listed.includes(id)])
    }
  }
  const { id } = await inspectionIn(world, 'signed')
  expect((await inspectionHistory(db(), 'inspection', id)).map((line) => line.verb)).toEqual([
    'inspection.planned',
    'inspection.recorded',
    'inspection.signed',
  ])
  expect((await verifyLedger(db())).faults).toEqual([])
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { pinConflict } from '../council/conflict.actions.ts'
import { readyMember, releasedMeeting, type MeetingFixture } from '../council/council.fixture.ts'
import { startSheet } from '../council/sheet.actions.ts'
import { remindLateTests } from '../lab-test/late.job.ts'
import { askLabTest, cancelLabTest, receiveLabResult } from '../lab-test/lab-test.actions.ts'
import { labTestsOf } from '../lab-test/lab-test.store.ts'
import { labTransitions } from '../lab-test/lab-test.ts'
import { unreachable } from '../objection/objection.ts'
import { cancelVisit, planVisit, recordVisit } from './visit.actions.ts'
import { recordedVisit, visitForm } from './visit.fixture.ts'
import { visitCandidates, visitFor, visitMissing } from './visit.store.ts'
import { placeOnEarth, readRecord, visitTransitions } from './visit.ts'

let services: TestServices
let world: World
let meeting: MeetingFixture
const day = '10/11/2026'
const as = <T>(person: Parameters<typeof actAs>[1], verb: Parameters<typeof actAs<T>>[2]) => actAs(world, person, verb)

beforeAll(async () => {
  services = await testServices({ now: '2026-11-10T03:00:00Z' })
  world = await makeWorld(services)
  meeting = await releasedMeeting(world, [{}, { person: 'otherProducer', name: 'Du lịch cộng đồng', set: 26, case: 1 }])
  await services.database.db.updateTable('dossier').set({ proposedAt: services.clock.now() }).execute()
  for (const itemId of meeting.items) for (const person of ['seat4', 'seat5'] as const) await readyMember(world, person, itemId)
})
afterAll(() => services.close())

test('every state of a visit and of a laboratory test can be reached', () => {
  expect(unreachable(visitTransitions)).toEqual([])
  expect(unreachable(labTransitions)).toEqual([])
  expect(unreachable({ ...visitTransitions, planned: ['cancelled'] })).toEqual(['recorded'])
})

describe('the record of a visit', () => {
  const lines = [
    { code: '1.1', title: 'Cảnh quan' },
    { code: '1.2', title: 'Đón tiếp' },
  ]
  const form = { ...visitForm(day), 'v.1.1': 'matches' }

  test('asks for a remark where something differs, and for at least one criterion', () => {
    expect(() => readRecord({ ...form, 'v.1.2': 'differs' }, lines, '2026-11-10')).toThrow(
      expect.objectContaining({ fields: { 'n.1.2': expect.anything() } }),
    )
    expect(() => readRecord({ ...form, 'v.1.1': '' }, lines, '2026-11-10')).toThrow(expect.objectContaining({ code: 'invalid' }))
    expect(readRecord({ ...form, 'v.1.2': 'differs', 'n.1.2': 'Chưa có biển.' }, lines, '2026-11-10').answers).toHaveLength(2)
  })

  test('takes the place on earth as two decimals or not at all', () => {
    expect(placeOnEarth(readRecord({ ...form, latitude: '19,738', longitude: '105.902' }, lines, '2026-11-10'))).toBe(
      '19,738000; 105,902000',
    )
    expect(() => readRecord({ ...form, latitude: '19,738' }, lines, '2026-11-10')).toThrow(
      expect.objectContaining({ fields: { latitude: expect.anything() } }),
    )
    expect(() => readRecord({ ...form, latitude: '91', longitude: '1' }, lines, '2026-11-10')).toThrow(
      expect.objectContaining({ code: 'invalid' }),
    )
  })

  test('is not of a day to come', () => {
    expect(() => readRecord({ ...form, visitedOn: '11/11/2026' }, lines, '2026-11-10')).toThrow(
      expect.objectContaining({ fields: { visitedOn: expect.anything() } }),
    )
  })
})

describe('a tourism service', () => {
  test('is not scored before a visit with a voting member is on record (seed R25)', async () => {
    const itemId = meeting.items[1] ?? ''
    const dossierId = meeting.dossiers[1] ?? ''
    await expect(as('seat4', (ctx) => startSheet(ctx, itemId))).rejects.toMatchObject({ code: 'visit.missing' })
    await as('seat4', (ctx) => startSheet(ctx, meeting.items[0] ?? ''))
    await recordedVisit(world, dossierId, ['office', 'seat9'])
    expect(await visitMissing(services.database.db, services.regulations, itemId)).toBe(true)
    const visitId = await recordedVisit(world, dossierId, ['office', 'seat3'])
    await as('seat4', (ctx) => startSheet(ctx, itemId))
    const shown = await as('advisor', (ctx) => visitFor(ctx.tx, ctx.regulations, ctx.actor, visitId))
    expect(shown.visit.state).toBe('recorded')
    // The only voting member who went is recused afterwards: the visit no longer counts.
    await as('office', (ctx) => pinConflict(ctx, itemId, { accountId: world.accounts.seat3, cause: 'contract', reason: 'Ký hợp đồng' }))
    expect(await visitMissing(services.database.db, services.regulations, itemId)).toBe(true)
    await expect(as('seat5', (ctx) => startSheet(ctx, itemId))).rejects.toMatchObject({ code: 'visit.missing' })
  })

  test('is never visited by whoever is recused', async () => {
    const dossier = { id: meeting.dossiers[1] ?? '', authority: '38' }
    const people = await visitCandidates(services.database.db, dossier, '2026-11-10')
    expect(people.map((one) => one.accountId)).not.toContain(world.accounts.seat3)
    await expect(
      as('office', (ctx) => planVisit(ctx, dossier.id, { plannedOn: day, place: 'x' }, [world.accounts.seat3])),
    ).rejects.toMatchObject({ code: 'invalid', fields: { members: expect.anything() } })
  })
})

test('a visit is planned, recorded and called off by the office alone, and once', async () => {
  const dossierId = meeting.dossiers[0] ?? ''
  const plan = (person: 'office' | 'leader' | 'producer' | 'otherProvinceOffice' | 'seat1') =>
    as(person, (ctx) => planVisit(ctx, dossierId, { plannedOn: day, place: 'Xưởng' }, [world.accounts.seat4]))
  await expect(plan('leader')).rejects.toMatchObject({ code: 'forbidden' })
  for (const person of ['producer', 'otherProvinceOffice', 'seat1'] as const)
    await expect(plan(person)).rejects.toMatchObject({ code: 'notFound' })
  const id = await plan('office')
  await expect(plan('office')).rejects.toMatchObject({ code: 'stateConflict' })
  const record = (version: number) =>
    as('office', (ctx) => recordVisit(ctx, id, visitForm(day), { present: [world.accounts.seat4], photos: [], version }))
  await expect(record(7)).rejects.toMatchObject({ code: 'versionConflict' })
  expect((await record(1)).number).toMatch(/BB-VPĐP$/)
  await expect(record(2)).rejects.toMatchObject({ code: 'stateConflict' })
  await expect(as('office', (ctx) => cancelVisit(ctx, id, { reason: 'mưa bão' }))).rejects.toMatchObject({ code: 'stateConflict' })
})

describe('a laboratory test', () => {
  const ask = {
    askedBy: 'council',
    criterion: '',
    what: 'Histamin',
    why: 'Hội đồng đề nghị',
    laboratory: 'Trung tâm Kỹ thuật 1',
    dueOn: '20/11/2026',
  }
  const paper = {
    fileName: 'phieu.pdf',
    mediaType: 'application/pdf' as const,
    bytes: new TextEncoder().encode('%PDF-1.4 kết quả'),
    pageCount: 1,
  }

  test('is asked for by letter, received once with its file, and tells when it is late (seed R53)', async () => {
    const dossierId = meeting.dossiers[0] ?? ''
    await expect(as('office', (ctx) => askLabTest(ctx, dossierId, { ...ask, dueOn: day }))).rejects.toMatchObject({
      fields: { dueOn: expect.anything() },
    })
    const { id, number } = await as('office', (ctx) => askLabTest(ctx, dossierId, ask))
    // Pressed twice: no second letter, no second number.
    await expect(as('office', (ctx) => askLabTest(ctx, dossierId, ask))).rejects.toMatchObject({ code: 'stateConflict' })
    expect(number).toMatch(/CV-OCOP$/)
    expect(await remindLateTests(services)).toBe(0)
    services.clock.set('2026-11-21T03:00:00Z')
    expect(await remindLateTests(services)).toBe(1)
    const result = { resultNumber: '12/KQ', resultOn: '20/11/2026', verdict: 'meets', summary: 'Histamin 80 mg/kg.' }
    const receive = (files: readonly (typeof paper)[]) => as('office', (ctx) => receiveLabResult(ctx, id, result, { files, version: 1 }))
    await expect(receive([])).rejects.toMatchObject({ fields: { files: expect.anything() } })
    await receive([paper])
    await expect(receive([paper])).rejects.toMatchObject({ code: 'stateConflict' })
    await expect(as('office', (ctx) => cancelLabTest(ctx, id, { reason: 'thôi' }))).rejects.toMatchObject({ code: 'stateConflict' })
    const [line] = await labTestsOf(services.database.db, dossierId)
    expect(line).toMatchObject({ state: 'received', verdict: 'meets', files: [{ fileName: 'phieu.pdf' }] })
    expect(await remindLateTests(services)).toBe(0)
  })
})

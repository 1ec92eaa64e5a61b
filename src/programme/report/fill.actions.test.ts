// The unit's side of a report: computed, filled, made ready, approved, and who may not.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, SAM_SON, type Person, type World } from '#/testing/world.ts'
import { recognised } from '../indicator/indicator.fixture.ts'
import { computeJob, startCompute } from './compute.actions.ts'
import { figuresOf, rowsBehind } from './figures.store.ts'
import { fileNothing, markReady, saveReport, unready } from './fill.actions.ts'
import { acceptReport, approveReport, takeBackReport } from './judge.actions.ts'
import { computed, filled, ofSamSon, openedCall, sent } from './report.fixture.ts'
import { anyReport, listReports } from './report.store.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices({ now: '2026-06-05T02:00:00Z' })
})
beforeEach(async () => {
  services.clock.set('2026-06-05T02:00:00Z')
  await emptied(services)
  world = await makeWorld(services)
})
afterAll(() => services.close())

const report = (id: string) => db().selectFrom('report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const reason = { reason: 'Theo chỉ đạo.' }

describe('a report', () => {
  test('is computed, filled, made ready by the officer, approved and locked by the leader’s name, accepted above', async () => {
    await recognised(world, { on: '2026-03-01', communeCode: SAM_SON })
    // After the cut-off: an estimate at most, not a figure.
    await recognised(world, { on: '2026-06-02', communeCode: SAM_SON })
    const { samSon } = await openedCall(world)
    await sent(world, samSon, ofSamSon)
    const row = await report(samSon)
    expect(row).toMatchObject({ state: 'approved', approverName: 'Lê Văn Ký', filedOn: '2026-06-05' })
    expect((await figuresOf(db(), samSon)).get('star.new')).toMatchObject({ numerator: 1, origin: 'computed' })
    const behind = await rowsBehind(db(), samSon, 'star.new', { part: 'numerator', words: '', page: 1, size: 10 })
    expect(behind.total).toBe(1)
    const paper = await db().selectFrom('document').select(['kind', 'number']).where('id', '=', row.documentId).executeTakeFirstOrThrow()
    expect(paper).toEqual({ kind: 'programmeReport', number: '01/BC-UBND' })
    // Records of later days change nothing of it.
    await recognised(world, { on: '2026-04-01', communeCode: SAM_SON })
    await expect(actAs(world, 'communeOfficer', (ctx) => startCompute(ctx, samSon))).rejects.toMatchObject({ code: 'stateConflict' })
    expect((await figuresOf(db(), samSon)).get('star.new')?.numerator).toBe(1)
    await actAs(world, 'office', (ctx) => acceptReport(ctx, samSon))
    await expect(actAs(world, 'communeLeader', (ctx) => takeBackReport(ctx, samSon, reason))).rejects.toMatchObject({
      code: 'stateConflict',
    })
  })

  test('is not ready before it is computed and complete, and says what is missing', async () => {
    const { samSon } = await openedCall(world)
    const ready = () => actAs(world, 'communeOfficer', (ctx) => markReady(ctx, samSon))
    await expect(ready()).rejects.toMatchObject({ code: 'report.notComputed' })
    await computed(world, 'communeOfficer', samSon)
    await expect(ready()).rejects.toMatchObject({
      code: 'report.incomplete',
      params: { missing: expect.stringContaining('Cuộc kiểm tra, giám sát: chưa nhập số') },
    })
    await filled(world, 'communeOfficer', samSon, 0)
    await ready()
    await expect(ready()).rejects.toMatchObject({ code: 'stateConflict' })
  })

  test('the leader who made it ready does not approve it; another does; the officer never', async () => {
    const { samSon } = await openedCall(world)
    await computed(world, 'communeLeader', samSon)
    await filled(world, 'communeLeader', samSon)
    await actAs(world, 'communeLeader', (ctx) => markReady(ctx, samSon))
    const approve = (person: Person) => actAs(world, person, (ctx) => approveReport(ctx, samSon, {}))
    await expect(approve('communeLeader')).rejects.toMatchObject({ code: 'report.sameHand' })
    await expect(approve('communeOfficer')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(approve('otherCommuneLeader')).rejects.toMatchObject({ code: 'notFound' })
    await expect(approve('office')).rejects.toMatchObject({ code: 'forbidden' })
    await actAs(world, 'communeOfficer', (ctx) => unready(ctx, samSon))
    await actAs(world, 'communeOfficer', (ctx) => markReady(ctx, samSon))
    await approve('communeLeader')
  })

  test('two leaders approving at once: one does, the other is told, one number is used', async () => {
    const { samSon } = await openedCall(world)
    await computed(world, 'communeOfficer', samSon)
    await filled(world, 'communeOfficer', samSon)
    await actAs(world, 'communeOfficer', (ctx) => markReady(ctx, samSon))
    const ends = await Promise.allSettled([1, 2].map(() => actAs(world, 'communeLeader', (ctx) => approveReport(ctx, samSon, {}))))
    expect(ends.map((end) => end.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await db().selectFrom('document').select('id').where('kind', '=', 'programmeReport').execute()).toHaveLength(1)
  })

  test('nothing to report is a filed zero; it is refused where the records tell of something', async () => {
    const { samSon, hauLoc } = await openedCall(world)
    await recognised(world, { on: '2026-03-01', communeCode: SAM_SON })
    await computed(world, 'communeOfficer', samSon)
    await expect(actAs(world, 'communeOfficer', (ctx) => fileNothing(ctx, samSon, reason))).rejects.toMatchObject({
      code: 'report.notNothing',
    })
    await computed(world, 'otherCommuneOfficer', hauLoc)
    await actAs(world, 'otherCommuneOfficer', (ctx) => fileNothing(ctx, hauLoc, reason))
    await actAs(world, 'otherCommuneLeader', (ctx) => approveReport(ctx, hauLoc, {}))
    expect(await report(hauLoc)).toMatchObject({ state: 'approved', nothingToReport: true, filedOn: '2026-06-05' })
    services.clock.set('2026-07-01T02:00:00Z')
    const office = await actorOf(world, 'office')
    const late = await listReports(db(), office, { ...anyReport, late: true }, '2026-07-01')
    expect(late.rows.map((row) => row.unitName)).toContain('Phường Sầm Sơn')
    expect(late.rows.map((row) => row.unitName)).not.toContain('Xã Hậu Lộc')
  })

  test.each([
    ['v.lead.papers', '-1'],
    ['v.lead.papers', '1,5'],
    ['v.lead.papers', '1000000000000001'],
    ['v.lead.papers', 'nhiều'],
    ['c.lead.text', 'x'.repeat(20_001)],
  ])('%s = %s is refused and nothing of the form is saved', async (field, value) => {
    const { samSon } = await openedCall(world)
    const bad = { 'v.lead.checks': '4', [field]: value }
    await expect(actAs(world, 'communeOfficer', (ctx) => saveReport(ctx, samSon, bad, 1))).rejects.toMatchObject({
      fields: { [field]: expect.anything() },
    })
    expect((await figuresOf(db(), samSon)).size).toBe(0)
  })

  test('a second tab never writes over the first, and a computed figure cannot be typed', async () => {
    const { samSon } = await openedCall(world)
    const save = (version: number) =>
      actAs(world, 'communeOfficer', (ctx) => saveReport(ctx, samSon, { 'v.lead.checks': '4', 'v.star.new': '99' }, version))
    await save(1)
    await expect(save(1)).rejects.toMatchObject({ code: 'versionConflict' })
    expect((await figuresOf(db(), samSon)).get('star.new')).toBeUndefined()
  })

  test('an estimate below what is done is refused', async () => {
    const { samSon } = await openedCall(world)
    const save = actAs(world, 'communeOfficer', (ctx) => saveReport(ctx, samSon, { 'v.lead.checks': '4', 'e.lead.checks': '3' }, 1))
    await expect(save).rejects.toMatchObject({ fields: { 'e.lead.checks': expect.anything() } })
  })
})

describe('computing', () => {
  test('a job delivered twice, or cut and begun again, ends with the same figures, once', async () => {
    await recognised(world, { on: '2026-03-01', communeCode: SAM_SON })
    const { samSon } = await openedCall(world)
    const run = await actAs(world, 'communeOfficer', (ctx) => startCompute(ctx, samSon))
    const data = { reportId: samSon, run, accountId: world.accounts.communeOfficer }
    // Cut in the middle: some rows are done, the run still stands.
    await db().updateTable('report').set({ computeDone: 3 }).where('id', '=', samSon).execute()
    await Promise.all([computeJob(services, data), computeJob(services, data)])
    await computeJob(services, data)
    expect(await report(samSon)).toMatchObject({ computeRun: null, stale: false })
    expect((await figuresOf(db(), samSon)).get('star.new')?.numerator).toBe(1)
    const entries = await db().selectFrom('auditEntry').select('seq').where('verb', '=', 'report.computed').execute()
    expect(entries).toHaveLength(1)
  })

  test('a run that was begun anew, or whose starter lost the role, does nothing', async () => {
    const { samSon } = await openedCall(world)
    const old = await actAs(world, 'communeOfficer', (ctx) => startCompute(ctx, samSon))
    const run = await actAs(world, 'communeOfficer', (ctx) => startCompute(ctx, samSon))
    await computeJob(services, { reportId: samSon, run: old, accountId: world.accounts.communeOfficer })
    await computeJob(services, { reportId: samSon, run, accountId: world.accounts.otherCommuneOfficer })
    expect((await figuresOf(db(), samSon)).size).toBe(0)
    await expect(actAs(world, 'communeOfficer', (ctx) => markReady(ctx, samSon))).rejects.toMatchObject({ code: 'report.computing' })
  })
})

// A call from opening to the locked provincial report, and what goes wrong on the way.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, SAM_SON, type Person, type World } from '#/testing/world.ts'
import { recognised } from '../indicator/indicator.fixture.ts'
import { changeReportCall, closeReportCall, openReportCall, planReportCall } from './call.actions.ts'
import { computeJob, startCompute } from './compute.actions.ts'
import { figuresOf, rowsBehind } from './figures.store.ts'
import { fileNothing, goWithout, markReady, saveReport, unready } from './fill.actions.ts'
import {
  acceptAll,
  acceptReport,
  approveReport,
  excuseReport,
  extendReport,
  reopenReport,
  restateFigure,
  sendBackReport,
  takeBackReport,
} from './judge.actions.ts'
import { callInput, computed, filled, ofBody, ofHauLoc, ofSamSon, openedCall, sent } from './report.fixture.ts'
import { anyReport, besidesOf, listReports } from './report.store.ts'

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

async function planned(): Promise<string> {
  const input = await callInput(world, 'halfYear')
  return actAs(world, 'office', (ctx) => planReportCall(ctx, input))
}

describe('a call', () => {
  test('keeps period, cut-off and due day apart, and "trước ngày 15/6" is in time until the 14th', async () => {
    const { callId, own, samSon } = await openedCall(world, { partsBeforeOn: '10/06/2026' })
    const call = await db().selectFrom('reportCall').selectAll().where('id', '=', callId).executeTakeFirstOrThrow()
    expect(call).toMatchObject({
      periodTo: '2026-06-30',
      cutOffOn: '2026-05-31',
      beforeOn: '2026-06-15',
      dueOn: '2026-06-14',
      partsDueOn: '2026-06-09',
    })
    expect((await report(own)).dueOn).toBe('2026-06-14')
    expect((await report(samSon)).dueOn).toBe('2026-06-09')
  })

  test('opens with one report for each commune of the era, each body asked and the desk; the desk waits', async () => {
    const callId = await planned()
    const made = await actAs(world, 'office', (ctx) => openReportCall(ctx, callId))
    expect(made).toBe(166 + 1 + 1)
    const rows = await db().selectFrom('report').select(['communeCode', 'state', 'upperAuthority']).where('callId', '=', callId).execute()
    expect(new Set(rows.map((row) => row.communeCode)).size).toBe(167)
    expect(rows.filter((row) => row.state === 'waiting')).toMatchObject([{ communeCode: null, upperAuthority: null }])
    await expect(actAs(world, 'office', (ctx) => openReportCall(ctx, callId))).rejects.toMatchObject({ code: 'stateConflict' })
    const told = await db().selectFrom('notice').select('accountId').where('kind', '=', 'report.asked').execute()
    expect(told.map((one) => one.accountId).toSorted()).toEqual(
      [world.accounts.communeOfficer, world.accounts.otherCommuneOfficer, world.accounts.bodyOfficer].toSorted(),
    )
  })

  test('of a time with districts: communes report to their district, or straight up where districts are not asked', async () => {
    const old = { periodFrom: '01/01/2024', periodTo: '30/06/2024', cutOffOn: '31/05/2024', beforeOn: '15/06/2024', bodies: [] }
    const skipped = await openedCall(world, old)
    const straight = await db()
      .selectFrom('report')
      .select('id')
      .where('callId', '=', skipped.callId)
      .where('communeCode', 'is not', null)
      .where('parentId', '<>', skipped.own)
      .execute()
    expect(straight).toEqual([])
    const over = await openedCall(world, { ...old, title: 'Có cấp huyện', desks: '1' })
    const rows = await db()
      .selectFrom('report')
      .select(['authority', 'communeCode', 'parentId', 'upperAuthority', 'id'])
      .where('callId', '=', over.callId)
      .execute()
    const desks = rows.filter((row) => row.communeCode === null && row.parentId !== null)
    expect(desks).toHaveLength(26)
    const commune = rows.find((row) => row.communeCode !== null)
    expect(desks.find((desk) => desk.id === commune?.parentId)?.authority).toBe(commune?.upperAuthority)
    // Codes of that era name other places: nobody of today sees their reports but the desk.
    expect((await listReports(db(), await actorOf(world, 'communeOfficer'), anyReport, '2026-06-05')).total).toBe(0)
  })

  test.each([
    [{ title: ' ' }, 'title'],
    [{ formId: 'x' }, 'formId'],
    [{ periodTo: '31/12/2025' }, 'periodTo'],
    [{ cutOffOn: '01/07/2026' }, 'cutOffOn'],
    [{ beforeOn: '31/05/2026' }, 'beforeOn'],
    [{ partsBeforeOn: '16/06/2026' }, 'partsBeforeOn'],
    [{ beforeOn: '31/02/2026' }, 'beforeOn'],
  ])('%j is refused at %s', async (bad, field) => {
    const input = { ...(await callInput(world, 'halfYear')), ...bad }
    await expect(actAs(world, 'office', (ctx) => planReportCall(ctx, input))).rejects.toMatchObject({
      fields: { [field]: expect.anything() },
    })
  })

  test('is changed while planned, never over another’s change, and not once open', async () => {
    const input = await callInput(world, 'halfYear')
    const callId = await actAs(world, 'office', (ctx) => planReportCall(ctx, input))
    const change = (version: number) =>
      actAs(world, 'office', (ctx) => changeReportCall(ctx, callId, { ...input, beforeOn: '20/06/2026' }, version))
    expect(await change(1)).toBe(2)
    await expect(change(1)).rejects.toMatchObject({ code: 'versionConflict' })
    await actAs(world, 'office', (ctx) => openReportCall(ctx, callId))
    await expect(change(3)).rejects.toMatchObject({ code: 'stateConflict' })
  })

  test.each([
    ['leader', 'forbidden'],
    ['advisor', 'forbidden'],
    ['communeLeader', 'notFound'],
    ['bodyOfficer', 'notFound'],
    ['otherProvinceOffice', 'notFound'],
  ] as const)('%s opens none: %s', async (person, code) => {
    const callId = await planned()
    await expect(actAs(world, person, (ctx) => openReportCall(ctx, callId))).rejects.toMatchObject({ code })
  })
})

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

describe('above and below', () => {
  test('the desk waits for those below, sums them beside its own count, and locks; then nothing below moves until it is reopened from the top', async () => {
    await recognised(world, { on: '2026-03-01', communeCode: SAM_SON })
    const { callId, own, samSon, hauLoc, body } = await openedCall(world)
    await expect(actAs(world, 'office', (ctx) => markReady(ctx, own))).rejects.toMatchObject({ code: 'stateConflict' })
    await sent(world, samSon, ofSamSon, 3)
    await sent(world, hauLoc, ofHauLoc, 4)
    expect((await report(own)).state).toBe('waiting')
    await sent(world, body, ofBody, 5)
    expect((await report(own)).state).toBe('open')
    await computed(world, 'office', own)
    const figures = await figuresOf(db(), own)
    expect(figures.get('star.new')).toMatchObject({ numerator: 1, lowerNumerator: 1, lowerUnits: 2 })
    expect(figures.get('lead.checks')).toMatchObject({ numerator: 12, origin: 'lower', lowerUnits: 3 })
    // The desk adds its own work to what came from below.
    await filled(world, 'office', own, 15)
    await actAs(world, 'office', (ctx) => markReady(ctx, own))
    expect((await report(samSon)).state).toBe('accepted')
    await actAs(world, 'leader', (ctx) => approveReport(ctx, own, {}))
    expect((await figuresOf(db(), own)).get('lead.checks')).toMatchObject({ numerator: 15, lowerNumerator: 12, origin: 'hand' })
    await expect(actAs(world, 'office', (ctx) => reopenReport(ctx, samSon, reason))).rejects.toMatchObject({ code: 'report.parentLocked' })
    await expect(actAs(world, 'office', (ctx) => sendBackReport(ctx, samSon, { remark: 'Xem lại' }))).rejects.toMatchObject({
      code: 'report.parentLocked',
    })
    await expect(actAs(world, 'office', (ctx) => reopenReport(ctx, own, reason))).rejects.toMatchObject({ code: 'forbidden' })
    await actAs(world, 'leader', (ctx) => reopenReport(ctx, own, reason))
    await actAs(world, 'office', (ctx) => reopenReport(ctx, samSon, reason))
    expect(await report(own)).toMatchObject({ state: 'waiting', stale: true })
    expect(await report(samSon)).toMatchObject({ state: 'open', filedOn: '2026-06-05' })
    await actAs(world, 'communeOfficer', (ctx) => markReady(ctx, samSon))
    await actAs(world, 'communeLeader', (ctx) => approveReport(ctx, samSon, {}))
    await expect(actAs(world, 'office', (ctx) => markReady(ctx, own))).rejects.toMatchObject({ code: 'report.notComputed' })
    await computed(world, 'office', own)
    await actAs(world, 'office', (ctx) => markReady(ctx, own))
    await actAs(world, 'leader', (ctx) => approveReport(ctx, own, {}))
    await actAs(world, 'office', (ctx) => closeReportCall(ctx, callId))
    const papers = await db().selectFrom('document').select(['correctsId']).where('subjectId', '=', own).orderBy('id').execute()
    expect(papers.map((paper) => paper.correctsId === null)).toEqual([true, false])
  })

  test('is sent back by row with remarks, answered and sent again; it was filed on its first day', async () => {
    const { samSon, own } = await openedCall(world)
    await sent(world, samSon, ofSamSon)
    const back = (input: Record<string, string>) => actAs(world, 'office', (ctx) => sendBackReport(ctx, samSon, input))
    await expect(back({})).rejects.toMatchObject({ fields: { remark: expect.anything() } })
    await back({ 'remark.lead.checks': 'Ghi rõ số cuộc.' })
    expect(await report(samSon)).toMatchObject({ state: 'sentBack', approvedBy: null, filedOn: '2026-06-05' })
    const [remark] = (await besidesOf(db(), samSon)).remarks
    const version = (await report(samSon)).version
    services.clock.set('2026-06-20T02:00:00Z')
    await actAs(world, 'communeOfficer', (ctx) =>
      saveReport(ctx, samSon, { 'v.lead.checks': '6', 'e.lead.checks': '6', [`answer.${remark?.id}`]: 'Đã sửa.' }, version),
    )
    await actAs(world, 'communeOfficer', (ctx) => markReady(ctx, samSon))
    await actAs(world, 'communeLeader', (ctx) => approveReport(ctx, samSon, {}))
    expect((await besidesOf(db(), samSon)).remarks).toMatchObject([{ rowCode: 'lead.checks', answer: 'Đã sửa.' }])
    expect((await report(samSon)).filedOn).toBe('2026-06-05')
    expect(await report(own)).toMatchObject({ stale: false, state: 'waiting' })
  })

  test('is pulled back by its leader until it is accepted, and then counts as not filed', async () => {
    const { samSon, own, hauLoc, body } = await openedCall(world)
    for (const [id, people] of [
      [samSon, ofSamSon],
      [hauLoc, ofHauLoc],
      [body, ofBody],
    ] as const)
      await sent(world, id, people)
    expect((await report(own)).state).toBe('open')
    await actAs(world, 'communeLeader', (ctx) => takeBackReport(ctx, samSon, reason))
    expect(await report(samSon)).toMatchObject({ state: 'open', filedOn: null })
    expect((await report(own)).state).toBe('waiting')
    expect(await actAs(world, 'office', (ctx) => acceptAll(ctx, own))).toBe(2)
    await expect(actAs(world, 'otherCommuneLeader', (ctx) => takeBackReport(ctx, hauLoc, reason))).rejects.toMatchObject({
      code: 'stateConflict',
    })
  })

  test('the desk goes on without a unit that did not send, and a unit excused is neither missing nor zero', async () => {
    const { samSon, own, hauLoc, body } = await openedCall(world)
    await sent(world, samSon, ofSamSon)
    await actAs(world, 'office', (ctx) => excuseReport(ctx, body, reason))
    expect((await report(own)).state).toBe('waiting')
    await expect(actAs(world, 'office', (ctx) => goWithout(ctx, own, { reason: ' ' }))).rejects.toMatchObject({ code: 'invalid' })
    await actAs(world, 'office', (ctx) => goWithout(ctx, own, reason))
    expect((await report(own)).state).toBe('open')
    const [entry] = await db().selectFrom('auditEntry').select('payload').where('verb', '=', 'report.wentWithout').execute()
    expect(entry?.payload).toMatchObject({ missing: ['Xã Hậu Lộc'] })
    const missing = await listReports(db(), await actorOf(world, 'office'), { ...anyReport, missing: true }, '2026-06-05')
    expect(missing.rows.map((row) => row.id).toSorted()).toEqual([own, hauLoc].toSorted())
    await computed(world, 'office', own)
    // One that comes late marks the sum as out of date.
    await sent(world, hauLoc, ofHauLoc)
    expect(await report(own)).toMatchObject({ state: 'open', stale: true })
  })

  test('more time is granted by name and reason, within the due day above, and runs out by itself', async () => {
    const { samSon, own } = await openedCall(world, { partsBeforeOn: '10/06/2026' })
    const extend = (person: Person, id: string, dueOn: string) => actAs(world, person, (ctx) => extendReport(ctx, id, { dueOn, ...reason }))
    await expect(extend('office', samSon, '09/06/2026')).rejects.toMatchObject({ fields: { dueOn: expect.anything() } })
    await expect(extend('office', samSon, '15/06/2026')).rejects.toMatchObject({ fields: { dueOn: expect.anything() } })
    await expect(extend('communeLeader', samSon, '12/06/2026')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(extend('otherProvinceOffice', samSon, '12/06/2026')).rejects.toMatchObject({ code: 'notFound' })
    await extend('office', samSon, '12/06/2026')
    await expect(extend('office', own, '20/06/2026')).rejects.toMatchObject({ code: 'forbidden' })
    await extend('leader', own, '20/06/2026')
    expect((await besidesOf(db(), samSon)).extensions).toMatchObject([
      { dueBefore: '2026-06-09', dueAfter: '2026-06-12', granterName: 'Đỗ Minh Tuấn' },
    ])
    const late = async (today: string) =>
      (await listReports(db(), await actorOf(world, 'communeOfficer'), { ...anyReport, late: true }, today)).total
    expect([await late('2026-06-12'), await late('2026-06-13')]).toEqual([0, 1])
  })

  test('a correction of a locked figure stands beside it with its reason', async () => {
    const { samSon } = await openedCall(world)
    const restate = (person: Person, numerator: string) =>
      actAs(world, person, (ctx) => restateFigure(ctx, samSon, { row: 'lead.checks', numerator, ...reason }))
    await expect(restate('communeOfficer', '4')).rejects.toMatchObject({ code: 'stateConflict' })
    await sent(world, samSon, ofSamSon, 3)
    await expect(restate('communeOfficer', '3')).rejects.toMatchObject({ fields: { numerator: expect.anything() } })
    await expect(restate('office', '4')).rejects.toMatchObject({ code: 'forbidden' })
    await restate('communeOfficer', '4')
    expect((await figuresOf(db(), samSon)).get('lead.checks')?.numerator).toBe(3)
    expect((await besidesOf(db(), samSon)).restatements).toMatchObject([{ numerator: 4, reason: reason.reason, makerName: 'Lê Văn Định' }])
  })
})

describe('periods', () => {
  test('the December estimate is trued up in the next half-year: what came after the cut-off is neither lost nor counted twice', async () => {
    await recognised(world, { on: '2026-03-01', communeCode: SAM_SON })
    await recognised(world, { on: '2026-12-20', communeCode: SAM_SON })
    await recognised(world, { on: '2027-02-01', communeCode: SAM_SON })
    services.clock.set('2026-11-20T02:00:00Z')
    const year = await openedCall(world, {}, 'year', 2026)
    await sent(world, year.samSon, ofSamSon, 20)
    services.clock.set('2027-06-03T02:00:00Z')
    const half = await openedCall(world, {}, 'halfYear', 2027)
    await computed(world, 'communeOfficer', half.samSon)
    await filled(world, 'communeOfficer', half.samSon, 5, { 't.lead.checks': '26' })
    expect((await figuresOf(db(), year.samSon)).get('star.new')?.numerator).toBe(1)
    const figures = await figuresOf(db(), half.samSon)
    expect(figures.get('star.new')).toMatchObject({ numerator: 1, trueUp: 2, carried: 2, cumulative: 3 })
    // Typed: 20 reported in November, 26 when the year was over, 5 since.
    expect(figures.get('lead.checks')).toMatchObject({ numerator: 5, trueUp: 26, carried: 26, cumulative: 31 })
    expect(figures.get('lead.papers')).toMatchObject({ numerator: 5, trueUp: null, carried: 20, cumulative: 25 })
  })

  test('a jump against the last report of the kind asks for a reason', async () => {
    const first = await openedCall(world)
    await sent(world, first.samSon, ofSamSon, 10)
    services.clock.set('2027-06-03T02:00:00Z')
    const next = await openedCall(world, {}, 'halfYear', 2027)
    await computed(world, 'communeOfficer', next.samSon)
    await filled(world, 'communeOfficer', next.samSon, 30)
    const ready = () => actAs(world, 'communeOfficer', (ctx) => markReady(ctx, next.samSon))
    await expect(ready()).rejects.toMatchObject({ code: 'report.incomplete' })
    const reasons = Object.fromEntries(
      ['lead.papers', 'lead.checks', 'promo.hand', 'news.hand'].map((code) => [`p.${code}`, 'Mở rộng địa bàn sau sắp xếp.']),
    )
    await filled(world, 'communeOfficer', next.samSon, 30, reasons)
    await ready()
  })
})

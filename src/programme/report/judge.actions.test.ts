// What desks do with the reports below them, and what stays as it was locked.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, SAM_SON, type Person, type World } from '#/testing/world.ts'
import { recognised } from '../indicator/indicator.fixture.ts'
import { closeReportCall } from './call.actions.ts'
import { figuresOf } from './figures.store.ts'
import { goWithout, markReady, saveReport } from './fill.actions.ts'
import {
  acceptAll,
  approveReport,
  excuseReport,
  extendReport,
  reopenReport,
  restateFigure,
  sendBackReport,
  takeBackReport,
} from './judge.actions.ts'
import { computed, filled, ofBody, ofHauLoc, ofSamSon, openedCall, sent } from './report.fixture.ts'
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

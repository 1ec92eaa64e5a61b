// A call: planned with its three kinds of days, opened with one report for each unit.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type World } from '#/testing/world.ts'
import { changeReportCall, openReportCall, planReportCall } from './call.actions.ts'
import { callInput, openedCall } from './report.fixture.ts'
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

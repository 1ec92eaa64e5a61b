import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fixedClock } from '#/platform/clock/clock.ts'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, SAM_SON, type Person, type World } from '#/testing/world.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { readableAttachment } from '../access/attachments.ts'
import { attachmentsOf } from '../attachment/attachment.store.ts'
import { paperFile, type IncomingFile } from '../document/incoming.ts'
import { adjustPlan, submitPlan } from '../programme-plan/plan.actions.ts'
import { removePart, savePart } from '../programme-plan/part.actions.ts'
import { issuedPlan, issueForm, taskInput } from '../programme-plan/plan.fixture.ts'
import { planFor } from '../programme-plan/plan.store.ts'
import { unitsOfProvince } from '../units/units.store.ts'
import { issuePlan } from './issue.actions.ts'
import { instancesFor } from './make.ts'
import { remindTasks } from './remind.job.ts'
import { addTask, extendWork, reopenWork, reportWork } from './task.actions.ts'
import { boardOf, listWorks, reportsOf, workFor, type WorkQuery } from './task.store.ts'
import { isLate } from './task.ts'

let services: TestServices
let world: World
let planId: string
let familyId: string
let paper: IncomingFile
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  planId = await issuedPlan(world)
  familyId = (await planFor(db(), await actorOf(world, 'office'), planId)).plan.familyId
  paper = await paperFile(onePagePdf(), 'bien-ban.pdf')
})
afterAll(() => services.close())

const db = () => services.database.db
const any: WorkQuery = {
  search: '',
  state: null,
  part: null,
  when: null,
  month: null,
  familyId: null,
  body: null,
  sort: 'due',
  page: 1,
  perPage: 500,
}
const worksOf = async (person: Person, scope: 'own' | 'kept' = 'own', query: Partial<WorkQuery> = {}, today = '2026-01-01') =>
  (await listWorks(db(), await actorOf(world, person), scope, { ...any, ...query }, today)).rows
const bodyWork = async () => (await worksOf('bodyOfficer', 'own', { familyId }))[0]?.id ?? ''
const communeWork = async () => (await worksOf('communeOfficer', 'own', { familyId }))[0]?.id ?? ''
const report = (person: Person, id: string, input: Record<string, unknown>, version: number, files: IncomingFile[] = []) =>
  actAs(world, person, (ctx) => reportWork(ctx, id, input, { files, version }))
const versionOf = async (id: string) => (await workFor(db(), await actorOf(world, 'office'), id)).work.version

describe('the work a task makes', () => {
  const span = { startsOn: '2026-01-01', dueOn: '2026-06-30' }
  const body = (part: 'lead' | 'co', name: string, bodyId: string | null = null) => ({ part, name, bodyId, roster: null })
  const roster = () => [
    { name: 'UBND xã A', bodyId: null, communeCode: '1' },
    { name: 'UBND xã B', bodyId: null, communeCode: '2' },
  ]

  test('each body once, as lead before co-operator; each commune of a roster; each time with its own days', () => {
    const bodies = [body('co', 'Sở Y tế', 'y'), body('lead', 'Sở Y tế', 'y'), { ...body('co', 'UBND các xã'), roster: 'communes' as const }]
    const made = instancesFor({ ...span, recurrence: 'quarterly', bodies }, roster)
    expect(made.map((one) => [one.startsOn, one.dueOn, one.works.length])).toEqual([
      ['2026-01-01', '2026-03-31', 3],
      ['2026-04-01', '2026-06-30', 3],
    ])
    expect(made[0]?.works.map((work) => [work.part, work.bodyName])).toEqual([
      ['lead', 'Sở Y tế'],
      ['co', 'UBND xã A'],
      ['co', 'UBND xã B'],
    ])
  })

  test('late begins the day after the due day, and never for what is done', () => {
    expect([
      isLate({ state: 'open', dueOn: '2026-06-30' }, '2026-06-30'),
      isLate({ state: 'doing', dueOn: '2026-06-30' }, '2026-07-01'),
    ]).toEqual([false, true])
    expect(isLate({ state: 'done', dueOn: '2026-06-30' }, '2027-01-01')).toBe(false)
  })

  test('an issued plan gives work to the body, the name nobody stands for, and every commune of the province', async () => {
    const works = await worksOf('office', 'kept', { familyId })
    const communes = await unitsOfProvince(db() as never, 'e2025', '38')
    expect(works.filter((work) => work.code === 'N02')).toHaveLength(communes.length)
    expect(works.filter((work) => work.code === 'N01').map((work) => [work.part, work.body, work.dueOn])).toEqual([
      ['lead', 'Sở Công Thương', '2026-09-30'],
      ['co', 'Liên minh Hợp tác xã tỉnh', '2026-09-30'],
    ])
    expect((await worksOf('communeOfficer', 'own', { familyId })).map((work) => [work.body, work.dueOn])).toEqual([
      ['UBND phường Sầm Sơn', '2026-08-14'],
    ])
  })
})

describe('reporting', () => {
  test('rubbish, a reason missing, an old version, the wrong person', async () => {
    const id = await bodyWork()
    expect(await fieldsOf(report('bodyOfficer', id, { state: 'x', percent: '101' }, 1))).toEqual(['content', 'percent', 'state'])
    expect(await fieldsOf(report('bodyOfficer', id, { state: 'notNeeded' }, 1))).toEqual(['content'])
    for (const person of ['office', 'leader', 'advisor'] as const)
      expect(await refused(report(person, id, { state: 'done', content: 'x' }, 1))).toBe('forbidden')
    for (const person of ['communeOfficer', 'otherProvinceOffice', 'clerk', 'admin', 'producer'] as const)
      expect(await refused(report(person, id, { state: 'done', content: 'x' }, 1))).toBe('notFound')
    expect(await refused(report('bodyOfficer', 'rubbish', { state: 'done', content: 'x' }, 1))).toBe('notFound')
    expect(await refused(report('otherCommuneOfficer', await communeWork(), { state: 'done', content: 'x' }, 1))).toBe('notFound')
    expect((await reportsOf(db(), id)).reports).toEqual([])
  })

  test('with evidence; sent twice it is one report; a further one corrects it and both stay', async () => {
    const id = await bodyWork()
    const doing = { state: 'doing', percent: '40', content: 'Đã mở một lớp.', difficulties: 'Thiếu giảng viên.' }
    const both = await Promise.all([1, 2].map(() => refused(report('bodyOfficer', id, doing, 1, [paper]))))
    expect(new Set(both)).toEqual(new Set(['done', 'versionConflict']))
    await report('bodyOfficer', id, { state: 'done', content: 'Xong hai lớp.' }, 2)
    const { reports } = await reportsOf(db(), id)
    expect(reports.map((one) => [one.state, one.percent])).toEqual([
      ['done', 100],
      ['doing', 40],
    ])
    const [file] = await attachmentsOf(
      db(),
      'taskReport',
      reports.map((one) => one.id),
    )
    const opens = async (person: Person) => (await readableAttachment(db(), await actorOf(world, person), file?.id ?? '')) !== null
    expect(await Promise.all((['bodyOfficer', 'office', 'leader', 'communeOfficer', 'otherProvinceOffice'] as const).map(opens))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })

  test('opened again by the office alone, with a reason', async () => {
    const id = await bodyWork()
    expect(await refused(actAs(world, 'bodyOfficer', (ctx) => reopenWork(ctx, id, 'x')))).toBe('forbidden')
    expect(await fieldsOf(actAs(world, 'office', (ctx) => reopenWork(ctx, id, ' ')))).toEqual(['reason'])
    await actAs(world, 'office', (ctx) => reopenWork(ctx, id, 'Thiếu danh sách học viên.'))
    expect(await refused(actAs(world, 'office', (ctx) => reopenWork(ctx, id, 'Lần nữa.')))).toBe('stateConflict')
    expect((await workFor(db(), await actorOf(world, 'bodyOfficer'), id)).work).toMatchObject({ state: 'doing' })
  })

  test('more time: only further, by name and reason; the promised day stays', async () => {
    const id = await bodyWork()
    const extend = (person: Person, dueOn: string, reason = 'Mưa bão.') =>
      actAs(world, person, (ctx) => extendWork(ctx, id, { dueOn, reason }))
    expect(await refused(extend('bodyOfficer', '15/10/2026'))).toBe('forbidden')
    expect(await fieldsOf(extend('office', '30/09/2026'))).toEqual(['dueOn'])
    expect(await fieldsOf(extend('office', '15/10/2026', ''))).toEqual(['reason'])
    await extend('office', '15/10/2026')
    expect((await workFor(db(), await actorOf(world, 'office'), id)).work).toMatchObject({ dueOn: '2026-10-15', promisedOn: '2026-09-30' })
    expect((await reportsOf(db(), id)).extensions).toMatchObject([
      { dueBefore: '2026-09-30', dueAfter: '2026-10-15', name: 'Đỗ Minh Tuấn' },
    ])
  })
})

test('a task out of turn begins at once; sent twice it is one', async () => {
  const { version } = (await planFor(db(), await actorOf(world, 'office'), planId)).plan
  const input = { ...taskInput, code: 'N90', title: 'Gian hàng tại lễ hội', lead: 'Sở Công Thương', co: '' }
  const add = (person: Person = 'office') => refused(actAs(world, person, (ctx) => addTask(ctx, planId, input, version)))
  expect(await add('leader')).toBe('forbidden')
  expect(await add()).toBe('done')
  expect(await add()).toBe('versionConflict')
  expect((await worksOf('bodyOfficer', 'own', { search: 'gian hang' })).map((work) => work.body)).toEqual(['Sở Công Thương'])
})

test('the board counts what the lists show', async () => {
  const today = '2026-12-01'
  const actor = await actorOf(world, 'office')
  for (const by of ['plan', 'body', 'period'] as const) {
    const rows = await boardOf(db(), actor, by, today)
    for (const row of rows.slice(0, 3)) {
      const filter = by === 'plan' ? { familyId: row.key } : by === 'body' ? { body: row.key } : { month: row.key }
      for (const when of ['late', 'silent', 'soon'] as const)
        expect([by, row.key, when, (await worksOf('office', 'kept', { ...filter, when }, today)).length]).toEqual([
          by,
          row.key,
          when,
          row[when],
        ])
      expect((await worksOf('office', 'kept', filter, today)).length).toBe(row.total)
    }
  }
  const [commune] = await boardOf(db(), await actorOf(world, 'communeOfficer'), 'plan', today)
  expect(commune).toBeUndefined()
})

describe('reminders', () => {
  const notices = async (person: Person) =>
    (
      await db()
        .selectFrom('notice')
        .select(['kind', 'params'])
        .where('accountId', '=', world.accounts[person])
        .where('kind', 'like', 'task.%')
        .orderBy('createdAt')
        .execute()
    ).map((one) => one.kind)
  const runOn = (day: string) => remindTasks({ ...services, clock: fixedClock(`${day}T07:20:00+07:00`) })

  test('before, on the day, late, then the leader; each once however often the job runs', async () => {
    expect(await runOn('2026-08-01')).toBe(0)
    await runOn('2026-08-07')
    await runOn('2026-08-10')
    expect(await notices('communeOfficer')).toEqual(['task.dueSoon'])
    await runOn('2026-08-14')
    await runOn('2026-08-14')
    expect(await notices('communeOfficer')).toEqual(['task.dueSoon', 'task.dueToday'])
    expect(await notices('leader')).toEqual([])
    await runOn('2026-08-15')
    expect(await notices('communeOfficer')).toEqual(['task.dueSoon', 'task.dueToday', 'task.late'])
    expect(await notices('office')).toEqual(['task.lateOffice'])
    await runOn('2026-08-21')
    expect(await notices('leader')).toEqual([])
    await runOn('2026-08-22')
    await runOn('2026-09-30')
    expect(await notices('leader')).toEqual(['task.lateLeader'])
    expect(await notices('otherProvinceOffice')).toEqual([])
  })

  test('after an outage the newest state is told, not what was missed; what is done is not mentioned', async () => {
    const id = await communeWork()
    await report('communeOfficer', id, { state: 'done', content: 'Xong.' }, await versionOf(id))
    const before = (await notices('communeOfficer')).length
    await runOn('2026-12-20')
    expect((await notices('communeOfficer')).length).toBe(before)
  })
})

test('an adjusted plan: unchanged work goes on with its reports, a task taken out ends with the reason, a new one begins', async () => {
  const id = await communeWork()
  const next = await actAs(world, 'office', (ctx) => adjustPlan(ctx, planId, 'Bỏ việc tập huấn'))
  let version = 2
  version = await actAs(world, 'office', (ctx) => removePart(ctx, next, { kind: 'task', key: 'N01' }, version))
  await actAs(world, 'office', (ctx) =>
    savePart(ctx, next, { kind: 'task', key: null }, { ...taskInput, code: 'N03', title: 'Việc mới' }, version),
  )
  await actAs(world, 'office', (ctx) => submitPlan(ctx, next))
  await actAs(world, 'leader', (ctx) => issuePlan(ctx, next, issueForm))
  expect((await workFor(db(), await actorOf(world, 'communeOfficer'), id)).work).toMatchObject({
    planId: next,
    state: 'done',
    ended: false,
  })
  expect((await worksOf('communeOfficer', 'own', { familyId })).map((work) => work.id)).toEqual([id])
  expect((await worksOf('office', 'kept', { familyId, search: 'tap huan' })).length).toBe(0)
  expect((await worksOf('bodyOfficer', 'own', { familyId })).map((work) => work.code).toSorted()).toEqual(['N03', 'N90'])
  const ended = await db()
    .selectFrom('taskWork as w')
    .innerJoin('taskInstance as i', 'i.id', 'w.instanceId')
    .innerJoin('taskReport as r', 'r.workId', 'w.id')
    .select(['w.state', 'r.content'])
    .where('i.familyId', '=', familyId)
    .where('i.taskCode', '=', 'N01')
    .where('r.content', 'like', 'Kế hoạch được điều chỉnh%')
    .execute()
  expect(ended.length).toBe(2)
  expect(new Set(ended.map((one) => one.state))).toEqual(new Set(['notNeeded']))
  expect((await verifyLedger(db())).faults).toEqual([])
  expect(SAM_SON).toBe((await workFor(db(), await actorOf(world, 'office'), id)).work.communeCode)
})

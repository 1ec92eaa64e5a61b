// Forms as templates an office can change: a form in use stays, a report begun keeps its own revision.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { broken } from '../doctor/doctor.ts'
import { reportInvariants } from '../doctor/invariants.report.ts'
import { dropForm, removeFormRow, reviseForm, saveFormRow, takeShippedForms, useForm } from './form.actions.ts'
import { formById, formsOf, usedForms } from './form.store.ts'
import { differenceOf, rowsOf } from './form.ts'
import { saveReport } from './fill.actions.ts'
import { remindReports } from './remind.job.ts'
import { formId, openedCall, ofSamSon, sent } from './report.fixture.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices({ now: '2026-06-05T02:00:00Z' })
  world = await makeWorld(services)
})
afterAll(() => services.close())

const row = { code: 'new.row', title: 'Gian hàng', kind: 'hand', unit: 'gian', measure: 'flow', section: '3' }
const office = <T>(verb: Parameters<typeof actAs<T>>[2]) => actAs(world, 'office', verb)

test('the forms that come with the program are taken once', async () => {
  expect(await office((ctx) => takeShippedForms(ctx))).toBe(5)
  expect(await office((ctx) => takeShippedForms(ctx))).toBe(0)
  expect(await usedForms(db(), '38')).toHaveLength(5)
  expect(await formsOf(db(), '37')).toEqual([])
})

test('a form in use is changed by a new revision: reports not begun move, one begun keeps its own', async () => {
  const { samSon, hauLoc } = await openedCall(world)
  await actAs(world, 'communeOfficer', (ctx) => saveReport(ctx, samSon, { 'v.lead.checks': '2' }, 1))
  const used = await formId(world, 'halfYear')
  await expect(office((ctx) => saveFormRow(ctx, used, row, 1))).rejects.toMatchObject({ code: 'report.formInUse' })
  const draft = await office((ctx) => reviseForm(ctx, used))
  await expect(office((ctx) => reviseForm(ctx, used))).rejects.toMatchObject({ code: 'stateConflict' })
  await expect(office((ctx) => useForm(ctx, draft, 1))).rejects.toMatchObject({ code: 'stateConflict' })
  await office((ctx) => saveFormRow(ctx, draft, row, 1))
  await expect(office((ctx) => saveFormRow(ctx, draft, row, 1))).rejects.toMatchObject({ code: 'versionConflict' })
  await office((ctx) => removeFormRow(ctx, draft, 'news.hand', 2))
  const moved = await office((ctx) => useForm(ctx, draft, 3))
  const formOf = async (id: string) => (await db().selectFrom('report').select('formId').where('id', '=', id).executeTakeFirst())?.formId
  expect([await formOf(samSon), await formOf(hauLoc)]).toEqual([used, draft])
  // The desk's own, Hậu Lộc's and the body's.
  expect(moved).toBe(3)
  const [before, after] = [await formById(db(), used), await formById(db(), draft)]
  expect(before?.state).toBe('ended')
  expect(before && after && differenceOf(before.content, after.content)).toMatchObject([
    { code: 'new.row', change: 'added' },
    { code: 'news.hand', change: 'removed' },
  ])
})

test.each([
  [{ ...row, code: 'Mã Dòng' }, 'code'],
  [{ ...row, title: '' }, 'title'],
  [{ ...row, kind: 'other' }, 'kind'],
  [{ ...row, section: '99' }, 'section'],
  [{ ...row, kind: 'indicator', indicator: 'no-such' }, 'indicator'],
  [{ ...row, kind: 'indicator', indicator: 'recognised-new', params: 'sao 4' }, 'params'],
  [{ ...row, kind: 'indicator', indicator: 'recognised-new', params: '{"star": 9}' }, '_form'],
])('%j is refused at %s', async (bad, field) => {
  const draft = await office(async (ctx) =>
    reviseForm(ctx, (await usedForms(ctx.tx, '38')).find((form) => form.kind === 'adHoc')?.id ?? ''),
  )
  await expect(office((ctx) => saveFormRow(ctx, draft, bad, 1))).rejects.toMatchObject({ fields: { [field]: expect.anything() } })
  await office((ctx) => dropForm(ctx, draft, 1))
})

test('a row moves to another section, and a section without rows goes', async () => {
  const draft = await office(async (ctx) =>
    reviseForm(ctx, (await usedForms(ctx.tx, '38')).find((form) => form.kind === 'commendation')?.id ?? ''),
  )
  await office((ctx) => saveFormRow(ctx, draft, { code: 'proposals', title: 'Đề nghị', kind: 'proposals', newSection: 'Phần mới' }, 1))
  const content = (await formById(db(), draft))?.content
  expect(content?.sections.map((section) => section.title)).toEqual(['I. Thành tích chung', 'Phần mới'])
  expect(content && rowsOf(content).map((one) => one.code)).toEqual(['merit.text', 'star.new', 'proposals'])
})

test.each([['leader'], ['advisor']] as const)('%s reads forms and changes none', async (person) => {
  await expect(actAs(world, person, (ctx) => takeShippedForms(ctx))).rejects.toMatchObject({ code: 'forbidden' })
})

test('units are reminded before the due day and once when late, and an excused or filed report never', async () => {
  const { samSon } = await openedCall(world)
  await sent(world, samSon, ofSamSon)
  const told = async (kind: string) =>
    (await db().selectFrom('notice').select('accountId').where('kind', '=', kind).execute()).map((one) => one.accountId)
  services.clock.set('2026-06-08T02:00:00Z')
  await remindReports(services)
  expect(await told('report.soon')).toEqual([])
  services.clock.set('2026-06-09T02:00:00Z')
  await remindReports(services)
  await remindReports(services)
  const soon = await told('report.soon')
  expect(soon).toContain(world.accounts.otherCommuneOfficer)
  // Of this call it is sent; of the call of the test before it is not.
  expect(soon.filter((one) => one === world.accounts.communeOfficer)).toHaveLength(1)
  services.clock.set('2026-06-15T02:00:00Z')
  await remindReports(services)
  expect(await told('report.late')).toContain(world.accounts.bodyOfficer)
})

test.each(reportInvariants.map((invariant) => [invariant.name, invariant] as const))(
  'over all of this holds %s',
  async (_name, invariant) => {
    expect(await broken(db(), invariant.sql)).toEqual({ count: 0, rows: [] })
  },
)

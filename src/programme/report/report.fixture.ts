// Calls and reports for tests, made with the verbs.
import { actAs, actorOf, type Person, type World } from '#/testing/world.ts'
import { formatDate } from '#/platform/text/format.ts'
import { openReportCall, planReportCall } from './call.actions.ts'
import { computeJob, startCompute } from './compute.actions.ts'
import { saveReport, markReady } from './fill.actions.ts'
import { takeShippedForms } from './form.actions.ts'
import { usedForms } from './form.store.ts'
import { asked, rowsOf, type ReportKind } from './form.ts'
import { formById } from './form.store.ts'
import { approveReport } from './judge.actions.ts'
import { reportFor } from './report.load.ts'
import { unitKindOf } from './report.policy.ts'
import { usualDays } from './report.ts'

export async function formId(world: World, kind: ReportKind): Promise<string> {
  await actAs(world, 'office', (ctx) => takeShippedForms(ctx))
  const form = (await usedForms(world.services.database.db, '38')).find((one) => one.kind === kind)
  if (!form) throw new Error(`no form ${kind}`)
  return form.id
}

export async function callInput(world: World, kind: ReportKind, year = 2026) {
  const days = usualDays(kind === 'halfYear' ? 'halfYear' : 'year', year)
  return {
    formId: await formId(world, kind),
    title: kind === 'halfYear' ? `Báo cáo 6 tháng đầu năm ${year}` : `Báo cáo năm ${year}`,
    periodFrom: formatDate(days.from),
    periodTo: formatDate(days.to),
    cutOffOn: formatDate(days.cutOff),
    beforeOn: formatDate(days.before),
    partsBeforeOn: '',
    source: 'S3:276',
    desks: '',
    communes: '1',
    bodies: [world.bodies.departments[1]],
  }
}

/** An open call and the reports the tests walk: the desk's, Sầm Sơn's, Hậu Lộc's, Sở Công Thương's. The other communes are excused. */
export async function openedCall(world: World, over: Record<string, unknown> = {}, kind: ReportKind = 'halfYear', year = 2026) {
  const { db } = world.services.database
  const input = { ...(await callInput(world, kind, year)), ...over }
  const callId = await actAs(world, 'office', (ctx) => planReportCall(ctx, input))
  await actAs(world, 'office', (ctx) => openReportCall(ctx, callId))
  const reports = await db.selectFrom('report').select(['id', 'communeCode', 'bodyId', 'parentId']).where('callId', '=', callId).execute()
  const idOf = (is: (one: (typeof reports)[number]) => boolean) => reports.find(is)?.id ?? ''
  const ids = {
    callId,
    own: idOf((one) => one.parentId === null),
    samSon: idOf((one) => one.communeCode === '16531'),
    hauLoc: idOf((one) => one.communeCode === '16012'),
    body: idOf((one) => one.bodyId !== null),
  }
  // The test province has 166 communes; two are walked.
  await db
    .updateTable('report')
    .set({ state: 'notExpected', reason: 'test' })
    .where('callId', '=', callId)
    .where(
      'id',
      'not in',
      Object.values(ids).filter((id) => id !== ''),
    )
    .execute()
  return ids
}

export async function computed(world: World, person: Person, reportId: string): Promise<void> {
  const run = await actAs(world, person, (ctx) => startCompute(ctx, reportId))
  const actor = await actorOf(world, person)
  await computeJob(world.services, { reportId, run, accountId: actor.accountId })
}

/** Every typed figure and text of a report, `figure` in each. */
export async function filled(world: World, person: Person, reportId: string, figure = 3, over: Record<string, string> = {}): Promise<void> {
  const { db } = world.services.database
  const { report } = await reportFor(db, await actorOf(world, person), reportId)
  const form = await formById(db, report.formId)
  const input: Record<string, string> = {}
  for (const row of form ? rowsOf(asked(form.content, unitKindOf(report))) : []) {
    if (row.kind === 'text') input[`c.${row.code}`] = 'Đã thực hiện theo kế hoạch.'
    if (row.kind === 'hand') input[`v.${row.code}`] = String(figure)
    if (row.kind === 'hand' && row.measure === 'flow') input[`e.${row.code}`] = String(figure + 2)
  }
  await actAs(world, person, (ctx) => saveReport(ctx, reportId, { ...input, ...over }, report.version))
}

/** Computed, filled, ready and approved by its people. */
export async function sent(world: World, reportId: string, people: readonly [Person, Person], figure = 3): Promise<void> {
  const [fills, signs] = people
  await computed(world, fills, reportId)
  await filled(world, fills, reportId, figure)
  await actAs(world, fills, (ctx) => markReady(ctx, reportId))
  await actAs(world, signs, (ctx) => approveReport(ctx, reportId, { signer: 'Lê Văn Ký' }))
}

export const ofSamSon = ['communeOfficer', 'communeLeader'] as const
export const ofHauLoc = ['otherCommuneOfficer', 'otherCommuneLeader'] as const
export const ofBody = ['bodyOfficer', 'bodyOfficer'] as const

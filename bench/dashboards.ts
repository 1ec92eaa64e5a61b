// The dashboards as pages over HTTP, and a province's yearly report computed as its job does, on the full register with five years of records.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { heldJobs } from '#/platform/jobs/jobs.ts'
import { act, type Services } from '#/programme/context.ts'
import { openServices } from '#/programme/open.ts'
import type { Actor } from '#/programme/people/actor.ts'
import { loadActor } from '#/programme/people/people.store.ts'
import { openReportCall, planReportCall } from '#/programme/report/call.actions.ts'
import { runCompute, startCompute } from '#/programme/report/compute.actions.ts'
import { takeShippedForms } from '#/programme/report/form.actions.ts'
import { usedForms } from '#/programme/report/form.store.ts'
import { usualDays } from '#/programme/report/report.ts'
import { timed, visit, type Visits } from './measure.ts'
import { signIn, type UnderTest } from './under-test.ts'

/** `first`: nothing was kept yet, as once a minute. */
export type Dashboard = { page: string; first: number } & Visits

const pages = [
  ['dashboard of a province', '/tong-quan'],
  ['dashboard, one commune', '/tong-quan?xa=16531'],
  ['dashboard, a day of last year', `/tong-quan?den=31/12/${new Date().getFullYear() - 1}`],
  ['targets of the plan, computed anew', '/chi-tieu'],
] as const

/** Forty visits of each by one reader after another. */
export async function measureDashboards(server: UnderTest): Promise<Dashboard[]> {
  const cookie = await signIn(server.url, 'leader')
  const found: Dashboard[] = []
  for (const [page, path] of pages) {
    const first = await visit([server.url + path], { times: 1, readers: 1, cookie })
    found.push({ page, first: first.p50, ...(await visit([server.url + path], { times: 40, readers: 1, cookie })) })
  }
  return found
}

/** The desk's own yearly report of last year: every row of the form computed and kept with the rows behind it, one transaction a row. */
export async function measureYearlyReport(databaseUrl: string, dataDir: string): Promise<{ rows: number; kept: number; ms: number }> {
  const opened = await openServices({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir }, { baseUrl: 'http://127.0.0.1' })
  const services = { ...opened, jobs: heldJobs() }
  try {
    const office = await actorNamed(services, 'office')
    const reportId = await yearlyReport(services, office)
    const run = await act(services, office, (ctx) => startCompute(ctx, reportId))
    const { ms } = await timed(() => runCompute(services, office, reportId, run))
    const { rows } = await services.database.run(
      `select (select count(*)::int from report_figure where report_id = $1) as rows, (select count(*)::int from report_figure_row where report_id = $1) as kept`,
      [reportId],
    )
    return { ...(rows[0] as { rows: number; kept: number }), ms }
  } finally {
    await services.close()
  }
}

async function actorNamed(services: Services, username: string): Promise<Actor> {
  const { db } = services.database
  const { id } = await db.selectFrom('authUser').select('id').where('username', '=', username).executeTakeFirstOrThrow()
  const actor = await loadActor(db, id, services.clock.now())
  if (!actor) throw new Error(`${username} has no account`)
  return actor
}

async function yearlyReport(services: Services, office: Actor): Promise<string> {
  const { db } = services.database
  await act(services, office, (ctx) => takeShippedForms(ctx))
  const form = (await usedForms(db, office.authority)).find((one) => one.kind === 'year')
  if (!form) throw new Error('no form of a yearly report')
  const year = Number(plainDateOf(services.clock.now()).slice(0, 4)) - 1
  const days = usualDays('year', year)
  const callId = await act(services, office, (ctx) =>
    planReportCall(ctx, {
      formId: form.id,
      title: `Báo cáo năm ${year}`,
      periodFrom: formatDate(days.from),
      periodTo: formatDate(days.to),
      cutOffOn: formatDate(days.cutOff),
      beforeOn: formatDate(days.before),
      partsBeforeOn: '',
      source: 'S3:276',
      desks: '',
      communes: '',
      bodies: [],
    }),
  )
  await act(services, office, (ctx) => openReportCall(ctx, callId))
  const { id } = await db
    .selectFrom('report')
    .select('id')
    .where('callId', '=', callId)
    .where('parentId', 'is', null)
    .executeTakeFirstOrThrow()
  return id
}

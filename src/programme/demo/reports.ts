// Reports of the demo province: the half-year call of 2026 with its communes in several states and the desk's own locked, and the yearly call now open.
import { addDays, daysBetween, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { act, type Ctx, type Services } from '../context.ts'
import type { Actor } from '../people/actor.ts'
import { openReportCall, planReportCall } from '../report/call.actions.ts'
import { runCompute, startCompute, contentOf } from '../report/compute.actions.ts'
import { goWithout, markReady, saveReport } from '../report/fill.actions.ts'
import { takeShippedForms } from '../report/form.actions.ts'
import { usedForms } from '../report/form.store.ts'
import { rowsOf, type ReportKind } from '../report/form.ts'
import { approveReport } from '../report/judge.actions.ts'
import { reportFor } from '../report/report.load.ts'
import { usualDays } from '../report/report.ts'
import { SAM_SON, type DemoPeople } from './people.ts'
import { daysAgo } from './walk.ts'

const texts = 'Đã quán triệt, phân công từng thành viên Ban Chỉ đạo; hướng dẫn chủ thể hoàn thiện hồ sơ, nhãn mác, truy xuất nguồn gốc.'

export async function makeReports(services: Services, people: DemoPeople): Promise<void> {
  const { db } = services.database
  const [office, leader] = [await people.as('office'), await people.as('leader')]
  const [officer, communeLeader] = [await people.as('communeOfficer'), await people.as('communeLeader')]
  await act(services, office, (ctx) => takeShippedForms(ctx))
  const today = plainDateOf(services.clock.now())
  const year = Number(today.slice(0, 4))

  const call = async (
    at: Services,
    kind: ReportKind,
    title: string,
    days: { from: string; to: string; cutOff: string; before: string },
  ) => {
    const form = (await usedForms(db, office.authority)).find((one) => one.kind === kind)
    const input = {
      formId: form?.id,
      title,
      periodFrom: formatDate(days.from),
      periodTo: formatDate(days.to),
      cutOffOn: formatDate(days.cutOff),
      beforeOn: formatDate(days.before),
      partsBeforeOn: formatDate(addDays(days.before, -5)),
      source: 'Kế hoạch thực hiện Chương trình OCOP, mục báo cáo định kỳ',
      communes: '1',
    }
    const id = await act(at, office, (ctx) => planReportCall(ctx, input))
    await act(at, office, (ctx) => openReportCall(ctx, id))
    return id
  }
  const fill = async (at: Services, actor: Actor, id: string, figure: number) => {
    const run = await act(at, actor, (ctx) => startCompute(ctx, id))
    await runCompute(at, actor, id, run)
    await act(at, actor, async (ctx: Ctx) => {
      const { report } = await reportFor(ctx.tx, actor, id)
      const input: Record<string, string> = {}
      for (const row of rowsOf(await contentOf(ctx.tx, report))) {
        if (row.kind === 'text') input[`c.${row.code}`] = texts
        if (row.kind === 'hand') Object.assign(input, { [`v.${row.code}`]: String(figure), [`e.${row.code}`]: String(figure + 2) })
      }
      await saveReport(ctx, id, input, report.version)
    })
  }
  const send = async (at: Services, actor: Actor, signs: Actor, id: string, figure: number, post: string) => {
    await fill(at, actor, id, figure)
    await act(at, actor, (ctx) => markReady(ctx, id))
    await act(at, signs, (ctx) => approveReport(ctx, id, { post }))
  }
  const reportOf = async (callId: string, commune: string | null) => {
    const row = await db
      .selectFrom('report')
      .select('id')
      .where('callId', '=', callId)
      .where((where) => (commune === null ? where('parentId', 'is', null) : where('communeCode', '=', commune)))
      .executeTakeFirstOrThrow()
    return row.id
  }

  // The half-year that has ended: Sầm Sơn in time, another commune of the demo late in writing, the desk went on without the rest.
  const half = usualDays('halfYear', today.slice(5) < '06-20' ? year - 1 : year)
  const past = daysAgo(services, Math.max(1, daysBetween(half.before, today) + 3))
  const first = await call(past, 'halfYear', `Báo cáo kết quả thực hiện Chương trình OCOP 6 tháng đầu năm ${half.from.slice(0, 4)}`, half)
  await send(past, officer, communeLeader, await reportOf(first, SAM_SON), 4, 'CHỦ TỊCH')
  const own = await reportOf(first, null)
  await act(past, office, (ctx) => goWithout(ctx, own, { reason: 'Đến hạn, các xã còn lại chưa gửi; sẽ bổ sung ở báo cáo năm.' }))
  await send(past, office, leader, own, 12, 'PHÓ CHỦ TỊCH')

  // A call of now: the commune is writing.
  const now = { ...usualDays('year', year), cutOff: addDays(today, -3), before: addDays(today, 12) }
  const later = await call(services, 'adHoc', `Báo cáo nhanh kết quả Chương trình năm ${year}`, {
    ...now,
    from: `${today.slice(0, 4)}-01-01`,
    cutOff: now.cutOff < `${year}-01-01` ? `${year}-01-01` : now.cutOff,
  })
  await fill(services, officer, await reportOf(later, SAM_SON), 2)
}

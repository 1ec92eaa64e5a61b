// Carrying a plan out (step 4): the producer reports milestones and half-years, the commune confirms them.
import { isId, newId } from '#/platform/database/id.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { Fields, type Typed } from '../fields.ts'
import { found } from '../refuse.ts'
import { logPlan, movePlan, planToChange } from './idea.load.ts'
import { milestoneStates } from './idea.workflow.ts'
import { MOST_DONG } from './idea.ts'
import { halfOf, isCarriedOut } from './plan.ts'
import { tellPlanCommune } from './plan.actions.ts'
import { planRows } from './plan.load.ts'

export type MilestoneInput = Typed<'state' | 'report'> & { papers?: readonly unknown[] | undefined }

/**
 * Reports where a milestone stands, with papers of one's own library as evidence. A confirmed one stays as it was confirmed.
 * Done and dropped ones say what was done, or why not.
 */
export async function reportMilestone(ctx: Ctx, planId: string, milestoneId: string, input: MilestoneInput): Promise<void> {
  const plan = await planToChange(ctx, planId, 'owner', 'report')
  const milestone = await milestoneOf(ctx, planId, milestoneId)
  if (milestone.confirmedAt !== null) throw new AppError('plan.confirmed')
  const { papers = [], ...typed } = input
  const fields = new Fields<'state' | 'report' | 'papers'>(typed)
  const state = fields.oneOf('state', milestoneStates, { required: true })
  const ended = state === 'done' || state === 'dropped'
  const report = fields.text('report', {
    max: 3000,
    multiline: true,
    required: ended ? { vi: 'Ghi kết quả đã làm, hoặc lý do bỏ.', en: 'Say what was done, or why it was dropped.' } : false,
  })
  const paperIds = [...new Set(papers)].filter(isId)
  const own =
    paperIds.length === 0
      ? []
      : await ctx.tx
          .selectFrom('paper')
          .select('id')
          .where('id', 'in', paperIds)
          .where('producerId', '=', plan.producerId)
          .where('removedAt', 'is', null)
          .execute()
  if (own.length < new Set(papers).size)
    fields.say('papers', { vi: 'Có giấy tờ không nằm trong kho của chủ thể.', en: 'One of the papers is not in the library.' })
  const read = fields.done({ state })
  await ctx.tx
    .updateTable('planMilestone')
    .set({ ...read, report, reportedAt: ctx.now })
    .where('id', '=', milestoneId)
    .execute()
  await ctx.tx.deleteFrom('planMilestonePaper').where('milestoneId', '=', milestoneId).execute()
  if (own.length > 0)
    await ctx.tx
      .insertInto('planMilestonePaper')
      .values(own.map(({ id }) => ({ milestoneId, paperId: id, addedAt: ctx.now })))
      .execute()
  await logPlan(ctx, plan, 'plan.milestoneReported', {
    milestone: milestone.title,
    state: read.state,
    report,
    papers: own.map((paper) => paper.id),
  })
  if (ended) await tellPlanCommune(ctx, plan, 'plan.reported', `${milestoneId}:${ctx.now.toISOString()}`)
}

async function milestoneOf(ctx: Ctx, planId: string, milestoneId: string) {
  return found(
    isId(milestoneId)
      ? await ctx.tx
          .selectFrom('planMilestone')
          .selectAll()
          .where('id', '=', milestoneId)
          .where('planId', '=', planId)
          .forUpdate()
          .executeTakeFirst()
      : null,
  )
}

export type HalfYearInput = Typed<'year' | 'half' | 'content' | 'volume' | 'revenue' | 'workers'>

/**
 * Reports one half-year in words and figures (whole đồng). Sent again it replaces the earlier report until the commune confirms it.
 * A half-year that has not begun, or that lay before the plan was approved, cannot be reported.
 */
export async function reportHalfYear(ctx: Ctx, planId: string, input: HalfYearInput): Promise<void> {
  const plan = await planToChange(ctx, planId, 'owner', 'report')
  const fields = new Fields(input)
  const year = fields.integer('year', { min: 2000, max: 2100, required: true })
  const halfText = fields.oneOf('half', ['1', '2'], { required: true })
  const volume = fields.integer('volume', { min: 0, max: MOST_DONG, required: true })
  const revenue = fields.integer('revenue', { min: 0, max: MOST_DONG, required: true })
  const workers = fields.integer('workers', { min: 0, max: 100_000, required: true })
  const content = fields.text('content', {
    max: 5000,
    multiline: true,
    required: { vi: 'Ghi kết quả thực hiện trong kỳ.', en: 'Say what was done in the half-year.' },
  })
  const half = halfText === '1' ? 1 : 2
  const [now, first] = [halfOf(plainDateOf(ctx.now)), halfOf(plainDateOf(plan.approvedAt ?? ctx.now))]
  const index = (one: { year: number; half: number }) => one.year * 2 + one.half
  if (year !== null && halfText !== null && (index({ year, half }) > index(now) || index({ year, half }) < index(first)))
    fields.say('year', {
      vi: 'Chỉ báo cáo kỳ từ khi phương án được phê duyệt đến nay.',
      en: 'Only half-years from the approval until now can be reported.',
    })
  const read = fields.done({ year, volume, revenue, workers })
  const known = await ctx.tx
    .selectFrom('planReport')
    .select(['id', 'confirmedAt'])
    .where('planId', '=', planId)
    .where('year', '=', read.year)
    .where('half', '=', half)
    .forUpdate()
    .executeTakeFirst()
  if (known && known.confirmedAt !== null) throw new AppError('plan.confirmed')
  const row = {
    content,
    volume: read.volume,
    revenue: read.revenue,
    workers: read.workers,
    reportedBy: ctx.actor.name,
    reportedAt: ctx.now,
  }
  if (known) await ctx.tx.updateTable('planReport').set(row).where('id', '=', known.id).execute()
  else
    await ctx.tx
      .insertInto('planReport')
      .values({ id: newId(), planId, year: read.year, half, ...row })
      .execute()
  await logPlan(ctx, plan, 'plan.halfYearReported', {
    year: read.year,
    half,
    content,
    volume: read.volume,
    revenue: read.revenue,
    workers: read.workers,
  })
  await tellPlanCommune(ctx, plan, 'plan.reported', `${planId}:${read.year}-${half}:${ctx.now.toISOString()}`)
}

/** The commune confirms a milestone that is done or dropped. Officer or leader. */
export async function confirmMilestone(ctx: Ctx, planId: string, milestoneId: string, input: { remark?: unknown }): Promise<void> {
  const plan = await planToChange(ctx, planId, 'commune', 'confirm')
  const milestone = await milestoneOf(ctx, planId, milestoneId)
  const remark = readRemark(input)
  if (milestone.confirmedAt !== null) throw new AppError('plan.confirmed')
  if (milestone.state !== 'done' && milestone.state !== 'dropped') throw new AppError('plan.notReported')
  await ctx.tx
    .updateTable('planMilestone')
    .set({ confirmedBy: ctx.actor.name, confirmedAt: ctx.now, confirmRemark: remark })
    .where('id', '=', milestoneId)
    .execute()
  await logPlan(ctx, plan, 'plan.milestoneConfirmed', { milestone: milestone.title, remark })
}

/** The commune confirms a half-yearly report. Officer or leader. */
export async function confirmHalfYear(ctx: Ctx, planId: string, reportId: string, input: { remark?: unknown }): Promise<void> {
  const plan = await planToChange(ctx, planId, 'commune', 'confirm')
  const report = found(
    isId(reportId)
      ? await ctx.tx
          .selectFrom('planReport')
          .selectAll()
          .where('id', '=', reportId)
          .where('planId', '=', planId)
          .forUpdate()
          .executeTakeFirst()
      : null,
  )
  const remark = readRemark(input)
  if (report.confirmedAt !== null) throw new AppError('plan.confirmed')
  await ctx.tx
    .updateTable('planReport')
    .set({ confirmedBy: ctx.actor.name, confirmedAt: ctx.now, confirmRemark: remark })
    .where('id', '=', reportId)
    .execute()
  await logPlan(ctx, plan, 'plan.halfYearConfirmed', { year: report.year, half: report.half, remark })
}

function readRemark(input: { remark?: unknown }): string {
  const fields = new Fields<'remark'>(input)
  const remark = fields.text('remark', { max: 1000, multiline: true })
  fields.done()
  return remark
}

/** Says the plan is carried out: every milestone dropped, or done and confirmed. */
export async function finishPlan(ctx: Ctx, planId: string): Promise<void> {
  const plan = await planToChange(ctx, planId, 'owner', 'finish')
  const { milestones } = await planRows(ctx.tx, planId)
  if (!isCarriedOut(milestones)) throw new AppError('plan.unfinished')
  await movePlan(ctx, plan, 'done', 'plan.finished', { set: { endedAt: ctx.now } })
}

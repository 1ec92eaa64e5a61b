// What is done with work: reported with evidence, corrected by a further report, given more time, opened again, added out of turn.
import { newId } from '#/platform/database/id.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { addAttachments } from '../attachment/attachment.actions.ts'
import { audit, type Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { Fields, mustBeVersion, readReason, type Typed } from '../fields.ts'
import { must } from '../refuse.ts'
import { readTask, type TaskInput } from '../programme-plan/part.input.ts'
import { beforeCounts } from '../programme-plan/plan.actions.ts'
import { insertTasks, linkBodies, planToChange, savePlan } from '../programme-plan/plan.save.ts'
import { partsOf } from '../programme-plan/part.store.ts'
import { insertInstances, rostersOf } from './make.store.ts'
import { readReport, workStateWords, type ReportInput } from './task.ts'
import { workFor, type Work } from './task.store.ts'

function logWork(ctx: Ctx, work: Work, verb: string, payload: Record<string, unknown>): Promise<void> {
  return audit(ctx, { verb, subjectKind: 'taskWork', subjectId: work.id, authority: work.authority, payload })
}

/**
 * Reports on a work, with files as evidence. A further report corrects an earlier one; both stay. `version`: the one the page was opened with,
 * so a press sent twice, or two people at once, make one report and the other is told.
 */
export async function reportWork(
  ctx: Ctx,
  workId: string,
  input: ReportInput & { caption?: unknown },
  given: { files: readonly IncomingFile[]; version: number },
): Promise<void> {
  const { work, rights } = await workFor(ctx.tx, ctx.actor, workId, true)
  must(rights.own)
  if (!rights.report) throw new AppError('stateConflict', { state: 'kế hoạch đã điều chỉnh, việc này không còn' })
  const report = readReport(input)
  mustBeVersion(work.version, given.version)
  const id = newId()
  await ctx.tx
    .insertInto('taskReport')
    .values({ id, workId: work.id, ...report, reportedBy: ctx.actor.accountId, reporterName: ctx.actor.name, reportedAt: ctx.now })
    .execute()
  const owner = { kind: 'taskReport', id, authority: work.authority } as const
  await addAttachments(ctx, owner, given.files, { least: 0, caption: input.caption })
  await ctx.tx
    .updateTable('taskWork')
    .set({
      state: report.state,
      percent: report.percent,
      reportedAt: ctx.now,
      finishedOn: report.state === 'doing' ? null : plainDateOf(ctx.now),
      version: work.version + 1,
    })
    .where('id', '=', work.id)
    .execute()
  await logWork(ctx, work, 'taskWork.reported', { state: report.state, percent: report.percent, files: given.files.length })
}

/** Moves a due day further, by name and reason; the promised day stays readable. */
export async function extendWork(ctx: Ctx, workId: string, input: Typed<'dueOn' | 'reason'>): Promise<void> {
  const { work, rights } = await workFor(ctx.tx, ctx.actor, workId, true)
  if (!rights.extend) refuse(work, rights.reopen)
  const fields = new Fields<'dueOn' | 'reason'>(input)
  const dueOn = fields.date('dueOn', { required: true })
  const reason = fields.text('reason', { max: 1000, multiline: true, required: true })
  if (dueOn !== null && dueOn <= work.dueOn)
    fields.say('dueOn', {
      vi: `Hạn mới phải sau hạn đang có (${formatDate(work.dueOn)}).`,
      en: `The new day must be after the present one (${formatDate(work.dueOn)}).`,
    })
  const read = fields.done({ dueOn })
  await ctx.tx
    .insertInto('taskExtension')
    .values({
      id: newId(),
      workId: work.id,
      dueBefore: work.dueOn,
      dueAfter: read.dueOn,
      reason,
      grantedBy: ctx.actor.accountId,
      grantedAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .updateTable('taskWork')
    // The reminder of the new day is still to come.
    .set({ dueOn: read.dueOn, remindedOn: null, escalatedOn: null, version: work.version + 1 })
    .where('id', '=', work.id)
    .execute()
  await logWork(ctx, work, 'taskWork.extended', { from: work.dueOn, to: read.dueOn, reason })
}

/** Opens a work again that was reported done or not needed. */
export async function reopenWork(ctx: Ctx, workId: string, reason: unknown): Promise<void> {
  const { work, rights } = await workFor(ctx.tx, ctx.actor, workId, true)
  if (!rights.reopen) refuse(work, rights.extend)
  const content = readReason(reason)
  await ctx.tx
    .insertInto('taskReport')
    .values({
      id: newId(),
      workId: work.id,
      state: 'reopened',
      content,
      reportedBy: ctx.actor.accountId,
      reporterName: ctx.actor.name,
      reportedAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .updateTable('taskWork')
    .set({ state: 'doing', finishedOn: null, version: work.version + 1 })
    .where('id', '=', work.id)
    .execute()
  await logWork(ctx, work, 'taskWork.reopened', { reason: content })
}

/** `keeps`: the person keeps the plan, so the state is what stands in the way. */
function refuse(work: Work, keeps: boolean): never {
  must(keeps || work.ended)
  throw new AppError('stateConflict', { state: work.ended ? 'việc không còn trong kế hoạch' : workStateWords[work.state].vi.toLowerCase() })
}

/** Gives a task out of turn under an issued plan; its work begins at once. Returns its code. */
export async function addTask(ctx: Ctx, planId: string, input: TaskInput, version: number): Promise<string> {
  const plan = await planToChange(ctx, planId, 'run', (rights) => rights.writes)
  mustBeVersion(plan.version, version)
  const parts = await partsOf(ctx.tx, plan.id)
  const task = readTask(input, parts, { span: plan, beforeCounts: await beforeCounts(ctx, plan.authority), old: null })
  const [linked] = await linkBodies(ctx.tx, plan.authority, [{ ...task, adHoc: true }])
  if (!linked) throw new Error('no task')
  await insertTasks(ctx.tx, plan.id, [linked], parts.tasks.length + 1)
  const stored = (await partsOf(ctx.tx, plan.id)).tasks.filter((one) => one.code === task.code)
  const works = await insertInstances(ctx.tx, plan, stored, await rostersOf(ctx.tx, plan))
  await savePlan(ctx, plan, {}, 'programmePlan.taskAdded', { code: task.code, works })
  return task.code
}

// What an adjusted plan does to work that was already there.
import { newId } from '#/platform/database/id.ts'
import type { Tx } from '#/platform/database/open.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import type { Ctx } from '../context.ts'
import type { StoredTask } from '../programme-plan/part.store.ts'

/** Work that goes on belongs to the same task of the new revision. */
export async function renewInstances(tx: Tx, familyId: string, tasks: readonly StoredTask[]): Promise<void> {
  for (const task of tasks)
    await tx
      .updateTable('taskInstance')
      .set({ taskId: task.id })
      .where('familyId', '=', familyId)
      .where('taskCode', '=', task.code)
      .where('endedOn', 'is', null)
      .execute()
}

/** Ends the instances of these tasks; work not done yet is not needed any more, for the reason given. What was done stays done. */
export async function endWorks(ctx: Ctx, plan: { familyId: string }, codes: readonly string[], reason: string): Promise<void> {
  if (codes.length === 0) return
  const ended = await ctx.tx
    .updateTable('taskInstance')
    .set({ endedOn: plainDateOf(ctx.now) })
    .where('familyId', '=', plan.familyId)
    .where('taskCode', 'in', [...codes])
    .where('endedOn', 'is', null)
    .returning('id')
    .execute()
  if (ended.length === 0) return
  const instances = ended.map((row) => row.id)
  const works = await ctx.tx
    .updateTable('taskWork')
    .set((set) => ({ state: 'notNeeded', finishedOn: plainDateOf(ctx.now), version: set('version', '+', 1) }))
    .where('instanceId', 'in', instances)
    .where('state', 'in', ['open', 'doing'])
    .returning('id')
    .execute()
  const reports = works.map(({ id }) => ({
    id: newId(),
    workId: id,
    state: 'notNeeded',
    content: reason,
    reportedBy: ctx.actor.accountId,
    reporterName: ctx.actor.name,
    reportedAt: ctx.now,
  }))
  for (let from = 0; from < reports.length; from += 1000)
    await ctx.tx
      .insertInto('taskReport')
      .values(reports.slice(from, from + 1000))
      .execute()
}

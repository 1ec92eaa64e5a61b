// A plan issued with its work: instances with stored days, the part of each body; after an adjustment unchanged work goes on.
import type { IssuingForm } from '../certificate/decision-input.ts'
import type { Ctx } from '../context.ts'
import { issueRevision, type Issued } from '../programme-plan/issue.actions.ts'
import { partsOf, type StoredTask } from '../programme-plan/part.store.ts'
import { logPlan } from '../programme-plan/plan.save.ts'
import { endWorks, renewInstances } from './adjust.store.ts'
import { insertInstances, rostersOf } from './make.store.ts'

/** Signs a submitted plan; its tasks become work of those they name. Twice: the second press finds it issued. */
export async function issuePlan(ctx: Ctx, planId: string, form: IssuingForm): Promise<{ documentId: string; works: number }> {
  const issued = await issueRevision(ctx, planId, form)
  const works = await makeWork(ctx, issued)
  await logPlan(ctx, issued.plan, 'programmePlan.workMade', { works })
  return { documentId: issued.documentId, works }
}

/** What of a task decides its work: when this changes the work is made anew. */
function shapeOf(task: StoredTask): string {
  return JSON.stringify([task.startsOn, task.dueOn, task.recurrence, task.bodies.map(({ part, name, roster }) => [part, name, roster])])
}

async function makeWork(ctx: Ctx, { plan, parts, replaced }: Issued): Promise<number> {
  const rosters = await rostersOf(ctx.tx, plan)
  if (replaced === null) return insertInstances(ctx.tx, plan, parts.tasks, rosters)
  const before = new Map((await partsOf(ctx.tx, replaced)).tasks.map((task) => [task.code, task]))
  const goesOn = parts.tasks.filter((task) => before.has(task.code) && shapeOf(before.get(task.code) ?? task) === shapeOf(task))
  const kept = new Set(goesOn.map((task) => task.code))
  const gone = [...before.keys()].filter((code) => !kept.has(code))
  await renewInstances(ctx.tx, plan.familyId, goesOn)
  await endWorks(ctx, plan, gone, `Kế hoạch được điều chỉnh: ${plan.changeReason}`)
  return insertInstances(
    ctx.tx,
    plan,
    parts.tasks.filter((task) => !kept.has(task.code)),
    rosters,
  )
}

// How every verb on an idea or plan begins and ends: the row locked, the right judged, the step allowed; moved, counted up, in the ledger.
import { isId } from '#/platform/database/id.ts'
import { AppError, notFound } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { found, must, mustSee } from '../refuse.ts'
import { ideaRights, planRights, type IdeaRights, type PlanRights } from './idea.policy.ts'
import { ideaTransitions, ideaWords, planTransitions, planWords, toldState, type IdeaState, type PlanState } from './idea.workflow.ts'

export type IdeaRecord = Awaited<ReturnType<typeof lockIdea>>
export type PlanRecord = Awaited<ReturnType<typeof lockPlan>>

async function lockIdea(ctx: Ctx, id: string) {
  if (!isId(id)) throw notFound()
  const row = found(await ctx.tx.selectFrom('idea').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
  return { ...row, state: row.state as IdeaState }
}

async function lockPlan(ctx: Ctx, id: string) {
  if (!isId(id)) throw notFound()
  const row = found(await ctx.tx.selectFrom('businessPlan').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
  return { ...row, state: row.state as PlanState }
}

/** "Not found" to who may not see it, "forbidden" to who is never the one to do it, `stateConflict` to whose turn it is not. */
export async function ideaToChange(
  ctx: Ctx,
  id: string,
  part: 'owner' | 'commune' | 'signs' | 'office',
  right: keyof IdeaRights,
): Promise<IdeaRecord> {
  const idea = await lockIdea(ctx, id)
  const rights = ideaRights(ctx.actor, idea)
  mustSee(rights.see)
  must(rights[part])
  if (!rights[right]) throw ideaConflict(idea, rights.office)
  return idea
}

function ideaConflict(idea: IdeaRecord, office: boolean): AppError {
  return new AppError('stateConflict', { state: ideaWords[office ? idea.state : toldState(idea)].vi })
}

export async function planToChange(
  ctx: Ctx,
  id: string,
  part: 'owner' | 'commune' | 'office',
  right: keyof PlanRights,
): Promise<PlanRecord> {
  const plan = await lockPlan(ctx, id)
  const rights = planRights(ctx.actor, plan)
  mustSee(rights.see)
  must(rights[part])
  if (!rights[right]) throw new AppError('stateConflict', { state: planWords[plan.state].vi })
  return plan
}

type Change = { set?: Record<string, unknown>; payload?: Record<string, unknown> }

/** Moves a locked idea and logs it. Throws `stateConflict` when the table has no such step. */
export async function moveIdea(ctx: Ctx, idea: IdeaRecord, to: IdeaState, verb: string, change: Change = {}): Promise<void> {
  if (!ideaTransitions[idea.state].includes(to)) throw ideaConflict(idea, ideaRights(ctx.actor, idea).office)
  await ctx.tx
    .updateTable('idea')
    .set((expression) => ({ ...change.set, state: to, updatedAt: ctx.now, version: expression('version', '+', 1) }))
    .where('id', '=', idea.id)
    .execute()
  await logIdea(ctx, idea, verb, { from: idea.state, to, ...change.payload })
}

export function logIdea(
  ctx: Ctx,
  idea: { id: string; provinceCode: string },
  verb: string,
  payload: Record<string, unknown>,
): Promise<void> {
  return audit(ctx, { verb, subjectKind: 'idea', subjectId: idea.id, authority: idea.provinceCode, payload })
}

/** Moves a locked plan and logs it. Throws `stateConflict` when the table has no such step. */
export async function movePlan(ctx: Ctx, plan: PlanRecord, to: PlanState, verb: string, change: Change = {}): Promise<void> {
  if (!planTransitions[plan.state].includes(to)) throw new AppError('stateConflict', { state: planWords[plan.state].vi })
  await ctx.tx
    .updateTable('businessPlan')
    .set((expression) => ({ ...change.set, state: to, updatedAt: ctx.now, version: expression('version', '+', 1) }))
    .where('id', '=', plan.id)
    .execute()
  await logPlan(ctx, plan, verb, { from: plan.state, to, ...change.payload })
}

export function logPlan(
  ctx: Ctx,
  plan: { id: string; provinceCode: string },
  verb: string,
  payload: Record<string, unknown>,
): Promise<void> {
  return audit(ctx, { verb, subjectKind: 'businessPlan', subjectId: plan.id, authority: plan.provinceCode, payload })
}

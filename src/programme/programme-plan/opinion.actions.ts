// Opinions of bodies on a draft: asked for, given by the body's officer or written down by the office from a paper, answered.
import { isId, newId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { Fields, readReason, type Typed } from '../fields.ts'
import { bodiesOf, serves } from '../people/actor.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, must } from '../refuse.ts'
import { verdicts, type PlanVerdict } from './opinion.ts'
import { tellOfPlan } from './plan.actions.ts'
import { logPlan, movePlan, planToChange } from './plan.save.ts'
import { planFor } from './plan.store.ts'
import { planStateWords } from './plan.workflow.ts'

/** Opens the draft to the desk's bodies and tells their officers. */
export async function askOpinions(ctx: Ctx, planId: string): Promise<void> {
  const plan = await planToChange(ctx, planId, 'askOpinions', (rights) => rights.writes)
  await movePlan(ctx, plan, 'opinion', 'programmePlan.opinionsAsked')
  const officers = await accountsWithRole(ctx.tx, 'bodyOfficer', { authority: plan.authority }, ctx.now)
  await tellOfPlan(ctx, plan, officers, 'programmePlan.opinionsAsked')
}

/** Back to writing, with the opinions kept. */
export async function takeBackToDraft(ctx: Ctx, planId: string): Promise<void> {
  const plan = await planToChange(ctx, planId, 'submit', (rights) => rights.writes)
  await movePlan(ctx, plan, 'draft', 'programmePlan.takenBack')
}

export type OpinionInput = Typed<'verdict' | 'remarks' | 'bodyName'>

/**
 * One body's opinion. Its own officer speaks for it while opinions are asked; the office writes down what came on paper, naming the body. A
 * later opinion of the same body stands beside the earlier one.
 */
export async function giveOpinion(ctx: Ctx, planId: string, input: OpinionInput): Promise<void> {
  const { plan, rights } = await planFor(ctx.tx, ctx.actor, planId, true)
  if (!rights.giveOpinion && !rights.keepOpinions) {
    must(rights.writes || serves(ctx.actor, plan.authority, 'bodyOfficer'))
    throw new AppError('stateConflict', { state: planStateWords[plan.state].vi.toLowerCase() })
  }
  const fields = new Fields<'verdict' | 'remarks' | 'bodyName'>(input)
  const verdict = fields.oneOf('verdict', verdicts, { required: true })
  const own = await ownBody(ctx, plan.authority)
  const bodyName = own?.name ?? fields.text('bodyName', { max: 200, required: true })
  const remarks = fields.text('remarks', { max: 5000, multiline: true })
  if (verdict !== null && verdict !== 'agree' && remarks === '')
    fields.say('remarks', { vi: 'Ghi nội dung góp ý hoặc lý do.', en: 'Write the remarks or the reason.' })
  const read = fields.done({ verdict })
  await ctx.tx
    .insertInto('programmeOpinion')
    .values({
      id: newId(),
      planId: plan.id,
      bodyId: own?.id ?? null,
      bodyName,
      verdict: read.verdict,
      remarks,
      givenBy: ctx.actor.accountId,
      givenAt: ctx.now,
    })
    .execute()
  await logPlan(ctx, plan, 'programmePlan.opinionGiven', { body: bodyName, verdict: read.verdict })
}

/** The body at this desk the actor speaks for; null for the office. */
async function ownBody(ctx: Ctx, authority: string): Promise<{ id: string; name: string } | null> {
  const ids = bodiesOf(ctx.actor)
  if (ids.length === 0) return null
  const body = await ctx.tx
    .selectFrom('body')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .where('authority', '=', authority)
    .executeTakeFirst()
  return body ?? null
}

/** What the office made of an opinion; once. */
export async function answerOpinion(ctx: Ctx, planId: string, opinionId: string, answer: unknown): Promise<void> {
  const plan = await planToChange(ctx, planId, 'keepOpinions', (rights) => rights.writes)
  const text = readReason(answer, 2000)
  const done = await ctx.tx
    .updateTable('programmeOpinion')
    .set({ answer: text, answeredAt: ctx.now })
    .where('id', '=', found(isId(opinionId) ? opinionId : null))
    .where('planId', '=', plan.id)
    .where('answeredAt', 'is', null)
    .returning('bodyName')
    .executeTakeFirst()
  if (!done) throw new AppError('stateConflict', { state: 'ý kiến đã được trả lời' })
  await logPlan(ctx, plan, 'programmePlan.opinionAnswered', { body: done.bodyName, answer: text })
}

export async function opinionsOn(db: Db | Tx, planId: string) {
  const rows = await db
    .selectFrom('programmeOpinion')
    .select(['id', 'bodyName', 'verdict', 'remarks', 'givenAt', 'answer', 'answeredAt'])
    .where('planId', '=', planId)
    .orderBy('givenAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, verdict: row.verdict as PlanVerdict }))
}

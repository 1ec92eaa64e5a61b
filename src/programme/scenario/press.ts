// Presses of a desk's people on dossiers of a plan: one by one, refused where the plan's rule forbids them, or as one decision.
import { isAppError } from '#/platform/errors/app-error.ts'
import { levelOf as levelRule } from '#/regulation/levels.ts'
import { issueDecision, prepareDecision } from '../certificate/decision.actions.ts'
import { requiredSamples } from '../commune/samples.ts'
import type { Ctx } from '../context.ts'
import { levelOf } from '../people/authority.ts'
import { leaderOf, officeOf } from './cast.ts'
import { printed } from './fill.ts'
import { idOf, type Run } from './running.ts'
import type { Desk } from './scenario.schema.ts'
import type { StepOf } from './step.schema.ts'

type Pressed = { on: string; desk: string; dossiers: readonly string[]; source: string; do: string; refused?: string | undefined }

/** One press of the desk's person for every dossier named, or the refusal the plan's rule asks for. */
export async function each(
  run: Run,
  step: Pressed,
  who: (desk: Desk) => string,
  press: (ctx: Ctx, dossierId: string) => Promise<unknown>,
): Promise<void> {
  const desk = run.cast.desk(step.desk)
  for (const key of step.dossiers)
    await attempt(run, { ...step, dossiers: [key] }, () => run.cast.on(step.on, who(desk), (ctx) => press(ctx, idOf(run, key)), 15))
}

export async function attempt(run: Run, step: Pressed, press: () => Promise<unknown>): Promise<void> {
  if (step.refused === undefined) {
    await press()
    return
  }
  let actual = 'done'
  try {
    await press()
  } catch (error) {
    if (!isAppError(error)) throw error
    actual = error.code
  }
  run.checks.push({
    source: step.source,
    what: `${step.do} of ${step.dossiers.join(', ')} at ${step.desk} is refused`,
    expected: step.refused,
    actual,
  })
}

/** The office lists the results, the leader issues the decision on the same day. */
export async function decide(run: Run, desk: Desk, step: StepOf<'approve' | 'recognise'>): Promise<void> {
  const { cast } = run
  const kind = step.do === 'approve' ? 'approval' : 'recognition'
  const decisionId = await cast.on(
    step.on,
    officeOf(desk),
    async (ctx) => {
      const resultIds: string[] = []
      for (const key of step.dossiers) resultIds.push(await decidingResultOf(ctx, idOf(run, key)))
      return prepareDecision(ctx, { kind, title: step.title, resultIds })
    },
    14,
  )
  await cast.on(
    step.on,
    leaderOf(desk),
    async (ctx) => {
      const { version } = await ctx.tx
        .selectFrom('recognitionDecision')
        .select('version')
        .where('id', '=', decisionId)
        .executeTakeFirstOrThrow()
      await issueDecision(ctx, decisionId, issuing(step.on, desk.people.leader, 'CHỦ TỊCH'), version)
    },
    16,
  )
}

/** A paper signed on the day with the next number. */
export const issuing = (day: string, signerName: string, signerPost: string) => ({
  numberKind: 'next',
  reserved: '',
  irregular: '',
  issuedOn: printed(day),
  signerName,
  signerPost,
})

export async function decidingResultOf(ctx: Ctx, dossierId: string): Promise<string> {
  const row = await ctx.tx.selectFrom('dossier').select('decidingResultId').where('id', '=', dossierId).executeTakeFirstOrThrow()
  return row.decidingResultId ?? ''
}

/** As many samples as the pack sends along to the level above; none where it says nothing of samples (1048). */
export async function samplesOf(ctx: Ctx, dossierId: string): Promise<number> {
  const row = await ctx.tx
    .selectFrom('dossier')
    .select(['regulationId', 'setNo', 'authority'])
    .where('id', '=', dossierId)
    .executeTakeFirstOrThrow()
  const pack = ctx.regulations.get(row.regulationId)
  return levelRule(pack, levelOf(row.authority))?.sendsUp?.samples ? requiredSamples(pack.regulation, row.setNo) : 0
}

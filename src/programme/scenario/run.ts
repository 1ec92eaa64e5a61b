// Walks a plan's steps in order, by the real verbs, each on its day, and says for every expected line what came of it.
import { isAppError } from '#/platform/errors/app-error.ts'
import { levelOf as levelRule } from '#/regulation/levels.ts'
import type { Ctx, Services } from '../context.ts'
import { issueDecision, prepareDecision } from '../certificate/decision.actions.ts'
import { issueLetter } from '../certificate/letter.actions.ts'
import { requiredSamples } from '../commune/samples.ts'
import { chooseOnReturn, returnDown, returnNotValid, sendUp } from '../level/level.actions.ts'
import { levelOf } from '../people/authority.ts'
import { openRound, planRound } from '../round/round.actions.ts'
import { makeCast, leaderOf, officeOf, type Cast } from './cast.ts'
import { beforeCheck, certificateCheck, papersCheck, resultCheck, standsCheck, type Check } from './check.ts'
import { fileDossier, makeProducers, passCommune, printed } from './fill.ts'
import { receive } from './receive.ts'
import type { Desk, Scenario, Step, StepOf } from './scenario.schema.ts'
import { establish, hold, type Council } from './session.ts'

type Run = {
  services: Services
  scenario: Scenario
  cast: Cast
  producers: Map<string, string>
  dossiers: Map<string, string>
  councils: Map<string, Council>
  rounds: Map<string, string>
  checks: Check[]
}

/** Plays the whole plan on an empty database of its province. Returns every expected line with what came of it; a verb that fails unasked throws. */
export async function runScenario(services: Services, scenario: Scenario): Promise<Check[]> {
  const cast = await makeCast(services, scenario)
  const producers = await makeProducers(cast, scenario)
  const run: Run = { services, scenario, cast, producers, dossiers: new Map(), councils: new Map(), rounds: new Map(), checks: [] }
  for (const [index, step] of scenario.steps.entries()) {
    try {
      await walk(run, step)
    } catch (error) {
      throw new Error(
        `${scenario.id}: step ${index + 1}, ${step.do}: ${isAppError(error) ? `${error.code} ${JSON.stringify([error.params, error.fields])}` : String(error)}`,
        { cause: error },
      )
    }
  }
  return run.checks
}

async function walk(run: Run, step: Step): Promise<void> {
  const { services, cast, checks } = run
  const { db } = services.database
  switch (step.do) {
    case 'establish': {
      const council = await establish(cast, cast.desk(step.desk), step)
      run.councils.set(step.desk, council)
      const voting = council.seats.filter((seat) => seat.voting).length
      checks.push({
        source: step.source,
        what: `council of ${step.desk}: members who vote, secretaries`,
        expected: { voting: step.voting, secretaries: step.secretaries },
        actual: { voting, secretaries: council.seats.length - voting },
      })
      return
    }
    case 'round':
      return planAndOpen(run, step)
    case 'file':
      for (const key of step.dossiers) {
        const plan = run.scenario.dossiers.find((one) => one.key === key)
        const id = await fileDossier(cast, run.scenario, {
          producerId: run.producers.get(plan?.producer ?? '') ?? '',
          key,
          day: step.on,
          earlier: plan?.productOf === undefined ? undefined : idOf(run, plan.productOf),
        })
        run.dossiers.set(key, id)
        await passCommune(cast, id, step.on, step.sentOn)
      }
      return
    case 'receive':
      for (const key of step.dossiers)
        await receive(cast, cast.desk(step.desk), idOf(run, key), roundOf(run, step.desk, step.round), step.on)
      return
    case 'meet': {
      const desk = cast.desk(step.desk)
      const council = run.councils.get(step.desk)
      if (!council) throw new Error(`no council at ${step.desk}`)
      const dossierIds = step.items.map((item) => idOf(run, item.dossier))
      await hold(services, cast, { desk, council, roundId: roundOf(run, step.desk, step.round), dossierIds }, step)
      for (const item of step.items) checks.push(await resultCheck(db, services.regulations, desk, idOf(run, item.dossier), item))
      return
    }
    case 'approve':
    case 'recognise':
      return attempt(run, step, () => decide(run, cast.desk(step.desk), step))
    case 'sendUp':
      return each(run, step, officeOf, async (ctx, dossierId) =>
        sendUp(ctx, dossierId, { handed: await samplesOf(ctx, dossierId), note: '' }),
      )
    case 'returnDown':
      return each(run, step, officeOf, (ctx, dossierId) => returnDown(ctx, dossierId, { note: step.note, reason: step.reason ?? '' }))
    case 'returnNotValid':
      return each(run, step, officeOf, (ctx, dossierId) => returnNotValid(ctx, dossierId, { reason: step.reason }))
    case 'choose':
      return each(run, step, officeOf, (ctx, dossierId) => chooseOnReturn(ctx, dossierId, { choice: step.choice, reason: step.reason }))
    case 'letter': {
      const desk = cast.desk(step.desk)
      return each(run, step, officeOf, async (ctx, dossierId) => {
        const form = { ...issuing(step.on, desk.people.office, desk.officePost), advice: step.advice }
        await issueLetter(ctx, await decidingResultOf(ctx, dossierId), form)
      })
    }
    case 'stands':
      for (const line of step.lines) checks.push(await standsCheck(db, cast.desk(line.desk), idOf(run, line.dossier), line))
      return
    case 'before':
      checks.push(await beforeCheck(db, cast.desk(step.desk), step))
      return
    case 'certificate':
      checks.push(...(await certificateCheck(db, services.regulations, idOf(run, step.dossier), step)))
      return
    case 'papers':
      for (const line of step.lines) checks.push(await papersCheck(db, cast.desk(line.desk), line))
      return
  }
}

async function planAndOpen(run: Run, step: StepOf<'round'>): Promise<void> {
  const { cast, scenario, checks, services } = run
  const office = officeOf(cast.desk(step.desk))
  const id = await cast.on(step.on, office, async (ctx) => {
    const roundId = await planRound(ctx, {
      year: step.proposalsDueOn.slice(0, 4),
      ordinal: step.ordinal,
      name: step.name,
      opensOn: printed(step.opensOn),
      proposalsDueOn: printed(step.proposalsDueOn),
      closesOn: printed(step.closesOn),
      note: `Theo kế hoạch: ${scenario.plan}`,
    })
    // The forms with a doubt about points are named and confirmed, as the office must.
    await openRound(ctx, roundId, { confirmed: true })
    return roundId
  })
  run.rounds.set(`${step.desk}:${step.ordinal}`, id)
  const row = await services.database.db
    .selectFrom('round')
    .select(['regulationId', 'state'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  checks.push({
    source: step.source,
    what: `round ${step.ordinal} of ${step.desk} is open under the plan's pack`,
    expected: { regulationId: scenario.pack, state: 'open' },
    actual: row,
  })
}

type Pressed = { on: string; desk: string; dossiers: readonly string[]; source: string; do: string; refused?: string | undefined }

/** One press of the desk's person for every dossier named, or the refusal the plan's rule asks for. */
async function each(
  run: Run,
  step: Pressed,
  who: (desk: Desk) => string,
  press: (ctx: Ctx, dossierId: string) => Promise<unknown>,
): Promise<void> {
  const desk = run.cast.desk(step.desk)
  for (const key of step.dossiers)
    await attempt(run, { ...step, dossiers: [key] }, () => run.cast.on(step.on, who(desk), (ctx) => press(ctx, idOf(run, key)), 15))
}

async function attempt(run: Run, step: Pressed, press: () => Promise<unknown>): Promise<void> {
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
async function decide(run: Run, desk: Desk, step: StepOf<'approve' | 'recognise'>): Promise<void> {
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

const issuing = (day: string, signerName: string, signerPost: string) => ({
  numberKind: 'next',
  reserved: '',
  irregular: '',
  issuedOn: printed(day),
  signerName,
  signerPost,
})

async function decidingResultOf(ctx: Ctx, dossierId: string): Promise<string> {
  const row = await ctx.tx.selectFrom('dossier').select('decidingResultId').where('id', '=', dossierId).executeTakeFirstOrThrow()
  return row.decidingResultId ?? ''
}

/** As many samples as the pack sends along to the level above; none where it says nothing of samples (1048). */
async function samplesOf(ctx: Ctx, dossierId: string): Promise<number> {
  const row = await ctx.tx
    .selectFrom('dossier')
    .select(['regulationId', 'setNo', 'authority'])
    .where('id', '=', dossierId)
    .executeTakeFirstOrThrow()
  const pack = ctx.regulations.get(row.regulationId)
  return levelRule(pack, levelOf(row.authority))?.sendsUp?.samples ? requiredSamples(pack.regulation, row.setNo) : 0
}

function idOf(run: Run, key: string): string {
  const id = run.dossiers.get(key)
  if (!id) throw new Error(`${key} has not been filed yet`)
  return id
}

function roundOf(run: Run, desk: string, ordinal: number): string {
  const id = run.rounds.get(`${desk}:${ordinal}`)
  if (!id) throw new Error(`${desk} has no round ${ordinal}`)
  return id
}

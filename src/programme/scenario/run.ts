// Walks a plan's steps in order, by the real verbs, each on its day, and says for every expected line what came of it.
import { isAppError } from '#/platform/errors/app-error.ts'
import { issueLetter } from '../certificate/letter.actions.ts'
import type { Services } from '../context.ts'
import { chooseOnReturn, returnDown, returnNotValid, sendUp } from '../level/level.actions.ts'
import { openRound, planRound } from '../round/round.actions.ts'
import { makeCast, officeOf } from './cast.ts'
import { beforeCheck, certificateCheck, papersCheck, passesCheck, standsCheck, type Check } from './check.ts'
import { fileDossier, makeProducers, passCommune, printed } from './fill.ts'
import { gatherIdeas, writePlans } from './ideas.ts'
import { testInLaboratory, visitOnSite } from './look.ts'
import { attempt, decide, decidingResultOf, each, issuing, samplesOf } from './press.ts'
import { receive } from './receive.ts'
import { councilOf, idOf, roundOf, type Run } from './running.ts'
import type { Scenario } from './scenario.schema.ts'
import { establish, issueRules } from './session.ts'
import { hold } from './meet.ts'
import type { Step, StepOf } from './step.schema.ts'

/** Plays the whole plan on an empty database of its province. Returns every expected line with what came of it; a verb that fails unasked throws. */
export async function runScenario(services: Services, scenario: Scenario): Promise<Check[]> {
  const cast = await makeCast(services, scenario)
  const producers = await makeProducers(cast, scenario)
  const run: Run = {
    services,
    scenario,
    cast,
    producers,
    dossiers: new Map(),
    ideas: new Map(),
    plans: new Map(),
    councils: new Map(),
    rounds: new Map(),
    checks: [],
  }
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
    case 'rulesPaper':
      return issueRules(cast, cast.desk(step.desk), councilOf(run, step.desk), step)
    case 'ideas':
      return gatherIdeas(run, step)
    case 'businessPlan':
      return writePlans(run, step)
    case 'file':
      for (const key of step.dossiers) {
        const id = await fileDossier(run, key, step.on)
        run.dossiers.set(key, id)
        await passCommune(cast, id, step.on, step.sentOn)
      }
      return
    case 'receive':
      for (const key of step.dossiers)
        await receive(cast, cast.desk(step.desk), idOf(run, key), roundOf(run, step.desk, step.round), step.on)
      return
    case 'visit':
      return visitOnSite(run, step)
    case 'labTest':
      return testInLaboratory(run, step)
    case 'meet':
      return hold(run, step)
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
    case 'passes':
      for (const line of step.lines) checks.push(await passesCheck(db, idOf(run, line.dossier), line))
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

// A session of a desk's council with the sheets a plan gives, by the verbs of members and chair: in the room, or asked in writing.
import { isAppError } from '#/platform/errors/app-error.ts'
import { casesOf, type Answers } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { putOnAgenda, releasePack } from '../council/agenda.actions.ts'
import { closeResult, closeScoring } from '../council/closing.actions.ts'
import { declareConflict } from '../council/conflict.actions.ts'
import { itemFacts, ownSheets } from '../council/council.store.ts'
import { closeMeeting, createMeeting, openMeeting, openPack, recordArrival } from '../council/meeting.actions.ts'
import { finishReconciliation, openReconciliation } from '../council/reconciliation.actions.ts'
import { finaliseSheet, saveSheet, startSheet } from '../council/sheet.actions.ts'
import { formOfItem } from '../council/sheet.store.ts'
import { fieldOf } from '../council/sheet.ts'
import { officeOf } from './cast.ts'
import { resultCheck } from './check.ts'
import { printed } from './fill.ts'
import { councilOf, idOf, roundOf, type Run } from './running.ts'
import { chairOf, type Council, type Seat } from './session.ts'
import type { StepOf } from './step.schema.ts'
import { sheetWorth } from './totals.ts'

type Planned = StepOf<'meet'>['items'][number]
type Discussed = Planned & { discuss: NonNullable<Planned['discuss']> }

/** Holds one session: everyone takes part, nobody in conflict, each sheet worth the total the plan gives, every result closed and checked. */
export async function hold(run: Run, step: StepOf<'meet'>): Promise<void> {
  const { cast, checks, services } = run
  const desk = cast.desk(step.desk)
  const council = councilOf(run, step.desk)
  const written = step.mode === 'writtenOpinion'
  const { meetingId, items } = await prepare(run, step, council)
  for (const seat of council.seats) {
    if (!written) await cast.on(step.on, officeOf(desk), (ctx) => recordArrival(ctx, meetingId, seat.memberId), 8)
    await cast.on(
      step.on,
      seat.username,
      async (ctx) => {
        for (const itemId of items) {
          await declareConflict(ctx, itemId, { conflicted: 'no' })
          await openPack(ctx, itemId)
        }
      },
      8,
    )
  }
  // In writing the session opens with the ballots.
  if (!written) await cast.on(step.on, chairOf(council), (ctx) => openMeeting(ctx, meetingId), 8)
  for (const [index, itemId] of items.entries()) {
    const planned = step.items[index]
    if (planned) await assess(run, step, council, { itemId, planned })
  }
  await cast.on(step.on, chairOf(council), (ctx) => closeMeeting(ctx, meetingId), 11)
  for (const item of step.items)
    checks.push(await resultCheck(services.database.db, services.regulations, desk, idOf(run, item.dossier), item))
}

async function prepare(run: Run, step: StepOf<'meet'>, council: Council): Promise<{ meetingId: string; items: string[] }> {
  const desk = run.cast.desk(step.desk)
  const asOffice = <T>(verb: Parameters<typeof run.cast.on<T>>[2]) => run.cast.on(step.released, officeOf(desk), verb)
  const meetingId = await asOffice((ctx) =>
    createMeeting(ctx, {
      councilId: council.councilId,
      roundId: roundOf(run, step.desk, step.round),
      name: step.name,
      date: printed(step.on),
      time: '08:00',
      place: step.mode === 'writtenOpinion' ? '' : desk.committee,
      mode: step.mode,
    }),
  )
  const dossierIds = step.items.map((item) => idOf(run, item.dossier))
  const items = await asOffice((ctx) => putOnAgenda(ctx, meetingId, dossierIds))
  await asOffice((ctx) => releasePack(ctx, meetingId))
  return { meetingId, items }
}

async function assess(run: Run, step: StepOf<'meet'>, council: Council, at: { itemId: string; planned: Planned }): Promise<void> {
  const { cast, services } = run
  const { itemId, planned } = at
  const { db } = services.database
  const voters = council.seats.filter((seat) => seat.voting)
  if (planned.sheets.length !== voters.length)
    throw new Error(`${planned.source}: ${planned.sheets.length} sheets for ${voters.length} voting members`)
  const { form } = await formOfItem(db, services.regulations, await itemFacts(db, itemId))
  const answersOf = (total: number | undefined) => sheetWorth(form, total ?? 0, planned.gatesMetTo ?? planned.star, casesOf(form)[0])
  for (const [place, seat] of voters.entries())
    await cast.on(
      step.on,
      seat.username,
      async (ctx) => {
        const { version } = await startSheet(ctx, itemId)
        const saved = await saveSheet(ctx, itemId, { version, fields: optionFields(answersOf(planned.sheets[place])), comment: '' })
        await finaliseSheet(ctx, itemId, saved.version)
      },
      9,
    )
  const chair = chairOf(council)
  await cast.on(step.on, chair, (ctx) => closeScoring(ctx, itemId), 10)
  if (isDiscussed(planned)) await discuss(run, step, { itemId, planned, chair, voters, form })
  await cast.on(step.on, chair, (ctx) => closeResult(ctx, itemId), 10)
}

const isDiscussed = (planned: Planned): planned is Discussed => planned.discuss !== undefined

type Discussion = { itemId: string; planned: Discussed; chair: string; voters: readonly Seat[]; form: Form }

/** The spread is over the limit: no result, then the chair reopens what the members will change, and they do, each with the reason. */
async function discuss(run: Run, step: StepOf<'meet'>, at: Discussion): Promise<void> {
  const { cast, checks, services } = run
  const { itemId, planned, chair, voters, form } = at
  const { sheets, reason, spreadBefore } = planned.discuss
  const refused = await cast
    .on(step.on, chair, (ctx) => closeResult(ctx, itemId), 10)
    .then(
      () => 'done',
      (error: unknown) => (isAppError(error) ? error.code : String(error)),
    )
  const wanted = (total: number | undefined) => sheetWorth(form, total ?? 0, planned.gatesMetTo ?? planned.star, casesOf(form)[0])
  const scope = voters.flatMap((seat, place) => {
    const [before, after] = [wanted(planned.sheets[place]), wanted(sheets[place])]
    return Object.keys(after)
      .filter((criterion) => after[criterion] !== before[criterion])
      .map((criterion) => ({ memberId: seat.memberId, criterion }))
  })
  await cast.on(step.on, chair, (ctx) => openReconciliation(ctx, itemId, { reason, scope }), 10)
  for (const [place, seat] of voters.entries()) {
    const own = scope.filter((entry) => entry.memberId === seat.memberId).map((entry) => entry.criterion)
    if (own.length === 0) continue
    const after = wanted(sheets[place])
    await cast.on(
      step.on,
      seat.username,
      async (ctx) => {
        const version = (await ownSheets(ctx.tx, itemId, seat.memberId)).at(-1)?.version ?? 0
        const fields = {
          ...optionFields(Object.fromEntries(own.map((code) => [code, after[code] ?? 0]))),
          ...Object.fromEntries(own.map((code) => [fieldOf.reason(code), reason])),
        }
        const saved = await saveSheet(ctx, itemId, { version, fields })
        await finaliseSheet(ctx, itemId, saved.version)
      },
      10,
    )
  }
  await cast.on(step.on, chair, (ctx) => finishReconciliation(ctx, itemId), 10)
  const row = await services.database.db
    .selectFrom('reconciliation')
    .select(['spreadBefore', 'spreadAfter'])
    .where('itemId', '=', itemId)
    .executeTakeFirst()
  checks.push({
    source: planned.source,
    what: `${planned.dossier} at ${step.desk}: no result while the spread is over the limit, then discussed`,
    expected: { refused: 'closing.blocked', before: spreadBefore, after: planned.spread },
    actual: { refused, before: String(row?.spreadBefore ?? ''), after: String(row?.spreadAfter ?? '') },
  })
}

function optionFields(answers: Answers): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).map(([code, option]) => [fieldOf.option(code), String(option)]))
}

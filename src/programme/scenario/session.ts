// The council of a desk and its meetings, with the sheets a plan gives, by the verbs of members and chair.
import { casesOf } from '#/regulation/form.ts'
import type { Services } from '../context.ts'
import { putOnAgenda, releasePack } from '../council/agenda.actions.ts'
import { closeResult, closeScoring } from '../council/closing.actions.ts'
import { declareConflict } from '../council/conflict.actions.ts'
import { addMember, changeRules, createCouncil, establishCouncil } from '../council/council.actions.ts'
import { itemFacts } from '../council/council.store.ts'
import { closeMeeting, createMeeting, openMeeting, openPack, recordArrival } from '../council/meeting.actions.ts'
import { finaliseSheet, saveSheet, startSheet } from '../council/sheet.actions.ts'
import { formOfItem } from '../council/sheet.store.ts'
import { fieldOf } from '../council/sheet.ts'
import { officeOf, type Cast } from './cast.ts'
import { printed } from './fill.ts'
import type { Desk, StepOf } from './scenario.schema.ts'
import { sheetWorth } from './totals.ts'

export type Seat = { username: string; memberId: string; voting: boolean; role: string }
export type Council = { councilId: string; seats: Seat[] }

/** Sets the council up, changes its rules where the plan says so, and establishes it by its decision. */
export async function establish(cast: Cast, desk: Desk, step: StepOf<'establish'>): Promise<Council> {
  const office = officeOf(desk)
  const councilId = await cast.on(step.on, office, (ctx) =>
    createCouncil(ctx, { name: step.name, termFrom: printed(step.termFrom), termTo: printed(step.termTo) }),
  )
  const seats: Seat[] = []
  for (const [index, seat] of step.seats.entries()) {
    const username = `${desk.key.toLowerCase()}.${seat.role === 'secretary' ? 'thuky' : 'hd'}${index + 1}`
    const accountId = await cast.account(username, seat.name, desk.authority)
    const bodyId = await cast.body(desk, seat.body)
    const memberId = await cast.on(step.on, office, (ctx) =>
      addMember(ctx, councilId, { accountId, bodyId, post: seat.post, role: seat.role, department: seat.department }),
    )
    seats.push({ username, memberId, voting: seat.role !== 'secretary', role: seat.role })
  }
  if (step.rules)
    await cast.on(step.on, office, async (ctx) => {
      const council = await ctx.tx.selectFrom('council').select(['rules', 'version']).where('id', '=', councilId).executeTakeFirstOrThrow()
      await changeRules(ctx, councilId, { ...(council.rules as Record<string, unknown>), ...step.rules }, council.version)
    })
  await cast.on(step.on, office, (ctx) =>
    establishCouncil(ctx, councilId, { number: step.number, date: printed(step.on), signer: step.signer, signerPost: 'Chủ tịch' }),
  )
  return { councilId, seats }
}

/** Holds one meeting: everyone there, nobody in conflict, each sheet worth the total the plan gives, every result closed. */
export async function hold(
  services: Services,
  cast: Cast,
  at: { desk: Desk; council: Council; roundId: string; dossierIds: readonly string[] },
  step: StepOf<'meet'>,
): Promise<void> {
  const { desk, council } = at
  const office = officeOf(desk)
  const chair = council.seats.find((seat) => seat.role === 'chair')?.username ?? ''
  const meetingId = await cast.on(step.released, office, (ctx) =>
    createMeeting(ctx, {
      councilId: council.councilId,
      roundId: at.roundId,
      name: step.name,
      date: printed(step.on),
      time: '08:00',
      place: desk.committee,
      mode: 'meeting',
    }),
  )
  const items = await cast.on(step.released, office, (ctx) => putOnAgenda(ctx, meetingId, at.dossierIds))
  await cast.on(step.released, office, (ctx) => releasePack(ctx, meetingId))
  for (const seat of council.seats) {
    await cast.on(step.on, office, (ctx) => recordArrival(ctx, meetingId, seat.memberId), 8)
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
  await cast.on(step.on, chair, (ctx) => openMeeting(ctx, meetingId), 8)
  const voters = council.seats.filter((seat) => seat.voting)
  const { db } = services.database
  for (const [index, itemId] of items.entries()) {
    const plan = step.items[index]
    if (!plan) continue
    if (plan.sheets.length !== voters.length)
      throw new Error(`${plan.source}: ${plan.sheets.length} sheets for ${voters.length} voting members`)
    const { form } = await formOfItem(db, services.regulations, await itemFacts(db, itemId))
    for (const [place, seat] of voters.entries()) {
      const answers = sheetWorth(form, plan.sheets[place] ?? 0, plan.gatesMetTo ?? plan.star, casesOf(form)[0])
      await cast.on(
        step.on,
        seat.username,
        async (ctx) => {
          const { version } = await startSheet(ctx, itemId)
          const fields = Object.fromEntries(Object.entries(answers).map(([code, option]) => [fieldOf.option(code), String(option)]))
          const saved = await saveSheet(ctx, itemId, { version, fields, comment: '' })
          await finaliseSheet(ctx, itemId, saved.version)
        },
        9,
      )
    }
    await cast.on(step.on, chair, (ctx) => closeScoring(ctx, itemId), 10)
    await cast.on(step.on, chair, (ctx) => closeResult(ctx, itemId), 10)
  }
  await cast.on(step.on, chair, (ctx) => closeMeeting(ctx, meetingId), 11)
}

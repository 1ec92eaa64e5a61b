// The council of a desk: set up, established by its decision, with its working rules as a paper.
import { addMember, changeRules, createCouncil, establishCouncil } from '../council/council.actions.ts'
import { issueCouncilRules, saveCouncilRulesText } from '../council/council-paper.actions.ts'
import { officeOf, type Cast } from './cast.ts'
import { printed } from './fill.ts'
import type { Desk } from './scenario.schema.ts'
import type { StepOf } from './step.schema.ts'

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

/** The council's working rules, written and issued by its chair under its own series or the number the plan prints. */
export async function issueRules(cast: Cast, desk: Desk, council: Council, step: StepOf<'rulesPaper'>): Promise<void> {
  const { councilId } = council
  const text = 'Hội đồng làm việc theo nguyên tắc tập thể; từng thành viên chấm điểm độc lập theo phiếu đánh giá.'
  await cast.on(step.on, chairOf(council), (ctx) => saveCouncilRulesText(ctx, councilId, { text, version: 0 }))
  const chair = await cast.on(step.on, chairOf(council), async (ctx) => ctx.actor.name)
  await cast.on(step.on, chairOf(council), (ctx) =>
    issueCouncilRules(ctx, councilId, { number: step.number, date: printed(step.on), signer: chair }),
  )
}

/** User name of the one who presides. */
export function chairOf(council: Council): string {
  return council.seats.find((seat) => seat.role === 'chair')?.username ?? ''
}

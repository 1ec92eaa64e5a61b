// Inspections, a violation in each hand, a proposal and plans, in the states their presses begin from.
import {
  answeredViolation,
  plansIn,
  inspectable,
  inspectionIn,
  proposedViolation,
  recordForm,
  memberIds,
} from '#/programme/inspection/inspection.fixture.ts'
import type { World } from '#/testing/world.ts'

export async function inspectionStates(world: World, name: string) {
  const planned = await inspectionIn(world, 'planned')
  const unannounced = await inspectionIn(world, 'planned', { input: { kind: 'adhoc', reason: 'Theo phản ánh.' } })
  const recorded = await inspectionIn(world, 'recorded')
  const open = await inspectionIn(world, 'violated')
  const answered = await answeredViolation(world)
  const proposed = await proposedViolation(world)
  const free = await inspectable(world)
  const plans = await plansIn(world, name)
  return {
    inspection: {
      planned: planned.id,
      present: await memberIds(world, planned.id),
      form: recordForm(world),
      unannounced: unannounced.id,
      recorded: recorded.id,
      open: open.violationId,
      answered: answered.violationId,
      proposed: proposed.violationId,
      proposal: proposed.proposalId,
      free: free.productId,
      draft: plans.planId,
      ranked: plans.rankedId,
      issued: plans.issuedId,
      rankedProduct: plans.productId,
    },
  }
}

// Support and rewards in every state a verb begins from; of the producer in phường Sầm Sơn and its province's desk.
import { actAs, type World } from '#/testing/world.ts'
import { approvedPolicy, draftedList, issuing, paidList, policyInput, recognised } from '#/programme/reward/reward.fixture.ts'
import { decideRewardList, payRewards } from '#/programme/reward/list.actions.ts'
import { addPolicy } from '#/programme/reward/policy.actions.ts'
import { judgeMilestone } from '#/programme/support/milestone.actions.ts'
import { suspendSupport, terminateSupport } from '#/programme/support/support.actions.ts'
import { approvedSupport, askedSupport, filedMilestone, releasedMilestone, runningSupport } from '#/programme/support/support.fixture.ts'

export async function supportStates(world: World, name: string) {
  const { db } = world.services.database
  const over = { detail: name }
  const filed = await runningSupport(world, over)
  await filedMilestone(world, filed, filed.milestones[0])
  const accepted = await runningSupport(world, over)
  await filedMilestone(world, accepted, accepted.milestones[0])
  await actAs(world, 'office', (ctx) => judgeMilestone(ctx, accepted.id, accepted.milestones[0], { verdict: 'accepted' }))
  const late = await runningSupport(world, over)
  await db.updateTable('supportMilestone').set({ dueOn: '2026-09-10' }).where('id', '=', late.milestones[0]).execute()
  const suspended = await runningSupport(world, over)
  await actAs(world, 'office', (ctx) => suspendSupport(ctx, suspended.id, { reason: name }))
  const done = await runningSupport(world, over)
  for (const milestone of done.milestones) await releasedMilestone(world, done, milestone)
  const ended = await runningSupport(world, over)
  await releasedMilestone(world, ended, ended.milestones[0])
  const back = { reason: name, amount: '5000000', dueOn: '31/12/2026', decisionNumber: '9/QĐ' }
  const receivable = (await actAs(world, 'office', (ctx) => terminateSupport(ctx, ended.id, back))) ?? ''
  const moc = (contract: { id: string; milestones: readonly string[] }) => `/ho-tro/${contract.id}/moc/${contract.milestones[0]}`
  const approved = await approvedSupport(world, over)
  return {
    support: {
      asked: await askedSupport(world, over),
      approved: approved.id,
      milestone: approved.milestones[0],
      running: filed.id,
      suspended: suspended.id,
      done: done.id,
      openMilestone: moc(late),
      filedMilestone: moc(filed),
      acceptedMilestone: moc(accepted),
      receivable,
      lineId: filed.lineId,
      sourceId: filed.sourceId,
    },
    reward: await rewardStates(world, name),
  }
}

async function rewardStates(world: World, name: string) {
  const { db } = world.services.database
  const policy = await approvedPolicy(world, { title: name })
  const list = async (month: string) => {
    await recognised(world, { star: 3, on: `2026-${month}-10`, name })
    return { title: name, from: `01/${month}/2026`, to: `28/${month}/2026` }
  }
  const draft = await draftedList(world, policy, await list('02'))
  const decided = await draftedList(world, policy, await list('03'))
  await actAs(world, 'leader', (ctx) => decideRewardList(ctx, decided.id, issuing))
  const waiting = await draftedList(world, policy, await list('04'))
  await actAs(world, 'leader', (ctx) => decideRewardList(ctx, waiting.id, issuing))
  await actAs(world, 'office', (ctx) => payRewards(ctx, waiting.id))
  const paid = await paidList(world, policy, await list('05'))
  const oneOf = async (listId: string) => db.selectFrom('reward').selectAll().where('listId', '=', listId).executeTakeFirstOrThrow()
  const gone = await oneOf(paid.id)
  await db.updateTable('certificate').set({ state: 'withdrawn' }).where('id', '=', gone.certificateId).execute()
  await recognised(world, { star: 3, on: '2026-06-10', name })
  return {
    policy,
    draftPolicy: await actAs(world, 'office', (ctx) => addPolicy(ctx, { ...policyInput, title: name })),
    draft: draft.id,
    listed: (await oneOf(draft.id)).id,
    decided: decided.id,
    waiting: waiting.id,
    paid: paid.id,
    gone: gone.id,
    lineId: draft.lineId,
    sourceId: draft.sourceId,
  }
}

// One idea and one business plan in every state a verb begins from; all of the producer in phường Sầm Sơn.
import { actAs, type World } from '#/testing/world.ts'
import { filedDossier, placeDossier } from '#/programme/dossier/dossier.fixture.ts'
import { planCall } from '#/programme/idea/call.actions.ts'
import {
  confirmedIdea,
  draftIdea,
  judgedIdea,
  listedIdeas,
  openedCall,
  pastCall,
  planAt,
  submittedIdea,
} from '#/programme/idea/idea.fixture.ts'
import { confirmHalfYear, confirmMilestone, reportHalfYear, reportMilestone } from '#/programme/idea/progress.actions.ts'

export async function ideaStates(world: World, name: string) {
  const { db } = world.services.database
  const listed = await listedIdeas(
    world,
    Array.from({ length: 8 }, () => name),
  )
  const at = (index: number) => listed[index] ?? ''
  const callId = await openedCall(world, `${name} đang mở`)
  const endedCall = await openedCall(world, `${name} hết hạn`)
  await judgedIdea(world, endedCall, name)
  await pastCall(world, endedCall)
  const plannedCall = await actAs(world, 'office', (ctx) => planCall(ctx, { name, opensOn: '01/10/2026', closesOn: '31/10/2026' }))
  const failed = await filedDossier(world, { name })
  await placeDossier(world, failed.dossierId, 'rejected')
  const milestonesOf = async (planId: string) =>
    (await db.selectFrom('planMilestone').select('id').where('planId', '=', planId).orderBy('ordinal').execute()).map((row) => row.id)
  const report = { year: '2026', half: '2', content: 'Ủ 4 mẻ.', volume: '1', revenue: '1', workers: '1' }
  const reportOf = async (planId: string) =>
    (await db.selectFrom('planReport').select('id').where('planId', '=', planId).executeTakeFirstOrThrow()).id

  const planApproved = await planAt(world, at(4), 'approved')
  const [doneMilestone = '', openMilestone = ''] = await milestonesOf(planApproved)
  await actAs(world, 'producer', (ctx) => reportMilestone(ctx, planApproved, doneMilestone, { state: 'done', report: 'Đã xong.' }))
  await actAs(world, 'producer', (ctx) => reportHalfYear(ctx, planApproved, report))
  const confirmedReport = await reportOf(planApproved)
  await actAs(world, 'communeOfficer', (ctx) => confirmHalfYear(ctx, planApproved, confirmedReport, {}))
  const planReported = await planAt(world, at(5), 'approved')
  await actAs(world, 'producer', (ctx) => reportHalfYear(ctx, planReported, report))
  const planFinished = await planAt(world, at(6), 'approved')
  for (const id of await milestonesOf(planFinished)) {
    await actAs(world, 'producer', (ctx) => reportMilestone(ctx, planFinished, id, { state: 'done', report: 'Đã xong.' }))
    await actAs(world, 'communeOfficer', (ctx) => confirmMilestone(ctx, planFinished, id, {}))
  }
  return {
    callId,
    endedCall,
    plannedCall,
    draft: await draftIdea(world, name),
    submitted: await submittedIdea(world, callId, name),
    confirmed: await confirmedIdea(world, callId, name),
    judged: await judgedIdea(world, callId, name),
    listed: at(7),
    planDraft: await planAt(world, at(0), 'draft'),
    planFull: await planAt(world, at(1), 'full'),
    planSubmitted: await planAt(world, at(2), 'submitted'),
    planReceived: await planAt(world, at(3), 'received'),
    planApproved,
    doneMilestone,
    openMilestone,
    planReported,
    report: await reportOf(planReported),
    planFinished,
    failedDossier: failed.dossierId,
  }
}

// A programme plan in every state a verb begins from.
import { actAs, type World } from '#/testing/world.ts'
import { askOpinions, giveOpinion, opinionsOn } from '#/programme/programme-plan/opinion.actions.ts'
import { loadPlan } from '#/programme/programme-plan/load.actions.ts'
import { shippedPlan } from '#/programme/programme-plan/plan-file.ts'
import { submitPlan } from '#/programme/programme-plan/plan.actions.ts'
import { draftPlan, issuedPlan, issueForm, submittedPlan } from '#/programme/programme-plan/plan.fixture.ts'
import { checkSheet } from '#/programme/sheet/sheet.actions.ts'
import { issuePlan } from '#/programme/task/issue.actions.ts'
import { reportWork } from '#/programme/task/task.actions.ts'

export async function programmePlanStates(world: World, name: string) {
  const { db } = world.services.database
  const opinion = await draftPlan(world, name)
  await actAs(world, 'office', (ctx) => askOpinions(ctx, opinion))
  await actAs(world, 'bodyOfficer', (ctx) => giveOpinion(ctx, opinion, { verdict: 'agree' }))
  const [given] = await opinionsOn(db, opinion)
  const { planId: conditional } = await actAs(world, 'office', (ctx) => loadPlan(ctx, shippedPlan('son-tay-2023')))
  await actAs(world, 'office', (ctx) => submitPlan(ctx, conditional))
  await actAs(world, 'leader', (ctx) => issuePlan(ctx, conditional, { ...issueForm, numberKind: 'later' }))
  const issued = await issuedPlan(world, name)
  const works = await db
    .selectFrom('taskWork as w')
    .innerJoin('taskInstance as i', 'i.id', 'w.instanceId')
    .innerJoin('programmePlan as p', 'p.familyId', 'i.familyId')
    .select(['w.id', 'w.bodyId', 'w.communeCode'])
    .where('p.id', '=', issued)
    .execute()
  const doneWork = works.find((work) => work.communeCode === '16531')?.id ?? ''
  await actAs(world, 'communeOfficer', (ctx) =>
    reportWork(ctx, doneWork, { state: 'done', content: 'Đã rà soát.' }, { files: [], version: 1 }),
  )
  const { version } = await db.selectFrom('programmePlan').select('version').where('id', '=', issued).executeTakeFirstOrThrow()
  const product = await db.selectFrom('programmeProduct').select('id').where('planId', '=', issued).executeTakeFirstOrThrow()
  const draft = await draftPlan(world, name)
  const file = { name: 'kinh-phi.csv', bytes: new TextEncoder().encode('Nội dung,Kinh phí\nHội chợ,50\n') }
  const { id: moneySheet } = await actAs(world, 'office', (ctx) => checkSheet(ctx, 'phu-bieu-kinh-phi', draft, file))
  return {
    moneySheet,
    productRow: product.id,
    issuedVersion: String(version),
    doneWork,
    draft,
    opinion,
    opinionId: given?.id ?? '',
    submitted: await submittedPlan(world, name),
    conditional,
    issued,
    bodyWork: works.find((work) => work.bodyId === world.bodies.departments[1])?.id ?? '',
  }
}

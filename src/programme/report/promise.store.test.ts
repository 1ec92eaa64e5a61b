// The plan of a call: chosen among the desk's issued ones, its targets beside the rows counted the same way.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { fieldsOf } from '#/testing/refusals.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { draftPlan, issuedPlan } from '../programme-plan/plan.fixture.ts'
import { planReportCall } from './call.actions.ts'
import { contentOf } from './compute.actions.ts'
import { promisesOf } from './promise.store.ts'
import { callInput, openedCall } from './report.fixture.ts'
import { reportFor } from './report.load.ts'

let services: TestServices
let world: World
const db = () => services.database.db
beforeAll(async () => {
  services = await testServices({ now: '2026-06-05T02:00:00Z' })
  world = await makeWorld(services)
})
afterAll(() => services.close())

const familyOf = async (planId: string) =>
  (await db().selectFrom('programmePlan').select('familyId').where('id', '=', planId).executeTakeFirstOrThrow()).familyId
async function promises(person: Person, reportId: string) {
  const actor = await actorOf(world, person)
  const { report } = await reportFor(db(), actor, reportId)
  const found = await promisesOf(db(), actor, report, await contentOf(db(), report))
  return Object.fromEntries([...found].map(([row, all]) => [row, all.map((one) => `${one.code} ${one.text} ${one.dueOn}`)]))
}
const target = (planId: string, code: string, over: Record<string, unknown>) =>
  db()
    .insertInto('programmeTarget')
    .values({
      id: newId(),
      planId,
      code,
      ordinal: Number(code.slice(1)),
      title: code,
      op: 'min',
      valueMin: 5,
      unit: 'product',
      startsOn: '2026-01-01',
      dueOn: '2026-12-31',
      scope: 'whole',
      indicator: 'recognised-new',
      params: '{}',
      ...over,
    } as never)
    .execute()

test('the whole’s targets stand at the desk’s own rows of the same indicator and parameters, each unit’s at the unit’s', async () => {
  const planId = await issuedPlan(world)
  await target(planId, 'T21', { params: '{"stars":[4]}', op: 'more' })
  await target(planId, 'T22', { scope: 'eachCommune', valueMin: 1 })
  await target(planId, 'T23', { dueOn: '2025-12-31', startsOn: '2025-01-01' })
  await target(planId, 'T24', { op: 'none', valueMin: null })
  await target(planId, 'T25', { indicator: 'products-valid' })
  const { own, samSon, body } = await openedCall(world, { planFamilyId: await familyOf(planId) })
  expect(await promises('office', own)).toEqual({
    'star.new': ['T01 ít nhất 12 sản phẩm 2026-12-31'],
    'star.new.4': ['T21 trên 5 sản phẩm 2026-12-31'],
    'star.valid': ['T25 ít nhất 5 sản phẩm 2026-12-31'],
  })
  expect(await promises('communeOfficer', samSon)).toEqual({ 'star.new': ['T22 ít nhất 1 sản phẩm 2026-12-31'] })
  expect(await promises('bodyOfficer', body)).toEqual({})
})

test('a call without a plan promises nothing; a draft, another desk’s plan and rubbish are no plan of the call', async () => {
  const { own } = await openedCall(world, { title: 'Không theo kế hoạch' }, 'halfYear', 2025)
  expect(await promises('office', own)).toEqual({})
  const draft = await familyOf(await draftPlan(world, 'Dự thảo'))
  for (const planFamilyId of [draft, newId(), 'x']) {
    const input = { ...(await callInput(world, 'year')), planFamilyId }
    expect(await fieldsOf(actAs(world, 'office', (ctx) => planReportCall(ctx, input)))).toEqual(['planFamilyId'])
  }
})

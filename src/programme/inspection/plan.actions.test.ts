import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, people, type Person, type World } from '#/testing/world.ts'
import type { Ctx } from '../context.ts'
import { inspectable, INSPECTION_NOW, inspectionIn } from './inspection.fixture.ts'
import { addInspectionPlan, cancelInspectionPlan, chooseForInspection, issueInspectionPlan, rankInspectionPlan } from './plan.actions.ts'
import { inspectionPlanFor, issuedPlans, listInspectionPlans, planLines, riskFacts } from './plan.store.ts'
import type { InspectionPlanInput } from './plan.ts'

let services: TestServices
let world: World
const db = () => services.database.db
const as = <T>(person: Person, verb: (ctx: Ctx) => Promise<T>) => actAs(world, person, verb)
const input = (over: InspectionPlanInput = {}): InspectionPlanInput => ({
  title: 'Kiểm tra sản phẩm OCOP năm 2027',
  fromOn: '01/03/2027',
  toOn: '31/12/2027',
  wanted: '2',
  leadBodyId: world.bodies.departments[1],
  content: '',
  ...over,
})
const add = (over: InspectionPlanInput = {}, person: Person = 'office') =>
  as(person, (ctx) => addInspectionPlan(ctx, input(over), [world.bodies.departments[2]]))
const lines = (planId: string, chosen: boolean | null = null) => planLines(db(), planId, { search: '', chosen, page: 1, perPage: 100 })
const issue = (planId: string, person: Person = 'office') =>
  as(person, (ctx) => issueInspectionPlan(ctx, planId, { number: '12/KH-VPĐP', issuedOn: '01/03/2027' }))

beforeAll(async () => {
  services = await testServices({ now: INSPECTION_NOW })
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('without a certificate in force there is no order, and an empty plan is not issued', async () => {
  const planId = await add({ title: 'Rỗng' })
  expect(await refused(as('office', (ctx) => rankInspectionPlan(ctx, planId)))).toBe('inspection.nothingToRank')
  expect(await refused(issue(planId))).toBe('inspection.nothingChosen')
})

test.each<[InspectionPlanInput, string[]]>([
  [{ title: '' }, ['title']],
  [{ wanted: '0' }, ['wanted']],
  [{ wanted: '1,5' }, ['wanted']],
  [{ toOn: '28/02/2027' }, ['toOn']],
  [{ leadBodyId: 'rác' }, ['leadBodyId']],
  [{ leadBodyId: newId() }, ['leadBodyId']],
])('%j is refused at %j', async (over, fields) => {
  expect(await fieldsOf(add(over))).toEqual(fields)
})

test('a plan is made once by the office; others of the desk only read it, bodies with a part once it is issued', async () => {
  const twice = await Promise.allSettled([add({ title: 'Hai lần' }), add({ title: 'Hai lần' })])
  expect(twice.map((end) => end.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await refused(as('office', (ctx) => addInspectionPlan(ctx, input({ title: 'Lạ' }), ['rác'])))).toBe('invalid')
  for (const person of people.filter((one) => one !== 'office' && one !== 'otherProvinceOffice'))
    expect([person, await refused(add({ title: person }, person))]).toEqual([
      person,
      ['leader', 'advisor', 'bodyOfficer'].includes(person) ? 'forbidden' : 'notFound',
    ])
  const planId = await add({ title: 'Của sở' })
  await inspectable(world)
  await as('office', (ctx) => rankInspectionPlan(ctx, planId))
  const opens = async (person: Person) => refused(actorOf(world, person).then((actor) => inspectionPlanFor(db(), actor, planId)))
  expect(await opens('bodyOfficer')).toBe('notFound')
  await issue(planId)
  for (const person of people)
    expect([person, await opens(person)]).toEqual([
      person,
      ['office', 'leader', 'advisor', 'bodyOfficer'].includes(person) ? 'done' : 'notFound',
    ])
  expect(
    (await listInspectionPlans(db(), await actorOf(world, 'bodyOfficer'), { search: 'cua so', state: null, page: 1, perPage: 9 })).total,
  ).toBe(1)
  expect(await issuedPlans(db(), '38')).toMatchObject([{ id: planId }])
})

test('what the public reported of a product within a year raises it, unless it was found false', async () => {
  const { productId } = await inspectable(world)
  const report = (state: string, receivedAt: string) =>
    db()
      .insertInto('publicReport')
      .values({
        id: newId(),
        code: newId(),
        formKey: newId(),
        provinceCode: '38',
        authority: '38',
        topic: 'stars',
        words: 'In sai sao.',
        producerId: world.producers.own,
        productId,
        state,
        ...(state === 'unfounded' ? { answer: 'Không có cơ sở.', answeredBy: 'x', answeredAt: receivedAt } : {}),
        receivedAt,
        dueOn: '2027-03-31',
      })
      .execute()
  const reports = async () =>
    (await riskFacts(db(), '38', '2027-03-01')).filter((facts) => facts.reports > 0).map((facts) => [facts.productId, facts.reports])
  await report('unfounded', '2027-02-01T02:00:00Z')
  await report('spam', '2027-02-01T02:00:00Z')
  await report('received', '2026-02-01T02:00:00Z')
  expect(await reports()).toEqual([])
  await report('received', '2027-02-28T02:00:00Z')
  expect(await reports()).toEqual([[productId, 1]])
  // Taken out again: the other tests know the points of their products.
  await db().deleteFrom('publicReport').execute()
})

test('the order is frozen with the points of its day; a choice by hand has its reason; an issued plan stays', async () => {
  const worst = await inspectionIn(world, 'violated', { violation: { severity: 'critical' } })
  const ending = await inspectable(world, { lastValidOn: '2027-04-01' })
  const planId = await add({ title: 'Thứ tự' })
  const count = await as('office', (ctx) => rankInspectionPlan(ctx, planId))
  const { rows } = await lines(planId)
  expect(rows).toHaveLength(count)
  expect(rows.slice(0, 2).map((row) => [row.productId, row.points, row.reasons.map((reason) => reason.code), row.chosen])).toEqual([
    // 4 for the ending certificate nobody ever inspected stands before 4 for the violation: it ends sooner.
    [ending.productId, 4, ['neverInspected', 'ends'], true],
    [worst.productId, 4, ['critical'], true],
  ])
  expect(rows.slice(2).every((row) => !row.chosen)).toBe(true)
  const choose = (over: object, person: Person = 'office') =>
    as(person, (ctx) => chooseForInspection(ctx, planId, { productId: worst.productId, chosen: 'no', note: 'Mới kiểm tra.', ...over }))
  expect(await fieldsOf(choose({ note: '' }))).toEqual(['note'])
  expect(await fieldsOf(choose({ chosen: '' }))).toEqual(['chosen'])
  expect(await fieldsOf(choose({ productId: newId() }))).toEqual(['productId'])
  expect(await refused(choose({}, 'leader'))).toBe('forbidden')
  await choose({})
  expect((await lines(planId, true)).rows.map((row) => row.productId)).toEqual([ending.productId])
  expect(await refused(issue(planId, 'leader'))).toBe('forbidden')
  await issue(planId)
  const frozen = await lines(planId)
  await db().updateTable('certificate').set({ lastValidOn: '2029-12-22' }).where('id', '=', ending.id).execute()
  for (const again of [
    () => choose({}),
    () => issue(planId),
    () => as('office', (ctx) => rankInspectionPlan(ctx, planId)),
    () => as('office', (ctx) => cancelInspectionPlan(ctx, planId, { reason: 'Thôi.' })),
  ])
    expect(await refused(again())).toBe('stateConflict')
  expect((await lines(planId)).rows.map((row) => row.reasons)).toEqual(frozen.rows.map((row) => row.reasons))
  const { id } = await inspectionIn(world, 'recorded', { input: { planId, products: ending.productId } })
  const [line] = (await lines(planId, true)).rows
  expect(line).toMatchObject({ inspectionId: id, done: true })
})

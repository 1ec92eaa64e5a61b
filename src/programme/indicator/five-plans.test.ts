import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type World } from '#/testing/world.ts'
import { loadPlan } from '../programme-plan/load.actions.ts'
import { submitPlan } from '../programme-plan/plan.actions.ts'
import { issueForm } from '../programme-plan/plan.fixture.ts'
import { planFileIds, shippedPlan } from '../programme-plan/plan-file.ts'
import { targetsOf } from '../programme-plan/part.store.ts'
import { planFor } from '../programme-plan/plan.store.ts'
import { issuePlan } from '../task/issue.actions.ts'
import { targetFigures } from './target.store.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
}, 60_000)
afterAll(() => services.close())

const db = () => services.database.db

describe.each(planFileIds())('the plan %s', (id) => {
  test('loads, is issued, prints, and every target shows a figure or says why there is none', async () => {
    const file = shippedPlan(id)
    const { planId } = await actAs(world, 'office', (ctx) => loadPlan(ctx, file))
    await actAs(world, 'office', (ctx) => submitPlan(ctx, planId))
    await actAs(world, 'leader', (ctx) => issuePlan(ctx, planId, { ...issueForm, numberKind: 'later' }))
    const { plan } = await planFor(db(), await actorOf(world, 'office'), planId)
    expect(plan.state).toBe('issued')

    const paper = await db().selectFrom('document').select('sha256').where('id', '=', plan.documentId).executeTakeFirstOrThrow()
    const pdf = await getDocumentProxy(new Uint8Array(await services.files.read(paper.sha256)))
    const { text } = await extractText(pdf, { mergePages: true })
    const printed = text.replace(/\s+/g, ' ')
    expect(printed).toContain('Nơi nhận')
    for (const target of file.targets) expect(printed.includes(target.title.replace(/\s+/g, ' ')), target.title).toBe(true)

    const targets = (await targetsOf(db(), [planId])).get(planId) ?? []
    expect(targets.length).toBe(file.targets.length)
    const figures = await targetFigures(db(), plan, targets, plan.endsOn, services.clock.now())
    for (const { target, figure } of figures) {
      if (target.indicator === null) continue
      expect(figure, target.code).not.toBeNull()
      expect(Number.isInteger(figure?.numerator), target.code).toBe(true)
      if (figure?.denominator === 0) expect(figure.blank, target.code).not.toBeNull()
    }
    expect(figures.filter(({ target }) => target.indicator !== null).length).toBeGreaterThan(0)
  }, 60_000)
})

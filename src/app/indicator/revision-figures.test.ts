// A replaced revision shows what was done on the day it was replaced, and which one counts now.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type World } from '#/testing/world.ts'
import { adjustPlan, submitPlan } from '#/programme/programme-plan/plan.actions.ts'
import { issuedPlan, issueForm } from '#/programme/programme-plan/plan.fixture.ts'
import { partsOf } from '#/programme/programme-plan/part.store.ts'
import { planFor, revisionsOf } from '#/programme/programme-plan/plan.store.ts'
import { issuePlan } from '#/programme/task/issue.actions.ts'
import { figuresOfRevision } from './targets.server.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('in force: today; replaced: the day the next one was issued, pointing to the newest; a draft has none', async () => {
  const { db } = services.database
  const actor = await actorOf(world, 'office')
  const figures = async (id: string) => {
    const { plan } = await planFor(db, actor, id)
    const page = { db, actor, now: services.clock.now(), lang: 'vi' as const }
    const found = await figuresOfRevision(page, plan, (await partsOf(db, id)).targets, await revisionsOf(db, actor, plan.familyId))
    return found && { asOf: found.asOf, now: found.countsNow?.revision ?? null, codes: Object.keys(found.rows) }
  }
  const first = await issuedPlan(world)
  const today = (await figures(first))?.asOf
  expect(await figures(first)).toEqual({ asOf: today, now: null, codes: ['T01'] })
  const next = async (of: string, issuedOn: string) => {
    const id = await actAs(world, 'office', (ctx) => adjustPlan(ctx, of, 'Thêm chỉ tiêu.'))
    expect(await figures(id)).toBeNull()
    await actAs(world, 'office', (ctx) => submitPlan(ctx, id))
    await actAs(world, 'leader', (ctx) => issuePlan(ctx, id, { ...issueForm, issuedOn }))
    return id
  }
  const second = await next(first, '01/05/2026')
  const third = await next(second, '20/06/2026')
  expect(await figures(first)).toEqual({ asOf: '2026-05-01', now: 3, codes: ['T01'] })
  expect(await figures(second)).toEqual({ asOf: '2026-06-20', now: 3, codes: ['T01'] })
  expect((await figures(third))?.asOf).toBe(today)
})

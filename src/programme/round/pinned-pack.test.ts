import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { openRound, planRound } from './round.actions.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices({ now: '2026-09-14T02:00:00Z' })
  world = await makeWorld(services)
}, 60_000)
afterAll(() => services.close())

const next = { year: '2027', ordinal: '1', name: '', opensOn: '01/01/2027', proposalsDueOn: '29/04/2027', closesOn: '29/06/2027', note: '' }

test('a round planned under one text of the pack does not open under another', async () => {
  const id = await actAs(world, 'office', (ctx) => planRound(ctx, next))
  const { db } = services.database
  const planned = await db.selectFrom('round').select(['regulationId', 'regulationHash']).where('id', '=', id).executeTakeFirstOrThrow()
  expect(planned).toEqual({ regulationId: services.regulations.current.id, regulationHash: services.regulations.current.hash })
  // As after a release that corrects a point in the pack.
  await db
    .updateTable('round')
    .set({ regulationHash: 'a'.repeat(64) })
    .where('id', '=', id)
    .execute()
  await expect(actAs(world, 'office', (ctx) => openRound(ctx, id, { confirmed: true }))).rejects.toMatchObject({
    code: 'round.packChanged',
  })
  expect(await db.selectFrom('round').select('state').where('id', '=', id).executeTakeFirst()).toEqual({ state: 'planned' })
})

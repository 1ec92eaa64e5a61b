import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorOf, makeWorld, people, SAM_SON, TEST_PASSWORD, type World } from './world.ts'
import { testServices, type TestServices } from './services.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('everyone of the test world has an account and the roles meant for them', async () => {
  for (const person of people) expect((await actorOf(world, person)).accountId).toBe(world.accounts[person])
  expect((await actorOf(world, 'communeOfficer')).grants).toMatchObject([
    { role: 'communeOfficer', communeCode: SAM_SON, bodyId: world.bodies.samSon },
  ])
  expect((await actorOf(world, 'producer')).grants).toMatchObject([{ role: 'producer', producerId: world.producers.own }])
})

test('a person of the test world can sign in', async () => {
  const answer = await services.auth.api.signInUsername({ body: { username: 'communeofficer', password: TEST_PASSWORD } })
  expect(answer?.user.name).toBe('Lê Văn Định')
})

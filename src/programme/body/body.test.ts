// The register of bodies of a desk, and the officers who work for them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type World } from '#/testing/world.ts'
import { bodiesOf, serves } from '../people/actor.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { createAccount, createBody, grantRole } from '../people/people.actions.ts'
import { addBody } from './body.actions.ts'
import { bodiesToServe, listBodies, type BodyQuery } from './body.store.ts'

let services: TestServices
let world: World
const db = () => services.database.db
const all: BodyQuery = { search: '', kind: null, page: 1, perPage: 50 }

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const input = { name: 'Hội Nông dân tỉnh', shortName: 'HND', kind: 'association' }

test('a body is added once: the same name again, in other letters, is told', async () => {
  await actAs(world, 'office', (ctx) => addBody(ctx, input))
  await expect(actAs(world, 'admin', (ctx) => addBody(ctx, { ...input, name: ' HỘI  nông dân TỈNH' }))).rejects.toMatchObject({
    fields: { name: expect.anything() },
  })
  expect((await listBodies(db(), '38', { ...all, search: 'hoi nong dan' })).rows.map((row) => row.shortName)).toEqual(['HND'])
})

test('two people adding the same body at once make one', async () => {
  const twice = ['office', 'admin'] as const
  const ends = await Promise.allSettled(
    twice.map((person) =>
      actAs(world, person, (ctx) => addBody(ctx, { ...input, name: 'Đài Phát thanh và Truyền hình', shortName: 'TTV' })),
    ),
  )
  expect(ends.map((end) => end.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await listBodies(db(), '38', { ...all, search: 'dai phat thanh' })).total).toBe(1)
})

test.each([
  [{ ...input, name: ' ' }, 'name'],
  [{ ...input, name: 'x'.repeat(201) }, 'name'],
  [{ ...input, name: 'Khác', shortName: '' }, 'shortName'],
  // Committees stand at the head of a desk and come with it.
  [{ ...input, name: 'Khác', kind: 'provinceCommittee' }, 'kind'],
  [{ ...input, name: 'Khác', kind: ['department'] }, 'kind'],
])('%j is refused at %s', async (bad, field) => {
  await expect(actAs(world, 'office', (ctx) => addBody(ctx, bad))).rejects.toMatchObject({ fields: { [field]: expect.anything() } })
})

test.each([
  ['leader', 'forbidden'],
  ['clerk', 'forbidden'],
  ['bodyOfficer', 'notFound'],
  ['communeLeader', 'notFound'],
  ['producer', 'notFound'],
] as const)('%s adds no body: %s', async (person, code) => {
  await expect(actAs(world, person, (ctx) => addBody(ctx, { ...input, name: 'Không được' }))).rejects.toMatchObject({ code })
})

test('the list is the desk’s own, filtered by kind, found without accents', async () => {
  const departments = await listBodies(db(), '38', { ...all, kind: 'department' })
  expect(departments.total).toBe(5)
  expect((await listBodies(db(), '38', { ...all, search: 'cong thuong' })).rows).toMatchObject([{ shortName: 'SCT', officers: 1 }])
  expect((await listBodies(db(), '38', { ...all, search: '100%' })).total).toBe(0)
  expect((await listBodies(db(), '37', all)).total).toBe(0)
  expect((await bodiesToServe(db(), '38')).some((body) => body.name.startsWith('Ủy ban nhân dân phường'))).toBe(false)
})

test('an officer of a body works for it and holds nothing else at the desk', async () => {
  const actor = await actorOf(world, 'bodyOfficer')
  expect(bodiesOf(actor)).toEqual([world.bodies.departments[1]])
  expect(serves(actor, '38', 'office', 'advisor', 'leader', 'clerk', 'admin')).toBe(false)
  expect(bodiesOf(await actorOf(world, 'office'))).toEqual([])
  const now = services.clock.now()
  const told = (bodyId: string) => accountsWithRole(db(), 'bodyOfficer', { authority: '38', bodyId }, now)
  expect(await told(world.bodies.departments[1])).toEqual([world.accounts.bodyOfficer])
  expect(await told(world.bodies.departments[2])).toEqual([])
})

test('the role needs a body of the very desk it is held at', async () => {
  const accountId = await actAs(world, 'admin', (ctx) =>
    createAccount(ctx, { username: 'so-y-te', name: 'Cán bộ Sở Y tế', password: 'mat-khau-dai-1' }),
  )
  const ofDistrict = await actAs(world, 'admin', (ctx) =>
    createBody(ctx, { kind: 'department', name: 'Phòng Kinh tế', shortName: 'PKT', authority: '38.380' }),
  )
  const grant = (bodyId: string | null) => actAs(world, 'admin', (ctx) => grantRole(ctx, { accountId, role: 'bodyOfficer', bodyId }))
  for (const wrong of [null, 'x', accountId, ofDistrict])
    await expect(grant(wrong)).rejects.toMatchObject({ code: 'invalid', fields: { bodyId: expect.anything() } })
  await grant(world.bodies.departments[2])
  const held = await db().selectFrom('roleGrant').select(['authority', 'bodyId']).where('accountId', '=', accountId).execute()
  expect(held).toEqual([{ authority: '38', bodyId: world.bodies.departments[2] }])
})

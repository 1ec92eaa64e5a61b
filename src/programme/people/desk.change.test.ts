import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { BAC_GIANG, IN_2023, LUC_NAM, LUC_NGAN, makeDistrictWorld, type DistrictWorld } from '#/testing/district-world.ts'
import { act, type Ctx } from '../context.ts'
import { createCouncil } from '../council/council.actions.ts'
import { councilFor, councilsFor } from '../council/council.lists.ts'
import { atDesk, serves, type Grant, type Role } from './actor.ts'
import { changeDesk } from './desk.change.ts'
import { actorOfSession, loadActor } from './people.store.ts'

const held = (role: Role, authority: string): Grant => ({
  role,
  authority,
  provinceCode: '24',
  bodyId: null,
  producerId: null,
  communeCode: null,
})

test.each<[string, string | null, Grant[], string, string[], number]>([
  ['the own desk where none is chosen', null, [held('office', '24'), held('leader', '24.218')], '24', ['24', '24.218'], 1],
  ['the chosen one', '24.218', [held('office', '24'), held('leader', '24.218')], '24.218', ['24', '24.218'], 1],
  ['the own one when the chosen role is gone', '24.218', [held('office', '24')], '24', ['24'], 1],
  ['what is left when the own desk has passed its duties on', null, [held('office', 'TW')], 'TW', ['TW'], 1],
  ['the own one without any role', '24.218', [], '24', [], 0],
  ['a producer’s and a commune’s roles come along', '24.218', [held('producer', '24'), held('office', '24.218')], '24.218', ['24.218'], 2],
])('a person works at %s', (_what, chosen, grants, authority, desks, count) => {
  const at = atDesk('24', chosen, grants)
  expect(at).toMatchObject({ authority, desks })
  expect(at.grants.length).toBe(count)
})

describe('an officer of the district who also works for the province', () => {
  let services: TestServices
  let world: DistrictWorld
  let account = ''
  const councils: Record<string, string> = {}
  const db = () => services.database.db
  const me = async (session?: string) => {
    const now = services.clock.now()
    const actor = session === undefined ? await loadActor(db(), account, now) : (await actorOfSession(db(), session, now))?.actor
    if (!actor) throw new Error('no actor')
    return actor
  }
  const as = async <T>(session: string, verb: (ctx: Ctx) => Promise<T>) => act(services, await me(session), verb)
  const signedIn = async (userId: string) => {
    const id = newId()
    const now = services.clock.now()
    await db()
      .insertInto('authSession')
      .values({ id, token: id, userId, expiresAt: new Date(Date.now() + 3_600_000), createdAt: now, updatedAt: now })
      .execute()
    return id
  }
  const council = (name: string) => (ctx: Ctx) => createCouncil(ctx, { name, termFrom: '01/01/2023', termTo: '31/12/2023' })

  beforeAll(async () => {
    services = await testServices({ now: IN_2023 })
    world = await makeDistrictWorld(services)
    account = world.accounts.districtOffice
    await db()
      .insertInto('roleGrant')
      .values({
        id: newId(),
        accountId: account,
        role: 'office',
        provinceCode: BAC_GIANG,
        authority: BAC_GIANG,
        validFrom: '2023-01-01',
        grantedBy: 'system',
        grantedAt: services.clock.now(),
      })
      .execute()
  })
  afterAll(() => services.close())

  test('is at the own desk until the press, and then at the other; nothing of the one left is reachable', async () => {
    const session = await signedIn(account)
    councils[LUC_NAM] = await as(session, council('Hội đồng huyện'))
    await as(session, (ctx) => changeDesk(ctx, session, BAC_GIANG))
    const there = await me(session)
    expect(there).toMatchObject({ authority: BAC_GIANG, desks: [LUC_NAM, BAC_GIANG] })
    expect(serves(there, LUC_NAM, 'office')).toBe(false)
    councils[BAC_GIANG] = await as(session, council('Hội đồng tỉnh'))
    expect((await councilsFor(db(), there)).map((row) => row.name)).toEqual(['Hội đồng tỉnh'])
    await expect(councilFor(db(), there, councils[LUC_NAM], services.clock.now())).rejects.toMatchObject({ code: 'notFound' })
    // Another window, the API and jobs have not moved.
    const elsewhere = await me(await signedIn(account))
    expect(elsewhere.authority).toBe(LUC_NAM)
    await expect(councilFor(db(), elsewhere, councils[BAC_GIANG], services.clock.now())).rejects.toMatchObject({ code: 'notFound' })
    expect((await me()).authority).toBe(LUC_NAM)
    await as(session, (ctx) => changeDesk(ctx, session, LUC_NAM))
    expect((await councilsFor(db(), await me(session))).map((row) => row.name)).toEqual(['Hội đồng huyện'])
    const entries = await db().selectFrom('auditEntry').select('payload').where('verb', '=', 'desk.changed').execute()
    expect(entries.map((entry) => entry.payload)).toEqual([
      { from: LUC_NAM, to: BAC_GIANG },
      { from: BAC_GIANG, to: LUC_NAM },
    ])
  })

  test('goes to no desk without a role there, in nobody else’s session, and twice is once', async () => {
    const session = await signedIn(account)
    const foreign = await signedIn(world.accounts.neighbourOffice)
    for (const desk of [LUC_NGAN, 'TW', '', null, '38'])
      await expect(as(session, (ctx) => changeDesk(ctx, session, desk))).rejects.toMatchObject({ code: 'notFound' })
    for (const other of [foreign, null, 'x'])
      await expect(as(session, (ctx) => changeDesk(ctx, other, BAC_GIANG))).rejects.toMatchObject({ code: 'notFound' })
    for (const _ of [1, 2]) await as(session, (ctx) => changeDesk(ctx, session, BAC_GIANG))
    expect((await me(session)).authority).toBe(BAC_GIANG)
    expect((await me(foreign)).accountId).not.toBe(account)
  })

  test('is back at the own desk the moment the other role is revoked', async () => {
    const session = await signedIn(account)
    await as(session, (ctx) => changeDesk(ctx, session, BAC_GIANG))
    await db()
      .updateTable('roleGrant')
      .set({ revokedAt: services.clock.now() })
      .where('accountId', '=', account)
      .where('authority', '=', BAC_GIANG)
      .execute()
    expect(await me(session)).toMatchObject({ authority: LUC_NAM, desks: [LUC_NAM] })
  })
})

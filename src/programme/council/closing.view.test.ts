import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { closeResult, closeScoring } from './closing.actions.ts'
import { itemInSession, lowered } from './closing.fixture.ts'
import { closingList } from './closing.list.ts'
import { closingView } from './closing.view.ts'
import { pinConflict } from './conflict.actions.ts'
import { meetingInSession, type MeetingFixture } from './council.fixture.ts'
import { raiseEnding, voteEnding } from './ending.actions.ts'
import { resultView } from './result.view.ts'

let services: TestServices
let world: World
let session: MeetingFixture
const as = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(world, person, verb)
const db = () => services.database.db
const now = () => services.clock.now()
const see = async (person: Person, itemId: string) => closingView(db(), services.regulations, await actorOf(world, person), itemId, now())
const result = async (person: Person, itemId: string) => resultView(db(), await actorOf(world, person), itemId, now())
const list = async (person: Person) => closingList(db(), await actorOf(world, person), session.meetingId, now())

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  session = await meetingInSession(world, [{}])
})
afterAll(() => services.close())

/** seat3 scores 7 points below the others, with a word only that sheet holds. */
async function scored(name: string): Promise<string> {
  const form = services.regulations.current.forms[9]!
  const { itemId } = await itemInSession(world, session, {
    dossier: { name },
    answersOf: (person, common) => (person === 'seat3' ? lowered(form, common, 7) : common),
  })
  await db()
    .updateTable('scoreSheet')
    .set({ comment: 'LỜI RIÊNG' })
    .where('itemId', '=', itemId)
    .where('memberId', '=', session.members.seat3)
    .execute()
  return itemId
}

describe('before the first press', () => {
  test('nobody, the chair included, gets a score, a mean or a comment: only how many are final', async () => {
    const itemId = await scored('Mắm một')
    for (const person of ['seat1', 'seat2', 'seat3', 'seat9', 'office', 'advisor'] as const) {
      const view = await see(person, itemId)
      expect(view.board).toBeNull()
      const text = JSON.stringify(view)
      expect(text).not.toMatch(/LỜI RIÊNG|"(total|mean|star|points|answers|spread)"/)
      await expect(result(person, itemId)).rejects.toMatchObject({ code: 'notFound' })
    }
    expect((await see('seat5', itemId)).progress).toEqual({ final: 8, of: 8 })
    // Who is final: the one who chairs; under the default rule nobody else.
    expect((await see('seat1', itemId)).seats).toHaveLength(9)
    expect((await see('seat5', itemId)).seats).toBeNull()
    for (const line of (await list('seat5')).lines) expect(line).toMatchObject({ star: null, mean: null })
  })

  test('who is outside finds nothing', async () => {
    const itemId = await scored('Mắm hai')
    for (const person of ['producer', 'communeOfficer', 'leader', 'clerk', 'admin', 'otherProvinceOffice'] as const) {
      await expect(see(person, itemId)).rejects.toMatchObject({ code: 'notFound' })
      await expect(list(person)).rejects.toMatchObject({ code: 'notFound' })
    }
  })
})

describe('between the presses', () => {
  test('the scores are open to the one who chairs, and to nobody else', async () => {
    const itemId = await scored('Mắm ba')
    await as('seat1', (ctx) => closeScoring(ctx, itemId))
    expect((await see('seat1', itemId)).board?.basis.spread?.points).toBe(7)
    for (const person of ['seat2', 'seat3', 'seat9', 'office', 'advisor'] as const) {
      const view = await see(person, itemId)
      expect(view.board).toBeNull()
      expect(JSON.stringify(view)).not.toMatch(/LỜI RIÊNG|"(total|mean|star)"/)
      await expect(result(person, itemId)).rejects.toMatchObject({ code: 'notFound' })
    }
  })
})

describe('after the result', () => {
  test('members, secretary and office read it; the advisory team, the recused and everyone outside do not', async () => {
    const itemId = await scored('Mắm bốn')
    await as('office', (ctx) => pinConflict(ctx, itemId, { accountId: world.accounts.seat8, cause: 'family', reason: 'Anh ruột' }))
    await as('seat1', (ctx) => closeScoring(ctx, itemId))
    await as('seat1', (ctx) => closeResult(ctx, itemId))
    for (const person of ['seat1', 'seat3', 'seat9', 'office'] as const) expect((await result(person, itemId)).basis.sheets).toHaveLength(7)
    for (const person of ['seat8', 'advisor', 'producer', 'leader', 'admin'] as const)
      await expect(result(person, itemId)).rejects.toMatchObject({ code: 'notFound' })
    await expect(see('seat8', itemId)).rejects.toMatchObject({ code: 'notFound' })
    expect((await list('seat8')).lines.map((line) => line.product)).not.toContain('Mắm bốn')
    expect((await list('seat3')).lines.find((line) => line.itemId === itemId)).toMatchObject({ star: 3 })
  })
})

test('while a vote is open others’ votes are a count; the own press is shown', async () => {
  const itemId = await scored('Mắm năm')
  const id = await as('seat4', (ctx) => raiseEnding(ctx, itemId, { ruleId: 'disqualifier-1', reason: 'Giấy giả' }))
  await as('seat2', (ctx) => voteEnding(ctx, id, { agrees: 'yes' }))
  expect((await see('seat2', itemId)).endings[0]?.vote).toMatchObject({ voted: 1, voters: 8, mine: true, yes: null, no: null })
  expect((await see('seat3', itemId)).endings[0]?.vote).toMatchObject({ voted: 1, mine: null, yes: null, decidable: null })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { closeResult, closeScoring } from './closing.actions.ts'
import { itemInSession, type ItemOptions } from './closing.fixture.ts'
import { endingsOfItem, resultsOfItem } from './closing.store.ts'
import { pinConflict } from './conflict.actions.ts'
import { meetingInSession, votingPeople, type MeetingFixture } from './council.fixture.ts'
import { itemFacts } from './council.store.ts'
import { groundsOf } from './ending.ts'
import { concludeEnding, raiseEnding, voteEnding } from './ending.actions.ts'
import { readResultBasis } from './result.ts'
import { supersedeResult } from './result.actions.ts'
import { startSheet } from './sheet.actions.ts'

let services: TestServices
let world: World
let session: MeetingFixture
const as = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(world, person, verb)
const db = () => services.database.db
const item = (options: ItemOptions = {}) => itemInSession(world, session, options)
const eliminated = '1.1-eliminated-1'
const raise = (person: Person, itemId: string, ruleId = eliminated) =>
  as(person, (ctx) => raiseEnding(ctx, itemId, { ruleId, reason: 'Toàn bộ cá cơm nhập khẩu' }))

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  session = await meetingInSession(world, [{}])
})
afterAll(() => services.close())

describe('raising an ending', () => {
  test('members, office and advisory team may; the secretary, producers and leaders may not', async () => {
    for (const person of ['seat1', 'seat4', 'office', 'advisor'] as const) {
      const { itemId } = await item({ people: [] })
      await raise(person, itemId)
      expect(await endingsOfItem(db(), itemId)).toMatchObject([
        { kind: 'eliminated', criterion: '1.1', state: 'raised', ruleText: expect.stringMatching(/^Loại nếu dùng toàn bộ/) },
      ])
    }
    const { itemId } = await item({ people: [] })
    await expect(raise('seat9', itemId)).rejects.toMatchObject({ code: 'forbidden' })
    for (const person of ['producer', 'leader', 'admin', 'communeOfficer', 'otherProvinceOffice'] as const)
      await expect(raise(person, itemId)).rejects.toMatchObject({ code: 'notFound' })
  })

  test('a recused member does not even find the item', async () => {
    const { itemId } = await item({ people: [] })
    await as('office', (ctx) => pinConflict(ctx, itemId, { accountId: world.accounts.seat4, cause: 'family', reason: 'Con gái' }))
    await expect(raise('seat4', itemId)).rejects.toMatchObject({ code: 'notFound' })
  })

  test('the words are the form’s, the reason is asked, one at a time', async () => {
    const { itemId } = await item({ people: [] })
    await expect(raise('seat4', itemId, 'tự nghĩ ra')).rejects.toMatchObject({ code: 'invalid', fields: { ruleId: {} } })
    await expect(as('seat4', (ctx) => raiseEnding(ctx, itemId, { ruleId: eliminated, reason: '' }))).rejects.toMatchObject({
      fields: { reason: {} },
    })
    await raise('seat4', itemId)
    await expect(raise('seat5', itemId, 'disqualifier-1')).rejects.toMatchObject({ code: 'ending.open' })
  })

  test('while it is open neither press goes through', async () => {
    const { itemId } = await item()
    await raise('seat4', itemId)
    await expect(as('seat1', (ctx) => closeScoring(ctx, itemId))).rejects.toMatchObject({ params: { reasons: /kết thúc đánh giá/ } })
  })
})

describe('the vote', () => {
  test('a majority of the voting set confirms: sheets stop, the dossier ends, the result has an outcome and no star', async () => {
    const { itemId, dossierId } = await item({ people: ['seat1', 'seat2'] })
    const id = await raise('office', itemId)
    await expect(as('seat1', (ctx) => concludeEnding(ctx, id))).rejects.toMatchObject({
      code: 'vote.open',
      params: { left: '8', voters: '8' },
    })
    await expect(as('office', (ctx) => voteEnding(ctx, id, { agrees: 'yes' }))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(as('seat2', (ctx) => voteEnding(ctx, id, { agrees: 'maybe' }))).rejects.toMatchObject({ code: 'invalid' })
    for (const person of votingPeople.slice(0, 5)) await as(person, (ctx) => voteEnding(ctx, id, { agrees: 'yes' }))
    await expect(as('seat2', (ctx) => concludeEnding(ctx, id))).rejects.toMatchObject({ code: 'forbidden' })
    expect(await as('seat1', (ctx) => concludeEnding(ctx, id))).toBe('confirmed')
    expect(await as('seat1', (ctx) => concludeEnding(ctx, id))).toBe('confirmed')
    expect((await itemFacts(db(), itemId)).state).toBe('ended')
    const dossier = await db().selectFrom('dossier').select(['state', 'endReason']).where('id', '=', dossierId).executeTakeFirstOrThrow()
    expect(dossier).toMatchObject({ state: 'ended', endReason: expect.stringMatching(/nhập khẩu.*cá cơm/) })
    const [result] = await resultsOfItem(db(), itemId)
    expect(result).toMatchObject({ outcome: 'eliminated', star: null, meanPrinted: null })
    const basis = readResultBasis(result?.basis)
    expect(basis).toMatchObject({ mean: null, sheets: [], ending: { kind: 'eliminated', votes: { voters: 8 } } })
    await expect(as('seat6', (ctx) => startSheet(ctx, itemId))).rejects.toMatchObject({ code: 'sheet.closed' })
    await expect(as('seat6', (ctx) => voteEnding(ctx, id, { agrees: 'no' }))).rejects.toMatchObject({ code: 'closing.notNow' })
    await expect(as('office', (ctx) => supersedeResult(ctx, result?.id ?? '', { reason: 'x' }))).rejects.toMatchObject({
      code: 'closing.notNow',
    })
  })

  test('voted down, scoring goes on, and the ending is in the result’s record', async () => {
    const { itemId } = await item()
    const id = await raise('seat4', itemId)
    for (const person of votingPeople.slice(0, 4)) await as(person, (ctx) => voteEnding(ctx, id, { agrees: 'no' }))
    expect(await as('seat1', (ctx) => concludeEnding(ctx, id))).toBe('rejected')
    await as('seat1', (ctx) => closeScoring(ctx, itemId))
    await as('seat1', (ctx) => closeResult(ctx, itemId))
    const basis = readResultBasis((await resultsOfItem(db(), itemId))[0]?.basis)
    expect(basis).toMatchObject({ outcome: 'scored', ending: null, endings: [{ state: 'rejected', votes: { voters: 8, yes: [] } }] })
  })

  test('a member may change the vote until it is concluded', async () => {
    const { itemId } = await item({ people: [] })
    const id = await raise('seat4', itemId)
    await as('seat2', (ctx) => voteEnding(ctx, id, { agrees: 'yes' }))
    await as('seat2', (ctx) => voteEnding(ctx, id, { agrees: 'no' }))
    expect((await endingsOfItem(db(), itemId))[0]?.votes).toEqual([{ memberId: session.members.seat2, agrees: false }])
  })

  test('an id that is not there, or rubbish, is not found', async () => {
    for (const id of ['rác', '00000000-0000-7000-8000-000000000000'])
      await expect(as('seat1', (ctx) => concludeEnding(ctx, id))).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('the machine’s stop (set 16: 0 points at 6.1–6.4)', () => {
  const sixteen = () => services.regulations.current.forms[16]!
  const stopRule = () => groundsOf(sixteen()).find((ground) => ground.kind === 'stopped')
  const zeroBy = (people: readonly string[]): ItemOptions => ({
    dossier: { set: 16, name: 'Trà hoa vàng' },
    answersOf: (person, common) => (people.includes(person) ? { ...common, '6.1': 0 } : common),
  })

  test('raised when more than half of the sheets say so, at closing, and voted like any other', async () => {
    const { itemId } = await item(zeroBy(votingPeople.slice(0, 5)))
    await as('seat1', (ctx) => closeScoring(ctx, itemId))
    expect(await endingsOfItem(db(), itemId)).toMatchObject([
      { kind: 'stopped', raisedBy: 'machine', ruleId: stopRule()?.ruleId, state: 'raised' },
    ])
    await expect(as('seat1', (ctx) => closeResult(ctx, itemId))).rejects.toMatchObject({ code: 'closing.blocked' })
  })

  test('half of the sheets are not more than half', async () => {
    const { itemId } = await item(zeroBy(votingPeople.slice(0, 4)))
    await as('seat1', (ctx) => closeScoring(ctx, itemId))
    expect(await endingsOfItem(db(), itemId)).toEqual([])
  })
})

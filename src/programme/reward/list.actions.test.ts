import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { refused } from '#/testing/refusals.ts'
import { readableDocument } from '../access/access.ts'
import { approved } from '../money/money.fixture.ts'
import { takeBackEntry } from '../money/entry.actions.ts'
import {
  approveRewardPayments,
  cancelRewardList,
  claimReward,
  decideRewardList,
  draftRewardList,
  dropReward,
  payRewards,
} from './list.actions.ts'
import { addPolicy, approvePolicy, changePolicy, endPolicy } from './policy.actions.ts'
import { approvedPolicy, draftedList, issuing, paidList, policyInput, recognised } from './reward.fixture.ts'
import { ownRewards, rewardListFor, rewardsOf, rewardsToClaim } from './reward.store.ts'

let services: TestServices
let world: World
let policyId: string
const db = () => services.database.db
const million = 1_000_000

beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.close())
beforeEach(async () => {
  await emptied(services)
  world = await makeWorld(services)
  policyId = await approvedPolicy(world)
})

const rewards = async (listId: string) => (await rewardsOf(db(), listId)).map((one) => [one.star, one.amount / million, one.state])
const stateOf = async (id: string) =>
  (await db().selectFrom('rewardList').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
const decide = (person: Person, id: string) => refused(actAs(world, person, (ctx) => decideRewardList(ctx, id, issuing)))

describe('drawing up', () => {
  test('three of 3 stars, two of 4 and one of 5 make a list of 170 million; imported, withdrawn and later ones earn nothing', async () => {
    for (const star of [3, 3, 3, 4, 4, 5]) await recognised(world, { star, on: '2026-03-01' })
    await recognised(world, { star: 4, on: '2026-03-01', imported: true })
    await recognised(world, { star: 4, on: '2026-03-01', state: 'withdrawn' })
    await recognised(world, { star: 4, on: '2025-12-31' })
    const list = await draftedList(world, policyId)
    const rows = await rewards(list.id)
    expect(rows).toHaveLength(6)
    expect(rows.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(170)
  })

  test('over two lists the same star of a product is paid once, its upgrade by the difference', async () => {
    const { productId, id } = await recognised(world, { star: 3, on: '2026-02-01' })
    const first = await draftedList(world, policyId, { to: '30/06/2026' })
    expect(await rewards(first.id)).toEqual([[3, 10, 'listed']])
    await db().updateTable('certificate').set({ state: 'replaced' }).where('id', '=', id).execute()
    await recognised(world, { star: 4, on: '2026-08-01', productId, name: 'Tên bao bì mới' })
    const second = await draftedList(world, policyId)
    expect(await rewards(second.id)).toEqual([[4, 10, 'listed']])
    expect(await refused(draftedList(world, policyId))).toBe('reward.nothing')
  })

  test('both steps in one period: the lower star in full, the upgrade by the difference', async () => {
    const { productId, id } = await recognised(world, { star: 3, on: '2026-02-01' })
    await db().updateTable('certificate').set({ state: 'replaced' }).where('id', '=', id).execute()
    await recognised(world, { star: 4, on: '2026-08-01', productId })
    expect(await rewards((await draftedList(world, policyId)).id)).toEqual([
      [4, 10, 'listed'],
      [3, 10, 'listed'],
    ])
  })

  test('two lists at once: one wins, the other is told; what was dropped or cancelled may be listed again', async () => {
    await recognised(world, { star: 3, on: '2026-02-01' })
    const answers = await Promise.all([refused(draftedList(world, policyId)), refused(draftedList(world, policyId))])
    expect(answers.filter((one) => one === 'done')).toHaveLength(1)
    expect(['reward.taken', 'reward.nothing']).toContain(answers.find((one) => one !== 'done'))
    const { id } = await db().selectFrom('rewardList').select('id').where('state', '=', 'draft').executeTakeFirstOrThrow()
    await actAs(world, 'office', (ctx) => cancelRewardList(ctx, id, { reason: 'Sai kỳ.' }))
    expect(await refused(draftedList(world, policyId))).toBe('done')
  })

  test('only an approved policy of the desk, its own line, and no day to come', async () => {
    await recognised(world, { star: 3, on: '2026-02-01' })
    const draft = await actAs(world, 'office', (ctx) => addPolicy(ctx, policyInput))
    await expect(draftedList(world, draft)).rejects.toMatchObject({ fields: { policyId: expect.anything() } })
    await expect(draftedList(world, policyId, { to: '16/09/2026' })).rejects.toMatchObject({ fields: { to: expect.anything() } })
    const list = await draftedList(world, policyId)
    const input = { policyId, title: 'A', from: '01/01/2026', to: '01/02/2026', lineId: list.lineId, sourceId: list.sourceId }
    for (const person of ['leader', 'producer', 'advisor'] as const)
      expect(await refused(actAs(world, person, (ctx) => draftRewardList(ctx, input)))).toBe('forbidden')
  })
})

describe('deciding and paying', () => {
  test('who drew it up does not decide; the decision is a numbered paper the desk can read, PDF and Word', async () => {
    await recognised(world, { star: 4, on: '2026-02-01', name: 'Nước mắm Ba Làng' })
    const { id } = await draftedList(world, policyId)
    expect(await decide('office', id)).toBe('money.ownEntry')
    expect(await decide('advisor', id)).toBe('forbidden')
    expect(await decide('producer', id)).toBe('notFound')
    expect(await decide('leader', id)).toBe('done')
    expect(await decide('leader', id)).toBe('stateConflict')
    const { list } = await rewardListFor(db(), await actorOf(world, 'office'), id)
    expect(list.decisionNumber).toMatch(/QĐ-UBND$/)
    const read = async (person: Person) =>
      (await readableDocument(db(), await actorOf(world, person), list.documentId ?? '', services.clock.now())) !== null
    expect([await read('office'), await read('leader'), await read('producer'), await read('otherProvinceOffice')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('paid by entries another person approves; the list is paid when all of it is, and a failed payment may be made again', async () => {
    for (const star of [3, 4]) await recognised(world, { star, on: '2026-02-01' })
    const list = await draftedList(world, policyId)
    await decide('leader', list.id)
    expect(await actAs(world, 'office', (ctx) => payRewards(ctx, list.id))).toBe(2)
    expect(await refused(actAs(world, 'office', (ctx) => payRewards(ctx, list.id)))).toBe('reward.allPaid')
    expect(await refused(actAs(world, 'office', (ctx) => approveRewardPayments(ctx, list.id)))).toBe('money.ownEntry')
    await actAs(world, 'leader', (ctx) => approveRewardPayments(ctx, list.id))
    expect(await stateOf(list.id)).toBe('paid')
    expect(await rewards(list.id)).toEqual([
      [4, 20, 'paid'],
      [3, 10, 'paid'],
    ])
    const { entryId } = await db().selectFrom('reward').select('entryId').where('star', '=', 3).executeTakeFirstOrThrow()
    await approved(world, list.lineId, 'failed', { amount: '10000000', answersId: entryId ?? '' })
    expect(await stateOf(list.id)).toBe('decided')
    expect(await rewards(list.id)).toContainEqual([3, 10, 'failed'])
    await actAs(world, 'office', (ctx) => payRewards(ctx, list.id))
    await actAs(world, 'leader', (ctx) => approveRewardPayments(ctx, list.id))
    expect(await stateOf(list.id)).toBe('paid')
    expect(await ownRewards(db(), await actorOf(world, 'producer'))).toHaveLength(2)
    expect(await ownRewards(db(), await actorOf(world, 'otherProducer'))).toEqual([])
  })

  test('a list above what the line holds is refused as a whole; a payment taken back frees its reward', async () => {
    for (const star of [3, 4]) await recognised(world, { star, on: '2026-02-01' })
    const list = await draftedList(world, policyId, { fund: 29 * million })
    await decide('leader', list.id)
    expect(await refused(actAs(world, 'office', (ctx) => payRewards(ctx, list.id)))).toBe('money.overFree')
    await approved(world, list.lineId, 'allocation', { sourceId: list.sourceId, amount: '1000000' })
    await actAs(world, 'office', (ctx) => payRewards(ctx, list.id))
    const [one] = await rewardsOf(db(), list.id)
    expect(await refused(actAs(world, 'office', (ctx) => dropReward(ctx, list.id, one?.id, { reason: 'Sai.' })))).toBe('reward.inPayment')
    await actAs(world, 'office', (ctx) => takeBackEntry(ctx, one?.entryId ?? ''))
    await actAs(world, 'office', (ctx) => dropReward(ctx, list.id, one?.id, { reason: 'Sai.' }))
    expect(await rewards(list.id)).toContainEqual([one?.star, (one?.amount ?? 0) / million, 'cancelled'])
  })

  test('a star withdrawn before the decision stops it; withdrawn after the payment it is claimed back, once', async () => {
    const { id: certificateId } = await recognised(world, { star: 3, on: '2026-02-01' })
    const withdraw = (state: string) => db().updateTable('certificate').set({ state }).where('id', '=', certificateId).execute()
    const list = await draftedList(world, policyId)
    await withdraw('withdrawn')
    expect(await decide('leader', list.id)).toBe('reward.withdrawn')
    await withdraw('valid')
    await decide('leader', list.id)
    await actAs(world, 'office', (ctx) => payRewards(ctx, list.id))
    await actAs(world, 'leader', (ctx) => approveRewardPayments(ctx, list.id))
    const [one] = await rewardsOf(db(), list.id)
    const claim = () =>
      refused(actAs(world, 'office', (ctx) => claimReward(ctx, list.id, one?.id, { dueOn: '31/12/2026', decisionNumber: '7/QĐ' })))
    expect(await claim()).toBe('reward.stands')
    await withdraw('withdrawn')
    expect(await rewardsToClaim(db(), '38')).toHaveLength(1)
    expect(await claim()).toBe('done')
    expect(await claim()).toBe('reward.claimed')
    expect(await rewardsToClaim(db(), '38')).toEqual([])
  })

  test('the ledger tells it all', async () => {
    await recognised(world, { star: 3, on: '2026-02-01' })
    await paidList(world, policyId)
    expect((await verifyLedger(db())).faults).toEqual([])
  })
})

describe('policies', () => {
  test('who wrote or changed it last does not approve it; approved, it is changed no more; ended, it rewards nothing decided later', async () => {
    const id = await actAs(world, 'office', (ctx) => addPolicy(ctx, policyInput))
    expect(await refused(actAs(world, 'office', (ctx) => approvePolicy(ctx, id)))).toBe('money.ownEntry')
    expect(await actAs(world, 'office', (ctx) => changePolicy(ctx, id, { ...policyInput, star3: '12.000.000' }, 1))).toBe(2)
    expect(await refused(actAs(world, 'office', (ctx) => changePolicy(ctx, id, policyInput, 1)))).toBe('versionConflict')
    expect(await refused(actAs(world, 'otherProvinceOffice', (ctx) => changePolicy(ctx, id, policyInput, 2)))).toBe('notFound')
    await actAs(world, 'leader', (ctx) => approvePolicy(ctx, id))
    expect(await refused(actAs(world, 'office', (ctx) => changePolicy(ctx, id, policyInput, 3)))).toBe('stateConflict')
    await actAs(world, 'office', (ctx) => endPolicy(ctx, id))
    await recognised(world, { star: 3, on: '2026-09-14' })
    services.clock.set('2026-10-10T02:00:00Z')
    await recognised(world, { star: 4, on: '2026-10-01' })
    expect(await rewards((await draftedList(world, id, { to: '05/10/2026' })).id)).toEqual([[3, 12, 'listed']])
    services.clock.set('2026-09-15T02:00:00Z')
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { formatDate } from '#/platform/text/format.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { refuseEntry } from '../money/entry.actions.ts'
import { approved, fundedLine } from '../money/money.fixture.ts'
import { positionAt } from '../money/money.load.ts'
import { extendMilestone, fileMilestone, judgeMilestone, missMilestone, releaseMilestone } from './milestone.actions.ts'
import { receiveMoney, waiveReceivable } from './receivable.actions.ts'
import { listReceivables, receivableFor } from './receivable.store.ts'
import { remindSupport } from './remind.job.ts'
import {
  approveSupport,
  askSupport,
  closeSupport,
  refuseSupport,
  resumeSupport,
  signSupport,
  suspendSupport,
  terminateSupport,
} from './support.actions.ts'
import {
  approvedSupport,
  approveWaiting,
  askedSupport,
  askInput,
  filedMilestone,
  releasedMilestone,
  runningSupport,
} from './support.fixture.ts'
import { listSupports, supportFor } from './support.store.ts'
import { milestoneTransitions, supportTransitions } from './support.ts'

let services: TestServices
let world: World
const db = () => services.database.db
const million = 1_000_000

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const stateOf = async (id: string) =>
  (await db().selectFrom('supportContract').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
const milestoneOf = async (id: string) => db().selectFrom('supportMilestone').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const inDays = (days: number) => formatDate(addDays(plainDateOf(services.clock.now()), days))
const seenBy = async (person: Person, id: string) => refused(supportFor(db(), await actorOf(world, person), id))

describe('states as data', () => {
  test('every state of a contract and of a milestone is reached from the first', () => {
    const reach = (from: string, table: Record<string, readonly string[]>): Set<string> => {
      const seen = new Set([from])
      for (const one of seen) for (const next of table[one] ?? []) seen.add(next)
      return seen
    }
    expect(reach('asked', supportTransitions).size).toBe(Object.keys(supportTransitions).length)
    expect(reach('planned', milestoneTransitions).size).toBe(Object.keys(milestoneTransitions).length)
  })
})

describe('asking and deciding', () => {
  test('rubbish amounts, an unknown item and another producer’s product are refused at their fields', async () => {
    const ask = (over: Record<string, string>) =>
      actAs(world, 'producer', (ctx) => askSupport(ctx, world.producers.own, { ...askInput, ...over }))
    expect(await fieldsOf(ask({ asked: '-1', ownShare: '1,5', item: 'nhãn', detail: '' }))).toEqual(['asked', 'detail', 'item', 'ownShare'])
    expect(await fieldsOf(ask({ productId: newId() }))).toEqual(['productId'])
    expect(await refused(actAs(world, 'otherProducer', (ctx) => askSupport(ctx, world.producers.own, askInput)))).toBe('notFound')
    expect(await refused(actAs(world, 'otherProvinceOffice', (ctx) => askSupport(ctx, world.producers.own, askInput)))).toBe('notFound')
  })

  test('a producer sees its own, the desk its own, nobody else', async () => {
    const id = await askedSupport(world)
    for (const person of ['producer', 'office', 'leader', 'advisor'] as const) expect(await seenBy(person, id)).toBe('done')
    for (const person of ['otherProducer', 'communeOfficer', 'clerk', 'admin', 'otherProvinceOffice', 'bodyOfficer'] as const)
      expect(await seenBy(person, id)).toBe('notFound')
    const query = { search: 'van trieu', state: null, item: null, sort: 'due', page: 1, perPage: 50 } as const
    const rows = async (person: Person) => (await listSupports(db(), await actorOf(world, person), query)).rows.map((row) => row.id)
    expect(await rows('producer')).toContain(id)
    expect(await rows('office')).toContain(id)
    expect(await rows('otherProducer')).toEqual([])
    expect(await rows('otherProvinceOffice')).toEqual([])
  })

  test('who asks does not approve; no more than asked; refused with a reason', async () => {
    const place = await fundedLine(world, 50 * million)
    const own = await actAs(world, 'office', (ctx) => askSupport(ctx, world.producers.own, askInput))
    expect(await refused(actAs(world, 'office', (ctx) => approveSupport(ctx, own, { approved: '1', ...place })))).toBe('money.ownEntry')
    expect(await fieldsOf(actAs(world, 'leader', (ctx) => approveSupport(ctx, own, { approved: '30000001', ...place })))).toEqual([
      'approved',
    ])
    expect(await refused(actAs(world, 'producer', (ctx) => approveSupport(ctx, own, { approved: '1', ...place })))).toBe('forbidden')
    expect(await fieldsOf(actAs(world, 'leader', (ctx) => refuseSupport(ctx, own, { reason: '' })))).toEqual(['reason'])
    await actAs(world, 'leader', (ctx) => refuseSupport(ctx, own, { reason: 'Hết kinh phí.' }))
    expect(await refused(actAs(world, 'leader', (ctx) => refuseSupport(ctx, own, { reason: 'Hết.' })))).toBe('stateConflict')
  })

  test('support for the same item from another source warns with the other record and takes a reason; another item does not', async () => {
    await approvedSupport(world, { item: 'packaging' })
    const place = await fundedLine(world, 50 * million)
    const approve = (id: string, twinReason = '') =>
      actAs(world, 'leader', (ctx) => approveSupport(ctx, id, { approved: '5000000', ...place, twinReason }))
    const same = await askedSupport(world, { item: 'packaging', detail: 'Chữ khác hẳn.' })
    expect(await fieldsOf(approve(same))).toEqual(['twinReason'])
    await approve(same, 'Bao bì cho thị trường xuất khẩu.')
    const kept = await db().selectFrom('supportContract').selectAll().where('id', '=', same).executeTakeFirstOrThrow()
    expect(kept.twinOf).not.toBeNull()
    expect(kept.twinReason).toBe('Bao bì cho thị trường xuất khẩu.')
    expect(await refused(approve(await askedSupport(world, { item: 'stamp' })))).toBe('done')
  })

  test('two approvals of the same item at once: one needs the reason', async () => {
    const place = await fundedLine(world, 50 * million)
    const ids = [await askedSupport(world, { item: 'digital' }), await askedSupport(world, { item: 'digital' })]
    const answers = await Promise.all(
      ids.map((id) => refused(actAs(world, 'leader', (ctx) => approveSupport(ctx, id, { approved: '5000000', ...place })))),
    )
    expect(answers.filter((one) => one === 'done')).toHaveLength(1)
    expect(answers).toContain('invalid')
  })
})

describe('milestones', () => {
  test('a contract is signed once its milestones come to what was approved; its money is then reserved', async () => {
    const contract = await approvedSupport(world)
    const sign = () => actAs(world, 'office', (ctx) => signSupport(ctx, contract.id, { number: '1/HĐ', signedOn: inDays(0) }))
    await db().updateTable('supportMilestone').set({ amount: 1 }).where('id', '=', contract.milestones[1]).execute()
    expect(await refused(sign())).toBe('support.milestones')
    await db()
      .updateTable('supportMilestone')
      .set({ amount: 8 * million })
      .where('id', '=', contract.milestones[1])
      .execute()
    await sign()
    expect(await refused(sign())).toBe('stateConflict')
    expect((await positionAt(db(), contract.lineId, contract.sourceId)).committed).toBe(0)
    await approveWaiting(world, contract.id)
    expect(await positionAt(db(), contract.lineId, contract.sourceId)).toMatchObject({ committed: 20 * million, free: 80 * million })
  })

  test('filed with evidence by the producer, sent back, filed again, accepted, paid less what is held back', async () => {
    const contract = await runningSupport(world)
    const [first] = contract.milestones
    expect(await fieldsOf(actAs(world, 'producer', (ctx) => fileMilestone(ctx, contract.id, first, { note: 'Xong.' }, [])))).toEqual([
      'files',
    ])
    expect(await refused(actAs(world, 'office', (ctx) => fileMilestone(ctx, contract.id, first, { note: 'Xong.' }, [])))).toBe('forbidden')
    await filedMilestone(world, contract, first)
    const judge = (verdict: string, remark: string) =>
      actAs(world, 'office', (ctx) => judgeMilestone(ctx, contract.id, first, { verdict, remark }))
    expect(await fieldsOf(judge('returned', ''))).toEqual(['remark'])
    expect(await refused(actAs(world, 'producer', (ctx) => judgeMilestone(ctx, contract.id, first, { verdict: 'accepted' })))).toBe(
      'forbidden',
    )
    await judge('returned', 'Thiếu hóa đơn.')
    await filedMilestone(world, contract, first)
    await judge('accepted', '')
    expect(await refused(judge('accepted', ''))).toBe('stateConflict')
    await actAs(world, 'office', (ctx) => releaseMilestone(ctx, contract.id, first))
    expect(await refused(actAs(world, 'office', (ctx) => releaseMilestone(ctx, contract.id, first)))).toBe('stateConflict')
    await approveWaiting(world, contract.id)
    expect((await supportFor(db(), await actorOf(world, 'producer'), contract.id)).paid).toBe(10 * million)
  })

  test('a payment that is refused or fails leaves the milestone accepted, to be paid again', async () => {
    const contract = await runningSupport(world)
    const [first] = contract.milestones
    await releasedMilestone(world, contract, first, false)
    const { entryId } = await milestoneOf(first)
    await actAs(world, 'leader', (ctx) => refuseEntry(ctx, entryId ?? '', { reason: 'Sai tài khoản.' }))
    expect(await milestoneOf(first)).toMatchObject({ state: 'accepted', entryId: null })
    await actAs(world, 'office', (ctx) => releaseMilestone(ctx, contract.id, first))
    await approveWaiting(world, contract.id)
    const paid = (await milestoneOf(first)).entryId ?? ''
    await approved(world, contract.lineId, 'failed', { amount: '10000000', answersId: paid })
    expect(await milestoneOf(first)).toMatchObject({ state: 'accepted', entryId: null })
    expect((await positionAt(db(), contract.lineId, contract.sourceId)).committed).toBe(20 * million)
  })

  test('nothing is paid before the commitment is approved, nor while the contract is suspended', async () => {
    const contract = await approvedSupport(world)
    await actAs(world, 'office', (ctx) => signSupport(ctx, contract.id, { number: '1/HĐ', signedOn: inDays(0) }))
    const [first] = contract.milestones
    await filedMilestone(world, contract, first)
    await actAs(world, 'office', (ctx) => judgeMilestone(ctx, contract.id, first, { verdict: 'accepted' }))
    const release = () => refused(actAs(world, 'office', (ctx) => releaseMilestone(ctx, contract.id, first)))
    expect(await release()).toBe('support.notCommitted')
    await approveWaiting(world, contract.id)
    await actAs(world, 'office', (ctx) => suspendSupport(ctx, contract.id, { reason: 'Kiểm tra hồ sơ.' }))
    expect(await release()).toBe('stateConflict')
    await actAs(world, 'office', (ctx) => resumeSupport(ctx, contract.id, { reason: 'Đã rõ.' }))
    expect(await release()).toBe('done')
  })

  test('a due day moves only forward, by name; missed only after it has passed; then it is filed no more', async () => {
    const contract = await runningSupport(world)
    const [, second] = contract.milestones
    const extend = (dueOn: string) =>
      actAs(world, 'office', (ctx) => extendMilestone(ctx, contract.id, second, { dueOn, reason: 'Mưa bão.' }))
    expect(await fieldsOf(extend(inDays(60)))).toEqual(['dueOn'])
    await extend(inDays(75))
    expect(await db().selectFrom('supportExtension').selectAll().where('milestoneId', '=', second).execute()).toHaveLength(1)
    const miss = () => refused(actAs(world, 'office', (ctx) => missMilestone(ctx, contract.id, second, { reason: 'Không báo cáo.' })))
    expect(await miss()).toBe('support.notDue')
    await db().updateTable('supportMilestone').set({ dueOn: '2026-09-14' }).where('id', '=', second).execute()
    expect(await miss()).toBe('done')
    expect(await refused(filedMilestone(world, contract, second))).toBe('stateConflict')
  })

  test('reminders: the producer a week before, the office too once it is late, and twice the job tells nothing twice', async () => {
    const contract = await runningSupport(world)
    const [first, second] = contract.milestones
    await db().updateTable('supportMilestone').set({ dueOn: '2026-09-20' }).where('id', '=', first).execute()
    await db().updateTable('supportMilestone').set({ dueOn: '2026-09-10' }).where('id', '=', second).execute()
    await remindSupport(services)
    await remindSupport(services)
    const told = await db()
      .selectFrom('notice')
      .select(['kind', 'accountId'])
      .where('dedupe', 'in', [`${first}:2026-09-20`, `${second}:2026-09-10`])
      .execute()
    expect(told.filter((one) => one.kind === 'support.milestoneDue').map((one) => one.accountId)).toEqual([world.accounts.producer])
    expect(told.filter((one) => one.kind === 'support.milestoneLate')).toHaveLength(2)
  })
})

describe('ends', () => {
  test('closing pays what was held back and releases what was missed', async () => {
    const contract = await runningSupport(world)
    const [first, second] = contract.milestones
    await releasedMilestone(world, contract, first)
    expect(await refused(actAs(world, 'office', (ctx) => closeSupport(ctx, contract.id)))).toBe('support.unfinished')
    await db().updateTable('supportMilestone').set({ dueOn: '2026-09-14' }).where('id', '=', second).execute()
    await actAs(world, 'office', (ctx) => missMilestone(ctx, contract.id, second, { reason: 'Không báo cáo.' }))
    await actAs(world, 'office', (ctx) => closeSupport(ctx, contract.id))
    await approveWaiting(world, contract.id)
    expect(await stateOf(contract.id)).toBe('closed')
    expect(await positionAt(db(), contract.lineId, contract.sourceId)).toMatchObject({
      committed: 0,
      disbursed: 12 * million,
      free: 88 * million,
    })
  })

  test('terminating claims back no more than was paid; receipts pay it, never above it; who claims does not waive', async () => {
    const contract = await runningSupport(world)
    await releasedMilestone(world, contract, contract.milestones[0])
    const end = (amount: string) =>
      actAs(world, 'office', (ctx) =>
        terminateSupport(ctx, contract.id, { reason: 'Dùng sai mục đích.', amount, dueOn: inDays(30), decisionNumber: '9/QĐ' }),
      )
    expect(await fieldsOf(end('10000001'))).toEqual(['amount'])
    const receivable = (await end('10000000')) ?? ''
    await approveWaiting(world, contract.id)
    expect(await positionAt(db(), contract.lineId, contract.sourceId)).toMatchObject({ committed: 0, disbursed: 10 * million })
    expect(await refused(end('1'))).toBe('stateConflict')
    const receive = (amount: string) =>
      actAs(world, 'office', (ctx) => receiveMoney(ctx, receivable, { amount, receivedOn: inDays(0), paper: 'PT01' }))
    const both = await Promise.all([refused(receive('6000000')), refused(receive('6000000'))])
    expect(both.filter((one) => one === 'done')).toHaveLength(1)
    expect(await fieldsOf(receive('4000001'))).toEqual(['amount'])
    await receive('4000000')
    const seen = async () => (await receivableFor(db(), await actorOf(world, 'producer'), receivable)).receivable
    expect(await seen()).toMatchObject({ state: 'open', received: 0 })
    await approveWaiting(world, contract.id)
    expect(await seen()).toMatchObject({ state: 'paid', received: 10 * million, left: 0 })
    expect((await supportFor(db(), await actorOf(world, 'office'), contract.id)).paid).toBe(0)
    expect(await refused(actAs(world, 'leader', (ctx) => waiveReceivable(ctx, receivable, { reason: 'Khó khăn.' })))).toBe('stateConflict')
    expect(await refused(receivableFor(db(), await actorOf(world, 'otherProducer'), receivable))).toBe('notFound')
  })

  test('a receipt whose entry is refused is owed again; the rest may be waived by another person with a reason', async () => {
    const contract = await runningSupport(world)
    await releasedMilestone(world, contract, contract.milestones[0])
    const input = { reason: 'Không thực hiện.', amount: '10000000', dueOn: inDays(30), decisionNumber: '9/QĐ' }
    const receivable = (await actAs(world, 'office', (ctx) => terminateSupport(ctx, contract.id, input))) ?? ''
    const receive = () =>
      actAs(world, 'office', (ctx) => receiveMoney(ctx, receivable, { amount: '10000000', receivedOn: inDays(0), paper: 'PT02' }))
    await receive()
    const { entryId } = await db()
      .selectFrom('receivableReceipt')
      .select('entryId')
      .where('receivableId', '=', receivable)
      .executeTakeFirstOrThrow()
    await actAs(world, 'leader', (ctx) => refuseEntry(ctx, entryId ?? '', { reason: 'Chưa vào tài khoản.' }))
    await receive()
    expect(await refused(actAs(world, 'office', (ctx) => waiveReceivable(ctx, receivable, { reason: 'Thiên tai.' })))).toBe(
      'money.ownEntry',
    )
    await actAs(world, 'leader', (ctx) => waiveReceivable(ctx, receivable, { reason: 'Thiên tai.' }))
    const rows = await listReceivables(db(), await actorOf(world, 'office'), {
      search: '',
      state: 'waived',
      sort: 'owed',
      page: 1,
      perPage: 20,
    })
    expect(rows.rows.map((row) => row.id)).toContain(receivable)
    expect(rows.rows[0]).toMatchObject({ received: 0 })
  })
})

test('every deed stands in the ledger', async () => {
  expect((await verifyLedger(db())).faults).toEqual([])
})

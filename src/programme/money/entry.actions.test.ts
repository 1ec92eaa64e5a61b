import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { newId } from '#/platform/database/id.ts'
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { paperFile } from '../document/incoming.ts'
import { changeSetting } from '../settings/settings.actions.ts'
import { addEntryPapers, approveEntries, approveEntry, enterMoney, refuseEntry, removeEntryPaper, takeBackEntry } from './entry.actions.ts'
import { addLine, addSource, changeLine, endLine, endSource } from './line.actions.ts'
import { approved, budgetLine, entered, fundedLine, fundSource } from './money.fixture.ts'
import { positionAt } from './money.load.ts'

let services: TestServices
let world: World
const db = () => services.database.db
const million = 1_000_000

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const approve = (person: Person, id: string) => refused(actAs(world, person, (ctx) => approveEntry(ctx, id)))
const stateOf = async (id: string) =>
  (await db().selectFrom('moneyEntry').select(['state', 'decidedBy']).where('id', '=', id).executeTakeFirstOrThrow()).state

describe('entering', () => {
  test.each([
    ['negative', '-5'],
    ['zero', '0'],
    ['fractional', '12,5'],
    ['fractional with a point in the wrong place', '1e6'],
    ['huge', '1000000000000001'],
    ['a word', 'hai mươi triệu'],
    ['nothing', ''],
  ])('an amount that is %s is refused at its field and nothing is kept', async (_name, amount) => {
    const { lineId, sourceId } = await fundedLine(world, million)
    const before = await db().selectFrom('moneyEntry').select('id').execute()
    const input = { sourceId, amount, onDay: '15/09/2026', decisionNumber: '1/QĐ' }
    expect(await fieldsOf(actAs(world, 'office', (ctx) => enterMoney(ctx, lineId, 'allocation', input)))).toEqual(['amount'])
    expect(await db().selectFrom('moneyEntry').select('id').execute()).toHaveLength(before.length)
  })

  test('a day to come, a day of another age, no paper and a strange source are refused', async () => {
    const { lineId, sourceId } = await fundedLine(world, million)
    const input = { sourceId, amount: '5', onDay: '16/09/2026' }
    expect(await fieldsOf(actAs(world, 'office', (ctx) => enterMoney(ctx, lineId, 'allocation', input)))).toEqual([
      'decisionNumber',
      'onDay',
    ])
    const old = { ...input, onDay: '31/12/2024', decisionNumber: '1/QĐ' }
    expect(await fieldsOf(actAs(world, 'office', (ctx) => enterMoney(ctx, lineId, 'allocation', old)))).toEqual(['onDay'])
    const strange = { ...input, onDay: '15/09/2026', decisionNumber: '1/QĐ', sourceId: newId() }
    expect(await fieldsOf(actAs(world, 'office', (ctx) => enterMoney(ctx, lineId, 'allocation', strange)))).toEqual(['sourceId'])
  })

  test('only the desk’s office enters; others may not, or do not learn that the line exists', async () => {
    const { lineId, sourceId } = await fundedLine(world, million)
    const input = { sourceId, amount: '5', onDay: '15/09/2026', decisionNumber: '1/QĐ' }
    const by = (person: Person) => refused(actAs(world, person, (ctx) => enterMoney(ctx, lineId, 'allocation', input)))
    for (const person of ['leader', 'advisor'] as const) expect(await by(person)).toBe('forbidden')
    for (const person of ['producer', 'communeOfficer', 'clerk', 'admin', 'otherProvinceOffice', 'seat1'] as const)
      expect(await by(person)).toBe('notFound')
    expect(await by('office')).toBe('done')
  })

  test('sent twice, the second is told; said to be another, it is taken', async () => {
    const { lineId, sourceId } = await fundedLine(world, 10 * million)
    const input = { sourceId, amount: '5', onDay: '15/09/2026', payee: 'Công ty In' }
    const send = (again: string) => refused(actAs(world, 'office', (ctx) => enterMoney(ctx, lineId, 'disbursement', { ...input, again })))
    expect([await send(''), await send(''), await send('1')]).toEqual(['done', 'money.same', 'done'])
  })

  test('does not count before it is approved', async () => {
    const { lineId, sourceId } = await fundedLine(world, 10 * million)
    await entered(world, lineId, 'disbursement', { sourceId, amount: '4000000' })
    expect(await positionAt(db(), lineId, sourceId)).toMatchObject({ allocated: 10 * million, disbursed: 0, free: 10 * million })
  })
})

describe('approving', () => {
  test('who entered never approves; nor the database lets it', async () => {
    const { lineId, sourceId } = await fundedLine(world, million)
    const id = await entered(world, lineId, 'disbursement', { sourceId, amount: '5' })
    expect(await approve('office', id)).toBe('money.ownEntry')
    await expect(
      db()
        .updateTable('moneyEntry')
        .set((set) => ({ state: 'approved', decidedBy: set.ref('enteredBy'), decidedAt: new Date() }))
        .where('id', '=', id)
        .execute(),
    ).rejects.toThrow()
    for (const person of ['advisor'] as const) expect(await approve(person, id)).toBe('forbidden')
    for (const person of ['producer', 'clerk', 'otherProvinceOffice'] as const) expect(await approve(person, id)).toBe('notFound')
    expect(await approve('leader', id)).toBe('done')
    expect(await approve('leader', id)).toBe('money.decided')
  })

  test('another person of the office may approve, unless the desk’s setting leaves it to the leader', async () => {
    const { lineId, sourceId } = await fundedLine(world, million)
    const byOther = async () => {
      const id = await entered(world, lineId, 'disbursement', { sourceId, amount: '5' })
      await db().updateTable('moneyEntry').set({ enteredBy: world.accounts.clerk }).where('id', '=', id).execute()
      return approve('office', id)
    }
    expect(await byOther()).toBe('done')
    await actAs(world, 'admin', (ctx) => changeSetting(ctx, 'money.approver', { value: 'leader', reason: 'Quy chế mới.' }))
    expect(await byOther()).toBe('forbidden')
    await actAs(world, 'admin', (ctx) => changeSetting(ctx, 'money.approver', { value: 'officeOrLeader', reason: 'Quy chế cũ.' }))
  })

  test('two payments at once that together pass the limit: one wins, the other is told the figures', async () => {
    const { lineId, sourceId } = await fundedLine(world, 10 * million)
    const first = await entered(world, lineId, 'disbursement', { sourceId, amount: '6000000' })
    const second = await entered(world, lineId, 'disbursement', { sourceId, amount: '7000000' })
    const both = await Promise.all([approve('leader', first), approve('leader', second)])
    expect(both.filter((one) => one === 'done')).toHaveLength(1)
    expect(both).toContain('money.overFree')
    expect((await positionAt(db(), lineId, sourceId)).balance).toBeGreaterThanOrEqual(0)
  })

  test('a payment over its allocation is refused when it is entered, with the figures', async () => {
    const { lineId, sourceId } = await fundedLine(world, 10 * million)
    await expect(entered(world, lineId, 'disbursement', { sourceId, amount: '10000001' })).rejects.toThrow(/10\.000\.001.*10\.000\.000/)
  })

  test('refused with a reason, it does not count and whoever entered is told', async () => {
    const { lineId, sourceId } = await fundedLine(world, million)
    const id = await entered(world, lineId, 'disbursement', { sourceId, amount: '5' })
    expect(await fieldsOf(actAs(world, 'leader', (ctx) => refuseEntry(ctx, id, { reason: ' ' })))).toEqual(['reason'])
    await actAs(world, 'leader', (ctx) => refuseEntry(ctx, id, { reason: 'Thiếu hóa đơn.' }))
    expect(await stateOf(id)).toBe('refused')
    const told = await db()
      .selectFrom('notice')
      .select('accountId')
      .where('kind', '=', 'money.refused')
      .where('subjectId', '=', id)
      .execute()
    expect(told.map((one) => one.accountId)).toEqual([world.accounts.office])
  })

  test('taken back by who entered it and nobody else, before it is decided', async () => {
    const { lineId, sourceId } = await fundedLine(world, million)
    const id = await entered(world, lineId, 'disbursement', { sourceId, amount: '5' })
    expect(await refused(actAs(world, 'leader', (ctx) => takeBackEntry(ctx, id)))).toBe('forbidden')
    await actAs(world, 'office', (ctx) => takeBackEntry(ctx, id))
    expect(await stateOf(id)).toBe('takenBack')
    expect(await approve('leader', id)).toBe('money.decided')
    expect(await refused(actAs(world, 'office', (ctx) => takeBackEntry(ctx, id)))).toBe('money.decided')
  })

  test('several at once: all or none', async () => {
    const { lineId, sourceId } = await fundedLine(world, 10 * million)
    const ids = [
      await entered(world, lineId, 'disbursement', { sourceId, amount: '6000000' }),
      await entered(world, lineId, 'disbursement', { sourceId, amount: '6000000' }),
    ]
    expect(await refused(actAs(world, 'leader', (ctx) => approveEntries(ctx, ids)))).toBe('money.overFree')
    expect(await Promise.all(ids.map(stateOf))).toEqual(['entered', 'entered'])
  })
})

describe('kinds of movement', () => {
  test('a commitment reserves; its payment draws it; a failed payment opens it again; a release ends it', async () => {
    const { lineId, sourceId } = await fundedLine(world, 10 * million)
    const commitment = await approved(world, lineId, 'commitment', { sourceId, amount: '8000000' })
    await expect(entered(world, lineId, 'disbursement', { sourceId, amount: '2000001' })).rejects.toMatchObject({ code: 'money.overFree' })
    const payment = await approved(world, lineId, 'disbursement', { sourceId, amount: '5000000', answersId: commitment })
    expect(await positionAt(db(), lineId, sourceId)).toMatchObject({ committed: 3 * million, disbursed: 5 * million, free: 2 * million })
    await approved(world, lineId, 'failed', { sourceId, amount: '5000000', answersId: payment })
    expect(await positionAt(db(), lineId, sourceId)).toMatchObject({ committed: 8 * million, disbursed: 0, free: 2 * million })
    await expect(entered(world, lineId, 'release', { sourceId, amount: '8000001', answersId: commitment })).rejects.toMatchObject({
      code: 'money.overCommitment',
    })
    await approved(world, lineId, 'release', { sourceId, amount: '8000000', answersId: commitment })
    expect(await positionAt(db(), lineId, sourceId)).toMatchObject({ committed: 0, free: 10 * million })
  })

  test('a payment cannot come back twice, and nothing is settled that was not paid', async () => {
    const { lineId, sourceId } = await fundedLine(world, 10 * million)
    const payment = await approved(world, lineId, 'disbursement', { sourceId, amount: '5000000' })
    await approved(world, lineId, 'returned', { sourceId, amount: '2000000', answersId: payment })
    await expect(entered(world, lineId, 'failed', { sourceId, amount: '3000001', answersId: payment })).rejects.toMatchObject({
      code: 'money.overPayment',
    })
    await expect(entered(world, lineId, 'settlement', { sourceId, amount: '3000001' })).rejects.toMatchObject({
      code: 'money.overSettlement',
    })
    await approved(world, lineId, 'settlement', { sourceId, amount: '3000000' })
    await expect(entered(world, lineId, 'returned', { sourceId, amount: '1', answersId: payment })).rejects.toMatchObject({
      code: 'money.settled',
    })
    await approved(world, lineId, 'recovered', { sourceId, amount: '1000000', answersId: payment })
    expect(await positionAt(db(), lineId, sourceId)).toMatchObject({ disbursed: 2 * million, settled: 3 * million, balance: 8 * million })
  })

  test('a settlement is approved only with its papers, which then stay', async () => {
    const { lineId, sourceId } = await fundedLine(world, 10 * million)
    await approved(world, lineId, 'disbursement', { sourceId, amount: '5000000' })
    const id = await entered(world, lineId, 'settlement', { sourceId, amount: '5000000' })
    expect(await approve('leader', id)).toBe('money.noPapers')
    const file = await paperFile(onePagePdf(''), 'Quyết toán.pdf')
    const [paper] = await actAs(world, 'office', (ctx) => addEntryPapers(ctx, id, [file], ''))
    expect(await approve('leader', id)).toBe('done')
    expect(await refused(actAs(world, 'office', (ctx) => removeEntryPaper(ctx, id, paper)))).toBe('money.decided')
  })

  test('what answers must name an approved entry of its kind on this line and source', async () => {
    const { lineId, sourceId } = await fundedLine(world, 10 * million)
    const other = await fundedLine(world, 10 * million)
    const elsewhere = await approved(world, other.lineId, 'disbursement', { sourceId: other.sourceId, amount: '5' })
    const waiting = await entered(world, lineId, 'disbursement', { sourceId, amount: '5' })
    for (const answersId of [elsewhere, waiting, newId(), "x' or 1=1", ''])
      expect(await fieldsOf(entered(world, lineId, 'returned', { sourceId, amount: '5', answersId }))).toEqual(['answersId'])
  })

  test('a transfer moves between two lines in one deed and is approved as one, from either end', async () => {
    const { lineId, sourceId } = await fundedLine(world, 10 * million)
    const toLineId = await budgetLine(world, { title: 'Xúc tiến thương mại' })
    const out = await entered(world, lineId, 'transferOut', { sourceId, amount: '4000000', toLineId })
    const far = await db().selectFrom('moneyEntry').selectAll().where('answersId', '=', out).executeTakeFirstOrThrow()
    expect(far).toMatchObject({ kind: 'transferIn', amount: 4 * million, lineId: toLineId, state: 'entered' })
    expect(await approve('leader', far.id)).toBe('done')
    expect([await stateOf(out), await stateOf(far.id)]).toEqual(['approved', 'approved'])
    expect((await positionAt(db(), lineId, sourceId)).balance).toBe(6 * million)
    expect((await positionAt(db(), toLineId, sourceId)).balance).toBe(4 * million)
  })

  test('to the next year it is a carry-over; back in time, to itself or to a stranger’s line it is refused', async () => {
    const { lineId, sourceId } = await fundedLine(world, 10 * million)
    const next = await budgetLine(world, { year: '2027' })
    const out = await approved(world, lineId, 'transferOut', { sourceId, amount: '4000000', toLineId: next })
    expect((await db().selectFrom('moneyEntry').select('kind').where('answersId', '=', out).executeTakeFirstOrThrow()).kind).toBe(
      'carryOver',
    )
    expect((await positionAt(db(), next, sourceId)).balance).toBe(4 * million)
    const otherSource = await actAs(world, 'otherProvinceOffice', (ctx) => addSource(ctx, { kind: 'province', name: 'Ngân sách tỉnh' }))
    expect(otherSource).not.toBe(sourceId)
    const stranger = await actAs(world, 'otherProvinceOffice', (ctx) => addLine(ctx, { title: 'A', year: '2026', itemCategory: 'other' }))
    const back = await budgetLine(world, { year: '2025' })
    for (const toLineId of [lineId, stranger, back, 'rác', newId()])
      expect(await fieldsOf(entered(world, lineId, 'transferOut', { sourceId, amount: '5', toLineId }))).toEqual(['toLineId'])
  })

  test('two transfers that cross each other both end', async () => {
    const one = await fundedLine(world, 10 * million)
    const two = await fundedLine(world, 10 * million)
    const there = await entered(world, one.lineId, 'transferOut', { sourceId: one.sourceId, amount: '5', toLineId: two.lineId })
    const back = await entered(world, two.lineId, 'transferOut', { sourceId: two.sourceId, amount: '5', toLineId: one.lineId })
    expect(await Promise.all([approve('leader', there), approve('leader', back)])).toEqual(['done', 'done'])
  })
})

describe('lines and sources', () => {
  test('an ended line or source takes no new money, but what was begun is wound up', async () => {
    const { lineId, sourceId } = await fundedLine(world, 10 * million)
    const payment = await approved(world, lineId, 'disbursement', { sourceId, amount: '5' })
    await actAs(world, 'office', (ctx) => endLine(ctx, lineId, { ended: true }))
    await expect(entered(world, lineId, 'allocation', { sourceId, amount: '5' })).rejects.toMatchObject({ code: 'money.ended' })
    await entered(world, lineId, 'returned', { sourceId, amount: '5', answersId: payment })
    await actAs(world, 'office', (ctx) => endLine(ctx, lineId, { ended: false }))
    const passing = await fundSource(world, 'Nguồn một lần')
    await actAs(world, 'office', (ctx) => endSource(ctx, passing))
    await expect(entered(world, lineId, 'allocation', { sourceId: passing, amount: '5' })).rejects.toMatchObject({ code: 'money.ended' })
  })

  test('the same source entered twice is one; a line’s year stays once it has entries; two tabs do not overwrite each other', async () => {
    expect(await fundSource(world, 'Vốn lồng ghép KHCN')).toBe(await fundSource(world, 'Vốn lồng ghép KHCN'))
    const { lineId } = await fundedLine(world, million)
    const input = { title: 'Đổi tên', year: '2027', itemCategory: 'upgrading', planned: '' }
    expect(await fieldsOf(actAs(world, 'office', (ctx) => changeLine(ctx, lineId, input, 1)))).toEqual(['year'])
    expect(await actAs(world, 'office', (ctx) => changeLine(ctx, lineId, { ...input, year: '2026' }, 1))).toBe(2)
    expect(await refused(actAs(world, 'office', (ctx) => changeLine(ctx, lineId, { ...input, year: '2026' }, 1)))).toBe('versionConflict')
    expect(await refused(actAs(world, 'otherProvinceOffice', (ctx) => changeLine(ctx, lineId, input, 2)))).toBe('notFound')
  })
})

test('every deed stands in the ledger', async () => {
  expect((await verifyLedger(db())).faults).toEqual([])
})

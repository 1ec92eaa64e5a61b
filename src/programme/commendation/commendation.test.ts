// The decision of commendation (S1:167, S1:179): from the proposals of locked reports, signed by the leader, nobody twice for one proposal.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { readableDocument } from '../access/access.ts'
import { dropProposal, propose } from '../report/fill.actions.ts'
import { reopenReport } from '../report/judge.actions.ts'
import { openedCall } from '../report/report.fixture.ts'
import { proposalsOf } from '../report/proposals.store.ts'
import { issueForm } from '../programme-plan/plan.fixture.ts'
import { addCommended, cancelCommendation, decideCommendation, draftCommendation, dropCommended } from './commendation.actions.ts'
import { draftedList, listInput, proposed } from './commendation.fixture.ts'
import { candidatesFor, commendedIn, commendedOf, listCommendations, listFor } from './commendation.store.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices({ now: '2026-06-05T02:00:00Z' })
  world = await makeWorld(services)
})
afterAll(() => services.close())

const db = () => services.database.db
const all = { search: '', kind: null, callId: null, page: 1, perPage: 500 }
const waiting = async (search = '') => (await candidatesFor(db(), await actorOf(world, 'office'), { ...all, search })).rows
const draft = (ids: readonly unknown[], person: Person = 'office', input = listInput) =>
  actAs(world, person, (ctx) => draftCommendation(ctx, input, ids))
const decide = (id: string, person: Person = 'leader') => actAs(world, person, (ctx) => decideCommendation(ctx, id, issueForm))
const drop = (id: string, one: unknown, reason = 'Trùng.') => actAs(world, 'office', (ctx) => dropCommended(ctx, id, one, { reason }))

test('only what a locked report proposes can be chosen; rubbish, nobody and strangers’ proposals draw up no list', async () => {
  const { samSon } = await openedCall(world, {}, 'commendation')
  const open = await actAs(world, 'communeOfficer', (ctx) =>
    propose(ctx, samSon, { kind: 'person', name: 'Chưa Duyệt', merit: 'Còn đang viết.' }),
  )
  expect(await waiting('chua duyet')).toEqual([])
  expect(await refused(draft([open]))).toBe('commendation.taken')
  expect(await refused(draft([newId()]))).toBe('commendation.taken')
  expect(await fieldsOf(draft(['x', null]))).toEqual(['proposals'])
  expect(await fieldsOf(draft([], 'office', { title: ' ', award: 'gold' }))).toEqual(['award', 'title'])
  for (const person of ['leader', 'advisor', 'communeLeader', 'admin'] as const)
    expect(await refused(draft([open], person))).toBe('forbidden')
  expect((await listCommendations(db(), await actorOf(world, 'office'), { search: '', state: null, page: 1, perPage: 25 })).total).toBe(0)
})

test('signed by the leader it is a numbered paper with units and persons; the proposals know their decision, the unit is told, it is found by a name', async () => {
  const { listId, samSon } = await draftedList(world, 'Hợp tác xã Quảng Vinh')
  expect(await refused(decide(listId, 'office'))).toBe('forbidden')
  const { documentId, number } = await decide(listId)
  expect(number).toMatch(/^\d+\/QĐ-UBND$/)
  const { data } = await db().selectFrom('documentSource').select('data').where('documentId', '=', documentId).executeTakeFirstOrThrow()
  expect(data).toMatchObject({
    award: 'Tặng Bằng khen',
    countText: '01 tập thể và 01 cá nhân',
    groups: [
      { title: 'Tập thể', rows: [{ name: 'Hợp tác xã Quảng Vinh' }] },
      { title: 'Cá nhân', rows: [{ name: 'Nguyễn Thị Hoa', post: 'Giám đốc' }] },
    ],
  })
  expect((await proposalsOf(db(), samSon)).map((one) => one.decision)).toEqual([number, number])
  const told = await db().selectFrom('notice').select('accountId').where('kind', '=', 'report.commended').execute()
  expect(told.map((one) => one.accountId)).toContain((await actorOf(world, 'communeOfficer')).accountId)
  const actor = await actorOf(world, 'advisor')
  const found = await listCommendations(db(), actor, { search: 'quang vinh', state: 'decided', page: 1, perPage: 25 })
  expect(found.rows).toMatchObject([{ id: listId, units: 1, persons: 1, number }])
  expect((await commendedIn(db(), actor, { search: 'quang vinh', state: null }, 10)).map((row) => row.name)).toEqual([
    'Hợp tác xã Quảng Vinh',
    'Nguyễn Thị Hoa',
  ])
  const reads = async (person: Person) =>
    (await readableDocument(db(), await actorOf(world, person), documentId, services.clock.now())) !== null
  expect([await reads('advisor'), await reads('communeLeader'), await reads('bodyOfficer')]).toEqual([true, false, false])
  expect(await refused(decide(listId))).toBe('stateConflict')
  expect(await refused(actAs(world, 'office', (ctx) => cancelCommendation(ctx, listId, { reason: 'Muộn.' })))).toBe('stateConflict')
})

test('two lists at once never hold one proposal: the second is told', async () => {
  const { ids } = await proposed(world)
  const both = await Promise.all([refused(draft(ids)), refused(draft(ids))])
  expect(both.toSorted()).toEqual(['commendation.taken', 'done'])
  expect(await refused(draft(ids))).toBe('commendation.taken')
})

test('taken off a draft or with a cancelled one it may be chosen again; while listed it stays in its report; a name commended before is told', async () => {
  const { listId, unitId, personId, samSon } = await draftedList(world, 'Tổ hợp tác Nga Sơn')
  const [unit, person] = await commendedOf(db(), listId)
  expect(await fieldsOf(drop(listId, unit?.id, ' '))).toEqual(['reason'])
  await drop(listId, unit?.id)
  expect(await refused(drop(listId, unit?.id))).toBe('notFound')
  expect((await waiting('nga son')).map((one) => one.id)).toEqual([unitId])
  const other = await draft([unitId])
  expect(await refused(actAs(world, 'office', (ctx) => addCommended(ctx, listId, [unitId])))).toBe('commendation.taken')
  await actAs(world, 'office', (ctx) => cancelCommendation(ctx, other, { reason: 'Gộp.' }))
  await actAs(world, 'office', (ctx) => addCommended(ctx, listId, [unitId]))
  await drop(listId, person?.id)
  expect((await waiting('nguyen thi hoa')).find((one) => one.id === personId)?.before).toMatch(/QĐ-UBND$/)
  await actAs(world, 'office', (ctx) => reopenReport(ctx, samSon, { reason: 'Sửa thành tích.' }))
  expect(await refused(decide(listId))).toBe('commendation.reopened')
  expect(await refused(actAs(world, 'communeOfficer', (ctx) => dropProposal(ctx, samSon, unitId)))).toBe('report.proposalListed')
  await actAs(world, 'communeOfficer', (ctx) => dropProposal(ctx, samSon, personId))
  expect((await commendedOf(db(), listId)).map((one) => [one.name, one.state])).toEqual([
    ['Tổ hợp tác Nga Sơn', 'dropped'],
    ['Tổ hợp tác Nga Sơn', 'listed'],
    ['Nguyễn Thị Hoa', 'dropped'],
  ])
  for (const one of (await commendedOf(db(), listId)).filter((row) => row.state === 'listed')) await drop(listId, one.id)
  expect(await refused(decide(listId))).toBe('commendation.empty')
})

test('who does not work at the desk finds no list and no proposal', async () => {
  const { listId } = await draftedList(world)
  for (const person of ['communeLeader', 'bodyOfficer', 'producer', 'otherProvinceOffice', 'admin'] as const)
    expect(await refused(actorOf(world, person).then((actor) => listFor(db(), actor, listId)))).toBe('notFound')
  expect(await refused(actorOf(world, 'leader').then((actor) => candidatesFor(db(), actor, all)))).toBe('notFound')
})

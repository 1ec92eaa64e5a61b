import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, people, type Person, type World } from '#/testing/world.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { storedCertificate } from '../certificate/certificate.fixture.ts'
import type { Ctx } from '../context.ts'
import { setCriteria } from './criteria.ts'
import { fileMonth, judgeMonth } from './month.actions.ts'
import { askPointMonths } from './month.job.ts'
import {
  addPoint,
  addPointProduct,
  changePoint,
  closePoint,
  endPointProduct,
  judgeCriteria,
  openPoint,
  suspendPoint,
} from './point.actions.ts'
import { allMet, monthInput, pointIn, pointInput } from './sales-point.fixture.ts'
import { listPoints, openMonths, pointFor, publicPoints } from './sales-point.store.ts'

let services: TestServices
let world: World
const db = () => services.database.db
const today = '2026-09-15'

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const as = <T>(person: Person, verb: (ctx: Ctx) => Promise<T>) => actAs(world, person, verb)
const all = { search: '', kind: null, state: null, setting: null, sort: 'name', page: 1, perPage: 200 } as const

describe('a point', () => {
  test.each([
    [{ name: '' }, ['name']],
    [{ address: '' }, ['address']],
    [{ commune: 'Xã Không Có' }, ['commune']],
    [{ commune: '' }, ['commune']],
    [{ operator: 'Hợp tác xã Không Có' }, ['operator']],
    [{ operator: '', operatorName: '' }, ['operatorName']],
    [{ district: 'Huyện Hậu Lộc' }, ['district']],
    [{ coordinates: '99.5, 200.1' }, ['coordinates']],
    [{ coordinates: 'gần chợ' }, ['coordinates']],
    [{ openedOn: '' }, ['openedOn']],
  ])('%j is refused at %j', async (over, fields) => {
    expect(await fieldsOf(as('office', (ctx) => addPoint(ctx, { ...pointInput, name: 'Điểm thử', ...over })))).toEqual(fields)
  })

  test('is made once, by its desk’s office; its place is named as it was on the day', async () => {
    const twice = await Promise.allSettled([1, 2].map(() => as('office', (ctx) => addPoint(ctx, { ...pointInput, name: 'Gửi hai lần' }))))
    expect(twice.map((end) => end.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    for (const who of ['leader', 'advisor'] as const)
      expect(await refused(as(who, (ctx) => addPoint(ctx, { ...pointInput, name: 'Khác' })))).toBe('forbidden')
    for (const who of people.filter((one) => !['office', 'leader', 'advisor', 'otherProvinceOffice'].includes(one)))
      expect([who, await refused(as(who, (ctx) => addPoint(ctx, { ...pointInput, name: 'Khác' })))]).toEqual([who, 'notFound'])
    const old = await as('office', (ctx) =>
      addPoint(ctx, {
        ...pointInput,
        kind: 'centre',
        name: 'Trung tâm huyện',
        commune: '',
        district: 'Huyện Hậu Lộc',
        openedOn: '01/03/2024',
      }),
    )
    const { point } = await pointFor(db(), await actorOf(world, 'office'), old, today)
    expect([point.unitEra, point.communeCode, point.place, point.operatorName]).toEqual([
      'e2023',
      null,
      'Huyện Hậu Lộc',
      'Hợp tác xã Vạn Triều',
    ])
    const outside = await as('office', (ctx) =>
      addPoint(ctx, { ...pointInput, name: 'Sân bay Nội Bài', commune: '', outside: '1', coordinates: '21.221192, 105.807178' }),
    )
    expect(await pointFor(db(), await actorOf(world, 'office'), outside, today)).toMatchObject({
      point: { outside: true, communeCode: null, latitudeE6: 21221192 },
    })
  })

  test('opens once every criterion is met, with its decision, on a day that has come; the desk’s own list counts', async () => {
    const id = await pointIn(world, 'planned')
    const open = (over: Record<string, string> = {}) =>
      as('office', (ctx) => openPoint(ctx, id, { decisionNumber: '12/QĐ', openedOn: '05/06/2026', ...over }))
    expect(await refused(open())).toBe('salesPoint.criteria')
    expect(await fieldsOf(open({ decisionNumber: '', openedOn: '16/09/2026' }))).toEqual(['decisionNumber', 'openedOn'])
    await as('office', (ctx) => judgeCriteria(ctx, id, { ...allMet, c0: 'notMet' }))
    expect(await refused(open())).toBe('salesPoint.criteria')
    expect(await fieldsOf(as('office', (ctx) => judgeCriteria(ctx, id, { c0: 'perhaps' })))).toEqual(['c0'])
    await as('office', (ctx) => judgeCriteria(ctx, id, allMet))
    await as('office', (ctx) => setCriteria(ctx, { criteria: 'Có biển hiệu\nCó quầy kệ' }))
    expect(await refused(open())).toBe('salesPoint.criteria')
    await as('office', (ctx) => judgeCriteria(ctx, id, { c0: 'met', c1: 'met' }))
    expect(await refused(open())).toBe('done')
    expect(await refused(open())).toBe('stateConflict')
    expect(await refused(as('leader', (ctx) => setCriteria(ctx, { criteria: 'x' })))).toBe('forbidden')
    await db().deleteFrom('setting').where('key', '=', 'salesPoint.criteria').execute()
  })

  test('is suspended, runs again, is closed for good; its day stays, an older form changes nothing', async () => {
    const id = await pointIn(world, 'running')
    const { point } = await pointFor(db(), await actorOf(world, 'office'), id, today)
    const change = (over: Record<string, string>, version = point.version) =>
      as('office', (ctx) => changePoint(ctx, id, { ...pointInput, name: point.name, ...over }, version))
    expect(await fieldsOf(change({ openedOn: '06/06/2026' }))).toEqual(['openedOn'])
    expect(await refused(change({}, 1))).toBe('versionConflict')
    expect(await fieldsOf(as('office', (ctx) => suspendPoint(ctx, id, { reason: '' })))).toEqual(['reason'])
    await as('office', (ctx) => suspendPoint(ctx, id, { reason: 'Sửa chữa.' }))
    await as('office', (ctx) => openPoint(ctx, id, { decisionNumber: '12/QĐ' }))
    const close = (closedOn: string) => as('office', (ctx) => closePoint(ctx, id, { reason: 'Hết hợp đồng thuê.', closedOn }))
    expect(await fieldsOf(close('16/09/2026'))).toEqual(['closedOn'])
    expect(await fieldsOf(close('01/06/2026'))).toEqual(['closedOn'])
    expect(await refused(close('10/09/2026'))).toBe('done')
    expect(await refused(close('10/09/2026'))).toBe('stateConflict')
    expect(await refused(as('office', (ctx) => openPoint(ctx, id, { decisionNumber: '1' })))).toBe('stateConflict')
  })
})

describe('what it sells', () => {
  test('only with a certificate in force; a lapsed one is shown to the desk; closing ends it', async () => {
    const id = await pointIn(world, 'running')
    const sold = await storedCertificate(world, { productName: 'Nước mắm Bán Được', issuedOn: '2026-01-01' })
    const old = await storedCertificate(world, {
      verifyCode: 'OLDONE23456789AB',
      productCode: '38-16531-06-2022',
      productName: 'Nước mắm Hết Hạn',
      issuedOn: '2022-01-01',
      lastValidOn: '2025-01-01',
    })
    const add = (product: string, since = '10/06/2026') => as('office', (ctx) => addPointProduct(ctx, id, { product, since }))
    expect(await fieldsOf(add(old.productId))).toEqual(['product'])
    expect(await fieldsOf(add('Không có sản phẩm này', '16/09/2026'))).toEqual(['product', 'since'])
    await add(sold.productId)
    expect(await fieldsOf(add(sold.productId))).toEqual(['product'])
    const shown = async (day: string) =>
      (await pointFor(db(), await actorOf(world, 'office'), id, day)).products.map((one) => one.certified)
    expect([await shown('2026-09-15'), await shown('2035-01-01')]).toEqual([[true], [false]])
    expect((await publicPoints(db(), '38', { search: '', page: 1, perPage: 50 }, today)).rows.find((row) => row.id === id)?.products).toBe(
      1,
    )
    expect(
      (await publicPoints(db(), '38', { search: '', page: 1, perPage: 50 }, '2035-01-01')).rows.find((row) => row.id === id)?.products,
    ).toBe(0)
    await as('office', (ctx) => endPointProduct(ctx, id, sold.productId))
    expect(await refused(as('office', (ctx) => endPointProduct(ctx, id, sold.productId)))).toBe('notFound')
  })
})

describe('the monthly proof', () => {
  test('a filed zero is not a missing month; sent twice is told; another of the office accepts or returns it', async () => {
    const id = await pointIn(world, 'running')
    const file = (who: Person, month: string, over: Record<string, string> = {}) =>
      as(who, (ctx) => fileMonth(ctx, id, month, { ...monthInput, ...over }))
    const judge = (who: Person, month: string, verdict: string, remark = '') =>
      as(who, (ctx) => judgeMonth(ctx, id, month, { verdict, remark }))
    for (const month of ['2026-09', '2026-05', '2027-01', 'rubbish'])
      expect([month, await fieldsOf(file('producer', month))]).toEqual([month, ['month']])
    for (const who of ['leader', 'communeOfficer', 'bodyOfficer'] as const)
      expect([who, await refused(file(who, '2026-08'))]).toEqual([who, 'forbidden'])
    for (const who of ['otherProducer', 'otherProvinceOffice', 'admin'] as const)
      expect([who, await refused(file(who, '2026-08'))]).toEqual([who, 'notFound'])
    expect(await refused(judge('office', '2026-08', 'accepted'))).toBe('notFound')
    await file('producer', '2026-08', { revenue: '0', products: '0', ocopProducts: '0' })
    expect(await refused(file('producer', '2026-08'))).toBe('stateConflict')
    expect(await fieldsOf(judge('office', '2026-08', 'returned'))).toEqual(['remark'])
    expect(await refused(judge('producer', '2026-08', 'accepted'))).toBe('forbidden')
    await judge('office', '2026-08', 'returned', 'Ghi rõ số sản phẩm.')
    await file('producer', '2026-08')
    await judge('office', '2026-08', 'accepted')
    expect(await refused(judge('office', '2026-08', 'accepted'))).toBe('stateConflict')
    expect(await refused(file('producer', '2026-08'))).toBe('stateConflict')
    await file('office', '2026-07')
    expect(await refused(judge('office', '2026-07', 'accepted'))).toBe('salesPoint.ownMonth')
    const { months } = await pointFor(db(), await actorOf(world, 'producer'), id, today)
    expect(months.map((month) => [month.month, month.revenue, month.dueOn, month.verdict])).toEqual([
      ['2026-08-01', 12_500_000, '2026-09-10', 'accepted'],
      ['2026-07-01', 12_500_000, '2026-08-10', null],
    ])
  })

  test('months that are over are asked for once with their day; who is late is told once and stands on the list', async () => {
    services.clock.set('2026-07-20T02:00:00Z')
    const id = await pointIn(world, 'running', { name: 'Điểm bán hỏi tháng' })
    services.clock.set('2026-09-15T02:00:00Z')
    await askPointMonths(services)
    const rows = () => db().selectFrom('salesPointMonth').select(['month', 'dueOn']).where('pointId', '=', id).orderBy('month').execute()
    // Entered in July: nothing before is asked for.
    expect(await rows()).toEqual([
      { month: '2026-07-01', dueOn: '2026-08-10' },
      { month: '2026-08-01', dueOn: '2026-09-10' },
    ])
    const told = () =>
      db().selectFrom('notice').select('accountId').where('kind', '=', 'salesPoint.monthLate').where('subjectId', '=', id).execute()
    const before = await told()
    expect(new Set(before.map((one) => one.accountId))).toEqual(new Set([world.accounts.office, world.accounts.producer]))
    expect((await askPointMonths(services)).asked).toBe(0)
    expect(await told()).toHaveLength(before.length)
    const late = async (who: Person) =>
      (await openMonths(db(), await actorOf(world, who), today, { limit: 100, offset: 0 })).rows.filter((row) => row.id === id)
    expect(await late('producer')).toHaveLength(2)
    expect(await late('communeOfficer')).toEqual([])
    await as('producer', (ctx) => fileMonth(ctx, id, '2026-07', { ...monthInput, revenue: '0' }))
    expect((await late('office')).map((row) => [row.month, row.state])).toEqual([
      ['2026-07-01', 'filed'],
      ['2026-08-01', 'late'],
    ])
  })
})

test('lists hold what one may know; the public list neither operator nor figures', async () => {
  const id = await pointIn(world, 'running', { name: 'Điểm bán Đền Bà Triệu' })
  const far = await pointIn(world, 'running', {
    name: 'Điểm bán Hậu Lộc',
    commune: 'Xã Hậu Lộc',
    operator: '',
    operatorName: 'Công ty Bán Hàng',
  })
  const seen = async (who: Person) => {
    const { rows } = await listPoints(db(), await actorOf(world, who), all, today)
    return [id, far].map((one) => rows.find((row) => row.id === one)?.late)
  }
  expect(await seen('leader')).toEqual([0, 0])
  expect(await seen('bodyOfficer')).toEqual([null, null])
  expect(await seen('communeLeader')).toEqual([null, undefined])
  expect(await seen('producer')).toEqual([0, undefined])
  expect(await seen('otherProducer')).toEqual([undefined, undefined])
  expect(await refused(seen('admin'))).toBe('notFound')
  expect((await listPoints(db(), await actorOf(world, 'office'), { ...all, search: 'den ba trieu' }, today)).total).toBe(1)
  const { rows } = await publicPoints(db(), '38', { search: 'hau loc', page: 1, perPage: 50 }, today)
  expect(rows.map((row) => row.name)).toContain('Điểm bán Hậu Lộc')
  expect(JSON.stringify(rows)).not.toMatch(/Công ty Bán Hàng|revenue/)
  expect((await verifyLedger(db())).faults).toEqual([])
})

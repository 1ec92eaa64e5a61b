import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { isAppError } from '#/platform/errors/app-error.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, SAM_SON, type Person, type World } from '#/testing/world.ts'
import { addRecord, changeRecord, checkRecord, endRecord, reopenRecord } from './register.actions.ts'
import { registerAt } from './registers.ts'
import { countRegisters, listRecords, namedIn, recordFor, recordHistory, type RecordQuery } from './register.store.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  const now = services.clock.now()
  await services.database.db
    .insertInto('product')
    .values(
      (['own', 'other'] as const).map((whose) => ({
        id: newId(),
        producerId: world.producers[whose],
        provinceCode: '38',
        name: 'Nước mắm cốt',
        setNo: 9,
        regulationId: 'qd-26-2026',
        createdAt: now,
        updatedAt: now,
      })),
    )
    .execute()
})
afterAll(() => services.close())

const all: RecordQuery = { search: '', state: 'open', choices: {}, year: null, sort: null, of: null, page: 1, perPage: 50 }
const channels = registerAt('kenh-ban')
const outlets = registerAt('noi-ban')
const areas = registerAt('vung-nguyen-lieu')
const villages = registerAt('lang-nghe')
const ntm = registerAt('nong-thon-moi')

/** The code of the refusal, or the problem of one field. */
async function refusal(work: Promise<unknown>, field?: string): Promise<string | undefined> {
  try {
    await work
  } catch (error) {
    if (isAppError(error)) return field ? (error.fieldMessages('vi')[field] ?? error.code) : error.code
    throw error
  }
  return undefined
}
const add = (person: Person, slug: string, input: Record<string, unknown>) =>
  actAs(world, person, (ctx) => addRecord(ctx, registerAt(slug), input))
const listed = async (person: Person, slug: string, query: Partial<RecordQuery> = {}) =>
  listRecords(services.database.db, await actorOf(world, person), registerAt(slug), { ...all, ...query })

const shop = { kind: 'supermarket', name: 'Siêu thị Đông Á', communeCode: 'Phường Sầm Sơn', sellsOcopSince: '01/03/2026' }
const channel = { kind: 'social', name: 'Trang mạng xã hội của hợp tác xã', since: '05/02/2026', producerId: 'Hợp tác xã Vạn Triều' }
const area = { name: 'Vùng lúa nếp', crop: 'Lúa nếp', areaHaE2: '12,5', communeCode: 'Phường Sầm Sơn', since: '01/01/2026' }

describe('an ended record', () => {
  const end = (person: Person, register: Parameters<typeof endRecord>[1], id: string) =>
    actAs(world, person, (ctx) => endRecord(ctx, register, id, { endedOn: '10/09/2026', reason: 'Nhầm.' }))
  const reopen = (person: Person, register: Parameters<typeof endRecord>[1], id: string, reason = 'Kết thúc nhầm dòng.') =>
    actAs(world, person, (ctx) => reopenRecord(ctx, register, id, { reason }))
  const row = async (person: Person, register: Parameters<typeof endRecord>[1], id: string) =>
    (await recordFor(services.database.db, await actorOf(world, person), register, id)).row

  test('is opened again with a reason by who may end it, once; the history keeps both', async () => {
    const id = await add('communeOfficer', 'lang-nghe', { name: 'Làng nghề mở lại', craft: 'Nón', communeCode: 'Phường Sầm Sơn' })
    expect(await refusal(reopen('communeOfficer', villages, id))).toBe('register.open')
    await end('communeOfficer', villages, id)
    expect(await refusal(reopen('communeOfficer', villages, id, ' '), 'reason')).toMatch(/Cần ghi/)
    for (const [person, code] of [
      ['leader', 'forbidden'],
      ['otherCommuneOfficer', 'notFound'],
      ['otherProvinceOffice', 'notFound'],
      ['admin', 'notFound'],
    ] as const)
      expect([person, await refusal(reopen(person, villages, id))]).toEqual([person, code])
    const both = await Promise.allSettled([reopen('communeOfficer', villages, id), reopen('office', villages, id)])
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await row('office', villages, id)).toMatchObject({ endedOn: null, version: 3 })
    const history = await recordHistory(services.database.db, villages, id)
    expect(history.map((event) => [event.verb, event.payload['reason'] ?? null])).toEqual([
      ['register.reopened', 'Kết thúc nhầm dòng.'],
      ['register.ended', 'Nhầm.'],
      ['register.added', null],
    ])
  })

  test('stays ended where an open one has taken its place', async () => {
    const village = { name: 'Làng nghề trùng', craft: 'Nón', communeCode: 'Phường Sầm Sơn' }
    const first = await add('office', 'lang-nghe', village)
    await end('office', villages, first)
    await add('office', 'lang-nghe', village)
    expect(await refusal(reopen('office', villages, first))).toBe('register.same')
    const code = { ...area, name: 'Vùng có mã', areaCode: 'TH-99' }
    const coded = await add('office', 'vung-nguyen-lieu', code)
    await end('office', areas, coded)
    await add('office', 'vung-nguyen-lieu', { ...code, name: 'Vùng khác cùng mã' })
    expect(await refusal(reopen('office', areas, coded))).toBe('invalid')
    expect(await row('office', areas, coded)).toMatchObject({ endedOn: '2026-09-10' })
  })

  test('waits for a check again where its producer opens it', async () => {
    const id = await add('producer', 'kenh-ban', { ...channel, name: 'Kênh mở lại' })
    const check = (version: number) => actAs(world, 'office', (ctx) => checkRecord(ctx, channels, id, version))
    await check(1)
    await end('producer', channels, id)
    await reopen('producer', channels, id)
    expect((await row('producer', channels, id)).checkedOn).toBeNull()
    await check((await row('office', channels, id)).version)
    await end('office', channels, id)
    await reopen('office', channels, id)
    expect((await row('office', channels, id)).checkedOn).toBe('2026-09-15')
    await end('office', channels, id)
  })
})

describe('a commune', () => {
  test('reads the rows of the units it grew from, kept by the office; another commune does not', async () => {
    const { db } = services.database
    const grew = await db
      .selectFrom('unitSuccession as s')
      .innerJoin('unit as u', (join) => join.onRef('u.era', '=', 's.oldEra').onRef('u.code', '=', 's.oldCode'))
      .leftJoin('unit as d', (join) => join.onRef('d.era', '=', 'u.era').onRef('d.code', '=', 'u.parentCode'))
      .select(['u.fullName', 'd.fullName as district'])
      .where('s.newEra', '=', 'e2025')
      .where('s.newCode', '=', SAM_SON)
      .orderBy('u.code')
      .execute()
    expect(grew.length).toBeGreaterThan(1)
    const ids: string[] = []
    for (const [index, unit] of grew.entries())
      ids.push(
        await add('office', 'lang-nghe', {
          name: `Làng nghề thời trước ${index}`,
          craft: 'Chiếu',
          communeCode: `${unit.fullName}, ${unit.district}`,
          recognisedOn: '01/03/2024',
        }),
      )
    const read = async (person: Person) =>
      (await listed(person, 'lang-nghe', { search: 'thoi truoc' })).rows.map((one) => one.id).toSorted()
    expect(await read('communeOfficer')).toEqual(ids.toSorted())
    expect(await read('communeLeader')).toEqual(ids.toSorted())
    expect(await read('otherCommuneOfficer')).toEqual([])
    const opened = async (person: Person) => {
      const { rights } = await recordFor(db, await actorOf(world, person), villages, ids[0])
      return [rights.see, rights.change, rights.end]
    }
    expect(await opened('communeOfficer')).toEqual([true, false, false])
    expect(await opened('office')).toEqual([true, true, true])
    expect(await refusal(opened('otherCommuneOfficer'))).toBe('notFound')
    const counted = await countRegisters(db, await actorOf(world, 'communeOfficer'))
    expect(counted.find((one) => one.register === villages)?.open).toBe((await listed('communeOfficer', 'lang-nghe')).total)
  })
})

describe('a record', () => {
  test('is added, changed and ended with its history, and stays to be read', async () => {
    const id = await add('office', 'noi-ban', shop)
    const version = await actAs(world, 'office', (ctx) => changeRecord(ctx, outlets, id, { ...shop, name: 'Siêu thị Đông Á 2' }, 1))
    expect(version).toBe(2)
    expect(await refusal(actAs(world, 'office', (ctx) => changeRecord(ctx, outlets, id, shop, 1)))).toBe('versionConflict')
    expect(
      await refusal(
        actAs(world, 'office', (ctx) => endRecord(ctx, outlets, id, { endedOn: '01/09/2026' })),
        'reason',
      ),
    ).toMatch(/Cần ghi/)
    expect(
      await refusal(
        actAs(world, 'office', (ctx) => endRecord(ctx, outlets, id, { endedOn: '16/09/2026', reason: 'x' })),
        'endedOn',
      ),
    ).toMatch(/chưa đến/)
    await actAs(world, 'office', (ctx) => endRecord(ctx, outlets, id, { endedOn: '01/09/2026', reason: 'Siêu thị đóng cửa.' }))
    expect(await refusal(actAs(world, 'office', (ctx) => endRecord(ctx, outlets, id, { endedOn: '01/09/2026', reason: 'x' })))).toBe(
      'register.ended',
    )
    expect(await refusal(actAs(world, 'office', (ctx) => changeRecord(ctx, outlets, id, shop, 3)))).toBe('register.ended')
    expect((await listed('office', 'noi-ban', { search: 'dong a 2' })).total).toBe(0)
    expect((await listed('office', 'noi-ban', { search: 'dong a 2', state: 'ended' })).total).toBe(1)
    const history = await recordHistory(services.database.db, outlets, id)
    expect(history.map((event) => event.verb)).toEqual(['register.ended', 'register.changed', 'register.added'])
    expect(history[1]?.payload).toMatchObject({ before: { name: 'Siêu thị Đông Á' }, after: { name: 'Siêu thị Đông Á 2' } })
  })

  test('sent twice, at once or later, is one record', async () => {
    const twice = await Promise.allSettled([
      add('office', 'noi-ban', { kind: 'floor', name: 'Sàn Hai Lần' }),
      add('office', 'noi-ban', { kind: 'floor', name: 'Sàn Hai Lần' }),
    ])
    expect(twice.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await refusal(add('office', 'noi-ban', { kind: 'floor', name: 'Sàn Hai Lần' }))).toBe('register.same')
    expect((await listed('office', 'noi-ban', { search: 'hai lan' })).total).toBe(1)
  })

  test('with rubbish names every field, and nothing is written', async () => {
    const { total } = await listed('office', 'vung-nguyen-lieu')
    for (const [input, field, words] of [
      [{ areaHaE2: '-1' }, 'areaHaE2', /Nhập số từ 0,01/],
      [{ areaHaE2: '0' }, 'areaHaE2', /Nhập số từ 0,01/],
      [{ areaHaE2: '1,234' }, 'areaHaE2', /2 chữ số/],
      [{ areaHaE2: 'mười' }, 'areaHaE2', /Nhập số/],
      [{ households: '2,5' }, 'households', /số nguyên/],
      [{ name: 'a'.repeat(201) }, 'name', /Dài quá 200/],
      [{ since: '31/02/2026' }, 'since', /không có trong lịch/],
      [{ since: '01/01/2027' }, 'since', /chưa đến/],
      [{ communeCode: 'Xã Không Có' }, 'communeCode', /Không có xã/],
      [{ crop: ['a', { b: 1 }] }, 'crop', /Cần ghi/],
    ] as const)
      expect(await refusal(add('office', 'vung-nguyen-lieu', { ...area, ...input }), field)).toMatch(words)
    expect(await refusal(add('office', 'hop-dong-tu-van', { amount: '-5' }), 'amount')).toMatch(/nguyên đồng/)
    expect(await refusal(add('office', 'hop-dong-tu-van', { amount: '1000,5' }), 'amount')).toMatch(/nguyên đồng/)
    expect(await refusal(add('office', 'noi-ban', { ...shop, website: 'javascript:alert(1)' }), 'website')).toMatch(/Địa chỉ trang/)
    expect(await refusal(add('office', 'noi-ban', { ...shop, kind: 'cho-phien' }), 'kind')).toMatch(/không có trong danh sách/)
    expect((await listed('office', 'vung-nguyen-lieu')).total).toBe(total)
  })
})

describe('places', () => {
  test('are the units of the day: the old commune before 01/7/2025, the present one after', async () => {
    const old = { status: 'reached', decisionNumber: '12/QĐ-UBND', since: '01/06/2024' }
    expect(await refusal(add('office', 'nong-thon-moi', { ...old, communeCode: 'Phường Sầm Sơn' }), 'communeCode')).toMatch(
      /Trước ngày 01\/7\/2025/,
    )
    const id = await add('office', 'nong-thon-moi', { ...old, communeCode: 'Xã Hưng Lộc, Huyện Hậu Lộc' })
    const { row } = await recordFor(services.database.db, await actorOf(world, 'office'), ntm, id)
    expect(row).toMatchObject({ unitEra: 'e2023', communeCodeName: 'Xã Hưng Lộc, Huyện Hậu Lộc' })
    const now = { status: 'advanced', decisionNumber: '5/QĐ', since: '01/08/2025', communeCode: 'Xã Hậu Lộc' }
    await add('office', 'nong-thon-moi', now)
    expect(await refusal(add('office', 'nong-thon-moi', { ...now, status: 'model' }), 'communeCode')).toMatch(/đã có một mốc/)
    expect((await listed('otherCommuneOfficer', 'nong-thon-moi')).total).toBe(1)
  })
})

describe('whose records', () => {
  test('a producer enters its own channel, the office checks it, a change waits for a check again', async () => {
    expect(await refusal(add('otherProducer', 'kenh-ban', channel), 'producerId')).toMatch(/chủ thể của mình/)
    const id = await add('producer', 'kenh-ban', channel)
    expect(await refusal(actAs(world, 'producer', (ctx) => checkRecord(ctx, channels, id, 1)))).toBe('forbidden')
    await actAs(world, 'office', (ctx) => checkRecord(ctx, channels, id, 1))
    expect(await refusal(actAs(world, 'office', (ctx) => checkRecord(ctx, channels, id, 1)))).toBe('versionConflict')
    const counted = await countRegisters(services.database.db, await actorOf(world, 'office'))
    expect(counted.find((one) => one.register === channels)).toMatchObject({ open: 1, unchecked: 0 })
    await actAs(world, 'producer', (ctx) => changeRecord(ctx, channels, id, { ...channel, note: 'Đổi tên trang.' }, 2))
    const { row } = await recordFor(services.database.db, await actorOf(world, 'producer'), channels, id)
    expect(row).toMatchObject({ checkedOn: null, version: 3 })
    for (const person of ['otherProducer', 'otherCommuneOfficer', 'otherProvinceOffice', 'admin', 'clerk', 'seat1'] as const)
      expect([person, await refusal(actAs(world, person, (ctx) => changeRecord(ctx, channels, id, channel, 3)))]).toEqual([
        person,
        'notFound',
      ])
    for (const person of ['communeOfficer', 'leader', 'advisor'] as const)
      expect([person, await refusal(actAs(world, person, (ctx) => changeRecord(ctx, channels, id, channel, 3)))]).toEqual([
        person,
        'forbidden',
      ])
    expect((await listed('communeOfficer', 'kenh-ban')).total).toBe(1)
    expect((await listed('otherProducer', 'kenh-ban')).total).toBe(0)
  })

  test('the name of a channel is that of its outlet where none is given', async () => {
    const outletId = await add('office', 'noi-ban', { kind: 'mall', name: 'Vincom Thanh Hóa' })
    const id = await add('office', 'kenh-ban', {
      producerId: '2801234567',
      kind: 'mall',
      outletId: 'vincom thanh hoa',
      since: '01/01/2026',
    })
    const { row } = await recordFor(services.database.db, await actorOf(world, 'office'), channels, id)
    expect(row).toMatchObject({ name: 'Vincom Thanh Hóa', outletId, producerIdName: 'Hợp tác xã Vạn Triều' })
    expect(await namedIn(services.database.db, await actorOf(world, 'office'), outlets, outletId)).toMatchObject([
      { column: 'outletId', open: 1 },
    ])
  })

  test('namesakes are told apart by the producer, and another province’s producer is none', async () => {
    const contract = { consultantId: 'Viện Bao Bì', content: 'Thiết kế bao bì', signedOn: '01/02/2026' }
    await add('office', 'tu-van', { name: 'Viện Bao Bì', kind: 'institute', field: 'Bao bì' })
    expect(await refusal(add('office', 'hop-dong-tu-van', { ...contract, productId: 'Nước mắm cốt' }), 'productId')).toMatch(
      /nhiều tên giống nhau/,
    )
    const id = await add('office', 'hop-dong-tu-van', { ...contract, productId: 'Nước mắm cốt · Hợp tác xã Vạn Triều' })
    const { row } = await recordFor(services.database.db, await actorOf(world, 'producer'), registerAt('hop-dong-tu-van'), id)
    expect(row['producerId']).toBe(world.producers.own)
    expect(await refusal(add('otherProvinceOffice', 'kenh-ban', channel), 'producerId')).toMatch(/Không có chủ thể này/)
    expect(await refusal(add('office', 'kenh-ban', { ...channel, producerId: newId() }), 'producerId')).toMatch(/Không có chủ thể này/)
  })

  test('a commune keeps the craft villages and areas of its own, and no other’s', async () => {
    const village = { name: 'Làng nghề nước mắm', craft: 'Nước mắm', communeCode: 'Phường Sầm Sơn' }
    expect(await refusal(add('otherCommuneOfficer', 'lang-nghe', village), 'communeCode')).toMatch(/xã, phường của mình/)
    const id = await add('communeOfficer', 'lang-nghe', village)
    expect(
      await refusal(
        actAs(world, 'communeOfficer', (ctx) => changeRecord(ctx, villages, id, { ...village, communeCode: 'Xã Hậu Lộc' }, 1)),
        'communeCode',
      ),
    ).toMatch(/xã, phường của mình/)
    expect((await listed('otherCommuneOfficer', 'lang-nghe')).total).toBe(0)
    expect(await refusal(add('communeOfficer', 'nong-thon-moi', {}))).toBe('forbidden')
    expect(await refusal(add('admin', 'lang-nghe', village))).toBe('notFound')
    expect(await refusal(add('leader', 'lang-nghe', village))).toBe('forbidden')
    expect(await refusal(listed('producer', 'lang-nghe'))).toBe('notFound')
  })

  test('an area code is kept once in a province, and comes free when its area ends', async () => {
    const id = await add('office', 'vung-nguyen-lieu', { ...area, areaCode: 'VN-THOR-0001' })
    expect(
      await refusal(add('communeOfficer', 'vung-nguyen-lieu', { ...area, name: 'Khác', areaCode: 'VN-THOR-0001' }), 'areaCode'),
    ).toMatch(/đã có trong sổ/)
    await actAs(world, 'office', (ctx) => endRecord(ctx, areas, id, { endedOn: '01/09/2026', reason: 'Chuyển đổi cây trồng.' }))
    await add('communeOfficer', 'vung-nguyen-lieu', { ...area, name: 'Khác', areaCode: 'VN-THOR-0001' })
  })
})

test('a list is searched without accents, filtered, sorted and paged', async () => {
  for (const [title, kind, publishedOn, reach] of [
    ['Phóng sự nước mắm', 'broadcast', '10/01/2025', '5000'],
    ['Gương hợp tác xã trẻ', 'story', '20/02/2026', '0'],
    ['Tờ rơi tuần lễ OCOP', 'leaflet', '01/03/2026', ''],
  ] as const)
    await add('office', 'truyen-thong', { title, kind, publishedOn, reach })
  const titles = async (query: Partial<RecordQuery>) => (await listed('office', 'truyen-thong', query)).rows.map((row) => row['title'])
  expect(await titles({})).toEqual(['Tờ rơi tuần lễ OCOP', 'Gương hợp tác xã trẻ', 'Phóng sự nước mắm'])
  expect(await titles({ search: 'phong su MAM' })).toEqual(['Phóng sự nước mắm'])
  expect(await titles({ choices: { kind: 'story' } })).toEqual(['Gương hợp tác xã trẻ'])
  expect(await titles({ year: 2025 })).toEqual(['Phóng sự nước mắm'])
  expect(await titles({ sort: 'title' })).toEqual(['Gương hợp tác xã trẻ', 'Phóng sự nước mắm', 'Tờ rơi tuần lễ OCOP'])
  // Zero is not missing: the highest first, then nought, then what nobody knows.
  expect((await listed('office', 'truyen-thong', { sort: 'reach' })).rows.map((row) => row['reach'])).toEqual([5000, 0, null])
  expect(await listed('office', 'truyen-thong', { perPage: 2, page: 2 })).toMatchObject({
    total: 3,
    rows: [{ title: 'Phóng sự nước mắm' }],
  })
  expect((await listed('office', 'truyen-thong', { search: "%'; drop table outlet; --" })).total).toBe(0)
})

// Years brought in by a sheet: what is written, what is left out and why, and that the producer's own word is kept.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { refused } from '#/testing/refusals.ts'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { broken } from '../doctor/doctor.ts'
import { registerInvariants } from '../doctor/invariants.register.ts'
import { checkSheet, confirmSheet } from '../sheet/sheet.actions.ts'
import { csv } from '../sheet/sheet.fixture.ts'
import { batchFor } from '../sheet/sheet.rights.ts'
import { lastSheetBatches, sheetBatchById, sheetRowsOf } from '../sheet/sheet.store.ts'
import { checkYear, fileYear, saveYear, takeBackYear } from './producer-year.actions.ts'
import { yearFor, yearHistory } from './producer-year.store.ts'

let services: TestServices
let world: World
const db = () => services.database.db
beforeAll(async () => {
  services = await testServices({ now: '2026-01-20T02:00:00Z' })
})
afterAll(() => services.close())
beforeEach(async () => {
  await emptied(services)
  world = await makeWorld(services)
})

const OWN = 'Hợp tác xã Vạn Triều'
const head = ['Chủ thể', 'Năm', 'Số lao động cuối năm', 'Trong đó có bằng, chứng chỉ phù hợp công việc', 'Doanh thu cả năm', 'Xác nhận']
const line = (over: Partial<Record<'producer' | 'year' | 'workers' | 'trained' | 'revenue' | 'confirmed', string>> = {}) => {
  const row = { producer: names.own, year: '2025', workers: '20', trained: '5', revenue: '2.000.000.000', confirmed: '', ...over }
  return [row.producer, row.year, row.workers, row.trained, row.revenue, row.confirmed]
}
const names = { own: OWN, other: '' }
beforeEach(async () => {
  for (const key of ['own', 'other'] as const) {
    const row = await db()
      .selectFrom('producer')
      .select(['name', 'taxCode'])
      .where('id', '=', world.producers[key])
      .executeTakeFirstOrThrow()
    names[key] = key === 'own' ? row.name : (row.taxCode ?? '')
  }
})

const check = async (rows: readonly (readonly string[])[], person: Person = 'office') =>
  (await actAs(world, person, (ctx) => checkSheet(ctx, 'so-lieu-nam', null, { name: 'bang.csv', bytes: csv([head, ...rows]) }))).id
const confirm = (id: string, person: Person = 'office') => actAs(world, person, (ctx) => confirmSheet(ctx, id))
const told = async (id: string) =>
  (await sheetRowsOf(db(), id, { outcome: null, page: 1, size: null })).map((row) => [
    row.outcome,
    ...row.reasons.map((reason) => `${reason.column}: ${reason.vi}`),
  ])
const at = (year = '2025') => ({ producerId: world.producers.own, year })
const seen = async (person: Person, year = '2025') => yearFor(db(), await actorOf(world, person), world.producers.own, year)
const save = (input: Record<string, unknown>, version: number) => actAs(world, 'producer', (ctx) => saveYear(ctx, at(), input, version))

const sound = async () => {
  for (const invariant of registerInvariants)
    expect([invariant.name, (await broken(db(), invariant.sql)).count]).toEqual([invariant.name, 0])
}

describe('a sheet of yearly figures', () => {
  test('previews every line with its reason, writes the good ones as filed, and keeps nothing of the bad ones', async () => {
    const id = await check([
      line(),
      line({ producer: names.other, workers: '0', trained: '0', revenue: '0' }),
      line({ producer: 'Hợp tác xã Không Có' }),
      line({ year: '2026' }),
      line({ year: '2024', workers: '-1' }),
      line({ year: '2023', revenue: '1.000,5' }),
      line({ year: '2022', trained: '21' }),
      line({ year: '2021', revenue: '' }),
      line(),
    ])
    expect(await told(id)).toEqual([
      ['new'],
      ['new'],
      ['bad', 'producer: Không có chủ thể này ở đây. Ghi đúng tên đã đăng ký, hoặc mã số thuế.'],
      ['bad', 'year: Ghi năm đã kết thúc, từ 2015 đến 2025.'],
      ['bad', 'workers: Nhập số nguyên từ 0 đến 100.000.'],
      ['bad', 'revenue: 1.000,5 đồng không thành số đồng nguyên. Xem lại số, hoặc đơn vị tính của tệp.'],
      ['bad', 'workersTrained: Không thể lớn hơn “số lao động cuối năm”.'],
      ['bad', 'revenue: Cần điền ô này.'],
      ['bad', 'null: Trùng với dòng 2 của tệp. Giữ lại một dòng.'],
    ])
    expect(await db().selectFrom('producerYear').select('id').execute()).toEqual([])
    expect(await confirm(id)).toEqual({ new: 2, changed: 0, unchanged: 0, bad: 7 })
    expect(await seen('office')).toMatchObject({
      figures: { workers: 20, revenue: 2_000_000_000, workersFemale: null },
      row: { state: 'filed', bySheet: true, followUp: false },
    })
    expect(await db().selectFrom('producerYear').select('id').execute()).toHaveLength(2)
    const notices = await db().selectFrom('notice').select(['accountId', 'params']).where('kind', '=', 'producerYear.broughtIn').execute()
    expect(notices.map((notice) => notice.accountId).toSorted()).toEqual([world.accounts.producer, world.accounts.otherProducer].toSorted())
    expect((await verifyLedger(db())).faults).toEqual([])
    await sound()
    // Figures stand beside the year, not in the ledger.
    expect(JSON.stringify(await db().selectFrom('auditEntry').select('payload').execute())).not.toContain('2000000000')
  })

  test('a jump against the year before needs its mark, which stays as the reason', async () => {
    await confirm(await check([line({ year: '2024' })]))
    const id = await check([line({ workers: '90' })])
    expect(await told(id)).toEqual([
      ['bad', 'workers: Khác nhiều so với năm trước (20 → 90). Xem lại; nếu đúng, ghi lý do vào cột “Xác nhận số thay đổi lớn”.'],
    ])
    expect(await refused(confirm(id))).toBe('sheet.nothing')
    await confirm(await check([line({ workers: '90', confirmed: 'Mở thêm xưởng' })]))
    expect((await seen('office')).row).toMatchObject({ followUp: true, confirmedJumps: { workers: 'Mở thêm xưởng' } })
    await sound()
  })

  test('sent again it changes what it brought in and nothing else; the producer may take it back, and its own word is then kept', async () => {
    await confirm(await check([line()]))
    expect(await told(await check([line()]))).toEqual([['unchanged']])
    const second = await check([line({ workers: '21' })])
    expect(await told(second)).toEqual([['changed']])
    expect(await confirm(second)).toMatchObject({ changed: 1 })
    const history = await yearHistory(db(), await seen('office'))
    expect(history.map(({ deed, changes }) => [deed, changes])).toEqual([
      ['imported', [{ key: 'workers', from: 20, to: 21 }]],
      ['imported', []],
    ])
    const late = await check([line({ workers: '22' })])
    await actAs(world, 'producer', (ctx) => takeBackYear(ctx, at()))
    expect(await refused(confirm(late))).toBe('sheet.nothing')
    expect(await told(await check([line({ workers: '22' })]))).toEqual([['bad', 'null: Năm này: đang khai. Số của chủ thể được giữ.']])
    await save({ workers: '23' }, (await seen('producer')).row?.version ?? 0)
    await actAs(world, 'producer', (ctx) => fileYear(ctx, at(), {}))
    expect((await seen('office')).row).toMatchObject({ state: 'filed', bySheet: false })
    expect(await told(await check([line()]))).toEqual([['bad', 'null: Năm này: đã nộp, chờ kiểm tra. Số của chủ thể được giữ.']])
    await actAs(world, 'office', (ctx) => checkYear(ctx, at(), {}))
    expect(await told(await check([line()]))).toEqual([['bad', 'null: Năm này: đã kiểm tra. Muốn sửa thì trả lại trước.']])
  })

  test('a producer who begins while the sheet is confirmed is not written over', async () => {
    const id = await check([line()])
    const both = await Promise.allSettled([confirm(id), save({ workers: '7' }, 0)])
    const year = await seen('producer')
    const won = both.map((one) => one.status)
    expect([
      ['fulfilled', 'rejected', 'filed', 20],
      ['rejected', 'fulfilled', 'draft', 7],
    ]).toContainEqual([...won, year.row?.state, year.figures.workers])
  })
})

describe('who brings figures in', () => {
  test('the office for its province, a commune for its own producers and no others; each commune sees its own files only', async () => {
    const rows = [line(), line({ producer: names.other })]
    const unknown = ['bad', 'producer: Không có chủ thể này ở đây. Ghi đúng tên đã đăng ký, hoặc mã số thuế.']
    const mine = await check(rows, 'communeOfficer')
    expect(await told(mine)).toEqual([['new'], unknown])
    expect(await told(await check(rows, 'otherCommuneOfficer'))).toEqual([unknown, ['new']])
    expect(await told(await check(rows, 'otherProvinceOffice'))).toEqual([unknown, unknown])
    const opened = async (person: Person) => refused(batchFor(db(), await actorOf(world, person), await sheetBatchById(db(), mine)))
    for (const [person, outcome] of [
      ['communeOfficer', 'done'],
      ['office', 'done'],
      ['communeLeader', 'notFound'],
      ['otherCommuneOfficer', 'notFound'],
      ['otherProvinceOffice', 'notFound'],
      ['leader', 'forbidden'],
      ['producer', 'notFound'],
    ] as const)
      expect([person, await opened(person)]).toEqual([person, outcome])
    expect(await refused(confirm(mine, 'otherCommuneOfficer'))).toBe('notFound')
    expect(await lastSheetBatches(db(), 'so-lieu-nam', '38', null, world.accounts.communeOfficer)).toHaveLength(1)
    await confirm(mine, 'communeOfficer')
    for (const [person, code] of [
      ['leader', 'forbidden'],
      ['advisor', 'forbidden'],
      ['producer', 'notFound'],
      ['admin', 'notFound'],
    ] as const)
      expect([person, await refused(check(rows, person))]).toEqual([person, code])
  })
})

// A register brought in as a sheet: bad files, bad rows, good rows kept, nothing half-written.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { isAppError } from '#/platform/errors/app-error.ts'
import { checkSheet, confirmSheet } from '../sheet/sheet.actions.ts'
import { merge, workbook } from '../sheet/sheet.fixture.ts'
import { sheetRowsOf } from '../sheet/sheet.store.ts'
import { listRecords, recordHistory } from './register.store.ts'
import { registerAt } from './registers.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const heads = ['Tên vùng', 'Mã số vùng', 'Cây trồng, vật nuôi', 'Diện tích (ha)', 'Số hộ', 'Xã, phường', 'Có từ ngày']
const check = async (
  person: Person,
  slug: string,
  rows: readonly (readonly (string | number | null)[])[],
  merges: Parameters<typeof workbook>[1] = [],
) => {
  const bytes = await workbook(rows, merges)
  return actAs(world, person, (ctx) => checkSheet(ctx, slug, null, { name: 'vung.xlsx', bytes }))
}
const listed = async (slug: string) =>
  listRecords(services.database.db, await actorOf(world, 'office'), registerAt(slug), {
    search: '',
    state: 'open',
    choices: {},
    year: null,
    sort: null,
    of: null,
    page: 1,
    perPage: 100,
  })

test('good rows come in, bad ones are named with their reason, the same file again changes nothing', async () => {
  const rows = [
    heads,
    ['Vùng nếp Hậu Lộc', 'VN-01', 'Lúa nếp', '12,5', 40, 'Xã Hậu Lộc', '01/08/2025'],
    ['Vùng dứa', null, 'Dứa', 3.25, null, 'phuong sam son', '2025-09-01'],
    ['Âm', null, 'Dứa', '-3', null, 'Xã Hậu Lộc', '01/08/2025'],
    ['Lẻ', null, 'Dứa', '3', '2,5', 'Xã Hậu Lộc', '01/08/2025'],
    ['Nơi lạ', null, 'Dứa', '3', null, 'Xã Không Có', '01/08/2025'],
    ['Chưa có', null, 'Dứa', '3', null, 'Xã Hậu Lộc', '01/06/2025'],
    ['Vùng trùng', 'VN-01', 'Lúa', '1', null, 'Xã Hậu Lộc', '01/08/2025'],
  ]
  const batch = await check('office', 'vung-nguyen-lieu', rows)
  expect(batch.counts).toEqual({ new: 2, changed: 0, unchanged: 0, bad: 5 })
  const bad = await sheetRowsOf(services.database.db, batch.id, { outcome: 'bad', page: 1, size: null })
  expect(bad.map((row) => [row.line, row.reasons[0]?.column])).toEqual([
    [4, 'areaHaE2'],
    [5, 'households'],
    [6, 'communeCode'],
    [7, 'communeCode'],
    [8, null],
  ])
  expect((await listed('vung-nguyen-lieu')).total).toBe(0)
  await actAs(world, 'office', (ctx) => confirmSheet(ctx, batch.id))
  const { rows: kept } = await listed('vung-nguyen-lieu')
  expect(kept.map((row) => [row['name'], row['areaHaE2']])).toEqual([
    ['Vùng dứa', 325],
    ['Vùng nếp Hậu Lộc', 1250],
  ])
  const history = await recordHistory(services.database.db, registerAt('vung-nguyen-lieu'), kept[0]?.id ?? '')
  expect(history.map((event) => [event.verb, event.who])).toEqual([['register.imported', 'Đỗ Minh Tuấn']])
  expect((await check('office', 'vung-nguyen-lieu', rows)).counts).toEqual({ new: 0, changed: 0, unchanged: 2, bad: 5 })
})

test('a code already in the register changes its line, with what stood before', async () => {
  const batch = await check('office', 'vung-nguyen-lieu', [
    heads,
    ['Vùng nếp Hậu Lộc', 'VN-01', 'Lúa nếp', '14', 40, 'Xã Hậu Lộc', '01/08/2025'],
  ])
  expect(batch.counts).toMatchObject({ changed: 1, new: 0 })
  await actAs(world, 'office', (ctx) => confirmSheet(ctx, batch.id))
  const row = (await listed('vung-nguyen-lieu')).rows.find((one) => one['areaCode'] === 'VN-01')
  const [last] = await recordHistory(services.database.db, registerAt('vung-nguyen-lieu'), row?.id ?? '')
  expect(last?.payload).toMatchObject({ before: { areaHaE2: 1250 }, after: { areaHaE2: 1400 } })
})

test('a producer brings in its own channels only; an unknown producer is named', async () => {
  const channels = ['Chủ thể', 'Loại kênh', 'Tên kênh', 'Bán từ ngày']
  const rows = [
    channels,
    ['2801234567', 'Mạng xã hội', 'Trang của hợp tác xã', '01/02/2026'],
    ['Hộ kinh doanh Lê Văn Bảy', 'Siêu thị', 'Siêu thị', '01/02/2026'],
    ['Công ty Không Có', 'Siêu thị', 'Siêu thị', '01/02/2026'],
  ]
  expect((await check('producer', 'kenh-ban', rows)).counts).toMatchObject({ new: 1, bad: 2 })
  expect((await check('office', 'kenh-ban', rows)).counts).toMatchObject({ new: 2, bad: 1 })
  expect((await check('otherProvinceOffice', 'kenh-ban', rows)).counts).toMatchObject({ new: 0, bad: 3 })
  for (const person of ['leader', 'communeOfficer'] as const)
    await expect(check(person, 'kenh-ban', rows)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(check('admin', 'kenh-ban', rows)).rejects.toMatchObject({ code: 'notFound' })
})

test('wrong heads are refused whole, merged cells row by row', async () => {
  const wrong = await check('office', 'lang-nghe', [
    ['Cột lạ', 'Cột khác'],
    ['a', 'b'],
  ]).catch((error: unknown) => error)
  expect(isAppError(wrong) && wrong.fieldMessages('vi')['file']).toMatch(/Tên làng nghề/)
  const merged = [
    ['Tên làng nghề', 'Nghề', 'Xã, phường'],
    ['Làng chiếu', 'Dệt chiếu', 'Xã Hậu Lộc'],
    ['Làng nón', 'Làm nón', null],
  ]
  expect((await check('office', 'lang-nghe', merged, [merge(1, 2, 2, 2)])).counts.bad).toBeGreaterThan(0)
  expect((await listed('lang-nghe')).total).toBe(0)
})

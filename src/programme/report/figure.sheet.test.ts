// Typed figures of a report from a workbook: named by code or title, judged by the readers of the form, saved as the form saves.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { checkSheet, confirmSheet } from '../sheet/sheet.actions.ts'
import { csv, merge, workbook } from '../sheet/sheet.fixture.ts'
import { sheetRowsOf } from '../sheet/sheet.store.ts'
import { figuresOf } from './figures.store.ts'
import { saveReport } from './fill.actions.ts'
import { ofSamSon, openedCall, sent } from './report.fixture.ts'

let services: TestServices
let world: World
let samSon: string
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices({ now: '2026-06-05T02:00:00Z' })
})
afterAll(() => services.close())
beforeEach(async () => {
  await emptied(services)
  world = await makeWorld(services)
  samSon = (await openedCall(world)).samSon
})

const head = ['Mã dòng', 'Chỉ tiêu', 'Đã thực hiện', 'Ước cả kỳ', 'Ghi chú']
const papers = 'Văn bản chỉ đạo, hướng dẫn đã ban hành'
type Rows = readonly (readonly string[])[]

const check = (bytes: Uint8Array, person: Person = 'communeOfficer', report = samSon) =>
  actAs(world, person, (ctx) => checkSheet(ctx, 'so-lieu-bao-cao', report, { name: 'so-lieu.csv', bytes }))
const confirm = (id: string) => actAs(world, 'communeOfficer', (ctx) => confirmSheet(ctx, id))
/** Line and reason of the rows left out. */
async function badRows(rows: Rows): Promise<string[]> {
  const { id } = await check(csv([head, ...rows]))
  const bad = await sheetRowsOf(db(), id, { outcome: 'bad', page: 1, size: null })
  return bad.map((row) => `${row.line} ${row.reasons.map((reason) => `${reason.column}: ${reason.vi}`).join(' ')}`)
}
async function kept(code: string) {
  const figure = (await figuresOf(db(), samSon)).get(code)
  return figure && [figure.numerator, figure.estimate, figure.comment, figure.origin]
}

test('rows are found by code or by title without accents; empty cells keep what is there; the same file again changes nothing', async () => {
  const rows = [
    ['', 'VAN BAN chỉ đạo, hướng dẫn đã ban hành', '1.200', '1.300', 'Có phụ lục'],
    ['news.hand', '(tên gì cũng được)', '7', '9', ''],
    ['star.new', 'Sản phẩm được công nhận mới', '', '4', ''],
  ]
  const { id, counts } = await check(csv([head, ...rows]))
  expect(counts).toEqual({ new: 3, changed: 0, unchanged: 0, bad: 0 })
  // Nothing is written by looking.
  expect(await kept('lead.papers')).toBeUndefined()
  await confirm(id)
  expect(await kept('lead.papers')).toEqual([1200, 1300, 'Có phụ lục', 'hand'])
  expect(await kept('news.hand')).toEqual([7, 9, '', 'hand'])
  expect(await kept('star.new')).toEqual([null, 4, '', 'hand'])
  expect((await check(csv([head, ...rows]))).counts).toMatchObject({ unchanged: 3 })

  const next = await check(csv([head, ['lead.papers', papers, '1250', '', '']]))
  expect(next.counts).toMatchObject({ changed: 1 })
  await confirm(next.id)
  expect(await kept('lead.papers')).toEqual([1250, 1300, 'Có phụ lục', 'hand'])
  expect(await refused(confirm(next.id))).toBe('stateConflict')
})

test('bad rows are left out with their line and reason, good ones are kept', async () => {
  const bad = [
    ['lead.papers', papers, '-5', '', ''],
    ['news.hand', 'Tin, bài', '2,5', '', ''],
    ['lead.checks', 'Cuộc kiểm tra', '10', '8', ''],
    ['star.new', 'Sản phẩm được công nhận mới', '3', '', ''],
    ['star.valid', 'Sản phẩm còn hiệu lực', '', '5', ''],
    ['khong.co', 'Không có', '1', '', ''],
    ['', 'Chỉ tiêu của mẫu khác', '1', '', ''],
    ['promo.hand', 'Quảng bá', '3', '3', ''],
    ['promo.hand', 'Quảng bá', '4', '4', ''],
  ]
  const said = await badRows(bad)
  expect(said.map((one) => one.split(':')[0])).toEqual([
    '2 done',
    '3 done',
    '4 estimate',
    '5 done',
    '6 estimate',
    '7 code',
    '8 title',
    '10 null',
  ])
  expect(said[2]).toContain('không nhỏ hơn số đã thực hiện (10)')
  expect(said[3]).toContain('phần mềm tính từ hồ sơ')
  const { id, counts } = await check(csv([head, ...bad]))
  expect(counts).toMatchObject({ new: 1, bad: 8 })
  await confirm(id)
  expect(await kept('promo.hand')).toEqual([3, 3, '', 'hand'])
  expect(await kept('lead.papers')).toBeUndefined()
})

describe('files', () => {
  test('of other heads, with merged cells or too many rows', async () => {
    expect(
      await fieldsOf(
        check(
          csv([
            ['Sản phẩm', 'Sao'],
            ['Nước mắm', '4'],
          ]),
        ),
      ),
    ).toEqual(['file'])
    const merged = await workbook([head, ['lead.papers', papers, '5', '6', ''], ['news.hand', 'Tin', '5', '6', '']], [merge(1, 2, 2, 2)])
    expect((await check(merged)).counts).toMatchObject({ bad: 2 })
    const many = Array.from({ length: 50_001 }, (_, line) => [`dong.${line}`, 'x', '1', '', ''])
    expect(await fieldsOf(check(csv([head, ...many])))).toEqual(['file'])
  })

  test('of 50,000 rows: each is judged, the few the report has are kept', async () => {
    const many = Array.from({ length: 49_999 }, (_, line) => [`dong.${line}`, 'x', '1', '', ''])
    const { id, counts } = await check(csv([head, ...many, ['lead.papers', papers, '5', '6', '']]))
    expect(counts).toEqual({ new: 1, changed: 0, unchanged: 0, bad: 49_999 })
    await confirm(id)
    expect(await kept('lead.papers')).toEqual([5, 6, '', 'hand'])
  })
})

test('only who writes the report brings figures in, and only while it is written; a form sent in between is not lost', async () => {
  const bytes = csv([head, ['lead.papers', papers, '5', '6', '']])
  for (const person of ['otherCommuneOfficer', 'otherProvinceOffice', 'producer'] as const)
    expect(await refused(check(bytes, person))).toBe('notFound')
  expect(await refused(check(bytes, 'office'))).toBe('forbidden')
  const { id } = await check(bytes)
  const { version } = await db().selectFrom('report').select('version').where('id', '=', samSon).executeTakeFirstOrThrow()
  await actAs(world, 'communeOfficer', (ctx) => saveReport(ctx, samSon, { 'v.news.hand': '2', 'c.lead.papers': 'Chép tay' }, version))
  await confirm(id)
  expect(await kept('lead.papers')).toEqual([5, 6, 'Chép tay', 'hand'])
  expect(await kept('news.hand')).toEqual([2, null, '', 'hand'])

  const late = await check(csv([head, ['lead.papers', papers, '9', '9', '']]))
  await sent(world, samSon, ofSamSon)
  expect(await refused(confirm(late.id))).toBe('forbidden')
})

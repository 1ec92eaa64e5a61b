import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { issuePlan } from '../task/issue.actions.ts'
import { checkSheet, chooseUnit, confirmSheet } from '../sheet/sheet.actions.ts'
import { csv, merge, workbook } from '../sheet/sheet.fixture.ts'
import { sheetBatchById, sheetRowsOf } from '../sheet/sheet.store.ts'
import { addProduct } from '../product/product.actions.ts'
import { savePart } from './part.actions.ts'
import { adjustPlan, startPlan, submitPlan } from './plan.actions.ts'
import { draftPlan, headInput, issueForm } from './plan.fixture.ts'
import { partsOf } from './part.store.ts'
import { planFor, planHistory } from './plan.store.ts'
import { productChoices } from './product.link.ts'
import { linkProduct } from './run.actions.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  const product = { name: 'Nước mắm Vạn Triều', setNo: '9' }
  await actAs(world, 'producer', (ctx) => addProduct(ctx, world.producers.own, product))
})
afterAll(() => services.close())

const db = () => services.database.db
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code,
  )
const check = (kind: string, plan: string, bytes: Uint8Array, person: Person = 'office') =>
  actAs(world, person, (ctx) => checkSheet(ctx, kind, plan, { name: 'phu-bieu.xlsx', bytes }))
const confirm = (id: string, person: Person = 'office') => actAs(world, person, (ctx) => confirmSheet(ctx, id))
const bring = async (kind: string, plan: string, bytes: Uint8Array) => confirm((await check(kind, plan, bytes)).id)
const reasons = async (id: string) =>
  (await sheetRowsOf(db(), id, { outcome: 'bad', page: 1, size: null })).map((row) => [row.line, row.reasons[0]?.column])
const emptyDraft = (title: string) => actAs(world, 'office', (ctx) => startPlan(ctx, headInput(title)))
const products = async (plan: string) => (await partsOf(db(), plan)).products
const money = async (plan: string) => (await partsOf(db(), plan)).money

const heads = ['TT', 'Tên sản phẩm', 'Chủ thể', 'Địa chỉ', 'Loại', 'Dự kiến hạng sao']

test('names find their product, producer and commune; what nobody knows stays a name; wrong cells are told; the file again changes nothing', async () => {
  const plan = await emptyDraft('Phụ biểu sản phẩm')
  const file = csv([
    ['PHỤ BIỂU 01: DANH MỤC SẢN PHẨM'],
    heads,
    ['1', 'NƯỚC MẮM vạn triều', 'Hợp tác xã Vạn Triều', '', 'nang hang', '4 sao'],
    ['2', 'Chả mực', 'hop tac xa VAN TRIEU', '', '', '3'],
    ['3', 'Nem chua', 'Cơ sở Không Ai Biết', 'Phường Sầm Sơn', '', ''],
    ['4', 'Bánh gai', '', 'Xã Không Có Trên Bản Đồ', 'Công nhận lại', ''],
    ['5', 'Sáu sao', '', '', '', '6'],
    ['6', 'Loại lạ', '', '', 'Bỏ', ''],
  ])
  const { id, counts } = await check('phu-bieu-san-pham', plan, file)
  expect(counts).toMatchObject({ new: 4, bad: 2 })
  expect(await reasons(id)).toEqual([
    [7, 'targetStar'],
    [8, 'kind'],
  ])
  expect(await products(plan)).toEqual([])
  await confirm(id)
  const rows = await products(plan)
  expect(rows).toMatchObject([
    { kind: 'upgrade', targetStar: 4, productId: expect.any(String), producerId: world.producers.own },
    { kind: 'new', targetStar: 3, productId: null, producerId: world.producers.own },
    { kind: 'new', productId: null, producerId: null, communeCode: '16531' },
    { kind: 'renewal', communeName: 'Xã Không Có Trên Bản Đồ', communeCode: null, productId: null },
  ])
  expect(await code(confirm(id))).toBe('stateConflict')
  expect((await check('phu-bieu-san-pham', plan, file)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 4 })
  await bring('phu-bieu-san-pham', plan, csv([heads, ['', 'nem chua', 'cơ sở không ai biết', 'Phường Sầm Sơn', '', '5']]))
  expect((await products(plan)).map((row) => [row.id, row.targetStar])).toEqual(
    rows.map((row, index) => [row.id, index === 2 ? 5 : row.targetStar]),
  )
})

test('merged cells are refused by their row, the others come in', async () => {
  const plan = await emptyDraft('Ô gộp')
  const rows = [
    heads,
    ['1', 'Mắm tép', 'Hộ ông An', '', '', '3'],
    ['2', 'Mắm tôm', 'Hộ bà Bình', '', '', '3'],
    ['3', 'Mắm ruốc', '', '', '', '3'],
  ]
  const { id, counts } = await check('phu-bieu-san-pham', plan, await workbook(rows, [merge(2, 2, 3, 2)]))
  expect(counts).toMatchObject({ new: 1, bad: 2 })
  await confirm(id)
  expect((await products(plan)).map((row) => row.productName)).toEqual(['Mắm tép'])
})

test('a form opened before the annex came is told; a file of a plan that was issued meanwhile writes nothing', async () => {
  const plan = await draftPlan(world, 'Ban hành giữa chừng')
  const seen = (await planFor(db(), await actorOf(world, 'office'), plan)).plan.version
  await bring('phu-bieu-san-pham', plan, csv([heads, ['1', 'Rượu nếp', '', '', '', '3']]))
  const input = { kind: 'new', productName: 'Rượu cần' }
  expect(await code(actAs(world, 'office', (ctx) => savePart(ctx, plan, { kind: 'product', key: null }, input, seen)))).toBe(
    'versionConflict',
  )
  const late = await check(
    'phu-bieu-kinh-phi',
    plan,
    csv([
      ['Nội dung', 'Kinh phí'],
      ['Thêm', '1.000.000'],
    ]),
  )
  await actAs(world, 'office', (ctx) => submitPlan(ctx, plan))
  await actAs(world, 'leader', (ctx) => issuePlan(ctx, plan, issueForm))
  const before = await partsOf(db(), plan)
  expect(await code(confirm(late.id))).toBe('stateConflict')
  expect(await code(check('phu-bieu-san-pham', plan, csv([heads, ['1', 'Muộn', '', '', '', '']])))).toBe('stateConflict')
  expect(await partsOf(db(), plan)).toEqual(before)
})

test('only who keeps the plan brings an annex in; who may not see it finds none', async () => {
  const plan = await emptyDraft('Của ai')
  const file = csv([heads, ['1', 'Mật ong', '', '', '', '']])
  const asked: [Person, string][] = [
    ['leader', 'forbidden'],
    ['bodyOfficer', 'notFound'],
    ['communeOfficer', 'notFound'],
    ['producer', 'notFound'],
  ]
  for (const [person, answer] of asked) expect(await code(check('phu-bieu-san-pham', plan, file, person))).toBe(answer)
})

/** Việt Trì 2023 (S2:105–119): seven lines and their whole. */
const vietTri = [
  ['Tổng kinh phí', '250', ''],
  ['Công tác đánh giá', '20', 'Tổng kinh phí'],
  ['Tập huấn, tuyên truyền', '20', 'tong kinh phi'],
  ['Xúc tiến thương mại', '58', 'K01'],
  ['Điểm giới thiệu và bán sản phẩm', '60', 'K01'],
  ['Tư vấn', '30', 'K01'],
  ['Chuẩn hóa sản phẩm', '50', 'K01'],
  ['Thưởng sản phẩm', '12', 'K01'],
]
const moneyHeads = ['Nội dung', 'Kinh phí (triệu đồng)', 'Thuộc khoản']

test('seven lines in millions make 250 million đồng and the plan may be submitted; the file again changes nothing; half đồng and loose parts are told', async () => {
  const plan = await emptyDraft('Phụ biểu kinh phí')
  const file = csv([moneyHeads, ...vietTri])
  expect(await bring('phu-bieu-kinh-phi', plan, file)).toMatchObject({ new: 8, bad: 0 })
  const lines = await money(plan)
  expect(lines.map((line) => [line.code, line.amount, line.partOf]).slice(0, 3)).toEqual([
    ['K01', 250_000_000, null],
    ['K02', 20_000_000, 'K01'],
    ['K03', 20_000_000, 'K01'],
  ])
  expect(lines.filter((line) => line.partOf === 'K01').reduce((sum, line) => sum + (line.amount ?? 0), 0)).toBe(250_000_000)
  expect((await check('phu-bieu-kinh-phi', plan, file)).counts).toMatchObject({ unchanged: 8, new: 0, changed: 0 })
  const bad = csv([
    ['Nội dung', 'Kinh phí', 'Thuộc khoản', 'Nguồn'],
    ['Lẻ đồng', '1,5', '', ''],
    ['Âm', '-5', '', ''],
    ['Chấm làm phẩy', '12.5', '', ''],
    ['Không có khoản tổng', '5', 'Khoản nào đó', ''],
    ['Nguồn lạ', '5', '', 'Ngân sách tỉnh; tiền túi'],
  ])
  expect(await reasons((await check('phu-bieu-kinh-phi', plan, bad)).id)).toEqual([
    [2, 'amount'],
    [3, 'amount'],
    [4, 'amount'],
    [5, 'partOf'],
    [6, 'sources'],
  ])
  const change = csv([
    ['Mã', 'Nội dung', 'Số tiền', 'Nguồn', 'Thuộc khoản'],
    ['K08', 'Thưởng sản phẩm', '12.000.000', 'ngan sach tinh; Vốn tự có', 'K01'],
  ])
  expect(await bring('phu-bieu-kinh-phi', plan, change)).toMatchObject({ changed: 1 })
  expect((await money(plan)).find((line) => line.code === 'K08')?.sources.toSorted()).toEqual(['own', 'province'])
})

test('a person links a row to a product and takes it back; the link outlives new words and a revision; another province’s product is not found', async () => {
  const plan = await draftPlan(world, 'Liên kết bằng tay')
  await bring('phu-bieu-san-pham', plan, csv([heads, ['1', 'Mắm cá cơm Vạn Triều loại đặc biệt', '', '', '', '4']]))
  const row = async (at = plan) => (await products(at))[1]
  const rowId = (await row())?.id ?? ''
  const choices = await productChoices(db(), services.config.provinceCode, 'van trieu mam')
  const [own] = choices
  expect(choices.map((one) => one.producerName)).toContain('Hợp tác xã Vạn Triều')
  expect(await productChoices(db(), services.config.provinceCode, '  ')).toEqual([])
  expect(await productChoices(db(), '25', 'van trieu mam')).toEqual([])
  const link = (person: Person, productId: unknown, id = rowId) =>
    code(actAs(world, person, (ctx) => linkProduct(ctx, plan, id, { productId })))
  expect(await link('leader', own?.id)).toBe('forbidden')
  expect(await link('communeOfficer', own?.id)).toBe('notFound')
  expect(await link('office', 'rác')).toBe('notFound')
  expect(await link('office', own?.id, plan)).toBe('notFound')
  expect(await link('office', own?.id)).toBe('done')
  expect(await link('office', own?.id)).toBe('done')
  const linked = (await planHistory(db(), (await planFor(db(), await actorOf(world, 'office'), plan)).plan.familyId)).filter(
    (line) => line.verb === 'programmePlan.productLinked',
  )
  expect(linked).toHaveLength(1)
  await bring('phu-bieu-san-pham', plan, csv([heads, ['1', 'Mắm cá cơm Vạn Triều loại đặc biệt', '', '', '', '5']]))
  expect(await row()).toMatchObject({ productId: own?.id, producerId: world.producers.own, targetStar: 5 })
  await actAs(world, 'office', (ctx) => submitPlan(ctx, plan))
  await actAs(world, 'leader', (ctx) => issuePlan(ctx, plan, issueForm))
  expect(await link('office', '')).toBe('done')
  expect(await link('office', own?.id)).toBe('done')
  const next = await actAs(world, 'office', (ctx) => adjustPlan(ctx, plan, 'Bổ sung'))
  expect(await row(next)).toMatchObject({ productId: own?.id })
  expect((await row(next))?.id).not.toBe(rowId)
})

test('“Đơn vị tính: triệu đồng” above the table is read and told; where it is wrong or missing another is chosen before anything is written', async () => {
  const plan = await emptyDraft('Đơn vị tính')
  const bytes = await workbook(
    [
      ['PHỤ LỤC II', null, null],
      ['KINH PHÍ 250 TRIỆU ĐỒNG', null, null],
      [null, null, 'Đơn vị tính: triệu đồng'],
      ['Nội dung', 'Kinh phí', 'Thuộc khoản'],
      ['Tổng kinh phí', 250, null],
      ['Đánh giá', 20.5, 'Tổng kinh phí'],
      ['Lẻ', '0,0000005', 'Tổng kinh phí'],
    ],
    [merge(0, 0, 0, 2), merge(1, 0, 1, 2)],
  )
  const { id, counts } = await check('phu-bieu-kinh-phi', plan, bytes)
  expect(counts).toMatchObject({ new: 2, bad: 1 })
  expect((await sheetBatchById(db(), id))?.reading.unit).toEqual({ unit: 'million', from: 'above', at: 'C3' })
  expect(await reasons(id)).toEqual([[7, 'amount']])
  const choose = (unit: unknown, person: Person = 'office') => actAs(world, person, (ctx) => chooseUnit(ctx, id, { unit }))
  expect(await code(choose('gold'))).toBe('invalid')
  expect(await code(choose('thousand', 'leader'))).toBe('forbidden')
  await choose('billion')
  expect(await money(plan)).toEqual([])
  expect(await reasons(id)).toEqual([])
  await choose('thousand')
  expect(await reasons(id)).toEqual([[7, 'amount']])
  expect((await sheetBatchById(db(), id))?.reading.unit).toEqual({ unit: 'thousand', from: 'chosen', at: null })
  await confirm(id)
  expect((await money(plan)).map((line) => line.amount)).toEqual([250_000, 20_500])
  expect(await code(choose('million'))).toBe('stateConflict')
})

test('a file that names no unit is read in đồng and says so; a sheet without money takes none', async () => {
  const plan = await emptyDraft('Không đơn vị')
  const { id } = await check('phu-bieu-kinh-phi', plan, csv([moneyHeads.map((name) => name.replace(' (triệu đồng)', '')), ...vietTri]))
  expect((await sheetBatchById(db(), id))?.reading.unit).toEqual({ unit: 'dong', from: 'nothing', at: null })
  const products = await check('phu-bieu-san-pham', plan, csv([heads, ['1', 'Mật ong', '', '', '', '']]))
  expect(await code(actAs(world, 'office', (ctx) => chooseUnit(ctx, products.id, { unit: 'million' })))).toBe('notFound')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { checkSheet, confirmSheet } from '../sheet/sheet.actions.ts'
import { csv } from '../sheet/sheet.fixture.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const head = ['TT', 'Nội dung', 'Năm', 'Nội dung chi', 'Kinh phí']
/** The seven lines of Việt Trì 2023 (seed S2:107-119). */
const vietTri = [
  ['1', 'Công tác đánh giá', '2023', 'Đánh giá, phân hạng', '20.000.000'],
  ['2', 'Tập huấn, tuyên truyền', '2023', 'tap huan, tuyen truyen', '20.000.000'],
  ['3', 'Xúc tiến thương mại', '2023', 'Xúc tiến thương mại', '58.000.000'],
  ['4', 'Điểm giới thiệu và bán sản phẩm', '2023', 'salesPoint', '60.000.000'],
  ['5', 'Tư vấn', '2023', 'Tư vấn phát triển sản phẩm, xây dựng hồ sơ', '30.000.000'],
  ['6', 'Chuẩn hóa sản phẩm', '2023', 'Chuẩn hóa, nâng cấp sản phẩm', '50.000.000'],
  ['7', 'Thưởng sản phẩm', '2023', 'Thưởng sản phẩm', '12.000.000'],
]

const bring = async (rows: readonly (readonly string[])[], person: Person = 'office', file = [head, ...rows]) => {
  const bytes = csv(file)
  const { id } = await actAs(world, person, (ctx) => checkSheet(ctx, 'khoan-kinh-phi', null, { name: 'phu-luc.csv', bytes }))
  return actAs(world, person, (ctx) => confirmSheet(ctx, id))
}
const lines = () => services.database.db.selectFrom('budgetLine').selectAll().orderBy('title').execute()

test('seven lines make 250 million (seed S2:105-119); bad amounts and items are left out; the same file again changes nothing', async () => {
  const bad = [
    ['8', 'Số âm', '2023', 'Thưởng sản phẩm', '-5'],
    ['9', 'Lẻ đồng', '2023', 'Thưởng sản phẩm', '1,5'],
    ['10', 'Không rõ', '2023', 'Mua xe', '5'],
  ]
  expect(await bring([...vietTri, ...bad])).toMatchObject({ new: 7, bad: 3 })
  const kept = await lines()
  expect(kept).toHaveLength(7)
  expect(kept.reduce((sum, line) => sum + (line.planned ?? 0), 0)).toBe(250_000_000)
  await expect(bring(vietTri)).rejects.toMatchObject({ code: 'sheet.nothing' })
  expect(await bring([['3', 'xúc tiến THƯƠNG MẠI', '2023', 'Xúc tiến thương mại', '60.000.000']])).toMatchObject({ changed: 1 })
  expect(await lines()).toHaveLength(7)
})

test('“Đơn vị tính: triệu đồng” above the table counts its column; the column’s own head goes before it', async () => {
  const row = ['1', 'Hội chợ', '2024', 'Xúc tiến thương mại', '12,5']
  await bring([], 'office', [['', '', '', '', 'ĐVT: triệu đồng'], head, row])
  const own = ['TT', 'Nội dung', 'Năm', 'Nội dung chi', 'Kế hoạch (nghìn đồng)']
  await bring([], 'office', [['Đơn vị tính: triệu đồng'], own, ['1', 'Gian hàng', '2024', 'Xúc tiến thương mại', '12,5']])
  expect((await lines()).filter((line) => line.year === 2024).map((line) => [line.title, line.planned])).toEqual([
    ['Gian hàng', 12_500],
    ['Hội chợ', 12_500_000],
  ])
})

test('only a desk’s office brings lines in', async () => {
  const code = (person: Person) =>
    bring(vietTri, person).then(
      () => 'done',
      (error: unknown) => (error as { code?: string }).code,
    )
  expect(await code('leader')).toBe('forbidden')
  expect(await code('producer')).toBe('notFound')
})

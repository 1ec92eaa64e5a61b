// "Đơn vị tính: triệu đồng": where a file says what its money is counted in, and what its cells are in đồng.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDong } from '#/platform/text/format.ts'
import { headName } from './columns.ts'
import { amountFault, amountShown, inDong, unitOfHead, unitOfLine, withoutUnit } from './unit.ts'

test.each([
  ['Đơn vị tính: triệu đồng', 'million'],
  ['ĐVT: 1.000 đồng', 'thousand'],
  ['Đơn vị: nghìn đồng', 'thousand'],
  ['(Đơn vị tính: Đồng)', 'dong'],
  ['ĐVT: Tr.đ', 'million'],
  ['Đvt: 1000đ', 'thousand'],
  ['Đơn vị tính: 1.000.000 đồng', 'million'],
  ['Đơn vị tính: tỷ đồng', 'billion'],
  ['(triệu đồng)', 'million'],
  ['Đơn vị: Sở Công Thương', null],
  ['Đơn vị tính: lớp', null],
  ['BẢNG KINH PHÍ 250 TRIỆU ĐỒNG NĂM 2023', null],
  ['', null],
])('above a table %j says %s', (cell, unit) => expect(unitOfLine(cell)).toBe(unit))

test.each([
  ['Kinh phí (triệu đồng)', 'million', 'kinh phi'],
  ['Dự toán (1.000đ)', 'thousand', 'du toan'],
  ['Số tiền, nghìn đồng', 'thousand', 'so tien'],
  ['Số tiền (đồng)', 'dong', 'so tien'],
  ['Thành tiền (VNĐ)', 'dong', 'thanh tien'],
  ['Kinh phí', null, 'kinh phi'],
  ['Kinh phí đợt 1', null, 'kinh phi dot 1'],
])('a head %j counts in %s and names %j', (head, unit, name) => {
  expect(unitOfHead(head)).toBe(unit)
  expect(withoutUnit(headName(head))).toBe(name)
})

test.each([
  ['58', 'million', '58000000'],
  ['12,5', 'million', '12500000'],
  ['1.250', 'thousand', '1250000'],
  ['0,0000005', 'million', '0,5'],
  ['58.000.000', 'dong', '58000000'],
  ['0', 'billion', '0'],
  ['-5', 'million', '-5'],
  ['mười', 'million', 'mười'],
  ['', 'million', ''],
] as const)('%j in %s is %j đồng', (cell, unit, dong) => expect(inDong(cell, unit)).toBe(dong))

describe('an amount', () => {
  test('counts the same in whatever unit it is written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.constantFrom('dong', 'thousand', 'million', 'billion'), (dong, unit) => {
        const places = { dong: 0, thousand: 3, million: 6, billion: 9 }[unit]
        const digits = String(dong).padStart(places + 1, '0')
        const cell = places === 0 ? digits : `${digits.slice(0, -places)},${digits.slice(-places)}`
        expect(inDong(cell, unit)).toBe(String(dong))
        expect(amountFault(cell, unit)).toBeNull()
      }),
    )
  })

  test.each([
    ['1234,5', 'dong'],
    ['0,0000005', 'million'],
    ['12.5', 'million'],
    ['1.2.3', 'dong'],
  ] as const)('%j in %s is refused with its reason', (cell, unit) => expect(amountFault(cell, unit)).not.toBeNull())

  test('is shown in đồng where the file counts otherwise', () => {
    expect(amountShown('58', 'million')).toBe(formatDong(58_000_000))
    expect(amountShown('58', 'dong')).toBeNull()
    expect(amountShown('-', 'million')).toBeNull()
  })
})

// The head of a file as offices write it: found under titles, over two lines, in any order, case and spelling; faults named with their place.
import { describe, expect, test } from 'vitest'
import { isAppError } from '#/platform/errors/app-error.ts'
import { cellName, findHead, type HeadColumn } from './columns.ts'
import { readFile } from './file.read.ts'
import { csv, merge, workbook } from './sheet.fixture.ts'

const columns: readonly HeadColumn<'name' | 'day' | 'money'>[] = [
  { key: 'name', names: ['Tên đơn vị', 'Đơn vị'], required: true },
  { key: 'day', names: ['Ngày bắt đầu', 'Thời gian Từ ngày'], required: false },
  { key: 'money', names: ['Kinh phí'], required: true },
]
const read = (bytes: Uint8Array, others: 'refused' | 'left' = 'left') => readFile(bytes, columns, others)
const cellsOf = async (bytes: Uint8Array) => (await read(bytes)).rows.map((row) => [row.line, ...Object.values(row.cells)])

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!isAppError(error)) throw error ?? new Error('nothing was refused')
  return error.fields['file']?.vi ?? ''
}

describe('the head', () => {
  test.each([
    ['accents, case, order', [['KINH PHI', 'tên ĐƠN vị', 'Ngay bat dau']]],
    ['another name and a unit in brackets', [['Kinh phí (đồng)', 'Đơn vị', 'Ngày bắt đầu']]],
    ['underscores', [['kinh_phi', 'ten_don_vi', 'ngay_bat_dau']]],
  ])('is met with %s', async (_name, head) => {
    expect(await cellsOf(csv([...head, ['5', 'Sở A', '01/02/2026']]))).toEqual([[2, 'Sở A', '01/02/2026', '5']])
  })

  test('a title above it is passed over and told; so are columns of its own', async () => {
    const bytes = await workbook(
      [
        ['BẢNG KINH PHÍ NĂM 2026', null, null, null],
        ['Đơn vị tính: đồng'],
        [],
        ['STT', 'Tên đơn vị', 'Kinh phí', 'Ghi chú'],
        [1, 'Sở A', 5, 'x'],
      ],
      [merge(0, 0, 0, 3)],
    )
    const found = await read(bytes)
    expect(found).toMatchObject({ headLine: 4, above: 2, left: ['STT (A4)', 'Ghi chú (D4)'] })
    expect(found.rows).toEqual([{ line: 5, cells: { name: 'Sở A', day: '', money: '5' }, extra: 0, merged: null }])
  })

  test('two levels: a group of columns over their names', async () => {
    const bytes = await workbook(
      [
        ['Tên đơn vị', 'Thời gian', null, 'Kinh phí'],
        [null, 'Từ ngày', 'Đến ngày', null],
        ['(1)', '(2)', '(3)', '(4)'],
        ['Sở A', '01/02/2026', '03/02/2026', 7],
      ],
      [merge(0, 0, 1, 0), merge(0, 1, 0, 2), merge(0, 3, 1, 3)],
    )
    expect((await read(bytes)).left).toEqual(['Đến ngày (C1)'])
    expect(await cellsOf(bytes)).toEqual([[4, 'Sở A', '01/02/2026', '7']])
  })

  test('a first row of data that only begins with 1 is data', async () => {
    expect(
      await cellsOf(
        csv([
          ['STT', 'Đơn vị', 'Kinh phí'],
          ['1', 'Sở A', '2'],
        ]),
      ),
    ).toEqual([[2, 'Sở A', '', '2']])
  })

  test.each([
    [
      'a missing column',
      [
        ['Đơn vị', 'Ghi chú'],
        ['a', 'b'],
      ],
      'Thiếu cột: Kinh phí.',
    ],
    [
      'a column twice',
      [
        ['Đơn vị', 'Kinh phí', 'Tên đơn vị'],
        ['a', '1', 'b'],
      ],
      'Cột lặp: Tên đơn vị (C1).',
    ],
    ['no head at all', [['x', 'y']], 'Thiếu cột: Tên đơn vị, Kinh phí.'],
  ])('%s is named', async (_name, rows, said) => {
    expect(await refusal(read(csv(rows)))).toContain(said)
  })

  test('a column nobody knows is refused where the file must be exact', async () => {
    const bytes = csv([
      ['Đơn vị', 'Kinh phí', 'Ghi chú'],
      ['a', '1', 'b'],
    ])
    expect(await refusal(read(bytes, 'refused'))).toContain('Cột lạ: Ghi chú (C1)')
  })

  test.each([
    [0, 0, 'A1'],
    [6, 25, 'Z7'],
    [0, 26, 'AA1'],
    [0, 701, 'ZZ1'],
    [9, 702, 'AAA10'],
  ])('row %i column %i is %s', (row, column, name) => expect(cellName(row, column)).toBe(name))

  test('an empty list of lines has no head', () => {
    expect(findHead([], [], columns, 'left')).toMatchObject({ ok: false })
  })
})

describe('rows', () => {
  test('dates and numbers as Excel stores them, and as they are typed', async () => {
    const bytes = await workbook([
      ['Đơn vị', 'Ngày bắt đầu', 'Kinh phí'],
      ['Sở A', new Date('2026-02-01T00:00:00Z'), 1234.5],
      ['Sở B', '01/02/2026', '1.234,5'],
      ['Sở C', '', 0.1 + 0.2],
      ['Sở D', '', 1250000],
    ])
    expect(await cellsOf(bytes)).toEqual([
      [2, 'Sở A', '2026-02-01', '1234,5'],
      [3, 'Sở B', '01/02/2026', '1.234,5'],
      [4, 'Sở C', '', '0,3'],
      [5, 'Sở D', '', '1250000'],
    ])
  })

  test('merged cells are told on every row they cover; those beside the taken columns are not', async () => {
    const bytes = await workbook(
      [
        ['Đơn vị', 'Kinh phí', 'Ghi chú'],
        ['Sở A', 1, 'chung'],
        [null, 2, null],
        ['Sở C', 3, null],
      ],
      [merge(1, 0, 2, 0), merge(1, 2, 3, 2)],
    )
    expect((await read(bytes)).rows.map((row) => row.merged)).toEqual(['A2:A3', 'A2:A3', null])
  })

  test('blank lines are passed over and keep the count of lines; a title without delimiters does not hide the semicolons', async () => {
    const bytes = new TextEncoder().encode('Bảng kinh phí, năm 2026\r\n\r\nĐơn vị;Kinh phí\r\n;\r\n"Sở\nA";1,5\r\nSở B;2\r\n')
    expect(await cellsOf(bytes)).toEqual([
      [5, 'Sở\nA', '', '1,5'],
      [7, 'Sở B', '', '2'],
    ])
  })

  test('50,000 rows are taken, one more is refused with the number', async () => {
    const rows = Array.from({ length: 50_001 }, (_, index) => [`Sở ${index}`, '1'])
    const head = ['Đơn vị', 'Kinh phí']
    expect((await read(csv([head, ...rows.slice(1)]))).rows).toHaveLength(50_000)
    expect(await refusal(read(csv([head, ...rows])))).toContain('50.001 dòng')
  })

  test.each([
    ['nothing', new Uint8Array(), 'Chọn tệp'],
    ['blank lines', new TextEncoder().encode(',,\r\n , \r\n'), 'không có dòng nào'],
    ['a Word file by its zip', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), 'Excel'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), 'UTF-8'],
    ['zeros', new Uint8Array(20), 'không phải CSV'],
  ])('%s is refused as a file', async (_name, bytes, said) => expect(await refusal(read(bytes))).toContain(said))
})

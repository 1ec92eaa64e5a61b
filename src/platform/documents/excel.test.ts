import { unzipSync, strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import { readExcel, sheetNames, writeExcel } from './excel.ts'

const book = (cell: string) => ({
  title: 'Danh sách',
  createdAt: '2026-12-22T00:00:00Z',
  sheets: [
    {
      name: 'Sản phẩm',
      columns: [
        { title: 'Tên', width: 30 },
        { title: 'Điểm', width: 8, format: '0.00' },
      ],
      rows: [
        [cell, 71.29],
        ['Chè', null],
      ],
    },
  ],
})

test.each(['=cmd()', '+1', '@x', '-1', '{=A1}', '<b>&"', '007'])('the text %j comes back as text and never as a formula', async (cell) => {
  const bytes = await writeExcel(book(cell))
  const [sheet] = await readExcel(bytes)
  expect(sheet?.rows[1]).toEqual([cell, 71.29])
  const xml = Object.entries(unzipSync(bytes))
    .filter(([path]) => path.startsWith('xl/worksheets/'))
    .map(([, file]) => strFromU8(file))
    .join('')
  expect(xml).not.toContain('<f>')
  expect(sheet?.rows[0]).toEqual(['Tên', 'Điểm'])
})

test('sheet names are cut, cleaned and told apart', () => {
  expect(sheetNames(['a/b:c', 'a b c', 'x'.repeat(40), ''])).toEqual(['a b c', 'a b c (2)', 'x'.repeat(31), 'Trang'])
})

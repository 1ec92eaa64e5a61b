import { expect, test } from 'vitest'
import { neutralised, writeCsv } from './csv.ts'

test.each(['=cmd()', '+84 900', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '  =HYPERLINK("x")', '＝1+1'])('%j cannot run as a formula', (text) => {
  expect(neutralised(text)).toBe(`'${text}`)
})

test.each(['Nước mắm', 'a=b', 'Hộ ông A - B', ''])('%j is left as it is', (text) => {
  expect(neutralised(text)).toBe(text)
})

test('a sheet for Excel has the byte order mark, quoted cells and numbers as numbers', () => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    writeCsv(
      ['Tên', 'Điểm'],
      [
        ['Mắm "ngon", đặc biệt', -4.5],
        ['=1+1', null],
      ],
    ),
  )
  expect(text).toBe('\ufeffTên,Điểm\r\n"Mắm ""ngon"", đặc biệt",-4.5\r\n"\'=1+1",\r\n')
})

import { expect, test } from 'vitest'

import { normaliseText } from './normalise.ts'

test.each([
  ['Nước mắm'.normalize('NFD'), 'Nước mắm'],
  ['a\u0000b\u001bc', 'abc'],
  ['  hai   dòng\r\ntrong một ô ', 'hai dòng trong một ô'],
  ['an\u202egpj.exe', 'angpj.exe'],
  ['\ud800lẻ', '\ufffdlẻ'],
  ["=cmd()|' /C calc'!A0", "=cmd()|' /C calc'!A0"],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  [undefined, ''],
  [12, ''],
])('%j is kept as %j', (typed, kept) => {
  expect(normaliseText(typed, { maxLength: 200 })).toEqual({ text: kept, tooLongBy: 0 })
})

test('line breaks stay where a field has many lines', () => {
  expect(normaliseText('một \r\n\r\n\thai\r', { maxLength: 50, multiline: true }).text).toBe('một\n\n\thai')
})

test('text over the limit is measured and not cut', () => {
  expect(normaliseText('đ'.repeat(300), { maxLength: 255 })).toEqual({ text: 'đ'.repeat(300), tooLongBy: 45 })
  expect(normaliseText('😀😀', { maxLength: 2 }).tooLongBy).toBe(0)
})

import { expect, test } from 'vitest'
import { EXPORT_MOST, exportOf, pageAsked, withParams, wordsAsked } from './list-address.ts'

test('an export that holds only the first rows of a list says so', () => {
  expect(exportOf(0)).toEqual({ rows: 0, cut: false })
  expect(exportOf(EXPORT_MOST)).toEqual({ rows: EXPORT_MOST, cut: false })
  expect(exportOf(EXPORT_MOST + 1)).toEqual({ rows: EXPORT_MOST, cut: true })
})

test('rubbish in an address is the first page and no words', () => {
  const asked = (query: string) => new URLSearchParams(query)
  for (const page of ['', '0', '-1', '1.5', '2001', 'x']) expect(pageAsked(asked(`trang=${page}`))).toBe(1)
  expect(pageAsked(asked('trang=7'))).toBe(7)
  expect(wordsAsked(asked('q=%00%20'))).toBe('')
  expect(withParams('?q=a&trang=3', { trang: null })).toBe('?q=a')
})

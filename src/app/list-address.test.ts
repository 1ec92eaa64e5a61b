import { expect, test } from 'vitest'
import { dayAsked, EXPORT_MOST, exportOf, pageAsked, withParams, wordsAsked, yearAsked } from './list-address.ts'

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

test('days and years of an address: as offices write them or as a computer does; rubbish asks for nothing', () => {
  const asked = (value: string) => new URLSearchParams({ tu: value, nam: value })
  for (const day of ['15/09/2026', '2026-09-15', ' 15/9/2026 ']) expect(dayAsked(asked(day), 'tu')).toBe('2026-09-15')
  for (const day of ['', '31/02/2026', 'hôm nay', '2026']) expect(dayAsked(asked(day), 'tu')).toBeNull()
  expect(yearAsked(asked('2026'))).toBe(2026)
  for (const year of ['', '2017', '2101', '2026.5', 'x']) expect(yearAsked(asked(year))).toBeNull()
})

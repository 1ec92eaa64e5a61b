import { expect, test } from 'vitest'
import { pageOf } from '#/platform/database/keyset.ts'
import { cursorFor, pagingFrom } from './cursor.ts'

const list = '/dossiers?state=filed'
const id = '01920000-0000-7000-8000-000000000001'

test('a cursor gives back the place it was made for: a key, or a number of rows', () => {
  expect(pagingFrom(list, { cursor: cursorFor(list, ['2026-09-15T02:00:00.000Z', id]) })).toEqual({
    limit: 25,
    offset: 0,
    after: ['2026-09-15T02:00:00.000Z', id],
  })
  expect(pagingFrom(list, { cursor: cursorFor(list, ['2026-09-15', '42']) }).after).toEqual(['2026-09-15', '42'])
  expect(pagingFrom(list, { cursor: cursorFor(list, 50), limit: '10' })).toEqual({ limit: 10, offset: 50, after: null })
})

test.each([
  ['of another list', cursorFor('/dossiers?state=draft', ['2026-09-15', id])],
  ['rubbish', 'xxx'],
  ['a time that is none', cursorFor(list, ['2026-02-31', id])],
  ['SQL in the place of an id', cursorFor(list, ['2026-09-15', "1' or 1=1"])],
  ['a negative count', cursorFor(list, -1)],
])('a cursor is refused: %s', (_why, cursor) => {
  expect(() => pagingFrom(list, { cursor })).toThrow(expect.objectContaining({ code: 'badRequest' }))
})

test('one row more than asked for tells that there is a next page, and its key is that of the last row given', () => {
  const rows = [1, 2, 3].map((n) => ({ at: new Date(Date.UTC(2026, 8, n)), id: String(n) }))
  const key = (row: (typeof rows)[number]) => [row.at, row.id] as const
  expect(pageOf(rows, 2, key)).toEqual({ rows: rows.slice(0, 2), next: ['2026-09-02T00:00:00.000Z', '2'] })
  expect(pageOf(rows, 3, key).next).toBeNull()
  expect(pageOf([], 3, key)).toEqual({ rows: [], next: null })
})

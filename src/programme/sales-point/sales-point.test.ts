import { expect, test } from 'vitest'
import { dueOf, mapLink, monthFrom, monthState, openCriteria, readCriteria, readMonth } from './sales-point.ts'

const fieldsOf = (work: () => unknown) => {
  try {
    work()
    return []
  } catch (error) {
    return Object.keys((error as { fields?: Record<string, unknown> }).fields ?? {}).toSorted()
  }
}

test.each([
  [{ revenue: '0', products: '0', ocopProducts: '0' }, []],
  [{ revenue: '', products: '1', ocopProducts: '1' }, ['revenue']],
  [{ revenue: '-1', products: '1', ocopProducts: '1' }, ['revenue']],
  [{ revenue: '1,5', products: '1', ocopProducts: '1' }, ['revenue']],
  [{ revenue: '1000000000000001', products: '1', ocopProducts: '1' }, ['revenue']],
  [{ revenue: '1', products: '3', ocopProducts: '4' }, ['ocopProducts']],
  [{ revenue: '1' }, ['ocopProducts', 'products']],
])('a month of %j is refused at %j: zero is a figure, an empty box is not', (input, fields) => {
  expect(fieldsOf(() => readMonth(input))).toEqual(fields)
})

test.each([
  ['2026-08', '2026-08-01'],
  ['2026-08-15', '2026-08-01'],
  ['2026-13', null],
  ['08/2026', null],
  [['2026-08'], null],
])('the month %j is read as %j', (text, month) => expect(monthFrom(text)).toBe(month))

test('a month is due on the day of the next, over the turn of the year', () => {
  expect([dueOf('2026-08-01', 10), dueOf('2026-12-01', 5)]).toEqual(['2026-09-10', '2027-01-05'])
})

test.each([
  [null, null, '2026-09-10', 'waits'],
  [null, null, '2026-09-09', 'late'],
  ['x', null, '2026-09-09', 'filed'],
  ['x', 'accepted', '2026-09-09', 'accepted'],
  ['x', 'returned', '2026-09-09', 'returned'],
] as const)('filed %j, judged %j, due %s: %s on 10/9', (filed, verdict, dueOn, state) => {
  expect(monthState({ filedAt: filed === null ? null : new Date(), verdict, dueOn }, '2026-09-10')).toBe(state)
})

test('not judged is not met; a list of criteria has no line twice', () => {
  expect(openCriteria(['a', 'b', 'c'], { a: 'met', b: 'notMet' })).toEqual(['b', 'c'])
  expect(readCriteria({ criteria: ' Một \n\n Hai ' })).toEqual(['Một', 'Hai'])
  for (const bad of ['', 'a\na', 'x'.repeat(301), Array.from({ length: 31 }, (_, n) => n).join('\n')])
    expect(fieldsOf(() => readCriteria({ criteria: bad }))).toEqual(['criteria'])
})

test('a map only where coordinates are given', () => {
  expect(mapLink({ latitudeE6: null, longitudeE6: null })).toBeNull()
  expect(mapLink({ latitudeE6: 19806712, longitudeE6: 105785234 })).toContain('19.806712,105.785234')
})

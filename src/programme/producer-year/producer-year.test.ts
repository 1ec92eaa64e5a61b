import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAppError } from '#/platform/errors/app-error.ts'
import { dueDay, faultsOf, isJump, isLate, jumpsOf, readReasons, readYear, type YearFigures } from './producer-year.ts'

const none: YearFigures = {
  workers: null,
  workersFemale: null,
  workersLocal: null,
  workersTrained: null,
  revenue: null,
  revenueOcop: null,
  revenueExport: null,
  averageIncome: null,
}
const product = { productId: 'p', name: 'Nước mắm', unit: 'lít', outputE3: null, price: null, revenue: null, recognised: true }

test('zero is an answer, nothing is not', () => {
  expect(Object.keys(faultsOf(none, [product])).toSorted()).toEqual(['output.p', 'revenue', 'workers', 'workersTrained'].toSorted())
  expect(faultsOf({ ...none, workers: 0, workersTrained: 0, revenue: 0 }, [{ ...product, outputE3: 0 }])).toEqual({})
})

test.each([
  [{ workers: 5, workersTrained: 6 }, 'workersTrained'],
  [{ workers: 5, workersFemale: 6 }, 'workersFemale'],
  [{ workers: 5, workersLocal: 6 }, 'workersLocal'],
  [{ revenue: 10, revenueOcop: 11 }, 'revenueOcop'],
  [{ revenue: 10, revenueExport: 11 }, 'revenueExport'],
])('a part is never more than its whole: %j', (figures, field) => {
  expect(Object.keys(faultsOf({ ...none, workers: 9, workersTrained: 0, revenue: 100, ...figures }, []))).toEqual([field])
})

test('the products together do not sell more than the producer', () => {
  const figures = { ...none, workers: 1, workersTrained: 0, revenue: 100 }
  const sold = (revenue: number) => [{ ...product, outputE3: 0, revenue }]
  expect(faultsOf(figures, sold(100))).toEqual({})
  expect(Object.keys(faultsOf(figures, sold(101)))).toEqual(['revenue'])
})

describe('a jump', () => {
  test.each([
    // before, now, percent, asked
    [100, 300, 300, false],
    [100, 301, 300, true],
    [300, 100, 300, false],
    [301, 100, 300, true],
    [100, 0, 300, true],
    [0, 500, 300, false],
    [0, 0, 300, false],
    [null, 500, 300, false],
    [100, null, 300, false],
  ] as const)('%s → %s at %s %% is asked about: %s', (from, to, percent, asked) => expect(isJump(from, to, percent)).toBe(asked))

  test('is seen from both sides', () => {
    const amount = fc.integer({ min: 1, max: 10 ** 15 })
    fc.assert(fc.property(amount, amount, fc.integer({ min: 110, max: 10_000 }), (a, b, p) => isJump(a, b, p) === isJump(b, a, p)))
  })

  test('of an output is seen only in the same unit, a price also by itself', () => {
    const limits = { jumpPercent: 300, priceMin: 1000, priceMax: 50_000_000 }
    const now = { figures: none, products: [{ ...product, outputE3: 5_000_000, price: 500 }] }
    const last = (unit: string) => ({ figures: none, products: [{ ...product, unit, outputE3: 1_000_000 }] })
    expect(jumpsOf(now, last('lít'), limits).map((jump) => [jump.key, jump.from])).toEqual([
      ['output.p', 1_000_000],
      ['price.p', null],
    ])
    expect(jumpsOf(now, last('chai'), limits).map((jump) => jump.key)).toEqual(['price.p'])
  })
})

test('every jump needs its own reason', () => {
  const jump = { key: 'workers', label: { vi: '', en: '' }, from: 1, to: 9, scale: 1 }
  expect(readReasons({ 'reason.workers': 'Mở xưởng mới.' }, [jump])).toEqual({ workers: 'Mở xưởng mới.' })
  let refused: unknown
  try {
    readReasons({ 'reason.workers': ' ' }, [jump])
  } catch (error) {
    refused = error
  }
  expect(isAppError(refused) && Object.keys(refused.fieldMessages('vi'))).toEqual(['reason.workers'])
})

describe('what is typed', () => {
  test('only what was sent is read: one page does not empty the others', () => {
    expect(readYear({ workers: '12', workersTrained: '' }, ['p'])).toEqual({
      figures: { workers: 12, workersTrained: null },
      note: null,
      products: [],
    })
    expect(readYear({ 'output.p': '1.234,5', 'unit.p': '', 'output.q': '9' }, ['p']).products).toEqual([
      { productId: 'p', unit: 'kg', outputE3: 1_234_500 },
    ])
  })

  test.each([
    [{ workers: '-1' }],
    [{ workers: '2,5' }],
    [{ revenue: '-5' }],
    [{ revenue: '10,5' }],
    [{ revenue: '2000000000000000' }],
    [{ 'output.p': '1,2345' }],
    [{ 'price.p': 'rẻ' }],
  ])('%j is refused at its field', (input) => {
    expect(() => readYear(input, ['p'])).toThrow(
      expect.objectContaining({ code: 'invalid', fields: { [Object.keys(input)[0] ?? '']: expect.anything() } }),
    )
  })
})

test.each([
  [2026, 2, '2027-02-28'],
  [2027, 2, '2028-02-29'],
  [2026, 12, '2027-12-31'],
])('figures of %i with month %i are due on %s', (year, month, day) => expect(dueDay(year, month)).toBe(day))

test.each([
  ['2027-02-28', '2027-02-28', '2027-06-01', false],
  ['2027-02-28', '2027-03-01', '2027-06-01', true],
  ['2027-02-28', null, '2027-02-28', false],
  ['2027-02-28', null, '2027-03-01', true],
  [null, null, '2027-03-01', false],
])('due %s, filed %s, on %s: late %s', (due, filed, today, late) => expect(isLate(due, filed, today)).toBe(late))

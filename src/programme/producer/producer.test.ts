import { beforeAll, expect, test } from 'vitest'
import { loadPack, type Pack } from '#/regulation/load.ts'
import { expiryOf } from '../paper/paper.ts'
import { readBarcode } from '../product/product.ts'
import { isEthnicMinority, legalFormFits, readTaxCode } from './producer.ts'

let pack: Pack
beforeAll(async () => {
  pack = await loadPack('qd-26-2026')
})

test.each([
  ['2801234567', '2801234567'],
  ['2801234567-001', '2801234567-001'],
  ['2801234567001', '2801234567-001'],
  [' 2801 234 567 ', '2801234567'],
  ['038123456789', '038123456789'],
  ['280123456', null],
  ['28012345678', null],
  ['280123456a', null],
  ['2801234567-01', null],
])('tax code %s reads as %s', (typed, read) => {
  expect(readTaxCode(typed)).toBe(read)
})

test('associations and tourism centres file for tourism services only (QĐ 26/2026 Đ2)', () => {
  expect(legalFormFits(pack.regulation, 'association', 26)).toBe(true)
  expect(legalFormFits(pack.regulation, 'association', 9)).toBe(false)
  expect(legalFormFits(pack.regulation, 'household', 9)).toBe(true)
  expect(legalFormFits(pack.regulation, 'nobody', 9)).toBe(false)
})

test('an ethnicity not said is neither Kinh nor a minority', () => {
  expect([isEthnicMinority(null), isEthnicMinority('kinh'), isEthnicMinority('Mường')]).toEqual([null, false, true])
})

test('a barcode must have its right check digit', () => {
  expect(readBarcode('8934563138165')).toBe('8934563138165')
  expect(readBarcode('893-4563 138165')).toBe('8934563138165')
  expect(readBarcode('8934563138166')).toBe(null)
  expect(readBarcode('123')).toBe(null)
})

// The last valid day is inclusive.
test.each([
  [null, 'none'],
  ['2026-09-14', 'expired'],
  ['2026-09-15', 'soon'],
  ['2026-11-14', 'soon'],
  ['2026-11-15', 'valid'],
])('a paper valid until %s is %s on 15/9/2026', (expiresOn, state) => {
  expect(expiryOf(expiresOn, '2026-09-15').state).toBe(state)
})

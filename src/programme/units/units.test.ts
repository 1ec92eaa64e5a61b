import { expect, test } from 'vitest'

import { eraOf, inSentence, oldNameText, shortName } from './units.ts'

test.each([
  ['Phường Sầm Sơn', 'Sầm Sơn', 'phường Sầm Sơn'],
  ['Thành phố Sầm Sơn', 'Sầm Sơn', 'thành phố Sầm Sơn'],
  ['Thị trấn Thường Xuân', 'Thường Xuân', 'thị trấn Thường Xuân'],
  ['Đặc khu Phú Quốc', 'Phú Quốc', 'đặc khu Phú Quốc'],
  ['Phường 14', 'Phường 14', 'phường 14'],
  ['Tỉnh Thanh Hóa', 'Thanh Hóa', 'tỉnh Thanh Hóa'],
])('%s is %s for short and %s in a sentence', (full, short, written) => {
  expect([shortName(full), inSentence(full)]).toEqual([short, written])
})

test('the old name of a place says until when it held', () => {
  const old = { oldEra: 'e2023', oldCode: '14827', oldProvince: 'Tỉnh Thanh Hóa', kind: 'merged' } as const
  expect(oldNameText({ ...old, oldName: 'Phường Trung Sơn', oldDistrict: 'Thành phố Sầm Sơn', until: '2025-07-01' })).toBe(
    'Trước 01/7/2025: phường Trung Sơn, thành phố Sầm Sơn',
  )
  expect(oldNameText({ ...old, oldName: 'Xã Lộc Ninh', oldDistrict: null, until: '2026-04-30' }, 'en')).toBe(
    'Before 30/4/2026: xã Lộc Ninh',
  )
})

test('the eras meet at the reorganisation', () => {
  expect([eraOf('2025-06-30'), eraOf('2025-07-01')]).toEqual(['e2023', 'e2025'])
})

import { expect, test } from 'vitest'
import { gatherOldNames } from './old-names.ts'

test('wards of one city that became one are told in one line, a single one as before', () => {
  expect(
    gatherOldNames([
      'Trước 01/7/2025: phường Trung Sơn, thành phố Sầm Sơn',
      'Trước 01/7/2025: phường Bắc Sơn, thành phố Sầm Sơn',
      'Trước 01/7/2025: xã Quảng Hải, huyện Quảng Xương',
      'Trước 01/7/2025: tỉnh Bình Phước',
      'Tên cũ',
    ]),
  ).toEqual([
    'Trước 01/7/2025: phường Trung Sơn, phường Bắc Sơn (thành phố Sầm Sơn)',
    'Trước 01/7/2025: xã Quảng Hải, huyện Quảng Xương',
    'Trước 01/7/2025: tỉnh Bình Phước',
    'Tên cũ',
  ])
  expect(gatherOldNames([])).toEqual([])
})

import { expect, test } from 'vitest'
import { draftMarkOn, localGovernmentLaw, ministryOn } from './titles.ts'

test.each([
  ['2021-07-26', 'Bộ Nông nghiệp và Phát triển nông thôn', 'NN', '19 tháng 6 năm 2015'],
  ['2025-02-28', 'Bộ Nông nghiệp và Phát triển nông thôn', 'NN', '19 tháng 6 năm 2015'],
  ['2025-03-01', 'Bộ Nông nghiệp và Môi trường', 'NNMT', '19 tháng 02 năm 2025'],
  ['2025-06-15', 'Bộ Nông nghiệp và Môi trường', 'NNMT', '19 tháng 02 năm 2025'],
  ['2025-06-16', 'Bộ Nông nghiệp và Môi trường', 'NNMT', '16 tháng 6 năm 2025'],
])('a paper of %s names %s, its draft %s, the law of %s', (day, ministry, mark, law) => {
  expect({ ministry: ministryOn(day), mark: draftMarkOn(day), law: localGovernmentLaw(day) }).toEqual({
    ministry,
    mark,
    law: `Căn cứ Luật Tổ chức chính quyền địa phương ngày ${law}`,
  })
})

import { expect, test } from 'vitest'
import { sharedOpening } from './shared-opening.ts'

const level2 = 'Các nhãn hiệu trên bao bì có Giấy chứng nhận đăng ký nhãn hiệu'

test.each([
  [level2, `${level2}, và có Bằng độc quyền kiểu dáng công nghiệp`, 'và có Bằng độc quyền kiểu dáng công nghiệp'],
  [`${level2}.`, `${level2}; Có Bằng sáng chế`, 'có Bằng sáng chế'],
  [level2, level2, null], // adds nothing
  [level2, `${level2}hàng hóa quốc tế`, null], // goes on inside a word
  ['Có sổ ghi chép', 'Có sổ ghi chép, có phần mềm', null], // too short to be worth a reference
  [level2, 'Đơn đăng ký nhãn hiệu đã được chấp nhận', null],
])('an option that begins with all of the level before says only what it adds', (before, text, rest) => {
  expect(sharedOpening(before, text)).toBe(rest)
})

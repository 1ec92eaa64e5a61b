import { expect, test } from 'vitest'
import { navFor, type Visitor } from './navigation.ts'

const office = (ofProvince: boolean): Visitor => ({ name: 'Giáp Văn Đông', areas: ['office'], unseen: 0, ofProvince })

test('what answers the province alone is not offered to a district’s office', () => {
  const places = (visitor: Visitor) => navFor(visitor, 'vi').map((entry) => entry.href)
  const only = places(office(true)).filter((href) => !places(office(false)).includes(href))
  expect(only).toEqual(['/tinh/chung-nhan', '/quan-tri/thiet-lap'])
})

import { expect, test } from 'vitest'
import { navFor, type Visitor } from './navigation.ts'

const office = (level: Visitor['level']): Visitor => ({ name: 'Giáp Văn Đông', areas: ['office'], unseen: 0, level })

test('what answers some desks alone is not offered to the others', () => {
  const places = (level: Visitor['level']) => navFor(office(level), 'vi').map((entry) => entry.href)
  const missing = (level: Visitor['level']) => places('province').filter((href) => !places(level).includes(href))
  expect(missing('district')).toEqual(['/quan-tri/thiet-lap'])
  expect(missing('central')).toEqual(['/tinh/chung-nhan', '/quan-tri/thiet-lap'])
})

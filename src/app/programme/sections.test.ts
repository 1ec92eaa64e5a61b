import { expect, test } from 'vitest'
import { secondRow, sectionsFor } from './sections.ts'

const hrefs = (areas: Parameters<typeof secondRow>[0], path: string) => secondRow(areas, path, 'vi').map((item) => item.href)

test('the second row shows the group of the page, and nothing elsewhere', () => {
  expect(hrefs(['office'], '/kinh-phi/so-but-toan')).toEqual(['/kinh-phi', '/ho-tro', '/thuong'])
  expect(hrefs(['office'], '/tinh/dot')).toEqual([])
  expect(hrefs(['office'], '/chuong-trinh')).toEqual([])
})

test('a person is shown only the areas of their own work', () => {
  expect(hrefs(['producer'], '/ho-tro')).toEqual(['/ho-tro', '/thuong'])
  expect(hrefs(['producer'], '/kinh-phi')).toEqual([])
  expect(sectionsFor(['clerk'], 'vi')).toEqual([])
  for (const group of sectionsFor(['office', 'leader'], 'en')) expect(group.sections.length).toBeGreaterThan(0)
})

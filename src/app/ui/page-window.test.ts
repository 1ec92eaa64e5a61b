import { expect, test } from 'vitest'
import { pageWindow } from './page-window.ts'

test.each([
  [1, 2, [1, 2]],
  [1, 16, [1, 2, 'gap', 16]],
  [3, 16, [1, 2, 3, 4, 'gap', 16]],
  [4, 16, [1, 2, 3, 4, 5, 'gap', 16]], // a single page left out would take as much room as the gap
  [8, 16, [1, 'gap', 7, 8, 9, 'gap', 16]],
  [16, 16, [1, 'gap', 15, 16]],
])('page %i of %i shows the ends and its neighbours', (page, pages, shown) => {
  expect(pageWindow(page, pages)).toEqual(shown)
})

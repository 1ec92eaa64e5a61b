import { beforeAll, expect, test } from 'vitest'
import { loadPack, type Pack } from '#/regulation/load.ts'
import { findSets } from './set-finder.ts'

let pack: Pack
beforeAll(async () => {
  pack = await loadPack('qd-26-2026')
})

// Everyday words of producers and the set of QĐ 26/2026 Phụ lục I they belong to.
test.each([
  ['nuoc mam', 9],
  ['Nước mắm cốt nhĩ cá cơm', 9],
  ['MẮM TÔM', 9],
  ['nuoc mam co', 9],
  ['mat ong', 4],
  ['gao nep', 3],
  ['banh gai', 6],
  ['tra xanh', 11],
  ['tra tui loc', 12],
  ['ruou nep', 14],
  ['nuoc khoang', 16],
  ['chieu coi', 21],
  ['homestay', 26],
  ['tinh dau tram', 20],
  ['nem chua', 8],
  ['bộ 13', 13],
  ['9', 9],
])('%s → set %i', (query, set) => {
  expect(findSets(pack, query)[0]?.set.set).toBe(set)
})

test('words nobody sells find nothing, an empty query lists every set', () => {
  expect(findSets(pack, 'xyzzy')).toEqual([])
  expect(findSets(pack, '   ')).toHaveLength(26)
  expect(findSets(pack, "'; drop table product; --<script>")).toBeDefined()
})

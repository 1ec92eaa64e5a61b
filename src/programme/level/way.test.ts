// Every pack's way between desks, on the boundaries the plans and decisions name.
import { beforeAll, describe, expect, test } from 'vitest'
import { loadPacks, type Pack } from '#/regulation/load.ts'
import { deskAbove, deskAt, deskBelow, firstDesk, routeAt, type ClosedResult } from './way.ts'

let packs: Map<string, Pack>
beforeAll(async () => {
  packs = new Map((await loadPacks()).map((pack) => [pack.id, pack]))
})
const packOf = (id: string): Pack => packs.get(id) as Pack

const scored = (authority: string, tenths: number, star: number): ClosedResult => ({
  authority,
  outcome: 'scored',
  meanNumerator: tenths,
  meanDenominator: 10,
  star,
})
const bacGiang = { provinceCode: '24', districtCode: '218' }

test.each([
  ['qd-1048-2019', '24.218', '24', 'TW'],
  ['qd-148-2023', '24.218', '24', 'TW'],
  ['qd-148-1489-2025', '24', 'TW', null],
  ['qd-26-2026', '24', 'TW', null],
])('%s begins at %s and goes on to %s', (id, first, second, third) => {
  const pack = packOf(id)
  expect(firstDesk(pack, bacGiang)).toBe(first)
  expect(deskAbove(pack, first)).toBe(second)
  expect(second === null ? null : deskAbove(pack, second)).toBe(third)
})

describe('what a desk does with a result', () => {
  test.each([
    // 148: the district recognises 3 stars, sends 70 and more up (Sơn Tây 2023, S0:129–131).
    ['qd-148-2023', '01.269', scored('01.269', 699, 3), 'recognition'],
    ['qd-148-2023', '01.269', scored('01.269', 700, 4), 'sendUp'],
    ['qd-148-2023', '01.269', scored('01.269', 499, 2), 'letter'],
    // The province recognises 4; what it finds between 50 and 70 goes back (S0:133).
    ['qd-148-2023', '01', scored('01', 899, 4), 'recognition'],
    ['qd-148-2023', '01', scored('01', 900, 5), 'sendUp'],
    ['qd-148-2023', '01', scored('01', 699, 3), 'returnDown'],
    ['qd-148-2023', '01', scored('01', 500, 3), 'returnDown'],
    // The district may decide on the province's result.
    ['qd-148-2023', '01.269', scored('01', 699, 3), 'recognition'],
    ['qd-148-2023', '01.269', scored('01', 499, 2), 'letter'],
    // 1048: the district sends 50–100 up and recognises nothing (Lục Nam 2020, S4:61); the province 3 and 4 stars (S3:89).
    ['qd-1048-2019', '24.218', scored('24.218', 500, 3), 'sendUp'],
    ['qd-1048-2019', '24.218', scored('24.218', 499, 2), 'letter'],
    ['qd-1048-2019', '24', scored('24', 500, 3), 'recognition'],
    ['qd-1048-2019', '24', scored('24', 900, 5), 'sendUp'],
    // 26/2026: by points alone; back from the ministry the province recognises 3 and 4 stars.
    ['qd-26-2026', '38', scored('38', 900, 4), 'sendUp'],
    ['qd-26-2026', '38', scored('38', 899, 4), 'recognition'],
    ['qd-26-2026', '38', scored('TW', 850, 4), 'recognition'],
    ['qd-26-2026', 'TW', scored('TW', 900, 5), 'recognition'],
    ['qd-26-2026', 'TW', scored('TW', 899, 4), 'returnDown'],
  ] as const)('%s at %s: %o → %s', (id, desk, result, route) => {
    expect(routeAt(packOf(id), desk, result)).toBe(route)
  })

  test('an assessment that ended is answered by letter at every level', () => {
    for (const desk of ['01.269', '01', 'TW'])
      expect(routeAt(packOf('qd-148-2023'), desk, { ...scored(desk, 950, 5), outcome: 'eliminated', star: null })).toBe('letter')
  })
})

test('a desk is named by level and place; a district that is none that day is refused', () => {
  expect(deskAt('district', bacGiang)).toBe('24.218')
  expect(() => deskAt('district', { provinceCode: '38', districtCode: null })).toThrow(RangeError)
  expect(deskBelow('district', ['24.218', '24'])).toBe('24.218')
  expect(deskBelow('district', ['24'])).toBeNull()
})

import { beforeAll, describe, expect, test } from 'vitest'

import { passingOf, passingRules } from './passing.ts'
import { heirsOn, membersOf, placeKey, placeOn, predecessorsIn, successorsIn, unitBook, unitOn, type UnitBook } from './unit-book.ts'
import { unitRefusal } from './unit-words.ts'
import { changesSince2025, readUnits } from './units.data.ts'
import type { Unit } from './units.ts'

let book: UnitBook
const old = (code: string) => ({ era: 'e2023' as const, code })
const now = (code: string) => ({ era: 'e2025' as const, code })

beforeAll(async () => {
  const { units, successions } = await readUnits()
  book = unitBook(units, successions, changesSince2025())
})

function named(era: Unit['era'], fullName: string, provinceCode: string): Unit {
  const found = book.all.filter((unit) => unit.era === era && unit.fullName === fullName && unit.provinceCode === provinceCode)
  if (found.length !== 1 || !found[0]) throw new Error(`${fullName}: ${found.length}`)
  return found[0]
}

describe('which unit a code names on a day', () => {
  test.each([
    ['2025-06-30', '70', 'Tỉnh Bình Phước'],
    ['2025-06-30', '24', 'Tỉnh Bắc Giang'],
    ['2025-07-01', '24', 'Tỉnh Bắc Ninh'],
    ['2025-07-01', '75', 'Tỉnh Đồng Nai'],
    ['2026-04-29', '75', 'Tỉnh Đồng Nai'],
    ['2026-04-30', '75', 'Thành phố Đồng Nai'],
    ['2026-04-29', '25270', 'Xã Lộc Ninh'],
    ['2026-04-30', '25270', 'Phường Lộc Ninh'],
  ])('on %s code %s is %s', (day, code, name) => {
    expect(unitOn(book, day, code)).toMatchObject({ ok: true, name })
  })

  test('a province that ended is refused the day after its last, with its successor of that day named', () => {
    const asked = unitOn(book, '2025-07-01', '70')
    expect(asked).toMatchObject({ ok: false, reason: 'dissolved', until: '2025-06-30' })
    expect(unitRefusal(asked, '70')?.vi).toBe('Tỉnh Bình Phước (70) kết thúc hoạt động ngày 30/06/2025. Nay là: tỉnh Đồng Nai (75).')
    expect(unitRefusal(unitOn(book, '2026-05-01', '70'), '70')?.vi).toContain('Nay là: thành phố Đồng Nai (75)')
  })

  test('a unit named before its first day is refused with what was there before', () => {
    const asked = placeOn(book, '2025-06-30', now('16531'))
    expect(asked).toMatchObject({ ok: false, reason: 'notYet', since: '2025-07-01' })
    expect(unitRefusal(asked, '16531')?.vi).toContain('phường Quảng Cư')
    expect(unitOn(book, '2026-01-01', '99999')).toEqual({ ok: false, reason: 'unknown' })
  })
})

describe('what became of a unit', () => {
  test('phường Quảng Cư went whole into phường Sầm Sơn', () => {
    const quangCu = named('e2023', 'Phường Quảng Cư', '38')
    expect(heirsOn(book, quangCu).map((unit) => unit.fullName)).toEqual(['Phường Sầm Sơn'])
    expect(predecessorsIn(book, now('16531')).map((step) => step.unit.fullName)).toContain('Phường Quảng Cư')
  })

  test('two changes in a chain are told one after the other: Bình Phước, tỉnh Đồng Nai, thành phố Đồng Nai', () => {
    expect(successorsIn(book, old('70')).map((step) => [step.since, step.unit.fullName, step.kind])).toEqual([
      ['2025-07-01', 'Tỉnh Đồng Nai', 'merged'],
      ['2026-04-30', 'Thành phố Đồng Nai', 'renamed'],
    ])
    expect(successorsIn(book, old('70'), '2026-04-29').map((step) => step.unit.fullName)).toEqual(['Tỉnh Đồng Nai'])
    expect(successorsIn(book, old('70'), '2025-06-30')).toEqual([])
  })

  test('a split commune has several heirs, a district those of its communes', () => {
    const heirs = heirsOn(book, old('15772'))
    expect(heirs.length).toBeGreaterThan(1)
    const district = book.all.find((unit) => unit.level === 'district' && unit.provinceCode === '38')!
    expect(heirsOn(book, district).every((heir) => heir.level === 'commune' && heir.provinceCode === '38')).toBe(true)
  })

  test('every province has an heir; 26 codes of the old list that name no commune of 30/6/2025 have none and go to a person', () => {
    const lost = book.all.filter((unit) => unit.era === 'e2023' && unit.level !== 'district' && heirsOn(book, unit).length === 0)
    expect(lost.filter((unit) => unit.level === 'province')).toEqual([])
    expect(lost).toHaveLength(26)
    expect(passingOf(book, 'certificate', lost[0]!, '2026-01-01')).toEqual({ to: 'person', candidates: [] })
  })
})

describe('who takes a record over', () => {
  test('a certificate follows its address; in a split commune without one a person says', () => {
    const [first, second] = heirsOn(book, old('15772'))
    expect(passingOf(book, 'certificate', old('15772'), '2026-09-01', second?.code)).toEqual({ to: 'unit', unit: second })
    expect(passingOf(book, 'certificate', old('15772'), '2026-09-01')).toMatchObject({ to: 'person' })
    expect(passingOf(book, 'certificate', old('15772'), '2026-09-01', '16531')).toMatchObject({ to: 'person' })
    expect(first).toBeDefined()
  })

  test('number registers and filed reports stay, targets end, a split unit’s roles wait for the administrator', () => {
    expect(passingOf(book, 'numberSeries', old('70'), '2025-07-01')).toEqual({ to: 'stays' })
    expect(passingOf(book, 'report', old('70'), '2025-07-01')).toEqual({ to: 'stays' })
    expect(passingOf(book, 'target', old('70'), '2025-07-01')).toEqual({ to: 'nobody' })
    expect(passingOf(book, 'roleGrant', old('15772'), '2025-07-01')).toMatchObject({ to: 'person' })
    expect(passingOf(book, 'body', named('e2023', 'Phường Quảng Cư', '38'), '2025-07-01')).toMatchObject({
      to: 'unit',
      unit: { code: '16531' },
    })
    expect(Object.values(passingRules).every((rule) => rule.why.vi !== '')).toBe(true)
  })

  test('a district’s duty to give notice passes to the province that took its land (seed X06)', () => {
    const phuocLong = book.all.find((unit) => unit.level === 'district' && unit.provinceCode === '70')!
    expect(passingOf(book, 'duty', phuocLong, '2025-08-01')).toMatchObject({ to: 'unit', unit: { code: '75', fullName: 'Tỉnh Đồng Nai' } })
  })
})

describe('counting by land', () => {
  test('the old province and the new one both count right over records of both eras', () => {
    const binhPhuoc = named('e2023', 'Thị xã Phước Long', '70')
    const heir = heirsOn(book, old('70'))[0]!
    const inOld = book.below(old('70')).find((unit) => unit.level === 'commune')!
    const inNeighbour = book.below(old('75')).find((unit) => unit.level === 'commune')!
    const today = heirsOn(book, inOld)[0]!
    const records = [binhPhuoc, inOld, inNeighbour, today, old('70'), named('e2023', 'Tỉnh Thanh Hóa', '38')]
    const count = (place: { era: 'e2023' | 'e2025'; code: string }) => {
      const { whole } = membersOf(book, place)
      return records.filter((record) => whole.has(placeKey(record))).length
    }
    expect(count(old('70'))).toBe(4)
    expect(count(old('75'))).toBe(1)
    expect(count(heir)).toBe(5)
  })

  test('the parts of a new province are its old ones, none twice: 70 and 75 make 75', () => {
    const before = new Set([...membersOf(book, old('70'), '2025-06-30').whole, ...membersOf(book, old('75'), '2025-06-30').whole])
    const land = [...membersOf(book, now('75')).whole].filter((key) => key.startsWith('e2023:'))
    expect(new Set(land)).toEqual(before)
  })

  test('a commune split between two is partly in each and silently in none', () => {
    const [first] = heirsOn(book, old('15772'))
    const members = membersOf(book, first!)
    expect(members.partly).toContain('e2023:15772')
    expect(members.whole).not.toContain('e2023:15772')
  })
})

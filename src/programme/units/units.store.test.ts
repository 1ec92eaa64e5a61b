import { afterAll, beforeAll, expect, test } from 'vitest'

import { fromPglite, openPglite } from '#/platform/database/open.ts'
import type { OpenDatabase, Tx } from '#/platform/database/open.ts'
import { migrate } from '#/platform/database/migrate.ts'

import { loadUnits } from './units.load.ts'
import {
  findUnit,
  hasUnits,
  oldNamesOf,
  provincesOf,
  searchCommunes,
  successorsOf,
  unitName,
  unitNames,
  unitsOfProvince,
} from './units.store.ts'
import { oldNameText } from './units.ts'

let database: OpenDatabase
let loading = 0

function inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.db.transaction().execute(work)
}

beforeAll(async () => {
  database = fromPglite(await openPglite({}))
  await migrate(database)
  expect(await inTx(hasUnits)).toBe(false)
  const start = performance.now()
  await inTx(loadUnits)
  loading = performance.now() - start
}, 60_000)
afterAll(() => database.close())

test('the whole country, both eras, loads in seconds and loading again changes nothing', async () => {
  expect(loading).toBeLessThan(15_000)
  const count = async () =>
    (await database.run('select (select count(*)::int from unit) as u, (select count(*)::int from unit_succession) as s')).rows[0]
  const first = await count()
  await inTx(loadUnits)
  expect(await count()).toEqual(first)
})

test('34 provinces and 3,321 communes now, 63 provinces before; Thanh Hóa has 166 communes', async () => {
  const rows = await database.run(`select era, level, count(*)::int as n from unit group by 1, 2 order by 1, 2`)
  expect(rows.rows).toEqual([
    { era: 'e2023', level: 'commune', n: 10061 },
    { era: 'e2023', level: 'district', n: 696 },
    { era: 'e2023', level: 'province', n: 63 },
    { era: 'e2025', level: 'commune', n: 3321 },
    { era: 'e2025', level: 'province', n: 34 },
  ])
  expect(await inTx((tx) => provincesOf(tx))).toHaveLength(34)
  expect(await inTx((tx) => unitsOfProvince(tx, 'e2025', '38'))).toHaveLength(166)
})

test('every unit lies in a known province, every old unit has an heir that exists', async () => {
  const faults = await database.run(`
    select u.era, u.code from unit u left join unit p on p.era = u.era and p.code = u.province_code and p.level = 'province' where p.code is null
    union all
    select u.era, u.code from unit u where u.level <> 'province' and not exists (select 1 from unit p where p.era = u.era and p.code = u.parent_code)
    union all
    select s.new_era, s.new_code from unit_succession s left join unit u on u.era = s.new_era and u.code = s.new_code where u.code is null
    union all
    select s.old_era, s.old_code from unit_succession s left join unit u on u.era = s.old_era and u.code = s.old_code where u.code is null`)
  expect(faults.rows).toEqual([])
})

test('one code is two places in two eras', async () => {
  const names = await inTx(async (tx) => [
    await unitName(tx, 'e2023', '24'),
    await unitName(tx, 'e2025', '24'),
    await unitName(tx, 'e2025', '70'),
  ])
  expect(names).toEqual(['Tỉnh Bắc Giang', 'Tỉnh Bắc Ninh', null])
})

test('changes after the reorganisation are laid over it, and the name before stays known', async () => {
  expect(await inTx((tx) => unitName(tx, 'e2025', '75'))).toBe('Thành phố Đồng Nai')
  const old = await inTx((tx) => oldNamesOf(tx, '25270'))
  expect(oldNameText(old[0]!)).toBe('Trước 30/4/2026: xã Lộc Ninh')
})

test('nine old communes of huyện Sơn Tây became three', async () => {
  const old = await inTx((tx) => oldNamesOf(tx, '21334'))
  expect(old.map((row) => row.oldName).sort()).toEqual(['Xã Sơn Bua', 'Xã Sơn Liên', 'Xã Sơn Mùa'])
})

test('the land of a split commune has several heirs, a province has one', async () => {
  const heirs = await inTx((tx) => successorsOf(tx, 'e2023', '15772'))
  expect(heirs.length).toBeGreaterThan(1)
  expect(new Set(heirs.map((heir) => heir.kind))).toEqual(new Set(['split']))
  const binhPhuoc = await inTx((tx) => successorsOf(tx, 'e2023', '70'))
  expect(binhPhuoc.map((heir) => [heir.fullName, heir.kind])).toEqual([['Thành phố Đồng Nai', 'merged']])
})

test.each(['sam son', 'Sầm Sơn', 'PHUONG SAM SON', 'Sầm Sơn'.normalize('NFD')])(
  'typing %j finds phường Sầm Sơn by its present name',
  async (typed) => {
    const [first] = await inTx((tx) => searchCommunes(tx, '38', typed))
    expect(first).toMatchObject({ fullName: 'Phường Sầm Sơn', matchedOldNames: [] })
  },
)

test('an old name finds the place of today and says so', async () => {
  const found = await inTx((tx) => searchCommunes(tx, '38', 'trung son sam son'))
  expect(found.map((commune) => [commune.fullName, commune.matchedOldNames.map((old) => oldNameText(old))])).toEqual([
    ['Phường Sầm Sơn', ['Trước 01/7/2025: phường Trung Sơn, thành phố Sầm Sơn']],
  ])
})

test('search keeps to the province, treats signs as text, and an empty one lists by page', async () => {
  const serves = await inTx((tx) => searchCommunes(tx, '38', 'dong hung', 50))
  expect(serves.every((commune) => commune.provinceCode === '38')).toBe(true)
  expect(await inTx((tx) => searchCommunes(tx, '38', "%' or 1=1 --"))).toEqual([])
  expect(await inTx((tx) => searchCommunes(tx, '38', '', 7))).toHaveLength(7)
  expect((await inTx((tx) => searchCommunes(tx, null, 'dac khu hoang sa'))).map((commune) => commune.fullName)).toEqual([
    'Đặc khu Hoàng Sa',
  ])
})

test('many names are read at once; unknown codes are absent', async () => {
  const commune = (await inTx((tx) => searchCommunes(tx, '38', 'sam son')))[0]!
  const names = await inTx((tx) => unitNames(tx, 'e2025', [commune.code, commune.code, '99999']))
  expect([...names]).toEqual([[commune.code, 'Phường Sầm Sơn']])
  expect(await inTx((tx) => findUnit(tx, 'e2025', '99999'))).toBeNull()
})

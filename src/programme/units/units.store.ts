import { sql } from 'kysely'

import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold, foldedWords, wordMatcher } from '#/platform/text/fold.ts'

import { changesSince2025 } from './units.data.ts'
import { CURRENT_ERA, CURRENT_ERA_SINCE } from './units.ts'
import type { Era, OldName, SuccessionKind, Unit, UnitLevel } from './units.ts'

/** Whether units were ever loaded; the first start of an empty database asks this. */
export async function hasUnits(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('unit').select('code').where('era', '=', CURRENT_ERA).limit(1).executeTakeFirst()
  return row !== undefined
}

const columns = ['era', 'code', 'level', 'name', 'fullName', 'parentCode', 'provinceCode'] as const
type StoredUnit = Omit<Unit, 'era' | 'level'> & { era: string; level: string }

function toUnit(row: StoredUnit): Unit {
  return { ...row, era: row.era as Era, level: row.level as UnitLevel }
}

export async function findUnit(tx: Tx | Db, era: Era, code: string): Promise<Unit | null> {
  const row = await tx.selectFrom('unit').select(columns).where('era', '=', era).where('code', '=', code).executeTakeFirst()
  return row ? toUnit(row) : null
}

/** "Phường Sầm Sơn", or null where the era has no such code. */
export async function unitName(tx: Tx | Db, era: Era, code: string): Promise<string | null> {
  return (await findUnit(tx, era, code))?.fullName ?? null
}

/** Full names of many codes of one era at once; codes that do not exist are absent. */
export async function unitNames(tx: Tx, era: Era, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await tx
    .selectFrom('unit')
    .select(['code', 'fullName'])
    .where('era', '=', era)
    .where('code', 'in', [...new Set(codes)])
    .execute()
  return new Map(rows.map((row) => [row.code, row.fullName]))
}

export async function provincesOf(tx: Tx | Db, era: Era = CURRENT_ERA): Promise<Unit[]> {
  const rows = await tx.selectFrom('unit').select(columns).where('era', '=', era).where('level', '=', 'province').orderBy('code').execute()
  return rows.map(toUnit)
}

/** The units of one level inside a province, by code. */
export async function unitsOfProvince(tx: Tx | Db, era: Era, provinceCode: string, level: UnitLevel = 'commune'): Promise<Unit[]> {
  const rows = await tx
    .selectFrom('unit')
    .select(columns)
    .where('era', '=', era)
    .where('provinceCode', '=', provinceCode)
    .where('level', '=', level)
    .orderBy('code')
    .execute()
  return rows.map(toUnit)
}

type SuccessionRow = {
  oldEra: string
  oldCode: string
  oldName: string
  oldDistrict: string | null
  oldProvince: string | null
  kind: string
}

function toOldName(row: SuccessionRow): OldName {
  const oldEra = row.oldEra as Era
  const until = oldEra === CURRENT_ERA ? changesSince2025().find((change) => change.code === row.oldCode)?.since : undefined
  return { ...row, oldEra, kind: row.kind as SuccessionKind, until: until ?? CURRENT_ERA_SINCE }
}

/** What a current unit (or part of it) was called before: newest change first, then by old code. */
export async function oldNamesOf(tx: Tx, code: string): Promise<OldName[]> {
  const rows = await tx
    .selectFrom('unitSuccession')
    .select(['oldEra', 'oldCode', 'oldName', 'oldDistrict', 'oldProvince', 'kind'])
    .where('newEra', '=', CURRENT_ERA)
    .where('newCode', '=', code)
    .orderBy('oldEra', 'desc')
    .orderBy('oldCode')
    .execute()
  return rows.map(toOldName)
}

/** Where an old unit's land is now: one unit, or several (`split`) among which a person must choose. */
export async function successorsOf(tx: Tx, oldEra: Era, oldCode: string): Promise<(Unit & { kind: SuccessionKind })[]> {
  const rows = await tx
    .selectFrom('unitSuccession as s')
    .innerJoin('unit as u', (join) => join.onRef('u.era', '=', 's.newEra').onRef('u.code', '=', 's.newCode'))
    .select(['u.era', 'u.code', 'u.level', 'u.name', 'u.fullName', 'u.parentCode', 'u.provinceCode', 's.kind'])
    .where('s.oldEra', '=', oldEra)
    .where('s.oldCode', '=', oldCode)
    .orderBy('u.code')
    .execute()
  return rows.map(({ kind, ...row }) => ({ ...toUnit(row), kind: kind as SuccessionKind }))
}

export type FoundCommune = Unit & {
  /** The old names that the words matched; empty when the present name matches by itself. */
  matchedOldNames: OldName[]
}

/**
 * Current communes of a province whose present name, or one former name with its district, contains every word typed,
 * accents or not ("trung son sam son" finds phường Sầm Sơn). Present names come before former ones, short before long.
 * An empty query lists the province by code. `provinceCode` null searches the whole country.
 *
 * A province has some 170 communes and 600 former names: reading them all and matching here takes a tenth of the time
 * that folding each former name in the database does.
 */
export async function searchCommunes(tx: Tx, provinceCode: string | null, query: string, limit = 20): Promise<FoundCommune[]> {
  const rows = await tx
    .selectFrom('unit')
    .select([...columns, 'nameFolded'])
    .where('era', '=', CURRENT_ERA)
    .where('level', '=', 'commune')
    .$if(provinceCode !== null, (select) => select.where('provinceCode', '=', provinceCode))
    .orderBy('code')
    .execute()
  if (foldedWords(query).length === 0)
    return rows.slice(0, limit).map(({ nameFolded: _folded, ...row }) => ({ ...toUnit(row), matchedOldNames: [] }))

  const matches = wordMatcher(query)
  const byName = rows.filter((row) => matches(row.nameFolded))
  const named = new Set(byName.map((row) => row.code))
  const codes = provinceCode === null ? null : rows.map((row) => row.code)
  const former = await formerNames(tx, codes, matches)
  const byFormer = rows.filter((row) => !named.has(row.code) && former.has(row.code))
  const shortFirst = (a: { nameFolded: string }, b: { nameFolded: string }) => a.nameFolded.length - b.nameFolded.length
  return [...byName.sort(shortFirst), ...byFormer.sort(shortFirst)].slice(0, limit).map(({ nameFolded: _folded, ...row }) => ({
    ...toUnit(row),
    matchedOldNames: named.has(row.code) ? [] : (former.get(row.code) ?? []),
  }))
}

type FormerName = [
  newCode: string,
  oldEra: string,
  oldCode: string,
  oldName: string,
  oldDistrict: string | null,
  oldProvince: string | null,
  kind: string,
]

/**
 * Current code → the former names that match. `codes` null: of the whole country. Read as one JSON value: the embedded
 * database hands over hundreds of rows ten times slower than one text.
 */
async function formerNames(tx: Tx, codes: readonly string[] | null, matches: (folded: string) => boolean): Promise<Map<string, OldName[]>> {
  if (codes?.length === 0) return new Map()
  const inCodes = codes === null ? sql`true` : sql`new_code in (select json_array_elements_text(${JSON.stringify(codes)}::json))`
  const result = await sql<{ names: FormerName[] | null }>`
    select json_agg(json_build_array(new_code, old_era, old_code, old_name, old_district, old_province, kind) order by old_code) as names
    from unit_succession
    where new_era = ${CURRENT_ERA} and ${inCodes}
  `.execute(tx)
  const found = new Map<string, OldName[]>()
  for (const [newCode, oldEra, oldCode, oldName, oldDistrict, oldProvince, kind] of result.rows[0]?.names ?? []) {
    if (!matches(fold(`${oldName} ${oldDistrict ?? ''}`))) continue
    found.set(newCode, [...(found.get(newCode) ?? []), toOldName({ oldEra, oldCode, oldName, oldDistrict, oldProvince, kind })])
  }
  return found
}

export type FoundPlace = { era: Era; code: string; path: string }

/**
 * Units of both eras and every level whose full name, with its district's and province's, contains the words typed; those in `named` come
 * first, and stand alone when nothing is typed. `path`: "Phường Quảng Cư, Thành phố Sầm Sơn, Tỉnh Thanh Hóa". At most twenty beside the named.
 */
export async function searchPlaces(
  tx: Tx | Db,
  asked: { query: string; named: readonly { era: Era; code: string }[] },
): Promise<FoundPlace[]> {
  const words = foldedWords(asked.query)
  const all = await sql<{ era: Era; code: string; path: string; own: boolean }>`
    select u.era, u.code, concat_ws(', ', u.full_name, d.full_name, case when p.code <> u.code then p.full_name end) as path, n.code is not null as own
    from unit u
      left join unit d on d.era = u.era and d.code = u.parent_code and d.level = 'district'
      left join unit p on p.era = u.era and p.code = u.province_code and p.level = 'province'
      left join json_to_recordset(${JSON.stringify(asked.named)}::json) as n (era text, code text) on n.era = u.era and n.code = u.code
    where n.code is not null or (${words.length > 0} and ${sql.join(
      words.length === 0
        ? [sql`false`]
        : words.map((word) => sql`concat_ws(' ', u.name_folded, d.name_folded, p.name_folded) like ${`%${escapeLike(word)}%`}`),
      sql` and `,
    )})
    order by own desc, length(u.name_folded), u.era desc, u.code limit ${20 + asked.named.length}`.execute(tx)
  return all.rows.map(({ era, code, path }) => ({ era, code, path }))
}

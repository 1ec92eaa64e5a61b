import { sql } from 'kysely'

import type { Tx } from '#/platform/database/open.ts'
import { escapeLike, foldedWords } from '#/platform/text/fold.ts'

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

export async function findUnit(tx: Tx, era: Era, code: string): Promise<Unit | null> {
  const row = await tx.selectFrom('unit').select(columns).where('era', '=', era).where('code', '=', code).executeTakeFirst()
  return row ? toUnit(row) : null
}

/** "Phường Sầm Sơn", or null where the era has no such code. */
export async function unitName(tx: Tx, era: Era, code: string): Promise<string | null> {
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

export async function provincesOf(tx: Tx, era: Era = CURRENT_ERA): Promise<Unit[]> {
  const rows = await tx.selectFrom('unit').select(columns).where('era', '=', era).where('level', '=', 'province').orderBy('code').execute()
  return rows.map(toUnit)
}

/** The units of one level inside a province, by code. */
export async function unitsOfProvince(tx: Tx, era: Era, provinceCode: string, level: UnitLevel = 'commune'): Promise<Unit[]> {
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
 * accents or not ("trung son sam son" finds phường Sầm Sơn). Present names come before former ones. An empty query lists
 * the province by code. `provinceCode` null searches the whole country.
 */
export async function searchCommunes(tx: Tx, provinceCode: string | null, query: string, limit = 20): Promise<FoundCommune[]> {
  const patterns = foldedWords(query).map((word) => `% ${escapeLike(word)}%`)
  const everyWordIn = (text: ReturnType<typeof sql<string>>) =>
    patterns.length === 0
      ? sql<boolean>`true`
      : sql.join<boolean>(
          patterns.map((pattern) => sql`${text} like ${pattern}`),
          sql` and `,
        )
  const inOldName = everyWordIn(
    sql<string>`(' ' || regexp_replace(f_fold(s.old_name || ' ' || coalesce(s.old_district, '')), '[^a-z0-9]+', ' ', 'g'))`,
  )
  const inName = everyWordIn(sql<string>`(' ' || regexp_replace(u.name_folded, '[^a-z0-9]+', ' ', 'g'))`)
  const result = await sql<StoredUnit & { byName: boolean; oldNames: SuccessionRow[] | null }>`
    select found.*, (
      select json_agg(json_build_object(
        'oldEra', s.old_era, 'oldCode', s.old_code, 'oldName', s.old_name, 'oldDistrict', s.old_district,
        'oldProvince', s.old_province, 'kind', s.kind) order by s.old_code)
      from unit_succession s
      where not found.by_name and s.new_era = found.era and s.new_code = found.code and ${inOldName}
    ) as old_names
    from (
      select u.era, u.code, u.level, u.name, u.full_name, u.parent_code, u.province_code, (${inName}) as by_name
      from unit u
      where u.era = ${CURRENT_ERA} and u.level = 'commune' and (${provinceCode}::text is null or u.province_code = ${provinceCode})
        and ((${inName}) or exists (
          select 1 from unit_succession s where s.new_era = u.era and s.new_code = u.code and ${inOldName}))
      order by by_name desc, length(u.name_folded), u.code
      limit ${limit}
    ) as found
    order by found.by_name desc, length(found.full_name), found.code
  `.execute(tx)
  return result.rows.map(({ byName: _, oldNames, ...row }) => ({ ...toUnit(row), matchedOldNames: (oldNames ?? []).map(toOldName) }))
}

import { sql } from 'kysely'

import type { Tx } from '#/platform/database/open.ts'

import { readUnits } from './units.data.ts'

const BATCH = 4000

/**
 * Writes both eras' units and what became of each old one. Safe to run again after an update of the lists: rows that
 * changed are replaced, none is removed (a code once used stays known). About a second on the embedded database.
 */
export async function loadUnits(tx: Tx): Promise<{ units: number; successions: number }> {
  const { units, successions } = await readUnits()
  for (let start = 0; start < units.length; start += BATCH) {
    await sql`
      insert into unit (era, code, level, name, full_name, parent_code, province_code, name_folded)
      select "era", "code", "level", "name", "fullName", "parentCode", "provinceCode", "nameFolded"
      from json_to_recordset(${JSON.stringify(units.slice(start, start + BATCH))}::json)
        as row ("era" text, "code" text, "level" text, "name" text, "fullName" text, "parentCode" text, "provinceCode" text, "nameFolded" text)
      on conflict (era, code) do update set
        level = excluded.level, name = excluded.name, full_name = excluded.full_name, parent_code = excluded.parent_code,
        province_code = excluded.province_code, name_folded = excluded.name_folded
      where (unit.level, unit.full_name, unit.parent_code, unit.province_code, unit.name_folded)
        is distinct from (excluded.level, excluded.full_name, excluded.parent_code, excluded.province_code, excluded.name_folded)
    `.execute(tx)
  }
  for (let start = 0; start < successions.length; start += BATCH) {
    await sql`
      insert into unit_succession (old_era, old_code, old_name, old_district, old_province, new_era, new_code, kind)
      select "oldEra", "oldCode", "oldName", "oldDistrict", "oldProvince", "newEra", "newCode", "kind"
      from json_to_recordset(${JSON.stringify(successions.slice(start, start + BATCH))}::json)
        as row ("oldEra" text, "oldCode" text, "oldName" text, "oldDistrict" text, "oldProvince" text, "newEra" text, "newCode" text, "kind" text)
      on conflict (old_era, old_code, new_era, new_code) do update set
        old_name = excluded.old_name, old_district = excluded.old_district, old_province = excluded.old_province, kind = excluded.kind
    `.execute(tx)
  }
  return { units: units.length, successions: successions.length }
}

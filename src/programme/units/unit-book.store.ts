import { sql } from 'kysely'

import type { Db, Tx } from '#/platform/database/open.ts'

import { changesSince2025 } from './units.data.ts'
import { unitBook, type Succession, type UnitBook } from './unit-book.ts'
import type { Unit } from './units.ts'

type Stored = {
  units: [Unit['era'], string, Unit['level'], string, string, string | null, string][] | null
  successions: [Succession['oldEra'], string, Succession['newEra'], string, Succession['kind']][] | null
}

/** Both eras and every "went to" as one book, some 14,000 units: a quarter of a second. Read as one JSON value, see units.store.ts. */
export async function loadUnitBook(tx: Db | Tx): Promise<UnitBook> {
  const found = await sql<Stored>`
    select (select json_agg(json_build_array(era, code, level, name, full_name, parent_code, province_code) order by era, code) from unit) as units,
      (select json_agg(json_build_array(old_era, old_code, new_era, new_code, kind)) from unit_succession) as successions`.execute(tx)
  const { units, successions } = found.rows[0] ?? { units: null, successions: null }
  return unitBook(
    (units ?? []).map(([era, code, level, name, fullName, parentCode, provinceCode]) => ({
      era,
      code,
      level,
      name,
      fullName,
      parentCode,
      provinceCode,
    })),
    (successions ?? []).map(([oldEra, oldCode, newEra, newCode, kind]) => ({ oldEra, oldCode, newEra, newCode, kind })),
    changesSince2025(),
  )
}

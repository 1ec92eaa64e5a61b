// Where the recognitions of the past lie: by province of their own time, and by province of today.
import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import { CURRENT_ERA, type Era } from '../units/units.ts'

export type PastPlace = { era: Era; code: string }

/** The province of today of a record `r`: as brought in, else that of its commune of today. */
const nowProvince = sql<string | null>`coalesce(
  (select u.province_code from unit u where u.era = ${CURRENT_ERA} and u.code = r.now_commune_code), r.now_province_code)`

/**
 * Whether a record `r` lies in a province. Interpretation, as for figures (indicator/place.sql.ts): in one of an older era by the unit its source
 * names, in one of today by where that land is now.
 */
export function inProvince({ era, code }: PastPlace): RawBuilder<boolean> {
  return era === CURRENT_ERA
    ? sql<boolean>`${nowProvince} = ${code}`
    : sql<boolean>`r.unit_era = ${era} and exists (
        select 1 from unit w where w.era = r.unit_era and w.code = r.unit_code and w.province_code = ${code})`
}

/** A province of today with the records in it, and those older provinces they were of. */
export type ProvinceCount = PastPlace & { name: string; n: number; older: (PastPlace & { name: string; n: number })[] }

/** Records brought in by a province, by province of today, each with the older provinces beside it; records of no certain place are in none. */
export async function pastByProvince(db: Db | Tx, provinceCode: string): Promise<ProvinceCount[]> {
  const { rows } = await sql<{ code: string; name: string; era: Era | null; oldCode: string | null; oldName: string | null; n: number }>`
    with placed as (
      select ${nowProvince} as code, w.era, w.province_code as old_code
      from past_recognition r left join unit w on w.era = r.unit_era and w.code = r.unit_code and w.era <> ${CURRENT_ERA}
      where r.province_code = ${provinceCode})
    select p.code, n.full_name as name, p.era, p.old_code, o.full_name as old_name, count(*)::int as n
    from placed p join unit n on n.era = ${CURRENT_ERA} and n.code = p.code and n.level = 'province'
      left join unit o on o.era = p.era and o.code = p.old_code and o.level = 'province'
    group by 1, 2, 3, 4, 5 order by 1, 3, 4`.execute(db)
  return [...Map.groupBy(rows, (row) => row.code)].map(([code, own]) => ({
    era: CURRENT_ERA,
    code,
    name: own[0]?.name ?? code,
    n: own.reduce((sum, row) => sum + row.n, 0),
    older: own.flatMap(({ era, oldCode, oldName, n }) =>
      era === null || oldCode === null ? [] : [{ era, code: oldCode, name: oldName ?? oldCode, n }],
    ),
  }))
}

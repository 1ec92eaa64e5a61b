// The unit a certificate keeps is the one of its day; this is what its land is today.
import { sql, type RawBuilder } from 'kysely'
import { CURRENT_ERA, inSentence } from '../units/units.ts'

/** Full names of communes of today, each with its province; null or empty where none is known. */
export type UnitsToday = readonly (readonly [commune: string, province: string])[] | null

/**
 * Units of today that hold the land of certificate `c`, by code: its own under the name it bears now, or the successors of one that ended,
 * several where it was split: which of them is a person's to say. A changed name keeps its code within an era.
 */
export const unitsToday: RawBuilder<UnitsToday> = sql<UnitsToday>`(
  select json_agg(json_build_array(u.full_name, p.full_name) order by u.code)
  from (
    select c.commune_code as code where c.unit_era = ${CURRENT_ERA}
    union all
    select s.new_code from unit_succession s
    where c.unit_era <> ${CURRENT_ERA} and s.old_era = c.unit_era and s.old_code = c.commune_code and s.new_era = ${CURRENT_ERA}
  ) k
  join unit u on u.era = ${CURRENT_ERA} and u.code = k.code
  join unit p on p.era = u.era and p.code = u.province_code)`

/** What to show beside the printed place: nothing where it is still called so, one name, or several. Pure. */
export function placeToday(printed: { commune: string; province: string }, units: UnitsToday): string[] {
  const names = (units ?? []).map((pair) => pair.map(inSentence).join(', '))
  const same = names.length === 1 && names[0]?.toLocaleLowerCase('vi') === `${printed.commune}, ${printed.province}`.toLocaleLowerCase('vi')
  return same ? [] : names
}

// Where a commune lies: its province, and the district it belonged to in its era.
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Place } from '../level/way.ts'

/** `districtCode` null in eras without districts, and for a commune nobody knows. */
export async function placeOf(db: Db | Tx, at: { unitEra: string; communeCode: string; provinceCode: string }): Promise<Place> {
  const row = await db
    .selectFrom('unit as c')
    .innerJoin('unit as d', (join) => join.onRef('d.era', '=', 'c.era').onRef('d.code', '=', 'c.parentCode'))
    .select('d.code')
    .where('c.era', '=', at.unitEra)
    .where('c.code', '=', at.communeCode)
    .where('d.level', '=', 'district')
    .executeTakeFirst()
  return { provinceCode: at.provinceCode, districtCode: row?.code ?? null }
}

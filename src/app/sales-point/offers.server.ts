// Names offered while a point is typed.
import type { Db, Tx } from '#/platform/database/open.ts'
import { provinceOf } from '#/programme/people/authority.ts'
import { candidateText, suggestions } from '#/programme/register/resolve.ts'
import { unitsOfProvince } from '#/programme/units/units.store.ts'
import { CURRENT_ERA } from '#/programme/units/units.ts'

export async function pointOffers(db: Db, authority: string): Promise<{ communes: string[]; producers: string[] }> {
  const units = await unitsOfProvince(db as Tx, CURRENT_ERA, provinceOf(authority))
  return {
    communes: units.map((unit) => unit.fullName),
    producers: (await suggestions(db, 'producer', authority, null, 1000)).map(candidateText),
  }
}

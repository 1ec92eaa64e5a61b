// Who is asked in a call: the desk itself, desks under it, communes, bodies, as they are in the call's era; and whose report takes whose in.
import { newId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { bodiesOf } from '../people/bodies.store.ts'
import { districtAuthority, levelOf, provinceOf } from '../people/authority.ts'
import type { Era } from '../units/units.ts'
import { unitsOfProvince, provincesOf } from '../units/units.store.ts'
import type { Asked } from './call.input.ts'

export type Expected = {
  id: string
  authority: string
  provinceCode: string
  communeCode: string | null
  bodyId: string | null
  unitName: string
  parentId: string | null
  upperAuthority: string | null
}

/**
 * One report for each unit of the era. Interpretation: the units of a call are those that exist on the last day of its period; what a unit that
 * ended before had done counts at its successor. Where no desk stands between (no district since 1/7/2025), the commune's report goes straight up.
 */
export async function expectedUnits(db: Db | Tx, call: { authority: string; unitEra: string; asked: Asked }): Promise<Expected[]> {
  const { authority, asked } = call
  const era = call.unitEra as Era
  const provinceCode = provinceOf(authority)
  const level = levelOf(authority)
  const { office, committee } = await bodiesOf(db, authority)
  const own = {
    id: newId(),
    authority,
    provinceCode,
    communeCode: null,
    bodyId: null,
    unitName: office?.name ?? committee?.name ?? authority,
    parentId: null,
    upperAuthority: null,
  }
  const below = { provinceCode, communeCode: null, bodyId: null, parentId: own.id, upperAuthority: authority }
  const lower =
    !asked.desks || level === 'district'
      ? []
      : level === 'central'
        ? (await provincesOf(db as Tx, era)).map((unit) => ({ unit, desk: unit.code, province: unit.code }))
        : (await unitsOfProvince(db as Tx, era, provinceCode, 'district')).map((unit) => ({
            unit,
            desk: districtAuthority(provinceCode, unit.code),
            province: provinceCode,
          }))
  const desks = lower.map(({ unit, desk, province }) => ({
    ...below,
    id: newId(),
    authority: desk,
    provinceCode: province,
    unitName: unit.fullName,
    unitCode: unit.code,
  }))
  const byDistrict = new Map(desks.map((desk) => [desk.unitCode, desk]))
  const places = asked.communes && level !== 'central' ? await unitsOfProvince(db as Tx, era, provinceCode) : []
  const communes = places
    .filter((unit) => level === 'province' || unit.parentCode === authority.split('.')[1])
    .map((unit) => {
      const over = byDistrict.get(unit.parentCode ?? '')
      return {
        ...below,
        id: newId(),
        authority,
        communeCode: unit.code,
        unitName: unit.fullName,
        parentId: over?.id ?? own.id,
        upperAuthority: over?.authority ?? authority,
      }
    })
  const bodies =
    asked.bodies.length === 0
      ? []
      : await db
          .selectFrom('body')
          .select(['id', 'name'])
          .where('authority', '=', authority)
          .where('id', 'in', asked.bodies)
          .where('validTo', 'is', null)
          .execute()
  return [
    own,
    ...desks.map(({ unitCode: _code, ...desk }) => desk),
    ...communes,
    ...bodies.map((body) => ({ ...below, id: newId(), authority, bodyId: body.id, unitName: body.name })),
  ]
}

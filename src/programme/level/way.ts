// Where a dossier goes next between the desks of its pack's levels. Pure: the pack's data decide (src/regulation/levels.ts), this names desks.
import { fraction } from '#/regulation/fraction.ts'
import { afterResult, levelOf as levelRule, nextLevel, pathOf, type AfterResult, type WithRegulation } from '#/regulation/levels.ts'
import type { Level } from '#/regulation/level.schema.ts'
import { CENTRAL, districtAuthority, levelOf, provinceOf } from '../people/authority.ts'

export type Outcome = 'scored' | 'disqualified' | 'eliminated' | 'notAssessable' | 'stopped'

/** A closed result as stored: the mean as an exact fraction, absent where the assessment ended. */
export type ClosedResult = {
  authority: string
  outcome: Outcome
  meanNumerator: number | null
  meanDenominator: number | null
  star: number | null
}

/** What a desk does with a result: decide and certify, approve and send up, send back down, or answer by letter. */
export type ResultRoute = 'recognition' | 'sendUp' | 'returnDown' | 'letter'

/** What the pack says follows this result at the level that closed it. */
export function following(pack: WithRegulation, result: ClosedResult): AfterResult {
  return afterResult(pack, levelOf(result.authority), {
    outcome: result.outcome,
    mean: fraction(result.meanNumerator ?? 0, result.meanDenominator ?? 1),
    star: result.star ?? 0,
  })
}

/**
 * What `desk` does with a result. Its own follows the pack; one that came down from above is recognised here where this level recognises
 * its star, and answered by letter otherwise (148 Phụ lục II; 26/2026 Đ7.4: the choice to assess again is made before, on the transfer).
 */
export function routeAt(pack: WithRegulation, desk: string, result: ClosedResult): ResultRoute {
  if (levelOf(result.authority) !== levelOf(desk)) {
    const recognises = levelRule(pack, levelOf(desk))?.recognises ?? []
    return result.outcome === 'scored' && result.star !== null && recognises.includes(result.star) ? 'recognition' : 'letter'
  }
  const next = following(pack, result)
  switch (next.step) {
    case 'recogniseHere':
      return 'recognition'
    case 'sendUp':
      return 'sendUp'
    case 'returnDown':
    case 'personDecides':
      return 'returnDown'
    case 'letter':
      return 'letter'
  }
}

/** Where a dossier lies on the map: its province, and the district its commune belonged to in its era (null where there are none). */
export type Place = { provinceCode: string; districtCode: string | null }

/** The desk of a level for a place. Throws RangeError where the pack asks for a district and the commune has none that day. */
export function deskAt(level: Level, place: Place): string {
  if (level === 'central') return CENTRAL
  if (level !== 'district') return place.provinceCode
  if (place.districtCode === null) throw new RangeError('no district on that day')
  return districtAuthority(place.provinceCode, place.districtCode)
}

/** The desk that assesses first: the level after the commune in the pack's path. */
export function firstDesk(pack: WithRegulation, place: Place): string {
  return deskAt(nextLevel(pack, 'commune') ?? 'province', place)
}

/** The desk above, null at the top of the pack's path. */
export function deskAbove(pack: WithRegulation, desk: string): string | null {
  const above = nextLevel(pack, levelOf(desk))
  return above === undefined ? null : above === 'central' ? CENTRAL : provinceOf(desk)
}

/** The desk of `level` a dossier came through on its way up; null when it never was there. */
export function deskBelow(level: Level, pastAuthorities: readonly string[]): string | null {
  return pastAuthorities.toReversed().find((authority) => levelOf(authority) === level) ?? null
}

/** True where the pack has this level as an assessing one. */
export function assessesAt(pack: WithRegulation, desk: string): boolean {
  return pathOf(pack).includes(levelOf(desk))
}

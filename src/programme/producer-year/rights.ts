// Who files, reads and checks a producer's year. Pure.
import { inCommune, ownsProducer, serves, type Actor } from '../people/actor.ts'
import type { YearState } from './producer-year.ts'

/** `state` null: nothing was begun. */
export type YearThing = { producerId: string; provinceCode: string; communeCode: string; state: YearState | null; filedBefore: boolean }

export type YearRights = {
  see: boolean
  owner: boolean
  edit: boolean
  file: boolean
  takeBack: boolean
  check: boolean
  returnIt: boolean
}

/** Staff read figures once they were filed; a draft is its producer's own. */
export function yearRights(actor: Actor | null, year: YearThing): YearRights {
  const owner = ownsProducer(actor, year.producerId)
  const office = serves(actor, year.provinceCode, 'office')
  const checks = office || inCommune(actor, year, 'communeOfficer', 'communeLeader')
  const reads = checks || serves(actor, year.provinceCode, 'leader', 'advisor')
  const writing = year.state === null || year.state === 'draft' || year.state === 'returned'
  return {
    see: owner || (reads && year.filedBefore),
    owner,
    edit: owner && writing,
    file: owner && (year.state === 'draft' || year.state === 'returned'),
    takeBack: owner && year.state === 'filed',
    check: checks && year.state === 'filed',
    returnIt: (checks && year.state === 'filed') || (office && year.state === 'checked'),
  }
}

/** The list of a province, or of one's communes. */
export function readsYears(actor: Actor | null): boolean {
  return actor?.grants.some((grant) => ['office', 'leader', 'advisor', 'communeOfficer', 'communeLeader'].includes(grant.role)) ?? false
}

/** Who checks figures may bring them in: the province's office, a commune for its producers. */
export function bringsIn(actor: Actor | null): boolean {
  return (
    actor?.grants.some(
      (grant) =>
        (grant.role === 'office' && grant.authority === actor.provinceCode) ||
        grant.role === 'communeOfficer' ||
        grant.role === 'communeLeader',
    ) ?? false
  )
}

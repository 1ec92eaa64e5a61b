// May a person who works on a dossier at one level know what the council of a level below gave it? Pure.
import { levelOf, type AssessingLevel } from '../people/authority.ts'

const rank: Record<AssessingLevel, number> = { district: 1, province: 2, central: 3 }

export function isBelow(authority: string, other: string): boolean {
  return rank[levelOf(authority)] < rank[levelOf(other)]
}

/** One agenda item of the dossier as its reader's rights stand; `shows` is the setting of the item's desk. */
export type Standing = {
  authority: string
  isVotingMember: boolean
  mayReadPack: boolean
  maySeeScores: boolean
  shows: 'afterOwnResult' | 'atOnce'
}

/** Who votes on the dossier at a level above `issuer` and has not closed it yet must not know the scores of `issuer`. */
export function keptFromScores(issuer: string, standings: readonly Standing[]): boolean {
  return standings.some(
    (one) => isBelow(issuer, one.authority) && one.isVotingMember && !one.maySeeScores && one.shows === 'afterOwnResult',
  )
}

/** Papers of `issuer`'s council are open to its own people after closing, and to the level above as its setting says. */
export function readsScores(issuer: string, standings: readonly Standing[]): boolean {
  if (keptFromScores(issuer, standings)) return false
  return standings.some((one) => {
    if (one.authority === issuer) return one.maySeeScores
    if (!isBelow(issuer, one.authority)) return false
    return one.maySeeScores || (one.shows === 'atOnce' && one.mayReadPack)
  })
}

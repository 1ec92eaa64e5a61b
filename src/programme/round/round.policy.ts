// What a person may do with rounds and with a dossier that has come to the province.
import { serves, type Actor } from '../people/actor.ts'
import type { DossierState } from '../dossier/dossier.workflow.ts'

export type OfficeDossier = {
  authority: string
  /** Desks it went through before. */
  pastAuthorities?: readonly string[]
  state: DossierState
  proposedAt: Date | null
}

/** Who reads the province's register: the office and those who work beside it. */
export function readsOffice(actor: Actor | null, authority: string): boolean {
  return serves(actor, authority, 'office', 'advisor', 'leader', 'clerk')
}

export function plansRounds(actor: Actor | null, authority: string): boolean {
  return serves(actor, authority, 'office')
}

export type OfficeRights = {
  sees: boolean
  receive: boolean
  accept: boolean
  askSupplement: boolean
  reject: boolean
  advise: boolean
  /** Sex, ethnicity and disability of the head: only where a criterion must be judged on them. */
  seesPrivate: boolean
}

const received: readonly DossierState[] = ['proposed', 'accepted']
const inHand: readonly DossierState[] = ['proposed', 'accepted', 'provinceSupplement']
const advised: readonly DossierState[] = ['proposed', 'provinceSupplement', 'accepted', 'onAgenda']

/**
 * A dossier the commune still works on is not the office's yet: it stands in the register by name, its content is not opened. A desk it went
 * through goes on reading it; only its present desk acts.
 */
export function officeRights(actor: Actor | null, dossier: OfficeDossier, advice: 'none' | 'draft' | 'issued' = 'none'): OfficeRights {
  const office = serves(actor, dossier.authority, 'office')
  const advisor = serves(actor, dossier.authority, 'advisor')
  const desks = [dossier.authority, ...(dossier.pastAuthorities ?? [])]
  const sees = desks.some((desk) => readsOffice(actor, desk)) && dossier.proposedAt !== null
  return {
    sees,
    receive: sees && office && received.includes(dossier.state),
    accept: sees && office && dossier.state === 'proposed',
    askSupplement: sees && office && received.includes(dossier.state),
    reject: sees && office && inHand.includes(dossier.state),
    advise: sees && (office || advisor) && advised.includes(dossier.state) && advice !== 'issued',
    seesPrivate: sees && office,
  }
}

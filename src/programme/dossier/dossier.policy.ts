// Who may do what with a dossier, on the producer's side. One function gives the facts; pages and verbs read only that.
import { inCommune, serves, ownsProducer, type Actor } from '../people/actor.ts'
import { mayMove, type DossierState } from './dossier.workflow.ts'

export type DossierThing = {
  producerId: string
  provinceCode: string
  communeCode: string
  state: DossierState
  /** First filing; null while it was never filed. Staff see nothing before that. */
  filedAt: Date | null
}

export type DossierRights = {
  owner: boolean
  /** Staff for whom the dossier was filed: its commune, or its province. */
  staff: 'commune' | 'province' | null
  see: boolean
  /** Answers, evidence and texts may change: a draft, or a dossier returned for supplement (then only what was asked). */
  edit: boolean
  file: boolean
  resubmit: boolean
  withdraw: boolean
  seePrivate: boolean
}

export function rights(actor: Actor | null, dossier: DossierThing): DossierRights {
  const owner = ownsProducer(actor, dossier.producerId)
  const filed = dossier.filedAt !== null
  const staff = !filed
    ? null
    : serves(actor, dossier.provinceCode, 'office', 'advisor', 'leader', 'clerk')
      ? 'province'
      : inCommune(actor, dossier, 'communeOfficer', 'communeLeader')
        ? 'commune'
        : null
  const supplement = dossier.state === 'communeSupplement' || dossier.state === 'provinceSupplement'
  return {
    owner,
    staff,
    see: owner || staff !== null,
    edit: owner && (dossier.state === 'draft' || supplement),
    file: owner && dossier.state === 'draft',
    resubmit: owner && supplement,
    withdraw: owner && mayMove(dossier.state, 'withdrawn'),
    seePrivate:
      owner || (filed && (inCommune(actor, dossier, 'communeOfficer', 'communeLeader') || serves(actor, dossier.provinceCode, 'office'))),
  }
}

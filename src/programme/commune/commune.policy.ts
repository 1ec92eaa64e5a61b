// What a person may do with a dossier at the commune. Read from the actor's grants, the dossier and the report; nothing else.
import { hasRole, inCommune, type Actor } from '../people/actor.ts'
import type { DossierState } from '../dossier/dossier.workflow.ts'

export type CommuneDossier = { provinceCode: string; communeCode: string; state: DossierState; filedAt: Date | null }
export type ReportState = 'draft' | 'ready' | 'issued' | 'void'

export type CommuneRights = {
  /** False: for this person the dossier does not exist. */
  sees: boolean
  check: boolean
  askSupplement: boolean
  reject: boolean
  write: boolean
  markReady: boolean
  sendBack: boolean
  issue: boolean
  handOver: boolean
  send: boolean
}

/** A draft is the producer's alone: the commune learns of a dossier when it is filed. */
export function communeRights(actor: Actor | null, dossier: CommuneDossier, report: ReportState | null): CommuneRights {
  const officer = inCommune(actor, dossier, 'communeOfficer')
  const leader = inCommune(actor, dossier, 'communeLeader')
  const sees = (officer || leader) && dossier.filedAt !== null
  const atWork = sees && officer && dossier.state === 'filed'
  const waiting = sees && officer && dossier.state === 'communeSupplement'
  const draft = report === null || report === 'draft'
  return {
    sees,
    check: atWork && draft,
    askSupplement: atWork,
    reject: atWork || waiting,
    write: atWork && draft,
    markReady: atWork && report === 'draft',
    sendBack: sees && leader && dossier.state === 'filed' && report === 'ready',
    issue: sees && leader && dossier.state === 'filed' && report === 'ready',
    handOver: sees && officer && dossier.state === 'reported',
    send: sees && officer && dossier.state === 'reported',
  }
}

export function worksInCommune(actor: Actor | null): boolean {
  return hasRole(actor, 'communeOfficer', 'communeLeader')
}

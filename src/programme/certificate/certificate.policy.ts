// Who may do what with decisions, certificates and the papers of the province. One function per thing; pages read only these facts.
import { addDays, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { hasRole, serves, type Actor } from '../people/actor.ts'
import { committeeKinds, levelOf, provinceOf } from '../people/authority.ts'

export type DecisionRights = { see: boolean; prepare: boolean; cancel: boolean; issue: boolean }

export function decisionRights(actor: Actor | null, decision: { authority: string; state: string }): DecisionRights {
  const office = serves(actor, decision.authority, 'office')
  const leader = serves(actor, decision.authority, 'leader')
  const draft = decision.state === 'draft'
  return {
    see: office || leader || serves(actor, decision.authority, 'clerk', 'admin'),
    prepare: office && draft,
    cancel: (office || leader) && draft,
    issue: leader && draft,
  }
}

export type CertificateRights = { see: boolean; withdraw: boolean; record: boolean }

/** A district's people read the register too: the certificates of their desk (`ofDesk` of register.store.ts), which only the province changes. */
export function certificateRights(actor: Actor | null, certificate: { provinceCode: string; state: string }): CertificateRights {
  const { provinceCode, state } = certificate
  const desk = actor !== null && levelOf(actor.authority) === 'district' ? actor.authority : provinceCode
  return {
    see: provinceOf(desk) === provinceCode && serves(actor, desk, 'office', 'leader', 'clerk', 'advisor', 'admin'),
    withdraw: serves(actor, provinceCode, 'leader') && state === 'valid',
    record: serves(actor, provinceCode, 'office', 'admin'),
  }
}

/**
 * The narrow right of the clerk: attach the signed scan of an issued paper until a day, and nothing else.
 * `until` null: the paper carries no date, so no term runs.
 */
export function signedCopyRights(
  actor: Actor | null,
  paper: { authority: string; state: string; issuedOn: PlainDate | null },
  days: number,
  today: PlainDate,
): { see: boolean; attach: boolean; until: PlainDate | null } {
  const clerk = serves(actor, paper.authority, 'clerk')
  const until = paper.issuedOn === null ? null : addDays(paper.issuedOn, days)
  return { see: clerk, attach: clerk && paper.state !== 'cancelled' && (until === null || today <= until), until }
}

/** Registers a person keeps: the committee's by its clerk and leader, the OCOP office's by the office too. */
export function registerRights(actor: Actor | null, body: { authority: string; kind: string }): { see: boolean; keep: boolean } {
  const see = serves(actor, body.authority, 'clerk', 'leader', 'office')
  const keep =
    (committeeKinds.includes(body.kind) && serves(actor, body.authority, 'clerk', 'leader')) ||
    (body.kind === 'ocopOffice' && serves(actor, body.authority, 'clerk', 'office'))
  return { see, keep }
}

export function worksWithDecisions(actor: Actor | null): boolean {
  return hasRole(actor, 'office', 'leader', 'clerk')
}

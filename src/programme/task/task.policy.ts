// Who may do what with a piece of work of a plan.
import { inCommune, serves, type Actor } from '../people/actor.ts'
import type { WorkState } from './task.ts'

export type WorkThing = {
  authority: string
  provinceCode: string
  /** Of the commune whose plan it is; null for a desk's plan. */
  planCommune: string | null
  bodyId: string | null
  communeCode: string | null
  /** A committee's work is done by its desk's office. */
  committeeDesk: string | null
  state: WorkState
  /** The plan was adjusted and has this time no more. */
  ended: boolean
}

export type WorkRights = {
  see: boolean
  /** Works on it: the body's people, the commune's, the office for its own and the committee's work. */
  own: boolean
  report: boolean
  /** Keeps the plan: more time, open again. */
  extend: boolean
  reopen: boolean
}

export function workRights(actor: Actor | null, work: WorkThing): WorkRights {
  const place = { provinceCode: work.provinceCode, communeCode: work.communeCode ?? '' }
  const own =
    (work.communeCode !== null && inCommune(actor, place, 'communeOfficer', 'communeLeader')) ||
    (work.bodyId !== null &&
      (actor?.grants.some((grant) => (grant.role === 'bodyOfficer' || grant.role === 'office') && grant.bodyId === work.bodyId) ??
        false)) ||
    (work.committeeDesk !== null && serves(actor, work.committeeDesk, 'office'))
  const commune = work.planCommune
  const keeps =
    commune === null
      ? serves(actor, work.authority, 'office')
      : inCommune(actor, { ...place, communeCode: commune }, 'communeOfficer', 'communeLeader')
  const desk = commune === null && serves(actor, work.authority, 'leader', 'advisor')
  return {
    see: own || keeps || desk,
    own,
    report: own && !work.ended,
    extend: keeps && !work.ended && (work.state === 'open' || work.state === 'doing'),
    reopen: keeps && !work.ended && (work.state === 'done' || work.state === 'notNeeded'),
  }
}

/** Who finds the board: the desk's office, leader and advisors; a commune for its own plans. */
export function keepsWork(actor: Actor | null): boolean {
  return actor?.grants.some((grant) => ['office', 'leader', 'advisor', 'communeOfficer', 'communeLeader'].includes(grant.role)) ?? false
}

// Who may do what with a programme plan. One function gives the facts; pages, API and verbs read only these.
import { inCommune, serves, type Actor, type Role } from '../people/actor.ts'
import type { PlanState } from './plan.workflow.ts'

export type PlanThing = {
  authority: string
  provinceCode: string
  /** Of a commune's own plan. */
  communeCode: string | null
  state: PlanState
  /** Whether a commune the actor works for lies in the plan's place. */
  inPlace: boolean
}

export type PlanRights = {
  see: boolean
  /** Keeps the plan: the desk's office, or the commune. */
  writes: boolean
  edit: boolean
  askOpinions: boolean
  submit: boolean
  /** Sends it with a submission (tờ trình) of the desk's office; a commune's officer and leader sit in one committee. */
  writeSubmission: boolean
  /** The submissions are the desk's own papers, as drafts are. */
  readSubmissions: boolean
  /** Writes down an opinion that came on paper, and answers any. */
  keepOpinions: boolean
  giveOpinion: boolean
  /** Signs: issues a submitted plan or sends it back. */
  issue: boolean
  cancel: boolean
  adjust: boolean
  /** Of an issued plan: its later number, conditions of targets, names of bodies linked, tasks out of turn. */
  run: boolean
}

const readers: readonly Role[] = ['office', 'leader', 'advisor']
const public_: readonly PlanState[] = ['issued', 'replaced']

export function planRights(actor: Actor | null, plan: PlanThing): PlanRights {
  const { authority, provinceCode, communeCode, state } = plan
  const place = { provinceCode, communeCode: communeCode ?? '' }
  const commune = communeCode !== null
  const signs = commune ? inCommune(actor, place, 'communeLeader') : serves(actor, authority, 'leader')
  const writes = commune ? inCommune(actor, place, 'communeOfficer', 'communeLeader') : serves(actor, authority, 'office')
  const body = !commune && serves(actor, authority, 'bodyOfficer')
  const known = public_.includes(state)
  const desk = serves(actor, authority, ...readers) && (!commune || known)
  return {
    see:
      writes ||
      signs ||
      desk ||
      (body && (known || state === 'opinion')) ||
      (known && (plan.inPlace || readsProvince(actor, provinceCode))),
    writes,
    edit: writes && state === 'draft',
    askOpinions: writes && !commune && state === 'draft',
    submit: writes && (state === 'draft' || state === 'opinion'),
    writeSubmission: writes && !commune && (state === 'draft' || state === 'opinion'),
    readSubmissions: !commune && serves(actor, authority, ...readers),
    keepOpinions: writes && !commune && (state === 'opinion' || state === 'draft'),
    giveOpinion: body && state === 'opinion',
    issue: signs && state === 'submitted',
    cancel: writes && (state === 'draft' || state === 'opinion'),
    adjust: writes && state === 'issued',
    run: writes && state === 'issued',
  }
}

/** Desks of the same province, and every desk for the ministry's plans, read what was issued. */
function readsProvince(actor: Actor | null, provinceCode: string): boolean {
  return (
    actor?.grants.some((grant) => readers.includes(grant.role) && (grant.provinceCode === provinceCode || provinceCode === 'TW')) ?? false
  )
}

/** Who finds any list of plans at all. */
export function readsPlans(actor: Actor | null): boolean {
  return actor?.grants.some((grant) => [...readers, 'bodyOfficer', 'communeOfficer', 'communeLeader'].includes(grant.role)) ?? false
}

/** The desk or commune for which the actor may begin a plan; null for nobody's. */
export function writesPlansFor(actor: Actor): { authority: string; communeCode: string | null } | null {
  if (serves(actor, actor.authority, 'office')) return { authority: actor.authority, communeCode: null }
  const commune = actor.grants.find((grant) => ['communeOfficer', 'communeLeader'].includes(grant.role) && grant.communeCode !== null)
  return commune ? { authority: commune.authority, communeCode: commune.communeCode } : null
}

// Who may do what with ideas and business plans. One function per noun gives the facts; pages, API and verbs read only these.
import { inCommune, serves, ownsProducer, type Actor } from '../people/actor.ts'
import { dossierFrom, ideaTransitions, type IdeaState, type PlanState } from './idea.workflow.ts'

export type IdeaThing = {
  producerId: string
  provinceCode: string
  communeCode: string
  state: IdeaState
  /** First sending; null while it never left the producer. Staff see nothing before that. */
  submittedAt: Date | null
  /** The list that carried the selection up; the selection then stands. */
  listedCallId: string | null
}

export type IdeaRights = {
  see: boolean
  owner: boolean
  /** Works for the idea's commune; `signs`: as its leader. */
  commune: boolean
  signs: boolean
  office: boolean
  edit: boolean
  submit: boolean
  takeBack: boolean
  withdraw: boolean
  /** Countersigns as the commune (its leader signs). Interpretation: "ký xác nhận" is the leader's. */
  confirm: boolean
  returnIt: boolean
  undoConfirm: boolean
  select: boolean
  undoSelect: boolean
}

export function ideaRights(actor: Actor | null, idea: IdeaThing): IdeaRights {
  const owner = ownsProducer(actor, idea.producerId)
  const sent = idea.submittedAt !== null
  const leader = sent && inCommune(actor, idea, 'communeLeader')
  const commune = leader || (sent && inCommune(actor, idea, 'communeOfficer'))
  const office = sent && serves(actor, idea.provinceCode, 'office')
  const reads = commune || (sent && readsIdeas(actor, idea.provinceCode))
  const open = idea.listedCallId === null
  return {
    see: owner || reads,
    owner,
    commune,
    signs: leader,
    office,
    edit: owner && (idea.state === 'draft' || idea.state === 'returned'),
    submit: owner && (idea.state === 'draft' || idea.state === 'returned'),
    takeBack: owner && idea.state === 'submitted',
    withdraw: owner && (open || idea.state === 'later') && ideaTransitions[idea.state].includes('withdrawn'),
    confirm: leader && idea.state === 'submitted',
    returnIt: commune && idea.state === 'submitted',
    undoConfirm: leader && idea.state === 'confirmed',
    select: office && (idea.state === 'confirmed' || idea.state === 'later'),
    undoSelect: office && open && ['selected', 'later', 'notSelected'].includes(idea.state),
  }
}

/** Reads the province's ideas and plans: the office and those who work beside it. */
export function readsIdeas(actor: Actor | null, provinceCode: string): boolean {
  return serves(actor, provinceCode, 'office', 'advisor', 'leader')
}

/** Calls for ideas and the lists sent up are the office's. */
export function runsCalls(actor: Actor | null, provinceCode: string): boolean {
  return serves(actor, provinceCode, 'office')
}

export type PlanThing = { producerId: string; provinceCode: string; communeCode: string; state: PlanState; submittedAt: Date | null }

export type PlanRights = {
  see: boolean
  owner: boolean
  commune: boolean
  office: boolean
  edit: boolean
  submit: boolean
  takeBack: boolean
  stop: boolean
  receive: boolean
  judge: boolean
  /** Reports milestones and half-years. */
  report: boolean
  /** Confirms them as the commune. */
  confirm: boolean
  finish: boolean
  startDossier: boolean
}

export function planRights(actor: Actor | null, plan: PlanThing): PlanRights {
  const owner = ownsProducer(actor, plan.producerId)
  const sent = plan.submittedAt !== null
  const commune = sent && inCommune(actor, plan, 'communeOfficer', 'communeLeader')
  const office = sent && serves(actor, plan.provinceCode, 'office')
  const writing = plan.state === 'draft' || plan.state === 'returned'
  return {
    see: owner || commune || (sent && readsIdeas(actor, plan.provinceCode)),
    owner,
    commune,
    office,
    edit: owner && writing,
    submit: owner && writing,
    takeBack: owner && plan.state === 'submitted',
    stop: owner && (writing || plan.state === 'approved'),
    receive: office && plan.state === 'submitted',
    judge: office && plan.state === 'received',
    report: owner && plan.state === 'approved',
    confirm: commune && (plan.state === 'approved' || plan.state === 'done'),
    finish: owner && plan.state === 'approved',
    startDossier: owner && dossierFrom.includes(plan.state),
  }
}

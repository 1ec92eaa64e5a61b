// Who may do what with a report. One function gives the facts; pages, API and verbs read only these.
import { bodiesOf, inCommune, serves, type Actor } from '../people/actor.ts'
import { CURRENT_ERA } from '../units/units.ts'
import type { UnitKind } from './form.ts'
import { locked, type ReportState } from './report.ts'

export type ReportThing = {
  authority: string
  provinceCode: string
  communeCode: string | null
  bodyId: string | null
  unitEra: string
  callAuthority: string
  callState: string
  /** The desk that takes it in; null at the top of a call. */
  upperAuthority: string | null
  parentState: ReportState | null
  state: ReportState
  readyBy: string | null
}

export function unitKindOf(report: Pick<ReportThing, 'communeCode' | 'bodyId'>): UnitKind {
  return report.communeCode !== null ? 'commune' : report.bodyId !== null ? 'body' : 'desk'
}

export type ReportRights = {
  see: boolean
  /** Works for the unit: fills the report; `signs`: approves for it. */
  unit: boolean
  signs: boolean
  /** Works for the desk that takes the report in; at the top the desk's own leader. */
  above: boolean
  /** Reads figures about one or two persons. */
  personal: boolean
  fill: boolean
  ready: boolean
  unready: boolean
  approve: boolean
  /** Pulls an approved report back before it is accepted. */
  takeBack: boolean
  accept: boolean
  sendBack: boolean
  reopen: boolean
  excuse: boolean
  expect: boolean
  extend: boolean
  restate: boolean
}

/**
 * Interpretation: a commune's report is approved by its leader, a desk's by the leader of its committee, a body's by its officer, who names who
 * signed (a body has no leader here). Codes of an older era are other places: no commune of today acts for them.
 */
export function reportRights(actor: Actor | null, report: ReportThing): ReportRights {
  const kind = unitKindOf(report)
  const place = { provinceCode: report.provinceCode, communeCode: report.communeCode ?? '' }
  const today = report.unitEra === CURRENT_ERA
  const unit =
    kind === 'commune'
      ? today && inCommune(actor, place, 'communeOfficer', 'communeLeader')
      : kind === 'body'
        ? actor !== null && bodiesOf(actor).includes(report.bodyId ?? '')
        : serves(actor, report.authority, 'office')
  const signs =
    kind === 'commune'
      ? today && inCommune(actor, place, 'communeLeader')
      : kind === 'body'
        ? unit
        : serves(actor, report.authority, 'leader')
  const above = report.upperAuthority === null ? serves(actor, report.authority, 'leader') : serves(actor, report.upperAuthority, 'office')
  const desks = [report.callAuthority, ...(report.upperAuthority === null ? [] : [report.upperAuthority])]
  const reads =
    desks.some((desk) => serves(actor, desk, 'office', 'leader', 'advisor')) ||
    (kind === 'desk' && serves(actor, report.authority, 'office', 'leader', 'advisor'))
  const { state } = report
  const open = report.callState === 'open'
  const parentLocked = report.parentState !== null && ['ready', ...locked].includes(report.parentState)
  const writable = unit && (state === 'open' || state === 'sentBack' || state === 'waiting')
  return {
    see: unit || signs || reads,
    unit,
    signs,
    above,
    personal: desks.some((desk) => serves(actor, desk, 'office')),
    fill: writable,
    ready: unit && (state === 'open' || state === 'sentBack'),
    unready: (unit || signs) && state === 'ready',
    approve: signs && state === 'ready',
    takeBack: signs && state === 'approved' && !parentLocked,
    accept: above && report.upperAuthority !== null && state === 'approved',
    sendBack: above && report.upperAuthority !== null && locked.includes(state) && !parentLocked,
    reopen: above && locked.includes(state) && !parentLocked,
    excuse: above && report.upperAuthority !== null && ['waiting', 'open', 'sentBack'].includes(state) && !parentLocked,
    expect: above && state === 'notExpected' && open && !parentLocked,
    extend: above && ['waiting', 'open', 'ready', 'sentBack'].includes(state),
    restate: (unit || signs) && locked.includes(state),
  }
}

/** Calls and forms of a desk: kept by its office, read by those beside it. */
export function callRights(actor: Actor | null, authority: string): { see: boolean; keep: boolean } {
  const keep = serves(actor, authority, 'office')
  return { see: keep || serves(actor, authority, 'leader', 'advisor'), keep }
}

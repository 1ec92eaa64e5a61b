// What a closed result keeps: everything it rests on, with its own words. Written once, never changed; later readers read only this.
import { canonicalJson, sha256Hex } from '#/platform/audit/canonical.ts'
import type { CouncilGate, Driver } from '#/regulation/council.ts'
import type { CouncilRole, MeetingMode, VotingPlace } from './council.ts'
import type { CouncilRules } from './council.rules.ts'

export type Outcome = 'scored' | 'disqualified' | 'eliminated' | 'notAssessable' | 'stopped'
export type EndingKind = Exclude<Outcome, 'scored'>

/** Who sat where when the result was closed. `place` is null for seats that never vote. No reasons of recusals are kept here. */
export type BasisMember = {
  memberId: string
  name: string
  post: string
  body: string
  role: CouncilRole
  roleLabel: string
  voting: boolean
  present: boolean
  place: VotingPlace | null
  /** Chaired this item: the chair, or the stand-in. */
  chairs: boolean
}

export type BasisAnswer = { criterion: string; option: number; optionText: string; points: number; comment: string }

/** A criterion changed after discussion: the first answer stays beside the one that counts. */
export type BasisChange = {
  criterion: string
  first: { option: number; optionText: string; points: number }
  second: { option: number; optionText: string; points: number }
  reason: string
}

/** A sheet that counts. `first` is the member's first total where the sheet in use is one "after discussion". */
export type BasisSheet = {
  memberId: string
  name: string
  pass: number
  afterDiscussion: boolean
  finalisedAt: string
  total: number
  comment: string
  answers: BasisAnswer[]
  first: { total: number; finalisedAt: string } | null
  changes: BasisChange[]
}

/** A sheet that was voided (conflict found late): on record that it was there, without its points. */
export type BasisVoided = { memberId: string; pass: number; reason: string; at: string | null }

export type BasisCriterion = {
  criterion: string
  title: string
  part: string
  max: number
  /** In the order of `sheets`; `first` is null where the member did not change it. */
  points: { memberId: string; points: number; first: number | null }[]
  meanExact: string
  meanPrinted: string
}

export type BasisPart = {
  code: string
  title: string
  max: number
  points: { memberId: string; points: number }[]
  meanExact: string
  meanPrinted: string
}

/** `dissent`: names of those whose sheets stand on the other side of the council's answer. */
export type BasisGate = CouncilGate & { dissent: string[] }

export type BasisVotes = { voters: number; yes: string[]; no: string[] }

export type BasisEnding = {
  kind: EndingKind
  kindLabel: string
  ruleId: string
  criterion: string | null
  ruleText: string
  reason: string
  raisedBy: string
  raisedAt: string
  state: 'confirmed' | 'rejected'
  decidedBy: string
  decidedAt: string
  votes: BasisVotes
}

export type BasisReconciliation = {
  ordinal: number
  reason: string
  openedBy: string
  openedAt: string
  closedAt: string
  spreadBefore: number
  spreadAfter: number | null
  scope: { memberId: string; name: string; criterion: string }[]
}

export type BasisResolution = {
  reason: string
  spread: number
  state: 'accepted' | 'rejected'
  openedBy: string
  decidedAt: string
  votes: BasisVotes
}

/** One star's line of the proof, with what is short. Points are exact text ("131/7") and printed text ("18.71"). */
export type BasisProofRow = { star: number; from: number; pointsMet: boolean; short: string; shortPrinted: string; gatesMet: boolean }

/**
 * Format 1. Points are integers, means exact fractions as text and as printed (two decimals, half up, point as decimal mark).
 * On an ending without a score `mean`, `spread`, `star` and `pointsStar` are null and the sheets' lists are empty: they were never opened.
 */
export type ResultBasis = {
  format: 1
  outcome: Outcome
  dossier: { id: string; code: string; kind: 'first' | 'upgrade' | 'renewal' }
  /** SHA-256 of the filed snapshot the council had before it. */
  snapshotHash: string
  product: { id: string; name: string }
  producer: { id: string; name: string; address: string }
  council: { id: string; name: string; decisionNumber: string; decisionDate: string }
  meeting: { id: string; name: string; mode: MeetingMode; startsAt: string; roundName: string; itemId: string; ordinal: number }
  regulation: { id: string; hash: string; number: string; title: string }
  set: { no: number; title: string }
  cases: Record<string, number>
  rules: CouncilRules
  rulesInWords: { title: string; value: string }[]
  thresholds: { star: number; from: number }[]
  members: BasisMember[]
  quorum: { counting: number; needed: number; voting: number }
  sheets: BasisSheet[]
  voided: BasisVoided[]
  /** SHA-256 over the answers that count, see `sheetsHash`. */
  sheetsHash: string
  perCriterion: BasisCriterion[]
  parts: BasisPart[]
  totals: { memberId: string; name: string; total: number; first: number | null }[]
  mean: { numerator: number; denominator: number; exact: string; printed: string } | null
  rounding: { rule: string; vi: string }
  pointsStar: number | null
  star: number | null
  gates: BasisGate[]
  proof: BasisProofRow[]
  spread: {
    points: number
    limit: number
    exceeded: boolean
    high: { memberId: string; name: string; total: number }
    low: { memberId: string; name: string; total: number }
    drivers: Driver[]
  } | null
  reconciliations: BasisReconciliation[]
  spreadResolution: BasisResolution | null
  /** The chair's written reason where the rules only warn, or where the mean stands. */
  spreadReason: string | null
  endings: BasisEnding[]
  /** The confirmed ending that closed the assessment; null for a scored result. */
  ending: BasisEnding | null
  closedBy: { memberId: string; name: string; roleLabel: string }
  closedAt: string
}

/** Opens a stored basis of any format shipped so far. Throws on one this program does not know. */
export function readResultBasis(stored: unknown): ResultBasis {
  const basis = stored as ResultBasis | null
  if (basis?.format !== 1) throw new Error(`unknown result format ${String((stored as { format?: unknown } | null)?.format)}`)
  return basis
}

/** SHA-256 of the canonical JSON of the whole basis: what `result.basis_hash` holds. */
export function basisHashOf(basis: ResultBasis): string {
  return sha256Hex(canonicalJson(basis))
}

/** A sheet as `ocop council` reads it. */
export type OpenSheet = { member: string; answers: Record<string, number> }

/** Sheets by their member's name; two people of one name are told apart by a number in the order given. */
export function openSheets(sheets: readonly { name: string; answers: readonly { criterion: string; option: number }[] }[]): OpenSheet[] {
  const seen = new Map<string, number>()
  return sheets.map((sheet) => {
    const count = (seen.get(sheet.name) ?? 0) + 1
    seen.set(sheet.name, count)
    return {
      member: count === 1 ? sheet.name : `${sheet.name} (${count})`,
      answers: Object.fromEntries(sheet.answers.map((answer) => [answer.criterion, answer.option])),
    }
  })
}

/**
 * SHA-256 of the canonical JSON of the sheets `[{ member, answers }]` sorted by member: whoever holds the published inputs can recompute
 * it. The order in which sheets came changes nothing.
 */
export function sheetsHash(sheets: readonly OpenSheet[]): string {
  return sha256Hex(canonicalJson([...sheets].sort((a, b) => (a.member < b.member ? -1 : a.member > b.member ? 1 : 0))))
}

/**
 * The inputs of a result as `ocop council FILE` reads them; its answer must equal what the result says.
 * The command decides gates by majority: `gateBasis` says where the council's rules differ.
 */
export function councilInput(basis: ResultBasis): {
  regulation: string
  set: number
  maxSpread: number
  gateBasis: CouncilRules['gateBasis']
  sheets: OpenSheet[]
} {
  return {
    regulation: basis.regulation.id,
    set: basis.set.no,
    maxSpread: basis.rules.spreadLimit,
    gateBasis: basis.rules.gateBasis,
    sheets: openSheets(basis.sheets),
  }
}

// What a council is and which of its members count on one agenda item. Pure: no database, no clock.
import type { Department } from '#/regulation/level.schema.ts'
import type { DossierState } from '../dossier/dossier.workflow.ts'
import type { CouncilRules } from './council.rules.ts'

export type CouncilRole = 'chair' | 'viceChair' | 'member' | 'secretary'
export type MeetingState = 'planned' | 'released' | 'open' | 'closed'
export type MeetingMode = 'meeting' | 'writtenOpinion'
export type ItemState = 'waiting' | 'scoring' | 'scored' | 'reconciling' | 'closed' | 'ended' | 'removed'

/** A member's seat. Days are plain dates in Vietnam; `leftOn` is the first day the person is no longer a member. */
export type SeatFact = {
  memberId: string
  accountId: string
  bodyId: string | null
  name: string
  post: string
  role: CouncilRole
  voting: boolean
  ordinal: number
  leftOn: string | null
  /** Field of work said by hand, where the body's name does not tell. */
  department?: Department | null
  /** A seat for this meeting only, in place of a member, by a letter or decision. */
  substitutes?: { memberId: string; mandateNumber: string; mandateDate: string } | null
}

export type PresenceFact = { memberId: string; arrivedAt: Date; leftAt: Date | null }
/** A conflict that is not lifted or dismissed. `open` = proposed and not yet decided. */
export type ConflictFact = { accountId: string; memberId: string | null; state: 'open' | 'confirmed' }
export type DeclarationFact = { memberId: string; conflicted: boolean; declaredAt: Date }
export type ReconciliationFact = { id: string; ordinal: number; scope: readonly { memberId: string; criterion: string }[] }

/** Everything that decides who may do what on one agenda item. Never given to a page as it is. */
export type ItemFacts = {
  id: string
  version: number
  ordinal: number
  state: ItemState
  dossierId: string
  /** A producer may withdraw until the result is closed; the item then stands still. */
  dossierState: DossierState
  councilId: string
  authority: string
  openedAt: Date | null
  closedAt: Date | null
  standInId: string | null
  meeting: {
    id: string
    state: MeetingState
    mode: MeetingMode
    startsAt: Date
    releasedAt: Date | null
    openedAt: Date | null
    closedAt: Date | null
    /** Last day for ballots where the council is asked in writing; null or absent in a meeting and before the ballots go out. */
    opinionDueOn?: string | null
  }
  rules: CouncilRules
  seats: readonly SeatFact[]
  conflicts: readonly ConflictFact[]
  declarations: readonly DeclarationFact[]
  presence: readonly PresenceFact[]
  /** Members who pressed "Mở hồ sơ". */
  openedPack: readonly string[]
  /** The reconciliation that is open now, if any. */
  reconciliation: ReconciliationFact | null
}

/** A sheet as the decisions need it: which member, which pass, which state. */
export type SheetFact = { memberId: string; pass: number; state: 'draft' | 'final' | 'voided'; finalisedAt: Date | null }

export function isConflicted(item: Pick<ItemFacts, 'conflicts'>, accountId: string): boolean {
  return item.conflicts.some((conflict) => conflict.accountId === accountId && conflict.state === 'confirmed')
}

/** A proposed conflict nobody has decided yet. */
export function hasOpenConflict(item: Pick<ItemFacts, 'conflicts'>, accountId: string): boolean {
  return item.conflicts.some((conflict) => conflict.accountId === accountId && conflict.state === 'open')
}

export function isPresent(item: Pick<ItemFacts, 'presence'>, memberId: string): boolean {
  return item.presence.some((row) => row.memberId === memberId && row.leftAt === null)
}

/**
 * Who chairs this item: the stand-in where one is named, else the council's chair when unconflicted, else nobody.
 * A stand-in stays until the office removes it: the conflicted chair cannot.
 */
export function chairOfItem(item: Pick<ItemFacts, 'seats' | 'conflicts' | 'standInId'>): SeatFact | null {
  const seated = item.seats.filter((seat) => seat.leftOn === null)
  if (item.standInId !== null) {
    const standIn = seated.find((seat) => seat.memberId === item.standInId)
    return standIn && !isConflicted(item, standIn.accountId) ? standIn : null
  }
  const chair = seated.find((seat) => seat.role === 'chair')
  return chair && !isConflicted(item, chair.accountId) ? chair : null
}

/**
 * The stand-in the council's rule names for a conflicted chair: the first unconflicted vice-chair; under `nextMember` also the next
 * unconflicted voting member in the order of the establishing decision. Null: the office must appoint.
 */
export function standInByRule(item: Pick<ItemFacts, 'seats' | 'conflicts' | 'rules'>): SeatFact | null {
  if (item.rules.standIn === 'officeAppoints') return null
  const free = item.seats
    .filter((seat) => seat.leftOn === null && seat.voting && seat.role !== 'chair' && !isConflicted(item, seat.accountId))
    .toSorted((a, b) => Number(b.role === 'viceChair') - Number(a.role === 'viceChair') || a.ordinal - b.ordinal)
  const first = free[0] ?? null
  return first && (first.role === 'viceChair' || item.rules.standIn === 'nextMember') ? first : null
}

/** `silent`: asked in writing and no ballot sent; it counts neither for nor against. */
export type VotingPlace = 'counts' | 'recused' | 'undecided' | 'absent' | 'left' | 'silent'

/**
 * Where each voting seat stands on an item, in the order of the establishing decision.
 * counts = present, voting, unconflicted, not excused; absent = never came, or left before finishing the sheet
 * (Interpretation: who leaves after finalising has voted and counts); undecided = a proposed conflict is still open.
 */
export function votingPlaces(item: ItemFacts, sheets: readonly SheetFact[]): { seat: SeatFact; place: VotingPlace }[] {
  return item.seats
    .filter((seat) => seat.voting)
    .toSorted((a, b) => a.ordinal - b.ordinal)
    .map((seat) => ({ seat, place: placeOf(item, sheets, seat) }))
}

function placeOf(item: ItemFacts, sheets: readonly SheetFact[], seat: SeatFact): VotingPlace {
  if (isConflicted(item, seat.accountId)) return 'recused'
  if (hasOpenConflict(item, seat.accountId)) return 'undecided'
  const finished = sheets.some((sheet) => sheet.memberId === seat.memberId && sheet.state === 'final')
  if (finished) return 'counts'
  if (seat.leftOn !== null) return 'left'
  // Nobody is in a room: presence says nothing, and a draft is no ballot.
  if (item.meeting.mode === 'writtenOpinion') return 'silent'
  return isPresent(item, seat.memberId) ? 'counts' : 'absent'
}

/** The voting set of an item: mean, spread, gate majority and "all final" all use it, and nothing else. */
export function votingSet(item: ItemFacts, sheets: readonly SheetFact[]): SeatFact[] {
  return votingPlaces(item, sheets).flatMap(({ seat, place }) => (place === 'counts' ? [seat] : []))
}

export type Quorum = { met: boolean; counting: number; needed: number; voting: number; chairCounts: boolean }

/**
 * Quorum of one item after recusals. `needed` is the share of the whole council's voting members, rounded up, so that recusals can take
 * the quorum away. Interpretation: the share is taken of all seated voting members, not of those left after recusals; the item's chair
 * (or stand-in) must be among those who count where the rules ask for the chair.
 */
export function quorumOf(item: ItemFacts, sheets: readonly SheetFact[]): Quorum {
  const set = votingSet(item, sheets)
  const voting = item.seats.filter((seat) => seat.voting && (seat.leftOn === null || set.includes(seat))).length
  const least = item.meeting.mode === 'writtenOpinion' ? item.rules.opinionLeast : 0
  const needed = least > 0 ? least : Math.max(1, Math.ceil((voting * item.rules.quorumPercent) / 100))
  const chair = chairOfItem(item)
  const chairCounts = chair !== null && set.some((seat) => seat.memberId === chair.memberId)
  return { met: set.length >= needed && (chairCounts || !item.rules.quorumNeedsChair), counting: set.length, needed, voting, chairCounts }
}

/** n of m: how many of the voting set have finished their current sheet; asked in writing, of all who may send a ballot. No score in it. */
export function progressOf(item: ItemFacts, sheets: readonly SheetFact[]): { final: number; of: number } {
  const set = votingPlaces(item, sheets).flatMap(({ seat, place }) => (place === 'counts' || place === 'silent' ? [seat] : []))
  return { final: set.filter((seat) => hasFinished(sheets, seat.memberId)).length, of: set.length }
}

/** True when the member's newest live sheet is final. */
export function hasFinished(sheets: readonly SheetFact[], memberId: string): boolean {
  return currentSheet(sheets, memberId)?.state === 'final'
}

/** The member's newest sheet that is not voided. */
export function currentSheet<T extends SheetFact>(sheets: readonly T[], memberId: string): T | null {
  return sheets
    .filter((sheet) => sheet.memberId === memberId && sheet.state !== 'voided')
    .reduce<T | null>((newest, sheet) => (newest === null || sheet.pass > newest.pass ? sheet : newest), null)
}

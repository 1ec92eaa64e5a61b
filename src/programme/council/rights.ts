// The one place that says what a person may know and do about an agenda item. Policies, loaders and exports read only this.
import { serves, type Actor } from '../people/actor.ts'
import { ballotsOver, isWritten } from './opinion.ts'
import { chairOfItem, hasOpenConflict, isConflicted, isPresent, type ItemFacts, type SeatFact } from './council.ts'

export type Rights = {
  memberId: string | null
  isMember: boolean
  isVotingMember: boolean
  isChair: boolean
  /** Chairs this item: the chair, or the stand-in where one is named. */
  isChairForItem: boolean
  isSecretary: boolean
  isOffice: boolean
  /** A confirmed conflict of this very person, whatever the role. */
  conflicted: boolean
  /** A proposed conflict nobody has decided yet: keeps the pack and the sheet shut. */
  conflictOpen: boolean
  present: boolean
  declared: boolean
  packOpened: boolean
  /** May know that the item is on this agenda at all (a recused person sees "Mục n: đã hồi tỵ" and nothing else). */
  maySeeSlot: boolean
  /** May know which dossier it is. Never true for a conflicted person. */
  mayKnow: boolean
  mayDeclare: boolean
  mayOpenPack: boolean
  mayReadPack: boolean
  /** May start or change the own sheet now (first pass, or the second within its scope). */
  mayScore: boolean
  mayFinalise: boolean
  maySeeOwnSheet: boolean
  /** n of m final. */
  maySeeProgress: boolean
  /** Which members have finished, never what. */
  maySeeWhoIsFinal: boolean
  /** Spread and drivers once every sheet is final, to lead the reconciliation. */
  maySeeSpread: boolean
  /** Other members' sheets, mean, star: only after closing. */
  maySeeScores: boolean
  mayDecideConflict: boolean
  mayPinConflict: boolean
  mayAppointStandIn: boolean
  /** Closing, reconciliation, endings. */
  mayLead: boolean
  /** Takes the item up in the session and puts it down again. Interpretation: who chairs the item, or the secretary. */
  mayRunItem: boolean
  /** The scribe's notes of the item. Interpretation: the secretary; where the secretary is recused, who chairs the item. */
  mayKeepNotes: boolean
}

/** Item states in which members write sheets. */
const writing = new Set<ItemFacts['state']>(['waiting', 'scoring', 'reconciling'])
/** Item states before the result: conflicts, stand-ins and sheets may still change. */
const before = new Set<ItemFacts['state']>(['waiting', 'scoring', 'scored', 'reconciling'])

/**
 * Facts about one person and one item. Interpretations: presence is asked only to finalise (members prepare sheets once the pack is out);
 * an administrator, a leader or a producer has no right here by role; office staff see no scores before closing.
 * Asked in writing, no presence is needed, and nothing is written after the last day for ballots.
 */
export function rights(actor: Actor, item: ItemFacts, now: Date): Rights {
  const seat = seatOf(item, actor.accountId)
  const conflicted = isConflicted(item, actor.accountId)
  const conflictOpen = hasOpenConflict(item, actor.accountId)
  const isOffice = serves(actor, item.authority, 'office')
  const isMember = seat !== null
  const isSecretary = seat?.role === 'secretary'
  const isVotingMember = seat?.voting === true
  const isChairForItem = seat !== null && chairOfItem(item)?.memberId === seat.memberId
  const declaration = seat && item.declarations.find((row) => row.memberId === seat.memberId)
  const declared = declaration !== null && declaration !== undefined
  const clear = !conflicted
  const live = item.state !== 'removed'
  const released = item.meeting.releasedAt !== null
  const open = live && before.has(item.state) && item.meeting.state !== 'closed' && item.dossierState === 'onAgenda'
  const mayKnow = clear && live && (isOffice || (isMember && released))
  const fit = mayKnow && isMember && !conflictOpen && declared && declaration?.conflicted === false
  const packOpened = seat !== null && item.openedPack.includes(seat.memberId)
  const present = seat !== null && isPresent(item, seat.memberId)
  const inScope =
    item.state !== 'reconciling' || (seat !== null && (item.reconciliation?.scope.some((row) => row.memberId === seat.memberId) ?? false))
  const mayScore = fit && isVotingMember && packOpened && open && writing.has(item.state) && inScope && !ballotsOver(item, now)
  const closed = item.state === 'closed'
  return {
    memberId: seat?.memberId ?? null,
    isMember,
    isVotingMember,
    isChair: seat?.role === 'chair',
    isChairForItem,
    isSecretary,
    isOffice,
    conflicted,
    conflictOpen,
    present,
    declared,
    packOpened,
    maySeeSlot: live && (isOffice || (isMember && released)),
    mayKnow,
    mayDeclare: clear && isMember && released && open,
    mayOpenPack: fit && open,
    mayReadPack: (fit && packOpened) || (mayKnow && isOffice && !isVotingMember),
    mayScore,
    mayFinalise: mayScore && (present || isWritten(item)) && item.meeting.state === 'open' && item.state !== 'waiting',
    maySeeOwnSheet: clear && isVotingMember && live,
    maySeeProgress: mayKnow,
    maySeeWhoIsFinal: mayKnow && isMember && (isChairForItem || (item.rules.whoIsFinal === 'members' && isVotingMember)),
    maySeeSpread: mayKnow && isChairForItem && (item.state === 'scored' || item.state === 'reconciling' || closed),
    maySeeScores: mayKnow && closed && (isOffice || isVotingMember || isSecretary),
    mayDecideConflict: open && clear && (isOffice || isChairForItem),
    mayPinConflict: open && clear && isOffice,
    mayAppointStandIn: open && clear && isOffice && seat?.role !== 'chair',
    mayLead: open && isChairForItem && clear && item.meeting.state === 'open',
    mayRunItem: mayKnow && (isChairForItem || isSecretary) && item.meeting.state === 'open' && item.meeting.mode === 'meeting',
    mayKeepNotes: mayKnow && (isSecretary || (isChairForItem && isSecretaryOut(item))) && released && item.meeting.state !== 'closed',
  }
}

/**
 * May read the ballots of the written opinion that came before this item. Interpretation (Đ7.6 is silent): whoever scores reads them only
 * with the own sheet final, so that the meeting scores as blind as the ballots were given; everybody else after closing.
 */
export function maySeeFirstBallots(mine: Rights, ownFinal: boolean): boolean {
  return mine.maySeeScores || (mine.mayKnow && mine.isVotingMember && !mine.conflictOpen && ownFinal)
}

function isSecretaryOut(item: ItemFacts): boolean {
  return item.seats.some((seat) => seat.role === 'secretary' && seat.leftOn === null && isConflicted(item, seat.accountId))
}

/** The seat a person holds today; a member who has left holds none. */
function seatOf(item: Pick<ItemFacts, 'seats'>, accountId: string): SeatFact | null {
  return item.seats.find((seat) => seat.accountId === accountId && seat.leftOn === null) ?? null
}

export type MeetingFacts = {
  id: string
  councilId: string
  authority: string
  state: ItemFacts['meeting']['state']
  releasedAt: Date | null
  seats: readonly SeatFact[]
}

export type MeetingRights = {
  memberId: string | null
  isOffice: boolean
  isMember: boolean
  /** May know the meeting exists: the office always, members once the pack is released. */
  maySee: boolean
  /** Agenda, release. */
  mayPrepare: boolean
  /** Presence, scribe's notes. */
  mayKeepRecord: boolean
  /** Opens and closes the session. Interpretation: the chair, or a vice-chair in the chair's absence. */
  mayOpen: boolean
}

/** What a person may do with a meeting as a whole; what concerns one item is in `rights`. */
export function meetingRights(actor: Actor, meeting: MeetingFacts): MeetingRights {
  const seat = seatOf(meeting, actor.accountId)
  const isOffice = serves(actor, meeting.authority, 'office')
  const seen = seat !== null && meeting.releasedAt !== null
  const running = meeting.state !== 'closed'
  return {
    memberId: seat?.memberId ?? null,
    isOffice,
    isMember: seat !== null,
    maySee: isOffice || seen,
    mayPrepare: isOffice && running,
    mayKeepRecord: running && (isOffice || (seen && (seat.role === 'secretary' || seat.role === 'chair' || seat.role === 'viceChair'))),
    mayOpen: running && seen && (seat.role === 'chair' || seat.role === 'viceChair'),
  }
}

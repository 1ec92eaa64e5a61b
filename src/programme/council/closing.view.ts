// What a person may see of an item's closing. Rights first, then only what they allow is read: no answer is loaded without `maySeeBoard`.
import type { Db, Tx } from '#/platform/database/open.ts'
import { formOf } from '#/regulation/load.ts'
import type { Actor } from '../people/actor.ts'
import type { Regulations } from '../regulations.ts'
import { filedPin } from '../regulation-revision/shelf.ts'
import { mustSee } from '../refuse.ts'
import { ballotsOver, isWritten } from './opinion.ts'
import { proposedScope, scoringBlockers, type Blocker, type SpreadStep } from './closing.ts'
import { loadClosing, withoutLateArrivals } from './closing.load.ts'
import { closingRights, type ClosingRights } from './closing.policy.ts'
import {
  closingRow,
  endingsOfItem,
  filedDossierOf,
  reconciliationsOf,
  resolutionsOf,
  resultsOfItem,
  type EndingRow,
  type ReconciliationRow,
  type ResolutionRow,
} from './closing.store.ts'
import { tallyOf, type Vote } from './closing.vote.ts'
import { currentSheet, progressOf, quorumOf, votingPlaces, type ItemFacts, type VotingPlace } from './council.ts'
import { itemFacts, sheetStates } from './council.store.ts'
import { groundsOf, type EndingGround } from './ending.ts'
import { meetingById, minutesPaper } from './meeting.store.ts'
import { readResultBasis, type ResultBasis } from './result.ts'
import { freezeScored } from './result.freeze.ts'

/** A vote as a reader may know it: how many have pressed, the own press; names and numbers only once it is concluded. */
export type VoteView = {
  voted: number
  voters: number
  mine: boolean | null
  yes: number | null
  no: number | null
  decidable: boolean | null
}
export type EndingView = Pick<EndingRow, 'id' | 'kind' | 'criterion' | 'ruleText' | 'reason' | 'state' | 'raisedAt'> & {
  raisedBy: string | null
  vote: VoteView
}
export type ResolutionView = Pick<ResolutionRow, 'id' | 'reason' | 'spread' | 'state' | 'openedAt'> & { vote: VoteView }
export type SeatView = {
  memberId: string
  name: string
  post: string
  role: string
  voting: boolean
  place: VotingPlace | null
  final: boolean
}

export type ClosingView = {
  itemId: string
  version: number
  ordinal: number
  state: ItemFacts['state']
  withdrawn: boolean
  rules: ItemFacts['rules']
  product: string
  producer: string
  set: { no: number; title: string }
  regulation: string
  meeting: { id: string; name: string; startsAt: Date; roundName: string; open: boolean }
  mine: ClosingRights
  progress: { final: number; of: number } | null
  quorum: { counting: number; needed: number } | null
  /** Only for the one who chairs or may see who is final. */
  seats: SeatView[] | null
  scoredAt: Date | null
  closedAt: Date | null
  minutesStored: boolean
  /** What stops the next press; for the one who chairs. */
  blockers: Blocker[]
  board: ClosingBoard | null
  endings: EndingView[]
  resolutions: ResolutionView[]
  grounds: EndingGround[]
}

export type ClosingBoard = {
  basis: ResultBasis
  step: SpreadStep | null
  proposed: { criterion: string; points: number; members: [string, string] }[]
  roundsLeft: number
  reconciliations: ReconciliationRow[]
}

/** The item's closing as this actor may see it; "not found" to who may not know the item. */
export async function closingView(db: Db | Tx, regulations: Regulations, actor: Actor, itemId: string, now: Date): Promise<ClosingView> {
  const known = await itemFacts(db, itemId)
  const mine = closingRights(actor, known, now)
  mustSee(mine.maySeeClosing)
  const row = await closingRow(db, itemId)
  const item = withoutLateArrivals(known, row.scoredSet)
  const { snapshot } = await filedDossierOf(db, item.dossierId)
  const meeting = await meetingById(db, item.meeting.id)
  const states = (await sheetStates(db, item.meeting.id)).filter((sheet) => sheet.itemId === itemId)
  const places = votingPlaces(item, states)
  const votingSet = places.flatMap(({ seat, place }) => (place === 'counts' ? [seat] : []))
  const quorum = quorumOf(item, states)
  const endings = await endingsOfItem(db, itemId)
  const resolutions = mine.isMember || mine.isOffice ? await resolutionsOf(db, itemId) : []
  const board = mine.maySeeBoard ? await boardOf(db, regulations, known) : null
  const undecided = places.filter(({ place }) => place === 'undecided').length
  const opinion = isWritten(item)
    ? { silent: places.filter(({ place }) => place === 'silent').length, over: ballotsOver(item, now), rules: item.rules }
    : null
  const forming = item.state === 'scoring' || item.state === 'waiting'
  const blockers = forming ? scoringBlockers({ quorum, votingSet, sheets: states, undecided, endings, opinion }) : (board?.blockers ?? [])
  return {
    itemId,
    version: item.version,
    ordinal: item.ordinal,
    state: item.state,
    withdrawn: item.dossierState === 'withdrawn',
    rules: item.rules,
    product: snapshot.product.name,
    producer: snapshot.producer.name,
    set: { no: snapshot.set.no, title: snapshot.set.title },
    regulation: snapshot.regulation.number,
    meeting: {
      id: meeting.id,
      name: meeting.name,
      startsAt: meeting.startsAt,
      roundName: meeting.roundName,
      open: meeting.state === 'open',
    },
    mine,
    progress: mine.maySeeProgress ? progressOf(item, states) : null,
    quorum: mine.maySeeProgress ? { counting: quorum.counting, needed: quorum.needed } : null,
    seats: mine.maySeeWhoIsFinal
      ? item.seats.map((seat) => ({
          memberId: seat.memberId,
          name: seat.name,
          post: seat.post,
          role: seat.role,
          voting: seat.voting,
          place: places.find((entry) => entry.seat.memberId === seat.memberId)?.place ?? null,
          final: currentSheet(states, seat.memberId)?.state === 'final',
        }))
      : null,
    scoredAt: row.scoredAt,
    closedAt: item.closedAt,
    minutesStored: (await minutesPaper(db, item.meeting.id)) !== undefined,
    blockers: mine.isChairForItem ? blockers : [],
    board: board ? board.shown : null,
    endings: endings.map((ending) => ({
      id: ending.id,
      kind: ending.kind,
      criterion: ending.criterion,
      ruleText: ending.ruleText,
      reason: ending.reason,
      state: ending.state,
      raisedAt: ending.raisedAt,
      raisedBy: ending.raisedBy === 'machine' ? null : (ending.raisedByName ?? ''),
      vote: voteView(ending, votingSet, mine, ending.state === 'raised'),
    })),
    resolutions: resolutions.map((one) => ({
      id: one.id,
      reason: one.reason,
      spread: one.spread,
      state: one.state,
      openedAt: one.openedAt,
      vote: voteView(one, votingSet, mine, one.state === 'voting'),
    })),
    grounds: mine.mayRaiseEnding ? groundsOf(formOf(regulations.pinned(filedPin(snapshot.regulation)), snapshot.set.no)) : [],
  }
}

function voteView(
  row: { votes: readonly Vote[]; voters: string[] | null },
  votingSet: readonly { memberId: string }[],
  mine: ClosingRights,
  open: boolean,
): VoteView {
  const tally = tallyOf(row.voters?.map((memberId) => ({ memberId })) ?? votingSet, row.votes)
  return {
    voted: tally.yes.length + tally.no.length,
    voters: tally.voters,
    mine: row.votes.find((vote) => vote.memberId === mine.memberId)?.agrees ?? null,
    yes: open ? null : tally.yes.length,
    no: open ? null : tally.no.length,
    decidable: open && mine.isChairForItem ? tally.outcome !== 'open' : null,
  }
}

/** A closed result from its frozen basis; before that, the same shape computed from the sheets as they stand. */
async function boardOf(
  db: Db | Tx,
  regulations: Regulations,
  item: ItemFacts,
): Promise<{ shown: ClosingBoard; blockers: Blocker[] } | null> {
  if (item.state === 'closed') {
    const result = (await resultsOfItem(db, item.id)).find((row) => row.state === 'valid')
    if (!result) return null
    const basis = readResultBasis(result.basis)
    return {
      shown: { basis, step: null, proposed: [], roundsLeft: 0, reconciliations: await reconciliationsOf(db, item.id) },
      blockers: [],
    }
  }
  const loaded = await loadClosing(db, regulations, item)
  const { decision } = loaded
  if (!decision.result) return null
  const bodies = await db.selectFrom('body').select(['id', 'name']).where('authority', '=', item.authority).execute()
  const basis = freezeScored({
    loaded,
    council: { name: '', decisionNumber: '', decisionDate: '' },
    meeting: { name: '', roundName: '' },
    bodyNames: new Map(bodies.map((body) => [body.id, body.name])),
    spreadReason: null,
    closedBy: { memberId: '', name: '', roleLabel: '' },
    at: loaded.row.scoredAt ?? item.meeting.startsAt,
  })
  return {
    shown: {
      basis,
      step: decision.spreadStep,
      proposed: proposedScope(decision.result),
      roundsLeft: Math.max(0, item.rules.reconciliationRounds - loaded.reconciliations.length),
      reconciliations: loaded.reconciliations,
    },
    blockers: decision.closing,
  }
}

// Reads everything the closing of one item rests on, and decides. It holds scores: a page calls it only where `maySeeBoard` holds.
import type { Db, Tx } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formOf, type Pack } from '#/regulation/load.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { filedPin } from '../regulation-revision/shelf.ts'
import type { Regulations } from '../regulations.ts'
import { closingDecision, type ClosingDecision, type ClosingFacts } from './closing.ts'
import {
  closingRow,
  endingsOfItem,
  filedDossierOf,
  reconciliationsOf,
  resolutionsOf,
  type ClosingRow,
  type EndingRow,
  type FiledDossier,
  type ReconciliationRow,
  type ResolutionRow,
} from './closing.store.ts'
import { quorumOf, votingPlaces, type ItemFacts, type Quorum, type SeatFact, type VotingPlace } from './council.ts'
import { sheetsOf, type StoredSheet } from './council.store.ts'
import { ballotsOver, isWritten } from './opinion.ts'
import { optionsOf } from './sheet.ts'

export type LoadedClosing = {
  item: ItemFacts
  row: ClosingRow
  pack: Pack
  form: Form
  filed: FiledDossier
  sheets: StoredSheet[]
  quorum: Quorum
  places: { seat: SeatFact; place: VotingPlace }[]
  votingSet: SeatFact[]
  reconciliations: ReconciliationRow[]
  resolutions: ResolutionRow[]
  endings: EndingRow[]
  facts: ClosingFacts
  decision: ClosingDecision
}

/**
 * Interpretation: who comes into the room after scoring was closed, and had no final sheet then, does not join the item's voting set;
 * otherwise one late arrival would hold up a result whose scores are already open to the chair.
 */
export function withoutLateArrivals(item: ItemFacts, openedFor: readonly string[] | null): ItemFacts {
  if (openedFor === null) return item
  return { ...item, presence: item.presence.filter((row) => openedFor.includes(row.memberId)) }
}

/** Loads and decides. Throws `round.packChanged` when the content the dossier is pinned to is neither kept nor the program's own. */
export async function loadClosing(db: Db | Tx, regulations: Regulations, itemFacts: ItemFacts, now?: Date): Promise<LoadedClosing> {
  const row = await closingRow(db, itemFacts.id)
  const item = withoutLateArrivals(itemFacts, row.scoredSet)
  const filed = await filedDossierOf(db, item.dossierId)
  const pack = regulations.pinned(filedPin(filed.snapshot.regulation, filed.regulationHash))
  if (pack.hash !== filed.regulationHash) throw new AppError('round.packChanged')
  const form = formOf(pack, filed.snapshot.set.no)
  const sheets = await sheetsOf(db, item.id)
  const reconciliations = await reconciliationsOf(db, item.id)
  const resolutions = await resolutionsOf(db, item.id)
  const endings = await endingsOfItem(db, item.id)
  const places = votingPlaces(item, sheets)
  const votingSet = places.flatMap(({ seat, place }) => (place === 'counts' ? [seat] : []))
  const quorum = quorumOf(item, sheets)
  const facts: ClosingFacts = {
    form,
    thresholds: pack.regulation.stars,
    rules: item.rules,
    quorum,
    votingSet,
    undecided: places.filter(({ place }) => place === 'undecided').length,
    sheets: sheets.map((sheet) => ({
      memberId: sheet.memberId,
      pass: sheet.pass,
      state: sheet.state,
      finalisedAt: sheet.finalisedAt,
      answers: optionsOf(sheet.answers),
    })),
    reconciliations: reconciliations.map((round) => ({ open: round.closedAt === null })),
    resolutions,
    endings,
    openedFor: row.scoredSet,
    opinion: isWritten(item)
      ? {
          silent: places.filter(({ place }) => place === 'silent').length,
          // Once scoring is closed no ballot comes any more, whatever the day.
          over: item.state === 'scored' || (now !== undefined && ballotsOver(item, now)),
          rules: item.rules,
        }
      : null,
  }
  return {
    item,
    row,
    pack,
    form,
    filed,
    sheets,
    quorum,
    places,
    votingSet,
    reconciliations,
    resolutions,
    endings,
    facts,
    decision: closingDecision(facts),
  }
}

// What one person may know of an agenda item. Everything is asked from `rights`; a recused person gets the number of the slot and nothing else.
import type { Db } from '#/platform/database/open.ts'
import type { ItemFacts } from '#/programme/council/council.ts'
import { sheetStates } from '#/programme/council/council.store.ts'
import { rights } from '#/programme/council/rights.ts'
import type { Actor } from '#/programme/people/actor.ts'

type SheetState = Awaited<ReturnType<typeof sheetStates>>[number]

/** A line of the agenda; null for who may not know the slot exists. */
export async function slotOf(db: Db, actor: Actor, item: ItemFacts, states: readonly SheetState[], now: Date) {
  const mine = rights(actor, item, now)
  if (!mine.maySeeSlot) return null
  if (mine.conflicted) return { ordinal: item.ordinal, recused: true }
  if (!mine.mayKnow) return null
  const dossier = await db
    .selectFrom('dossier as d')
    .innerJoin('product as p', 'p.id', 'd.productId')
    .select(['d.setNo', 'p.name'])
    .where('d.id', '=', item.dossierId)
    .executeTakeFirst()
  return {
    id: item.id,
    ordinal: item.ordinal,
    recused: false,
    state: item.state,
    product: dossier?.name,
    setNo: dossier?.setNo,
    ...(mine.maySeeProgress ? { progress: progressOf(item, states) } : {}),
    may: mayOf(mine),
  }
}

/** n of m: final sheets of the seats that vote and are not recused. No names, no points. */
export function progressOf(item: ItemFacts, states: readonly SheetState[]) {
  const recused = new Set(item.conflicts.filter((conflict) => conflict.state === 'confirmed').map((conflict) => conflict.accountId))
  const voting = item.seats.filter((seat) => seat.voting && seat.leftOn === null && !recused.has(seat.accountId))
  const pass = item.state === 'reconciling' ? 2 : 1
  const done = new Set(
    states
      .filter((sheet) => sheet.itemId === item.id && sheet.state === 'final' && (pass === 1 || sheet.pass > 1))
      .map((sheet) => sheet.memberId),
  )
  return { final: voting.filter((seat) => done.has(seat.memberId)).length, of: voting.length }
}

/** The abilities as the answer carries them, so that a caller need not guess. */
export function mayOf(mine: ReturnType<typeof rights>) {
  const {
    mayDeclare,
    mayOpenPack,
    mayReadPack,
    mayScore,
    mayFinalise,
    maySeeScores,
    mayLead,
    mayDecideConflict,
    mayPinConflict,
    mayAppointStandIn,
  } = mine
  return {
    declare: mayDeclare,
    openPack: mayOpenPack,
    readPack: mayReadPack,
    score: mayScore,
    finalise: mayFinalise,
    seeScores: maySeeScores,
    lead: mayLead,
    decideConflict: mayDecideConflict,
    pinConflict: mayPinConflict,
    appointStandIn: mayAppointStandIn,
  }
}

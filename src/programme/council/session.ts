// A session while it runs: which item is in hand, which comes next, who was in the room for it. Pure: no database, no clock.
import type { ItemState, PresenceFact, SeatFact } from './council.ts'

/** A stretch of time an item was in hand; `endedAt` null: it is now. An item may have several. */
export type Sitting = { itemId: string; startedAt: Date; endedAt: Date | null }

export type Place = 'current' | 'done' | 'next' | 'later' | 'skipped'

/** An item that can still be taken up; concluded and withdrawn ones are passed over. */
const open = new Set<ItemState>(['waiting', 'scoring', 'scored', 'reconciling'])

/** Where each item stands in the order of the agenda, by id. One is next: the first that was not in hand yet and still can be. */
export function placesOf(
  items: readonly { id: string; state: ItemState; dossierState: string }[],
  sittings: readonly Sitting[],
): Map<string, Place> {
  const places = new Map<string, Place>()
  let nextFound = false
  for (const item of items) {
    const own = sittings.filter((sitting) => sitting.itemId === item.id)
    if (own.some((sitting) => sitting.endedAt === null)) places.set(item.id, 'current')
    else if (own.length > 0) places.set(item.id, 'done')
    else if (!open.has(item.state) || item.dossierState !== 'onAgenda') places.set(item.id, 'skipped')
    else {
      places.set(item.id, nextFound ? 'later' : 'next')
      nextFound = true
    }
  }
  return places
}

export type Stay = { from: Date; to: Date | null }
export type Attendance = { seat: SeatFact; stays: Stay[]; /** There from the first minute of the item to the last. */ whole: boolean }

/**
 * Who was in the room while the item was in hand, in the order of the establishing decision, with the times within it.
 * Interpretation: a recused member is never counted as there, whatever the presence book says; the council's rules send him out.
 */
export function attendanceOf(
  sittings: readonly Sitting[],
  presence: readonly PresenceFact[],
  seats: readonly SeatFact[],
  recusedAccounts: ReadonlySet<string>,
): Attendance[] {
  return seats
    .filter((seat) => !recusedAccounts.has(seat.accountId))
    .toSorted((a, b) => a.ordinal - b.ordinal)
    .flatMap((seat) => {
      const rows = presence.filter((row) => row.memberId === seat.memberId)
      const stays = sittings.flatMap((sitting) => rows.flatMap((row) => within(sitting, row)))
      if (stays.length === 0) return []
      const whole = sittings.every((sitting) =>
        rows.some(
          (row) =>
            row.arrivedAt <= sitting.startedAt && (row.leftAt === null || (sitting.endedAt !== null && row.leftAt >= sitting.endedAt)),
        ),
      )
      return [{ seat, stays, whole }]
    })
}

function within(sitting: Sitting, row: PresenceFact): Stay[] {
  const from = row.arrivedAt > sitting.startedAt ? row.arrivedAt : sitting.startedAt
  const to = earlier(row.leftAt, sitting.endedAt)
  return to !== null && to <= from ? [] : [{ from, to }]
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

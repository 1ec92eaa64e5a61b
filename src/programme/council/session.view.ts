// The running session as one person may see it: order, what is in hand, who is asked to go out, who was there. A recused person's slot stays a
// number; that its turn has come is told, because that is when to leave the room.
import type { Db } from '#/platform/database/open.ts'
import type { AgendaView } from './agenda.view.ts'
import { itemsOfMeeting } from './council.store.ts'
import { attendanceOf, placesOf, type Place, type Stay } from './session.ts'
import { notesOf, sittingsOf } from './session.store.ts'

export type SessionSlot = {
  ordinal: number
  /** Null to a recused reader, with everything else that tells of the item. */
  known: KnownSlot | null
  place: Place
  times: { startedAt: Date; endedAt: Date | null }[]
  /** The reader is asked to leave the room for this item; never why. */
  leave: boolean
}

export type KnownSlot = {
  itemId: string
  product: string
  producer: string
  mayStart: boolean
  mayEnd: boolean
  /** Who goes out for this item, and who was there with the times: for those who lead the item or keep the record. */
  away: string[] | null
  present: { name: string; stays: Stay[] }[] | null
  /** The scribe's notes, for the scribe. */
  notes: { text: string; version: number } | null
}

/** Slots in the order of the agenda; `agenda` is what `agendaFor` gave this very person. */
export async function sessionFor(db: Db, agenda: AgendaView): Promise<SessionSlot[]> {
  const { meeting, slots } = agenda
  const items = await itemsOfMeeting(db, meeting.id)
  const sittings = await sittingsOf(db, meeting.id)
  const places = placesOf(items, sittings)
  const scribed = slots.flatMap((slot) => (slot.kind === 'item' && slot.mine.mayKeepNotes ? [slot.itemId] : []))
  const notes = await notesOf(db, scribed)
  return slots.map((slot): SessionSlot => {
    const item = items.find((entry) => entry.ordinal === slot.ordinal)
    const own = sittings.filter((sitting) => sitting.itemId === item?.id)
    const times = own.map(({ startedAt, endedAt }) => ({ startedAt, endedAt }))
    const place = (item && places.get(item.id)) ?? 'later'
    // What became of the item is not for the recused: to them it is only in hand, done, or still to come.
    if (slot.kind === 'recused' || !item)
      return { ordinal: slot.ordinal, known: null, place: place === 'skipped' ? 'later' : place, times, leave: place === 'current' }
    const { mine } = slot
    const leads = mine.isOffice || mine.isSecretary || mine.isChairForItem
    const recused = new Set(item.conflicts.flatMap((row) => (row.state === 'confirmed' ? [row.accountId] : [])))
    const note = notes.find((row) => row.itemId === slot.itemId)
    return {
      ordinal: slot.ordinal,
      known: {
        itemId: slot.itemId,
        product: slot.product,
        producer: slot.producer,
        mayStart: mine.mayRunItem && place !== 'current' && place !== 'skipped' && slot.state !== 'closed' && slot.state !== 'ended',
        mayEnd: mine.mayRunItem && place === 'current',
        away: leads ? item.seats.filter((seat) => seat.leftOn === null && recused.has(seat.accountId)).map((seat) => seat.name) : null,
        present: leads
          ? attendanceOf(own, item.presence, item.seats, recused).map((entry) => ({ name: entry.seat.name, stays: entry.stays }))
          : null,
        notes: mine.mayKeepNotes ? { text: note?.text ?? '', version: note?.version ?? 0 } : null,
      },
      place,
      times,
      leave: false,
    }
  })
}

// The packs this program knows, loaded once at start. A round or dossier asks for its own; a new one takes the current.
import { loadPacks, type Pack } from '#/regulation/load.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { packFor } from '#/regulation/choose.ts'
import { AppError } from '#/platform/errors/app-error.ts'

export type Regulations = {
  packs: readonly Pack[]
  /** The newest pack. */
  current: Pack
  /** The pack new rounds and dossiers take on a day. Throws `regulation.noneForDay` before the first and in the gap of 1–5/7/2025. */
  forDay: (day: PlainDate) => Pack
  get: (id: string) => Pack
}

export async function openRegulations(): Promise<Regulations> {
  const packs = await loadPacks()
  const current = packs[0]
  if (!current) throw new Error('rules/ holds no pack')
  const regulations = packs.map((pack) => pack.regulation)
  const byId = new Map(packs.map((pack) => [pack.id, pack]))
  return {
    packs,
    current,
    forDay(day) {
      const choice = packFor(regulations, { kind: 'first', filedOn: day, state: 'pending', asOf: day })
      if (choice.answer !== 'pack') throw new AppError('regulation.noneForDay', { day: formatDate(day) })
      return byId.get(choice.id) ?? current
    },
    get(id) {
      const pack = byId.get(id)
      if (!pack) throw new AppError('badRequest', { reason: `regulation ${id}` })
      return pack
    },
  }
}

// The packs this program knows, loaded once at start. A round or dossier asks for its own; a new one takes the current.
import { dutyHolder, packFor, transitionLimit, type Filing, type PackChoice, type TransitionLimit } from '#/regulation/choose.ts'
import { correspondenceBetween } from '#/regulation/correspondence.ts'
import type { Correspondence } from '#/regulation/correspondence.schema.ts'
import { loadCorrespondences, loadPacks, type Pack } from '#/regulation/load.ts'
import type { DossierKind, Level } from '#/regulation/regulation.schema.ts'
import type { Duty } from '#/regulation/transition.schema.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { AppError } from '#/platform/errors/app-error.ts'

export type Regulations = {
  packs: readonly Pack[]
  /** The newest pack. */
  current: Pack
  /** The pack new rounds and dossiers take on a day. Throws `regulation.noneForDay` before the first and in the gap of 1–5/7/2025. */
  forDay: (day: PlainDate) => Pack
  get: (id: string) => Pack
  /** Under which pack a dossier runs, by day of filing, kind and state (26/2026 Đ12.2 and the older packs' own transitions). */
  choose: (filing: Filing) => PackChoice
  /** Last day to finish a dossier filed on `filedOn` (plain date) under an old pack; null when none is set. */
  limitFor: (kind: DossierKind, filedOn: string) => TransitionLimit | null
  /** Which level has a duty of `level` on `asOf`: a district's certificates are the province's since 01/7/2025. */
  dutyHolder: (level: Level, duty: Duty, asOf: string) => Level
  /** The table of former answers from an older pack to a newer one; undefined where there is none. Read when first asked for. */
  correspondence: (from: string, to: string) => Promise<Correspondence | undefined>
}

export async function openRegulations(): Promise<Regulations> {
  const packs = await loadPacks()
  const current = packs[0]
  if (!current) throw new Error('rules/ holds no pack')
  const regulations = packs.map((pack) => pack.regulation)
  const byId = new Map(packs.map((pack) => [pack.id, pack]))
  let tables: Promise<Correspondence[]> | undefined
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
    choose: (filing) => packFor(regulations, filing),
    limitFor: (kind, filedOn) => transitionLimit(regulations, kind, filedOn),
    dutyHolder: (level, duty, asOf) => dutyHolder(regulations, level, duty, asOf),
    async correspondence(from, to) {
      tables ??= loadCorrespondences()
      return correspondenceBetween(await tables, from, to)
    },
  }
}

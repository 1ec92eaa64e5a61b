// The packs this program knows: those of rules/, read once, and what was published or worded here, read at start, on each change, and every minute.
import { dutyHolder, packFor, transitionLimit, type Filing, type PackChoice, type TransitionLimit } from '#/regulation/choose.ts'
import { correspondenceBetween } from '#/regulation/correspondence.ts'
import type { Correspondence } from '#/regulation/correspondence.schema.ts'
import { loadCorrespondences, loadPacks, type Pack } from '#/regulation/load.ts'
import type { DossierKind, Level } from '#/regulation/regulation.schema.ts'
import type { Duty } from '#/regulation/transition.schema.ts'
import { plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Db } from '#/platform/database/open.ts'
import { formatDate } from '#/platform/text/format.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { shelve, type Pin, type Shelf } from './regulation-revision/shelf.ts'
import { shelfRows } from './regulation-revision/shelf.store.ts'

export type Regulations = {
  /** The version of each regulation that counts today, in today's words; newest first. */
  readonly packs: readonly Pack[]
  /** The newest pack. */
  readonly current: Pack
  /** The pack new rounds and dossiers take on a day. Throws `regulation.noneForDay` before the first and in the gap of 1–5/7/2025. */
  forDay: (day: PlainDate) => Pack
  /** The version of this id that counts today. What is under way asks with `pinned`. */
  get: (id: string) => Pack
  /** The very content that was pinned, in the words asked for. A content this program does not know: today's pack of the id. */
  pinned: (pin: Pin) => Pack
  /** The same without a stand-in: undefined when the content is not known here. */
  known: (pin: Pin) => Pack | undefined
  /** Under which pack a dossier runs, by day of filing, kind and state (26/2026 Đ12.2 and the older packs' own transitions). */
  choose: (filing: Filing) => PackChoice
  /** Last day to finish a dossier filed on `filedOn` (plain date) under an old pack; null when none is set. */
  limitFor: (kind: DossierKind, filedOn: string) => TransitionLimit | null
  /** Which level has a duty of `level` on `asOf`: a district's certificates are the province's since 01/7/2025. */
  dutyHolder: (level: Level, duty: Duty, asOf: string) => Level
  /** The table of former answers from an older pack to a newer one; undefined where there is none. Read when first asked for. */
  correspondence: (from: string, to: string) => Promise<Correspondence | undefined>
  /** The tables as they stand in rules/, each between two decisions; a composed one is no table of its own. */
  correspondences: () => Promise<readonly Correspondence[]>
  /** Reads again what is published and worded. Called after each change on this node, and every minute on every node. */
  refresh: (db: Db, now: Date) => Promise<void>
  /** A verb has published or worded something: this node reads again once the verb is committed. */
  touch: () => void
  refreshTouched: (db: Db, now: Date) => Promise<void>
}

/** `source` null: rules/ alone. */
export async function openRegulations(source: { db: Db; now: Date } | null = null): Promise<Regulations> {
  const shipped = await loadPacks()
  let shelf: Shelf = shelve({ shipped, kept: [], published: [], wordings: [] }, '9999-12-31')
  let touched = false
  let tables: Promise<Correspondence[]> | undefined
  const laws = () => shelf.packs.map((pack) => pack.regulation)
  const get = (id: string): Pack => {
    const pack = shelf.byId.get(id)
    if (!pack) throw new AppError('badRequest', { reason: `regulation ${id}` })
    return pack
  }
  const opened: Regulations = {
    get packs() {
      return shelf.packs
    },
    get current() {
      return shelf.current
    },
    forDay(day) {
      const choice = packFor(laws(), { kind: 'first', filedOn: day, state: 'pending', asOf: day })
      if (choice.answer !== 'pack') throw new AppError('regulation.noneForDay', { day: formatDate(day) })
      return get(choice.id)
    },
    get,
    pinned: (pin) => shelf.pinned(pin) ?? get(pin.id),
    known: (pin) => shelf.pinned(pin),
    choose: (filing) => packFor(laws(), filing),
    limitFor: (kind, filedOn) => transitionLimit(laws(), kind, filedOn),
    dutyHolder: (level, duty, asOf) => dutyHolder(laws(), level, duty, asOf),
    async correspondence(from, to) {
      return correspondenceBetween(await opened.correspondences(), from, to)
    },
    correspondences() {
      tables ??= loadCorrespondences()
      return tables
    },
    touch() {
      touched = true
    },
    async refreshTouched(db, now) {
      if (touched) await opened.refresh(db, now)
    },
    async refresh(db, now) {
      touched = false
      shelf = shelve(await shelfRows(db, shipped), plainDateOf(now))
    },
  }
  if (source) await opened.refresh(source.db, source.now)
  return opened
}

// The packs as they stand at one moment: those of rules/, those published here, the words over them, and every content somebody pinned. Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Pack } from '#/regulation/load.ts'
import { applyWording } from '#/regulation/wording.ts'
import type { Wording } from '#/regulation/wording.schema.ts'

/** What pins a pack: id and content hash. `wording` undefined: the words in use today; null: the program's own; else those of that hash. */
export type Pin = { readonly id: string; readonly hash: string; readonly wording?: string | null | undefined }

/** What a submission pinned: its words never change after it was filed. `hash` where the dossier has taken a correction since. */
export function filedPin(
  regulation: { readonly id: string; readonly hash: string; readonly wording?: string },
  hash = regulation.hash,
): Pin {
  return { id: regulation.id, hash, wording: regulation.wording ?? null }
}

export type ShelfRows = {
  /** What rules/ holds. */
  shipped: readonly Pack[]
  /** Contents of other hashes, without words over them. */
  kept: readonly Pack[]
  /** Published here, by hash of a kept content. */
  published: readonly { readonly id: string; readonly hash: string; readonly from: PlainDate }[]
  /** Every wording revision; the highest ordinal of an id is in use. `wording` null: taken back to the program's own words. */
  wordings: readonly {
    readonly regulationId: string
    readonly ordinal: number
    readonly hash: string | null
    readonly wording: Wording | null
  }[]
}

export type Shelf = {
  /** The version of each id that counts today in today's words, newest in force first; decisions of a later day are among them. */
  packs: readonly Pack[]
  /** The newest one that has come into force, or that rules/ holds. */
  current: Pack
  byId: ReadonlyMap<string, Pack>
  /** The pack a pin names; undefined when its content is not known here. */
  pinned: (pin: Pin) => Pack | undefined
}

/** Throws when rules/ is empty. A published version counts from its first day: before it, the id keeps its former content. */
export function shelve({ shipped, kept, published, wordings }: ShelfRows, today: PlainDate): Shelf {
  const contents = new Map([...kept, ...shipped].map((pack) => [pack.hash, pack]))
  const own = new Map(shipped.map((pack) => [pack.id, pack]))
  const later = new Set<string>()
  for (const one of published.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const pack = contents.get(one.hash)
    if (!pack) continue
    // A new decision may be planned under before its day; a correction of a known one waits for it.
    if (own.has(one.id) && one.from > today) continue
    if (!own.has(one.id) && one.from > today) later.add(one.id)
    own.set(one.id, pack)
  }
  const newest = new Map<string, string | null>()
  const byHash = new Map<string, Wording>()
  for (const row of wordings.toSorted((a, b) => a.ordinal - b.ordinal)) {
    newest.set(row.regulationId, row.hash)
    if (row.hash !== null && row.wording !== null) byHash.set(row.hash, row.wording)
  }
  const worn = new Map<string, Pack>()
  const wear = (pack: Pack, hash: string | null): Pack => {
    const wording = hash === null ? undefined : byHash.get(hash)
    if (!wording) return pack
    const key = `${pack.hash} ${hash}`
    const known = worn.get(key)
    if (known) return known
    // Words that no longer fit a corrected text are left off rather than half put on; the doctor tells of it.
    const outcome = applyWording(pack, wording)
    const made = outcome.ok ? outcome.pack : pack
    worn.set(key, made)
    return made
  }
  const packs = [...own.values()]
    .map((pack) => wear(pack, newest.get(pack.id) ?? null))
    .sort((a, b) => (a.regulation.inForce.from < b.regulation.inForce.from ? 1 : -1))
  const current = packs.find((pack) => !later.has(pack.id))
  if (!current) throw new Error('rules/ holds no pack')
  return {
    packs,
    current,
    byId: new Map(packs.map((pack) => [pack.id, pack])),
    pinned: ({ id, hash, wording }) => {
      const pack = contents.get(hash)
      return pack && wear(pack, wording === undefined ? (newest.get(id) ?? null) : wording)
    },
  }
}

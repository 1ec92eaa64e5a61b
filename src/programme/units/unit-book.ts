/**
 * Places through time, without a database: which unit a code names on a day, what became of a unit, which places a unit's land
 * consists of. A place is (era, code); a code with a day names one place, a code alone none. Pure.
 */
import { addDays, type PlainDate } from '#/platform/calendar/plain-date.ts'

import { CURRENT_ERA, CURRENT_ERA_SINCE, eraOf } from './units.ts'
import type { Era, SuccessionKind, Unit } from './units.ts'

export type Place = { era: Era; code: string }
export type Succession = { oldEra: Era; oldCode: string; newEra: Era; newCode: string; kind: SuccessionKind }
/** A unit that kept its code and land and took another name or rank on `since`. */
export type Renaming = { code: string; before: string; fullName: string; since: PlainDate }

/** One step of a unit's life: whom its land went to, how, and the first day of that. */
export type Step = { unit: Unit; kind: SuccessionKind; since: PlainDate }

export type UnitBook = {
  unit: (place: Place) => Unit | null
  /** Units directly or further below a province or district. */
  below: (place: Place) => readonly Unit[]
  successors: (place: Place) => readonly Succession[]
  predecessors: (place: Place) => readonly Succession[]
  renamings: (code: string) => readonly Renaming[]
  all: readonly Unit[]
}

export function placeKey(place: Place): string {
  return `${place.era}:${place.code}`
}

/** Puts the lists of both eras in order. `renamings` may come in any order. */
export function unitBook(units: readonly Unit[], successions: readonly Succession[], renamings: readonly Renaming[]): UnitBook {
  const known = new Map(units.map((unit) => [placeKey(unit), unit]))
  const children = grouped(units, (unit) => (unit.parentCode === null ? null : placeKey({ era: unit.era, code: unit.parentCode })))
  const between = successions.filter((row) => row.oldEra !== row.newEra)
  const forward = grouped(between, (row) => placeKey({ era: row.oldEra, code: row.oldCode }))
  const backward = grouped(between, (row) => placeKey({ era: row.newEra, code: row.newCode }))
  const names = grouped(
    [...renamings].sort((a, b) => (a.since < b.since ? -1 : 1)),
    (row) => row.code,
  )
  const below = (place: Place): Unit[] => (children.get(placeKey(place)) ?? []).flatMap((unit) => [unit, ...below(unit)])
  return {
    all: units,
    unit: (place) => known.get(placeKey(place)) ?? null,
    below,
    successors: (place) => forward.get(placeKey(place)) ?? [],
    predecessors: (place) => backward.get(placeKey(place)) ?? [],
    renamings: (code) => names.get(code) ?? [],
  }
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** First and last day of an era's units; null where it is open. */
export function spanOf(era: Era): { since: PlainDate | null; until: PlainDate | null } {
  return era === CURRENT_ERA ? { since: CURRENT_ERA_SINCE, until: null } : { since: null, until: addDays(CURRENT_ERA_SINCE, -1) }
}

/** What the unit was called on a day: "Tỉnh Đồng Nai" until 29/4/2026, "Thành phố Đồng Nai" since. */
export function nameOn(book: UnitBook, unit: Unit, day: PlainDate): string {
  if (unit.era !== CURRENT_ERA) return unit.fullName
  const later = book.renamings(unit.code).find((renaming) => renaming.since > day)
  return later?.before ?? unit.fullName
}

export type OnDay =
  | { ok: true; unit: Unit; name: string }
  /** `dissolved`: its last day was `until`. `notYet`: its first day is `since`. */
  | { ok: false; reason: 'dissolved'; unit: Unit; until: PlainDate; successors: Step[] }
  | { ok: false; reason: 'notYet'; unit: Unit; since: PlainDate; predecessors: Step[] }
  | { ok: false; reason: 'unknown' }

/** Whether a place existed on a day; where it did not, what there is to say about it. */
export function placeOn(book: UnitBook, day: PlainDate, place: Place): OnDay {
  const unit = book.unit(place)
  if (!unit) return { ok: false, reason: 'unknown' }
  const { since, until } = spanOf(unit.era)
  if (until !== null && day > until) return { ok: false, reason: 'dissolved', unit, until, successors: successorsIn(book, place, day) }
  if (since !== null && day < since) return { ok: false, reason: 'notYet', unit, since, predecessors: predecessorsIn(book, place) }
  return { ok: true, unit, name: nameOn(book, unit, day) }
}

/**
 * The unit a code names on a day. A code that means a place in that day's era is that place, whatever it meant before ("24" was
 * Bắc Giang, is Bắc Ninh); one that means a place of another era only is refused with what became of it.
 */
export function unitOn(book: UnitBook, day: PlainDate, code: string): OnDay {
  const era = eraOf(day)
  const now = placeOn(book, day, { era, code })
  return now.ok ? now : placeOn(book, day, { era: era === 'e2023' ? 'e2025' : 'e2023', code })
}

/**
 * Where a unit's land was by `day` (default: the latest known), every change followed: the reorganisation, then renamings. A district had
 * no successor as a body: its land went where its communes' went. Steps come oldest first for one chain, by code between chains; the
 * last step of each chain is the unit on that day.
 */
export function successorsIn(book: UnitBook, place: Place, day: PlainDate = '2999-12-31'): Step[] {
  const unit = book.unit(place)
  if (!unit) return []
  const own = unit.era === CURRENT_ERA ? renamed(book, unit, day) : []
  if (unit.era === CURRENT_ERA || day < CURRENT_ERA_SINCE) return own
  const sources = unit.level === 'district' ? book.below(unit) : [unit]
  const heirs = new Map<string, SuccessionKind>()
  for (const source of sources)
    for (const row of book.successors(source)) heirs.set(row.newCode, unit.level === 'district' ? 'split' : row.kind)
  if (unit.level === 'district' && heirs.size === 1) for (const code of heirs.keys()) heirs.set(code, 'merged')
  return [...heirs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([code, kind]) => {
      const heir = book.unit({ era: CURRENT_ERA, code })
      if (!heir) return []
      const first = { ...heir, fullName: nameOn(book, heir, CURRENT_ERA_SINCE) }
      return [{ unit: first, kind, since: CURRENT_ERA_SINCE }, ...renamed(book, heir, day)]
    })
}

function renamed(book: UnitBook, unit: Unit, day: PlainDate): Step[] {
  return book
    .renamings(unit.code)
    .filter((renaming) => renaming.since <= day)
    .map((renaming) => ({ unit: { ...unit, fullName: renaming.fullName }, kind: 'renamed' as const, since: renaming.since }))
}

/** The units on `day` that hold a place's land now: last steps only, each once. Of a place that still stands, itself. */
export function heirsOn(book: UnitBook, place: Place, day: PlainDate = '2999-12-31'): Unit[] {
  const here = placeOn(book, day, place)
  if (here.ok) return [{ ...here.unit, fullName: here.name }]
  return [...new Map(successorsIn(book, place, day).map((step) => [step.unit.code, step.unit])).values()]
}

/** What a unit's land was before, nearest change first: former names of the same unit, then the units it was made of. */
export function predecessorsIn(book: UnitBook, place: Place): Step[] {
  const unit = book.unit(place)
  if (!unit || unit.era !== CURRENT_ERA) return []
  const names = [...book.renamings(unit.code)].reverse()
  return [
    ...names.map((renaming) => ({ unit: { ...unit, fullName: renaming.before }, kind: 'renamed' as const, since: renaming.since })),
    ...[...book.predecessors(unit)]
      .sort((a, b) => (a.oldCode < b.oldCode ? -1 : 1))
      .flatMap((row) => {
        const old = book.unit({ era: row.oldEra, code: row.oldCode })
        return old ? [{ unit: old, kind: row.kind, since: CURRENT_ERA_SINCE }] : []
      }),
  ]
}

export type Members = {
  /** Keys (`placeKey`) of every place that lies wholly inside. */
  whole: ReadonlySet<string>
  /** Places of the other era that lie partly inside: counted by a person or by the product's address, never silently. */
  partly: ReadonlySet<string>
}

/**
 * The places a unit's land consists of, in every era up to `day`: a count of records by these keys is right for an old unit and for a new
 * one, whichever era each record carries. A unit itself and its districts and communes belong to it; of the other era, what came from it
 * or went to it whole; what was split across its border is `partly`.
 */
export function membersOf(book: UnitBook, place: Place, day: PlainDate = '2999-12-31'): Members {
  const unit = book.unit(place)
  if (!unit) return { whole: new Set(), partly: new Set() }
  const own = [unit, ...book.below(unit)]
  const inside = new Set(own.map(placeKey))
  const otherEra: Era = unit.era === 'e2023' ? 'e2025' : 'e2023'
  const crossing = otherEra === 'e2025' && eraOf(day) === 'e2023' ? [] : book.all.filter((one) => one.era === otherEra)
  const whole = new Set(unit.era === CURRENT_ERA && eraOf(day) === 'e2023' ? [] : inside)
  const partly = new Set<string>()
  for (const one of crossing) {
    const leaves = one.level === 'commune' ? [one] : book.below(one).filter((leaf) => leaf.level === 'commune')
    const kin = leaves.length > 0 ? leaves.flatMap((leaf) => relatives(book, leaf)) : relatives(book, one)
    const within = kin.filter((key) => inside.has(key)).length
    if (within === 0) continue
    if (within === kin.length) whole.add(placeKey(one))
    else partly.add(placeKey(one))
  }
  return { whole, partly }
}

/** Keys of the places of the other era that share land with this one. */
function relatives(book: UnitBook, unit: Unit): string[] {
  return unit.era === CURRENT_ERA
    ? book.predecessors(unit).map((row) => placeKey({ era: row.oldEra, code: row.oldCode }))
    : book.successors(unit).map((row) => placeKey({ era: row.newEra, code: row.newCode }))
}

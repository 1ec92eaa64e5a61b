import type { Level } from './level.schema.ts'
import type { DossierKind, Regulation } from './regulation.schema.ts'
import type { Duty, Transitions } from './transition.schema.ts'

/**
 * The regulation a dossier filed on `filedOn` (plain date, "2026-05-22") runs under: the newest one in force that day, undefined before
 * 21/8/2019. What was filed before 22/5/2026 goes on under the old one, everything from that day runs under 26/2026 (26/2026 Đ12.2).
 */
export function regulationForFiling<T extends { readonly inForce: Regulation['inForce'] }>(
  regulations: readonly T[],
  filedOn: string,
): T | undefined {
  return regulations
    .filter(({ inForce }) => inForce.from <= filedOn && (inForce.to === null || filedOn <= inForce.to))
    .toSorted((a, b) => (a.inForce.from < b.inForce.from ? 1 : -1))[0]
}

type Chosen = Pick<Regulation, 'id' | 'inForce' | 'transitions'>
type Pending = Transitions['pending'][number]
export type Gap = Transitions['gaps'][number]

export type Filing = {
  readonly kind: DossierKind
  /** Day of receipt at the lowest level, plain date in Vietnam. */
  readonly filedOn: string
  /** `pending`: no result yet on `asOf`; `assessed`: the council has closed one. */
  readonly state: 'pending' | 'assessed'
  /** The day of asking, plain date. */
  readonly asOf: string
  /** The pack a person named for a filing in a gap, with a reason kept by the caller. */
  readonly override?: string
}

/**
 * - `pack`: runs under `id`; `limit` when a newer decision sets one and there is no result yet.
 * - `manual`: filed in a gap; a person names one of `candidates`. Also where the override is none of them.
 * - `limitPassed`: the day to finish is over without a result; nothing is written about that, so a person decides.
 * - `none`: before the first decision.
 */
export type PackChoice =
  | { readonly answer: 'pack'; readonly id: string; readonly limit: TransitionLimit | null; readonly source: string }
  | { readonly answer: 'manual'; readonly candidates: readonly string[]; readonly reason: Gap['reason']; readonly source: string }
  | { readonly answer: 'limitPassed'; readonly id: string; readonly limit: TransitionLimit; readonly source: string }
  | { readonly answer: 'none' }

export type TransitionLimit = { readonly finishBy: string; readonly days: number; readonly source: string }

/** The first newer decision (by its first day) after `filedOn` that says how a dossier of this kind goes on. */
function pendingRules(regulations: readonly Chosen[], kind: DossierKind, filedOn: string, asOf: string): Pending[] {
  return regulations
    .filter((one) => one.inForce.from <= asOf && one.inForce.from > filedOn)
    .toSorted((a, b) => (a.inForce.from < b.inForce.from ? -1 : 1))
    .flatMap((one) => one.transitions?.pending ?? [])
    .filter((rule) => rule.kinds.includes(kind) && filedOn < rule.filedBefore)
}

/**
 * Last day by which a dossier without a result is to be finished under its old pack; null when no decision sets one. The last day counts.
 * Interpretation: the end dates are our count (26/2026 Đ12.2: 60 days from 22/5/2026 are 21/7/2026, 30 days are 21/6/2026).
 */
export function transitionLimit(regulations: readonly Chosen[], kind: DossierKind, filedOn: string): TransitionLimit | null {
  for (const { finishBy, days, source } of pendingRules(regulations, kind, filedOn, '9999-12-31'))
    if (finishBy !== undefined && days !== undefined) return { finishBy, days, source }
  return null
}

/**
 * The pack a dossier runs under on `asOf`, by day of filing, kind and state. A dossier with a result keeps the pack it was assessed under:
 * the caller has pinned it; here it is the pack of its filing. Interpretation: without a result it moves to the newer pack only where that
 * pack's transition says so (1489 took over what the districts had left).
 */
export function packFor(regulations: readonly Chosen[], filing: Filing): PackChoice {
  const { kind, filedOn, state, asOf, override } = filing
  for (const { transitions } of regulations)
    for (const gap of transitions?.gaps ?? []) {
      if (filedOn < gap.from || filedOn > gap.to) continue
      if (override === undefined || !gap.candidates.includes(override))
        return { answer: 'manual', candidates: gap.candidates, reason: gap.reason, source: gap.source }
    }
  const named = override === undefined ? undefined : regulations.find((one) => one.id === override)
  const first = named ?? regulationForFiling(regulations, filedOn)
  if (!first) return { answer: 'none' }
  let { id } = first
  let { source } = first.inForce
  if (state === 'assessed') return { answer: 'pack', id, limit: null, source }
  for (const newer of regulations
    .filter((one) => one.inForce.from > first.inForce.from && one.inForce.from <= asOf)
    .toSorted((a, b) => (a.inForce.from < b.inForce.from ? -1 : 1)))
    for (const rule of newer.transitions?.pending ?? [])
      if (rule.runsUnder === 'thisPack' && rule.kinds.includes(kind) && filedOn < rule.filedBefore) {
        id = newer.id
        source = rule.source
      }
  const limit = transitionLimit(regulations, kind, filedOn)
  if (limit && asOf > limit.finishBy) return { answer: 'limitPassed', id, limit, source: limit.source }
  return { answer: 'pack', id, limit, source }
}

/**
 * The level that has a duty on `asOf` which `level` had when it issued a certificate: the level itself, or the one it passed to when it was
 * abolished (a district's certificates are the province's to watch, to notify and to withdraw; the certificate itself stays valid to term).
 */
export function dutyHolder(regulations: readonly Chosen[], level: Level, duty: Duty, asOf: string): Level {
  const passed = regulations
    .flatMap((one) => one.transitions?.duties ?? [])
    .find((rule) => rule.of === level && rule.from <= asOf && rule.what.includes(duty))
  return passed ? passed.passTo : level
}

import type { DossierKind, Regulation } from './regulation.schema.ts'

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

/**
 * Last day by which a dossier filed under an old regulation is to be finished, undefined when there is none.
 * Interpretation: the end dates are our count; what follows a missed limit is not written, so a person decides.
 */
export function finishBy(regulation: Pick<Regulation, 'transition'>, kind: DossierKind, filedOn: string): string | undefined {
  return regulation.transition?.find((rule) => rule.kinds.includes(kind) && filedOn < rule.filedBefore)?.finishBy
}

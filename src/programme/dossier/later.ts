// Whether a product's next dossier may be opened: first, upgrade (nâng hạng) or re-assessment (đánh giá lại). Pure: no database, no clock.
import { addDays, type PlainDate } from '#/platform/calendar/plain-date.ts'
import type { DossierKind, Regulation } from '#/regulation/regulation.schema.ts'

/** The newest certificate of the product that was neither withdrawn, replaced nor annulled; its term may be over. */
export type HeldCertificate = { id: string; star: number; lastValidOn: PlainDate }

export type KindAnswer =
  | { open: true }
  | { open: false; code: 'dossier.alreadyCertified' | 'dossier.noCertificate' | 'dossier.topStar' }
  | { open: false; code: 'dossier.renewalEarly'; first: PlainDate }
  | { open: false; code: 'dossier.renewalLate'; last: PlainDate }

export type RenewalWindow = {
  /** First and last day of filing, both included (Đ7.6). `from` null: the pack names no first day. */
  from: PlainDate | null
  to: PlainDate
  /** Last day on which a late one is still taken; null = none is. */
  lateTo: PlainDate | null
  /** The late filing rests on the transition rule Đ12.3, not on the setting. */
  transition: boolean
}

/**
 * When a re-assessment may be filed, by the pack's clocks: 180 to 120 calendar days before the last valid day (Đ7.6, both included).
 * Interpretation of Đ12.3: a certificate whose last day of filing lay before the pack came into force could not keep it, and may be filed
 * until 180 days after its last valid day; for later cases the province's setting decides (off by default).
 */
export function renewalWindowOf(
  regulation: Pick<Regulation, 'clocks' | 'inForce'>,
  lastValidOn: PlainDate,
  lateAllowed: boolean,
): RenewalWindow {
  const days = (id: string) => regulation.clocks.find((clock) => clock.id === id)?.days
  const [earliest, latest, late] = [days('renewalEarliest'), days('renewalLatest'), days('lateRenewal')]
  const to = addDays(lastValidOn, -(latest ?? 0))
  const transition = late !== undefined && to < regulation.inForce.from
  return {
    from: earliest === undefined ? null : addDays(lastValidOn, -earliest),
    to,
    lateTo: late !== undefined && (transition || lateAllowed) ? addDays(lastValidOn, late) : null,
    transition,
  }
}

/**
 * May a dossier of this kind be opened (and, for a re-assessment, filed) on `today`? A certificate in force stops only a first assessment.
 * Interpretation: an upgrade needs a certificate in force with fewer than 5 stars; a re-assessment needs one in force, or one that ended
 * within the days of late filing; a product without any starts with a first assessment.
 */
export function mayOpenKind(
  kind: DossierKind,
  held: HeldCertificate | null,
  today: PlainDate,
  regulation: Pick<Regulation, 'clocks' | 'inForce'>,
  lateAllowed: boolean,
): KindAnswer {
  const inForce = held !== null && held.lastValidOn >= today
  if (kind === 'first') return inForce ? { open: false, code: 'dossier.alreadyCertified' } : { open: true }
  if (held === null || (kind === 'upgrade' && !inForce)) return { open: false, code: 'dossier.noCertificate' }
  if (kind === 'upgrade') return held.star >= 5 ? { open: false, code: 'dossier.topStar' } : { open: true }
  const window = renewalWindowOf(regulation, held.lastValidOn, lateAllowed)
  if (window.from !== null && today < window.from) return { open: false, code: 'dossier.renewalEarly', first: window.from }
  const last = window.lateTo ?? window.to
  return today > last ? { open: false, code: 'dossier.renewalLate', last } : { open: true }
}

// What anyone may know of a certificate today. Pure: the page and the JSON are two writings of the same answer.
import { daysBetween, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { renewalWindow } from './validity.ts'

/** What a certificate froze when it was issued, for the public page. No address line, no names of persons: only what everyone may read. */
export type CertificateSnapshot = {
  format: 1
  packs: { name: string; netContent: string }[]
  photoCaption: string
  /** Full names in today's units, and what the place was called before ("Trước 01/7/2025: …"). */
  place: { commune: string; province: string; oldNames: string[] }
  decision: { number: string; date: string; issuer: string }
  regulation: { id: string; hash: string; number: string; title: string }
  set: { no: number; title: string; sector: string; group: string } | null
  months: number
}

export type CertificateState = 'valid' | 'withdrawn' | 'replaced' | 'annulled'

/** One row of the register as the public look-up reads it. */
export type PublicCertificate = {
  id: string
  verifyCode: string
  productCode: string
  productId: string
  productName: string
  producerName: string
  star: number
  issuedOn: PlainDate
  lastValidOn: PlainDate
  state: CertificateState
  stateGround: string | null
  stateDecision: string | null
  stateDecisionOn: PlainDate | null
  /** The day since which the result behind it is looked at again; still in force. */
  reviewSince?: PlainDate | null
  /** The code of the certificate that took its place. */
  replacedByCode: string | null
  hasPhoto: boolean
  demo: boolean
  /** Where the printed place is today; empty while it is still called so, several where it was split. */
  placeToday: string[]
  snapshot: CertificateSnapshot
}

export type PublicStatus =
  | { kind: 'valid'; until: PlainDate; daysLeft: number; renewal: { from: PlainDate; to: PlainDate }; reviewSince?: PlainDate }
  | { kind: 'notYet'; from: PlainDate }
  | { kind: 'expired'; on: PlainDate; daysAgo: number }
  /** `annulled`: the recognition itself was recalled (Đ10.1.b); else the certificate was withdrawn (Đ8). */
  | { kind: 'withdrawn'; annulled: boolean; ground: string | null; decision: string | null; decidedOn: PlainDate | null }
  | { kind: 'replaced'; by: string | null }

/**
 * The status on a day in Vietnam. The last valid day still holds (interpretation of Đ4.3, see validity.ts).
 * A withdrawal says more than an expiry that came later, so it is told first; `annulled` (a recalled recognition, Đ10.1.b) ends it
 * as a withdrawal does and says so in its own words.
 */
export function publicStatus(
  certificate: Pick<
    PublicCertificate,
    'state' | 'issuedOn' | 'lastValidOn' | 'stateGround' | 'stateDecision' | 'stateDecisionOn' | 'replacedByCode' | 'reviewSince'
  >,
  today: PlainDate,
): PublicStatus {
  const { state, issuedOn, lastValidOn } = certificate
  if (state === 'withdrawn' || state === 'annulled') {
    return {
      kind: 'withdrawn',
      annulled: state === 'annulled',
      ground: certificate.stateGround,
      decision: certificate.stateDecision,
      decidedOn: certificate.stateDecisionOn,
    }
  }
  if (state === 'replaced') return { kind: 'replaced', by: certificate.replacedByCode }
  if (today > lastValidOn) return { kind: 'expired', on: lastValidOn, daysAgo: daysBetween(lastValidOn, today) }
  if (today < issuedOn) return { kind: 'notYet', from: issuedOn }
  const { reviewSince } = certificate
  const valid = {
    kind: 'valid' as const,
    until: lastValidOn,
    daysLeft: daysBetween(today, lastValidOn),
    renewal: renewalWindow(lastValidOn),
  }
  return reviewSince ? { ...valid, reviewSince } : valid
}

/** Opens a stored snapshot of any format shipped so far. Throws on a format this program does not know. */
export function readCertificateSnapshot(stored: unknown): CertificateSnapshot {
  const snapshot = stored as CertificateSnapshot
  if (snapshot?.format !== 1) throw new Error(`unknown certificate format ${String((stored as { format?: unknown } | null)?.format)}`)
  return snapshot
}

/** What may be said of a recognition of the past, today. Pure. */
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { fold } from '#/platform/text/fold.ts'

import { lastValidDay } from '../certificate/validity.ts'

export type PastStatus =
  /** The source tells of a step before recognition, or says nothing of one. */
  | { kind: 'notRecognised' }
  | { kind: 'notStated' }
  /** The source gives no day: whether it holds today is not known. */
  | { kind: 'unknown' }
  /** By its day the term is over. */
  | { kind: 'expired'; lastDay: PlainDate }
  /** By its day the term still runs; withdrawal or replacement is not known here, so it is not "valid". */
  | { kind: 'termRuns'; lastDay: PlainDate }

/**
 * Interpretation: a record from a source is never a valid certificate. With the decision's day the end of the 36 months is told; without it
 * nothing is told of today.
 */
export function pastStatus(record: { recognised: boolean | null; decisionDate: PlainDate | null }, today: PlainDate): PastStatus {
  if (record.recognised === false) return { kind: 'notRecognised' }
  if (record.recognised === null) return { kind: 'notStated' }
  if (record.decisionDate === null) return { kind: 'unknown' }
  const lastDay = lastValidDay(record.decisionDate)
  return today > lastDay ? { kind: 'expired', lastDay } : { kind: 'termRuns', lastDay }
}

const ORGANISATION =
  /^(cong ty|tong cong ty|cty|htx|hop tac xa|lien hiep|to hop tac|tht|doanh nghiep|dntn|nha may|tap doan|trung tam|chi nhanh|lang nghe|hoi |vien )/

/**
 * The producer's name as the public may read it: an organisation's. A household's or a person's name is personal data (Luật 91/2025/QH15),
 * and nobody asked them: null, as for a name that cannot be told from one.
 */
export function publicProducer(name: string | null): string | null {
  return name !== null && ORGANISATION.test(fold(name)) ? name : null
}

// A recall of a recognition (thu hồi việc công nhận): its states as data, and what it may rest on. Pure.
import type { DossierState } from '../dossier/dossier.workflow.ts'

export const recallStates = ['draft', 'issued', 'cancelled'] as const
export type RecallState = (typeof recallStates)[number]

export const recallTransitions: Record<RecallState, readonly RecallState[]> = {
  draft: ['issued', 'cancelled'],
  issued: [],
  cancelled: [],
}

type Words = { vi: string; en: string }
export const recallWords: Record<RecallState, Words & { mark: 'part' | 'stop' | 'ended' }> = {
  draft: { vi: 'Dự thảo thu hồi', en: 'Draft of a recall', mark: 'part' },
  issued: { vi: 'Đã thu hồi', en: 'Recalled', mark: 'stop' },
  cancelled: { vi: 'Đã hủy dự thảo', en: 'Draft given up', mark: 'ended' },
}

/** An open request of the ministry, or the result of a re-assessment. */
export type RecallGround =
  | { kind: 'request'; id: string; number: string; datedOn: string }
  | { kind: 'result'; id: string; meanPrinted: string | null; star: number | null }

export type FollowingResult = { id: string; outcome: string; star: number | null; meanPrinted: string | null }

/**
 * What a recall rests on (26/2026 Đ10.1.b); null where there is nothing. A dossier still recognised is recalled at the ministry's request only;
 * one assessed again, because its new result gives no three stars.
 */
export function groundOf(
  state: DossierState,
  request: { id: string; number: string; datedOn: string } | null,
  followed: FollowingResult | null,
): RecallGround | null {
  if (state === 'recognised') return request ? { kind: 'request', ...request } : null
  if (!followed || (followed.outcome === 'scored' && (followed.star ?? 0) >= 3)) return null
  return { kind: 'result', id: followed.id, meanPrinted: followed.meanPrinted, star: followed.star }
}

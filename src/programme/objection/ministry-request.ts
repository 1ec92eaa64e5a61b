// What the ministry may ask of a province, and how far that is (26/2026 Đ10.1.b). Pure.
import type { DossierState } from '../dossier/dossier.workflow.ts'

export const requestKinds = ['reassess', 'recall'] as const
export type RequestKind = (typeof requestKinds)[number]
/** A dossier the ministry may ask about: one that has been decided. */
export const answerable: readonly DossierState[] = ['recognised', 'notRecognised', 'ended']
export const requestStates = ['open', 'answered'] as const
export type RequestState = (typeof requestStates)[number]

type Words = { vi: string; en: string }
export const requestKindWords: Record<RequestKind, Words> = {
  reassess: { vi: 'Đánh giá lại', en: 'Assess again' },
  recall: { vi: 'Thu hồi việc công nhận', en: 'Recall the recognition' },
}
export const requestWords: Record<RequestState, Words & { mark: 'info' | 'done' }> = {
  open: { vi: 'Chờ thực hiện', en: 'To be answered', mark: 'info' },
  answered: { vi: 'Đã thực hiện', en: 'Answered', mark: 'done' },
}

// The life of a dossier as data. Who may do a step is in the policies; what must hold before it is in the verbs.

export const dossierStates = [
  'draft', // being filled in by the producer
  'filed', // with the commune; its clock runs
  'communeSupplement', // returned by the commune for supplement; the clock stands still
  'reported', // mẫu 03 and the proposal letter are issued
  'proposed', // sent to the province, not yet received
  'provinceSupplement', // returned by the province for supplement
  'accepted', // taken into a round
  'onAgenda', // on a council meeting's agenda
  'concluded', // the council's result is closed
  'returned', // come back from the level above with its result, or as not valid; the desk has to choose
  'recognised', // 3 or 4 stars, certificate issued
  'notRecognised', // 1 or 2 stars: result letter, no decision (QĐ 26/2026 Đ4.1.a)
  'sentToMinistry', // ≥ 90 points: result approved and packed for the ministry (Đ7.3.e)
  'ended', // disqualified, eliminated, not assessable or stopped by the council
  'withdrawn', // by the producer, with a reason
  'lapsed', // no answer to a request for supplement by its day
  'rejected', // refused by the commune or the province with reasons
  'revoked', // recognised, and the decision recalled afterwards (Đ10.1.b)
] as const

export type DossierState = (typeof dossierStates)[number]

export const transitions: Record<DossierState, readonly DossierState[]> = {
  draft: ['filed', 'withdrawn'],
  filed: ['communeSupplement', 'reported', 'rejected', 'withdrawn'],
  communeSupplement: ['filed', 'lapsed', 'rejected', 'withdrawn'],
  reported: ['proposed', 'filed', 'withdrawn'],
  proposed: ['accepted', 'provinceSupplement', 'returned', 'rejected', 'withdrawn'],
  provinceSupplement: ['proposed', 'returned', 'lapsed', 'rejected', 'withdrawn'],
  accepted: ['onAgenda', 'provinceSupplement', 'returned', 'rejected', 'withdrawn'],
  onAgenda: ['concluded', 'ended', 'accepted', 'withdrawn'],
  // Up a level: proposed there. Down a level: returned.
  concluded: ['recognised', 'notRecognised', 'sentToMinistry', 'onAgenda', 'proposed', 'returned'],
  returned: ['concluded', 'proposed'],
  // Assessed again after an objection or at the ministry's request: proposed anew at the same desk.
  recognised: ['proposed', 'revoked'],
  notRecognised: ['proposed', 'revoked'],
  sentToMinistry: ['recognised', 'returned'],
  ended: ['proposed', 'revoked'],
  withdrawn: [],
  lapsed: [],
  rejected: [],
  revoked: [],
}

/** The states in which a product's next dossier may be opened. Same list as the partial unique index dossier_open. */
export const finalStates: readonly DossierState[] = [
  'recognised',
  'notRecognised',
  'sentToMinistry',
  'ended',
  'withdrawn',
  'lapsed',
  'rejected',
  'revoked',
]

export function mayMove(from: DossierState, to: DossierState): boolean {
  return transitions[from].includes(to)
}

/** What the public name of a state says to the producer, and its mark. Staff see the same words. */
export const stateWords: Record<
  DossierState,
  { vi: string; en: string; mark: 'todo' | 'part' | 'done' | 'back' | 'late' | 'stop' | 'ended' | 'info' }
> = {
  draft: { vi: 'Đang soạn', en: 'Draft', mark: 'part' },
  filed: { vi: 'UBND cấp xã đang xem xét', en: 'With the commune', mark: 'info' },
  communeSupplement: { vi: 'Cần bổ sung theo yêu cầu của UBND cấp xã', en: 'Supplement asked by the commune', mark: 'back' },
  reported: { vi: 'UBND cấp xã đã đánh giá', en: 'Commune report issued', mark: 'info' },
  proposed: { vi: 'Đã đề nghị đánh giá', en: 'Proposed for assessment', mark: 'info' },
  provinceSupplement: { vi: 'Cần bổ sung theo yêu cầu của cơ quan OCOP', en: 'Supplement asked by the office', mark: 'back' },
  accepted: { vi: 'Đã được tiếp nhận vào đợt', en: 'Accepted into a round', mark: 'info' },
  onAgenda: { vi: 'Hội đồng đang đánh giá', en: 'With the council', mark: 'info' },
  concluded: { vi: 'Hội đồng đã chốt kết quả', en: 'Result closed', mark: 'done' },
  returned: { vi: 'Cấp trên chuyển về, chờ xử lý', en: 'Sent back by the level above', mark: 'back' },
  recognised: { vi: 'Đã được công nhận', en: 'Recognised', mark: 'done' },
  notRecognised: { vi: 'Chưa đạt 3 sao', en: 'Below 3 stars', mark: 'ended' },
  sentToMinistry: { vi: 'Đã trình cấp trung ương', en: 'Sent to the ministry', mark: 'info' },
  ended: { vi: 'Bị loại hoặc dừng đánh giá', en: 'Assessment ended', mark: 'stop' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn', mark: 'ended' },
  lapsed: { vi: 'Hết hạn bổ sung', en: 'Supplement not answered in time', mark: 'ended' },
  rejected: { vi: 'Bị từ chối', en: 'Refused', mark: 'stop' },
  revoked: { vi: 'Quyết định công nhận đã bị thu hồi', en: 'Recognition recalled', mark: 'stop' },
}

/** Faults of the table: a state that cannot be reached, or an open state nobody can leave. Empty when sound; checked by a test and at start. */
export function workflowFaults(table: Record<DossierState, readonly DossierState[]> = transitions): string[] {
  const reached = new Set<DossierState>(['draft'])
  for (const state of reached) for (const next of table[state]) reached.add(next)
  return dossierStates.flatMap((state) => [
    ...(reached.has(state) ? [] : [`${state}: cannot be reached`]),
    ...(table[state].length === 0 && !finalStates.includes(state) ? [`${state}: cannot be left`] : []),
  ])
}

// The life of a revision of a plan as data. Who may do a step is in plan.policy.ts.
import type { Words } from '../fields.ts'

export const planStates = [
  'draft', // being written by the office (or the commune)
  'opinion', // out with the bodies for their opinion
  'submitted', // with the leader who signs
  'issued', // in force
  'replaced', // by a later revision of the same plan
  'cancelled', // given up before it was issued
] as const
export type PlanState = (typeof planStates)[number]

/** `issued → replaced` happens by itself when the next revision is issued. */
export const planTransitions: Record<PlanState, readonly PlanState[]> = {
  draft: ['opinion', 'submitted', 'cancelled'],
  opinion: ['draft', 'submitted', 'cancelled'],
  submitted: ['draft', 'issued'],
  issued: ['replaced'],
  replaced: [],
  cancelled: [],
}

type Mark = 'todo' | 'part' | 'done' | 'info' | 'ended' | 'stop'

export const planStateWords: Record<PlanState, Words & { mark: Mark }> = {
  draft: { vi: 'Dự thảo', en: 'Draft', mark: 'todo' },
  opinion: { vi: 'Đang lấy ý kiến', en: 'Out for opinion', mark: 'part' },
  submitted: { vi: 'Trình ký', en: 'To be signed', mark: 'part' },
  issued: { vi: 'Đã ban hành', en: 'Issued', mark: 'done' },
  replaced: { vi: 'Đã thay thế', en: 'Replaced', mark: 'ended' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled', mark: 'stop' },
}

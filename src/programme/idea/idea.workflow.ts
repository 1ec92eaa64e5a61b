// The lives of an idea and of its business plan as data (steps 2 to 4 of the OCOP cycle; seed 001 lines 83–90). Who may do a step is in
// idea.policy.ts; what must hold before it is in the verbs.

export const ideaStates = [
  'draft', // being written by the producer
  'submitted', // with the commune, which countersigns the registration (seed 004, line 95)
  'returned', // sent back by the commune with a reason
  'confirmed', // countersigned; waits for the office's selection (seed 003, line 71)
  'selected', // goes on to a business plan
  'later', // kept for a later call
  'notSelected', // not taken, with a reason
  'withdrawn', // by the producer
] as const
export type IdeaState = (typeof ideaStates)[number]

export const ideaTransitions: Record<IdeaState, readonly IdeaState[]> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['draft', 'confirmed', 'returned'],
  returned: ['submitted', 'withdrawn'],
  confirmed: ['submitted', 'selected', 'later', 'notSelected', 'withdrawn'],
  selected: ['confirmed', 'withdrawn'],
  later: ['confirmed', 'selected', 'notSelected', 'withdrawn'],
  notSelected: ['confirmed', 'withdrawn'],
  withdrawn: [],
}

export const planStates = [
  'draft', // being written by the producer
  'submitted', // sent to the office
  'received', // taken in by the office
  'returned', // sent back item by item
  'approved', // approved by number; being carried out
  'done', // carried out: every milestone done or dropped
  'stopped', // given up, with a reason
] as const
export type PlanState = (typeof planStates)[number]

export const planTransitions: Record<PlanState, readonly PlanState[]> = {
  draft: ['submitted', 'stopped'],
  submitted: ['draft', 'received'],
  received: ['returned', 'approved'],
  returned: ['submitted', 'stopped'],
  approved: ['done', 'stopped'],
  done: [],
  stopped: [],
}

/**
 * What a producer and its commune are told. A selection is told with the list that goes up; until then it can be undone and nobody has
 * to be told twice. Interpretation: an idea is selected for them once the list is sent.
 */
export function toldState(idea: { state: IdeaState; listedCallId: string | null }): IdeaState {
  return idea.listedCallId === null && selectionOutcomes.includes(idea.state as SelectionOutcome) ? 'confirmed' : idea.state
}

export const selectionOutcomes = ['selected', 'later', 'notSelected'] as const
export type SelectionOutcome = (typeof selectionOutcomes)[number]

type Mark = 'todo' | 'part' | 'done' | 'back' | 'late' | 'stop' | 'ended' | 'info'
type StateWords = { vi: string; en: string; mark: Mark }

export const ideaWords: Record<IdeaState, StateWords> = {
  draft: { vi: 'Đang soạn', en: 'Draft', mark: 'part' },
  submitted: { vi: 'Chờ UBND cấp xã xác nhận', en: 'Waits for the commune', mark: 'info' },
  returned: { vi: 'UBND cấp xã trả lại', en: 'Returned by the commune', mark: 'back' },
  confirmed: { vi: 'Đã xác nhận, chờ lựa chọn', en: 'Confirmed, waits for selection', mark: 'info' },
  selected: { vi: 'Được chọn', en: 'Selected', mark: 'done' },
  later: { vi: 'Để xét kỳ sau', en: 'Kept for later', mark: 'part' },
  notSelected: { vi: 'Không được chọn', en: 'Not selected', mark: 'stop' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn', mark: 'ended' },
}

export const planWords: Record<PlanState, StateWords> = {
  draft: { vi: 'Đang soạn', en: 'Draft', mark: 'part' },
  submitted: { vi: 'Đã gửi, chờ tiếp nhận', en: 'Sent, waits to be received', mark: 'info' },
  received: { vi: 'Đã tiếp nhận, đang xem xét', en: 'Received, being judged', mark: 'info' },
  returned: { vi: 'Trả lại để hoàn thiện', en: 'Returned to be completed', mark: 'back' },
  approved: { vi: 'Đã phê duyệt, đang triển khai', en: 'Approved, being carried out', mark: 'done' },
  done: { vi: 'Đã triển khai xong', en: 'Carried out', mark: 'done' },
  stopped: { vi: 'Dừng thực hiện', en: 'Stopped', mark: 'ended' },
}

export const milestoneStates = ['planned', 'doing', 'done', 'dropped'] as const
export type MilestoneState = (typeof milestoneStates)[number]

export const milestoneWords: Record<MilestoneState, StateWords> = {
  planned: { vi: 'Chưa làm', en: 'Planned', mark: 'todo' },
  doing: { vi: 'Đang làm', en: 'Under way', mark: 'part' },
  done: { vi: 'Đã xong', en: 'Done', mark: 'done' },
  dropped: { vi: 'Bỏ', en: 'Dropped', mark: 'ended' },
}

/** States of a plan from which a dossier may start. Interpretation: an approved plan need not be finished before step 5. */
export const dossierFrom: readonly PlanState[] = ['approved', 'done']

const finals: readonly string[] = ['withdrawn', 'done', 'stopped']

/** Faults of a table: a state that cannot be reached from `draft`, or an open one nobody can leave. Empty when sound. */
export function workflowFaults<State extends string>(table: Record<State, readonly State[]>): string[] {
  const reached = new Set<State>(['draft' as State])
  for (const state of reached) for (const next of table[state]) reached.add(next)
  return (Object.keys(table) as State[]).flatMap((state) => [
    ...(reached.has(state) ? [] : [`${state}: cannot be reached`]),
    ...(table[state].length === 0 && !finals.includes(state) ? [`${state}: cannot be left`] : []),
  ])
}

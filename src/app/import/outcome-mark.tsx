import type { BatchState } from '#/programme/import/batch.store.ts'
import type { Outcome } from '#/programme/import/plan.ts'
import { useLanguage } from '../ui/language.ts'
import { State, type StateKind } from '../ui/state.tsx'
import { batchStateWords, outcomeWords } from './import-pages.messages.ts'

const ofOutcome: Record<Outcome, StateKind> = { new: 'done', unchanged: 'todo', changed: 'info', person: 'back', bad: 'stop' }
const ofBatch: Record<BatchState, StateKind> = { checked: 'todo', running: 'part', done: 'done', cancelled: 'ended' }

export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  return <State kind={ofOutcome[outcome]}>{outcomeWords[outcome][useLanguage()]}</State>
}

export function BatchStateMark({ state }: { state: BatchState }) {
  return <State kind={ofBatch[state]}>{batchStateWords[state][useLanguage()]}</State>
}

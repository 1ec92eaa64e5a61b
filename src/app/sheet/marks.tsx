import { sheetOutcomeWords, sheetStateWords } from '#/programme/sheet/sheet.messages.ts'
import type { SheetOutcome } from '#/programme/sheet/sheet.ts'
import type { SheetBatchState } from '#/programme/sheet/sheet.store.ts'
import { useLanguage } from '../ui/language.ts'
import { State, type StateKind } from '../ui/state.tsx'

const ofOutcome: Record<SheetOutcome, StateKind> = { new: 'done', changed: 'info', unchanged: 'todo', bad: 'stop' }
const ofBatch: Record<SheetBatchState, StateKind> = { checked: 'todo', done: 'done', cancelled: 'ended' }

export function RowOutcome({ outcome }: { outcome: SheetOutcome }) {
  return <State kind={ofOutcome[outcome]}>{sheetOutcomeWords[outcome][useLanguage()]}</State>
}

export function SheetState({ state }: { state: SheetBatchState }) {
  return <State kind={ofBatch[state]}>{sheetStateWords[state][useLanguage()]}</State>
}

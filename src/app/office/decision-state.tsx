import { useLanguage } from '../ui/language.ts'
import { State, type StateKind } from '../ui/state.tsx'
import { decisionWords as words } from './decision.messages.ts'

type DecisionStage = 'draft' | 'issued' | 'cancelled' | 'recalled'

const marks: Record<DecisionStage, StateKind> = { draft: 'part', issued: 'done', cancelled: 'ended', recalled: 'stop' }

/** Where a decision stands; `number` given, it is told with it. A recalled decision is another thing than a draft given up. */
export function DecisionState({ state, number = null, boxed = false }: { state: DecisionStage; number?: string | null; boxed?: boolean }) {
  const language = useLanguage()
  return (
    <State kind={marks[state]} boxed={boxed}>
      {words[state][language]} {number}
    </State>
  )
}

import type { RevisionState } from '#/programme/regulation-revision/revision.store.ts'
import { useLanguage } from '../ui/language.ts'
import { State, type StateKind } from '../ui/state.tsx'
import { regulationWords as words } from './regulation.messages.ts'

const kinds: Record<RevisionState, StateKind> = { draft: 'part', proposed: 'todo', published: 'done', discarded: 'ended' }

export function RevisionStateMark({ state, boxed = false }: { state: RevisionState; boxed?: boolean }) {
  const language = useLanguage()
  return (
    <State kind={kinds[state]} boxed={boxed}>
      {words[state][language]}
    </State>
  )
}

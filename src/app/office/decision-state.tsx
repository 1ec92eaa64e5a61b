import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { decisionWords as words } from './decision.messages.ts'

/** Where a decision stands, set off beside its title. */
export function DecisionState({ state, number }: { state: string; number: string | null }) {
  const language = useLanguage()
  if (state === 'issued') {
    return (
      <State kind="done" boxed>
        {words.issued[language]} {number}
      </State>
    )
  }
  return (
    <State kind={state === 'draft' ? 'part' : 'ended'} boxed>
      {(state === 'draft' ? words.draft : words.cancelled)[language]}
    </State>
  )
}

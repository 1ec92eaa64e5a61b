import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { words } from './training.messages.ts'

/** Not taken, present and absent are three things. */
export function Presence({ present }: { present: boolean | null }) {
  const language = useLanguage()
  if (present === null) return <State kind="todo">{words.notTaken[language]}</State>
  return <State kind={present ? 'done' : 'ended'}>{(present ? words.present : words.absent)[language]}</State>
}

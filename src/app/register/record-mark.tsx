// How a record stands: open, waiting for a check, checked, ended.
import { formatDate } from '#/platform/text/format.ts'
import type { Description, RecordRow } from '#/programme/register/register.ts'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { words } from './register.messages.ts'

export function RecordMark({ register, row }: { register: Description; row: Pick<RecordRow, 'endedOn' | 'checkedOn'> }) {
  const language = useLanguage()
  if (row.endedOn !== null) return <State kind="ended">{`${words.stateEnded[language]} ${formatDate(row.endedOn)}`}</State>
  if (!register.checked) return <State kind="info">{words.stateOpen[language]}</State>
  return row.checkedOn === null ? (
    <State kind="todo">{words.unchecked[language]}</State>
  ) : (
    <State kind="done">{words.checked[language]}</State>
  )
}

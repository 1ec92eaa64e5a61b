import type { Desk } from '#/programme/people/desk.actions.ts'
import { Select } from '../ui/choices.tsx'
import { useLanguage } from '../ui/language.ts'
import { adminMessages as words } from './admin.messages.ts'

/** At which desk a person works; nothing to choose where there is one. */
export function DeskSelect({ desks, own }: { desks: readonly Desk[]; own: string }) {
  const language = useLanguage()
  if (desks.length < 2) return null
  return (
    <Select
      name="authority"
      label={words.desk[language]}
      hint={words.deskHint[language]}
      empty={false}
      defaultValue={own}
      choices={desks.map((desk) => ({ value: desk.authority, label: desk.committee ?? desk.authority }))}
    />
  )
}

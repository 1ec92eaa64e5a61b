// How the other side ended a record that was signed, or not, at the place.
import { Radios } from '../ui/choices.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './inspection.messages.ts'

export function SigningFields() {
  const language = useLanguage()
  return (
    <>
      <Radios
        name="signing"
        label={words.signing[language]}
        choices={[
          { value: 'signed', label: words.signed[language] },
          { value: 'refused', label: words.refused[language] },
        ]}
      />
      <TextArea name="answer" label={words.answerOfSite[language]} optional rows={2} maxLength={1000} />
    </>
  )
}

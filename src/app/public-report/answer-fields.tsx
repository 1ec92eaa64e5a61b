import { Radios } from '../ui/choices.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './public-report.messages.ts'

/** What it comes to, and the words the reporter reads. */
export function AnswerFields() {
  const language = useLanguage()
  return (
    <>
      <Radios
        name="outcome"
        label={words.outcome[language]}
        choices={[
          { value: 'answered', label: words.founded[language] },
          { value: 'unfounded', label: words.unfounded[language] },
        ]}
      />
      <TextArea name="answer" label={words.answer[language]} hint={words.answerHint[language]} rows={5} maxLength={4000} />
    </>
  )
}

// One reason and one press that ends something.
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { SaveBar } from '../ui/save-bar.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './commune.messages.ts'

export function ReasonForm({ press, refusal }: { press: string; refusal?: FormRefusal | undefined }) {
  const language = useLanguage()
  return (
    <Form refusal={refusal}>
      <ErrorSummary />
      <TextArea name="reason" label={words.reason[language]} rows={4} maxLength={2000} />
      <SaveBar>
        <Button kind="danger">{press}</Button>
      </SaveBar>
    </Form>
  )
}

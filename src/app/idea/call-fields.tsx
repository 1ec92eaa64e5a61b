import { formatDate } from '#/platform/text/format.ts'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './idea.messages.ts'

/** Name, days and guidance of a call for ideas. */
export function CallFields({ call }: { call?: { name: string; opensOn: string; closesOn: string; guidance: string } }) {
  const language = useLanguage()
  return (
    <>
      <Field name="name" label={words.callName[language]} defaultValue={call?.name ?? ''} maxLength={200} />
      <DateField name="opensOn" label={words.opensOn[language]} defaultValue={call ? formatDate(call.opensOn) : ''} />
      <DateField name="closesOn" label={words.closesOn[language]} defaultValue={call ? formatDate(call.closesOn) : ''} />
      <TextArea name="guidance" label={words.guidance[language]} optional rows={3} maxLength={5000} defaultValue={call?.guidance ?? ''} />
    </>
  )
}

// The form of a round, for a new one and for changes.
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { SaveBar } from '../ui/save-bar.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './office.messages.ts'

export type RoundValues = {
  year: string
  ordinal: string
  name: string
  opensOn: string
  proposalsDueOn: string
  closesOn: string
  note: string
}

export function RoundForm({
  values,
  isNew,
  version,
  refusal,
}: {
  values: RoundValues
  isNew: boolean
  version?: number
  refusal?: FormRefusal | undefined
}) {
  const language = useLanguage()
  return (
    <Form refusal={refusal} {...(version === undefined ? {} : { version })}>
      <ErrorSummary />
      {isNew ? (
        <div className="cols cols-2">
          <Field name="year" label={words.year[language]} inputMode="numeric" size="short" defaultValue={values.year} />
          <Field name="ordinal" label={words.ordinal[language]} inputMode="numeric" size="short" defaultValue={values.ordinal} />
        </div>
      ) : null}
      <Field name="name" label={words.name[language]} hint={words.nameHint[language]} optional maxLength={200} defaultValue={values.name} />
      <DateField name="opensOn" label={words.opensOn[language]} defaultValue={values.opensOn} />
      <DateField
        name="proposalsDueOn"
        label={words.cutOff[language]}
        hint={words.cutOffHint[language]}
        defaultValue={values.proposalsDueOn}
      />
      <DateField name="closesOn" label={words.closesOn[language]} defaultValue={values.closesOn} />
      <TextArea name="note" label={words.note[language]} optional rows={3} maxLength={2000} defaultValue={values.note} />
      <SaveBar>
        <Button name="viec" value="luu">
          {(isNew ? words.planRound : words.saveRound)[language]}
        </Button>
      </SaveBar>
    </Form>
  )
}

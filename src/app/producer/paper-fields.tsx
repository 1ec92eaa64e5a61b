import { paperKinds } from '#/programme/paper/paper.kinds.ts'
import { CheckBox, Select } from '../ui/choices.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './producer.messages.ts'

export type PaperForm = {
  kind: string
  title: string
  number: string
  issuer: string
  issuedOn: string
  expiresOn: string
  holder: string
  scope: string
  confidential: boolean
}

export const emptyPaper: PaperForm = {
  kind: '',
  title: '',
  number: '',
  issuer: '',
  issuedOn: '',
  expiresOn: '',
  holder: '',
  scope: '',
  confidential: false,
}

export function PaperFields({ paper }: { paper: PaperForm }) {
  const language = useLanguage()
  return (
    <>
      <Select
        name="kind"
        label={words.kind[language]}
        defaultValue={paper.kind}
        choices={paperKinds.map((one) => ({ value: one.id as string, label: one.title[language] }))}
      />
      <Field
        name="title"
        label={words.paperTitle[language]}
        hint={words.paperTitleHint[language]}
        optional
        defaultValue={paper.title}
        maxLength={200}
      />
      <Field name="number" label={words.number[language]} optional size="middle" defaultValue={paper.number} />
      <Field name="issuer" label={words.issuer[language]} optional defaultValue={paper.issuer} />
      <DateField name="issuedOn" label={words.issuedOn[language]} optional defaultValue={paper.issuedOn} />
      <DateField
        name="expiresOn"
        label={words.expiresOn[language]}
        hint={words.expiresOnHint[language]}
        optional
        defaultValue={paper.expiresOn}
      />
      <Field name="holder" label={words.holder[language]} optional defaultValue={paper.holder} />
      <Field name="scope" label={words.scope[language]} hint={words.scopeHint[language]} optional defaultValue={paper.scope} />
      <CheckBox name="confidential" label={words.confidential[language]} checked={paper.confidential} />
    </>
  )
}

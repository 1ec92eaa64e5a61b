// Number, date and signer of a paper: the same questions for decisions and letters.
import { Radios, Select } from '../ui/choices.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import { decisionWords as words } from './decision.messages.ts'

export type IssuingFieldsProps = { reserved: readonly { id: string; printed: string }[]; today: string }

export function IssuingFields({ reserved, today }: IssuingFieldsProps) {
  const language = useLanguage()
  return (
    <>
      <Radios
        name="numberKind"
        label={words.numberKind[language]}
        defaultValue="next"
        choices={[
          { value: 'next', label: words.next[language] },
          ...(reserved.length > 0 ? [{ value: 'reserved', label: words.reserved[language] }] : []),
          { value: 'irregular', label: words.irregular[language] },
        ]}
      />
      {reserved.length === 0 ? null : (
        <Select
          name="reserved"
          label={words.reservedLabel[language]}
          optional
          choices={reserved.map(({ id, printed }) => ({ value: id, label: printed }))}
        />
      )}
      <Field
        name="irregular"
        label={words.irregularLabel[language]}
        hint={words.irregularHint[language]}
        optional
        size="short"
        maxLength={9}
        autoComplete="off"
      />
      <DateField name="issuedOn" label={words.issuedOn[language]} defaultValue={today} />
      <Field name="signerName" label={words.signerName[language]} maxLength={120} autoComplete="off" />
      <TextArea name="signerPost" label={words.signerPost[language]} hint={words.signerPostHint[language]} rows={2} maxLength={200} />
    </>
  )
}

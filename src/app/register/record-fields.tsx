// The form of a record, drawn from the description of its register.
import { inputText, type Description, type Field as RegisterField, type Values } from '#/programme/register/register.ts'
import { Radios, Select } from '../ui/choices.tsx'
import { DateField, Field, MoneyField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import type { Offers } from './register.server.ts'
import { words } from './register.messages.ts'

type Props = { register: Description; row: Values; offers: Offers }

export function RecordFields({ register, row, offers }: Props) {
  return register.fields.map((field) => <RecordField key={field.column} field={field} row={row} offer={offers[field.column]} />)
}

function RecordField({ field, row, offer }: { field: RegisterField; row: Values; offer: Offers[string] | undefined }) {
  const language = useLanguage()
  const value = inputText(field, row)
  const frame = {
    name: field.column,
    label: field.label[language],
    optional: field.required !== true,
    defaultValue: value,
    ...(field.hint ? { hint: field.hint[language] } : {}),
  }
  switch (field.kind) {
    case 'text':
      return field.multiline ? <TextArea {...frame} rows={3} maxLength={field.max} /> : <Field {...frame} maxLength={field.max} />
    case 'link':
      return <Field {...frame} type="text" inputMode="url" maxLength={500} />
    case 'choice':
      return <Select {...frame} choices={Object.entries(field.choices).map(([code, label]) => ({ value: code, label: label[language] }))} />
    case 'date':
      return <DateField {...frame} />
    case 'whole':
      return <Field {...frame} size="short" inputMode="numeric" maxLength={15} {...(field.unit ? { unit: field.unit[language] } : {})} />
    case 'money':
      return <MoneyField {...frame} />
    case 'hundredths':
      return <Field {...frame} size="short" inputMode="decimal" maxLength={15} unit={field.unit[language]} />
    case 'yesNo':
      return (
        <Radios
          {...frame}
          choices={[
            { value: 'yes', label: words.yes[language] },
            { value: 'no', label: words.no[language] },
            { value: '', label: words.notSaid[language] },
          ]}
        />
      )
    case 'reference':
    case 'commune':
      return <Named field={field} row={row} offer={offer ?? { list: false, texts: [] }} frame={frame} />
  }
}

/** A record of another place, by its name: from a list where they are few, typed with suggestions where they are many. */
function Named({
  field,
  row,
  offer,
  frame,
}: {
  field: RegisterField
  row: Values
  offer: Offers[string]
  frame: { name: string; label: string; optional: boolean }
}) {
  const typed = String(row[`${field.column}Text`] ?? '')
  const only = field.required && offer.texts.length === 1 ? offer.texts[0] : undefined
  const value = typed === '' ? (only ?? '') : typed
  if (!offer.list) return <Field {...frame} defaultValue={value} suggestions={offer.texts} maxLength={400} autoComplete="off" />
  const texts = value === '' || offer.texts.includes(value) ? offer.texts : [value, ...offer.texts]
  return <Select {...frame} defaultValue={value} choices={texts.map((text) => ({ value: text, label: text }))} />
}

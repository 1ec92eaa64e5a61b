import type { PackInput } from '#/programme/product/product.ts'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './producer.messages.ts'

export type PackView = { name: string; netContent: string; barcode: string | null }

/** Name, description and packs; always one empty row of packs more than there are. */
export function ProductFields({ name, description, packs }: { name: string; description: string; packs: readonly PackView[] }) {
  const language = useLanguage()
  const rows = [...packs, { name: '', netContent: '', barcode: null }]
  return (
    <>
      <Field name="name" label={words.productName[language]} hint={words.productNameHint[language]} defaultValue={name} maxLength={200} />
      <TextArea
        name="description"
        label={words.description[language]}
        hint={words.descriptionHint[language]}
        rows={5}
        maxLength={5000}
        defaultValue={description}
      />
      <h2>{words.packs[language]}</h2>
      {rows.map((pack, index) => (
        <fieldset key={index} className="stack">
          <legend className="label">
            {words.pack[language]} {index + 1}
          </legend>
          <Field name={`packs.${index}.name`} label={words.packName[language]} defaultValue={pack.name} optional={index >= packs.length} />
          <Field
            name={`packs.${index}.netContent`}
            label={words.netContent[language]}
            size="middle"
            defaultValue={pack.netContent}
            optional
          />
          <Field
            name={`packs.${index}.barcode`}
            label={words.barcode[language]}
            size="middle"
            inputMode="numeric"
            defaultValue={pack.barcode ?? ''}
            optional
          />
        </fieldset>
      ))}
    </>
  )
}

/** The rows of packs of a posted form, in order. */
export function packsOf(texts: Readonly<Record<string, string>>): PackInput[] {
  const indexes = Object.keys(texts).flatMap((name) => /^packs\.(\d{1,2})\.name$/.exec(name)?.[1] ?? [])
  return indexes
    .map(Number)
    .toSorted((a, b) => a - b)
    .map((index) => ({
      name: texts[`packs.${index}.name`],
      netContent: texts[`packs.${index}.netContent`],
      barcode: texts[`packs.${index}.barcode`],
    }))
}

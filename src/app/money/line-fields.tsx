import { formatNumber } from '#/platform/text/format.ts'
import { categoryWords, itemCategories, type ItemCategory } from '#/programme/money/money.ts'
import { Select } from '../ui/choices.tsx'
import { Field, MoneyField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './money.messages.ts'

export function LineFields({ line }: { line: { title: string; year: number; itemCategory: ItemCategory | null; planned: number | null } }) {
  const language = useLanguage()
  return (
    <>
      <Field name="title" label={words.lineTitle[language]} defaultValue={line.title} maxLength={300} />
      <Field name="year" label={words.year[language]} defaultValue={String(line.year)} inputMode="numeric" size="short" maxLength={4} />
      <Select
        name="itemCategory"
        label={words.category[language]}
        defaultValue={line.itemCategory ?? ''}
        choices={itemCategories.map((one) => ({ value: one, label: categoryWords[one][language] }))}
      />
      <MoneyField
        name="planned"
        label={words.planned[language]}
        hint={words.plannedHint[language]}
        optional
        defaultValue={line.planned === null ? '' : formatNumber(line.planned)}
      />
    </>
  )
}

// The fields of one row of a plan's annexes: a money line, a product.
import { formatNumber } from '#/platform/text/format.ts'
import {
  fundSources,
  fundSourceWords,
  productKinds,
  productKindWords,
  type MoneyLine,
  type PlanProduct,
} from '#/programme/programme-plan/programme-plan.ts'
import { Checks, Select } from '../ui/choices.tsx'
import { Field, MoneyField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import { choicesOf, CodeField, type Part } from './part-shared.tsx'
import { words } from './plan.messages.ts'

export function MoneyFields({ old, parts }: Part<MoneyLine>) {
  const language = useLanguage()
  return (
    <>
      <CodeField old={old} />
      <TextArea name="title" label={words.moneyTitle[language]} rows={2} maxLength={500} defaultValue={old?.title ?? ''} />
      <MoneyField
        name="amount"
        label={words.amount[language]}
        hint={words.amountHint[language]}
        optional
        defaultValue={old === null || old.amount === null ? '' : formatNumber(old.amount)}
      />
      <Checks
        name="sources"
        label={words.sources[language]}
        optional
        defaultValues={old?.sources ?? []}
        choices={fundSources.map((one) => ({ value: one, label: fundSourceWords[one][language] }))}
      />
      <Select
        name="partOf"
        label={words.moneyPartOf[language]}
        optional
        defaultValue={old?.partOf ?? ''}
        choices={choicesOf(parts.money, old?.code)}
      />
      <TextArea name="note" label={words.note[language]} optional rows={2} maxLength={1000} defaultValue={old?.note ?? ''} />
    </>
  )
}

export function ProductFields({ old }: { old: PlanProduct | null }) {
  const language = useLanguage()
  return (
    <>
      <Field name="productName" label={words.productName[language]} maxLength={200} defaultValue={old?.productName ?? ''} />
      <Field name="producerName" label={words.producerName[language]} optional maxLength={200} defaultValue={old?.producerName ?? ''} />
      <Field name="communeName" label={words.communeName[language]} optional maxLength={100} defaultValue={old?.communeName ?? ''} />
      <Select
        name="kind"
        label={words.productKind[language]}
        defaultValue={old?.kind ?? 'new'}
        choices={productKinds.map((one) => ({ value: one, label: productKindWords[one][language] }))}
      />
      <Select
        name="targetStar"
        label={words.targetStar[language]}
        optional
        defaultValue={old?.targetStar == null ? '' : String(old.targetStar)}
        choices={['3', '4', '5'].map((star) => ({ value: star, label: `${star} sao` }))}
      />
      <TextArea name="note" label={words.note[language]} optional rows={2} maxLength={500} defaultValue={old?.note ?? ''} />
    </>
  )
}

import { remedies, remedyWords, severities, severityWords, violationKinds, violationKindWords } from '#/programme/inspection/violation.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { Radios, Select } from '../ui/choices.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import type { ShownProduct } from './inspection-tables.tsx'
import { words } from './inspection.messages.ts'

type Props = { products: readonly ShownProduct[]; grounds: readonly { value: string; label: string }[]; answer: unknown }

export function ViolationForm({ products, grounds, answer }: Props) {
  const language = useLanguage()
  return (
    <DeedForm deed="violation" answer={answer} label={words.addViolation[language]}>
      <Select
        name="kind"
        label={words.violationKind[language]}
        choices={violationKinds.map((one) => ({ value: one, label: violationKindWords[one][language] }))}
      />
      {products.length === 0 ? null : (
        <Select
          name="productId"
          label={words.product[language]}
          optional
          choices={products.map((one) => ({ value: one.productId, label: one.name }))}
        />
      )}
      <Field name="goods" label={words.goods[language]} hint={words.goodsHint[language]} optional maxLength={500} />
      <TextArea name="what" label={words.whatFound[language]} rows={3} maxLength={2000} />
      <Radios
        name="severity"
        label={words.severity[language]}
        choices={severities.map((one) => ({ value: one, label: severityWords[one][language] }))}
      />
      <Select name="ground" label={words.ground[language]} empty={words.noGround[language]} optional choices={grounds} />
      <Radios
        name="remedy"
        label={words.remedy[language]}
        choices={remedies.map((one) => ({ value: one, label: remedyWords[one][language] }))}
      />
      <TextArea name="ordered" label={words.ordered[language]} hint={words.forFix[language]} optional rows={2} maxLength={1000} />
      <DateField name="dueOn" label={words.fixBy[language]} optional />
      <Field name="forwardedTo" label={words.forwardedTo[language]} hint={words.forForward[language]} optional maxLength={300} />
    </DeedForm>
  )
}

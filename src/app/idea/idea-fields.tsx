// The registration of an idea as a form.
import { ideaKinds, kindWords, priorities, priorityWords, type IdeaKind, type Priority } from '#/programme/idea/idea.ts'
import { Checks, Radios, Select } from '../ui/choices.tsx'
import { Field, MoneyField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './idea.messages.ts'

export type IdeaDraft = {
  kind: IdeaKind | null
  productId: string | null
  name: string
  setNo: number | null
  content: string
  materials: string
  labour: string
  market: string
  workersTotal: number | null
  workersLocal: number | null
  investment: number | null
  priorities: readonly Priority[]
}

type Choice = { value: string; label: string }
type Props = { idea: IdeaDraft; sets: readonly Choice[]; products: readonly Choice[] }

export const emptyIdea: IdeaDraft = {
  kind: null,
  productId: null,
  name: '',
  setNo: null,
  content: '',
  materials: '',
  labour: '',
  market: '',
  workersTotal: null,
  workersLocal: null,
  investment: null,
  priorities: [],
}

const numberText = (value: number | null): string => (value === null ? '' : String(value))

export function IdeaFields({ idea, sets, products }: Props) {
  const language = useLanguage()
  return (
    <>
      <Radios
        name="kind"
        label={words.kind[language]}
        {...(idea.kind === null ? {} : { defaultValue: idea.kind })}
        choices={ideaKinds.map((kind) => ({ value: kind, label: kindWords[kind][language] }))}
      />
      {products.length === 0 ? null : (
        <Select
          name="productId"
          label={words.ownProduct[language]}
          hint={words.ownProductHint[language]}
          optional
          defaultValue={idea.productId ?? ''}
          choices={products}
        />
      )}
      <Field name="name" label={words.name[language]} defaultValue={idea.name} maxLength={200} />
      <Select name="setNo" label={words.set[language]} defaultValue={numberText(idea.setNo)} choices={sets} />
      <TextArea
        name="content"
        label={words.content[language]}
        hint={words.contentHint[language]}
        rows={5}
        maxLength={5000}
        defaultValue={idea.content}
      />
      <TextArea
        name="materials"
        label={words.materials[language]}
        hint={words.materialsHint[language]}
        rows={3}
        maxLength={5000}
        defaultValue={idea.materials}
      />
      <TextArea name="labour" label={words.labour[language]} rows={3} maxLength={5000} defaultValue={idea.labour} />
      <Field
        name="workersTotal"
        label={words.workersTotal[language]}
        size="short"
        inputMode="numeric"
        optional
        defaultValue={numberText(idea.workersTotal)}
      />
      <Field
        name="workersLocal"
        label={words.workersLocal[language]}
        size="short"
        inputMode="numeric"
        optional
        defaultValue={numberText(idea.workersLocal)}
      />
      <TextArea name="market" label={words.market[language]} rows={3} maxLength={5000} defaultValue={idea.market} />
      <MoneyField name="investment" label={words.investment[language]} defaultValue={numberText(idea.investment)} />
      <Checks
        name="priorities"
        label={words.priority[language]}
        optional
        defaultValues={[...idea.priorities]}
        choices={priorities.map((one) => ({ value: one, label: priorityWords[one][language] }))}
      />
    </>
  )
}

// The fields of one part of a plan: a target, a task, a money line, a product.
import { formatDate, formatNumber } from '#/platform/text/format.ts'
import type { StoredParts } from '#/programme/programme-plan/plan.store.ts'
import {
  fundSources,
  fundSourceWords,
  ops,
  opWords,
  productKinds,
  productKindWords,
  scopes,
  scopeWords,
  targetUnits,
  unitWords,
  type MoneyLine,
  type PlanProduct,
  type Target,
  type Task,
} from '#/programme/programme-plan/programme-plan.ts'
import { precisions, recurrences } from '#/programme/programme-plan/when.ts'
import { Checks, Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { DateField, Field, MoneyField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import { precisionWords, recurrenceWords, words } from './plan.messages.ts'

type Part<T> = { old: T | null; parts: StoredParts }
type Coded = readonly { code: string; title: string }[]

const choicesOf = (list: Coded, but?: string) =>
  list.filter((one) => one.code !== but).map((one) => ({ value: one.code, label: `${one.code}. ${one.title}`.slice(0, 90) }))

function shown(value: number | null, unit: string | undefined): string {
  if (value === null) return ''
  return unit === 'percent' ? String(value / 100).replace('.', ',') : formatNumber(value)
}

function CodeField({ old }: { old: { code: string } | null }) {
  const language = useLanguage()
  return (
    <Field
      name="code"
      label={words.code[language]}
      hint={words.codeHint[language]}
      optional
      size="short"
      maxLength={12}
      defaultValue={old?.code ?? ''}
    />
  )
}

export function TargetFields({
  old,
  parts,
  above,
  indicators,
}: Part<Target> & { above: Coded; indicators: readonly { value: string; label: string }[] }) {
  const language = useLanguage()
  const denominator = old?.params['denominator']
  return (
    <>
      <CodeField old={old} />
      <TextArea name="title" label={words.targetTitle[language]} rows={2} maxLength={500} defaultValue={old?.title ?? ''} />
      <Select
        name="op"
        label={words.op[language]}
        defaultValue={old?.op ?? 'min'}
        choices={ops.map((op) => ({ value: op, label: opWords[op][language] }))}
      />
      <Field
        name="valueMin"
        label={words.valueMin[language]}
        optional
        size="middle"
        defaultValue={shown(old?.valueMin ?? null, old?.unit)}
      />
      <Field
        name="valueMax"
        label={words.valueMax[language]}
        optional
        size="middle"
        defaultValue={shown(old?.valueMax ?? null, old?.unit)}
      />
      <Select
        name="unit"
        label={words.unit[language]}
        defaultValue={old?.unit ?? 'product'}
        choices={targetUnits.map((unit) => ({ value: unit, label: unitWords[unit][language] }))}
      />
      <DateField name="startsOn" label={words.startsOn[language]} optional defaultValue={old ? formatDate(old.startsOn) : ''} />
      <DateField name="dueOn" label={words.due[language]} optional defaultValue={old ? formatDate(old.dueOn) : ''} />
      <Select
        name="indicator"
        label={words.indicator[language]}
        hint={words.indicatorHint[language]}
        optional
        defaultValue={old?.indicator ?? ''}
        choices={indicators}
      />
      <Field
        name="denominator"
        label={words.denominator[language]}
        optional
        maxLength={300}
        defaultValue={typeof denominator === 'string' ? denominator : ''}
      />
      <Field name="leadBody" label={words.leadBody[language]} optional maxLength={200} defaultValue={old?.leadBody ?? ''} />
      <Disclose
        summary={`${words.scope[language]}, ${words.condition[language].toLowerCase()}, ${words.reading[language].toLowerCase()}`}
        open={old !== null}
      >
        <Select
          name="scope"
          label={words.scope[language]}
          defaultValue={old?.scope ?? 'whole'}
          choices={scopes.map((scope) => ({ value: scope, label: scopeWords[scope][language] }))}
        />
        <Field name="base" label={words.base[language]} optional size="short" defaultValue={shown(old?.base ?? null, undefined)} />
        <Select
          name="partOf"
          label={words.partOf[language]}
          optional
          defaultValue={old?.partOf ?? ''}
          choices={choicesOf(parts.targets, old?.code)}
        />
        {above.length === 0 ? null : (
          <Select
            name="parentCode"
            label={words.parentCode[language]}
            optional
            defaultValue={old?.parentCode ?? ''}
            choices={choicesOf(above)}
          />
        )}
        <Field
          name="condition"
          label={words.condition[language]}
          hint={words.conditionHint[language]}
          optional
          maxLength={500}
          defaultValue={old?.condition ?? ''}
        />
        <TextArea
          name="reading"
          label={words.reading[language]}
          hint={words.readingHint[language]}
          optional
          rows={2}
          maxLength={500}
          defaultValue={old?.reading ?? ''}
        />
        <TextArea name="quote" label={words.quote[language]} optional rows={2} maxLength={1000} defaultValue={old?.quote ?? ''} />
      </Disclose>
    </>
  )
}

export function TaskFields({ old, parts }: Part<Task>) {
  const language = useLanguage()
  const roster = old?.bodies.find((body) => body.roster !== null)
  const names = (part: 'lead' | 'co') =>
    (old?.bodies ?? [])
      .filter((body) => body.part === part && body.roster === null)
      .map((body) => body.name)
      .join('\n')
  return (
    <>
      <CodeField old={old} />
      <Field name="section" label={words.section[language]} optional maxLength={200} defaultValue={old?.section ?? ''} />
      <TextArea name="title" label={words.taskTitle[language]} rows={2} maxLength={500} defaultValue={old?.title ?? ''} />
      <TextArea name="content" label={words.content[language]} optional rows={4} maxLength={5000} defaultValue={old?.content ?? ''} />
      <TextArea
        name="lead"
        label={words.lead[language]}
        hint={words.nameEach[language]}
        optional
        rows={2}
        maxLength={4000}
        defaultValue={names('lead')}
      />
      <TextArea
        name="co"
        label={words.co[language]}
        hint={words.nameEach[language]}
        optional
        rows={3}
        maxLength={4000}
        defaultValue={names('co')}
      />
      <Select
        name="roster"
        label={words.roster[language]}
        optional
        defaultValue={roster?.roster ?? ''}
        choices={[
          { value: 'communes', label: words.communes[language] },
          { value: 'districts', label: words.districts[language] },
        ]}
      />
      <Select
        name="rosterPart"
        label={words.rosterPart[language]}
        empty={false}
        defaultValue={roster?.part ?? 'lead'}
        choices={[
          { value: 'lead', label: words.lead[language] },
          { value: 'co', label: words.co[language] },
        ]}
      />
      <Select
        name="precision"
        label={words.precision[language]}
        defaultValue={old?.precision ?? 'day'}
        choices={precisions.map((one) => ({ value: one, label: precisionWords[one]?.[language] ?? one }))}
      />
      <DateField name="startsOn" label={words.startsOn[language]} optional defaultValue={old ? formatDate(old.startsOn) : ''} />
      <DateField
        name="dueOn"
        label={words.due[language]}
        optional
        defaultValue={old && old.beforeOn === null ? formatDate(old.dueOn) : ''}
      />
      <DateField name="beforeOn" label={words.beforeOn[language]} optional defaultValue={old?.beforeOn ? formatDate(old.beforeOn) : ''} />
      <Select
        name="recurrence"
        label={words.recurrence[language]}
        empty={false}
        defaultValue={old?.recurrence ?? 'once'}
        choices={recurrences.map((one) => ({ value: one, label: recurrenceWords[one]?.[language] ?? one }))}
      />
      <Select
        name="targetCode"
        label={words.targetCode[language]}
        optional
        defaultValue={old?.targetCode ?? ''}
        choices={choicesOf(parts.targets)}
      />
      <Select
        name="moneyCode"
        label={words.moneyCode[language]}
        optional
        defaultValue={old?.moneyCode ?? ''}
        choices={choicesOf(parts.money)}
      />
      <TextArea
        name="reading"
        label={words.reading[language]}
        hint={words.readingHint[language]}
        optional
        rows={2}
        maxLength={500}
        defaultValue={old?.reading ?? ''}
      />
    </>
  )
}

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
        defaultValue={shown(old?.amount ?? null, undefined)}
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

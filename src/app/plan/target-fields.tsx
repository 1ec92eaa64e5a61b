// The fields of one target of a plan.
import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { ops, opWords, scopes, scopeWords, targetUnits, unitWords, type Target } from '#/programme/programme-plan/programme-plan.ts'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import { choicesOf, CodeField, type Coded, type Part } from './part-shared.tsx'
import { words } from './plan.messages.ts'

function shown(value: number | null, unit: string | undefined): string {
  if (value === null) return ''
  return unit === 'percent' ? String(value / 100).replace('.', ',') : formatNumber(value)
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

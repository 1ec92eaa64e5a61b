// A business plan as a form; one empty row more than there are years and milestones.
import { formatDate } from '#/platform/text/format.ts'
import { MAX_MILESTONES, MAX_YEARS, sources, sourceWords, type PlanFields as Plan } from '#/programme/idea/plan.ts'
import { DateField, Field, MoneyField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './idea.messages.ts'

const numberText = (value: number | null | undefined): string => (value == null ? '' : String(value))

export function PlanFields({ plan, thisYear }: { plan: Plan; thisYear: number }) {
  const language = useLanguage()
  const long = (name: 'goals' | 'materials' | 'workforce' | 'market' | 'quality', optional = false) => (
    <TextArea name={name} label={words[name][language]} rows={4} maxLength={5000} defaultValue={plan[name]} optional={optional} />
  )
  const years = Array.from({ length: Math.min(MAX_YEARS, Math.max(3, plan.years.length + 1)) }, (_, index) => plan.years[index])
  const milestones = Array.from(
    { length: Math.min(MAX_MILESTONES, Math.max(3, plan.milestones.length + 1)) },
    (_, index) => plan.milestones[index],
  )
  return (
    <>
      {long('goals')}
      <h2>{words.years[language]}</h2>
      <Field name="outputUnit" label={words.outputUnit[language]} size="short" maxLength={30} defaultValue={plan.outputUnit} />
      {years.map((row, index) => (
        <fieldset className="stack" key={index}>
          <legend className="label">
            {words.year[language]} {index + 1}
          </legend>
          <Field
            name={`years.${index}.year`}
            label={words.year[language]}
            size="short"
            inputMode="numeric"
            optional={index > 0}
            defaultValue={row ? String(row.year) : index === 0 && plan.years.length === 0 ? String(thisYear) : ''}
          />
          <Field
            name={`years.${index}.volume`}
            label={words.volume[language]}
            size="middle"
            inputMode="numeric"
            optional={index > 0}
            defaultValue={numberText(row?.volume)}
          />
          <MoneyField
            name={`years.${index}.revenue`}
            label={words.revenue[language]}
            optional={index > 0}
            defaultValue={numberText(row?.revenue)}
          />
        </fieldset>
      ))}
      {long('materials')}
      {long('workforce')}
      <Field
        name="workersTotal"
        label={words.workersTotal[language]}
        size="short"
        inputMode="numeric"
        defaultValue={numberText(plan.workersTotal)}
      />
      <Field
        name="workersLocal"
        label={words.workersLocal[language]}
        size="short"
        inputMode="numeric"
        optional
        defaultValue={numberText(plan.workersLocal)}
      />
      {long('market')}
      {long('quality', true)}
      <h2>{words.sources[language]}</h2>
      <p className="hint">{words.sourcesHint[language]}</p>
      {sources.map((source) => (
        <MoneyField
          key={source}
          name={`sources.${source}`}
          label={sourceWords[source][language]}
          optional
          defaultValue={numberText(plan.sources.find((row) => row.source === source)?.amount)}
        />
      ))}
      <MoneyField name="investmentTotal" label={words.investmentTotal[language]} defaultValue={numberText(plan.investmentTotal)} />
      <h2>{words.milestones[language]}</h2>
      {milestones.map((row, index) => (
        <fieldset className="stack" key={index}>
          <legend className="label">
            {words.milestone[language]} {index + 1}
          </legend>
          <Field
            name={`milestones.${index}.title`}
            label={words.work[language]}
            maxLength={300}
            optional={index > 0}
            defaultValue={row?.title ?? ''}
          />
          <DateField
            name={`milestones.${index}.dueOn`}
            label={words.dueOn[language]}
            optional={index > 0}
            defaultValue={row ? formatDate(row.dueOn) : ''}
          />
        </fieldset>
      ))}
    </>
  )
}

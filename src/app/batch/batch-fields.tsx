// What a batch says of itself, as a form: facts, origins, steps.
import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { MOST_STEPS, shelfKinds, shelfWords, stepKinds, stepWords, type ShelfKind, type Step } from '#/programme/batch/batch.ts'
import { fill } from '../commune/commune.messages.ts'
import { CheckBox, Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './batch.messages.ts'

export type BatchValues = {
  number: string
  producedOn: string | null
  shelf: ShelfKind | null
  lastsTo: string | null
  quantityE3: number | null
  unit: string
  stampFrom: string
  stampTo: string
  stampCount: number | null
  note: string
  /** A day left out of a copied step is typed anew. */
  steps: readonly (Omit<Step, 'onDay'> & { onDay: string | null })[]
  areas: readonly string[]
  links: readonly string[]
}
export const emptyBatch: BatchValues = {
  number: '',
  producedOn: null,
  shelf: null,
  lastsTo: null,
  quantityE3: null,
  unit: '',
  stampFrom: '',
  stampTo: '',
  stampCount: null,
  note: '',
  steps: [],
  areas: [],
  links: [],
}
type Origins = {
  areas: readonly { id: string; name: string; areaCode: string | null }[]
  links: readonly { id: string; partner: string }[]
}

const dayText = (day: string | null) => (day === null ? '' : formatDate(day))
/** Steps shown at once; the others open. */
const SHOWN = 5

export function BatchFields({ batch, origins }: { batch: BatchValues; origins: Origins }) {
  const language = useLanguage()
  const steps = Array.from({ length: MOST_STEPS }, (_, index) => <StepFields key={index} index={index} step={batch.steps[index]} />)
  const shown = Math.max(SHOWN, batch.steps.length)
  return (
    <>
      <Field
        name="number"
        label={words.number[language]}
        hint={words.numberHint[language]}
        size="middle"
        maxLength={60}
        defaultValue={batch.number}
      />
      <DateField name="producedOn" label={words.producedOn[language]} defaultValue={dayText(batch.producedOn)} />
      <Select
        name="shelf"
        label={words.shelf[language]}
        empty={words.noShelf[language]}
        optional
        defaultValue={batch.shelf ?? ''}
        choices={shelfKinds.map((one) => ({ value: one, label: shelfWords[one][language] }))}
      />
      <DateField name="lastsTo" label={words.lastsTo[language]} optional defaultValue={dayText(batch.lastsTo)} />
      <Field
        name="quantity"
        label={words.quantity[language]}
        inputMode="decimal"
        size="middle"
        maxLength={20}
        defaultValue={batch.quantityE3 === null ? '' : formatNumber(batch.quantityE3 / 1000)}
      />
      <Field
        name="unit"
        label={words.unit[language]}
        hint={words.unitHint[language]}
        size="short"
        maxLength={40}
        defaultValue={batch.unit}
      />
      <h2>{words.origins[language]}</h2>
      <p className="hint">{words.originsHint[language]}</p>
      {origins.areas.length + origins.links.length === 0 ? <p className="quiet">{words.noOrigins[language]}</p> : null}
      {origins.areas.map((area) => (
        <CheckBox
          key={area.id}
          name={`area.${area.id}`}
          label={area.areaCode === null ? area.name : `${area.name} (${area.areaCode})`}
          checked={batch.areas.includes(area.id)}
        />
      ))}
      {origins.links.map((link) => (
        <CheckBox key={link.id} name={`link.${link.id}`} label={link.partner} checked={batch.links.includes(link.id)} />
      ))}
      <h2>{words.steps[language]}</h2>
      <p className="hint">{words.stepsHint[language]}</p>
      {steps.slice(0, shown)}
      {shown < MOST_STEPS ? <Disclose summary={words.moreSteps[language]}>{steps.slice(shown)}</Disclose> : null}
      <h2>{words.stamps[language]}</h2>
      <Field name="stampFrom" label={words.stampFrom[language]} size="middle" optional maxLength={60} defaultValue={batch.stampFrom} />
      <Field name="stampTo" label={words.stampTo[language]} size="middle" optional maxLength={60} defaultValue={batch.stampTo} />
      <Field
        name="stampCount"
        label={words.stampCount[language]}
        hint={words.stampHint[language]}
        inputMode="numeric"
        size="short"
        optional
        maxLength={14}
        defaultValue={batch.stampCount === null ? '' : formatNumber(batch.stampCount)}
      />
      <TextArea name="note" label={words.note[language]} optional maxLength={2000} defaultValue={batch.note} />
    </>
  )
}

function StepFields({ index, step }: { index: number; step: BatchValues['steps'][number] | undefined }) {
  const language = useLanguage()
  return (
    <fieldset className="stack">
      <legend className="label">{fill(words.step[language], { n: index + 1 })}</legend>
      <Select
        name={`steps.${index}.kind`}
        label={words.stepKind[language]}
        optional
        defaultValue={step?.kind ?? ''}
        choices={stepKinds.map((one) => ({ value: one, label: stepWords[one][language] }))}
      />
      <DateField name={`steps.${index}.onDay`} label={words.stepDay[language]} optional defaultValue={dayText(step?.onDay ?? null)} />
      <Field name={`steps.${index}.place`} label={words.stepPlace[language]} optional maxLength={200} defaultValue={step?.place ?? ''} />
      <Field name={`steps.${index}.detail`} label={words.stepDetail[language]} optional maxLength={500} defaultValue={step?.detail ?? ''} />
    </fieldset>
  )
}

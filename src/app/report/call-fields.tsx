import { formatDate } from '#/platform/text/format.ts'
import type { Asked } from '#/programme/report/call.input.ts'
import { CheckBox, Checks, Select } from '../ui/choices.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './report.messages.ts'

export type CallStart = {
  title: string
  periodFrom: string
  periodTo: string
  cutOffOn: string
  beforeOn: string | null
  partsBeforeOn: string | null
  source: string | null
  planFamilyId: string | null
  asked: Asked
}

/** Title, days and who reports; the days of a call are three things. */
type Props = {
  call: CallStart
  bodies: readonly { id: string; name: string }[]
  plans: readonly { familyId: string; title: string }[]
}

export function CallFields({ call, bodies, plans }: Props) {
  const language = useLanguage()
  const day = (value: string | null) => (value === null ? '' : formatDate(value))
  return (
    <>
      <Field name="title" label={words.title[language]} defaultValue={call.title} maxLength={200} />
      <DateField name="periodFrom" label={words.periodFrom[language]} defaultValue={day(call.periodFrom)} />
      <DateField name="periodTo" label={words.periodTo[language]} defaultValue={day(call.periodTo)} />
      <DateField name="cutOffOn" label={words.cutOff[language]} defaultValue={day(call.cutOffOn)} />
      <DateField name="beforeOn" label={words.before[language]} hint={words.beforeHint[language]} defaultValue={day(call.beforeOn)} />
      <DateField
        name="partsBeforeOn"
        label={words.partsBefore[language]}
        hint={words.sameDay[language]}
        optional
        defaultValue={day(call.partsBeforeOn)}
      />
      {plans.length === 0 ? null : (
        <Select
          name="planFamilyId"
          label={words.plan[language]}
          hint={words.planHint[language]}
          optional
          choices={plans.map((plan) => ({ value: plan.familyId, label: plan.title }))}
          defaultValue={call.planFamilyId ?? ''}
        />
      )}
      <Field name="source" label={words.source[language]} optional defaultValue={call.source ?? ''} maxLength={300} />
      <fieldset className="stack">
        <legend>{words.whoReports[language]}</legend>
        <CheckBox name="communes" label={words.communes[language]} checked={call.asked.communes} />
        <CheckBox name="desks" label={words.desks[language]} checked={call.asked.desks} />
      </fieldset>
      {bodies.length === 0 ? null : (
        <Checks
          name="bodies"
          label={words.bodies[language]}
          optional
          choices={bodies.map((body) => ({ value: body.id, label: body.name }))}
          defaultValues={call.asked.bodies}
        />
      )}
    </>
  )
}

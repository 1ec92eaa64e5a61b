import { formatDate } from '#/platform/text/format.ts'
import { eventKinds, eventKindWords, reaches, reachWords } from '#/programme/promotion/promotion.ts'
import { tieText, type PlanTask } from '#/programme/register/plan-task.ts'
import { TaskField } from '../plan/task-field.tsx'
import { Radios, Select } from '../ui/choices.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './promotion.messages.ts'

type Values = {
  kind: string
  title: string
  organiser: string
  place: string
  reach: string
  startsOn: string | null
  endsOn: string | null
  content: string
  planFamilyId: string | null
  taskCode: string | null
}

export const emptyEvent: Values = {
  kind: '',
  title: '',
  organiser: '',
  place: '',
  reach: 'province',
  startsOn: null,
  endsOn: null,
  content: '',
  planFamilyId: null,
  taskCode: null,
}

type Props = { event: Values; tasks: readonly PlanTask[]; tied?: PlanTask | null; task?: string }

/** `task`: chosen beforehand by the address the person came from. */
export function EventFields({ event, tasks, tied = null, task = tieText(event) }: Props) {
  const language = useLanguage()
  return (
    <>
      <Select
        name="kind"
        label={words.kind[language]}
        defaultValue={event.kind}
        choices={eventKinds.map((one) => ({ value: one, label: eventKindWords[one][language] }))}
      />
      <Field name="title" label={words.title[language]} defaultValue={event.title} maxLength={300} />
      <Radios
        name="reach"
        label={words.reach[language]}
        defaultValue={event.reach}
        choices={reaches.map((one) => ({ value: one, label: reachWords[one][language] }))}
      />
      <DateField
        name="startsOn"
        label={words.startsOn[language]}
        defaultValue={event.startsOn === null ? '' : formatDate(event.startsOn)}
      />
      <DateField name="endsOn" label={words.endsOn[language]} defaultValue={event.endsOn === null ? '' : formatDate(event.endsOn)} />
      <Field name="place" label={words.place[language]} optional defaultValue={event.place} maxLength={300} />
      <Field name="organiser" label={words.organiser[language]} optional defaultValue={event.organiser} maxLength={300} />
      <TaskField tasks={tasks} tied={tied} chosen={task} />
      <TextArea name="content" label={words.content[language]} optional rows={4} maxLength={4000} defaultValue={event.content} />
    </>
  )
}

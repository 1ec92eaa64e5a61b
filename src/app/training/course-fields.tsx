import { formatDate } from '#/platform/text/format.ts'
import { audiences, audienceWords, courseKinds, courseKindWords, topics, topicWords } from '#/programme/training/training.ts'
import { tieText, type PlanTask } from '#/programme/register/plan-task.ts'
import { TaskField } from '../plan/task-field.tsx'
import { CheckBox, Radios, Select } from '../ui/choices.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './training.messages.ts'

export type CourseValues = {
  kind: string
  title: string
  topic: string
  audience: string
  content: string
  organiser: string
  place: string
  online: boolean
  startsOn: string | null
  endsOn: string | null
  registerUntil: string | null
  seats: number | null
  planFamilyId: string | null
  taskCode: string | null
}

export const emptyCourse: CourseValues = {
  kind: 'training',
  title: '',
  topic: '',
  audience: 'both',
  content: '',
  organiser: '',
  place: '',
  online: false,
  startsOn: null,
  endsOn: null,
  registerUntil: null,
  seats: null,
  planFamilyId: null,
  taskCode: null,
}

const day = (date: string | null) => (date === null ? '' : formatDate(date))

type Props = { course: CourseValues; tasks: readonly PlanTask[]; tied?: PlanTask | null; task?: string }

/** `task`: chosen beforehand by the address the person came from. */
export function CourseFields({ course, tasks, tied = null, task = tieText(course) }: Props) {
  const language = useLanguage()
  return (
    <>
      <Radios
        name="kind"
        label={words.kind[language]}
        defaultValue={course.kind}
        choices={courseKinds.map((one) => ({ value: one, label: courseKindWords[one][language] }))}
      />
      <Field name="title" label={words.title[language]} defaultValue={course.title} maxLength={300} />
      <Select
        name="topic"
        label={words.topic[language]}
        defaultValue={course.topic}
        choices={topics.map((one) => ({ value: one, label: topicWords[one][language] }))}
      />
      <Radios
        name="audience"
        label={words.audience[language]}
        defaultValue={course.audience}
        choices={audiences.map((one) => ({ value: one, label: audienceWords[one][language] }))}
      />
      <DateField name="startsOn" label={words.startsOn[language]} defaultValue={day(course.startsOn)} />
      <DateField name="endsOn" label={words.endsOn[language]} defaultValue={day(course.endsOn)} />
      <Field name="place" label={words.place[language]} optional defaultValue={course.place} maxLength={300} />
      <CheckBox name="online" label={words.online[language]} checked={course.online} />
      <Field name="organiser" label={words.organiser[language]} optional defaultValue={course.organiser} maxLength={300} />
      <DateField
        name="registerUntil"
        label={words.registerUntil[language]}
        hint={words.registerUntilHint[language]}
        optional
        defaultValue={day(course.registerUntil)}
      />
      <Field
        name="seats"
        label={words.seats[language]}
        hint={words.seatsHint[language]}
        optional
        size="short"
        inputMode="numeric"
        maxLength={5}
        defaultValue={course.seats === null ? '' : String(course.seats)}
      />
      <TaskField tasks={tasks} tied={tied} chosen={task} />
      <TextArea name="content" label={words.content[language]} optional rows={4} maxLength={4000} defaultValue={course.content} />
    </>
  )
}

// The fields of one task of a plan.
import { formatDate } from '#/platform/text/format.ts'
import type { Task } from '#/programme/programme-plan/programme-plan.ts'
import { precisions, recurrences } from '#/programme/programme-plan/when.ts'
import { Select } from '../ui/choices.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import { choicesOf, CodeField, type Part } from './part-shared.tsx'
import { precisionWords, recurrenceWords, words } from './plan.messages.ts'

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

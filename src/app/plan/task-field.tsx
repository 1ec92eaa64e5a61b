// The task of a plan that a course or event is held for: the field of its form, and the line on its page.
import { tieText, type PlanTask } from '#/programme/register/plan-task.ts'
import { Select } from '../ui/choices.tsx'
import type { Fact } from '../ui/facts.tsx'
import { useLanguage, type Language } from '../ui/language.ts'
import { words } from './plan.messages.ts'

/** `tasks`: those on offer; `tied`: the one chosen so far, which may be of a plan no longer in force. */
export function TaskField({ tasks, tied, chosen }: { tasks: readonly PlanTask[]; tied: PlanTask | null; chosen: string }) {
  const language = useLanguage()
  const offered = tied === null || tasks.some((one) => textOf(one) === textOf(tied)) ? tasks : [tied, ...tasks]
  return (
    <Select
      name="task"
      label={words.forTask[language]}
      hint={words.forTaskHint[language]}
      optional
      empty={words.noTask[language]}
      defaultValue={chosen}
      choices={offered.map((one) => ({ value: textOf(one), label: `${one.code}. ${one.title} · ${one.plan}` }))}
    />
  )
}

const textOf = (task: PlanTask): string => tieText({ planFamilyId: task.familyId, taskCode: task.code })

export function taskFact(task: PlanTask | null, language: Language): Fact[] {
  if (task === null) return []
  return [
    {
      label: words.forTask[language],
      value: `${task.code}. ${task.title}`,
      note: <a href={`/ke-hoach/${task.planId}`}>{task.plan}</a>,
    },
  ]
}

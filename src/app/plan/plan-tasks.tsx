// What a plan orders, under the headings the plan gives.
import { timeOf } from '#/programme/programme-plan/programme-plan.paper.ts'
import type { StoredTask } from '#/programme/programme-plan/part.store.ts'
import type { TaskBody } from '#/programme/programme-plan/programme-plan.ts'
import { useLanguage } from '../ui/language.ts'
import { Table } from '../ui/table.tsx'
import { PlanSection, type PartProps } from './plan-section.tsx'
import { words } from './plan.messages.ts'

const names = (bodies: readonly TaskBody[], part: 'lead' | 'co') =>
  bodies
    .filter((body) => body.part === part)
    .map((body) => body.name)
    .join('; ')

export function PlanTasks({ parts, base, edit }: PartProps) {
  const language = useLanguage()
  const deeds = edit ? [{ href: `${base}/muc/nhiem-vu/them`, label: words.addTask[language] }] : []
  if (parts.tasks.length === 0 && !edit) return null
  const sections = [...Map.groupBy(parts.tasks, (task) => task.section)]
  return (
    <PlanSection id="nhiem-vu" title={words.tasks[language]} deeds={deeds}>
      {sections.map(([title, tasks]) => (
        <div key={title} className="stack">
          {title === '' ? null : <h3>{title}</h3>}
          <TaskTable tasks={tasks} caption={title === '' ? words.tasks[language] : title} href={edit ? `${base}/muc/nhiem-vu/` : null} />
        </div>
      ))}
    </PlanSection>
  )
}

function TaskTable({ tasks, caption, href }: { tasks: readonly StoredTask[]; caption: string; href: string | null }) {
  const language = useLanguage()
  return (
    <Table
      caption={caption}
      rows={tasks}
      rowKey={(row) => row.code}
      columns={[
        { key: 'code', label: words.code[language], cell: (row) => row.code },
        {
          key: 'title',
          label: words.taskTitle[language],
          head: true,
          cell: (row) => (
            <>
              {href === null ? row.title : <a href={`${href}${row.code}`}>{row.title}</a>}
              {row.content === '' ? null : <small className="quiet block">{row.content}</small>}
            </>
          ),
        },
        { key: 'lead', label: words.lead[language], cell: (row) => names(row.bodies, 'lead') },
        { key: 'co', label: words.co[language], cell: (row) => names(row.bodies, 'co') },
        {
          key: 'time',
          label: words.period[language],
          cell: (row) => (
            <>
              {timeOf(row)}
              {row.reading === null ? null : <small className="quiet block">{row.reading}</small>}
            </>
          ),
        },
      ]}
    />
  )
}

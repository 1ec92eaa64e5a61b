import type { ReactNode } from 'react'
import { State, type StateKind } from './state.tsx'

export type Task = {
  title: string
  /** Absent while the task is not open yet; then `hint` says why. */
  href?: string
  hint?: ReactNode
  state: { kind: StateKind; text: string }
}

/** One numbered stage of a task list, the number hanging in the margin of a ledger page. */
export function TaskList({ number, title, tasks }: { number?: string | number; title: string; tasks: readonly Task[] }) {
  return (
    <section>
      <h2 className="mb">
        {number === undefined ? null : <span className="hang crit-code h3">{number}</span>} {title}
      </h2>
      <ul className="tasks">
        {tasks.map((task) => (
          <li key={task.title} className={task.href === undefined ? 'task task-off' : 'task'}>
            <span>
              {task.href === undefined ? task.title : <a href={task.href}>{task.title}</a>}
              {task.hint === undefined ? null : <span className="hint">{task.hint}</span>}
            </span>
            <State kind={task.state.kind}>{task.state.text}</State>
          </li>
        ))}
      </ul>
    </section>
  )
}

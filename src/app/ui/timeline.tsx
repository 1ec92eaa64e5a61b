import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { stateIcon, type StateKind } from './state.tsx'

export type TimelineEvent = {
  title: ReactNode
  /** Already written for people: "08/10/2026". */
  date?: string
  /** The same for machines: "2026-10-08". */
  dateTime?: string
  note?: ReactNode
  /** Done unless told otherwise; `now` is where things stand. */
  when?: 'done' | 'now' | 'todo'
  state?: StateKind
}

/** What happened to a dossier or certificate, and what is to come. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol className="timeline">
      {events.map((event, index) => {
        const when = event.when ?? 'done'
        return (
          <li key={index} className={when === 'done' ? undefined : when} aria-current={when === 'now' ? 'step' : undefined}>
            <Icon name={stateIcon(event.state ?? (when === 'now' ? 'part' : when))} />
            <b>{event.title}</b>
            {event.date === undefined ? null : <time dateTime={event.dateTime}>{event.date}</time>}
            {event.note === undefined ? null : <span className="hint">{event.note}</span>}
          </li>
        )
      })}
    </ol>
  )
}

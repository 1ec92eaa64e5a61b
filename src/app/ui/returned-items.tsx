import type { ReactNode } from 'react'
import { State } from './state.tsx'

export type ReturnedItem = {
  title: string
  /** The officer's words. */
  remark: string
  /** Where it belongs: "Tiêu chí 3.3 · mẫu 02 mục III". */
  place?: string
  answered: boolean
  stateText: string
  /** The one next step: a button while open, a link to the answer afterwards. */
  action?: ReactNode
}

/** Items a dossier was returned for, each with the officer's words and its own next step. */
export function ReturnedItems({ title, lead, items }: { title: string; lead?: ReactNode; items: readonly ReturnedItem[] }) {
  return (
    <section className="returned">
      <header>
        <h2>{title}</h2>
        {lead === undefined ? null : <p>{lead}</p>}
      </header>
      <ol>
        {items.map((item) => (
          <li key={item.title}>
            <div>
              <div className="row between">
                <b>{item.title}</b>
                <State kind={item.answered ? 'done' : 'back'}>{item.stateText}</State>
              </div>
              <p className="quote">{item.remark}</p>
              {item.place === undefined ? null : <p className="hint">{item.place}</p>}
              {item.action}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

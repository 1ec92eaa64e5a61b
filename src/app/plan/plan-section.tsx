// A part of a plan under its heading, and the list of them all at the top of a plan.
import type { ReactNode } from 'react'
import type { StoredParts } from '#/programme/programme-plan/part.store.ts'
import { ButtonLink } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './plan.messages.ts'

export type PartProps = { parts: StoredParts; base: string; edit: boolean }

type Deed = { href: string; label: string }

export function PlanSection({
  id,
  title,
  deeds = [],
  children,
}: {
  id: string
  title: string
  deeds?: readonly Deed[]
  children: ReactNode
}) {
  return (
    <section className="stack" id={id} aria-labelledby={`${id}-ten`}>
      <div className="row between">
        <h2 id={`${id}-ten`}>{title}</h2>
        {deeds.length === 0 ? null : (
          <div className="row no-print">
            {deeds.map((deed) => (
              <ButtonLink key={deed.href} kind="quiet" small href={deed.href}>
                {deed.label}
              </ButtonLink>
            ))}
          </div>
        )}
      </div>
      {children}
    </section>
  )
}

/** Where the parts stand. Not on paper: the printed plan is read from its first page. */
export function PlanContents({ entries }: { entries: readonly { id: string; label: string; count?: number }[] }) {
  const language = useLanguage()
  return (
    <nav className="no-print" aria-label={words.contents[language]}>
      <ul className="row">
        {entries.map(({ id, label, count }) => (
          <li key={id}>
            <a className="tap" href={`#${id}`}>
              {count === undefined ? label : `${label} (${count})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

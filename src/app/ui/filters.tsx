import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.ts'
import { words } from './ui.messages.ts'

/** Panel of filters beside a list, inside the list's GET form. Below 1,024 px it opens through its own anchor: no script. Children: fieldsets, fields. */
export function Filters({
  title,
  id = 'loc',
  closeTo = 'ket-qua',
  children,
}: {
  title: string
  id?: string
  closeTo?: string
  children: ReactNode
}) {
  const language = useLanguage()
  return (
    <div className="filters" id={id}>
      <div className="row between">
        <h2 className="h3">{title}</h2>
        <a className="tap only-narrow" href={`#${closeTo}`}>
          <Icon name="cross" />
          {words.closeFilter[language]}
        </a>
      </div>
      {children}
      <button className="btn btn-quiet">{words.applyFilter[language]}</button>
    </div>
  )
}

/** Opens the panel on a phone, with the number of filters in use. */
export function FiltersLink({ count, target = 'loc' }: { count: number; target?: string }) {
  const language = useLanguage()
  return (
    <a className="btn btn-quiet btn-small only-narrow" href={`#${target}`}>
      <Icon name="filter" />
      {words.filter[language]}
      {count === 0 ? null : ` (${count})`}
    </a>
  )
}

export type AppliedFilter = { label: string; /** The list without this filter. */ href: string }

/** Filters in use, each with its way out. */
export function Applied({ filters, clearHref }: { filters: readonly AppliedFilter[]; clearHref: string }) {
  const language = useLanguage()
  if (filters.length === 0) return null
  return (
    <ul className="applied" aria-label={words.filter[language]}>
      {filters.map((filter) => (
        <li key={filter.label}>
          <a href={filter.href}>
            {filter.label}
            <Icon name="cross" />
            <span className="vh">, {words.removeFilter[language]}</span>
          </a>
        </li>
      ))}
      <li>
        <a className="plain" href={clearHref}>
          {words.clearFilter[language]}
        </a>
      </li>
    </ul>
  )
}

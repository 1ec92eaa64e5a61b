import type { ReactNode } from 'react'
import { Select } from './choices.tsx'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.ts'
import { words } from './ui.messages.ts'

/**
 * Search and filters above a table, a GET form that stands right before <Table>. `search` stays visible on a phone; the fields in `children`
 * (wrap each in <Fold>) open through the anchor. `hidden` carries the rest of the query, such as the sort.
 */
export function Toolbar({
  search,
  hidden = {},
  children,
}: {
  search: ReactNode
  hidden?: Readonly<Record<string, string>>
  children?: ReactNode
}) {
  const language = useLanguage()
  return (
    <form className="toolbar" id="loc" method="get">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {search}
      {children}
      <div className="row">
        <button className="btn btn-quiet btn-small">
          <Icon name="search" />
          {words.search[language]}
        </button>
        {children === undefined ? null : (
          <a className="tap only-narrow" href="#loc">
            <Icon name="filter" />
            {words.filter[language]}
          </a>
        )}
      </div>
    </form>
  )
}

/** A field of the toolbar that folds away on a phone. */
export function Fold({ children }: { children: ReactNode }) {
  return <div className="fold">{children}</div>
}

/** One thing of a list to choose by; nothing chosen is everything. */
export function Filter({
  name,
  label,
  value,
  choices,
}: {
  name: string
  label: string
  value: string | null
  choices: readonly { value: string; label: string }[]
}) {
  const language = useLanguage()
  return (
    <Fold>
      <Select name={name} label={label} empty={words.all[language]} defaultValue={value ?? ''} choices={choices} />
    </Fold>
  )
}

import { withParams } from '../list-address.ts'
import { ButtonLink } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { ExcelLink } from './excel-link.tsx'
import { useLanguage } from './language.ts'
import { Pager } from './pager.tsx'
import { Table, type Column } from './table.tsx'
import { words } from './ui.messages.ts'

type Props<Row> = {
  /** What the list holds; read out before the table. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Address of the list without search and filters. */
  clearHref: string
  /** "?q=…" of the page: what the other pages keep. */
  search: string
  page: number
  perPage: number
  /** Rows of all pages. */
  total: number
  /** Address of the same rows as a workbook. */
  excel?: string
}

/** What a search found, right under <Toolbar>: the rows or that none fits, the other pages, the same rows as a workbook. */
export function Listing<Row>({ clearHref, search, page, perPage, total, excel, ...table }: Props<Row>) {
  return (
    <>
      {table.rows.length === 0 ? <NoMatch clearHref={clearHref} /> : <Table {...table} />}
      <Pager page={page} pages={Math.ceil(total / perPage)} hrefFor={(to) => withParams(search, { trang: String(to) })} />
      {excel === undefined ? null : <ExcelLink href={excel} rows={total} />}
    </>
  )
}

/** Nothing fits what was asked: fewer words, or the whole list. */
export function NoMatch({ clearHref }: { clearHref: string }) {
  const language = useLanguage()
  return (
    <EmptyState
      icon="search"
      title={words.noMatch[language]}
      hint={words.noMatchHint[language]}
      action={
        <ButtonLink kind="quiet" href={clearHref}>
          {words.clearFilter[language]}
        </ButtonLink>
      }
    />
  )
}

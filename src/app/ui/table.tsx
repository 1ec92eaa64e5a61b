/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- display: block and grid take the native table roles away, so they are written out */
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { Scroll } from './scroll.tsx'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** The cell that names the row; exactly one column. */
  head?: boolean
  align?: 'left' | 'right' | 'center'
  /** Link that sorts by this column, and how it is sorted now. */
  sortHref?: string
  sorted?: 'ascending' | 'descending'
  /** In the list on a phone: own line, beside its label, own line with its label at the left, quiet at the top right, or left out. */
  narrow?: 'full' | 'labelled' | 'line' | 'kind' | 'hide'
  nowrap?: boolean
}

type Props<Row> = {
  /** What the table holds; read out, and shown when `showCaption`. */
  caption: string
  showCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** `list`: becomes a list below 1,024 px. `plain`: stays a table, scrolls sideways. */
  variant?: 'list' | 'plain'
  className?: string
}

/** A table of records. Roles are written out because a list drawn from a table would lose them. */
export function Table<Row>({ caption, showCaption = false, columns, rows, rowKey, variant = 'list', className }: Props<Row>) {
  const listed = variant === 'list'
  const table = (
    <table role="table" className={['table', listed ? 'table-list' : '', className ?? ''].filter(Boolean).join(' ')}>
      <caption className={showCaption ? undefined : 'vh'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" aria-sort={column.sorted} className={alignment(column)}>
              {column.sortHref === undefined ? (
                column.label
              ) : (
                <a className="with-icon" href={column.sortHref}>
                  {column.label}
                  {column.sorted === undefined ? null : <Icon name={column.sorted === 'ascending' ? 'up' : 'down'} />}
                </a>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  return listed ? <div className="scroll">{table}</div> : <Scroll label={caption}>{table}</Scroll>
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { head = false, narrow = head ? 'full' : 'labelled', nowrap = false } = column
  const className =
    [alignment(column) ?? '', narrow === 'labelled' ? '' : narrow, nowrap ? 'nowrap' : ''].filter(Boolean).join(' ') || undefined
  if (head) {
    return (
      <th role="rowheader" scope="row" className={className}>
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td role="cell" className={className} data-label={narrow === 'labelled' || narrow === 'line' ? column.label : undefined}>
      {narrow === 'line' ? <div>{column.cell(row)}</div> : column.cell(row)}
    </td>
  )
}

function alignment<Row>({ align = 'left' }: Column<Row>): string | undefined {
  return align === 'left' ? undefined : align === 'right' ? 'r' : 'c'
}

// A table of figures: each number is a link to the approved entries that make it.
import { formatNumber } from '#/platform/text/format.ts'
import type { Figures } from '#/programme/money/money.store.ts'
import { withParams } from '../list-address.ts'
import type { Column } from '../ui/table.tsx'
import { words } from './money.messages.ts'

/** `at`: what of the journal the row is about, such as its line or source. */
export function figureColumns<Row>(
  language: 'vi' | 'en',
  of: (row: Row) => Figures,
  at: (row: Row) => Record<string, string>,
): Column<Row>[] {
  const column = (key: 'allocated' | 'committed' | 'disbursed' | 'settled' | 'balance', kind: string): Column<Row> => ({
    key,
    label: words[key][language],
    align: 'right',
    cell: (row) => {
      const value = of(row)[key]
      return (
        <a className="num" href={`/kinh-phi/so${withParams('', { ...at(row), loai: kind, 'trang-thai': 'approved' })}`}>
          {formatNumber(value)}
        </a>
      )
    },
  })
  return [
    column('allocated', 'given'),
    column('committed', 'reserved'),
    column('disbursed', 'paid'),
    column('settled', 'settlement'),
    column('balance', 'moved'),
  ]
}

/** Whole đồng in a table, or what stands in place of one. */
export function Dong({ value, none = '–' }: { value: number | null; none?: string }) {
  return value === null ? <span className="quiet">{none}</span> : <span className="num">{formatNumber(value)}</span>
}

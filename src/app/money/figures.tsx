// A table of figures: each number is a link to the approved entries that make it.
import { formatNumber } from '#/platform/text/format.ts'
import type { Figures } from '#/programme/money/money.store.ts'
import { withParams } from '../list-address.ts'
import type { Column } from '../ui/table.tsx'
import { words } from './money.messages.ts'

const figures = [
  ['allocated', 'given'],
  ['committed', 'reserved'],
  ['disbursed', 'paid'],
  ['settled', 'settlement'],
  ['balance', 'moved'],
] as const

/**
 * `at`: what of the journal the row is about, such as its line or source. `brief`: a phone shows what was given, paid and is left; the other two
 * stand on the page of the row.
 */
export function figureColumns<Row>(
  language: 'vi' | 'en',
  of: (row: Row) => Figures,
  at: (row: Row) => Record<string, string>,
  { brief = false } = {},
): Column<Row>[] {
  return figures.map(([key, kind]) => ({
    key,
    label: words[key][language],
    align: 'right',
    narrow: brief && (key === 'committed' || key === 'settled') ? 'hide' : 'line',
    cell: (row) => {
      const value = of(row)[key]
      if (value === 0 && key !== 'balance') return <Dong value={0} />
      return (
        <a className="num" href={`/kinh-phi/so${withParams('', { ...at(row), loai: kind, 'trang-thai': 'approved' })}`}>
          {formatNumber(value)}
        </a>
      )
    },
  }))
}

/** Whole đồng in a table, or what stands in place of one. */
export function Dong({ value, none = '–' }: { value: number | null; none?: string }) {
  return value === null ? <span className="quiet">{none}</span> : <span className="num">{formatNumber(value)}</span>
}

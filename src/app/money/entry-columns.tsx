// Entries as columns: the journal and the latest ones of a line.
import { formatDate, formatNumber } from '#/platform/text/format.ts'
import type { EntryRow, EntrySort } from '#/programme/money/entry.store.ts'
import { entryStateWords, kindRules } from '#/programme/money/money.ts'
import { State } from '../ui/state.tsx'
import type { Column } from '../ui/table.tsx'
import { words } from './money.messages.ts'

type Options = {
  /** Leaves out the line's own name. */
  ofLine?: boolean
  sortBy?: (sort: EntrySort) => Pick<Column<EntryRow>, 'sortHref' | 'sorted'>
}

export function entryColumns(language: 'vi' | 'en', { ofLine = false, sortBy = () => ({}) }: Options): Column<EntryRow>[] {
  return [
    { key: 'day', label: words.onDay[language], ...sortBy('recent'), cell: (row) => <span className="num">{formatDate(row.onDay)}</span> },
    {
      key: 'kind',
      label: words.kind[language],
      head: true,
      cell: (row) => <a href={`/kinh-phi/but-toan/${row.id}`}>{kindRules[row.kind].words[language]}</a>,
    },
    {
      key: 'amount',
      label: words.amountDong[language],
      narrow: 'line',
      align: 'right',
      ...sortBy('amount'),
      cell: (row) => <span className="num">{formatNumber(row.amount)}</span>,
    },
    ...(ofLine
      ? []
      : [
          {
            key: 'line',
            narrow: 'line' as const,
            label: words.line[language],
            ...sortBy('line'),
            cell: (row: EntryRow) => <a href={`/kinh-phi/khoan/${row.lineId}`}>{row.line}</a>,
          },
        ]),
    { key: 'source', narrow: 'line', label: words.source[language], cell: (row) => row.source },
    { key: 'payee', narrow: 'line', label: words.payee[language], ...sortBy('payee'), cell: (row) => row.payee },
    { key: 'paper', narrow: 'line', label: words.decisionNumber[language], cell: (row) => row.decisionNumber },
    {
      key: 'state',
      label: words.state[language],
      narrow: 'full',
      cell: (row) => <State kind={entryStateWords[row.state].mark}>{entryStateWords[row.state][language]}</State>,
    },
  ]
}

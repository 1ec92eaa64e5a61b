// Columns of violations, for the list, an inspection, a producer’s own page and the page of the mark.
import { formatDate } from '#/platform/text/format.ts'
import type { ViolationRow } from '#/programme/inspection/violation.store.ts'
import { isLate, severityWords, violationKindWords, violationStateWords } from '#/programme/inspection/violation.ts'
import type { Language } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import type { Column } from '../ui/table.tsx'
import { words } from './inspection.messages.ts'

type Sorting = Pick<Column<ViolationRow>, 'sortHref' | 'sorted'>

export function violationColumns(
  language: Language,
  today: string,
  sorting: { recent?: Sorting; due?: Sorting } = {},
): Column<ViolationRow>[] {
  return [
    {
      key: 'what',
      label: words.whatFound[language],
      head: true,
      cell: (row) => (
        <>
          <a href={`/hau-kiem/vi-pham/${row.id}`}>
            <b>{violationKindWords[row.kind][language]}</b>
          </a>
          <small className="quiet block">{[row.product ?? row.goods, row.producer ?? ''].filter((part) => part !== '').join(' · ')}</small>
          <small className="block">{row.what.length > 140 ? `${row.what.slice(0, 140)}…` : row.what}</small>
        </>
      ),
    },
    { key: 'severity', label: words.severity[language], cell: (row) => severityWords[row.severity][language] },
    {
      key: 'found',
      label: words.found[language],
      ...sorting.recent,
      nowrap: true,
      cell: (row) => <span className="num">{formatDate(row.foundOn)}</span>,
    },
    {
      key: 'due',
      label: words.dueOn[language],
      ...sorting.due,
      nowrap: true,
      cell: (row) => (row.dueOn === null ? '–' : <span className="num">{formatDate(row.dueOn)}</span>),
    },
    {
      key: 'state',
      label: words.state[language],
      narrow: 'full',
      cell: (row) =>
        isLate(row, today) ? (
          <State kind="late">{words.lateHint[language]}</State>
        ) : (
          <State kind={violationStateWords[row.state].mark}>{violationStateWords[row.state][language]}</State>
        ),
    },
  ]
}

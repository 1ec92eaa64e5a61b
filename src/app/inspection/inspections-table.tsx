// Columns of inspections, for the list and for a producer’s own page.
import { formatDate } from '#/platform/text/format.ts'
import type { InspectionRow } from '#/programme/inspection/inspection.store.ts'
import { inspectionKindWords, inspectionStateWords } from '#/programme/inspection/inspection.ts'
import type { Language } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import type { Column } from '../ui/table.tsx'
import { words } from './inspection.messages.ts'

type Sorting = Pick<Column<InspectionRow>, 'sortHref' | 'sorted'>

export function inspectionColumns(language: Language, sorting: { recent?: Sorting; producer?: Sorting } = {}): Column<InspectionRow>[] {
  return [
    {
      key: 'what',
      label: words.producer[language],
      head: true,
      ...sorting.producer,
      cell: (row) => (
        <>
          <a href={`/hau-kiem/${row.id}`}>
            <b>{row.producer ?? row.place}</b>
          </a>
          <small className="quiet block">
            {[row.producer === null ? '' : row.place, row.products.join(', ')].filter((part) => part !== '').join(' · ')}
          </small>
        </>
      ),
    },
    { key: 'kind', label: words.kind[language], cell: (row) => inspectionKindWords[row.kind][language] },
    {
      key: 'day',
      label: words.day[language],
      ...sorting.recent,
      nowrap: true,
      cell: (row) => <span className="num">{formatDate(row.doneOn ?? row.plannedOn)}</span>,
    },
    { key: 'number', label: words.number[language], narrow: 'line', nowrap: true, cell: (row) => row.number ?? '–' },
    {
      key: 'violations',
      label: words.violationCount[language],
      align: 'right',
      cell: (row) => <span className="num">{row.violations}</span>,
    },
    {
      key: 'state',
      label: words.state[language],
      narrow: 'full',
      cell: (row) => <State kind={inspectionStateWords[row.state].mark}>{inspectionStateWords[row.state][language]}</State>,
    },
  ]
}

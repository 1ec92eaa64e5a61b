// What came from each source and went out of it.
import type { Figures } from '#/programme/money/money.store.ts'
import { sourceWords, type SourceKind } from '#/programme/money/money.ts'
import { useLanguage } from '../ui/language.ts'
import { Table } from '../ui/table.tsx'
import { figureColumns } from './figures.tsx'
import { words } from './money.messages.ts'

type SourceRow = { id: string; name: string; kind: SourceKind; figures: Figures }

/** `at`: what of the journal a row's figures open. */
export function SourcesTable({ rows, at }: { rows: readonly SourceRow[]; at: (source: SourceRow) => Record<string, string> }) {
  const language = useLanguage()
  return (
    <Table
      caption={words.bySource[language]}
      rows={rows}
      rowKey={(source) => source.id}
      columns={[
        {
          key: 'name',
          label: words.source[language],
          head: true,
          cell: (source) => (
            <>
              <b>{source.name}</b>
              <br />
              <small className="quiet">{sourceWords[source.kind][language]}</small>
            </>
          ),
        },
        ...figureColumns<SourceRow>(language, (source) => source.figures, at),
      ]}
    />
  )
}

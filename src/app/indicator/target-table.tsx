// Targets with what was promised and done, progress, forecast and verdict: the plan's own page and the dashboard show the same rows.
import { formatDate } from '#/platform/text/format.ts'
import { targetStates, type TargetState } from '#/programme/indicator/target.ts'
import { useLanguage } from '../ui/language.ts'
import { Meter } from '../ui/meter.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { scopeWords, words } from './target.messages.ts'
import type { TargetRow } from './targets.server.ts'

type Rows = readonly TargetRow[]

export function TargetCounts({ rows }: { rows: Rows }) {
  const language = useLanguage()
  const counts = Map.groupBy(rows, (row) => row.state)
  return (
    <p className="row">
      {(Object.keys(targetStates) as TargetState[]).flatMap((state) => {
        const n = counts.get(state)?.length ?? 0
        return n === 0
          ? []
          : [
              <State key={state} kind={targetStates[state].mark}>
                {targetStates[state][language]}: {n}
              </State>,
            ]
      })}
    </p>
  )
}

export function TargetTable({ rows, planId, asOf }: { rows: Rows; planId: string; asOf: string }) {
  const language = useLanguage()
  const href = (code: string) => `/chi-tieu/ke-hoach/${planId}/${encodeURIComponent(code)}?den=${formatDate(asOf)}`
  return (
    <Table
      caption={words.targets[language]}
      rows={rows}
      rowKey={(row) => row.code}
      columns={[
        {
          key: 'target',
          label: words.target[language],
          head: true,
          cell: (row) => (
            <>
              <a href={href(row.code)}>
                <b>
                  {row.code}. {row.title}
                </b>
              </a>
              <small className="block quiet">
                {[
                  row.partOf === null ? '' : `${words.partOf[language]} ${row.partOf}`,
                  row.scope === 'whole' ? '' : scopeWords[row.scope][language],
                  row.yearly ? words.everyYear[language] : '',
                  row.byHand ? words.byHand[language] : '',
                  row.condition ?? '',
                  row.reading ?? '',
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </small>
            </>
          ),
        },
        { key: 'promised', label: words.promised[language], cell: (row) => row.promised },
        {
          key: 'value',
          label: words.value[language],
          cell: (row) => (
            <>
              <a href={href(row.code)}>{row.done}</a>
              {row.blank === null ? null : <small className="block quiet">{row.blank}</small>}
            </>
          ),
        },
        { key: 'progress', label: words.progress[language], cell: (row) => <Meter hundredths={row.progress} href={href(row.code)} /> },
        { key: 'forecast', label: words.forecast[language], cell: (row) => row.forecast ?? '–' },
        { key: 'due', label: words.due[language], cell: (row) => <span className="num">{formatDate(row.dueOn)}</span> },
        {
          key: 'state',
          label: words.state[language],
          cell: (row) => <State kind={targetStates[row.state].mark}>{targetStates[row.state][language]}</State>,
        },
      ]}
    />
  )
}

// The latest rounds of the desk.
import { roundState } from '../office/round-state.ts'
import { words as officeWords } from '../office/office.messages.ts'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './dashboard.messages.ts'
import type { OwnData } from './dashboard.server.ts'

export function RoundsPanel({ rounds }: Pick<OwnData, 'rounds'>) {
  const language = useLanguage()
  return (
    <section className="stack" aria-labelledby="dot">
      <h2 id="dot">{words.rounds[language]}</h2>
      {rounds.length === 0 ? (
        <p className="hint">{words.noRounds[language]}</p>
      ) : (
        <Table
          caption={words.rounds[language]}
          rows={rounds}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', label: words.round[language], head: true, cell: (row) => <a href={`/tinh/dot/${row.id}`}>{row.name}</a> },
            {
              key: 'state',
              label: words.state[language],
              cell: (row) => <State kind={roundState[row.state]}>{officeWords[row.state][language]}</State>,
            },
            {
              key: 'dossiers',
              label: words.dossiers[language],
              align: 'right',
              cell: (row) => <a href={`/tinh/ho-so?dot=${row.id}`}>{row.dossiers}</a>,
            },
            {
              key: 'concluded',
              label: words.concluded[language],
              align: 'right',
              cell: (row) => <span className="num">{row.concluded}</span>,
            },
          ]}
        />
      )}
    </section>
  )
}

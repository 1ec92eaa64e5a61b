// The milestones of a contract: what is due when, for how much, and how far each has come.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { milestoneWords, type MilestoneState } from '#/programme/support/support.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './support.messages.ts'

type MilestoneRow = {
  id: string
  title: string
  evidenceAsked: string
  dueOn: PlainDate
  amount: number
  retained: number
  state: MilestoneState
}

type Props = { contractId: string; rows: readonly MilestoneRow[]; today: PlainDate; arrange: boolean }

/** `arrange`: the contract is still prepared, so a milestone may be dropped. */
export function Milestones({ contractId, rows, today, arrange }: Props) {
  const language = useLanguage()
  return (
    <section className="stack" aria-labelledby="moc">
      <h2 id="moc">{words.milestones[language]}</h2>
      <Table
        caption={words.milestones[language]}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'title',
            label: words.milestone[language],
            head: true,
            cell: (row) => (
              <>
                <a href={`/ho-tro/${contractId}/moc/${row.id}`}>
                  <b>{row.title}</b>
                </a>
                <br />
                <small className="quiet">{row.evidenceAsked}</small>
              </>
            ),
          },
          {
            key: 'due',
            narrow: 'line',
            label: words.due[language],
            cell: (row) => {
              const late = row.dueOn < today && (row.state === 'planned' || row.state === 'returned')
              return (
                <>
                  <span className="num">{formatDate(row.dueOn)}</span> {late ? <State kind="late">{words.late[language]}</State> : null}
                </>
              )
            },
          },
          {
            key: 'amount',
            label: words.amount[language],
            align: 'right',
            narrow: 'line',
            cell: (row) => <span className="num">{formatNumber(row.amount)}</span>,
          },
          {
            key: 'retained',
            label: words.retained[language],
            align: 'right',
            narrow: 'line',
            cell: (row) => <span className="num">{formatNumber(row.retained)}</span>,
          },
          {
            key: 'state',
            label: words.state[language],
            narrow: 'full',
            cell: (row) => <State kind={milestoneWords[row.state].mark}>{milestoneWords[row.state][language]}</State>,
          },
          ...(arrange
            ? [
                {
                  key: 'drop',
                  label: words.drop[language],
                  cell: (row: MilestoneRow) => (
                    <form method="post">
                      <input type="hidden" name="deed" value="drop" />
                      <input type="hidden" name="milestone" value={row.id} />
                      <Button kind="danger" small>
                        {words.drop[language]}
                        <span className="vh"> {row.title}</span>
                      </Button>
                    </form>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

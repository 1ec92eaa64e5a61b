// What opens with the first press: spread, sheets, discussions. Drawn from a result's basis, frozen or as the sheets stand.
import type { ResultBasis } from '#/programme/council/result.ts'
import { placeWords } from '#/programme/council/council.messages.ts'
import { useLanguage, type Language } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { SpreadPlot } from '../ui/spread-plot.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { fill, words } from './closing-pages.messages.ts'

/** The given name, as Vietnamese lists shorten people. */
export const givenName = (name: string): string => name.trim().split(/\s+/u).at(-1) ?? name

export function SpreadPanel({ basis, children }: { basis: ResultBasis; children?: React.ReactNode }) {
  const language = useLanguage()
  const { spread } = basis
  if (!spread) return null
  const totals = basis.totals.map(({ name, total }) => ({ name: givenName(name), points: total }))
  const list = basis.totals.map(({ name, total }) => `${name} ${total}`).join(', ')
  const over = spread.points - spread.limit
  return (
    <section className="panel stack" aria-labelledby="chenh-lech">
      <div className="row between">
        <h2 id="chenh-lech">{words.spread[language]}</h2>
        <b className="num">
          {over > 0
            ? fill(words.spreadOver[language], { points: spread.points, over })
            : fill(words.spreadWithin[language], { points: spread.points, limit: spread.limit })}
        </b>
      </div>
      <SpreadPlot
        label={fill(words.spreadSpoken[language], { count: totals.length, list, points: spread.points, limit: spread.limit })}
        totals={totals}
        limit={spread.limit}
        limitText={fill(words.allowed[language], { limit: spread.limit })}
      />
      {spread.drivers.length === 0 ? null : <Drivers basis={basis} language={language} />}
      {children}
    </section>
  )
}

function Drivers({ basis, language }: { basis: ResultBasis; language: Language }) {
  const { spread } = basis
  if (!spread) return null
  const points = (criterion: string, memberId: string) =>
    basis.perCriterion.find((entry) => entry.criterion === criterion)?.points.find((one) => one.memberId === memberId)?.points ?? 0
  const low = givenName(spread.low.name)
  const high = givenName(spread.high.name)
  return (
    <Table
      caption={fill(words.drivers[language], { low: spread.low.name, high: spread.high.name })}
      variant="plain"
      rows={spread.drivers}
      rowKey={(row) => row.criterion}
      columns={[
        {
          key: 'criterion',
          label: words.criterion[language],
          head: true,
          cell: (row) => (
            <>
              <b className="num">{row.criterion}</b> {basis.perCriterion.find((entry) => entry.criterion === row.criterion)?.title}
            </>
          ),
        },
        { key: 'low', label: low, align: 'center', cell: (row) => points(row.criterion, spread.low.memberId) },
        { key: 'high', label: high, align: 'center', cell: (row) => points(row.criterion, spread.high.memberId) },
        { key: 'gap', label: words.gap[language], align: 'center', cell: (row) => <b>{row.points}</b> },
      ]}
    />
  )
}

export function SheetsTable({ basis }: { basis: ResultBasis }) {
  const language = useLanguage()
  const sheetOf = (memberId: string) => basis.sheets.find((sheet) => sheet.memberId === memberId)
  return (
    <section aria-labelledby="phieu">
      <h2 id="phieu" className="mb">
        {words.sheets[language]}
      </h2>
      <Table
        caption={words.sheets[language]}
        rows={basis.members.filter((member) => member.voting)}
        rowKey={(member) => member.memberId}
        columns={[
          {
            key: 'name',
            label: words.member[language],
            head: true,
            cell: (member) => (
              <>
                <b>{member.name}</b>
                <small>{member.body === '' ? member.post : member.body}</small>
              </>
            ),
          },
          { key: 'role', label: words.role[language], narrow: 'hide', cell: (member) => member.roleLabel },
          {
            key: 'sheet',
            label: words.sheet[language],
            cell: (member) => {
              const sheet = sheetOf(member.memberId)
              if (!sheet)
                return <State kind="ended">{member.place === null ? words.noScore[language] : placeWords[member.place][language]}</State>
              return (
                <State kind={sheet.afterDiscussion ? 'back' : 'done'}>
                  {sheet.afterDiscussion ? words.sheetAfter[language] : words.sheetFinal[language]}
                </State>
              )
            },
          },
          {
            key: 'total',
            label: words.total[language],
            align: 'right',
            cell: (member) => {
              const sheet = sheetOf(member.memberId)
              if (!sheet) return <span className="quiet">{words.noScore[language]}</span>
              return (
                <>
                  <b className="num">{sheet.total}</b> <span className="quiet">{words.points[language]}</span>
                  {sheet.first === null ? null : <small>{fill(words.firstTotal[language], { first: sheet.first.total })}</small>}
                </>
              )
            },
          },
        ]}
      />
      <p className="hint mt">{fill(words.quorum[language], { counting: basis.quorum.counting, needed: basis.quorum.needed })}</p>
    </section>
  )
}

/** What was discussed and what changed; nothing where nobody talked. */
export function Discussions({ basis }: { basis: ResultBasis }) {
  const language = useLanguage()
  const changes = basis.sheets.flatMap((sheet) => sheet.changes.map((change) => ({ name: sheet.name, ...change })))
  if (basis.reconciliations.length === 0) return null
  return (
    <Panel title={words.reconciled[language]}>
      <ul className="list">
        {basis.reconciliations.map((round) => (
          <li key={round.ordinal}>
            {fill(words.reconciledLine[language], {
              ordinal: round.ordinal,
              reason: round.reason,
              before: round.spreadBefore,
              after: round.spreadAfter ?? '–',
            })}
          </li>
        ))}
        {changes.map((change) => (
          <li key={`${change.name}-${change.criterion}`}>
            {fill(words.changeLine[language], {
              name: change.name,
              criterion: change.criterion,
              first: change.first.points,
              second: change.second.points,
              reason: change.reason,
            })}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

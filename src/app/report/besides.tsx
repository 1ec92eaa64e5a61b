// What stands beside the figures: the unit's comment, proposals, remarks from above with their answers, restatements, extensions.
import { formatDate, formatInstantDate, formatNumber } from '#/platform/text/format.ts'
import { rowsOf, type FormContent } from '#/programme/report/form.ts'
import { fill } from '../commune/commune.messages.ts'
import { useLanguage } from '../ui/language.ts'
import { Table } from '../ui/table.tsx'
import { words } from './report.messages.ts'

type Remark = { id: string; rowCode: string | null; remark: string; makerName: string; madeAt: Date; answer: string }
type Restatement = {
  id: string
  rowCode: string
  numerator: number | null
  denominator: number | null
  reason: string
  makerName: string
  madeAt: Date
}
type Extension = { id: string; dueBefore: string; dueAfter: string; reason: string; granterName: string }
type Proposal = { id: string; kind: string; name: string; post: string; merit: string; listed: boolean; decision: string | null }

type Props = {
  comment: string
  proposals: readonly Proposal[]
  besides: { remarks: readonly Remark[]; restatements: readonly Restatement[]; extensions: readonly Extension[] }
  content: FormContent
}

export function Besides({ comment, proposals, besides, content }: Props) {
  const language = useLanguage()
  const titles = new Map(rowsOf(content).map((row) => [row.code, row.title]))
  const { remarks, restatements, extensions } = besides
  return (
    <>
      {comment === '' ? null : (
        <section className="stack measure">
          <h2>{words.comment[language]}</h2>
          <p className="pre">{comment}</p>
        </section>
      )}
      {proposals.length === 0 ? null : (
        <section className="stack">
          <h2>{words.proposals[language]}</h2>
          <Table
            caption={words.proposals[language]}
            rows={proposals}
            rowKey={(row) => row.id}
            columns={[
              { key: 'name', label: words.name[language], head: true, cell: (row) => row.name },
              {
                key: 'kind',
                label: words.kind[language],
                cell: (row) => words[row.kind === 'unit' ? 'proposedUnit' : 'proposedPerson'][language],
              },
              { key: 'post', label: words.proposedPost[language], cell: (row) => row.post },
              {
                key: 'decision',
                label: words.commended[language],
                cell: (row) => row.decision ?? (row.listed ? words.commendationDrafted[language] : ''),
              },
              { key: 'merit', label: words.merit[language], narrow: 'full', cell: (row) => row.merit },
            ]}
          />
        </section>
      )}
      {remarks.length === 0 ? null : (
        <section className="stack">
          <h2>{words.remarks[language]}</h2>
          <ul className="stack">
            {remarks.map((one) => (
              <li key={one.id}>
                <b>{one.rowCode === null ? words.remarkWhole[language] : (titles.get(one.rowCode) ?? one.rowCode)}:</b> {one.remark}{' '}
                <small className="quiet">
                  {one.makerName}, {formatInstantDate(one.madeAt)}
                </small>
                {one.answer === '' ? null : (
                  <p>
                    {words.answer[language]}: {one.answer}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {restatements.length === 0 ? null : (
        <section className="stack">
          <h2>{words.restated[language]}</h2>
          <ul className="stack">
            {restatements.map((one) => (
              <li key={one.id}>
                <b>{titles.get(one.rowCode) ?? one.rowCode}:</b>{' '}
                <span className="num">
                  {one.numerator === null ? '–' : formatNumber(one.numerator)}
                  {one.denominator === null ? '' : `/${formatNumber(one.denominator)}`}
                </span>
                . {one.reason}{' '}
                <small className="quiet">
                  {one.makerName}, {formatInstantDate(one.madeAt)}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {extensions.length === 0 ? null : (
        <section className="stack">
          <h2>{words.extensions[language]}</h2>
          <ul>
            {extensions.map((one) => (
              <li key={one.id}>
                {fill(words.extended[language], {
                  who: one.granterName,
                  from: formatDate(one.dueBefore),
                  to: formatDate(one.dueAfter),
                  reason: one.reason,
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

import { useLanguage } from './language.ts'
import { Scroll } from './scroll.tsx'

export type MatrixMember = { id: string; /** Column head: given name. */ short: string; /** Full name and post. */ full: string }

export type MatrixRow = {
  code?: string
  label: string
  kind?: 'part' | 'driver'
  /** Points per member, in the members' order; null where a member gave none. */
  points: readonly (number | null)[]
  /** Mean as shown: "3,00". */
  mean: string
  /** Indexes of the highest and lowest sheet, marked on driver rows. */
  high?: number
  low?: number
}

type Props = {
  caption: string
  members: readonly MatrixMember[]
  rows: readonly MatrixRow[]
  total: MatrixRow
  labels: { criterion: string; mean: string }
}

/** Criteria × members, after closing only. Rows that make the spread are marked by wash and triangles. */
export function ScoreMatrix({ caption, members, rows, total, labels }: Props) {
  return (
    <Scroll label={caption}>
      <table className="table matrix">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{labels.criterion}</th>
            {members.map((member) => (
              <th scope="col" key={member.id}>
                <abbr title={member.full}>{member.short}</abbr>
              </th>
            ))}
            <th scope="col" className="mean">
              {labels.mean}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.code ?? row.label} row={row} />
          ))}
        </tbody>
        <tfoot>
          <Row row={total} />
        </tfoot>
      </table>
    </Scroll>
  )
}

function Row({ row }: { row: MatrixRow }) {
  const language = useLanguage()
  const mark = (index: number) => (index === row.high ? 'hi' : index === row.low ? 'lo' : undefined)
  const spoken = { hi: language === 'vi' ? ' cao nhất' : ' highest', lo: language === 'vi' ? ' thấp nhất' : ' lowest' }
  return (
    <tr className={row.kind}>
      <th scope="row">
        {row.code === undefined ? null : <b>{row.code}</b>} {row.label}
      </th>
      {row.points.map((points, index) => {
        const which = mark(index)
        return (
          <td key={index} className={which}>
            {points ?? '–'}
            {which === undefined ? null : <span className="vh">{spoken[which]}</span>}
          </td>
        )
      })}
      <td className="mean">{row.mean}</td>
    </tr>
  )
}

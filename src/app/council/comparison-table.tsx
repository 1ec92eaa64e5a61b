// Members' sheets side by side, criterion by criterion: printed and read after closing.
import { decimalComma } from '#/platform/documents/vietnamese.ts'
import type { Comparison } from '#/programme/council/comparison.ts'
import { words } from '../office/council-work.messages.ts'
import { useLanguage } from '../ui/language.ts'
import { Scroll } from '../ui/scroll.tsx'

const mark = { high: '▲', low: '▼' }

export function ComparisonTable({ caption, comparison: { columns, rows } }: { caption: string; comparison: Comparison }) {
  const language = useLanguage()
  return (
    <Scroll label={caption}>
      <table className="table">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.criterion[language]}</th>
            {columns.map((column) => (
              <th key={column.memberId} scope="col">
                {column.name}
              </th>
            ))}
            <th scope="col">{words.mean[language]}</th>
            <th scope="col">{words.gap[language]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.criterion}>
              <th scope="row">
                <span className="num">{row.criterion}</span> {row.title}{' '}
                <span className="hint">
                  (<span className="num">{row.max}</span>)
                </span>
              </th>
              {row.cells.map((cell, index) => (
                <td key={columns[index]?.memberId ?? index}>
                  <span className="num">
                    {cell.off === null ? cell.points : <b>{`${cell.points} ${mark[cell.off]}`}</b>}
                    {cell.first === null ? '' : ` (${cell.first})`}
                  </span>
                  {cell.comment === '' ? null : <span className="hint block">{cell.comment}</span>}
                </td>
              ))}
              <td>
                <span className="num">{decimalComma(row.mean)}</span>
              </td>
              <td>
                <span className="num">{row.gap === 0 ? '–' : row.gap}</span>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.total[language]}</th>
            {columns.map((column) => (
              <td key={column.memberId}>
                <b className="num">{column.total}</b>
              </td>
            ))}
            <td />
            <td />
          </tr>
        </tbody>
      </table>
    </Scroll>
  )
}

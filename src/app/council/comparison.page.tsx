import { decimalComma } from '#/platform/documents/vietnamese.ts'
import { comparisonFor } from '#/programme/council/comparison.view.ts'
import { words } from '../office/council-work.messages.ts'
import { pageLoader } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Scroll } from '../ui/scroll.tsx'
import { fill } from './council-pages.messages.ts'
import type { Route } from './+types/comparison.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { basis, comparison } = await comparisonFor(db, actor, params['itemId'] ?? '', now)
  return {
    product: basis.product.name,
    meeting: { id: basis.meeting.id, name: basis.meeting.name },
    itemId: basis.meeting.itemId,
    comparison,
  }
})

export default function Comparison({ loaderData: { product, meeting, comparison } }: Route.ComponentProps) {
  const language = useLanguage()
  const { columns, rows } = comparison
  const differing = rows.filter((row) => row.gap > 0).length
  const mark = { high: '▲', low: '▼' }
  return (
    <Page
      title={`${words.compare[language]}: ${product}`}
      crumbTitle={words.compare[language]}
      lead={`${fill(words.onlyDiffering[language], { n: differing })}. ${words.compareLead[language]}`}
      crumbs={[{ href: `/hoi-dong/ky-hop/${meeting.id}/chot`, label: meeting.name }]}
      marks={<PrintButton />}
    >
      <Scroll label={words.compare[language]}>
        <table className="table">
          <caption className="vh">{words.compare[language]}</caption>
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
    </Page>
  )
}

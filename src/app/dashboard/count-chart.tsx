// Counts of one kind: bars where there are few short names, a table with meters where names are long. Every number is a link to its rows.
import { formatDate, formatNumber } from '#/platform/text/format.ts'
import type { Frame } from '#/programme/indicator/indicator.ts'
import { Chart } from '../ui/chart.tsx'
import { useLanguage } from '../ui/language.ts'
import { Table, type Column } from '../ui/table.tsx'
import { words } from './dashboard.messages.ts'

/** `mark`: a shorter name under the bar. */
export type CountRow = { label: string; n: number; href: string | null; mark?: string }

type Props = {
  id: string
  title: string
  note?: string
  heading: string
  empty: string
  rows: readonly CountRow[]
  /** Long names: lying bars inside the table, no upright chart. */
  flat?: boolean
  more?: { label: string; href: string }
}

/** The page of a figure over the frame's days and place. */
export function figureHref(frame: Frame, id: string, params: Record<string, unknown>, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    tu: formatDate(frame.from),
    den: formatDate(frame.to),
    ...(frame.communeCode === null ? {} : { xa: frame.communeCode }),
    ...(Object.keys(params).length === 0 ? {} : { p: JSON.stringify(params) }),
    ...more,
  })
  return `/chi-tieu/danh-sach/${id}?${query.toString()}`
}

export function CountChart({ id, title, note, heading, empty, rows, flat = false, more }: Props) {
  const language = useLanguage()
  const largest = Math.max(0, ...rows.map((row) => row.n))
  const columns: Column<CountRow>[] = [
    { key: 'label', label: heading, head: true, cell: (row) => (row.href === null ? row.label : <a href={row.href}>{row.label}</a>) },
    ...(flat
      ? [
          {
            key: 'bar',
            label: '',
            narrow: 'hide' as const,
            cell: (row: CountRow) => (
              <svg className="meter" aria-hidden="true">
                <rect className="c2" width={`${largest === 0 ? 0 : Math.round((row.n * 10_000) / largest) / 100}%`} height="10" />
              </svg>
            ),
          },
        ]
      : []),
    { key: 'n', label: words.count[language], align: 'right', cell: (row) => <b className="num">{formatNumber(row.n)}</b> },
  ]
  const table = (
    <>
      <Table caption={title} variant="plain" rows={rows} rowKey={(row) => row.label} columns={columns} />
      {more === undefined ? null : (
        <p>
          <a className="tap" href={more.href}>
            {more.label}
          </a>
        </p>
      )}
    </>
  )
  if (rows.length === 0 || flat)
    return (
      <figure className="chart">
        <figcaption>
          <h2 className="h3" id={id}>
            {title}
          </h2>
        </figcaption>
        {rows.length === 0 ? <p className="hint">{empty}</p> : table}
      </figure>
    )
  return (
    <Chart
      id={id}
      title={title}
      {...(note === undefined ? {} : { note })}
      categories={rows.map((row) => row.mark ?? row.label)}
      series={[{ label: title, look: 'c3', values: rows.map((row) => row.n) }]}
      hrefs={rows.flatMap((row) => (row.href === null ? [] : [row.href]))}
    >
      {table}
    </Chart>
  )
}

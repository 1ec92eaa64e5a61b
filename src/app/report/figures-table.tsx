// The figures of a report by section: reported, and beside them what the units below sent, what was restated, what would be counted now.
import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { figureText, partsText } from '#/programme/report/figure.text.ts'
import type { KeptFigure, LiveFigure } from '#/programme/report/figures.store.ts'
import { flows, unitOf, type FigureRow, type FormContent } from '#/programme/report/form.ts'
import type { PlanPromise } from '#/programme/report/promise.store.ts'
import { gapOf } from '#/programme/report/report.ts'
import { fill } from '../commune/commune.messages.ts'
import { useLanguage } from '../ui/language.ts'
import { Table, type Column } from '../ui/table.tsx'
import { words } from './report.messages.ts'

type Props = {
  reportId: string
  content: FormContent
  figures: Readonly<Record<string, KeptFigure>>
  /** What the plan of the call promised, by row. */
  promises: Readonly<Record<string, PlanPromise[]>>
  restated: Readonly<Record<string, { numerator: number | null; denominator: number | null }>>
  live: Readonly<Record<string, LiveFigure>> | null
  /** The reader may know figures about one or two persons. */
  personal: boolean
}

type Line = { row: FigureRow; figure: KeptFigure | undefined }

export function FiguresTable({ reportId, content, figures, promises, restated, live, personal }: Props) {
  const language = useLanguage()
  const all = Object.values(figures)
  const has = (name: 'lowerUnits' | 'estimate' | 'trueUp' | 'cumulative') => all.some((figure) => figure[name] !== null)
  const number = (value: number | null | undefined) => (value == null ? '' : <span className="num">{formatNumber(value)}</span>)
  const text = (row: FigureRow, of: { numerator: number | null; denominator: number | null }) => {
    const parts = partsText(row, of, personal)
    return (
      <span className="num">
        {figureText(row, of, personal)}
        {parts === '' ? null : <small className="quiet"> ({parts})</small>}
      </span>
    )
  }
  const columns: Column<Line>[] = [
    {
      key: 'row',
      label: words.indicator[language],
      head: true,
      cell: ({ row }) => (
        <>
          {row.title} <small className="quiet">({unitOf(row)[language]})</small>
        </>
      ),
    },
    {
      key: 'done',
      label: live === null ? words.done[language] : words.reported[language],
      align: 'right',
      narrow: 'line',
      cell: ({ row, figure }) => (figure === undefined ? '–' : <a href={`/bao-cao/${reportId}/dong/${row.code}`}>{text(row, figure)}</a>),
    },
    ...(Object.keys(promises).length === 0
      ? []
      : [
          {
            key: 'plan',
            label: words.promise[language],
            align: 'right' as const,
            narrow: 'line' as const,
            cell: ({ row }: Line) =>
              promises[row.code] === undefined
                ? ''
                : promises[row.code]?.map((one) => (
                    <a key={one.code} className="tap" href={`/chi-tieu/ke-hoach/${one.planId}/${one.code}`}>
                      {fill(words.promisedBy[language], { promise: one.text, day: formatDate(one.dueOn) })}
                    </a>
                  )),
          },
        ]),
    ...(live === null
      ? []
      : [
          {
            key: 'live',
            label: words.live[language],
            align: 'right' as const,
            narrow: 'line' as const,
            cell: ({ row }: Line) => (live[row.code] ? text(row, live[row.code] ?? { numerator: null, denominator: null }) : ''),
          },
        ]),
    ...(Object.keys(restated).length === 0
      ? []
      : [
          {
            key: 'restated',
            label: words.restated[language],
            align: 'right' as const,
            narrow: 'line' as const,
            cell: ({ row }: Line) => (restated[row.code] ? text(row, restated[row.code] ?? { numerator: null, denominator: null }) : ''),
          },
        ]),
    ...(has('estimate')
      ? [
          {
            key: 'estimate',
            label: words.estimate[language],
            align: 'right' as const,
            narrow: 'line' as const,
            cell: ({ row, figure }: Line) => (flows(row) ? number(figure?.estimate) : ''),
          },
        ]
      : []),
    ...(has('trueUp')
      ? [
          {
            key: 'trueUp',
            label: words.trueUp[language],
            align: 'right' as const,
            narrow: 'line' as const,
            cell: ({ figure }: Line) => number(figure?.trueUp),
          },
        ]
      : []),
    ...(has('cumulative')
      ? [
          {
            key: 'cumulative',
            label: words.cumulative[language],
            align: 'right' as const,
            narrow: 'line' as const,
            cell: ({ figure }: Line) => number(figure?.cumulative),
          },
        ]
      : []),
    ...(has('lowerUnits')
      ? [
          {
            key: 'lower',
            label: words.lower[language],
            align: 'right' as const,
            narrow: 'line' as const,
            cell: ({ row, figure }: Line) => {
              if (!figure || figure.lowerUnits === null) return ''
              const gap = gapOf(figure.numerator, figure.lowerNumerator)
              return (
                <>
                  {text(row, { numerator: figure.lowerNumerator, denominator: figure.lowerDenominator })}
                  {gap === null || gap === 0 ? null : (
                    <small className="quiet block">
                      {fill(words.gap[language], { n: `${gap > 0 ? '+' : '−'}${formatNumber(Math.abs(gap))}` })}
                    </small>
                  )}
                </>
              )
            },
          },
        ]
      : []),
    {
      key: 'note',
      label: words.note[language],
      narrow: 'full',
      cell: ({ figure }) => [figure?.blankReason ?? '', figure?.comment ?? ''].filter((one) => one !== '').join(' '),
    },
  ]
  return (
    <>
      {content.sections.map((section) => {
        const lines = section.rows.flatMap((row) =>
          row.kind === 'indicator' || row.kind === 'hand' ? [{ row, figure: figures[row.code] }] : [],
        )
        const texts = section.rows.flatMap((row) => {
          const said = row.kind === 'text' ? (figures[row.code]?.comment ?? '') : ''
          return said === '' ? [] : [{ code: row.code, title: row.title, said }]
        })
        if (lines.length + texts.length === 0) return null
        return (
          <section key={section.title} className="stack">
            <h2>{section.title}</h2>
            {texts.map((one) => (
              <div key={one.code} className="measure">
                <h3>{one.title}</h3>
                <p className="pre">{one.said}</p>
              </div>
            ))}
            {lines.length === 0 ? null : <Table caption={section.title} rows={lines} rowKey={(line) => line.row.code} columns={columns} />}
          </section>
        )
      })}
    </>
  )
}

import type { ReactNode } from 'react'
import { chartScale } from './chart-scale.ts'

/** c1 to c3: steps of leaf, light to dark · c0: outline only · cw: late, hatched. */
export type SeriesLook = 'c1' | 'c2' | 'c3' | 'c0' | 'cw'

export type Series = { label: string; look: SeriesLook; values: readonly number[] }

type Props = {
  id: string
  /** The finding: "192 giấy hết hạn năm 2027, 11 đã lỡ hạn nộp". */
  title: string
  /** What is counted, until when. */
  note?: string
  categories: readonly string[]
  /** One for plain bars, several stack, first at the bottom. */
  series: readonly Series[]
  /** Where each category leads; its bar is then a link named by category and total. */
  hrefs?: readonly string[]
  height?: number
  /** How a number is written; grouping by dots unless told otherwise. */
  format?: (value: number) => string
  /** The table of the same figures, whose numbers are links: it always stands under the chart. */
  children: ReactNode
}

const TOP = 24
const BOTTOM = 26
const AXIS = 8

/** Bars as SVG drawn by the server: x and widths in %, heights and text in px, so it stretches without script and text never scales. */
export function Chart({
  id,
  title,
  note,
  categories,
  series,
  hrefs = [],
  height = 240,
  format = (value) => value.toLocaleString('vi-VN'),
  children,
}: Props) {
  const totals = categories.map((_, index) => series.reduce((sum, one) => sum + (one.values[index] ?? 0), 0))
  const scale = chartScale(Math.max(0, ...totals))
  const plot = height - TOP - BOTTOM
  const y = (value: number) => round(TOP + plot * (1 - value / scale.max))
  const slot = (100 - AXIS) / Math.max(1, categories.length)
  const width = slot * 0.6
  const hatched = series.some((one) => one.look === 'cw')
  return (
    <figure className="chart">
      <figcaption>
        <h2 className="h3" id={id}>
          {title}
        </h2>
        {note === undefined ? null : <p>{note}</p>}
      </figcaption>
      {series.length > 1 ? <Legend id={id} series={series} /> : null}
      <svg className="chart-svg" height={height} role={hrefs.length === 0 ? 'img' : 'group'} aria-labelledby={id}>
        {hatched ? <Hatch id={id} /> : null}
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line className={tick === 0 ? 'axis' : 'grid'} x1={`${AXIS}%`} x2="100%" y1={y(tick)} y2={y(tick)} />
            <text x={`${AXIS - 1}%`} y={y(tick) + 4} className="end quiet">
              {format(tick)}
            </text>
          </g>
        ))}
        {categories.map((category, index) => {
          const left = AXIS + slot * index + (slot - width) / 2
          let base = 0
          return (
            <Mark key={category} href={hrefs[index]}>
              {series.map((one) => {
                const value = one.values[index] ?? 0
                if (value === 0) return null
                base += value
                const box = { x: `${round(left)}%`, y: y(base), width: `${round(width)}%`, height: round(y(base - value) - y(base)) }
                return (
                  <g key={one.label}>
                    <rect className={one.look} {...box} />
                    {one.look === 'cw' ? <rect fill={`url(#${id}-hatch)`} {...box} /> : null}
                  </g>
                )
              })}
              <text x={`${round(left + width / 2)}%`} y={y(totals[index] ?? 0) - 7} className="mid strong">
                {format(totals[index] ?? 0)}
              </text>
              <text x={`${round(left + width / 2)}%`} y={height - 8} className="mid">
                {category}
              </text>
            </Mark>
          )
        })}
      </svg>
      {children}
    </figure>
  )
}

/** A bar with its words: a link where it leads somewhere. */
function Mark({ href, children }: { href: string | undefined; children: ReactNode }) {
  return href === undefined ? <g>{children}</g> : <a href={href}>{children}</a>
}

function Legend({ id, series }: { id: string; series: readonly Series[] }) {
  return (
    <ul className="legend">
      {series.map((one) => (
        <li key={one.label}>
          <svg aria-hidden="true">
            <rect className={one.look} x=".5" y=".5" width="15" height="15" />
            {one.look === 'cw' ? <rect fill={`url(#${id}-hatch)`} width="16" height="16" /> : null}
          </svg>
          {one.label}
        </li>
      ))}
    </ul>
  )
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0v6" stroke="var(--sheet)" strokeWidth="3" />
      </pattern>
    </defs>
  )
}

const round = (value: number): number => Math.round(value * 100) / 100

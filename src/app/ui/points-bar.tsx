import { useContext, type ReactNode } from 'react'
import { IconsUsed } from './icon.tsx'
import { useLanguage } from './language.ts'
import { Stars, starWords } from './star.tsx'
import { words } from './ui.messages.ts'

type Props = {
  title: string
  /** Points so far; a fraction is shown as `pointsText`. */
  points: number
  pointsText?: string
  max?: number
  /** Least points per star, lowest first: [{ stars: 2, points: 30 }, …]. */
  thresholds: readonly { stars: number; points: number }[]
  stars: number
  /** Star whose threshold is aimed at, marked above the scale. */
  aim?: number
  parts?: readonly { label: string; points: number; max: number; pointsText?: string }[]
  children?: ReactNode
}

/** Points against the thresholds, by part, with the star they reach. Widths are SVG attributes: no inline styles. */
export function PointsBar({ title, points, pointsText, max = 100, thresholds, stars, aim, parts = [], children }: Props) {
  const language = useLanguage()
  useContext(IconsUsed).add('star')
  const at = (value: number) => `${Math.round((Math.min(value, max) / max) * 1000) / 10}%`
  const shown = pointsText ?? String(points)
  const aimed = thresholds.find((threshold) => threshold.stars === aim)
  const spoken = `${shown} / ${max} ${words.points[language]}. ${thresholds
    .map((threshold) => `${threshold.points}: ${starWords(threshold.stars, language)}`)
    .join(', ')}.`
  return (
    <section className="panel points">
      <div className="sum">
        <h2 className="h3">{title}</h2>
        <span>
          <b>{shown}</b> / {max}
        </span>
      </div>
      <svg className="scale" role="img" aria-label={spoken}>
        <rect className="track" x="0" y="20" width="100%" height="12" rx="2" />
        <rect className="got" x="0" y="20" width={at(points)} height="12" rx="2" />
        {thresholds.map((threshold) => (
          <g key={threshold.stars}>
            <line x1={at(threshold.points)} x2={at(threshold.points)} y1="17" y2="37" />
            <text x={at(threshold.points)} y="50" className="mid">
              {threshold.points}
            </text>
            <text x={at(threshold.points)} y="64" className="mid quiet">
              {starWords(threshold.stars, language)}
            </text>
          </g>
        ))}
        {aimed === undefined ? null : (
          <svg x={at(aimed.points)} y="0" width="1" height="16" overflow="visible">
            <use className="star" href="#i-star" x="-8" width="16" height="16" />
          </svg>
        )}
      </svg>
      <p>
        <Stars count={stars} />
      </p>
      {parts.length === 0 ? null : (
        <ul className="parts">
          {parts.map((part) => (
            <li key={part.label}>
              <span>{part.label}</span>
              <b className="num">
                {part.pointsText ?? part.points}/{part.max}
              </b>
              <svg aria-hidden="true">
                <rect className="bar-bg" x="0" y=".5" width="100%" height="7" />
                <rect className="bar-fg" x="0" y=".5" width={`${Math.round((part.points / part.max) * 1000) / 10}%`} height="7" />
              </svg>
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  )
}

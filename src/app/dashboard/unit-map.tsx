// A map of units drawn from the configured boundaries: a link with its number for every unit, classes told by pattern, the table under it.
import type { ReactNode } from 'react'
import type { Shape, ShapeMap } from '#/programme/dashboard/boundaries.ts'
import { stepOf, stepsOf, type Step } from '#/programme/dashboard/steps.ts'
import { formatNumber } from '#/platform/text/format.ts'
import { useLanguage } from '../ui/language.ts'
import { words } from './dashboard.messages.ts'

type Props = {
  id: string
  title: string
  note: string
  map: ShapeMap
  counts: ReadonlyMap<string, number>
  hrefFor: (code: string) => string
  /** Where the frame of an archipelago leads. */
  frameHref: (province: string) => string
  children?: ReactNode
}

export function UnitMap({ id, title, note, map, counts, hrefFor, frameHref, children }: Props) {
  const steps = stepsOf([...counts.values()])
  const percent = (value: number, whole: number) => `${Math.round((value * 10_000) / whole) / 100}%`
  return (
    <figure className="chart">
      <figcaption>
        <h2 className="h3" id={id}>
          {title}
        </h2>
        <p>{note}</p>
      </figcaption>
      <Legend id={id} steps={steps} />
      {/* The drawing stretches, the words above it do not: two layers of one picture. */}
      <div className="unit-map">
        <svg viewBox={`0 0 ${map.width} ${map.height}`} role="group" aria-labelledby={id}>
          <Patterns id={id} />
          {map.frames.map((frame) => (
            <a key={frame.name} href={frameHref(frame.province)} aria-label={frame.name}>
              <title>{frame.name}</title>
              <rect className="map-frame" x={frame.x} y={frame.y} width={frame.width} height={frame.height} />
            </a>
          ))}
          {map.shapes.map((shape) => (
            <Unit key={shape.code} id={id} shape={shape} n={counts.get(shape.code) ?? 0} steps={steps} href={hrefFor(shape.code)} />
          ))}
        </svg>
        <svg className="map-words" aria-hidden="true">
          {map.frames.map((frame) => (
            <text
              key={frame.name}
              className="mid"
              x={percent(frame.x + frame.width / 2, map.width)}
              y={percent(frame.y + frame.height / 2, map.height)}
            >
              {frame.name}
            </text>
          ))}
          {map.shapes.filter(hasRoom).map((shape) => (
            <text key={shape.code} className="mid strong map-count" x={percent(shape.x, map.width)} y={percent(shape.y, map.height)} dy="4">
              {formatNumber(counts.get(shape.code) ?? 0)}
            </text>
          ))}
        </svg>
      </div>
      {children}
    </figure>
  )
}

/** A number is written where it fits; every unit tells it by name, and the table under the map holds all. */
const hasRoom = (shape: Shape) => shape.w >= 34 && shape.h >= 18

function Unit({ id, shape, n, steps, href }: { id: string; shape: Shape; n: number; steps: readonly Step[]; href: string }) {
  const step = stepOf(steps, n)
  const name = `${shape.name}: ${formatNumber(n)}`
  return (
    <a href={href} aria-label={name}>
      <title>{name}</title>
      <path className="map-unit" d={shape.d} fillRule="evenodd" fill={step === null ? 'var(--sheet)' : `url(#${id}-${step})`} />
    </a>
  )
}

/** Dots, lines, a full ground: told apart in grey and by who sees no colour. */
function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-0`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--sheet)" />
        <circle cx="3" cy="3" r="1.1" className="map-ink" />
      </pattern>
      <pattern id={`${id}-1`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--sheet)" />
        <rect width="2.6" height="6" className="map-ink" />
      </pattern>
      <pattern id={`${id}-2`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="map-ink" />
      </pattern>
    </defs>
  )
}

function Legend({ id, steps }: { id: string; steps: readonly Step[] }) {
  const language = useLanguage()
  const entries = [
    { key: 'none', fill: 'var(--sheet)', label: words.noneHere[language] },
    ...steps.map(({ from, to }, index) => ({
      key: String(index),
      fill: `url(#${id}-${index})`,
      label: from === to ? formatNumber(from) : `${formatNumber(from)} – ${formatNumber(to)}`,
    })),
  ]
  return (
    <ul className="legend">
      {entries.map((entry) => (
        <li key={entry.key}>
          <svg aria-hidden="true">
            <rect className="map-unit" x=".5" y=".5" width="15" height="15" fill={entry.fill} />
          </svg>
          {entry.label}
        </li>
      ))}
    </ul>
  )
}

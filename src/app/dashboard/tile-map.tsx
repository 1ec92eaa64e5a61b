// The country as tiles: a link with its number for every province, a bar in each, the table under it.
import type { ReactNode } from 'react'
import { formatNumber } from '#/platform/text/format.ts'
import { islands, tiles, type Tile } from './tiles.ts'

const WIDTH = 16.4
const HEIGHT = 58

type Props = {
  id: string
  title: string
  note: string
  counts: ReadonlyMap<string, number>
  hrefFor: (code: string) => string
  children: ReactNode
}

export function TileMap({ id, title, note, counts, hrefFor, children }: Props) {
  const largest = Math.max(0, ...counts.values())
  const rows = Math.max(...tiles.map((tile) => tile.row)) + 1
  return (
    <figure className="chart">
      <figcaption>
        <h2 className="h3" id={id}>
          {title}
        </h2>
        <p>{note}</p>
      </figcaption>
      <svg className="chart-svg tile-map" height={rows * HEIGHT} role="group" aria-labelledby={id}>
        {tiles.map((tile) => (
          <TileMark key={tile.code} tile={tile} n={counts.get(tile.code) ?? 0} largest={largest} href={hrefFor(tile.code)} />
        ))}
        {islands.map((tile) => (
          <TileMark key={tile.short} tile={tile} n={null} largest={largest} href={hrefFor(tile.code)} />
        ))}
      </svg>
      {children}
    </figure>
  )
}

/** A tile: name, number, and a bar as long as the number is against the largest. The islands carry their names. */
function TileMark({ tile, n, largest, href }: { tile: Tile; n: number | null; largest: number; href: string }) {
  const x = tile.column * WIDTH
  const y = tile.row * HEIGHT
  const bar = n === null || largest === 0 ? 0 : ((WIDTH - 0.6) * n) / largest
  return (
    <a href={href}>
      <rect className="c0" x={`${x + 0.3}%`} y={y + 2} width={`${WIDTH - 0.6}%`} height={HEIGHT - 4} />
      {bar === 0 ? null : <rect className="c3" x={`${x + 0.3}%`} y={y + HEIGHT - 8} width={`${Math.round(bar * 100) / 100}%`} height="6" />}
      {/* A word a line: a tile is as narrow as a sixth of a phone. */}
      <text className="mid" y={y + 16}>
        {tile.short.split(' ').map((word, line) => (
          <tspan key={word} x={`${x + WIDTH / 2}%`} dy={line === 0 ? 0 : 14}>
            {line === 0 ? word : ` ${word}`}
          </tspan>
        ))}
      </text>
      {n === null ? null : (
        <text className="mid strong" x={`${x + WIDTH / 2}%`} y={y + 46}>
          {formatNumber(n)}
        </text>
      )}
    </a>
  )
}

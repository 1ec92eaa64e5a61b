import { spreadScale, stackLabels } from './spread-scale.ts'

type Props = {
  /** The finding in words, for those who cannot see it. */
  label: string
  totals: readonly { name: string; points: number }[]
  limit: number
  /** "cho phép 10 điểm". */
  limitText: string
}

const LABEL_HEIGHTS = [74, 58, 42] as const

/** The members' totals on one line, the allowed spread above it, what exceeds it in clay. x in %, heights in px: it stretches without script. */
export function SpreadPlot({ label, totals, limit, limitText }: Props) {
  const sorted = totals.toSorted((a, b) => a.points - b.points)
  const low = sorted[0]?.points ?? 0
  const high = sorted.at(-1)?.points ?? 0
  const scale = spreadScale(low, high, limit)
  const x = (points: number) => `${scale.at(points)}%`
  const over = high - low - limit
  const levels = stackLabels(sorted.map((total) => scale.at(total.points)))
  return (
    <svg className="chart-svg spread" height="128" role="img" aria-label={label}>
      <line className="axis" x1="0" x2="100%" y1="104" y2="104" />
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line className="axis" x1={x(tick)} x2={x(tick)} y1="100" y2="108" />
          <text x={x(tick)} y="124" className="mid quiet">
            {tick}
          </text>
        </g>
      ))}
      <line className="limit" x1={x(low)} x2={x(low)} y1="16" y2="88" />
      <line className="limit" x1={x(Math.max(high, low + limit))} x2={x(Math.max(high, low + limit))} y1="16" y2="88" />
      <line className="within" x1={x(low)} x2={x(low + limit)} y1="20" y2="20" />
      <text x={x(low + limit / 2)} y="11" className="mid">
        {limitText}
      </text>
      {over > 0 ? (
        <>
          <line className="over" x1={x(low + limit)} x2={x(high)} y1="20" y2="20" />
          <text x={x(low + limit + over / 2)} y="11" className="mid strong">
            +{over}
          </text>
        </>
      ) : null}
      {sorted.map((total, index) => {
        const extreme = over > 0 && (total.points === low || total.points === high)
        const y = LABEL_HEIGHTS[levels[index] ?? 0] ?? 74
        return (
          <g key={`${total.name}-${index}`}>
            <circle className={extreme ? 'dot dot-x' : 'dot'} cx={x(total.points)} cy="88" r="7" />
            {y < 74 ? <line className="limit" x1={x(total.points)} x2={x(total.points)} y1={y + 4} y2="81" /> : null}
            <text x={x(total.points)} y={y} className={extreme ? 'mid halo strong' : 'mid halo'}>
              {total.name}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

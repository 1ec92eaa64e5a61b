import type { ReactNode } from 'react'

type Props = {
  /** Rows of modules, true = dark, without the quiet zone. */
  modules: readonly (readonly boolean[])[]
  label: string
  children?: ReactNode
}

/** A QR code drawn as one path, with its explanation beside it. Always dark on white, in every theme. */
export function QrPanel({ modules, label, children }: Props) {
  const size = modules.length
  return (
    <section className="panel panel-wash qr">
      <svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={label}>
        <path d={qrPath(modules)} fill="#000" />
      </svg>
      <div>{children}</div>
    </section>
  )
}

/** Horizontal runs of dark modules as rectangles: the shortest path without cleverness. */
export function qrPath(modules: readonly (readonly boolean[])[]): string {
  let path = ''
  modules.forEach((row, y) => {
    let start = -1
    for (let x = 0; x <= row.length; x++) {
      if (row[x] === true) start = start === -1 ? x : start
      else if (start !== -1) {
        path += `M${start} ${y}h${x - start}v1H${start}z`
        start = -1
      }
    }
  })
  return path
}

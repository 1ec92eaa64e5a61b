/** QR codes as vectors, without a network or a canvas. */
import { encode } from 'uqr'

/** Rows of modules, true = dark, without the quiet zone. Level M: a crease or a thumb on the certificate is forgiven. */
export function qrMatrix(text: string): boolean[][] {
  return encode(text, { ecc: 'M', border: 0 }).data
}

/**
 * One `<svg>` with a single path, quiet zone of 4 modules as the standard asks. Only digits reach the markup, so any text is safe.
 * `label` is the accessible name, escaped here.
 */
export function qrSvg(text: string, label = 'Mã QR'): string {
  const rows = qrMatrix(text)
  const side = rows.length + 8
  let path = ''
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      const start = x
      while (row[x + 1]) x++
      const width = x - start + 1
      path += `M${start + 4} ${y + 4}h${width}v1h-${width}z`
    }
  })
  const name = label.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img" aria-label="${name}"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#14201a" d="${path}"/></svg>`
}

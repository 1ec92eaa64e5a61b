import * as jsqr from 'jsqr'
import { expect, test } from 'vitest'
import { qrMatrix, qrSvg } from './qr.ts'

// The package is CommonJS with its own `default`, which bundlers and Node see at different depths.
const readQr = 'default' in jsqr.default ? (jsqr.default as unknown as { default: typeof jsqr.default }).default : jsqr.default

/** Paints the matrix as a scanner would see it: 6 pixels a module, 4 modules of quiet zone. */
function scan(matrix: boolean[][]): string | undefined {
  const side = (matrix.length + 8) * 6
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (!matrix[Math.floor(y / 6) - 4]?.[Math.floor(x / 6) - 4]) continue
      pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
    }
  }
  return readQr(pixels, side, side)?.data
}

test.each(['https://ocop.example.vn/xac-thuc/38-16531-05-2026', 'Nước mắm cốt nhĩ'])('a scanner reads %s back', (text) => {
  expect(scan(qrMatrix(text))).toBe(text)
})

test('the drawing holds the same modules and escapes its label', () => {
  const svg = qrSvg('x', '"><script>')
  expect(svg).not.toContain('<script>')
  const dark = qrMatrix('x').flat().filter(Boolean).length
  const drawn = [...svg.matchAll(/h(\d+)v1h-/g)].reduce((sum, [, width]) => sum + Number(width), 0)
  expect(drawn).toBe(dark)
})

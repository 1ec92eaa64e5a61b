import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSum, gzipOf, packedPiece, plainOf, storedPiece, type Piece } from './packed-pieces.ts'

const answer = (pieces: readonly Piece[]) => {
  const texts = pieces.map((piece) => piece.plain)
  return gzipOf(
    pieces.map((piece) => piece.packed),
    checkSum(texts),
    texts.reduce((bytes, text) => bytes + text.length, 0),
  )
}

describe('a gzip answer of pieces', () => {
  it('unpacks to the texts one after the other, byte for byte, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 3000 }), stored: fc.boolean() })), (texts) => {
        const pieces = texts.map(({ text, stored }) => (stored ? storedPiece(text) : packedPiece(text)))
        expect(gunzipSync(answer(pieces)).toString()).toBe(Buffer.from(texts.map(({ text }) => text).join('')).toString())
      }),
    )
  })

  it('takes a text too long for one stored block, and tells a broken answer by its check sum', () => {
    const pieces = [storedPiece('dài '.repeat(40_000)), packedPiece('hết')]
    const bytes = answer(pieces)
    expect(gunzipSync(bytes).toString()).toBe(`${'dài '.repeat(40_000)}hết`)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 6) ^ 1, bytes.length - 6)
    expect(() => gunzipSync(bytes)).toThrow(/check/)
  })

  it('gives a piece its text back, and sums texts in any cut alike', () => {
    expect(plainOf(packedPiece('Nước mắm').packed).toString()).toBe('Nước mắm')
    expect(checkSum([Buffer.from('ab'), Buffer.from('c')])).toBe(checkSum([Buffer.from('c')], checkSum([Buffer.from('ab')])))
  })
})

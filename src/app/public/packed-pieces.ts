// One gzip answer strung together from pieces that were packed at different times: the frame once, a page's body once, the minute each time.
import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/**
 * UTF-8 text, and the same as deflate blocks (RFC 1951) that end on a whole byte and refer to nothing before them, so that any pieces may
 * follow each other.
 */
export type Piece = { readonly plain: Buffer<ArrayBuffer>; readonly packed: Buffer<ArrayBuffer> }

/**
 * A page's body is a few KB: a window of 4 KB and small tables pack it as well, and the memory they take is not mapped anew each time,
 * which cost more than the packing.
 */
const PACKING = { level: 1, windowBits: 12, memLevel: 6, chunkSize: 4096 }
const FLUSHED = { finishFlush: constants.Z_SYNC_FLUSH }
/** Bytes a stored block holds at most. */
const STORED = 0xffff
/** RFC 1952: magic, deflate, no name, no time, system unknown. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
/** The last block of the stream, empty. */
const LAST = Buffer.from([3, 0])

/** Packs a longer text. */
export function packedPiece(text: string): Piece {
  const plain = Buffer.from(text)
  // Copied: what deflate gives back holds on to its whole working buffer.
  return { plain, packed: Buffer.concat([deflateRawSync(plain, { ...PACKING, ...FLUSHED })]) }
}

/** Takes a short text as it is, in a stored block: five bytes more and no work. */
export function storedPiece(text: string): Piece {
  const plain = Buffer.from(text)
  if (plain.length > STORED) return packedPiece(text)
  const head = Buffer.alloc(5)
  head.writeUInt16LE(plain.length, 1)
  head.writeUInt16LE(plain.length ^ STORED, 3)
  return { plain, packed: Buffer.concat([head, plain]) }
}

/** The text of a packed piece. */
export const plainOf = (packed: Uint8Array): Buffer => inflateRawSync(packed, { ...FLUSHED, chunkSize: 4096 })

/** CRC-32 of texts that follow each other, going on from the sum of what stands before them. */
export function checkSum(texts: readonly Uint8Array[], before = 0): number {
  let sum = before
  for (const text of texts) sum = crc32(text, sum)
  return sum
}

/** The whole gzip answer (RFC 1952) of packed pieces; `sum` and `length` (bytes) are of all their text. */
export function gzipOf(packed: readonly Uint8Array[], sum: number, length: number): Buffer<ArrayBuffer> {
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(sum, 0)
  tail.writeUInt32LE(length, 4)
  return Buffer.concat([HEAD, ...packed, LAST, tail])
}

// Pages written once and sent many times. Only packed bytes are kept, and only those that are the page's own: the frame is shared.
import { gunzipSync } from 'node:zlib'
import { LastAsked } from './last-asked.ts'
import { checkSum, gzipOf, packedPiece, plainOf, storedPiece } from './packed-pieces.ts'
import type { PackedFrame } from './verify.frame.ts'

/** A page to keep; the time of the look-up goes between `before` and `after`. */
export type WrittenPage = { frame: PackedFrame; title: string; before: string; after: string }

type Kept = {
  says: string
  frame: PackedFrame
  title: Uint8Array
  before: Uint8Array
  after: Uint8Array
  /** Bytes of the text without the minute, and its check sum up to there. */
  length: number
  startSum: number
  /** The minute last told, and the check sum of the whole text with it. */
  minute: string
  sum: number
  /** What keeping it costs. */
  cost: number
}

/** Objects, map entry and buffers' own heads of one kept page, about. */
const OVERHEAD = 1000

/**
 * The pages asked for last, so that a code on everyone's lips is written once a day. What a page rests on is read from the register every
 * time and handed in as `says`: a page that says something else is written anew, so a change shows at once.
 */
export class KeptPages {
  readonly #kept: LastAsked<Kept>

  /** @param budget bytes all kept pages may cost together; those asked for longest ago give way */
  constructor(budget: number) {
    this.#kept = new LastAsked(budget)
  }

  /**
   * UTF-8 bytes of the page at this minute, as gzip when the reader takes that. `name` is the page's place, `says` all that it tells:
   * `write` is called only when nothing is kept there or it told something else.
   */
  bytes(name: string, says: string, minute: string, packed: boolean, write: () => WrittenPage): Uint8Array<ArrayBuffer> {
    let kept = this.#kept.get(name)
    if (kept?.says !== says) kept = this.#keep(name, says, minute, write())
    const now = storedPiece(minute)
    if (kept.minute !== minute) {
      kept.minute = minute
      kept.sum = checkSum([now.plain, plainOf(kept.after), kept.frame.foot.plain], kept.startSum)
    }
    const { frame, title, before, after } = kept
    const gzip = gzipOf(
      [frame.head.packed, title, frame.top.packed, before, now.packed, after, frame.foot.packed],
      kept.sum,
      kept.length + now.plain.length,
    )
    return packed ? gzip : gunzipSync(gzip)
  }

  #keep(name: string, says: string, minute: string, page: WrittenPage): Kept {
    const { frame } = page
    // What stands before the minute is under a KB: packing it would double the work to save 400 bytes.
    const [title, before, after] = [storedPiece(page.title), storedPiece(page.before), packedPiece(page.after)]
    const startSum = checkSum([frame.head.plain, title.plain, frame.top.plain, before.plain])
    const texts = [frame.head.plain, title.plain, frame.top.plain, before.plain, after.plain, frame.foot.plain]
    const kept: Kept = {
      says,
      frame,
      title: title.packed,
      before: before.packed,
      after: after.packed,
      length: texts.reduce((bytes, text) => bytes + text.length, 0),
      startSum,
      minute,
      sum: checkSum([Buffer.from(minute), after.plain, frame.foot.plain], startSum),
      cost: OVERHEAD + 2 * (says.length + name.length) + title.packed.length + before.packed.length + after.packed.length,
    }
    this.#kept.put(name, kept)
    return kept
  }
}

/** True when the reader takes gzip ("gzip;q=0" is a refusal). */
export function takesGzip(acceptEncoding: string | undefined): boolean {
  return acceptEncoding !== undefined && /(?:^|[\s,])(?:gzip|\*)(?!\s*;\s*q=0(?:\.0*)?(?:\s|,|$))/i.test(acceptEncoding)
}

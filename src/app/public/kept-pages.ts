// Pages written once and sent many times: the bytes of a page, whole and compressed, kept until what it says or the minute on it changes.
import { gzipSync } from 'node:zlib'

type Kept = { readonly page: string; minute: string; plain: Uint8Array<ArrayBuffer> | null; packed: Uint8Array<ArrayBuffer> | null }

/**
 * The last pages written, so that a code on everyone's lips is written once a day. `key` must hold everything the page says; what the page
 * rests on is read from the register every time, so a change shows at once.
 */
export class KeptPages {
  readonly #limit: number
  readonly #mark: string
  readonly #kept = new Map<string, Kept>()

  /** @param mark stands in a page where the minute goes */
  constructor(limit: number, mark: string) {
    this.#limit = limit
    this.#mark = mark
  }

  /** UTF-8 bytes of the page at this minute; compressed when the reader takes that. `write` is called only for a key not kept. */
  bytes(key: string, minute: string, packed: boolean, write: () => string): Uint8Array<ArrayBuffer> {
    const kept = this.#kept.get(key) ?? this.#keep(key, write())
    if (kept.minute !== minute) {
      kept.minute = minute
      kept.plain = null
      kept.packed = null
    }
    if (packed) return (kept.packed ??= gzipSync(kept.page.replace(this.#mark, minute), { level: 4 }))
    return (kept.plain ??= new TextEncoder().encode(kept.page.replace(this.#mark, minute)))
  }

  #keep(key: string, page: string): Kept {
    const oldest = this.#kept.keys().next()
    if (this.#kept.size >= this.#limit && !oldest.done) this.#kept.delete(oldest.value)
    const kept: Kept = { page, minute: '', plain: null, packed: null }
    this.#kept.set(key, kept)
    return kept
  }
}

/** True when the reader takes gzip ("gzip;q=0" is a refusal). */
export function takesGzip(acceptEncoding: string | undefined): boolean {
  return acceptEncoding !== undefined && /(?:^|[\s,])(?:gzip|\*)(?!\s*;\s*q=0(?:\.0*)?(?:\s|,|$))/i.test(acceptEncoding)
}

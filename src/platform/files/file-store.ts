/**
 * Files kept by what they contain: the name of a file is the SHA-256 of its bytes, so a stored file cannot change and the
 * same bytes are kept once. The store knows nothing of owners. A hash is not a right: no route may take a hash from a
 * request and open it; callers go through the record that owns the file and check that record.
 */
import { createHash } from 'node:crypto'

/** 64 lower-case hexadecimal digits. */
export type Sha256 = string

export type StoredFile = { sha256: Sha256; size: number }

/** `damaged`: there, but its bytes no longer give its name. */
export type FileHealth = 'ok' | 'missing' | 'damaged'

export type FileStore = {
  /** Keeps the bytes; when this resolves they are on the disk (or acknowledged by the object store). Twice is once. */
  put(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredFile>
  /** The bytes as a stream. Throws FileMissing. */
  open(sha256: Sha256): Promise<ReadableStream<Uint8Array>>
  /** All bytes, checked against their name. Throws FileMissing or FileDamaged. */
  read(sha256: Sha256): Promise<Uint8Array>
  exists(sha256: Sha256): Promise<boolean>
  verify(sha256: Sha256): Promise<FileHealth>
  /** Every stored file, in the order of its name. */
  list(): AsyncIterable<StoredFile>
}

export class FileMissing extends Error {
  readonly sha256: Sha256
  constructor(sha256: Sha256) {
    super(`file ${sha256} is not in the store`)
    this.name = 'FileMissing'
    this.sha256 = sha256
  }
}

export class FileDamaged extends Error {
  readonly sha256: Sha256
  constructor(sha256: Sha256) {
    super(`file ${sha256} no longer has the content it was stored with`)
    this.name = 'FileDamaged'
    this.sha256 = sha256
  }
}

export function sha256Of(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex')
}

export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

/** Guards every path built from a hash: anything else could climb out of the folder. */
export function assertSha256(text: string): void {
  if (!isSha256(text)) throw new FileMissing(text.slice(0, 80))
}

/** Zip packages of papers: names any system can unpack, the manifest first, and the same content always the same bytes. */
import { createHash } from 'node:crypto'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** `folder` is the program's own ("02-minh-chung"); `name` may be what a person called the file. */
export type ZipFile = { folder?: string; name: string; bytes: Uint8Array }

export type ListedFile = { path: string; originalName: string; sha256: string; size: number }

export type ZipPackage = { bytes: Uint8Array; sha256: string; files: ListedFile[] }

const MAX_NAME_BYTES = 255
const RESERVED = /^(con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i
const ALREADY_COMPRESSED = /\.(pdf|jpe?g|png|webp|gif|mp4|zip|docx|xlsx)$/i

/**
 * A single file name that Windows, macOS and Linux accept: NFC, no separators, control, direction or reserved characters, no trailing dots or
 * blanks, no device names, at most 255 bytes with the extension kept. Never empty.
 */
export function safeFileName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[<>:"/\\|?*]/g, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const named = RESERVED.test(cleaned) ? `_${cleaned}` : cleaned
  return shortened(named || 'tep', '')
}

function shortened(name: string, tail: string): string {
  const extension = /(?<=.)\.[\p{L}\p{N}]{1,12}$/u.exec(name)?.[0] ?? ''
  let stem = Array.from(name.slice(0, name.length - extension.length))
  const room = MAX_NAME_BYTES - Buffer.byteLength(tail + extension)
  while (Buffer.byteLength(stem.join('')) > room) stem = stem.slice(0, -1)
  return `${stem.join('').replace(/[\s.]+$/, '')}${tail}${extension}`
}

/** Gives each file its own path; a second file of the same name (case does not matter) becomes "name (2).ext". */
function distinctPaths(files: readonly ZipFile[], manifestName: string): string[] {
  const taken = new Set([manifestName.toLowerCase()])
  return files.map((file) => {
    const folder = file.folder ? `${file.folder.split('/').map(safeFileName).join('/')}/` : ''
    const name = safeFileName(file.name)
    for (let n = 1; ; n++) {
      const path = folder + (n === 1 ? name : shortened(name, ` (${n})`))
      const key = path.normalize('NFC').toLowerCase()
      if (taken.has(key)) continue
      taken.add(key)
      return path
    }
  })
}

/** Packs the files in the given order behind the manifest, which `manifest` writes from the list of paths and hashes. */
export function zipPackage(
  files: readonly ZipFile[],
  manifest: { name: string; write: (files: ListedFile[]) => string | Uint8Array },
): ZipPackage {
  const paths = distinctPaths(files, manifest.name)
  const listed = files.map((file, index) => ({
    path: paths[index] ?? file.name,
    originalName: file.name,
    sha256: sha256(file.bytes),
    size: file.bytes.length,
  }))
  const head = manifest.write(listed)
  const bytes = zipped([
    { path: manifest.name, bytes: typeof head === 'string' ? new TextEncoder().encode(head) : head },
    ...files.map((file, index) => ({ path: paths[index] ?? file.name, bytes: file.bytes })),
  ])
  return { bytes, sha256: sha256(bytes), files: listed }
}

// The streaming writer keeps the order given; an object of names would move names like "1" to the front and lose "__proto__".
function zipped(entries: readonly { path: string; bytes: Uint8Array }[]): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const entry of entries) {
    const file = ALREADY_COMPRESSED.test(entry.path) ? new ZipPassThrough(entry.path) : new ZipDeflate(entry.path, { level: 6 })
    // Built from local parts because the format stores local time: the same bytes in every time zone.
    file.mtime = new Date(1980, 0, 1)
    zip.add(file)
    file.push(entry.bytes, true)
  }
  zip.end()
  return new Uint8Array(Buffer.concat(chunks))
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

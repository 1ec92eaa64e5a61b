/**
 * Looks into a Word or Excel file without trusting it: walks the zip's central directory, really unpacks every entry
 * under a budget (declared sizes may lie, entries may overlap), and looks for what would act on the reader's machine.
 */
import { inflateRawSync } from 'node:zlib'

export type OfficeKind = 'docx' | 'xlsx'
export type OfficeScan =
  | { ok: true; kind: OfficeKind; unpackedBytes: number }
  | { ok: false; fault: 'damaged' | 'bomb' }
  | { ok: false; fault: 'active'; found: string }

export type UnpackLimits = { maxUnpackedBytes: number; maxRatio: number; maxEntries: number }

type Entry = { name: string; method: number; flags: number; packed: number; unpacked: number; offset: number }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const STORED = 0
const DEFLATED = 8
/** Under this size the ratio says nothing: a page of blanks packs a thousand to one. */
const RATIO_FROM = 10 * 1024 * 1024

function findEnd(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 65_535); at -= 1) {
    if (file.readUInt32LE(at) === END) return at
  }
  return -1
}

/** The central directory, or null where it does not hold together (zip64 counts as that: no paper needs it). */
function entriesOf(file: Buffer, maxEntries: number): Entry[] | null {
  const end = findEnd(file)
  if (end < 0) return null
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  if (count > maxEntries || at > file.length) return null
  const entries: Entry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL) return null
    const nameLength = file.readUInt16LE(at + 28)
    entries.push({
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

function isOverflow(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}

/** The entry's bytes; 'bomb' when it unpacks to more than `budget`, null when it cannot be unpacked. */
function unpack(file: Buffer, entry: Entry, budget: number): Buffer | 'bomb' | null {
  if (entry.offset + 30 > file.length || file.readUInt32LE(entry.offset) !== LOCAL) return null
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28)
  if (start + entry.packed > file.length) return null
  const packed = file.subarray(start, start + entry.packed)
  if (entry.method === STORED) return packed.length > budget ? 'bomb' : packed
  if (entry.method !== DEFLATED) return null
  if (packed.length === 0) return entry.unpacked === 0 ? packed : null
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, budget) })
  } catch (error) {
    return isOverflow(error) ? 'bomb' : null
  }
}

const ACTIVE_PARTS: readonly [RegExp, string][] = [
  [/(^|\/)vbaProject\.bin$/i, 'macro VBA'],
  [/(^|\/)activeX\//i, 'ActiveX'],
  [/(^|\/)macrosheets\//i, 'macro Excel 4.0'],
]
/** A relation to the outside that is fetched on opening; an ordinary hyperlink waits for a press and is allowed. */
const FETCHED =
  /<Relationship\b(?=[^>]*TargetMode\s*=\s*["']External["'])(?=[^>]*Type\s*=\s*["'][^"']*\/(attachedTemplate|oleObject|frame|subDocument)["'])/i

export function scanOffice(bytes: Uint8Array, limits: UnpackLimits): OfficeScan {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = file.length < 22 ? null : entriesOf(file, limits.maxEntries)
  if (entries === null) return { ok: false, fault: 'damaged' }
  const declared = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  const isTooMuch = (size: number) => size > limits.maxUnpackedBytes || (size > RATIO_FROM && size / file.length > limits.maxRatio)
  if (isTooMuch(declared)) return { ok: false, fault: 'bomb' }

  let unpackedBytes = 0
  let found: string | null = null
  for (const entry of entries) {
    if ((entry.flags & 1) === 1 || entry.name.includes('\u0000') || entry.name.split(/[/\\]/).includes('..'))
      return { ok: false, fault: 'damaged' }
    const content = unpack(file, entry, limits.maxUnpackedBytes - unpackedBytes)
    if (content === null) return { ok: false, fault: 'damaged' }
    if (content === 'bomb') return { ok: false, fault: 'bomb' }
    unpackedBytes += content.length
    if (isTooMuch(unpackedBytes)) return { ok: false, fault: 'bomb' }
    found ??= ACTIVE_PARTS.find(([name]) => name.test(entry.name))?.[1] ?? null
    if (entry.name.toLowerCase().endsWith('.rels')) found ??= FETCHED.exec(content.toString('utf8'))?.[1] ?? null
  }
  if (found !== null) return { ok: false, fault: 'active', found }
  const has = (name: string) => entries.some((entry) => entry.name === name)
  if (!has('[Content_Types].xml')) return { ok: false, fault: 'damaged' }
  if (has('word/document.xml')) return { ok: true, kind: 'docx', unpackedBytes }
  if (has('xl/workbook.xml')) return { ok: true, kind: 'xlsx', unpackedBytes }
  return { ok: false, fault: 'damaged' }
}

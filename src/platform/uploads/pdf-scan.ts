/**
 * Reads a PDF's names without interpreting it: what would run, start a program, fetch or carry something. Names may be
 * written with #xx, and objects may sit in packed object streams; both are undone first. The PDF reader in `pdf-worker.ts`
 * is the second pair of eyes: either may refuse.
 *
 * Streams other than object streams are scanned as raw bytes: the names looked for are long enough that packed picture
 * data does not contain them by chance.
 */
import { inflateSync } from 'node:zlib'

export type PdfFault = { fault: 'encrypted' } | { fault: 'embedded' } | { fault: 'active'; found: string } | { fault: 'damaged' }

const ACTIVE = ['JavaScript', 'Launch', 'RichMedia', 'SubmitForm', 'ImportData', 'GoToE', 'Rendition']
const MAX_UNPACKED = 64 * 1024 * 1024

function withoutEscapes(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function hasName(text: string, name: string): boolean {
  return new RegExp(`/${name}(?![A-Za-z0-9])`).test(text)
}

/** The unpacked object streams, or null when one cannot be read: what cannot be looked at is not taken. */
function objectStreams(file: Buffer, text: string): string[] | null {
  const unpacked: string[] = []
  let budget = MAX_UNPACKED
  for (const match of text.matchAll(/\bstream\r?\n/g)) {
    const header =
      withoutEscapes(text.slice(Math.max(0, match.index - 1024), match.index))
        .split(/\bobj\b/)
        .at(-1) ?? ''
    if (!hasName(header, 'ObjStm')) continue
    const start = match.index + match[0].length
    const end = text.indexOf('endstream', start)
    if (end < 0) return null
    if (!hasName(header, 'Filter')) {
      unpacked.push(text.slice(start, end))
      continue
    }
    if (!/\/Filter\s*(\[\s*)?\/(FlateDecode|Fl)(?![A-Za-z0-9])/.test(header)) return null
    try {
      const content = inflateSync(file.subarray(start, end), { maxOutputLength: Math.max(1, budget) })
      budget -= content.length
      unpacked.push(content.toString('latin1'))
    } catch {
      return null
    }
  }
  return unpacked
}

/** The first fault found, or null. Encryption is looked for first: it hides everything else. */
export function scanPdf(bytes: Uint8Array): PdfFault | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const raw = file.toString('latin1')
  const outer = withoutEscapes(raw)
  if (hasName(outer, 'Encrypt')) return { fault: 'encrypted' }
  const inner = objectStreams(file, raw)
  if (inner === null) return { fault: 'damaged' }
  const texts = [outer, ...inner.map(withoutEscapes)]
  for (const text of texts) {
    const found = ACTIVE.find((name) => hasName(text, name))
    if (found !== undefined) return { fault: 'active', found }
    if (hasName(text, 'EmbeddedFiles?')) return { fault: 'embedded' }
  }
  return null
}

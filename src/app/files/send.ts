// How bytes leave the house: originals as downloads that can do nothing in the browser; only what we drew or set ourselves is shown inline.
import type { FileStore } from '#/platform/files/file-store.ts'
import type { Bytes } from '#/programme/access/access.ts'
import type { Paper } from '#/programme/paperwork/paper.ts'

const SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** The name in both spellings of RFC 6266: plain for old browsers, UTF-8 for the rest. */
export function disposition(kind: 'inline' | 'attachment', fileName: string): string {
  const plain =
    fileName
      .normalize('NFD')
      .replace(/[^\x20-\x7e]|["\\%]/g, '')
      .trim() || 'tep'
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}

export async function sendBytes(
  files: FileStore,
  file: Bytes,
  options: { kind: 'inline' | 'attachment'; cache: 'public' | 'private' },
): Promise<Response> {
  return new Response(await files.open(file.sha256), { headers: headersOf(file, options) })
}

/** A paper written just now, always as a download. */
export function sendPaper(paper: Paper, cache: 'public' | 'private'): Response {
  const file = { mediaType: paper.mediaType, fileName: paper.name }
  return new Response(paper.bytes as Uint8Array<ArrayBuffer>, { headers: headersOf(file, { kind: 'attachment', cache }) })
}

function headersOf(
  file: { mediaType: string; fileName: string },
  options: { kind: 'inline' | 'attachment'; cache: 'public' | 'private' },
): Record<string, string> {
  return {
    'Content-Type': file.mediaType,
    'Content-Disposition': disposition(options.kind, file.fileName),
    'Content-Security-Policy': SANDBOX,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': options.cache === 'public' ? 'public, max-age=86400' : 'private, no-store',
  }
}

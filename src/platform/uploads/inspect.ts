/**
 * Decides whether a file may be taken, by what it contains. The accepted bytes are kept as they are: they are evidence,
 * and their hash must be the hash of what the person holds. What other people look at is drawn anew (preview.ts) and what
 * the public sees is re-encoded without its metadata (`publicPhoto`).
 */
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'

import { formatFileSize, formatNumber } from '#/platform/text/format.ts'

import { displayName } from './display-name.ts'
import { scanOffice } from './office-scan.ts'
import { readPdf } from './pdf-reader.ts'
import { scanPdf } from './pdf-scan.ts'
import { refuse } from './uploads.messages.ts'
import type { Refusal, RefusalCode } from './uploads.messages.ts'

export const MEDIA_TYPES = {
  'image/jpeg': { extension: 'jpg', label: 'JPEG' },
  'image/png': { extension: 'png', label: 'PNG' },
  'image/webp': { extension: 'webp', label: 'WebP' },
  'application/pdf': { extension: 'pdf', label: 'PDF' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { extension: 'docx', label: 'Word (.docx)' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { extension: 'xlsx', label: 'Excel (.xlsx)' },
  'video/mp4': { extension: 'mp4', label: 'MP4' },
} as const
export type MediaType = keyof typeof MEDIA_TYPES

export const PHOTO_TYPES: readonly MediaType[] = ['image/jpeg', 'image/png', 'image/webp']
export const PAPER_TYPES: readonly MediaType[] = Object.keys(MEDIA_TYPES).filter((type): type is MediaType => type !== 'video/mp4')

export type UploadLimits = {
  allowed: readonly MediaType[]
  maxBytes: number
  maxFilmBytes: number
  maxPixels: number
  maxPdfPages: number
  maxUnpackedBytes: number
  pdfTimeoutMs: number
}

const MB = 1024 * 1024
export const DEFAULT_LIMITS: UploadLimits = {
  allowed: Object.keys(MEDIA_TYPES) as MediaType[],
  maxBytes: 25 * MB,
  maxFilmBytes: 200 * MB,
  maxPixels: 120_000_000,
  maxPdfPages: 500,
  maxUnpackedBytes: 200 * MB,
  pdfTimeoutMs: 20_000,
}

export type Accepted = {
  ok: true
  mediaType: MediaType
  /** Safe to show and to send in a header or a zip; its ending follows the content. */
  displayName: string
  size: number
  /** Pixels as a viewer shows them (turned by EXIF orientation); pictures only. */
  width?: number
  height?: number
  /** PDF only. */
  pages?: number
}
export type Inspection = Accepted | { ok: false; refusal: Refusal }
type Detail = { width?: number; height?: number; pages?: number }
type Verdict = { detail: Detail } | { code: RefusalCode; values?: Record<string, string | number> }

/** Text a browser would treat as a page, a drawing or a script, also behind a BOM, comments or another type's name. */
function looksLikeMarkup(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096))
  const text = (start[0] === 0xff && start[1] === 0xfe ? start.toString('utf16le') : start.toString('utf8')).toLowerCase()
  return /^[\ufeff\s]*(<!doctype|<!--|<\?xml|<\?php|<html|<svg|<script|<body|<iframe|#!|%!ps)|<script[\s>]|<svg[\s>]|<html[\s>]/.test(text)
}

async function inspectImage(bytes: Uint8Array, limits: UploadLimits): Promise<Verdict> {
  try {
    const { autoOrient, width = 0, height = 0, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    const pixels = width * height * pages
    if (pixels > limits.maxPixels) {
      return {
        code: 'upload.tooManyPixels',
        values: { pixels: formatNumber(pixels / 1e6, { decimals: 0 }), limit: formatNumber(limits.maxPixels / 1e6) },
      }
    }
    // A header alone proves nothing: the whole picture is decoded once, small.
    await sharp(bytes, { limitInputPixels: limits.maxPixels, failOn: 'truncated' }).resize(32).raw().toBuffer()
    return { detail: { width: autoOrient.width, height: autoOrient.height } }
  } catch {
    return { code: 'upload.damagedImage' }
  }
}

const PDF_FAULTS = {
  encrypted: 'upload.pdfEncrypted',
  embedded: 'upload.pdfEmbedded',
  active: 'upload.pdfActive',
  damaged: 'upload.damagedPdf',
} as const

async function inspectPdf(bytes: Uint8Array, limits: UploadLimits): Promise<Verdict> {
  const fault = scanPdf(bytes)
  if (fault) return { code: PDF_FAULTS[fault.fault], values: { found: fault.fault === 'active' ? fault.found : '' } }
  const read = await readPdf({ kind: 'inspect', bytes }, limits.pdfTimeoutMs)
  if (!read.ok) {
    if (read.fault === 'tooSlow') return { code: 'upload.pdfTooSlow', values: { seconds: Math.ceil(limits.pdfTimeoutMs / 1000) } }
    return { code: read.fault === 'encrypted' ? 'upload.pdfEncrypted' : 'upload.damagedPdf' }
  }
  if (read.kind !== 'inspect') return { code: 'upload.damagedPdf' }
  if (read.hasScripts) return { code: 'upload.pdfActive', values: { found: 'JavaScript' } }
  if (read.hasAttachments) return { code: 'upload.pdfEmbedded' }
  if (read.pages > limits.maxPdfPages) return { code: 'upload.pdfTooManyPages', values: { pages: read.pages, limit: limits.maxPdfPages } }
  return { detail: { pages: read.pages } }
}

function inspectOffice(bytes: Uint8Array, extension: string, limits: UploadLimits): Verdict {
  const scan = scanOffice(bytes, { maxUnpackedBytes: limits.maxUnpackedBytes, maxRatio: 150, maxEntries: 5000 })
  if (scan.ok) return scan.kind === extension ? { detail: {} } : { code: 'upload.damagedOffice' }
  if (scan.fault === 'active') return { code: 'upload.officeActive', values: { found: scan.found } }
  if (scan.fault === 'bomb') return { code: 'upload.zipBomb', values: { limit: formatFileSize(limits.maxUnpackedBytes) } }
  return { code: 'upload.damagedOffice' }
}

function inspectContent(bytes: Uint8Array, mediaType: MediaType, limits: UploadLimits): Promise<Verdict> | Verdict {
  if (mediaType === 'application/pdf') return inspectPdf(bytes, limits)
  if (mediaType === 'video/mp4') return { detail: {} }
  if (PHOTO_TYPES.includes(mediaType)) return inspectImage(bytes, limits)
  return inspectOffice(bytes, MEDIA_TYPES[mediaType].extension, limits)
}

/** The kind a zip claims by its parts; file-type names damaged or macro-bearing ones otherwise. */
function officeType(bytes: Uint8Array): MediaType | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (text.includes('word/document.xml')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  if (text.includes('xl/workbook.xml')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return null
}

async function mediaTypeOf(bytes: Uint8Array): Promise<{ type: MediaType } | { code: RefusalCode }> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const mime = found?.mime ?? ''
  if (mime === 'image/heic' || mime === 'image/heif' || mime === 'image/heic-sequence') return { code: 'upload.heic' }
  if (Object.hasOwn(MEDIA_TYPES, mime)) return { type: mime as MediaType }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const type = officeType(bytes)
    if (type) return { type }
  }
  return { code: looksLikeMarkup(bytes) ? 'upload.markup' : 'upload.typeNotAllowed' }
}

/**
 * Whether this file may be kept, with its true kind and a safe name; or why not, in both languages.
 * Never throws for anything in the file. `limits` overrides DEFAULT_LIMITS (e.g. `{ allowed: PHOTO_TYPES }`).
 */
export async function inspectUpload(bytes: Uint8Array, originalName: string, limits: Partial<UploadLimits> = {}): Promise<Inspection> {
  const rules = { ...DEFAULT_LIMITS, ...limits }
  const shown = displayName(originalName, (/\.([A-Za-z0-9]{1,5})$/.exec(originalName)?.[1] ?? 'bin').toLowerCase())
  const allowed = rules.allowed.map((type) => MEDIA_TYPES[type].label).join(', ')
  const no = (code: RefusalCode, values: Record<string, string | number> = {}): Inspection => ({
    ok: false,
    refusal: refuse(code, { name: shown, allowed, ...values }),
  })
  if (bytes.byteLength === 0) return no('upload.empty')
  const tooLarge = (limit: number) => no('upload.tooLarge', { size: formatFileSize(bytes.byteLength), limit: formatFileSize(limit) })
  const largest = rules.allowed.includes('video/mp4') ? Math.max(rules.maxBytes, rules.maxFilmBytes) : rules.maxBytes
  if (bytes.byteLength > largest) return tooLarge(largest)
  const kind = await mediaTypeOf(bytes)
  if ('code' in kind) return no(kind.code)
  if (!rules.allowed.includes(kind.type)) return no('upload.typeNotAllowed')
  const limit = kind.type === 'video/mp4' ? rules.maxFilmBytes : rules.maxBytes
  if (bytes.byteLength > limit) return tooLarge(limit)
  const verdict = await inspectContent(bytes, kind.type, rules)
  if ('code' in verdict) return no(verdict.code, verdict.values)
  return {
    ok: true,
    mediaType: kind.type,
    displayName: displayName(originalName, MEDIA_TYPES[kind.type].extension),
    size: bytes.byteLength,
    ...verdict.detail,
  }
}

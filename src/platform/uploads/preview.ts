/**
 * What a page shows of a stored file: drawn anew as WebP, so that nothing of the sender's bytes (metadata, scripts, a
 * second file hidden in a first) reaches the viewer's browser. Word, Excel and films have no preview: they are downloads.
 */
import sharp from 'sharp'

import { DEFAULT_LIMITS, PHOTO_TYPES } from './inspect.ts'
import type { MediaType } from './inspect.ts'
import { readPdf } from './pdf-reader.ts'

export type Preview =
  | { ok: true; webp: Uint8Array; pages: number }
  | { ok: false; reason: 'noPreview' | 'noSuchPage' | 'damaged' | 'tooSlow' }

const WIDEST = 2400
const MAX_DRAWN_PIXELS = 8_000_000

/** `page` from 1 (pictures have one); `width` in pixels, held to 64–2400, never enlarged for pictures. */
export async function renderPreview(
  bytes: Uint8Array,
  mediaType: MediaType,
  options: { page?: number; width?: number; timeoutMs?: number } = {},
): Promise<Preview> {
  const page = options.page ?? 1
  const width = Math.round(Math.min(WIDEST, Math.max(64, options.width ?? 1200)))
  if (PHOTO_TYPES.includes(mediaType)) {
    if (page !== 1) return { ok: false, reason: 'noSuchPage' }
    try {
      return { ok: true, webp: await redrawn(bytes, width).webp({ quality: 80 }).toBuffer(), pages: 1 }
    } catch {
      return { ok: false, reason: 'damaged' }
    }
  }
  if (mediaType !== 'application/pdf') return { ok: false, reason: 'noPreview' }
  const drawn = await readPdf({ kind: 'render', bytes, page, width, maxPixels: MAX_DRAWN_PIXELS }, options.timeoutMs)
  if (!drawn.ok) return { ok: false, reason: drawn.fault === 'encrypted' ? 'damaged' : drawn.fault }
  if (drawn.kind !== 'render') return { ok: false, reason: 'damaged' }
  return { ok: true, webp: await sharp(drawn.png).webp({ quality: 80 }).toBuffer(), pages: drawn.pages }
}

/** Turned upright, sRGB, without metadata (sharp writes none unless told to). */
function redrawn(bytes: Uint8Array, width: number) {
  return sharp(bytes, { limitInputPixels: DEFAULT_LIMITS.maxPixels, failOn: 'truncated' })
    .autoOrient()
    .resize({ width, height: WIDEST, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: 20 })
}

/**
 * The copy of a product photo that the public gets: no EXIF, no place, no camera; upright; WebP, at most `width` wide.
 * Throws on bytes that `inspectUpload` would have refused.
 */
export async function publicPhoto(
  bytes: Uint8Array,
  width = 1600,
): Promise<{ bytes: Uint8Array; mediaType: 'image/webp'; width: number; height: number }> {
  const { data, info } = await redrawn(bytes, width).webp({ quality: 82 }).toBuffer({ resolveWithObject: true })
  return { bytes: data, mediaType: 'image/webp', width: info.width, height: info.height }
}

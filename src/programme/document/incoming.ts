// A file that arrived, judged by its content before any transaction is opened: reading a PDF takes time, and a transaction must not wait.
import { AppError } from '#/platform/errors/app-error.ts'
import { inspectUpload, MEDIA_TYPES, PAPER_TYPES, PHOTO_TYPES, type MediaType } from '#/platform/uploads/inspect.ts'
import { publicPhoto } from '#/platform/uploads/preview.ts'

export type IncomingFile = { fileName: string; mediaType: MediaType; bytes: Uint8Array; pageCount: number | null }
export type IncomingPhoto = { mediaType: 'image/webp'; bytes: Uint8Array }
/** A photo as it came, and the copy that is shown: without place and camera. */
export type EvidencePhoto = { original: IncomingFile; shown: IncomingFile }

/** A paper's file, kept as it came. Throws `invalid` with the reason at `field`. Films are taken too: a product's story may be one. */
export async function paperFile(bytes: Uint8Array, name: string, field = 'file'): Promise<IncomingFile> {
  const verdict = await inspectUpload(bytes, name, { allowed: [...PAPER_TYPES, 'video/mp4'] })
  if (!verdict.ok) throw new AppError('invalid', {}, { [field]: verdict.refusal.message })
  return { fileName: verdict.displayName, mediaType: verdict.mediaType, bytes, pageCount: verdict.pages ?? null }
}

/** A product photo for the public: drawn anew, upright, without place or camera. Throws `invalid` at `field`. */
export async function productPhoto(bytes: Uint8Array, name: string, field = 'photos'): Promise<IncomingPhoto> {
  const verdict = await inspectUpload(bytes, name, { allowed: PHOTO_TYPES })
  if (!verdict.ok) throw new AppError('invalid', {}, { [field]: verdict.refusal.message })
  const { bytes: redrawn, mediaType } = await publicPhoto(bytes)
  return { bytes: redrawn, mediaType }
}

/** A photo of something that is wrong: the original is evidence and stays as it is. Named by its place, because names tell of people. */
export async function evidencePhoto(bytes: Uint8Array, name: string, ordinal: number, field = 'photos'): Promise<EvidencePhoto> {
  const verdict = await inspectUpload(bytes, name, { allowed: PHOTO_TYPES })
  if (!verdict.ok) throw new AppError('invalid', {}, { [field]: verdict.refusal.message })
  const { mediaType } = verdict
  const redrawn = await publicPhoto(bytes)
  return {
    original: { fileName: `anh-${ordinal}-goc.${MEDIA_TYPES[mediaType].extension}`, mediaType, bytes, pageCount: null },
    shown: { fileName: `anh-${ordinal}.webp`, mediaType: redrawn.mediaType, bytes: redrawn.bytes, pageCount: null },
  }
}

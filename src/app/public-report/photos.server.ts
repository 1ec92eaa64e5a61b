// Photos of a posted form from somebody without an account: sent with the form, at most a few, judged one after the other.
import { AppError } from '#/platform/errors/app-error.ts'
import { evidencePhoto, type EvidencePhoto } from '#/programme/document/incoming.ts'
import { MOST_PHOTOS } from '#/programme/public-report/public-report.ts'

export async function photosOf(form: FormData): Promise<EvidencePhoto[]> {
  // An empty file input still sends one nameless entry.
  const sent = form.getAll('photos').filter((value): value is File => typeof value !== 'string' && (value.size > 0 || value.name !== ''))
  if (sent.length > MOST_PHOTOS)
    throw new AppError('invalid', {}, { photos: { vi: `Gửi nhiều nhất ${MOST_PHOTOS} ảnh.`, en: `At most ${MOST_PHOTOS} photos.` } })
  const photos: EvidencePhoto[] = []
  for (const file of sent) photos.push(await evidencePhoto(new Uint8Array(await file.arrayBuffer()), file.name, photos.length + 1))
  return photos
}

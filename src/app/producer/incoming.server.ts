// Files of a posted form: sent with it, or sent before in pieces (`upload:<id>`, see enhance/upload.ts). Judged before any transaction.
import { join } from 'node:path'
import { AppError } from '#/platform/errors/app-error.ts'
import { finishUpload } from '#/platform/uploads/resumable.ts'
import { paperFile, productPhoto, type IncomingFile, type IncomingPhoto } from '#/programme/document/incoming.ts'
import type { SignedInPage } from '../page.server.ts'

type Raw = { bytes: Uint8Array; name: string }

const gone = {
  vi: 'Lần tải lên này đã hết hạn hoặc chưa gửi xong. Chọn lại tệp.',
  en: 'This upload has run out or is not finished. Choose the file again.',
}

async function rawFiles(page: SignedInPage, form: FormData, name: string): Promise<Raw[]> {
  const { services, actor, now } = page
  const found: Raw[] = []
  for (const value of form.getAll(name)) {
    if (typeof value !== 'string') {
      // An empty file input still sends one nameless entry.
      if (value.size > 0 || value.name !== '') found.push({ bytes: new Uint8Array(await value.arrayBuffer()), name: value.name })
    } else if (value.startsWith('upload:')) {
      const root = join(services.config.dataDir, 'uploads')
      const done = await finishUpload(root, value.slice('upload:'.length), { owner: actor.accountId, now }, services.files)
      if (!done.ok) throw new AppError('invalid', {}, { [name]: done.reason === 'refused' ? done.refusal.message : gone })
      found.push({ bytes: await services.files.read(done.file.sha256), name: done.accepted.displayName })
    }
  }
  return found
}

export async function incomingFiles(page: SignedInPage, form: FormData, name: string): Promise<IncomingFile[]> {
  const raw = await rawFiles(page, form, name)
  return Promise.all(raw.map((one) => paperFile(one.bytes, one.name, name)))
}

export async function incomingPhotos(page: SignedInPage, form: FormData, name: string): Promise<IncomingPhoto[]> {
  const raw = await rawFiles(page, form, name)
  return Promise.all(raw.map((one) => productPhoto(one.bytes, one.name, name)))
}

/** The texts of a form by name, as the verbs want them; repeated names keep the first. */
export function textsOf(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string' && !(name in texts)) texts[name] = value
  return texts
}

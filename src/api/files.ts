// Files that come with a request: as parts of the form, or as finished resumable uploads named by `upload`.
import { join } from 'node:path'
import { AppError, notFound } from '#/platform/errors/app-error.ts'
import { finishUpload } from '#/platform/uploads/resumable.ts'
import type { RawFile, SignedCall } from './endpoint.ts'

export type NamedBytes = { name: string; bytes: Uint8Array }

/** The folder of open uploads, shared with the pages. */
export function uploadsFolder(call: Pick<SignedCall, 'services'>): string {
  return join(call.services.config.dataDir, 'uploads')
}

/** Every file of the request, in order. Throws `invalid` at `file` when there is none, or when an upload is unfinished or refused. */
export async function filesOf(
  call: SignedCall,
  files: readonly RawFile[],
  fields: Record<string, unknown>,
  optional = false,
): Promise<NamedBytes[]> {
  const all: NamedBytes[] = files.map(({ name, bytes }) => ({ name, bytes }))
  if (typeof fields['upload'] === 'string') all.push(await finished(call, fields['upload']))
  if (all.length === 0 && !optional)
    throw new AppError(
      'invalid',
      {},
      { file: { vi: 'Đính kèm một tệp (file), hoặc mã tải lên (upload).', en: 'Attach a file, or name an upload.' } },
    )
  return all
}

/** The one file of the request. */
export async function fileOf(call: SignedCall, files: readonly RawFile[], fields: Record<string, unknown>): Promise<NamedBytes> {
  const [first, second] = await filesOf(call, files, fields)
  if (!first || second) throw new AppError('invalid', {}, { file: { vi: 'Gửi đúng một tệp.', en: 'Send exactly one file.' } })
  return first
}

async function finished(call: SignedCall, upload: string): Promise<NamedBytes> {
  const { services, actor, now } = call
  const done = await finishUpload(uploadsFolder(call), upload, { owner: actor.accountId, now }, services.files)
  if (done.ok) return { name: done.accepted.displayName, bytes: await services.files.read(done.file.sha256) }
  if (done.reason === 'notFound') throw notFound()
  if (done.reason === 'refused') throw new AppError('invalid', {}, { upload: done.refusal.message })
  throw new AppError(
    'invalid',
    {},
    {
      upload: { vi: `Tệp chưa tải lên xong (mới tới byte ${done.offset}).`, en: `The upload is not finished (at byte ${done.offset}).` },
    },
  )
}

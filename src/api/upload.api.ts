// Uploads in pieces, and files by the record that owns them.
import { z } from '@hono/zod-openapi'
import { AppError, notFound } from '#/platform/errors/app-error.ts'
import { appendChunk, cancelUpload, createUpload, uploadProgress } from '#/platform/uploads/resumable.ts'
import { sendBytes } from '#/app/files/send.ts'
import { readableDocument, readablePhoto, readableReportPhoto, readableSignedCopy, type Bytes } from '#/programme/access/access.ts'
import { openPaperFile } from '#/programme/access/opening.actions.ts'
import { call, read, type Call, type Endpoint, type SignedCall } from './endpoint.ts'
import { uploadsFolder } from './files.ts'

const tag = 'files'
const progress = z.object({ id: z.string(), offset: z.number().int() })

export const uploadEndpoints: Endpoint[] = [
  call('post', '/uploads', {
    tag,
    title: { vi: 'Mở một lần tải lên theo từng phần', en: 'Open an upload in pieces' },
    about: {
      vi: 'Gửi từng phần bằng PATCH /uploads/{uploadId} với Upload-Offset; xong thì nêu mã ở trường upload của nơi nhận tệp.',
      en: 'Send pieces by PATCH /uploads/{uploadId} with Upload-Offset; then name the id in the field upload where the file belongs.',
    },
    access: 'account',
    status: 201,
    body: z.strictObject({ name: z.string().max(500), size: z.number().int().positive() }),
    answer: progress,
    run: async (asked, { body }) => {
      const created = await createUpload(uploadsFolder(asked), { owner: ownerOf(asked), name: body.name, size: body.size, now: asked.now })
      if (created.ok) return { id: created.session.id, offset: 0 }
      if (created.reason === 'tooManyOpen') throw new AppError('tooMany', { seconds: '60' })
      throw new AppError(
        'invalid',
        {},
        { size: { vi: 'Tệp quá lớn, hoặc cỡ tệp không đúng.', en: 'The file is too large, or its size is wrong.' } },
      )
    },
  }),
  read('/uploads/{uploadId}', {
    tag,
    title: { vi: 'Đã tải lên tới đâu', en: 'How far an upload has come' },
    answer: progress,
    run: async (asked, { params }) => {
      const at = await uploadProgress(uploadsFolder(asked), params.uploadId, asked.actor.accountId, asked.now)
      if (!at) throw notFound()
      return { id: at.id, offset: at.offset, size: at.size }
    },
  }),
  call('patch', '/uploads/{uploadId}', {
    tag,
    title: { vi: 'Gửi một phần (application/octet-stream, Upload-Offset)', en: 'Send a piece (application/octet-stream, Upload-Offset)' },
    access: 'account',
    answer: progress,
    run: async (asked, { params, body }) => {
      const piece = body as unknown as { bytes: Uint8Array; offset: number }
      if (!Number.isSafeInteger(piece.offset) || piece.offset < 0) throw new AppError('badRequest', { reason: 'Upload-Offset' })
      const done = await appendChunk(uploadsFolder(asked), params.uploadId, {
        owner: ownerOf(asked),
        offset: piece.offset,
        content: piece.bytes,
        now: asked.now,
      })
      if (done.ok) return { id: params.uploadId, offset: done.offset, complete: done.complete }
      // The place to go on from: an answer to work with rather than a fault.
      if (done.reason === 'offsetMismatch') return Response.json({ id: params.uploadId, offset: done.offset }, { status: 409 })
      if (done.reason === 'notFound') throw notFound()
      throw new AppError('invalid', {}, { size: { vi: 'Gửi nhiều hơn cỡ tệp đã báo.', en: 'More bytes than announced.' } })
    },
  }),
  call('delete', '/uploads/{uploadId}', {
    tag,
    title: { vi: 'Bỏ một lần tải lên', en: 'Give an upload up' },
    access: 'account',
    status: 204,
    run: async (asked, { params }) => {
      if (!(await cancelUpload(uploadsFolder(asked), params.uploadId, ownerOf(asked), asked.now))) throw notFound()
    },
  }),
  file('/files/papers/{fileId}', { vi: 'Tệp của một giấy tờ', en: 'A paper’s file' }, (asked, recordId) =>
    openPaperFile(asked.services, asked.actor, recordId, asked.now),
  ),
  file('/files/photos/{fileId}', { vi: 'Ảnh sản phẩm', en: 'A product photo' }, (asked, recordId) =>
    readablePhoto(asked.db, asked.actor, recordId, asked.now),
  ),
  file('/files/report-photos/{fileId}', { vi: 'Ảnh trong báo cáo của xã', en: 'A photo of the commune’s report' }, (asked, recordId) =>
    readableReportPhoto(asked.db, asked.actor, recordId, asked.now),
  ),
  file('/files/documents/{fileId}', { vi: 'Văn bản đã ban hành', en: 'An issued document' }, (asked, recordId) =>
    readableDocument(asked.db, asked.actor, recordId, asked.now),
  ),
  file('/files/signed-copies/{fileId}', { vi: 'Bản ký của một văn bản', en: 'A document’s signed scan' }, (asked, recordId) =>
    readableSignedCopy(asked.db, asked.actor, recordId, asked.now),
  ),
]

function ownerOf(asked: Call): string {
  if (!asked.actor) throw new AppError('api.tokenNeeded')
  return asked.actor.accountId
}

/** Bytes by the id of the record that owns them, never by hash; always a download. */
function file(
  path: `${string}{fileId}`,
  title: { vi: string; en: string },
  find: (asked: SignedCall, recordId: string) => Promise<Bytes | null>,
): Endpoint {
  return read(path, {
    tag,
    title,
    run: async (asked, input) => {
      const bytes = await find(asked, (input.params as { fileId: string }).fileId)
      if (!bytes) throw notFound()
      return sendBytes(asked.services.files, bytes, { kind: 'attachment', cache: 'private' })
    },
  })
}

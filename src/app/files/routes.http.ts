// Files by the record that owns them: /tep/… for reading, /tai-len for uploads that survive a cut.
import { join } from 'node:path'
import { Hono, type Context } from 'hono'
import { MEDIA_TYPES, type MediaType } from '#/platform/uploads/inspect.ts'
import { renderPreview } from '#/platform/uploads/preview.ts'
import { appendChunk, createUpload, uploadProgress } from '#/platform/uploads/resumable.ts'
import { notFound } from '#/platform/errors/app-error.ts'
import { readableDocument, readablePhoto, readableReportPhoto, readableSignedCopy } from '#/programme/access/access.ts'
import { readableAttachment } from '#/programme/access/attachments.ts'
import { readableCaseFile } from '#/programme/access/case-files.ts'
import { openPaperFile } from '#/programme/access/opening.actions.ts'
import { readableWord } from '#/programme/access/word-copy.ts'
import type { Services } from '#/programme/context.ts'
import type { FrontEnv } from '../http.ts'
import { fileMessages, uploadMessages } from './files.messages.ts'
import { sendBytes, sendPaper } from './send.ts'

export function fileRoutes(services: Services): Hono<FrontEnv> {
  const app = new Hono<FrontEnv>()
  const { db } = services.database
  const { files } = services
  const uploads = join(services.config.dataDir, 'uploads')

  const absent = (c: Context<FrontEnv>): Response => c.text(notFound().say(c.get('state').lang), 404)

  app.get('/tep/giay-to/:fileId', async (c) => {
    const { actor, now } = c.get('state')
    const file = await openPaperFile(services, actor, c.req.param('fileId'), now)
    return file ? sendBytes(files, file, { kind: 'attachment', cache: 'private' }) : absent(c)
  })

  app.get('/tep/giay-to/:fileId/trang/:page', async (c) => {
    const { actor, now } = c.get('state')
    const file = await openPaperFile(services, actor, c.req.param('fileId'), now)
    const page = Number(c.req.param('page').replace(/\.webp$/, ''))
    if (!file || !Number.isSafeInteger(page) || page < 1 || !Object.hasOwn(MEDIA_TYPES, file.mediaType)) return absent(c)
    const width = Number(c.req.query('rong') ?? 1200)
    return preview(await files.read(file.sha256), file.mediaType as MediaType, page, Number.isFinite(width) ? width : 1200, c)
  })

  app.get('/tep/anh/:photoId', async (c) => {
    const { actor, now } = c.get('state')
    const photo = await readablePhoto(db, actor, c.req.param('photoId'), now)
    return photo ? sendBytes(files, photo, { kind: 'inline', cache: photo.open ? 'public' : 'private' }) : absent(c)
  })

  app.get('/tep/anh-bao-cao/:photoId', async (c) => {
    const { actor, now } = c.get('state')
    const photo = await readableReportPhoto(db, actor, c.req.param('photoId'), now)
    return photo ? sendBytes(files, photo, { kind: 'inline', cache: 'private' }) : absent(c)
  })

  // The same paper as editable Word, for whoever may read it. Before the plain address, which would take the ending for part of the id.
  app.get('/tep/van-ban/:documentId{[0-9a-f-]+\\.docx}', async (c) => {
    const { actor, now } = c.get('state')
    const word = await readableWord(services, actor, c.req.param('documentId').replace(/\.docx$/, ''), now)
    if (word === 'none') return c.text(fileMessages.noWordCopy[c.get('state').lang], 404)
    return word ? sendPaper(word, word.open ? 'public' : 'private') : absent(c)
  })

  app.get('/tep/kem-theo/:fileId', async (c) => {
    const { actor, now } = c.get('state')
    const file = await readableCaseFile(db, actor, c.req.param('fileId'), now)
    const kind = file?.mediaType === 'image/webp' ? 'inline' : 'attachment'
    return file ? sendBytes(files, file, { kind, cache: 'private' }) : absent(c)
  })

  app.get('/dinh-kem/:id', async (c) => {
    const { actor } = c.get('state')
    const file = await readableAttachment(db, actor, c.req.param('id'))
    return file ? sendBytes(files, file, { kind: 'attachment', cache: 'private' }) : absent(c)
  })

  app.get('/tep/van-ban/:documentId', async (c) => {
    const { actor, now } = c.get('state')
    const paper = await readableDocument(db, actor, c.req.param('documentId'), now)
    // Our own PDFs are shown in the browser's reader; a workbook is a download.
    const kind = paper?.mediaType === 'application/pdf' ? 'inline' : 'attachment'
    return paper ? sendBytes(files, paper, { kind, cache: paper.open ? 'public' : 'private' }) : absent(c)
  })

  app.get('/tep/ban-ky/:copyId', async (c) => {
    const { actor, now } = c.get('state')
    const copy = await readableSignedCopy(db, actor, c.req.param('copyId'), now)
    return copy ? sendBytes(files, copy, { kind: 'attachment', cache: 'private' }) : absent(c)
  })

  app.post('/tai-len', async (c) => {
    const { actor, now, lang } = c.get('state')
    if (!actor) return c.json({ message: uploadMessages.signIn[lang] }, 401)
    const asked = (await c.req.json().catch(() => null)) as { name?: unknown; size?: unknown } | null
    if (typeof asked?.name !== 'string' || typeof asked.size !== 'number') return c.json({ message: uploadMessages.unreadable[lang] }, 400)
    const created = await createUpload(uploads, { owner: actor.accountId, name: asked.name, size: asked.size, now })
    if (!created.ok) return c.json({ message: uploadMessages[created.reason][lang] }, created.reason === 'tooManyOpen' ? 429 : 413)
    return c.json({ id: created.session.id, offset: 0 }, 201)
  })

  // HEAD from the browser: Hono answers it with what GET says, without a body; a route for HEAD itself is never asked.
  app.get('/tai-len/:id', async (c) => {
    const { actor, now } = c.get('state')
    const progress = actor ? await uploadProgress(uploads, c.req.param('id'), actor.accountId, now) : null
    return progress ? c.body(null, 200, { 'Upload-Offset': String(progress.offset), 'Cache-Control': 'no-store' }) : c.body(null, 404)
  })

  app.put('/tai-len/:id', async (c) => {
    const { actor, now, lang } = c.get('state')
    if (!actor) return c.json({ message: uploadMessages.signIn[lang] }, 401)
    const offset = Number(c.req.header('Upload-Offset'))
    if (!Number.isSafeInteger(offset) || offset < 0) return c.json({ message: uploadMessages.unreadable[lang] }, 400)
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const done = await appendChunk(uploads, c.req.param('id'), { owner: actor.accountId, offset, content: bytes, now })
    if (done.ok) return c.json({ offset: done.offset, complete: done.complete })
    if (done.reason === 'offsetMismatch') return c.json({ offset: done.offset }, 409)
    return c.json({ message: uploadMessages[done.reason][lang] }, done.reason === 'tooMuch' ? 413 : 404)
  })

  return app
}

async function preview(bytes: Uint8Array, mediaType: MediaType, page: number, width: number, c: Context<FrontEnv>): Promise<Response> {
  const drawn = await renderPreview(bytes, mediaType, { page, width })
  if (!drawn.ok) return c.text(notFound().say(c.get('state').lang), drawn.reason === 'tooSlow' ? 503 : 404)
  return new Response(drawn.webp as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'image/webp',
      'X-Content-Type-Options': 'nosniff',
      'X-Pages': String(drawn.pages),
      'Cache-Control': 'private, max-age=600',
    },
  })
}

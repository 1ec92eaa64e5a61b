import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

import { folderStore } from '#/platform/files/folder-store.ts'

import { appendChunk, cancelUpload, createUpload, finishUpload, openUploads, removeExpiredUploads, uploadProgress } from './resumable.ts'
import { onePagePdf } from './samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'ocop-uploads-'))
const root = join(folder, 'uploads')
const files = folderStore(join(folder, 'files'))
const now = new Date('2026-11-21T08:00:00Z')
const owner = 'chu-the-1'
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function begin(size: number, name = 'phieu.pdf'): Promise<string> {
  const created = await createUpload(root, { owner, name, size, now })
  if (!created.ok) throw new Error(created.reason)
  return created.session.id
}

test('a paper sent in pieces over a bad network arrives whole', async () => {
  const pdf = onePagePdf()
  const id = await begin(pdf.byteLength)
  expect(await appendChunk(root, id, { owner, offset: 0, content: pdf.subarray(0, 100), now })).toEqual({
    ok: true,
    offset: 100,
    complete: false,
  })

  async function* cut() {
    yield pdf.subarray(100, 150)
    throw new Error('network cut')
  }
  await expect(appendChunk(root, id, { owner, offset: 100, content: cut(), now })).rejects.toThrow('network cut')
  expect(await uploadProgress(root, id, owner, now)).toMatchObject({ offset: 150, size: pdf.byteLength })
  expect(await finishUpload(root, id, { owner, now }, files)).toEqual({ ok: false, reason: 'incomplete', offset: 150 })

  expect(await appendChunk(root, id, { owner, offset: 150, content: pdf.subarray(150), now })).toMatchObject({ ok: true, complete: true })
  const finished = await finishUpload(root, id, { owner, now }, files)
  expect(finished).toMatchObject({ ok: true, accepted: { mediaType: 'application/pdf', displayName: 'phieu.pdf' } })
  expect(finished.ok && Buffer.compare(await files.read(finished.file.sha256), pdf)).toBe(0)
  expect(await finishUpload(root, id, { owner, now }, files)).toEqual({ ok: false, reason: 'notFound' })
})

test('a piece sent twice, or by two tabs at once, is written once', async () => {
  const id = await begin(30)
  const piece = { owner, offset: 0, content: new Uint8Array(10), now }
  const results = await Promise.all([appendChunk(root, id, piece), appendChunk(root, id, piece)])
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(results.find((result) => !result.ok)).toEqual({ ok: false, reason: 'offsetMismatch', offset: 10 })
  expect(await appendChunk(root, id, { ...piece, offset: 25 })).toEqual({ ok: false, reason: 'offsetMismatch', offset: 10 })
})

test('more bytes than announced are not kept', async () => {
  const id = await begin(30)
  expect(await appendChunk(root, id, { owner, offset: 0, content: new Uint8Array(31), now })).toEqual({ ok: false, reason: 'tooMuch' })
  expect(await uploadProgress(root, id, owner, now)).toMatchObject({ offset: 0 })
})

test("another person's upload does not exist, under its true id or an invented one", async () => {
  const id = await begin(30)
  const other = 'chu-the-2'
  expect(await uploadProgress(root, id, other, now)).toBeNull()
  expect(await appendChunk(root, id, { owner: other, offset: 0, content: new Uint8Array(1), now })).toEqual({
    ok: false,
    reason: 'notFound',
  })
  expect(await finishUpload(root, id, { owner: other, now }, files)).toEqual({ ok: false, reason: 'notFound' })
  expect(await cancelUpload(root, id, other, now)).toBe(false)
  for (const bad of ['../../etc', '', 'f'.repeat(32), `${id}/../${id}`]) expect(await uploadProgress(root, bad, owner, now)).toBeNull()
})

test('a hostile file is refused at the end and nothing of it stays', async () => {
  const page = new TextEncoder().encode('<script>alert(1)</script>')
  const id = await begin(page.byteLength, 'anh.jpg')
  await appendChunk(root, id, { owner, offset: 0, content: page, now })
  expect(await finishUpload(root, id, { owner, now }, files)).toMatchObject({
    ok: false,
    reason: 'refused',
    refusal: { code: 'upload.markup' },
  })
  expect(await uploadProgress(root, id, owner, now)).toBeNull()
})

test.each([
  [0, 'badSize'],
  [-5, 'badSize'],
  [1.5, 'badSize'],
  [NaN, 'badSize'],
  [Number.MAX_SAFE_INTEGER, 'tooLarge'],
])('an upload announced with %s bytes is refused at once', async (size, reason) => {
  expect(await createUpload(root, { owner, name: 'a', size, now })).toEqual({ ok: false, reason })
})

test('one owner has at most twenty uploads open; a day later they are over and swept away', async () => {
  const many = 'chu-the-3'
  for (let n = 0; n < 20; n += 1) await createUpload(root, { owner: many, name: `${n}`, size: 5, now })
  expect(await createUpload(root, { owner: many, name: 'x', size: 5, now })).toEqual({ ok: false, reason: 'tooManyOpen' })
  const later = new Date('2026-11-22T08:00:00Z')
  expect(await openUploads(root, many, later)).toEqual([])
  expect(await removeExpiredUploads(root, later)).toBeGreaterThanOrEqual(20)
  expect(await openUploads(root, many, now)).toEqual([])
})

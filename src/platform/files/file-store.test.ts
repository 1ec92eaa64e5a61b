import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { FileDamaged, FileMissing, sha256Of } from './file-store.ts'
import type { FileStore } from './file-store.ts'
import { folderStore } from './folder-store.ts'
import { openFileStore } from './open.ts'
import { s3Store } from './s3-store.ts'

const root = mkdtempSync(join(tmpdir(), 'ocop-files-'))
const bytes = (text: string) => new TextEncoder().encode(text)
const text = (content: Uint8Array) => new TextDecoder().decode(content)
const pathOf = (hash: string) => join(root, hash.slice(0, 2), hash.slice(2, 4), hash)

/** An object store with one bucket: signed requests only, content checked against its declared hash, two keys a page. */
const objects = new Map<string, Uint8Array>()
let server: Server
let endpoint = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const answer = (status: number, body: string | Uint8Array = '', headers = {}) => response.writeHead(status, headers).end(body)
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key/')) return answer(403, '<Code>AccessDenied</Code>')
      if (url.searchParams.get('list-type') === '2') {
        const keys = [...objects.keys()].sort()
        const start = Number(url.searchParams.get('continuation-token') ?? 0)
        const rows = keys
          .slice(start, start + 2)
          .map((key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)?.byteLength}</Size></Contents>`)
        const more = start + 2 < keys.length
        return answer(
          200,
          `<R>${rows.join('')}<IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${start + 2}</NextContinuationToken>` : ''}</R>`,
        )
      }
      const key = url.pathname.replace('/bucket/', '')
      if (request.method === 'PUT') {
        const body = Buffer.concat(chunks)
        if (request.headers['x-amz-content-sha256'] !== sha256Of(body)) return answer(400, '<Code>XAmzContentSHA256Mismatch</Code>')
        objects.set(key, body)
        return answer(200)
      }
      const found = objects.get(key)
      if (!found) return answer(404, '<Code>NoSuchKey</Code>')
      return answer(200, request.method === 'HEAD' ? '' : found, { 'content-length': found.byteLength })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  rmSync(root, { recursive: true, force: true })
  await new Promise((resolve) => server.close(resolve))
})

const settings = { bucket: 'bucket', region: 'us-east-1', accessKeyId: 'key', secretAccessKey: 'secret', prefix: 'ocop/' }
const damage: Record<string, (hash: string) => void> = {
  folder: (hash) => writeFileSync(pathOf(hash), 'hỏng'),
  's3-compatible': (hash) => objects.set(`ocop/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`, bytes('hỏng')),
}

describe.each([
  ['folder', () => folderStore(root)],
  ['s3-compatible', () => s3Store({ ...settings, endpoint })],
] satisfies [string, () => FileStore][])('the %s store', (name, make) => {
  test('names a file by its content and keeps the same content once', async () => {
    const store = make()
    const first = await store.put(bytes('giấy chứng nhận'))
    expect(first).toEqual({ sha256: sha256Of(bytes('giấy chứng nhận')), size: bytes('giấy chứng nhận').byteLength })
    async function* parts() {
      yield bytes('giấy ')
      yield bytes('chứng nhận')
    }
    expect(await store.put(parts())).toEqual(first)
    expect(text(await store.read(first.sha256))).toBe('giấy chứng nhận')
    expect(await new Response(await store.open(first.sha256)).text()).toBe('giấy chứng nhận')
    expect([await store.exists(first.sha256), await store.verify(first.sha256)]).toEqual([true, 'ok'])
  })

  test('lists every file, also past one page', async () => {
    const store = make()
    for (const content of ['1', '2', '3', '4', '5']) await store.put(bytes(content))
    const listed = []
    for await (const file of store.list()) listed.push(file.sha256)
    expect(listed).toHaveLength(6)
    expect(listed).toEqual([...listed].sort())
  })

  test('notices a file that was damaged, refuses to hand it out as whole, and mends it when it is put again', async () => {
    const store = make()
    const { sha256 } = await store.put(bytes('sổ đăng ký'))
    damage[name]?.(sha256)
    expect(await store.verify(sha256)).toBe('damaged')
    await expect(store.read(sha256)).rejects.toThrow(FileDamaged)
    await store.put(bytes('sổ đăng ký'))
    expect(await store.verify(sha256)).toBe('ok')
  })

  test.each(['0'.repeat(64), '../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}/..`])('has nothing under %j', async (hash) => {
    const store = make()
    expect([await store.exists(hash), await store.verify(hash)]).toEqual([false, 'missing'])
    await expect(store.read(hash)).rejects.toThrow(FileMissing)
    await expect(store.open(hash)).rejects.toThrow(FileMissing)
  })
})

test('a stream that breaks half way leaves nothing behind', async () => {
  const store = folderStore(root)
  async function* broken() {
    yield bytes('nửa chừng')
    throw new Error('network cut')
  }
  await expect(store.put(broken())).rejects.toThrow('network cut')
  expect(readdirSync(join(root, 'incoming'))).toEqual([])
})

test('wrong keys are an error that names the answer, not a missing file', async () => {
  const store = s3Store({ ...settings, accessKeyId: 'other', endpoint })
  await expect(store.put(bytes('x'))).rejects.toThrow('403')
})

test('the object store is used only when fully configured', () => {
  expect(() => openFileStore({ S3_BUCKET: 'b', S3_ENDPOINT: endpoint }, root)).toThrow('S3_ACCESS_KEY_ID')
  expect(openFileStore({}, root)).toHaveProperty('put')
})

/**
 * The file store in any S3-compatible object store (path-style addresses, signature version 4). A file is held in memory
 * while it is sent: its hash, which is its name, is only known at the end, and uploads are bounded.
 */
import { AwsClient } from 'aws4fetch'

import { FileDamaged, FileMissing, assertSha256, isSha256, sha256Of } from './file-store.ts'
import type { FileStore, Sha256, StoredFile } from './file-store.ts'

export type S3Settings = {
  /** "https://s3.example.vn", without the bucket. */
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** Put before every key, e.g. "ocop/". */
  prefix?: string
}

async function collect(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (content instanceof Uint8Array) return content
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function decodeXml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '')
}

function tag(xml: string, name: string): string | undefined {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
  return found === undefined ? undefined : decodeXml(found)
}

export function s3Store(settings: S3Settings): FileStore {
  const { accessKeyId, secretAccessKey, region, prefix = '' } = settings
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 })
  const bucket = `${settings.endpoint.replace(/\/+$/, '')}/${encodeURIComponent(settings.bucket)}`
  const urlOf = (sha256: Sha256) => `${bucket}/${prefix}${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`

  async function call(url: string, init: RequestInit, accept: readonly number[]): Promise<Response> {
    const response = await client.fetch(url, init)
    if (accept.includes(response.status)) return response
    const reason = tag(await response.text(), 'Code') ?? ''
    throw new Error(`object store answered ${response.status} ${reason} to ${init.method ?? 'GET'}`)
  }

  async function sizeOf(sha256: Sha256): Promise<number | null> {
    if (!isSha256(sha256)) return null
    const response = await call(urlOf(sha256), { method: 'HEAD' }, [200, 404])
    return response.status === 404 ? null : Number(response.headers.get('content-length') ?? 0)
  }

  async function get(sha256: Sha256): Promise<Response> {
    assertSha256(sha256)
    const response = await call(urlOf(sha256), {}, [200, 404])
    if (response.status === 404) throw new FileMissing(sha256)
    return response
  }

  return {
    async put(content) {
      const bytes = await collect(content)
      const sha256 = sha256Of(bytes)
      const stored: StoredFile = { sha256, size: bytes.byteLength }
      if ((await sizeOf(sha256)) === bytes.byteLength) return stored
      // The signed content hash makes the store itself refuse bytes that were damaged on the way.
      const headers = { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' }
      await call(urlOf(sha256), { method: 'PUT', body: bytes as Uint8Array<ArrayBuffer>, headers }, [200])
      return stored
    },

    async open(sha256) {
      return (await get(sha256)).body ?? new ReadableStream({ start: (controller) => controller.close() })
    },

    async read(sha256) {
      const bytes = new Uint8Array(await (await get(sha256)).arrayBuffer())
      if (sha256Of(bytes) !== sha256) throw new FileDamaged(sha256)
      return bytes
    },

    async exists(sha256) {
      return (await sizeOf(sha256)) !== null
    },

    async verify(sha256) {
      if ((await sizeOf(sha256)) === null) return 'missing'
      const bytes = new Uint8Array(await (await get(sha256)).arrayBuffer())
      return sha256Of(bytes) === sha256 ? 'ok' : 'damaged'
    },

    async *list() {
      let token: string | undefined
      do {
        const query = new URLSearchParams({ 'list-type': '2', prefix })
        if (token !== undefined) query.set('continuation-token', token)
        const xml = await (await call(`${bucket}?${query}`, {}, [200])).text()
        for (const [, entry = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const sha256 = (tag(entry, 'Key') ?? '').split('/').at(-1) ?? ''
          if (isSha256(sha256)) yield { sha256, size: Number(tag(entry, 'Size') ?? 0) }
        }
        token = tag(xml, 'IsTruncated') === 'true' ? tag(xml, 'NextContinuationToken') : undefined
      } while (token !== undefined)
    },
  }
}

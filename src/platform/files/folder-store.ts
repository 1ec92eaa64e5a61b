/** The file store in a local folder: `ab/cd/abcd…`, written to one side, flushed, then moved into place. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'

import { FileDamaged, FileMissing, assertSha256, isSha256, sha256Of } from './file-store.ts'
import type { FileStore, Sha256 } from './file-store.ts'

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** A rename is only durable once its folder is flushed; some file systems (Windows) do not allow it. */
async function flushFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r')
    await folder.sync().finally(() => folder.close())
  } catch (error) {
    if (process.platform !== 'win32') throw error
  }
}

async function* chunksOf(content: Uint8Array | AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (content instanceof Uint8Array) yield content
  else yield* content
}

export function folderStore(root: string): FileStore {
  const incoming = join(root, 'incoming')
  const pathOf = (sha256: Sha256) => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

  async function sizeOf(sha256: Sha256): Promise<number | null> {
    if (!isSha256(sha256)) return null
    try {
      return (await stat(pathOf(sha256))).size
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  async function hashOnDisk(sha256: Sha256): Promise<string> {
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(pathOf(sha256))) hash.update(chunk)
    return hash.digest('hex')
  }

  return {
    async put(content) {
      await mkdir(incoming, { recursive: true })
      const temporary = join(incoming, randomUUID())
      const hash = createHash('sha256')
      let size = 0
      try {
        const file = await open(temporary, 'wx', 0o640)
        try {
          for await (const chunk of chunksOf(content)) {
            hash.update(chunk)
            size += chunk.byteLength
            await file.writeFile(chunk)
          }
          await file.sync()
        } finally {
          await file.close()
        }
        const sha256 = hash.digest('hex')
        const path = pathOf(sha256)
        // Always moved into place, also over a copy that is there: the same content, and a damaged copy is mended.
        await mkdir(dirname(path), { recursive: true })
        await rename(temporary, path)
        await flushFolder(dirname(path))
        return { sha256, size }
      } finally {
        await rm(temporary, { force: true })
      }
    },

    async open(sha256) {
      if ((await sizeOf(sha256)) === null) throw new FileMissing(sha256)
      return Readable.toWeb(createReadStream(pathOf(sha256))) as ReadableStream<Uint8Array>
    },

    async read(sha256) {
      assertSha256(sha256)
      const bytes = await readFile(pathOf(sha256)).catch((error: unknown) => {
        throw isMissing(error) ? new FileMissing(sha256) : error
      })
      if (sha256Of(bytes) !== sha256) throw new FileDamaged(sha256)
      return bytes
    },

    async exists(sha256) {
      return (await sizeOf(sha256)) !== null
    },

    async verify(sha256) {
      if ((await sizeOf(sha256)) === null) return 'missing'
      return (await hashOnDisk(sha256)) === sha256 ? 'ok' : 'damaged'
    },

    async *list() {
      const names = await readdir(root, { recursive: true }).catch((error: unknown) => {
        if (isMissing(error)) return []
        throw error
      })
      for (const name of names
        .map((path) => path.split(/[\\/]/).at(-1) ?? '')
        .filter(isSha256)
        .sort()) {
        const size = await sizeOf(name)
        if (size !== null) yield { sha256: name, size }
      }
    },
  }
}

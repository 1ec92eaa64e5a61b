import { join } from 'node:path'

import type { FileStore } from './file-store.ts'
import { folderStore } from './folder-store.ts'
import { s3Store } from './s3-store.ts'

/**
 * The object store when `S3_BUCKET` is set (with `S3_ENDPOINT`, `S3_ACCESS_KEY_ID`, `S3_SECRET_ACCESS_KEY`; optional
 * `S3_REGION`, default us-east-1, and `S3_PREFIX`), else the folder `files` in the data folder.
 * Throws when the settings are incomplete: half a configuration must not fall back to the disk unnoticed.
 */
export function openFileStore(env: Readonly<Record<string, string | undefined>>, dataDir: string): FileStore {
  const bucket = env['S3_BUCKET']
  if (!bucket) return folderStore(join(dataDir, 'files'))
  const needed = (name: string): string => {
    const value = env[name]
    if (!value) throw new Error(`S3_BUCKET is set, but ${name} is missing`)
    return value
  }
  return s3Store({
    bucket,
    endpoint: needed('S3_ENDPOINT'),
    region: env['S3_REGION'] ?? 'us-east-1',
    accessKeyId: needed('S3_ACCESS_KEY_ID'),
    secretAccessKey: needed('S3_SECRET_ACCESS_KEY'),
    prefix: env['S3_PREFIX'] ?? '',
  })
}

/**
 * A backup is a folder: `manifest.json` (written last: a folder without it is unfinished), `tables/<name>.jsonl` (one row a line, as the
 * database writes it to JSON) and `files/` (the file store's own layout). Logical, so that a backup taken on the embedded database restores
 * on PostgreSQL and the other way round. All rows come from one repeatable-read transaction; waiting background jobs are not included.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { AppError } from '../errors/app-error.ts'
import type { Db, OpenDatabase, Tx } from '../database/open.ts'
import type { FileStore } from '../files/file-store.ts'
import { folderStore } from '../files/folder-store.ts'

export type TableEntry = { name: string; rows: number; sha256: string }
export type Manifest = {
  format: 1
  version: string
  takenAt: string
  database: 'postgres' | 'pglite'
  migrations: { name: string; hash: string }[]
  tables: TableEntry[]
  files: { count: number; bytes: number; missing: string[] }
}

/** Tables the program makes anew by itself. */
const notCopied = new Set(['migration'])
const BATCH = 500

/** Copies everything into `folder`, which must be absent or empty. Returns the manifest; `files.missing` names files the store lost. */
export async function takeBackup(
  house: { database: OpenDatabase; files: FileStore },
  folder: string,
  about: { version: string; now: Date },
): Promise<Manifest> {
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) throw new AppError('backup.folderNotEmpty', { folder })
  await mkdir(join(folder, 'tables'))
  const { db } = house.database
  const content = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const tables: TableEntry[] = []
      for (const name of await tableNames(tx)) tables.push(await copyTable(tx, name, join(folder, 'tables', `${name}.jsonl`)))
      const { rows } = await sql<{ name: string; hash: string }>`select name, hash from migration order by name`.execute(tx)
      return { tables, migrations: rows }
    })
  const files = await copyFiles(db, house.files, join(folder, 'files'))
  const manifest: Manifest = {
    format: 1,
    version: about.version,
    takenAt: about.now.toISOString(),
    database: house.database.kind,
    ...content,
    files,
  }
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

/** The program's own tables, by name. Names come from the catalogue and are quoted where used. */
export async function tableNames(db: Db | Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(
    db,
  )
  return rows.map((row) => row.name).filter((name) => !notCopied.has(name))
}

/** A cursor keeps memory flat whatever the table holds. */
async function copyTable(tx: Tx, name: string, path: string): Promise<TableEntry> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx')
  let rows = 0
  try {
    await sql`declare backup_rows no scroll cursor for select row_to_json(t)::text as line from ${sql.table(name)} t`.execute(tx)
    for (;;) {
      const batch = await sql<{ line: string }>`fetch ${sql.raw(String(BATCH))} from backup_rows`.execute(tx)
      if (batch.rows.length === 0) break
      const text = batch.rows.map((row) => `${row.line}\n`).join('')
      hash.update(text)
      await file.writeFile(text)
      rows += batch.rows.length
    }
    await sql`close backup_rows`.execute(tx)
    await file.sync()
  } finally {
    await file.close()
  }
  return { name, rows, sha256: hash.digest('hex') }
}

/** Streams every recorded file; its name is recomputed from the bytes that arrive. */
async function copyFiles(db: Db, from: FileStore, folder: string): Promise<Manifest['files']> {
  const to = folderStore(folder)
  const files: Manifest['files'] = { count: 0, bytes: 0, missing: [] }
  for (let after = ''; ;) {
    const rows = await db.selectFrom('storedFile').select('sha256').where('sha256', '>', after).orderBy('sha256').limit(BATCH).execute()
    for (const { sha256 } of rows) {
      const copy = (await from.exists(sha256)) ? await to.put(streamed(await from.open(sha256))) : null
      if (copy?.sha256 !== sha256) {
        files.missing.push(sha256)
        continue
      }
      files.count += 1
      files.bytes += copy.size
    }
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return files
    after = last.sha256
  }
}

export async function* streamed(stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}

/** SHA-256 of a file on disk, streamed. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

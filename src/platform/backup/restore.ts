/**
 * Puts a backup back. Every hash is checked before anything is touched. The schema is made by the migrations the backup was taken under, the
 * rows go in with one transaction, then later migrations run over them: a backup of an older release restores on a newer one.
 */
import { cpSync, createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { AppError } from '../errors/app-error.ts'
import { migrate, migrationsFolder } from '../database/migrate.ts'
import type { OpenDatabase, Tx } from '../database/open.ts'
import type { FileStore } from '../files/file-store.ts'
import { folderStore } from '../files/folder-store.ts'
import { hashOfFile, streamed, tableNames, type Manifest } from './backup.ts'

const BATCH = 500

/**
 * Restores `folder` into the database and the file store. Throws `backup.unreadable`, `backup.damaged` (naming table or file),
 * `backup.newer` (made by a newer release), `restore.notEmpty` unless `force`.
 */
export async function restoreBackup(
  house: { database: OpenDatabase; files: FileStore },
  folder: string,
  options: { force: boolean },
): Promise<Manifest> {
  const manifest = readManifest(folder)
  await checkWhole(folder, manifest)
  const known = knownMigrations(manifest)
  if (!options.force && (await holdsData(house.database))) throw new AppError('restore.notEmpty')
  await emptyDatabase(house.database)
  await applyMigrations(house.database, known)
  await house.database.db.transaction().execute((tx) => fill(tx, folder, manifest))
  await migrate(house.database)
  const from = folderStore(join(folder, 'files'))
  for await (const { sha256 } of from.list()) await house.files.put(streamed(await from.open(sha256)))
  return manifest
}

function readManifest(folder: string): Manifest {
  let manifest: Manifest
  try {
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
  } catch {
    throw new AppError('backup.unreadable', { folder })
  }
  if (manifest.format !== 1 || !Array.isArray(manifest.tables) || !Array.isArray(manifest.migrations))
    throw new AppError('backup.unreadable', { folder })
  // Names become paths and SQL identifiers.
  for (const { name } of manifest.tables) if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new AppError('backup.unreadable', { folder })
  return manifest
}

async function checkWhole(folder: string, manifest: Manifest): Promise<void> {
  for (const { name, sha256 } of manifest.tables) {
    const found = await hashOfFile(join(folder, 'tables', `${name}.jsonl`)).catch(() => null)
    if (found !== sha256) throw new AppError('backup.damaged', { part: `tables/${name}.jsonl` })
  }
  const files = folderStore(join(folder, 'files'))
  let count = 0
  for await (const { sha256 } of files.list()) {
    if ((await files.verify(sha256)) !== 'ok') throw new AppError('backup.damaged', { part: `files/${sha256}` })
    count += 1
  }
  if (count !== manifest.files.count) throw new AppError('backup.damaged', { part: `files (${count} ≠ ${manifest.files.count})` })
}

/** The names of the backup's migrations; each must be one this release ships, unchanged. */
function knownMigrations(manifest: Manifest): string[] {
  for (const { name, hash } of manifest.migrations) {
    const own = readdirSync(migrationsFolder).includes(name) ? readFileSync(join(migrationsFolder, name), 'utf8') : null
    if (own === null || createHash('sha256').update(own).digest('hex') !== hash) throw new AppError('backup.newer', { name })
  }
  return manifest.migrations.map((migration) => migration.name)
}

/** True when somebody has an account or something was logged; units and settings made at start do not count. */
async function holdsData(database: OpenDatabase): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass('public.auth_user') is not null as found`.execute(database.db)
  if (!rows[0]?.found) return false
  const used = await sql<{ used: boolean }>`
    select exists (select 1 from auth_user) or exists (select 1 from audit_entry) or exists (select 1 from producer) as used`.execute(
    database.db,
  )
  return used.rows[0]?.used ?? false
}

/** Drops the program's own things only: the schema itself may belong to another role. Waiting jobs of the old data go too. */
async function emptyDatabase(database: OpenDatabase): Promise<void> {
  const tables = [...(await tableNames(database.db)), 'migration']
  // Ours are named f_…; an extension's are its own.
  const functions = await sql<{ name: string }>`
    select p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.proname like 'f\\_%'
      and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`.execute(database.db)
  await database.run(
    [
      ...tables.map((name) => `drop table if exists "${name}" cascade;`),
      ...functions.rows.map(({ name }) => `drop function if exists ${name} cascade;`),
      'drop collation if exists vi;',
      'drop schema if exists pgboss cascade;',
    ].join('\n'),
  )
}

async function applyMigrations(database: OpenDatabase, names: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-restore-'))
  try {
    for (const name of names) cpSync(join(migrationsFolder, name), join(folder, name))
    await migrate(database, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Foreign keys are put aside and built again at the end: the order of tables and rows is then free, and every one is checked. */
async function fill(tx: Tx, folder: string, manifest: Manifest): Promise<void> {
  const keys = await sql<{ name: string; table: string; definition: string }>`
    select c.conname as name, c.conrelid::regclass::text as table, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`.execute(tx)
  for (const key of keys.rows) await sql`alter table ${sql.raw(key.table)} drop constraint ${sql.id(key.name)}`.execute(tx)
  const own = new Set(await tableNames(tx))
  for (const { name, rows } of manifest.tables) {
    if (!own.has(name)) throw new AppError('backup.damaged', { part: `tables/${name}.jsonl` })
    const put = await fillTable(tx, name, join(folder, 'tables', `${name}.jsonl`))
    if (put !== rows) throw new AppError('backup.damaged', { part: `tables/${name}.jsonl (${put} ≠ ${rows})` })
  }
  for (const key of keys.rows)
    await sql`alter table ${sql.raw(key.table)} add constraint ${sql.id(key.name)} ${sql.raw(key.definition)}`.execute(tx)
}

async function fillTable(tx: Tx, name: string, path: string): Promise<number> {
  await sql`delete from ${sql.table(name)}`.execute(tx)
  const { rows: columns } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${name} and is_generated = 'NEVER' order by ordinal_position`.execute(tx)
  const list = sql.join(columns.map((column) => sql.id(column.name)))
  let rows = 0
  let batch: string[] = []
  const flush = async () => {
    if (batch.length === 0) return
    await sql`
      insert into ${sql.table(name)} (${list})
      select ${list} from json_populate_recordset(null::${sql.table(name)}, ${`[${batch.join(',')}]`}::json)`.execute(tx)
    rows += batch.length
    batch = []
  }
  for await (const line of linesOf(path)) {
    batch.push(line)
    if (batch.length >= BATCH) await flush()
  }
  await flush()
  return rows
}

/** Lines end with \n only: node's readline also splits at U+2028, which JSON leaves as it is inside texts. */
async function* linesOf(path: string): AsyncIterable<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = (rest + (chunk as string)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') yield line
  }
  if (rest !== '') yield rest
}

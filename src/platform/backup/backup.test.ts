import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { json } from '#/platform/database/json.ts'
import { fromPglite, openPglite, type OpenDatabase } from '#/platform/database/open.ts'
import { migrate } from '#/platform/database/migrate.ts'
import { folderStore } from '#/platform/files/folder-store.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { takeBackup, tableNames, type Manifest } from './backup.ts'
import { restoreBackup } from './restore.ts'

// The source is whatever the suite runs on; the target is always embedded, so that on PostgreSQL a backup crosses over.
let services: TestServices
let target: OpenDatabase
let root: string
let backup: string
let manifest: Manifest
const text = 'Nước mắm "cốt nhĩ"\n\t=cmd() \\n \u2028 😀'

beforeAll(async () => {
  services = await testServices()
  root = mkdtempSync(join(tmpdir(), 'ocop-backup-'))
  backup = join(root, 'backup')
  const { db } = services.database
  const at = new Date('2026-09-15T02:03:04.567Z')
  await db
    .insertInto('authUser')
    .values({ id: 'a', name: text, email: 'a@tai-khoan.invalid', username: 'a', createdAt: at, updatedAt: at })
    .execute()
  await db
    .insertInto('setting')
    .values({ authority: '38', key: 'x', value: json({ nested: [1, null, { text }] }), updatedAt: at })
    .execute()
  const { append } = await import('#/platform/audit/ledger.ts')
  for (let n = 0; n < 3; n++)
    await db.transaction().execute((tx) =>
      append(tx, {
        provinceCode: '38',
        at,
        accountId: 'a',
        actorName: text,
        verb: 'x',
        subjectKind: 'x',
        subjectId: String(n),
        payload: { text, half: 0.5 },
      }),
    )
  const { sha256, size } = await services.files.put(new TextEncoder().encode('nội dung tệp'))
  await db.insertInto('storedFile').values({ sha256, size, mediaType: 'text/plain', createdAt: at }).execute()
  manifest = await takeBackup(services, backup, { version: 'test', now: at })
  target = fromPglite(await openPglite({}))
})
afterAll(async () => {
  await services.close()
  await target.close()
  rmSync(root, { recursive: true, force: true })
})

const rowsOf = async (database: OpenDatabase, table: string) =>
  (await sql<{ line: string }>`select to_jsonb(t)::text as line from ${sql.table(table)} t order by 1`.execute(database.db)).rows

test('what was backed up comes back row by row, file by file, with a ledger that still verifies', async () => {
  const files = folderStore(join(root, 'restored'))
  await restoreBackup({ database: target, files }, backup, { force: false })
  for (const table of await tableNames(services.database.db))
    expect([table, await rowsOf(target, table)]).toEqual([table, await rowsOf(services.database, table)])
  expect(await verifyLedger(target.db)).toEqual({ entries: 3, faults: [] })
  expect(manifest.files).toMatchObject({ count: 1, missing: [] })
  for await (const { sha256 } of services.files.list()) expect(await files.verify(sha256)).toBe('ok')
  // Foreign keys and later migrations are in place again.
  await expect(
    sql`insert into api_token (id, account_id, name, token_hash, created_at) values (gen_random_uuid(), 'nobody', 'x', 'x', now())`.execute(
      target.db,
    ),
  ).rejects.toThrow(/foreign key/)
  await migrate(target)
}, 60_000)

test('a database that is in use is left alone unless forced', async () => {
  const files = folderStore(join(root, 'again'))
  await sql`update auth_user set name = 'mới'`.execute(target.db)
  await expect(restoreBackup({ database: target, files }, backup, { force: false })).rejects.toMatchObject({ code: 'restore.notEmpty' })
  expect((await target.db.selectFrom('authUser').select('name').executeTakeFirst())?.name).toBe('mới')
  await restoreBackup({ database: target, files }, backup, { force: true })
  expect((await target.db.selectFrom('authUser').select('name').executeTakeFirst())?.name).toBe(text)
}, 60_000)

test.each([
  ['a changed row', (folder: string) => writeFileSync(join(folder, 'tables', 'auth_user.jsonl'), '{"id":"b"}\n'), 'backup.damaged'],
  ['a table that is gone', (folder: string) => rmSync(join(folder, 'tables', 'setting.jsonl')), 'backup.damaged'],
  ['a file that is gone', (folder: string) => rmSync(join(folder, 'files'), { recursive: true }), 'backup.damaged'],
  ['a changed file', (folder: string) => writeFileSync(oneFile(folder), 'khác'), 'backup.damaged'],
  ['no manifest: the backup was cut off', (folder: string) => rmSync(join(folder, 'manifest.json')), 'backup.unreadable'],
  [
    'a manifest that climbs out of the folder',
    (folder: string) => edit(folder, (text) => text.replace('"auth_user"', '"../../etc"')),
    'backup.unreadable',
  ],
  [
    'a migration of another release',
    (folder: string) => edit(folder, (text) => text.replaceAll('0001_platform.sql', '0001_other.sql')),
    'backup.newer',
  ],
])('with %s nothing is restored', async (name, damage, code) => {
  const folder = join(root, `damaged ${name}`.replace(/\W/g, '-'))
  cpSync(backup, folder, { recursive: true })
  damage(folder)
  const before = await rowsOf(target, 'auth_user')
  await expect(restoreBackup({ database: target, files: folderStore(join(root, 'none')) }, folder, { force: true })).rejects.toMatchObject({
    code,
  })
  expect(await rowsOf(target, 'auth_user')).toEqual(before)
})

test('a folder that holds something is not written over, and a file the store lost is named', async () => {
  await expect(takeBackup(services, backup, { version: 'test', now: new Date() })).rejects.toMatchObject({ code: 'backup.folderNotEmpty' })
  const lost = 'f'.repeat(64)
  await services.database.db
    .insertInto('storedFile')
    .values({ sha256: lost, size: 1, mediaType: 'text/plain', createdAt: new Date() })
    .execute()
  const taken = await takeBackup(services, join(root, 'with a hole'), { version: 'test', now: new Date() })
  expect(taken.files).toMatchObject({ count: 1, missing: [lost] })
})

function oneFile(folder: string): string {
  const path = readdirSync(join(folder, 'files'), { recursive: true })
    .map(String)
    .find((name) => /[0-9a-f]{64}$/.test(name))
  return join(folder, 'files', path ?? '')
}

function edit(folder: string, change: (text: string) => string): void {
  const path = join(folder, 'manifest.json')
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

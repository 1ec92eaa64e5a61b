// Once per run: a template database (migrations + units), kept by content hash, so that every test file starts from a copy in a moment.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { fromPglite, openDatabase, openPglite, type OpenDatabase } from '#/platform/database/open.ts'
import { migrate, migrationsFolder } from '#/platform/database/migrate.ts'
import { loadReferenceData } from '#/programme/reference.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    template: string
    postgres: string
    /** Whether one process runs many test files, one after another. */
    sharedWorker: boolean
  }
}

export default async function setup(project: TestProject): Promise<void> {
  const url = process.env['TEST_DATABASE_URL'] ?? ''
  project.provide('postgres', url)
  if (url) {
    await preparePostgres(url)
    project.provide('template', '')
    return
  }
  const path = templatePath()
  if (!existsSync(path)) {
    const pglite = await openPglite({})
    const database = fromPglite(pglite)
    await migrate(database)
    await loadReferenceData(database)
    await slim(database)
    const dump = await pglite.dumpDataDir('none')
    writeFileSync(`${path}.new`, new Uint8Array(await dump.arrayBuffer()))
    renameSync(`${path}.new`, path)
    await pglite.close()
  }
  project.provide('template', path)
}

/** Leaves out what no test opens: the engine's own two template databases and the log already applied. A copy then opens in half the time. */
async function slim(database: OpenDatabase): Promise<void> {
  for (const sql of [
    'update pg_database set datistemplate = false',
    'drop database template1',
    'drop database template0',
    'alter system set wal_recycle = off',
    "alter system set min_wal_size = '32MB'",
    'select pg_reload_conf()',
    'checkpoint',
  ])
    await database.run(sql)
}

/** PostgreSQL: one template database; each test file asks for `create database … template`. */
async function preparePostgres(url: string): Promise<void> {
  const admin = await openDatabase({ url, dataDir: '' })
  await admin.run('drop database if exists ocop_template with (force)')
  await admin.run('create database ocop_template')
  await admin.close()
  const target = new URL(url)
  target.pathname = '/ocop_template'
  const template = await openDatabase({ url: target.href, dataDir: '', poolSize: 2 })
  await migrate(template)
  await loadReferenceData(template)
  await template.close()
}

function templatePath(): string {
  const hash = createHash('sha256').update(readFileSync(import.meta.filename))
  for (const name of readdirSync(migrationsFolder).sort()) hash.update(readFileSync(join(migrationsFolder, name)))
  const units = join(import.meta.dirname, '../programme/units')
  for (const name of readdirSync(units).sort()) if (!name.includes('.test.')) hash.update(readFileSync(join(units, name)))
  const folder = join(import.meta.dirname, '../../node_modules/.cache/ocop-test')
  mkdirSync(folder, { recursive: true })
  return join(folder, `template-${hash.digest('hex').slice(0, 16)}.tar`)
}

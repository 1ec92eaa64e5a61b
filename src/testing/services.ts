// Real services for a test: its own database copied from the template, its own file folder, a clock the test sets, jobs held in a list.
import { mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { fixedClock } from '#/platform/clock/clock.ts'
import { fromPglite, openDatabase, openPglite, type OpenDatabase } from '#/platform/database/open.ts'
import { openFileStore } from '#/platform/files/open.ts'
import { heldJobs } from '#/platform/jobs/jobs.ts'
import type { Services } from '#/programme/context.ts'
import { openAuth, type Auth } from '#/programme/people/auth.ts'
import { openRegulations } from '#/programme/regulations.ts'

export type TestServices = Services & {
  clock: ReturnType<typeof fixedClock>
  jobs: ReturnType<typeof heldJobs>
  auth: Auth
  close: () => Promise<void>
}

/** `now` defaults to a working day inside the running round. Close it in afterAll: an open database keeps the run alive. */
export async function testServices(options: { now?: string; demo?: boolean } = {}): Promise<TestServices> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ocop-test-'))
  const { database, drop } = await testDatabase()
  const baseUrl = 'http://127.0.0.1'
  const clock = fixedClock(options.now ?? '2026-09-15T02:00:00Z')
  return {
    database,
    regulations: await openRegulations({ db: database.db, now: clock.now() }),
    files: openFileStore({}, dataDir),
    jobs: heldJobs(),
    clock,
    config: { version: 'test', baseUrl, demo: options.demo ?? false, provinceCode: '38', dataDir, boundaries: null },
    auth: openAuth({ db: database.db, secret: 'a secret only for tests, long enough to be taken', baseUrl }),
    close: async () => {
      await database.close()
      await drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** What the template brings; no verb writes it. */
const reference = ['migration', 'unit', 'unit_succession']

/** Takes back every row a test has written, for files whose tests each want a world of their own: far cheaper than another database. */
export async function emptied(services: TestServices): Promise<void> {
  services.jobs.held.length = 0
  await empty(services.database)
}

/**
 * Only tables that hold pages are emptied, and by deleting: the embedded engine makes new files for a table and its indexes when it truncates,
 * most of what a test would cost. A table grown large is then vacuumed, so that later tests do not read over what is gone.
 */
async function empty(database: OpenDatabase): Promise<void> {
  const { rows } = await database.run(`
    select relname as name, pg_relation_size(oid) > ${LARGE} as large from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_relation_size(oid) > 0`)
  const written = (rows as { name: string; large: boolean }[]).filter((table) => !reference.includes(table.name))
  await database.run(`
    begin;
    set local session_replication_role = replica;
    ${written.map((table) => `delete from "${table.name}";`).join('\n')}
    commit`)
  for (const table of written) if (table.large) await database.run(`vacuum "${table.name}"`)
}

const LARGE = 256 * 1024

/** The database the files of a shared process use in turn; null while one of them has it. */
let resting: OpenDatabase | null = null

/** A copy of the template. In a shared process the next file takes over the database of the last, emptied; its prepared statements stay. */
async function embedded(): Promise<OpenDatabase> {
  const taken = resting
  resting = null
  if (taken) {
    await taken.run('rollback; reset all')
    await empty(taken)
  }
  const database = taken ?? fromPglite(await openPglite({ loadDataDir: await openAsBlob(inject('template')) }))
  if (!inject('sharedWorker') || taken) return database
  const end = database.close
  const shared: OpenDatabase = {
    ...database,
    close: async () => {
      if (resting) await end()
      else resting = shared
    },
  }
  return shared
}

async function testDatabase(): Promise<{ database: OpenDatabase; drop: () => Promise<void> }> {
  const url = inject('postgres')
  if (!url) return { database: await embedded(), drop: async () => {} }
  const admin = await openDatabase({ url, dataDir: '', poolSize: 1 })
  const name = `ocop_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  await createFromTemplate(admin, name)
  const target = new URL(url)
  target.pathname = `/${name}`
  const database = await openDatabase({ url: target.href, dataDir: '', poolSize: 5 })
  return {
    database,
    drop: async () => {
      await admin.run(`drop database if exists ${name} with (force)`)
      await admin.close()
    },
  }
}

/** Copying a template is refused while another copy runs; they take turns. */
async function createFromTemplate(admin: OpenDatabase, name: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await admin.run(`create database ${name} template ocop_template`)
      return
    } catch (error) {
      if (attempt >= 50) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

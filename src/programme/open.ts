// Opens everything a process needs, in order; the composition roots (server.ts, cli.ts) call it and close it.
import { mkdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { systemClock } from '#/platform/clock/clock.ts'
import { migrate } from '#/platform/database/migrate.ts'
import { openDatabase } from '#/platform/database/open.ts'
import { openFileStore } from '#/platform/files/open.ts'
import { openJobs } from '#/platform/jobs/jobs.ts'
import type { Config, Services } from './context.ts'
import { openRegulations } from './regulations.ts'
import { loadReferenceData } from './reference.ts'

export type Environment = Record<string, string | undefined>

export type Opened = Services & { migration: string; secret: string; close: () => Promise<void> }

/** Reads the environment, opens and migrates the database, loads units, holidays and packs. Throws AppError `database.inUse`. */
export async function openServices(env: Environment, options: { baseUrl: string }): Promise<Opened> {
  const dataDir = env['DATA_DIR'] ?? './data'
  mkdirSync(dataDir, { recursive: true })
  const database = await openDatabase({ url: env['DATABASE_URL'], dataDir })
  try {
    const migration = await migrate(database)
    await loadReferenceData(database)
    const config: Config = {
      version: packageVersion(),
      baseUrl: options.baseUrl,
      demo: false,
      provinceCode: env['OCOP_PROVINCE'] ?? '38',
      dataDir,
      boundaries: null,
    }
    const regulations = await openRegulations({ db: database.db, now: systemClock.now() })
    // What another process published or worded is seen here within a minute (decision 24). A failed reading keeps what is known.
    const reading = setInterval(() => void regulations.refresh(database.db, systemClock.now()).catch(() => {}), 60_000)
    reading.unref()
    const jobs = openJobs(database)
    return {
      database,
      regulations,
      files: openFileStore(env, dataDir),
      jobs,
      clock: systemClock,
      config,
      migration,
      secret: env['OCOP_SECRET'] ?? keptSecret(dataDir),
      close: async () => {
        clearInterval(reading)
        await jobs.stop()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

export function packageVersion(): string {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** Sessions survive a restart: the secret is made once and kept beside the data. Several nodes share OCOP_SECRET. */
function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret')
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(path, 'utf8').trim()
}

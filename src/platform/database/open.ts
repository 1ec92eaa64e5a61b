// Opens the database: PostgreSQL when DATABASE_URL is set, else PGlite in a folder. Same SQL on both.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.generated.ts'
import { takeFolderLock } from './folder-lock.ts'
import { EmbeddedDialect, Session } from './pglite-dialect.ts'

export type Db = Kysely<DB>
export type Tx = Transaction<DB>

export type OpenDatabase = {
  db: Db
  kind: 'postgres' | 'pglite'
  /** SQL as text, outside Kysely: migrations, pg-boss. Several statements when there are no values; rows of all of them. */
  run: (sql: string, values?: unknown[]) => Promise<{ rows: unknown[] }>
  /** The embedded engine, for backup; null on PostgreSQL. */
  pglite: PGlite | null
  close: () => Promise<void>
}

const INT8 = 20
const DATE = 1082
const NUMERIC = 1700

/** int8 beyond the safe range is refused: no point, sum or size of ours comes near it. */
function parseInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 out of safe range: ${text}`)
  return value
}

// CamelCasePlugin keeps SQL in snake_case and code in camelCase; keys inside JSON are left as stored.
const plugins = () => [new CamelCasePlugin({ maintainNestedObjectKeys: true })]

export async function openDatabase(options: { url?: string | undefined; dataDir: string; poolSize?: number }): Promise<OpenDatabase> {
  return options.url ? openPostgres(options.url, options.poolSize ?? 10) : openEmbedded(options.dataDir)
}

function openPostgres(url: string, max: number): OpenDatabase {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') => {
      if (oid === INT8) return parseInt8
      if (oid === DATE || oid === NUMERIC) return (text: string) => text
      return pg.types.getTypeParser(oid, format as 'text')
    },
  } as pg.CustomTypesConfig
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    // Our statements run for milliseconds and some join much: PostgreSQL would compile them for seconds, and sort 5 MB on disk.
    onConnect: (client) => client.query(`set jit = off; set work_mem = '16MB'`),
  })
  // An idle connection that breaks must not end the process; the next query opens a new one.
  pool.on('error', () => {})
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: plugins() })
  return {
    db,
    kind: 'postgres',
    run: async (text, values) => {
      const result = values?.length ? await pool.query(text, values) : await pool.query(text)
      return { rows: Array.isArray(result) ? result.flatMap((one: { rows: unknown[] }) => one.rows) : result.rows }
    },
    pglite: null,
    close: () => db.destroy(),
  }
}

async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  mkdirSync(dataDir, { recursive: true })
  const unlock = takeFolderLock(dataDir)
  try {
    const pglite = await openPglite({ dataDir: join(dataDir, 'pglite') })
    return {
      ...fromPglite(pglite),
      close: async () => {
        await pglite.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

export function openPglite(options: { dataDir?: string; loadDataDir?: Blob }): Promise<PGlite> {
  return PGlite.create({
    ...options,
    extensions: { pg_trgm },
    parsers: { [INT8]: parseInt8, [DATE]: (text: string) => text, [NUMERIC]: (text: string) => text },
  })
}

export function fromPglite(pglite: PGlite): OpenDatabase {
  const session = new Session()
  const db = new Kysely<DB>({ dialect: new EmbeddedDialect(pglite, session), plugins: plugins() })
  return {
    db,
    kind: 'pglite',
    run: (text, values) =>
      session.run(async () => {
        if (values?.length) return await pglite.query(text, values)
        return { rows: (await pglite.exec(text)).flatMap((result) => result.rows) }
      }),
    pglite,
    close: () => pglite.close(),
  }
}

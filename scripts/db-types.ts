// Writes src/platform/database/schema.generated.ts from the migrations, by a private PostgreSQL.
import { execFileSync } from 'node:child_process'
import pg from 'pg'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { postgresBinaries, startPrivatePostgres } from './private-postgres.ts'

const bin = postgresBinaries()
const outside = process.env['DATABASE_URL']
if (!bin && !outside) throw new Error('no PostgreSQL on this machine: set DATABASE_URL to an empty database')
const server = outside ? { url: outside, stop: () => {} } : await startPrivatePostgres(bin as string)
try {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const folder = join(import.meta.dirname, '../migrations')
  for (const name of readdirSync(folder).sort()) await client.query(readFileSync(join(folder, name), 'utf8'))
  await client.end()
  const out = join(import.meta.dirname, '../src/platform/database/schema.generated.ts')
  const args = [
    '--dialect',
    'postgres',
    '--url',
    server.url,
    '--camel-case',
    '--date-parser',
    'string',
    '--out-file',
    out,
    '--log-level',
    'warn',
    '--type-mapping',
    '{"int8":"number"}',
  ]
  if (process.argv.includes('--verify')) args.push('--verify')
  execFileSync('kysely-codegen', args, { stdio: 'inherit' })
} finally {
  server.stop()
}

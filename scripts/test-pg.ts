// The integration suite on PostgreSQL: TEST_DATABASE_URL or DATABASE_URL, else a private cluster from the machine's own binaries.
import { spawnSync } from 'node:child_process'
import { postgresBinaries, startPrivatePostgres } from './private-postgres.ts'

const given = process.env['DATABASE_URL']
const bin = postgresBinaries()
if (!given && !bin) {
  console.log('test:pg: no DATABASE_URL and no PostgreSQL binaries on this machine: nothing was tested on PostgreSQL.')
  process.exit(0)
}
const server = given ? { url: given, stop: () => {} } : await startPrivatePostgres(bin as string)
process.on('SIGINT', server.stop)
try {
  const run = spawnSync('vitest', ['run', 'src/programme', 'src/platform', 'src/app', 'src/api', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: server.url },
  })
  process.exitCode = run.status ?? 1
} finally {
  server.stop()
}

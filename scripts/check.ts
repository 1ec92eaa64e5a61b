// Types, lint (import directions, no cycles, promises), format, unused code, generated row types. All run; any fault fails.
import { spawnSync } from 'node:child_process'
import { postgresBinaries } from './private-postgres.ts'

const steps: [name: string, command: string, args: string[]][] = [
  ['route types', 'react-router', ['typegen']],
  ['types', 'tsc', ['-p', '.', '--noEmit']],
  ['lint', 'oxlint', ['--type-aware', '--quiet', '.']],
  ['format', 'oxfmt', ['--check', '.']],
  ['unused code', 'knip', ['--no-progress']],
  ...(process.env['DATABASE_URL'] || postgresBinaries()
    ? ([['row types', process.execPath, ['scripts/db-types.ts', '--verify']]] as [string, string, string[]][])
    : []),
]

let failed = 0
for (const [name, command, args] of steps) {
  const started = performance.now()
  const run = spawnSync(command, args, { encoding: 'utf8' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const ok = run.status === 0
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
  if (!ok) {
    failed += 1
    console.log((run.stdout ?? '') + (run.stderr ?? '') + (run.error?.message ?? ''))
  }
}
console.log(`check: ${steps.length - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

// 20,000 recognitions of the past through the real verbs, after the large register is in: checked, then written.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { heldJobs } from '#/platform/jobs/jobs.ts'
import { act } from '#/programme/context.ts'
import { checkImport, confirmImport } from '#/programme/import/import.actions.ts'
import { csvOf, manyRows } from '#/programme/import/import.fixture.ts'
import { runImport } from '#/programme/import/run.ts'
import { openServices } from '#/programme/open.ts'
import { setupActor } from '#/programme/people/people.actions.ts'
import { timed } from './measure.ts'

const ROWS = 20_000

export type ImportFigures = { rows: number; checkedMs: number; writtenMs: number }

export async function measureImport(databaseUrl: string): Promise<ImportFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const opened = await openServices({ DATABASE_URL: databaseUrl, DATA_DIR: folder }, { baseUrl: 'http://127.0.0.1' })
  const services = { ...opened, jobs: heldJobs() }
  try {
    const actor = setupActor('38')
    const bytes = csvOf(manyRows(ROWS))
    const checked = await timed(() => act(services, actor, (ctx) => checkImport(ctx, { name: 'cu.csv', bytes })))
    const written = await timed(async () => {
      await act(services, actor, (ctx) => confirmImport(ctx, checked.result.id, { enqueue: false }))
      await runImport(services, actor, checked.result.id)
    })
    return { rows: ROWS, checkedMs: checked.ms, writtenMs: written.ms }
  } finally {
    await services.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

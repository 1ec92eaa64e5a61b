import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createUpload } from '#/platform/uploads/resumable.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { IMPORT_JOB } from './import/import.actions.ts'
import { jobDefinitions } from './jobs.ts'
import { REPORT_JOB } from './report/compute.actions.ts'

/** Asked for by a person's press; the others run by the clock. */
const asked: readonly string[] = [IMPORT_JOB, REPORT_JOB]

let services: TestServices
beforeAll(async () => {
  services = await testServices({ now: '2026-09-14T02:00:00Z' })
})
afterAll(() => services.close())

test('uploads nobody finished are swept from the disk, running ones stay, and every job may run on an empty house', async () => {
  const folder = join(services.config.dataDir, 'uploads')
  await createUpload(folder, { owner: 'ai-do', name: 'bo-do.pdf', size: 5, now: services.clock.now() })
  services.clock.set('2026-09-15T03:00:00Z')
  await createUpload(folder, { owner: 'ai-do', name: 'dang-gui.pdf', size: 5, now: services.clock.now() })
  expect(readdirSync(folder)).toHaveLength(2)
  for (const job of jobDefinitions(services)) {
    expect(job.schedule !== undefined || asked.includes(job.name)).toBe(true)
    await job.handler({})
  }
  expect(existsSync(folder)).toBe(true)
  expect(readdirSync(folder)).toHaveLength(1)
})

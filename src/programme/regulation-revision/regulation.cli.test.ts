import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { current } from '#/regulation/testing.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { makeWorld } from '#/testing/world.ts'
import { needsServices, storedRegulationCommand } from './regulation.cli.ts'
import { gazetteFile } from './revision.fixture.ts'

let services: TestServices
const folder = mkdtempSync(join(tmpdir(), 'wording-cli-'))
beforeAll(async () => {
  services = await testServices()
  await makeWorld(services)
}, 60_000)
afterAll(async () => {
  await services.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the terminal stores a wording with its file’s name as the reason, and opens no data to check one', async () => {
  expect(needsServices(['wording', current.id, 'x.yaml', '--check'])).toBe(false)
  expect(needsServices(['check'])).toBe(false)
  expect(needsServices(['check', '--published'])).toBe(true)
  const file = join(folder, 'cong-bao.yaml')
  writeFileSync(file, gazetteFile(current, 9).text)
  const lines: string[] = []
  const io = { out: (text: string) => void lines.push(text), err: (text: string) => void lines.push(text) }
  expect(await storedRegulationCommand(['wording', current.id, file], io, services)).toBe(0)
  expect(lines.join()).toContain('Đã lưu')
  expect(services.regulations.get(current.id).wording?.sets).toEqual([9])
  expect(await storedRegulationCommand(['check', '--published'], io, services)).toBe(0)
  await expect(storedRegulationCommand(['wording', current.id, file], io, services)).rejects.toMatchObject({ code: 'wording.same' })
  const row = await services.database.db.selectFrom('wordingRevision').select(['reason', 'fileName']).executeTakeFirstOrThrow()
  expect(row).toEqual({ reason: 'Nạp từ dòng lệnh: cong-bao.yaml', fileName: 'cong-bao.yaml' })
})

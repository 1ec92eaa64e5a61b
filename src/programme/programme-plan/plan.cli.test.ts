import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actorOf, makeWorld, type World } from '#/testing/world.ts'
import { planCheck, planLoad } from './plan.cli.ts'
import { planFor } from './plan.store.ts'

let services: TestServices
let world: World
let folder: string
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  folder = await mkdtemp(join(tmpdir(), 'ke-hoach-'))
})
afterAll(() => services.close())

const shipped = () => readFile(join(import.meta.dirname, '../../../plans/son-tay-2023.yaml'), 'utf8')
async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}
async function run(command: 'check' | 'load', args: string[]) {
  const said = { out: '', err: '' }
  const io = { out: (text: string) => void (said.out += `${text}\n`), err: (text: string) => void (said.err += `${text}\n`) }
  const code = command === 'check' ? await planCheck(args, io) : await planLoad(['load', ...args], io, services)
  return { code, ...said }
}
const plans = () => services.database.db.selectFrom('programmePlan').select(['id', 'authority', 'state']).execute()

test('a file becomes a draft of the desk once; a changed file writes the draft anew', async () => {
  const text = await shipped()
  const at = await file('son-tay-2023.yaml', text)
  const first = await run('load', [at])
  expect(first).toMatchObject({ code: 0, err: '' })
  const id = /new: \/ke-hoach\/(\S+)/.exec(first.out)?.[1] ?? ''
  const { plan } = await planFor(services.database.db, await actorOf(world, 'office'), id)
  expect(plan).toMatchObject({ authority: services.config.provinceCode, state: 'draft', version: 1 })
  expect((await run('load', [at])).out).toContain('unchanged')
  await file('son-tay-2023.yaml', text.replace(/^title: .*$/m, 'title: Kế hoạch đã đổi tên'))
  expect((await run('load', [at])).out).toContain(`changed: /ke-hoach/${id}`)
  expect(await plans()).toHaveLength(1)
  expect((await planFor(services.database.db, await actorOf(world, 'office'), id)).plan.title).toBe('Kế hoạch đã đổi tên')
})

test('a plan that comes with the program is loaded by its id, for another desk where it is named', async () => {
  expect(await run('load', ['luc-nam-2020', '--desk', '24.218'])).toMatchObject({ code: 0, out: expect.stringContaining('new:') })
  expect((await plans()).map((plan) => plan.authority)).toContain('24.218')
})

test('what is no plan is told with its place, and nothing is written', async () => {
  const before = await plans()
  const bad = await file('sai-2023.yaml', (await shipped()).replace(/^from: .*$/m, 'from: 31/02/2023'))
  const checked = await run('check', [bad])
  expect(checked.code).toBe(1)
  expect(checked.err).toContain('sai-2023.yaml: from')
  await expect(run('load', [bad])).rejects.toThrow('sai-2023.yaml: from')
  await expect(run('load', [join(folder, 'khong-co.yaml')])).rejects.toThrow('ENOENT')
  expect(await run('load', [])).toMatchObject({ code: 2, err: expect.stringContaining('ocop plan') })
  expect(await run('check', [])).toMatchObject({ code: 2 })
  expect(await run('check', [await file('dung.yaml', await shipped())])).toMatchObject({ code: 0 })
  expect(await plans()).toEqual(before)
})

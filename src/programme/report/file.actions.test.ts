// Files enclosed with a report: by who writes it, until it is approved; read by whoever reads the report.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { readableAttachment } from '../access/attachments.ts'
import { attachmentsOf } from '../attachment/attachment.store.ts'
import { paperFile } from '../document/incoming.ts'
import { addReportFiles, removeReportFile } from './file.actions.ts'
import { ofSamSon, openedCall, sent } from './report.fixture.ts'

let services: TestServices
let world: World
const db = () => services.database.db
beforeAll(async () => {
  services = await testServices({ now: '2026-06-05T02:00:00Z' })
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('the unit encloses and takes out while it writes; then the files stand, for those who read the report', async () => {
  const { samSon } = await openedCall(world)
  const file = await paperFile(onePagePdf(''), 'Phụ lục.pdf')
  const add = (person: Person, files = [file]) => actAs(world, person, (ctx) => addReportFiles(ctx, samSon, files, 'Phụ lục'))
  expect(await refused(add('otherCommuneOfficer'))).toBe('notFound')
  expect(await refused(add('office'))).toBe('forbidden')
  expect(await fieldsOf(add('communeOfficer', []))).toEqual(['files'])

  const [first = ''] = await add('communeOfficer')
  expect(await add('communeOfficer')).toEqual([first])
  expect(await refused(actAs(world, 'office', (ctx) => removeReportFile(ctx, samSon, first)))).toBe('forbidden')
  await actAs(world, 'communeOfficer', (ctx) => removeReportFile(ctx, samSon, first))
  expect(await attachmentsOf(db(), 'report', [samSon])).toEqual([])
  const [kept = ''] = await add('communeOfficer')

  await sent(world, samSon, ofSamSon)
  expect(await refused(add('communeOfficer'))).toBe('stateConflict')
  expect(await refused(actAs(world, 'communeOfficer', (ctx) => removeReportFile(ctx, samSon, kept)))).toBe('stateConflict')
  const reads = async (person: Person) => (await readableAttachment(db(), await actorOf(world, person), kept))?.fileName ?? null
  for (const person of ['communeOfficer', 'communeLeader', 'office', 'leader', 'advisor'] as const)
    expect(await reads(person)).toBe('Phụ lục.pdf')
  for (const person of ['otherCommuneOfficer', 'producer', 'otherProvinceOffice', 'bodyOfficer'] as const)
    expect(await reads(person)).toBeNull()
})

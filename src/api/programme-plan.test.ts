// A plan written and issued, and its work reported with evidence, by programs alone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { headInput, issueForm, submissionForm, targetInput, taskInput } from '#/programme/programme-plan/plan.fixture.ts'
import { reportsOf } from '#/programme/task/task.store.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { makeWorld, type World } from '#/testing/world.ts'
import { testApi } from './api.fixture.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('a draft is begun, its parts written with the version each was read in, sent with a submission, issued; the body reports with a file', async () => {
  const api = testApi(services)
  const [office, leader, body] = [await api.as(world, 'office'), await api.as(world, 'leader'), await api.as(world, 'bodyOfficer')]
  const { id } = (await office('POST', '/programme-plans', headInput('Kế hoạch qua API'))).body
  const plan = `/programme-plans/${id}`
  const wrong = await office('POST', `${plan}/parts/target`, { ...targetInput, valueMin: '-1', version: 1 })
  expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([422, ['valueMin']])
  const first = await office('POST', `${plan}/parts/target`, { ...targetInput, version: 1 })
  expect([first.status, first.body]).toEqual([201, { version: 2, key: 'T01' }])
  expect((await office('POST', `${plan}/parts/task`, { ...taskInput, version: 1 })).status).toBe(409)
  expect((await office('POST', `${plan}/parts/task`, { ...taskInput, version: 2 })).body.key).toBe('N01')
  expect((await office('POST', `${plan}/parts/gold`, { title: 'x', version: 3 })).status).toBe(404)
  const changed = await office('PUT', `${plan}/parts/target/T01`, { ...targetInput, valueMin: '20', version: 3 })
  expect(changed.body).toEqual({ version: 4, key: 'T01' })
  expect((await office('PUT', `${plan}/words`, { basis: 'Căn cứ một\nCăn cứ hai', version: 4 })).body).toEqual({ version: 5 })
  const sent = await office('POST', `${plan}/submission`, { ...submissionForm, version: 5 })
  expect(sent.body.number).toMatch(/TTr-VPĐP$/)
  expect((await leader('POST', `${plan}/issue`, issueForm)).body.works).toBe(2)
  const read = (await body('GET', plan)).body
  expect([read.plan.state, read.parts.targets[0].valueMin, read.plan.content.basis.length]).toEqual(['issued', 20, 2])

  const [work] = (await body('GET', '/works')).body.items
  const form = new FormData()
  for (const [name, value] of Object.entries({ state: 'doing', percent: '40', content: 'Một phiên chợ.', version: '1' }))
    form.set(name, value)
  form.append('file', new File([new TextEncoder().encode('%PDF-1.4\n%%EOF\n')], 'anh.txt'))
  expect((await body('POST', `/works/${work.id}/reports`, form)).status).toBe(422)
  const plain = await body('POST', `/works/${work.id}/reports`, { state: 'doing', percent: '40', content: 'Một phiên chợ.', version: 1 })
  expect(plain.status).toBe(204)
  const { db } = services.database
  const { documentId } = sent.body
  const paper = await db
    .selectFrom('document')
    .innerJoin('storedFile', 'storedFile.sha256', 'document.sha256')
    .select('document.sha256')
    .where('document.id', '=', documentId)
    .executeTakeFirstOrThrow()
  form.delete('file')
  form.set('version', '2')
  form.append('file', new File([new Uint8Array(await services.files.read(paper.sha256))], 'bien-ban.pdf', { type: 'application/pdf' }))
  expect((await body('POST', `/works/${work.id}/reports`, form)).status).toBe(204)
  const [report] = (await reportsOf(db, work.id)).reports
  expect((await attachmentsOf(db, 'taskReport', [report?.id ?? ''])).map((file) => file.fileName)).toEqual(['bien-ban.pdf'])
})

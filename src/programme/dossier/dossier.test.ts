import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { makeWorld } from '#/testing/world.ts'
import { linkedPapers } from './components.ts'
import { draftDossier } from './dossier.fixture.ts'
import { dossierFacts, type DossierFacts } from './dossier.facts.ts'
import { taskList, withoutEvidence } from './dossier.ts'
import type { SnapshotPaper } from './snapshot.ts'

let services: TestServices
let facts: DossierFacts
beforeAll(async () => {
  services = await testServices()
  const world = await makeWorld(services)
  const draft = await draftDossier(world, { star: 3, name: 'Mắm tép Sầm Sơn' })
  facts = await dossierFacts(services.database.db, services.regulations, draft.dossierId)
})
afterAll(() => services.close())

test('a claimed criterion without a paper is named and does not block filing', () => {
  expect(withoutEvidence(facts)).toEqual([])
  const bare = { ...facts, evidence: facts.evidence.filter((link) => link.criterion !== '3.5') }
  expect(withoutEvidence(bare)).toEqual(['3.5'])
  const { ready, tasks } = taskList(bare)
  expect(ready).toBe(true)
  expect(tasks.find((task) => task.id === 'part.A')?.hint?.vi).toContain('3.5')
})

test('without any paper at all the component of mẫu 02 is missing, and filing waits', () => {
  const { ready, tasks } = taskList({ ...facts, evidence: [] })
  expect(ready).toBe(false)
  expect(tasks.find((task) => task.id === 'papers')).toMatchObject({ state: 'todo', blocks: true })
})

test('the newest business registration goes with the dossier without being linked to a criterion', () => {
  const file = { id: 'f', sha256: 'f', fileName: 'dkkd.pdf', mediaType: 'application/pdf', size: 1, pageCount: 1 }
  const paper = (id: string, kind: string, files = [file]): SnapshotPaper => ({
    id,
    kind,
    title: id,
    number: null,
    issuer: null,
    issuedOn: null,
    expiresOn: null,
    holder: null,
    confidential: false,
    files,
  })
  const papers = [
    paper('old', 'businessRegistration'),
    paper('test', 'testReport'),
    paper('new', 'businessRegistration'),
    paper('unlinked', 'award'),
    paper('announced', 'businessRegistration', []),
  ]
  const linked = linkedPapers({ papers, evidence: [{ criterion: '8', paperId: 'test' }], changes: [] })
  expect(linked.map((one) => one.id)).toEqual(['test', 'new'])
})

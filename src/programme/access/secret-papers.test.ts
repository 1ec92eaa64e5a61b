import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { makeWorld, type Person, type World } from '#/testing/world.ts'
import { readyMember, releasedMeeting, type MeetingFixture } from '../council/council.fixture.ts'
import { loadActor } from '../people/people.store.ts'
import { openPaperFile } from './opening.actions.ts'

let services: TestServices
let world: World
let meeting: MeetingFixture
let secret: string
let plain: string
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  meeting = await releasedMeeting(world)
  secret = await fileOf(true)
  plain = await fileOf(false)
  await readyMember(world, 'seat3', meeting.items[0] ?? '')
}, 120_000)
afterAll(() => services.close())

const db = () => services.database.db
async function fileOf(confidential: boolean): Promise<string> {
  const row = await db()
    .selectFrom('paperFile')
    .innerJoin('paper', 'paper.id', 'paperFile.paperId')
    .innerJoin('dossier', 'dossier.producerId', 'paper.producerId')
    .select('paperFile.id')
    .where('dossier.id', '=', meeting.dossiers[0] ?? '')
    .where('paper.confidential', '=', confidential)
    .orderBy('paperFile.id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return row.id
}
async function open(person: Person, fileId: string) {
  const actor = await loadActor(db(), world.accounts[person], services.clock.now())
  return openPaperFile(services, actor, fileId, services.clock.now())
}
const openings = async () =>
  (await db().selectFrom('auditEntry').select('accountId').where('verb', '=', 'paper.secretOpened').orderBy('seq').execute()).map(
    (row) => row.accountId,
  )

describe('a paper its producer marked as a business secret', () => {
  test.each([
    ['producer', true, true],
    ['communeOfficer', true, true],
    ['office', true, true],
    ['advisor', true, true],
    // Voting, declared, pack opened.
    ['seat3', true, true],
    // Voting, but the pack is not opened yet.
    ['seat2', false, false],
    ['communeLeader', false, true],
    ['leader', false, true],
    ['clerk', false, true],
    ['bodyOfficer', false, false],
    ['admin', false, false],
    ['seat9', false, false],
    ['otherProducer', false, false],
    ['otherCommuneOfficer', false, false],
    ['otherProvinceOffice', false, false],
  ] as const)('opens to %s: %s; one without the mark: %s', async (person, mayOpenSecret, mayOpenPlain) => {
    expect((await open(person, secret)) !== null).toBe(mayOpenSecret)
    expect((await open(person, plain)) !== null).toBe(mayOpenPlain)
  })

  test('every opening by another than its producer is in the ledger, pages turned within minutes once, a later one again', async () => {
    const before = (await openings()).length
    services.clock.set('2026-09-16T02:00:00Z')
    await open('office', secret)
    await open('office', secret)
    await open('producer', secret)
    await open('office', plain)
    await open('leader', secret)
    services.clock.set('2026-09-16T02:11:00Z')
    await open('office', secret)
    expect((await openings()).slice(before)).toEqual([world.accounts.office, world.accounts.office])
    const [entry] = await db().selectFrom('auditEntry').selectAll().where('verb', '=', 'paper.secretOpened').limit(1).execute()
    expect(entry).toMatchObject({ subjectKind: 'paperFile', subjectId: secret, dossierId: meeting.dossiers[0] })
  })

  test('a mark put on after filing closes the paper at once', async () => {
    expect(await open('leader', plain)).not.toBeNull()
    await db()
      .updateTable('paper')
      .set({ confidential: true })
      .where('id', 'in', db().selectFrom('paperFile').select('paperId').where('id', '=', plain))
      .execute()
    expect(await open('leader', plain)).toBeNull()
    expect(await open('communeOfficer', plain)).toMatchObject({ secret: true })
  })
})

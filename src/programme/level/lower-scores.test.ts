// Who scores at the upper level does not learn the lower level's scores before their own council has its result, unless the office says so.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { BAC_GIANG, actIn, districtActor, IN_2023, LUC_NAM, makeDistrictWorld, type DistrictWorld } from '#/testing/district-world.ts'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { readableDocument } from '../access/access.ts'
import { storeDocument } from '../document/document.ts'
import { issueDecision, prepareDecision } from '../certificate/decision.actions.ts'
import { sendUp } from './level.actions.ts'
import { proposedToDistrict, resultAt, sessionAt, type Session } from './level.fixture.ts'
import { lowerScores } from './level.settings.ts'
import { wayOf } from './level.view.ts'

let services: TestServices
let world: DistrictWorld
let province: Session
let dossierId: string
let itemId: string
let papers: { summary: string; letter: string }

beforeAll(async () => {
  services = await testServices({ now: IN_2023 })
})
afterAll(() => services.close())

beforeEach(async () => {
  await emptied(services)
  world = await makeDistrictWorld(services)
  const district = await sessionAt(world, LUC_NAM)
  province = await sessionAt(world, BAC_GIANG)
  ;({ dossierId } = await proposedToDistrict(world))
  const resultId = await resultAt(world, district, dossierId, { hundredths: 7129, star: 4 })
  const decisionId = await actIn(world, 'districtOffice', (ctx) =>
    prepareDecision(ctx, { kind: 'approval', title: 'x', resultIds: [resultId] }),
  )
  const form = { numberKind: 'next', reserved: '', irregular: '', issuedOn: '16/10/2023', signerName: 'Nam', signerPost: 'CHỦ TỊCH' }
  await actIn(world, 'districtLeader', (ctx) => issueDecision(ctx, decisionId, form, 1))
  const summary = await actIn(world, 'districtOffice', (ctx) =>
    storeDocument(ctx, {
      authority: LUC_NAM,
      bodyId: world.bodies.districtOffice,
      kind: 'summaryTable',
      subjectKind: 'result',
      subjectId: resultId,
      dossierId,
      title: 'Bảng tổng hợp điểm',
      issuedOn: '2023-10-16',
      signer: '',
      file: { name: 'bang.pdf', mediaType: 'application/pdf', bytes: new TextEncoder().encode('71,29') },
    }),
  )
  await actIn(world, 'districtOffice', (ctx) => sendUp(ctx, dossierId, { handed: 5, note: '' }))
  const letter = await db().selectFrom('document').select('id').where('kind', '=', 'transferLetter').executeTakeFirstOrThrow()
  papers = { summary, letter: letter.id }
  itemId = await scoringAtProvince()
})

const db = () => services.database.db
const now = () => services.clock.now()

/** On the province's agenda, scoring; every member declared and with the pack open. */
async function scoringAtProvince(): Promise<string> {
  const id = newId()
  await db().updateTable('dossier').set({ state: 'onAgenda', roundId: province.roundId }).where('id', '=', dossierId).execute()
  await db()
    .insertInto('agendaItem')
    .values({ id, meetingId: province.meetingId, dossierId, ordinal: 1, state: 'scoring', openedAt: now() })
    .execute()
  await db()
    .insertInto('conflictDeclaration')
    .values(province.members.map((memberId) => ({ itemId: id, memberId, conflicted: false, declaredAt: now() })))
    .execute()
  await db()
    .insertInto('packOpening')
    .values(province.members.map((memberId) => ({ itemId: id, memberId, openedAt: now() })))
    .execute()
  return id
}

const reads = async (person: Parameters<typeof districtActor>[1], document: string) =>
  (await readableDocument(db(), await districtActor(world, person), document, now())) !== null

test('while the province scores, its members read no score of the district; the district’s own do', async () => {
  expect(await reads('districtSeat3', papers.summary)).toBe(true)
  expect(await reads('provinceSeat3', papers.summary)).toBe(false)
  expect(await reads('provinceSeat3', papers.letter)).toBe(false)
})

test('staff of the province who vote on the dossier are kept from the letter too', async () => {
  expect(await reads('provinceOffice', papers.letter)).toBe(true)
  const accountId = world.accounts.provinceOffice
  await db()
    .updateTable('councilMember')
    .set({ accountId })
    .where('id', '=', province.members[3] ?? '')
    .execute()
  expect(await reads('provinceOffice', papers.letter)).toBe(false)
  expect(await reads('provinceOffice', papers.summary)).toBe(false)
})

test('once their own result is closed they read it', async () => {
  await db().updateTable('agendaItem').set({ state: 'closed', closedAt: now() }).where('id', '=', itemId).execute()
  expect(await reads('provinceSeat3', papers.summary)).toBe(true)
})

test('the province may show it at once; its own scores never go down before closing', async () => {
  await db()
    .insertInto('setting')
    .values({ authority: BAC_GIANG, key: lowerScores.key, value: json('atOnce'), updatedAt: now() })
    .execute()
  expect(await reads('provinceSeat3', papers.summary)).toBe(true)
  await db().updateTable('document').set({ authority: BAC_GIANG }).where('id', '=', papers.summary).execute()
  expect(await reads('districtSeat3', papers.summary)).toBe(false)
})

test('the way between levels says that the district closed, not what it gave, to who votes above', async () => {
  const seen = async (person: Parameters<typeof districtActor>[1]) => {
    const dossier = await db().selectFrom('dossier').selectAll().where('id', '=', dossierId).executeTakeFirstOrThrow()
    return wayOf(db(), { regulations: services.regulations, now: now() }, await districtActor(world, person), dossier)
  }
  expect((await seen('provinceOffice')).results).toMatchObject([{ level: 'district', scores: { meanPrinted: '71.29', star: 4 } }])
  const accountId = world.accounts.provinceOffice
  await db()
    .updateTable('councilMember')
    .set({ accountId })
    .where('id', '=', province.members[3] ?? '')
    .execute()
  const kept = await seen('provinceOffice')
  expect(kept.results).toMatchObject([{ level: 'district', scores: null }])
  expect(JSON.stringify(kept)).not.toContain('71.29')
})

test('what the province found is not told to the district before it comes back', async () => {
  await db().updateTable('agendaItem').set({ state: 'removed' }).where('id', '=', itemId).execute()
  await db().updateTable('dossier').set({ state: 'accepted' }).where('id', '=', dossierId).execute()
  await resultAt(world, province, dossierId, { hundredths: 6600, star: 3 })
  const dossier = await db().selectFrom('dossier').selectAll().where('id', '=', dossierId).executeTakeFirstOrThrow()
  const way = await wayOf(db(), { regulations: services.regulations, now: now() }, await districtActor(world, 'districtOffice'), dossier)
  expect(way.results).toMatchObject([
    { level: 'district', scores: { meanPrinted: '71.29' } },
    { level: 'province', scores: null },
  ])
  expect(way.next).toBeNull()
})

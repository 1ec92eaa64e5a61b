import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { extractText } from 'unpdf'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { readableDocument } from '../access/access.ts'
import { saveCommuneCheck } from '../commune/check.actions.ts'
import { acceptedDossier, checkedDossier, openedRound } from '../commune/commune.fixture.ts'
import { checksOf, storedChecks, submissionsOf } from '../commune/submission.store.ts'
import { askCommuneSupplement } from '../commune/supplement.actions.ts'
import { communeFile, officeFile } from '../commune/commune.store.ts'
import { examine } from '../doctor/doctor.ts'
import { answerSupplementItem, submitDossier } from '../dossier/filing.actions.ts'
import { issueAdvisoryReport, saveAdvisoryWork } from './advisory.actions.ts'
import { advisoryNotes } from './office.store.ts'
import { askProvinceSupplement } from './reception.actions.ts'

let services: TestServices
let world: World
let round: string
beforeAll(async () => {
  services = await testServices({ now: '2026-09-14T02:00:00Z' })
  world = await makeWorld(services)
  round = await openedRound(world)
}, 60_000)
afterAll(() => services.close())
beforeEach(() => services.clock.set('2026-09-14T02:00:00Z'))

const db = () => services.database.db
const ask = (target: string, targetKind = 'component') => ({
  items: [{ targetKind, target, ask: 'Nộp lại.' }],
  dueOn: '21/09/2026',
  reason: '',
})

async function answerAndFile(dossierId: string, day: string): Promise<void> {
  services.clock.set(day)
  const items = await db()
    .selectFrom('supplementItem')
    .innerJoin('supplementRequest', 'supplementRequest.id', 'requestId')
    .select('supplementItem.id')
    .where('dossierId', '=', dossierId)
    .where('outcome', 'is', null)
    .execute()
  for (const { id } of items) await actAs(world, 'producer', (ctx) => answerSupplementItem(ctx, dossierId, id, { answer: 'Đã nộp.' }))
  await actAs(world, 'producer', (ctx) => submitDossier(ctx, dossierId, { declared: true }))
}

test('after a supplement the officer finds every earlier verdict but the one asked for, with the day and the filing it rests on', async () => {
  const { dossierId, submissionId: first } = await checkedDossier(world)
  const all = (await checksOf(db(), first, 'commune')).length
  await actAs(world, 'communeOfficer', (ctx) => askCommuneSupplement(ctx, dossierId, ask('evidence:testReport')))
  await answerAndFile(dossierId, '2026-09-16T02:00:00Z')
  const [second] = await submissionsOf(db(), dossierId)
  const kept = await storedChecks(db(), second?.id ?? '', 'commune')
  expect(kept).toHaveLength(all - 1)
  expect(kept.map((check) => check.component)).not.toContain('evidence:testReport')
  expect(new Set(kept.map((check) => `${check.carriedFrom} ${check.checkedAt.toISOString().slice(0, 10)}`))).toEqual(
    new Set([`${first} 2026-09-14`]),
  )

  // A kept verdict sent back unchanged stays kept; one changed is the officer's of today.
  const save = (component: string, verdict: string, remark = '') =>
    actAs(world, 'communeOfficer', (ctx) => saveCommuneCheck(ctx, dossierId, [{ component, verdict, remark }]))
  await save('selfAssessment', 'present')
  await save('registrationSlip', 'wrong', 'Sai số điện thoại.')
  const now = new Map((await checksOf(db(), second?.id ?? '', 'commune')).map((check) => [check.component, check]))
  expect(now.get('selfAssessment')?.keptOn).toEqual(new Date('2026-09-14T02:00:00Z'))
  expect(now.get('registrationSlip')).toEqual({ component: 'registrationSlip', verdict: 'wrong', remark: 'Sai số điện thoại.' })

  // Through a second supplement the verdict still names the first filing.
  await actAs(world, 'communeOfficer', (ctx) => askCommuneSupplement(ctx, dossierId, ask('registrationSlip')))
  await answerAndFile(dossierId, '2026-09-17T02:00:00Z')
  const [third] = await submissionsOf(db(), dossierId)
  const later = new Map((await storedChecks(db(), third?.id ?? '', 'commune')).map((check) => [check.component, check]))
  expect(later.get('selfAssessment')).toMatchObject({ carriedFrom: first, checkedAt: new Date('2026-09-14T02:00:00Z') })
  expect(later.has('registrationSlip')).toBe(false)
  expect((await examine({ db: db(), files: services.files }, { quick: true })).findings).toEqual([])
})

test('after the province’s supplement its verdicts and the team’s notes stay but for what was asked; an issued report is open again', async () => {
  const { dossierId } = await acceptedDossier(world, round)
  const note = (criterion: string) => ({ criterion, state: 'done', remark: 'Đã đối chiếu.', bringToCouncil: false })
  const save = (version: number, criteria: string[]) =>
    actAs(world, 'advisor', (ctx) =>
      saveAdvisoryWork(ctx, dossierId, { notes: criteria.map(note), summary: 'Đủ điều kiện trình Hội đồng.', version }),
    )
  await save(0, ['1.1', '3.3'])
  await actAs(world, 'advisor', (ctx) => issueAdvisoryReport(ctx, dossierId))
  await actAs(world, 'office', (ctx) => askProvinceSupplement(ctx, dossierId, ask('3.3', 'criterion')))
  await answerAndFile(dossierId, '2026-09-16T02:00:00Z')
  const [second] = await submissionsOf(db(), dossierId)
  const kept = (await checksOf(db(), second?.id ?? '', 'province')).map((check) => check.component)
  expect(kept).toContain('communeReport')
  expect(kept).not.toContain('selfAssessment')
  const notes = new Map((await advisoryNotes(db(), { id: dossierId, authority: '38' })).map((one) => [one.criterion, one]))
  expect(notes.get('1.1')).toMatchObject({ state: 'done', ordinal: 1 })
  expect(notes.get('3.3')).toMatchObject({ state: 'underWay', remark: 'Đã đối chiếu.', ordinal: 1 })
  const report = await db().selectFrom('advisoryReport').selectAll().where('dossierId', '=', dossierId).executeTakeFirstOrThrow()
  expect(report).toMatchObject({ state: 'draft', version: 2, issuedAt: null })
  await expect(actAs(world, 'advisor', (ctx) => issueAdvisoryReport(ctx, dossierId))).rejects.toMatchObject({
    fields: { 'state:3.3': expect.anything() },
  })
  await save(2, ['3.3'])
  expect(
    new Map((await advisoryNotes(db(), { id: dossierId, authority: '38' })).map((one) => [one.criterion, one])).get('3.3'),
  ).toMatchObject({
    state: 'done',
    ordinal: 2,
  })

  services.clock.set('2026-09-18T02:00:00Z')
  await actAs(world, 'advisor', (ctx) => issueAdvisoryReport(ctx, dossierId))
  await actAs(world, 'advisor', (ctx) => issueAdvisoryReport(ctx, dossierId))
  const papers = await db()
    .selectFrom('document')
    .selectAll()
    .where('kind', '=', 'advisoryReport')
    .where('dossierId', '=', dossierId)
    .orderBy('createdAt')
    .execute()
  expect(papers.map((paper) => [paper.state, paper.number, paper.issuedOn])).toEqual([
    ['cancelled', '01/BC-TTV', '2026-09-14'],
    ['issued', '02/BC-TTV', '2026-09-18'],
  ])
  expect(papers[1]?.correctsId).toBe(papers[0]?.id)
  const { text } = await extractText(new Uint8Array(await services.files.read(papers[1]?.sha256 ?? '')), { mergePages: true })
  const words = text.normalize('NFC').replace(/\s+/g, ' ')
  for (const said of ['nộp lần 2 ngày 16/09/2026', 'chốt ngày 18/09/2026', 'thay thế Báo cáo số 01/BC-TTV', 'Đã đối chiếu.'])
    expect(words).toContain(said)
  // The office reads it; the commune and the producer do not.
  const id = papers[1]?.id ?? ''
  const reads = async (person: Person) => (await readableDocument(db(), await actorOf(world, person), id, services.clock.now())) !== null
  expect([await reads('office'), await reads('advisor'), await reads('communeOfficer'), await reads('producer')]).toEqual([
    true,
    true,
    false,
    false,
  ])
  const office = await officeFile(db(), services.regulations, await actorOf(world, 'office'), dossierId)
  expect(office.documents.map((paper) => paper.id)).toContain(id)
  const commune = await communeFile(db(), services.regulations, await actorOf(world, 'communeOfficer'), dossierId)
  expect(commune.documents.map((paper) => paper.kind)).not.toContain('advisoryReport')
  expect((await examine({ db: db(), files: services.files }, { quick: true })).findings).toEqual([])
})

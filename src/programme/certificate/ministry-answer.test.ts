// A dossier sent to a ministry outside the program, and every answer on paper it may get back.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { examine } from '../doctor/doctor.ts'
import { chooseOnReturn } from '../level/level.actions.ts'
import { wayOf } from '../level/level.view.ts'
import { concludedDossier } from './certificate.fixture.ts'
import { certificateByCode } from './certificate.public.store.ts'
import { issueDecision, prepareDecision } from './decision.actions.ts'
import type { IssuingForm } from './decision-input.ts'
import { recordMinistryAnswer } from './ministry-answer.actions.ts'
import { ministryChoices, readMinistryAnswer } from './ministry-answer.ts'
import { ministryAnswersFor } from './ministry-answer.store.ts'
import { buildMinistryPack, recordSentToMinistry } from './ministry.actions.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices({ now: '2026-12-22T03:00:00Z' })
  world = await makeWorld(services)
})
afterAll(() => services.close())

const db = () => services.database.db
const as = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(world, person, verb)
const issuing: IssuingForm = {
  numberKind: 'next',
  reserved: '',
  irregular: '',
  issuedOn: '22/12/2026',
  signerName: 'Trần Quốc Huy',
  signerPost: 'CHỦ TỊCH',
}
const scan = { fileName: 'qd.pdf', mediaType: 'application/pdf' as const, bytes: new TextEncoder().encode('%PDF-1.4 qd'), pageCount: 1 }
const fiveStars = { outcome: 'recognised', number: '15/QĐ-BNNMT', datedOn: '22/12/2026', content: '', mean: '93,5', star: '5' }
const below = { outcome: 'below', number: '88/TB-BNNMT', datedOn: '22/12/2026', content: 'Chưa đủ minh chứng.', mean: '87,29', star: '4' }

/** Approved at 92,5 points, packed and recorded as sent. */
async function sent(): Promise<string> {
  const { dossierId, resultId } = await concludedDossier(world, { star: 4, pointsStar: 5, meanPrinted: '92.50' })
  await db().updateTable('dossier').set({ proposedAt: services.clock.now() }).where('id', '=', dossierId).execute()
  const id = await as('office', (ctx) => prepareDecision(ctx, { kind: 'approval', title: 'Phê duyệt', resultIds: [resultId] }))
  await as('leader', (ctx) => issueDecision(ctx, id, issuing, 1))
  const packId = await as('office', (ctx) => buildMinistryPack(ctx, resultId))
  await as('office', (ctx) => recordSentToMinistry(ctx, packId))
  return dossierId
}
const record = (dossierId: string, input: Record<string, string>, person: Person = 'office', files = [scan]) =>
  as(person, (ctx) => recordMinistryAnswer(ctx, dossierId, input, files))
const rowOf = (id: string) => db().selectFrom('dossier').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('what may be answered is the pack’s', () => {
  const read = (over: Record<string, string>, id = 'qd-26-2026') => {
    const given = { ...fiveStars, ...over }
    try {
      return readMinistryAnswer(given, services.regulations.get(id), { sentOn: '2026-12-20', today: '2026-12-22' }).outcome
    } catch (error) {
      return Object.keys((error as { fields: object }).fields)
    }
  }
  test.each([
    // 26/2026 Đ4, Đ7.4: five stars from 90 points; under 90 comes back.
    [{ mean: '90', star: '5' }, 'recognised'],
    [{ mean: '89,99', star: '5' }, ['star']],
    [{ mean: '90', star: '4' }, ['outcome']],
    [{ outcome: 'below', mean: '89.99', star: '4' }, 'below'],
    [{ outcome: 'below', mean: '90', star: '5' }, ['outcome']],
    // Points suffice, a gate does not: four stars are the province's (our reading, see afterResult).
    [{ outcome: 'below', mean: '92', star: '4' }, 'below'],
    [{ outcome: 'below', mean: '29,99', star: '1' }, 'below'],
    [{ mean: '' }, ['mean']],
    [{ mean: '93,555' }, ['mean']],
    [{ mean: '-1' }, ['mean']],
    [{ mean: '100,01' }, ['mean']],
    [{ star: '6' }, ['star']],
    [{ number: ' ' }, ['number']],
    [{ datedOn: '23/12/2026' }, ['datedOn']],
    [{ datedOn: '19/12/2026' }, ['datedOn']],
    [{ outcome: 'notValid', content: 'Thiếu.' }, ['outcome']],
    [{ outcome: 'gì đó' }, ['outcome']],
  ])('%o: %o', (over, expected) => expect(read(over)).toEqual(expected))

  test('no pack here lets the ministry return a dossier as not valid', () => {
    expect(ministryChoices(services.regulations.get('qd-26-2026'))).toEqual(['recognised', 'below'])
    for (const id of ['qd-148-2023', 'qd-148-1489-2025', 'qd-1048-2019'])
      expect(ministryChoices(services.regulations.get(id))).not.toContain('notValid')
  })
})

test('five stars: registered with the ministry’s number and date; its certificate is the ministry’s paper, the public reads it', async () => {
  const dossierId = await sent()
  for (const person of ['producer', 'otherProvinceOffice', 'seat1', 'communeOfficer'] as const)
    await expect(record(dossierId, fiveStars, person)).rejects.toMatchObject({ code: 'notFound' })
  for (const person of ['leader', 'clerk', 'advisor'] as const)
    await expect(record(dossierId, fiveStars, person)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(record(dossierId, fiveStars, 'office', [])).rejects.toMatchObject({ fields: { files: expect.anything() } })
  await record(dossierId, fiveStars)
  await expect(record(dossierId, fiveStars)).rejects.toMatchObject({ code: 'ministry.notAwaited' })
  expect((await rowOf(dossierId)).state).toBe('recognised')
  const row = await db().selectFrom('certificate').selectAll().where('dossierId', '=', dossierId).executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    star: 5,
    issuedOn: '2026-12-22',
    lastValidOn: '2029-12-22',
    decisionId: null,
    documentId: null,
    provinceCode: '38',
    productCode: expect.stringMatching(/^38-16531-\d+-2026$/),
  })
  expect(await certificateByCode(db(), row.verifyCode)).toMatchObject({
    star: 5,
    snapshot: { decision: { number: '15/QĐ-BNNMT', date: '2026-12-22', issuer: 'Bộ trưởng Bộ Nông nghiệp và Môi trường' } },
  })
  const { answers, choices } = await ministryAnswersFor(db(), services.regulations, await actorOf(world, 'clerk'), dossierId)
  expect({ answers, choices }).toMatchObject({
    choices: [],
    answers: [{ outcome: 'recognised', star: 5, files: [{ fileName: 'qd.pdf' }] }],
  })
})

test('under 90 points it comes back: the province recognises on that result, by its own decision', async () => {
  const dossierId = await sent()
  await record(dossierId, below)
  expect(await rowOf(dossierId)).toMatchObject({ state: 'returned', authority: '38' })
  const way = await wayOf(
    db(),
    { regulations: services.regulations, now: services.clock.now() },
    await actorOf(world, 'office'),
    (await rowOf(dossierId)) as never,
  )
  expect(way.next).toEqual({ deed: 'choose', choices: ['recogniseOnThatResult', 'reassess'] })
  expect(way.results.at(-1)).toMatchObject({ level: 'central', scores: { meanPrinted: '87.29', star: 4 } })
  expect(way.transfers.at(-1)).toMatchObject({ way: 'down', answer: { number: '88/TB-BNNMT', files: [{ fileName: 'qd.pdf' }] } })
  await as('office', (ctx) => chooseOnReturn(ctx, dossierId, { choice: 'recogniseOnThatResult', reason: 'Đủ 4 sao.' }))
  const { decidingResultId } = await rowOf(dossierId)
  const id = await as('office', (ctx) =>
    prepareDecision(ctx, { kind: 'recognition', title: 'Công nhận', resultIds: [decidingResultId ?? ''] }),
  )
  await as('leader', (ctx) => issueDecision(ctx, id, issuing, 1))
  const certificate = await db().selectFrom('certificate').selectAll().where('dossierId', '=', dossierId).executeTakeFirstOrThrow()
  expect(certificate).toMatchObject({ star: 4, decisionId: id, state: 'valid' })
})

test('or has it assessed again: its own result gives way and stays on record', async () => {
  const dossierId = await sent()
  const own = (await rowOf(dossierId)).decidingResultId ?? ''
  await record(dossierId, { ...below, number: '89/TB-BNNMT' })
  await as('office', (ctx) => chooseOnReturn(ctx, dossierId, { choice: 'reassess', reason: 'Bổ sung minh chứng.' }))
  expect(await rowOf(dossierId)).toMatchObject({ state: 'proposed', decidingResultId: null })
  const result = await db().selectFrom('result').select('state').where('id', '=', own).executeTakeFirstOrThrow()
  expect(result.state).toBe('superseded')
})

test('is not sent back while the product’s next dossier is under way', async () => {
  const dossierId = await sent()
  const { productId } = await rowOf(dossierId)
  const other = await concludedDossier(world, { productId })
  await expect(record(dossierId, below)).rejects.toMatchObject({ code: 'dossier.otherOpen' })
  await db().updateTable('dossier').set({ state: 'notRecognised' }).where('id', '=', other.dossierId).execute()
  await record(dossierId, below)
})

test('pressed twice at once: one answer is on record, the other is told', async () => {
  const dossierId = await sent()
  const pressed = await Promise.allSettled([record(dossierId, fiveStars), record(dossierId, below)])
  expect(pressed.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const rows = await db().selectFrom('ministryAnswer').select('id').where('dossierId', '=', dossierId).execute()
  expect(rows).toHaveLength(1)
})

test('after all this the doctor finds nothing of it unsound', async () => {
  const { findings } = await examine({ db: db(), files: services.files }, { quick: true })
  // The fixture's dossiers come out of nothing: made-up hashes, no filing and no commune report behind them.
  const madeUp = ['snapshot-hash', 'result-basis-and-mean', 'filed-dossier-has-submission', 'proposed-dossier-has-report']
  expect(findings.map((finding) => finding.name).filter((name) => !madeUp.includes(name))).toEqual([])
})

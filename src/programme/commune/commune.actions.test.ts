import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { freezeSubmission } from '../dossier/filing.ts'
import { dossierFacts } from '../dossier/dossier.facts.ts'
import { filedDossier } from '../dossier/dossier.fixture.ts'
import { changeSetting } from '../settings/settings.actions.ts'
import { saveCommuneCheck } from './check.actions.ts'
import { clockOf } from './clock.ts'
import { checkedDossier, readyDossier, reportedDossier } from './commune.fixture.ts'
import { onSilence } from './commune.settings.ts'
import { issueReport } from './issue.actions.ts'
import { lapseSupplements } from './lapse.job.ts'
import { addReportPhoto, markReportReady, saveReport, sendBackReport } from './report.actions.ts'
import { handOverSamples, sendToProvince } from './send.actions.ts'
import { supplementsOf } from './submission.store.ts'
import { askCommuneSupplement, rejectAtCommune } from './supplement.actions.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices({ now: '2026-09-14T02:00:00Z' })
  world = await makeWorld(services)
}, 60_000)
afterAll(() => services.close())
beforeEach(() => services.clock.set('2026-09-14T02:00:00Z'))

const db = () => services.database.db
const stateOf = async (id: string) =>
  (await db().selectFrom('dossier').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
const noticesOf = async (person: Person, kind: string, id: string) =>
  (
    await db()
      .selectFrom('notice')
      .select('id')
      .where('accountId', '=', world.accounts[person])
      .where('kind', '=', kind)
      .where('subjectId', '=', id)
      .execute()
  ).length
const twoItems = {
  items: [
    { targetKind: 'component', target: 'evidence:testReport', ask: 'Nộp phiếu kiểm nghiệm còn hiệu lực.' },
    { targetKind: 'criterion', target: '3.3', ask: 'Nộp danh sách lao động đóng bảo hiểm.' },
    { targetKind: 'general', target: '', ask: '' },
  ],
  dueOn: '21/09/2026',
  reason: '',
}
/** What the producer's own verb does to tables shared with this noun. */
async function answer(id: string): Promise<void> {
  await db()
    .updateTable('supplementRequest')
    .set({ outcome: 'answered', answeredAt: services.clock.now() })
    .where('dossierId', '=', id)
    .where('outcome', 'is', null)
    .execute()
  await actAs(world, 'producer', async (ctx) => freezeSubmission(ctx, await dossierFacts(ctx.tx, ctx.regulations, id)))
}

describe('who', () => {
  test('an officer of another commune, the producer and a stranger to the province all learn the same: not found', async () => {
    const { dossierId } = await filedDossier(world)
    for (const person of ['otherCommuneOfficer', 'producer', 'otherProvinceOffice', 'office'] as const)
      await expect(actAs(world, person, (ctx) => saveCommuneCheck(ctx, dossierId, []))).rejects.toMatchObject({ code: 'notFound' })
    for (const rubbish of ['', 'abc', '../x', '00000000-0000-7000-8000-000000000000'])
      await expect(actAs(world, 'communeOfficer', (ctx) => rejectAtCommune(ctx, rubbish, { reason: 'x' }))).rejects.toMatchObject({
        code: 'notFound',
      })
  })

  test('the leader reads but does not check or return; the officer does not issue', async () => {
    const { dossierId } = await readyDossier(world)
    await expect(actAs(world, 'communeLeader', (ctx) => askCommuneSupplement(ctx, dossierId, twoItems))).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(actAs(world, 'communeOfficer', (ctx) => issueReport(ctx, dossierId, { post: 'chair' }))).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(actAs(world, 'otherCommuneLeader', (ctx) => issueReport(ctx, dossierId, { post: 'chair' }))).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})

describe('the check of components', () => {
  test('an unknown component or verdict is refused whole; missing needs a remark', async () => {
    const { dossierId } = await filedDossier(world)
    const save = (component: string, verdict: string, remark = '') =>
      actAs(world, 'communeOfficer', (ctx) =>
        saveCommuneCheck(ctx, dossierId, [
          { component: 'selfAssessment', verdict: 'present', remark: '' },
          { component, verdict, remark },
        ]),
      )
    await expect(save('nothing', 'present')).rejects.toMatchObject({ code: 'badRequest' })
    await expect(save('registrationSlip', 'maybe')).rejects.toMatchObject({ code: 'badRequest' })
    await expect(save('registrationSlip', 'missing')).rejects.toMatchObject({
      code: 'invalid',
      fields: { 'remark:registrationSlip': expect.anything() },
    })
    expect(
      await db()
        .selectFrom('componentCheck')
        .innerJoin('dossierSubmission', 'dossierSubmission.id', 'submissionId')
        .select('component')
        .where('dossierId', '=', dossierId)
        .execute(),
    ).toEqual([])
    await save('registrationSlip', 'missing', 'Thiếu chữ ký <script>')
  })
})

describe('return for supplement', () => {
  test('the clock stops with the return, goes on with the answer, and every date is stored', async () => {
    const { dossierId, dueOn } = await filedDossier(world)
    expect(dueOn).toBe('2026-10-05')
    services.clock.set('2026-09-16T03:00:00Z')
    await actAs(world, 'communeOfficer', (ctx) => askCommuneSupplement(ctx, dossierId, twoItems))
    expect(await stateOf(dossierId)).toBe('communeSupplement')
    const [request] = await supplementsOf(db(), dossierId)
    expect(request?.items.map((item) => [item.targetKind, item.target])).toEqual([
      ['component', 'evidence:testReport'],
      ['criterion', '3.3'],
    ])
    expect(await noticesOf('producer', 'supplement.asked', dossierId)).toBe(1)
    services.clock.set('2026-09-18T03:00:00Z')
    await answer(dossierId)
    expect(await stateOf(dossierId)).toBe('filed')
    const clock = await clockOf(db(), dossierId)
    expect(clock?.clock.dueOn).toBe('2026-10-07')
    expect(clock?.pauses).toMatchObject([{ dueBefore: '2026-10-05', dueAfter: '2026-10-07' }])
  })

  test('a second press, a day outside the rule, an item of nothing and a foreign target are refused; nothing is half-written', async () => {
    const { dossierId } = await filedDossier(world)
    const ask = (over: Partial<typeof twoItems>) =>
      actAs(world, 'communeOfficer', (ctx) => askCommuneSupplement(ctx, dossierId, { ...twoItems, ...over }))
    for (const dueOn of ['31/02/2026', '14/09/2026', '20/09/2026', '01/03/2027', ''])
      await expect(ask({ dueOn })).rejects.toMatchObject({ code: 'invalid', fields: { dueOn: expect.anything() } })
    await expect(ask({ items: [{ targetKind: 'general', target: '', ask: '  ' }] })).rejects.toMatchObject({ code: 'invalid' })
    await expect(ask({ items: [{ targetKind: 'criterion', target: '99.9', ask: 'x' }] })).rejects.toMatchObject({ code: 'badRequest' })
    expect(await supplementsOf(db(), dossierId)).toEqual([])
    await ask({})
    await expect(ask({})).rejects.toMatchObject({ code: 'supplement.open' })
    expect(await supplementsOf(db(), dossierId)).toHaveLength(1)
  })

  test('refusing while it waits closes the request and the clock, with the reason to the producer', async () => {
    const { dossierId } = await filedDossier(world)
    await actAs(world, 'communeOfficer', (ctx) => askCommuneSupplement(ctx, dossierId, twoItems))
    await expect(actAs(world, 'communeOfficer', (ctx) => rejectAtCommune(ctx, dossierId, { reason: ' ' }))).rejects.toMatchObject({
      code: 'invalid',
    })
    await actAs(world, 'communeOfficer', (ctx) => rejectAtCommune(ctx, dossierId, { reason: 'Sản phẩm ngoài danh mục.' }))
    expect(await stateOf(dossierId)).toBe('rejected')
    expect((await supplementsOf(db(), dossierId))[0]?.outcome).toBe('rejected')
    expect((await clockOf(db(), dossierId))?.clock.outcome).toBe('rejected')
    expect(await noticesOf('producer', 'dossier.rejected', dossierId)).toBe(1)
  })
})

describe('no answer by the day', () => {
  test('the last day counts to its end; run twice it ends the dossier once, and tells both sides once', async () => {
    const { dossierId } = await filedDossier(world)
    await actAs(world, 'communeOfficer', (ctx) => askCommuneSupplement(ctx, dossierId, twoItems))
    services.clock.set('2026-09-21T16:59:00Z')
    await lapseSupplements(services)
    expect(await stateOf(dossierId)).toBe('communeSupplement')
    services.clock.set('2026-09-23T17:10:00Z')
    await lapseSupplements(services)
    await lapseSupplements(services)
    expect(await stateOf(dossierId)).toBe('lapsed')
    expect((await clockOf(db(), dossierId))?.clock).toMatchObject({ outcome: 'lapsed', dueOn: '2026-10-05' })
    expect(await noticesOf('producer', 'supplement.lapsed', dossierId)).toBe(1)
    expect(await noticesOf('communeOfficer', 'supplement.lapsed', dossierId)).toBe(1)
  })

  test('where the province lets it go on, it returns to the officer with the days left', async () => {
    const { dossierId } = await filedDossier(world)
    await actAs(world, 'communeOfficer', (ctx) => askCommuneSupplement(ctx, dossierId, twoItems))
    await actAs(world, 'office', (ctx) => changeSetting(ctx, onSilence.key, { value: 'goOn', reason: 'Theo quy định của tỉnh.' }))
    services.clock.set('2026-09-21T17:10:00Z')
    await lapseSupplements(services)
    expect(await stateOf(dossierId)).toBe('filed')
    expect((await clockOf(db(), dossierId))?.clock).toMatchObject({ stoppedAt: null, dueOn: '2026-10-13' })
    await actAs(world, 'office', (ctx) => changeSetting(ctx, onSilence.key, { value: 'lapse', reason: 'Như cũ.' }))
    await expect(actAs(world, 'office', (ctx) => changeSetting(ctx, onSilence.key, { value: 'never', reason: 'x' }))).rejects.toMatchObject(
      { code: 'invalid' },
    )
    await expect(
      actAs(world, 'communeOfficer', (ctx) => changeSetting(ctx, onSilence.key, { value: 'goOn', reason: 'Theo quy định của tỉnh.' })),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the report', () => {
  const half = {
    opinions: { localLabour: { finding: 'agrees', opinion: '15/18 lao động thường trú.' } },
    conclusion: '',
    proposes: null,
    version: 0,
  }

  test('a half-written report is kept; an older version is refused; it cannot go to the leader', async () => {
    const { dossierId } = await checkedDossier(world)
    expect(await actAs(world, 'communeOfficer', (ctx) => saveReport(ctx, dossierId, half))).toBe(1)
    await expect(actAs(world, 'communeOfficer', (ctx) => saveReport(ctx, dossierId, half))).rejects.toMatchObject({
      code: 'versionConflict',
    })
    await expect(actAs(world, 'communeOfficer', (ctx) => markReportReady(ctx, dossierId))).rejects.toMatchObject({
      code: 'commune.reportUnfinished',
      fields: { 'opinion:localMaterial': expect.anything(), conclusion: expect.anything(), proposes: expect.anything() },
    })
  })

  test('a photo that is no picture is refused with words', async () => {
    const { dossierId } = await checkedDossier(world)
    const html = new TextEncoder().encode('<html><script>alert(1)</script></html>')
    await expect(
      actAs(world, 'communeOfficer', (ctx) => addReportPhoto(ctx, dossierId, { name: '../anh.jpg', bytes: html }, '')),
    ).rejects.toMatchObject({ code: 'invalid', fields: { photo: expect.anything() } })
  })

  test('the leader sends it back with a remark and the officer hands it in again', async () => {
    const { dossierId } = await readyDossier(world)
    await actAs(world, 'communeLeader', (ctx) => sendBackReport(ctx, dossierId, { remark: 'Nêu rõ tỷ lệ nguyên liệu.' }))
    expect(await noticesOf('communeOfficer', 'commune.reportSentBack', dossierId)).toBe(1)
    await actAs(world, 'communeOfficer', (ctx) => markReportReady(ctx, dossierId))
    expect(await stateOf(dossierId)).toBe('filed')
  })

  test('issuing gives two papers with the next numbers of the register; a second press changes nothing', async () => {
    const { dossierId } = await readyDossier(world)
    await actAs(world, 'communeLeader', (ctx) => issueReport(ctx, dossierId, { post: 'chair' }))
    await expect(actAs(world, 'communeLeader', (ctx) => issueReport(ctx, dossierId, { post: 'chair' }))).rejects.toMatchObject({
      code: 'commune.reportMoved',
    })
    const papers = await db()
      .selectFrom('document')
      .select(['kind', 'number', 'sha256'])
      .where('dossierId', '=', dossierId)
      .where('kind', 'in', ['communeReport', 'communeProposal'])
      .orderBy('kind')
      .execute()
    expect(papers.map((paper) => paper.kind)).toEqual(['communeProposal', 'communeReport'])
    expect(papers[1]?.number).toMatch(/^\d{2}\/BC-UBND$/)
    expect(await services.files.verify(papers[0]?.sha256 ?? '')).toBe('ok')
    expect(await stateOf(dossierId)).toBe('reported')
  })

  test('a report that does not propose ends the dossier, with one paper and the reason', async () => {
    const { dossierId } = await readyDossier(world, { proposes: false })
    expect(await actAs(world, 'communeLeader', (ctx) => issueReport(ctx, dossierId, { post: 'viceChair' }))).toMatchObject({
      proposalDocument: null,
    })
    expect(await stateOf(dossierId)).toBe('rejected')
    expect(await noticesOf('producer', 'dossier.notProposed', dossierId)).toBe(1)
  })
})

describe('samples and sending', () => {
  test('nothing is sent without a record; fewer than five need a note; late is sent and stays late', async () => {
    const { dossierId } = await reportedDossier(world)
    await expect(actAs(world, 'communeOfficer', (ctx) => sendToProvince(ctx, dossierId))).rejects.toMatchObject({
      code: 'commune.samplesNeeded',
    })
    await expect(actAs(world, 'communeOfficer', (ctx) => handOverSamples(ctx, dossierId, { handed: '3', note: '' }))).rejects.toMatchObject(
      { code: 'invalid' },
    )
    await expect(
      actAs(world, 'communeOfficer', (ctx) => handOverSamples(ctx, dossierId, { handed: '-1', note: '' })),
    ).rejects.toMatchObject({ code: 'invalid' })
    await actAs(world, 'communeOfficer', (ctx) => handOverSamples(ctx, dossierId, { handed: '5', note: '' }))
    services.clock.set('2026-10-09T03:00:00Z')
    await actAs(world, 'communeOfficer', (ctx) => sendToProvince(ctx, dossierId))
    await expect(actAs(world, 'communeOfficer', (ctx) => sendToProvince(ctx, dossierId))).rejects.toMatchObject({ code: 'stateConflict' })
    expect((await clockOf(db(), dossierId))?.clock).toMatchObject({ outcome: 'proposed', dueOn: '2026-10-05' })
  })

  test('the record is a paper as soon as it is made; a correction is a new paper that names the old one; sending makes no further one', async () => {
    const { dossierId } = await reportedDossier(world)
    const handOver = (handed: string, note = '') =>
      actAs(world, 'communeOfficer', (ctx) => handOverSamples(ctx, dossierId, { handed, note }))
    const records = () =>
      db()
        .selectFrom('document')
        .select(['id', 'state', 'correctsId', 'issuedOn'])
        .where('kind', '=', 'sampleHandover')
        .where('dossierId', '=', dossierId)
        .orderBy('createdAt')
        .execute()
    await handOver('5')
    await handOver('5')
    const [first, ...more] = await records()
    expect(more).toEqual([])
    expect(first).toMatchObject({ state: 'issued', correctsId: null, issuedOn: '2026-09-14' })
    services.clock.set('2026-09-15T03:00:00Z')
    await handOver('4', 'Một chai vỡ.')
    const corrected = await records()
    expect(corrected.map((paper) => paper.state)).toEqual(['cancelled', 'issued'])
    expect(corrected[1]).toMatchObject({ correctsId: first?.id, issuedOn: '2026-09-15' })
    services.clock.set('2026-09-16T03:00:00Z')
    await actAs(world, 'communeOfficer', (ctx) => sendToProvince(ctx, dossierId))
    expect(await records()).toEqual(corrected)
  })

  test('a tourism service needs no samples, and the record says so', async () => {
    const { dossierId } = await reportedDossier(world, { set: 26, name: 'Tham quan làng chài', case: 1 })
    await actAs(world, 'communeOfficer', (ctx) => handOverSamples(ctx, dossierId, { handed: 0, note: '' }))
    await actAs(world, 'communeOfficer', (ctx) => sendToProvince(ctx, dossierId))
    expect(
      await db().selectFrom('sampleHandover').select(['required', 'handed']).where('dossierId', '=', dossierId).executeTakeFirst(),
    ).toEqual({ required: 0, handed: 0 })
  })
})

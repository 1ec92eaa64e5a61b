import { extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { plainDateOf, addDays } from '#/platform/calendar/plain-date.ts'
import { refused } from '#/testing/refusals.ts'
import { storedCertificate } from '../certificate/certificate.fixture.ts'
import { closedResult } from '../council/closing.fixture.ts'
import { confirmFormer, saveChange, takeFormerPapers } from './change.actions.ts'
import { changeTopics } from './change.topics.ts'
import { startDossier } from './dossier.actions.ts'
import { draftDossier, placeDossier } from './dossier.fixture.ts'
import { dossierFacts } from './dossier.facts.ts'
import { dossierForUpdate, moveDossier } from './dossier.move.ts'
import { taskList } from './dossier.ts'
import { submitDossier } from './filing.actions.ts'
import { issueFilingPapers } from './filing.papers.ts'
import { freezeSubmission } from './filing.ts'
import { formerHints, formerPapers } from './former.ts'
import { noticeDesk, remindExpiry } from './reminder.job.ts'
import { renewalClocks } from './renewal.clock.ts'
import { buildSnapshot } from './snapshot.build.ts'

let services: TestServices
let world: World
let today: string
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  today = plainDateOf(services.clock.now())
})
afterAll(() => services.close())
const db = () => services.database.db
const as = <T>(verb: Parameters<typeof actAs<T>>[2]) => actAs(world, 'producer', verb)
let serial = 10
const certified = (lastsFor: number, star = 4) =>
  storedCertificate(world, {
    verifyCode: `CODE${(serial += 1)}XXXXXXXXXX`.slice(0, 16),
    productCode: `38-16531-${serial}-2026`,
    issuedOn: '2024-01-01',
    lastValidOn: addDays(today, lastsFor),
    star,
  })

describe('opening a later dossier', () => {
  test('a certificate in force stops a first dossier, not an upgrade; both are one open dossier per product', async () => {
    const { productId } = await certified(400)
    expect(await refused(as((ctx) => startDossier(ctx, productId, 'first')))).toBe('dossier.alreadyCertified')
    expect(await refused(as((ctx) => startDossier(ctx, productId, 'renewal')))).toBe('dossier.renewalEarly')
    expect(await refused(as((ctx) => startDossier(ctx, productId, 'sideways')))).toBe('dossier.kindNotOpen')
    const presses = await Promise.all([1, 2].map(() => refused(as((ctx) => startDossier(ctx, productId, 'upgrade')))))
    expect(presses.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(['done', 'dossier.alreadyOpen'])
  })

  test('a re-assessment opened in its window keeps the certificate it builds on; another producer’s does not exist', async () => {
    const { productId, id } = await certified(150)
    expect(await refused(actAs(world, 'otherProducer', (ctx) => startDossier(ctx, productId, 'renewal')))).toBe('notFound')
    const dossierId = await as((ctx) => startDossier(ctx, productId, 'renewal'))
    const row = await db().selectFrom('dossier').selectAll().where('id', '=', dossierId).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ kind: 'renewal', previousCertificateId: id, state: 'draft' })
  })
})

describe('what changed', () => {
  test('each topic is saved by itself, waits for its words, and takes papers of the own library only', async () => {
    const { productId } = await certified(300)
    const dossierId = await as((ctx) => startDossier(ctx, productId, 'upgrade'))
    const foreign = await draftDossier(world, { person: 'otherProducer', name: 'Của người khác' })
    const own = await draftDossier(world, { name: 'Để lấy giấy tờ' })
    const save = (topic: string, input: { changed: string; text?: string; papers?: string[] }, version = 0) =>
      as((ctx) => saveChange(ctx, dossierId, topic, { text: '', ...input }, version))
    expect(await refused(save('materials', { changed: 'yes' }))).toBe('invalid')
    expect(await refused(save('materials', { changed: '' }))).toBe('invalid')
    expect(await refused(save('weather', { changed: 'no' }))).toBe('notFound')
    expect(await refused(save('materials', { changed: 'yes', text: 'Cá từ HTX Hải Bình', papers: foreign.paperIds.slice(0, 1) }))).toBe(
      'invalid',
    )
    expect(await save('materials', { changed: 'yes', text: 'Cá từ HTX Hải Bình', papers: own.paperIds.slice(0, 1) })).toBe(1)
    expect(await refused(save('materials', { changed: 'no' }))).toBe('versionConflict')
    for (const { id } of changeTopics.filter((one) => one.id !== 'materials' && one.id !== 'other')) await save(id, { changed: 'no' })
    const facts = await dossierFacts(db(), services.regulations, dossierId)
    expect(taskList(facts).tasks.find((task) => task.id === 'changes')).toMatchObject({ state: 'done', blocks: false })
    const snapshot = buildSnapshot(facts, services.clock.now())
    expect(snapshot.kind).toBe('upgrade')
    expect(snapshot.since?.certificate?.star).toBe(4)
    expect(snapshot.since?.changes[0]).toMatchObject({ topic: 'materials', changed: true, text: 'Cá từ HTX Hải Bình' })
    expect(snapshot.papers.map((paper) => paper.id)).toContain(own.paperIds[0])
    const printed = await as(async (ctx) => {
      const papers = await issueFilingPapers(ctx, facts.dossier, await freezeSubmission(ctx, facts))
      const paper = await ctx.tx.selectFrom('document').select('sha256').where('id', '=', papers.selfAssessment).executeTakeFirstOrThrow()
      const { text } = await extractText(new Uint8Array(await ctx.files.read(paper.sha256)), { mergePages: true })
      return text.normalize('NFC').replace(/\s+/g, ' ')
    })
    for (const words of ['Thay đổi so với lần công nhận trước', 'hạng 4 sao', 'Cá từ HTX Hải Bình', 'Không thay đổi'])
      expect(printed.toLowerCase()).toContain(words.toLowerCase())
    expect(snapshot.components.find((one) => one.code === 'changeReport')).toMatchObject({ present: true })
  })

  test('a first dossier has no such account', async () => {
    const { dossierId } = await draftDossier(world, { name: 'Lần đầu' })
    expect(await refused(as((ctx) => saveChange(ctx, dossierId, 'materials', { changed: 'no', text: '' }, 0)))).toBe('notFound')
    const facts = await dossierFacts(db(), services.regulations, dossierId)
    expect(buildSnapshot(facts, services.clock.now())).not.toHaveProperty('since')
  })
})

describe('former answers', () => {
  let productId: string
  let dossierId: string
  beforeAll(async () => {
    const closed = await closedResult(world, { star: 4, dossier: { name: 'Mắm có kết quả', star: 5 } })
    await placeDossier(world, closed.dossierId, 'recognised')
    const before = await db().selectFrom('dossier').selectAll().where('id', '=', closed.dossierId).executeTakeFirstOrThrow()
    productId = before.productId
    const certificate = await certified(150)
    await db().updateTable('certificate').set({ productId, dossierId: closed.dossierId }).where('id', '=', certificate.id).execute()
    dossierId = await as((ctx) => startDossier(ctx, productId, 'renewal'))
  })
  const facts = () => dossierFacts(db(), services.regulations, dossierId)

  test('the option the council accepted is the hint, with the own claim beside; nothing is answered and no points are carried', async () => {
    const hints = await formerHints(db(), services.regulations, await facts())
    expect(hints.length).toBeGreaterThan(15)
    expect(hints.every((hint) => hint.basis === 'accepted')).toBe(true)
    // The self-assessment claimed five stars, the council found four.
    expect(hints.some((hint) => hint.claimed[0] !== undefined && hint.claimed[0].option !== hint.near)).toBe(true)
    expect(JSON.stringify(hints)).not.toMatch(/points/)
    expect((await facts()).answers.size).toBe(0)
  })

  test('is confirmed one by one, as it was shown, and kept as a former answer', async () => {
    const hint = (await formerHints(db(), services.regulations, await facts())).find((one) => (one.near ?? 0) > 0)
    const [code, near] = [hint?.criterion ?? '', hint?.near ?? 0]
    expect(await refused(as((ctx) => confirmFormer(ctx, dossierId, code, near + 1, 0)))).toBe('versionConflict')
    expect(await as((ctx) => confirmFormer(ctx, dossierId, code, near, 0))).toBe(1)
    expect((await facts()).answers.get(code)).toMatchObject({ option: near, origin: 'former' })
    expect((await facts()).answers.size).toBe(1)
    expect(await refused(actAs(world, 'otherProducer', (ctx) => confirmFormer(ctx, dossierId, code, near, 1)))).toBe('notFound')
  })

  test('former papers are proposed anew; one that has expired is shown and not taken over', async () => {
    const all = await formerHints(db(), services.regulations, await facts())
    const withPapers = await Promise.all(all.map(async (hint) => ({ hint, papers: await formerPapers(db(), await facts(), hint, today) })))
    const one = withPapers.find(({ papers }) => papers.length > 0)
    const [code, paper] = [one?.hint.criterion ?? '', one?.papers[0]]
    expect(paper?.state).toBe('good')
    await db()
      .updateTable('paper')
      .set({ expiresOn: addDays(today, -1) })
      .where('id', '=', paper?.paperId ?? '')
      .execute()
    expect((await formerPapers(db(), await facts(), { criterion: code, evidenceFrom: [code] }, today))[0]?.state).toBe('expired')
    expect(await as((ctx) => takeFormerPapers(ctx, dossierId, code))).toBe((one?.papers.length ?? 0) - 1)
    await db()
      .updateTable('paper')
      .set({ expiresOn: addDays(today, 1) })
      .where('id', '=', paper?.paperId ?? '')
      .execute()
    expect(await as((ctx) => takeFormerPapers(ctx, dossierId, code))).toBe(1)
    expect(await as((ctx) => takeFormerPapers(ctx, dossierId, code))).toBe(0)
  })

  test('a draft opened in time and filed too late is refused on the day of filing', async () => {
    await db()
      .updateTable('certificate')
      .set({ lastValidOn: addDays(today, 119) })
      .where('productId', '=', productId)
      .execute()
    expect(await refused(as((ctx) => submitDossier(ctx, dossierId, { declared: true })))).toBe('dossier.renewalLate')
    await db()
      .updateTable('certificate')
      .set({ lastValidOn: addDays(today, 120) })
      .where('productId', '=', productId)
      .execute()
    expect(await refused(as((ctx) => submitDossier(ctx, dossierId, { declared: true })))).toBe('dossier.incomplete')
  })
})

test('the council’s 45 days run from the arrival of the proposal, end with a supplement and begin anew; a first dossier has none', async () => {
  const { productId } = await certified(150)
  const dossierId = await as((ctx) => startDossier(ctx, productId, 'renewal'))
  const first = await draftDossier(world, { name: 'Lần đầu, không có hạn 45 ngày' })
  const move = (id: string, from: string, to: Parameters<typeof moveDossier>[2]) =>
    actAs(world, 'office', async (ctx) => {
      await ctx.tx.updateTable('dossier').set({ state: from }).where('id', '=', id).execute()
      await moveDossier(ctx, await dossierForUpdate(ctx.tx, id), to, 'test.moved')
    })
  const clock = async (id: string) => (await renewalClocks(db(), [id], today)).get(id)
  await move(first.dossierId, 'reported', 'proposed')
  expect(await clock(first.dossierId)).toBeUndefined()
  await move(dossierId, 'reported', 'proposed')
  expect(await clock(dossierId)).toMatchObject({ startedOn: today, dueOn: addDays(today, 45), daysLeft: 45, over: false, stopped: false })
  await move(dossierId, 'proposed', 'accepted')
  expect(await clock(dossierId)).toMatchObject({ stopped: false })
  await move(dossierId, 'accepted', 'provinceSupplement')
  expect(await clock(dossierId)).toMatchObject({ stopped: true })
  await move(dossierId, 'provinceSupplement', 'proposed')
  expect(await clock(dossierId)).toMatchObject({ stopped: false })
  const rows = await db().selectFrom('dossierClock').select('id').where('dossierId', '=', dossierId).execute()
  expect(rows.length).toBe(2)
})

describe('reminders before the end of a certificate', () => {
  test('reach producer, commune and office once each, however often the job runs', async () => {
    const { id } = await certified(30)
    await remindExpiry(services)
    await remindExpiry(services)
    const notices = await db().selectFrom('notice').select('accountId').where('subjectId', '=', id).execute()
    const told = notices.map((row) => row.accountId)
    expect(new Set(told).size).toBe(told.length)
    for (const person of ['producer', 'communeOfficer', 'office'] as const) expect(told).toContain(world.accounts[person])
    expect(told).not.toContain(world.accounts.otherProducer)
    const rows = await db()
      .selectFrom('certificateReminder')
      .select(['days', 'outcome'])
      .where('certificateId', '=', id)
      .orderBy('days')
      .execute()
    expect(rows[0]).toEqual({ days: 30, outcome: 'sent' })
    expect(rows.slice(1).every((row) => row.outcome === 'skipped')).toBe(true)
  })

  test('are the duty of the desk that issued it, and of the province for what districts issued', () => {
    const of = (issuedBy: string | null, on: string) => noticeDesk(services.regulations, { issuedBy, provinceCode: '38' }, on)
    expect(of('38', '2026-09-15')).toBe('38')
    expect(of('38.390', '2025-06-30')).toBe('38.390')
    expect(of('38.390', '2025-07-01')).toBe('38')
    expect(of('TW', '2026-09-15')).toBe('TW')
    expect(of(null, '2026-09-15')).toBe('38')
  })
})

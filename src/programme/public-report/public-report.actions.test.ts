// Reports from the public: who sends, who reads what, sent twice, late, by the wrong person, cut, with rubbish; and what the holder never learns.
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, people, type Person, type World } from '#/testing/world.ts'
import { readableAttachment } from '../access/attachments.ts'
import { attachmentsOf } from '../attachment/attachment.store.ts'
import { storedCertificate } from '../certificate/certificate.fixture.ts'
import type { Ctx } from '../context.ts'
import { planInspection } from '../inspection/inspection.actions.ts'
import { evidencePhoto } from '../document/incoming.ts'
import { answerCase, joinCase, leaveCase, tellHolder } from './case.actions.ts'
import { fileReport } from './file.actions.ts'
import { tellLateReports } from './late.job.ts'
import { lookUpReport } from './look-up.ts'
import { answerReport, assignReport, linkReport, noteOnReport, readReporter, restoreReport, setSpam } from './public-report.actions.ts'
import { joinedReport as join, reportInput, sentReport } from './public-report.fixture.ts'
import { caseFor, listReports, messageFor, reportByCode, reportFor, type ReportQuery } from './public-report.store.ts'

let services: TestServices
let world: World
let product: string
let code: string
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  const certificate = await storedCertificate(world, { issuedOn: '2026-01-05', lastValidOn: '2029-01-04' })
  product = certificate.productId
  code = certificate.verifyCode
})
afterAll(() => services.close())
beforeEach(() => services.clock.set('2026-09-15T02:00:00Z'))

const contact = { contactName: 'Người Báo Tin', contactPhone: '0988 111 222', contactEmail: 'bao.tin@thu.vn' }
const ofReport = (id: string) => db().selectFrom('publicReport').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const verbsOn = async (id: string) =>
  (await db().selectFrom('auditEntry').select('verb').where('subjectId', '=', id).orderBy('seq').execute()).map((row) => row.verb)
const answered = { outcome: 'answered', answer: 'Đã kiểm tra và xử lý.' }
const all: ReportQuery = { search: '', state: 'all', topic: null, mine: false, sort: 'newest', page: 1, perPage: 50 }

describe('sending', () => {
  test('a stranger gets a random code, a stored day, and nothing of them stands in the ledger', async () => {
    const report = await sentReport(world, { product, code, ...contact, seenOn: '10/09/2026', seenWhere: 'Chợ Cột Đỏ' })
    const row = await ofReport(report.id)
    expect(row).toMatchObject({
      state: 'received',
      productId: product,
      producerId: world.producers.own,
      dueOn: '2026-10-05',
      authority: '38',
    })
    expect(report.code).toMatch(/^[2-9A-Z]{16}$/)
    const entries = await db().selectFrom('auditEntry').selectAll().where('subjectId', '=', report.id).execute()
    expect(entries.map((entry) => entry.verb)).toEqual(['publicReport.received'])
    expect(entries[0]).toMatchObject({ actorName: 'Người phản ánh', accountId: 'public' })
    expect(JSON.stringify(entries)).not.toMatch(new RegExp(`${report.code}|0988|Báo Tin|bao\\.tin|Cột Đỏ`))
  })

  test('the same form sent twice, also at the same moment, is one report with one code', async () => {
    const key = newId()
    const codes = await Promise.all([1, 2].map(() => sentReport(world, { key, ...contact })))
    expect(new Set(codes.map((one) => one.code)).size).toBe(1)
    expect(await verbsOn(codes[0]?.id ?? '')).toEqual(['publicReport.received'])
  })

  test.each([
    ['no topic', { topic: '' }, ['topic']],
    ['a topic there is not', { topic: 'x' }, ['topic']],
    ['no words', { words: '  ' }, ['words']],
    ['words without end', { words: 'x'.repeat(4001) }, ['words']],
    ['about nothing', { about: '' }, ['about']],
    ['seen tomorrow', { seenOn: '16/09/2026' }, ['seenOn']],
    ['no phone, no mail', { contactPhone: 'abc', contactEmail: 'abc' }, ['contactEmail', 'contactPhone']],
  ])('%s is refused at its field', async (_name, over, fields) => expect(await fieldsOf(sentReport(world, over))).toEqual(fields))

  test('a code or product that is none names nothing and is taken all the same', async () => {
    const { id } = await sentReport(world, { code: "'; drop table", product: newId(), key: 'rubbish' })
    expect(await ofReport(id)).toMatchObject({ productId: null, producerId: null, certificateId: null })
  })

  test('a ninth report of one address within an hour waits; words that are wrong do not count', async () => {
    const address = newId()
    const send = (over = {}) => fileReport(services, { ...reportInput, ...over }, { address, actor: null, photos: async () => [] })
    for (let n = 0; n < 3; n++) expect(await refused(send({ words: '' }))).toBe('invalid')
    for (let n = 0; n < 8; n++) expect(await refused(send())).toBe('done')
    expect(await refused(send())).toBe('tooMany')
  })

  test('an officer of a body may send for the body; nobody else may say so', async () => {
    const officer = await actorOf(world, 'bodyOfficer')
    const { id } = await sentReport(world, { asBody: '1' }, { actor: officer })
    expect(await ofReport(id)).toMatchObject({ bodyId: world.bodies.departments[1], filedBy: world.accounts.bodyOfficer })
    const plain = await sentReport(world, {}, { actor: officer })
    expect(await ofReport(plain.id)).toMatchObject({ bodyId: null, filedBy: null })
    expect(await refused(sentReport(world, { asBody: '1' }, { actor: await actorOf(world, 'producer') }))).toBe('forbidden')
    expect(await refused(sentReport(world, { asBody: '1' }))).toBe('forbidden')
  })
})

describe('photos', () => {
  const withPlace = async () =>
    new Uint8Array(
      await sharp({ create: { width: 40, height: 30, channels: 3, background: '#385' } })
        .withExif({ IFD0: { Copyright: 'Người Báo Tin' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '19/1 44/1 0/1' } })
        .jpeg()
        .toBuffer(),
    )

  test('the office opens the original; the desk sees a copy without place; nobody else sees either', async () => {
    const photo = await evidencePhoto(await withPlace(), 'chup-o-nha-toi.jpg', 1)
    const { id } = await sentReport(world, {}, { photos: [photo] })
    const [original] = await attachmentsOf(db(), 'publicReport', [id])
    const [shown] = await attachmentsOf(db(), 'publicReportPhoto', [id])
    expect([original?.fileName, shown?.fileName]).toEqual(['anh-1-goc.jpg', 'anh-1.webp'])
    expect((await sharp(photo.original.bytes).metadata()).exif).toBeDefined()
    expect((await sharp(photo.shown.bytes).metadata()).exif).toBeUndefined()
    const readers = async (attachment: string) => {
      const found: Person[] = []
      for (const person of people) if (await readableAttachment(db(), await actorOf(world, person), attachment)) found.push(person)
      return found
    }
    expect(await readers(original?.id ?? '')).toEqual(['office'])
    expect(await readers(shown?.id ?? '')).toEqual(['office', 'advisor', 'leader'])
    expect(await readableAttachment(db(), null, shown?.id ?? '')).toBeNull()
  })

  test('what is no picture, and a sixth one, are refused, and nothing is kept', async () => {
    expect(await fieldsOf(evidencePhoto(new TextEncoder().encode('<svg/>'), 'x.svg', 1))).toEqual(['photos'])
    const photo = await evidencePhoto(await withPlace(), 'a.jpg', 1)
    const before = await db().selectFrom('publicReport').select('id').execute()
    expect(await fieldsOf(sentReport(world, {}, { photos: Array.from({ length: 6 }, () => photo) }))).toEqual(['photos'])
    expect(await db().selectFrom('publicReport').select('id').execute()).toHaveLength(before.length)
  })
})

describe('the code', () => {
  test('shows state and answer, never the case, the person or the notes', async () => {
    const report = await sentReport(world, { product, ...contact })
    const caseId = await join(world, report.id)
    await actAs(world, 'office', (ctx) => noteOnReport(ctx, report.id, { note: 'Giao ông Kiểm.' }))
    expect(Object.keys((await reportByCode(db(), report.code)) ?? {}).toSorted()).toEqual([
      'answer',
      'answeredAt',
      'code',
      'receivedAt',
      'state',
    ])
    await actAs(world, 'office', (ctx) => answerCase(ctx, caseId, answered))
    expect(await reportByCode(db(), ` ${report.code.toLowerCase()} `)).toMatchObject({ state: 'answered', answer: answered.answer })
  })

  test.each(['', 'x', '2222222222222222', '../../', newId()])('%j opens nothing', async (typed) => {
    expect(await refused(lookUpReport(db(), typed, newId()))).toBe('notFound')
  })

  test('who tries many codes waits', async () => {
    const address = newId()
    for (let n = 0; n < 60; n++) await refused(lookUpReport(db(), 'x', address))
    expect(await refused(lookUpReport(db(), 'x', address))).toBe('tooMany')
  })
})

describe('the office', () => {
  test.each(people.filter((person) => person !== 'office'))('%s neither answers nor learns who reported', async (person) => {
    const { id } = await sentReport(world, contact)
    const reads = person === 'leader' || person === 'advisor'
    const wanted = reads ? 'forbidden' : 'notFound'
    const deeds: ((ctx: Ctx) => Promise<unknown>)[] = [
      (ctx) => readReporter(ctx, id),
      (ctx) => answerReport(ctx, id, answered),
      (ctx) => setSpam(ctx, id),
      (ctx) => assignReport(ctx, id, { assignee: world.accounts.office }),
    ]
    for (const deed of deeds) expect(await refused(actAs(world, person, deed))).toBe(wanted)
    expect(await refused(actorOf(world, person).then((actor) => reportFor(db(), actor, id, services.clock.now())))).toBe(
      reads ? 'done' : 'notFound',
    )
  })

  test('reading who reported is written down each time, and the page of a report holds neither code nor contact', async () => {
    const report = await sentReport(world, contact)
    const shown = JSON.stringify(await reportFor(db(), await actorOf(world, 'office'), report.id, services.clock.now()))
    expect(shown).not.toMatch(new RegExp(`${report.code}|0988|Báo Tin`))
    for (let n = 0; n < 2; n++)
      expect(await actAs(world, 'office', (ctx) => readReporter(ctx, report.id))).toEqual({
        name: 'Người Báo Tin',
        phone: '0988 111 222',
        email: 'bao.tin@thu.vn',
      })
    expect(await verbsOn(report.id)).toEqual(['publicReport.received', 'publicReport.contactRead', 'publicReport.contactRead'])
    const silent = await sentReport(world)
    expect(await refused(actAs(world, 'office', (ctx) => readReporter(ctx, silent.id)))).toBe('notFound')
  })

  test('gives it to one of its own people and to nobody else', async () => {
    const { id } = await sentReport(world)
    const give = (assignee: unknown) => actAs(world, 'office', (ctx) => assignReport(ctx, id, { assignee }))
    expect(await fieldsOf(give(world.accounts.producer))).toEqual(['assignee'])
    await give(world.accounts.office)
    expect(await ofReport(id)).toMatchObject({ state: 'looking', assignee: world.accounts.office })
  })

  test('plans an inspection from a report; the desk finds it on the report, the code tells nothing of it', async () => {
    const report = await sentReport(world, { product })
    const plan = {
      kind: 'adhoc',
      site: 'producer',
      producer: world.producers.own,
      products: '',
      place: 'Nhà xưởng',
      plannedOn: '20/09/2026',
      reason: 'Theo phản ánh.',
      lead: world.accounts.office,
    }
    const members = [world.accounts.office]
    const id = await actAs(world, 'office', (ctx) => planInspection(ctx, plan, { members, source: { kind: 'report', id: report.id } }))
    const shown = await reportFor(db(), await actorOf(world, 'leader'), report.id, services.clock.now())
    expect(shown.inspections).toEqual([{ id, plannedOn: '2026-09-20' }])
    expect(JSON.stringify(await reportByCode(db(), report.code))).not.toContain('2026-09-20')
  })

  test('answers once; the answer stays', async () => {
    const { id } = await sentReport(world)
    const answer = (input: object) => actAs(world, 'office', (ctx) => answerReport(ctx, id, input))
    expect(await fieldsOf(answer({ outcome: 'x', answer: '' }))).toEqual(['answer', 'outcome'])
    const both = await Promise.all([
      refused(answer({ outcome: 'unfounded', answer: 'Một.' })),
      refused(answer({ ...answered, answer: 'Hai.' })),
    ])
    expect(both.toSorted()).toEqual(['done', 'stateConflict'])
    for (const deed of [setSpam, joinCase, restoreReport])
      expect(await refused(actAs<unknown>(world, 'office', (ctx) => deed(ctx, id)))).not.toBe('done')
  })

  test('what was taken for rubbish by mistake comes back', async () => {
    const { id } = await sentReport(world)
    await actAs(world, 'office', (ctx) => setSpam(ctx, id))
    expect(await refused(actAs(world, 'office', (ctx) => answerReport(ctx, id, answered)))).toBe('stateConflict')
    await actAs(world, 'office', (ctx) => restoreReport(ctx, id))
    expect((await ofReport(id)).state).toBe('received')
  })

  test('finds reports without accents, by state, lateness and person', async () => {
    const { id } = await sentReport(world, { words: 'Tem giả ở chợ Đình Hương' })
    const found = async (over: Partial<ReportQuery>, person: Person = 'office') =>
      (await listReports(db(), await actorOf(world, person), { ...all, ...over }, '2026-10-06')).rows.map((row) => row.id)
    expect(await found({ search: 'cho dinh huong' })).toEqual([id])
    expect(await found({ search: 'dinh huong', state: 'overdue' })).toEqual([id])
    expect(await found({ search: 'dinh huong', mine: true })).toEqual([])
    expect(await found({ search: 'dinh huong', topic: 'label' })).toEqual([])
    expect(await found({ search: 'dinh huong' }, 'otherProvinceOffice')).toEqual([])
    expect(await refused(found({}, 'bodyOfficer'))).toBe('notFound')
  })

  test('is told once of each report that is late', async () => {
    const { id } = await sentReport(world)
    const told = async () =>
      (await db().selectFrom('notice').select('id').where('kind', '=', 'publicReport.late').where('subjectId', '=', id).execute()).length
    await tellLateReports(services)
    expect(await told()).toBe(0)
    services.clock.set('2026-10-06T02:00:00Z')
    await tellLateReports(services)
    await tellLateReports(services)
    expect(await told()).toBe(1)
  })
})

describe('a case', () => {
  test('takes every report of one product, is answered once for all, and then a new one is opened', async () => {
    const [one, two] = [await sentReport(world, { product }), await sentReport(world, { product })]
    const [first, second] = await Promise.all([join(world, one.id), join(world, two.id)])
    expect(second).toBe(first)
    expect(await refused(actAs(world, 'office', (ctx) => answerReport(ctx, one.id, answered)))).toBe('stateConflict')
    await actAs(world, 'office', (ctx) => answerCase(ctx, first, { outcome: 'unfounded', answer: 'Tem đúng.' }))
    for (const { code: key } of [one, two]) expect(await reportByCode(db(), key)).toMatchObject({ state: 'unfounded', answer: 'Tem đúng.' })
    expect(await refused(actAs(world, 'office', (ctx) => answerCase(ctx, first, answered)))).toBe('stateConflict')
    const later = await sentReport(world, { product })
    expect(await join(world, later.id)).not.toBe(first)
  })

  test('needs a product or a producer, named by the office where the reporter could not', async () => {
    const { id } = await sentReport(world)
    const link = (input: object) => actAs(world, 'office', (ctx) => linkReport(ctx, id, input))
    expect(await refused(join(world, id))).toBe('publicReport.aboutNobody')
    expect(await fieldsOf(link({}))).toEqual(['product'])
    expect(await fieldsOf(link({ producer: 'Không có ai' }))).toEqual(['producer'])
    await link({ producer: 'Hộ kinh doanh Lê Văn Bảy' })
    const caseId = await join(world, id)
    expect((await caseFor(db(), await actorOf(world, 'leader'), caseId)).reports.map((row) => row.id)).toEqual([id])
    expect(await refused(link({ producer: 'Hộ kinh doanh Lê Văn Bảy' }))).toBe('stateConflict')
    await actAs(world, 'office', (ctx) => leaveCase(ctx, id))
    expect(await ofReport(id)).toMatchObject({ state: 'looking', caseId: null })
  })

  test('the holder reads what it is told, once, and nothing else', async () => {
    const caseId = await join(world, (await sentReport(world, { product, ...contact })).id)
    const tell = (words: string) => actAs(world, 'office', (ctx) => tellHolder(ctx, caseId, { words }))
    expect(await fieldsOf(tell(''))).toEqual(['words'])
    await tell('Đề nghị rà soát tem nhãn.')
    await tell('Đề nghị rà soát tem nhãn.')
    const [message, ...more] = await db().selectFrom('publicReportMessage').selectAll().where('caseId', '=', caseId).execute()
    expect(more).toEqual([])
    const notices = await db().selectFrom('notice').selectAll().where('accountId', '=', world.accounts.producer).execute()
    expect(notices.map((notice) => notice.kind)).toEqual(['publicReport.told'])
    const read = await messageFor(db(), await actorOf(world, 'producer'), message?.id)
    expect(Object.keys(read).toSorted()).toEqual(['product', 'toldAt', 'words'])
    expect(await refused(actorOf(world, 'otherProducer').then((actor) => messageFor(db(), actor, message?.id)))).toBe('notFound')
    expect(await refused(actAs(world, 'producer', (ctx) => tellHolder(ctx, caseId, { words: 'x' })))).toBe('notFound')
    for (const id of ['', 'x', newId()])
      expect(await refused(actAs(world, 'office', (ctx) => tellHolder(ctx, id, { words: 'x' })))).toBe('notFound')
  })
})

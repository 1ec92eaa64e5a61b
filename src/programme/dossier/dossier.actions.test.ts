import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type World } from '#/testing/world.ts'
import { newId } from '#/platform/database/id.ts'
import { refused } from '#/testing/refusals.ts'
import { addProduct } from '../product/product.actions.ts'
import { editProducer, readProducerPrivate } from '../producer/producer.actions.ts'
import { addPaper } from '../paper/paper.actions.ts'
import { listPapers } from '../paper/paper.store.ts'
import { answerCriterion, chooseCase, confirmProposal, linkEvidence, saveReport, startDossier, unlinkEvidence } from './dossier.actions.ts'
import { draftDossier, filedDossier, placeDossier } from './dossier.fixture.ts'
import { dossierFacts } from './dossier.facts.ts'
import { adviceOf } from './dossier.ts'
import { answerSupplementItem, submitDossier, withdrawDossier } from './filing.actions.ts'
import { contentHash } from './snapshot.build.ts'
import { remindUnfiled, unfiledComplete } from './unfiled.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const db = () => services.database.db

async function newDraft(name: string, setNo = 9): Promise<string> {
  const productId = await actAs(world, 'producer', (ctx) => addProduct(ctx, world.producers.own, { name, setNo }))
  return actAs(world, 'producer', (ctx) => startDossier(ctx, productId))
}

async function returned(name: string, target: { targetKind: string; target: string }) {
  const filed = await filedDossier(world, { name })
  const requestId = newId()
  const itemId = newId()
  await db()
    .insertInto('supplementRequest')
    .values({
      id: requestId,
      dossierId: filed.dossierId,
      submissionId: filed.submissionId,
      level: 'commune',
      ordinal: 1,
      dueOn: '2026-09-25',
      askedBy: world.accounts.communeOfficer,
      askedAt: services.clock.now(),
    })
    .execute()
  await db()
    .insertInto('supplementItem')
    .values({ id: itemId, requestId, ordinal: 1, ...target, ask: 'Thiếu nơi thường trú của 7 lao động.' })
    .execute()
  await placeDossier(world, filed.dossierId, 'communeSupplement')
  return { ...filed, requestId, itemId }
}

describe('opening a dossier', () => {
  test('pins the pack in force and is opened once per product, whoever presses twice', async () => {
    const productId = await actAs(world, 'producer', (ctx) => addProduct(ctx, world.producers.own, { name: 'Mắm tép', setNo: '9' }))
    const presses = await Promise.all([1, 2].map(() => refused(actAs(world, 'producer', (ctx) => startDossier(ctx, productId)))))
    expect(presses.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(['done', 'dossier.alreadyOpen'])
    const row = await db().selectFrom('dossier').selectAll().where('productId', '=', productId).executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      kind: 'first',
      state: 'draft',
      regulationId: 'qd-26-2026',
      regulationHash: services.regulations.current.hash,
    })
  })

  test('another producer’s product does not exist, nor does rubbish', async () => {
    const productId = await actAs(world, 'otherProducer', (ctx) => addProduct(ctx, world.producers.other, { name: 'Bánh gai', setNo: 6 }))
    for (const id of [productId, newId(), 'x', "'; drop table dossier; --"])
      expect(await refused(actAs(world, 'producer', (ctx) => startDossier(ctx, id)))).toBe('notFound')
  })

  test('a product without set has no form, whatever the kind', async () => {
    const productId = await actAs(world, 'producer', (ctx) => addProduct(ctx, world.producers.own, { name: 'Chưa chọn bộ' }))
    expect(await refused(actAs(world, 'producer', (ctx) => startDossier(ctx, productId)))).toBe('dossier.setNeeded')
    expect(await refused(actAs(world, 'producer', (ctx) => startDossier(ctx, productId, 'upgrade')))).toBe('dossier.setNeeded')
  })
})

describe('answering', () => {
  test('0 is an answer by hand; an option that does not exist is refused and nothing is stored', async () => {
    const id = await newDraft('Mắm cua')
    expect(await actAs(world, 'producer', (ctx) => answerCriterion(ctx, id, '1.1', { option: '0' }, 0))).toBe(1)
    for (const option of ['9', '-1', '1.5', 'abc', '', undefined, { $gt: 0 }])
      expect(await refused(actAs(world, 'producer', (ctx) => answerCriterion(ctx, id, '1.2', { option }, 0)))).toBe('invalid')
    expect(await refused(actAs(world, 'producer', (ctx) => answerCriterion(ctx, id, '99.9', { option: 1 }, 0)))).toBe('notFound')
    expect(await db().selectFrom('dossierAnswer').select(['criterion', 'option']).where('dossierId', '=', id).execute()).toEqual([
      { criterion: '1.1', option: 0 },
    ])
  })

  test('a second tab may answer another criterion, but not write over this one', async () => {
    const id = await newDraft('Mắm cáy')
    await actAs(world, 'producer', (ctx) => answerCriterion(ctx, id, '1.2', { option: 1 }, 0))
    await actAs(world, 'producer', (ctx) => answerCriterion(ctx, id, '1.3', { option: 2 }, 0))
    expect(await refused(actAs(world, 'producer', (ctx) => answerCriterion(ctx, id, '1.2', { option: 3 }, 0)))).toBe('versionConflict')
    expect(await actAs(world, 'producer', (ctx) => answerCriterion(ctx, id, '1.2', { option: 3 }, 1))).toBe(2)
  })

  test('a forged total is not looked at, and text stays text', async () => {
    const id = await newDraft('=cmd()|<b>Mắm</b>')
    const forged = { option: 1, description: `=1+1 <script>alert(1)</script> '; drop table dossier; --`, points: 100, total: 100, star: 5 }
    await actAs(world, 'producer', (ctx) => answerCriterion(ctx, id, '1.2', forged, 0))
    const facts = await dossierFacts(db(), services.regulations, id)
    expect(adviceOf(facts).score).toMatchObject({ total: 1, star: 1 })
    expect(facts.answers.get('1.2')?.description).toBe(forged.description)
    expect(facts.product.name).toBe('=cmd()|<b>Mắm</b>')
  })

  test('nobody but the producer answers; staff are not told a draft exists', async () => {
    const id = await newDraft('Mắm ruốc')
    for (const person of ['otherProducer', 'communeOfficer', 'office', 'admin', 'seat1'] as const)
      expect(await refused(actAs(world, person, (ctx) => answerCriterion(ctx, id, '1.1', { option: 1 }, 0)))).toBe('notFound')
    const filed = await filedDossier(world, { name: 'Mắm rươi' })
    expect(await refused(actAs(world, 'office', (ctx) => answerCriterion(ctx, filed.dossierId, '1.1', { option: 1 }, 1)))).toBe('forbidden')
    expect(await refused(actAs(world, 'producer', (ctx) => answerCriterion(ctx, filed.dossierId, '1.1', { option: 1 }, 1)))).toBe(
      'stateConflict',
    )
  })

  test('legal form and workers propose an answer; it counts only once confirmed, and not when the data changed meanwhile', async () => {
    const id = await newDraft('Mắm nêm')
    expect((await dossierFacts(db(), services.regulations, id)).answers.size).toBe(0)
    await actAs(world, 'producer', (ctx) => confirmProposal(ctx, id, '3.1', 3, 0))
    expect(await refused(actAs(world, 'producer', (ctx) => confirmProposal(ctx, id, '3.3', 1, 0)))).toBe('versionConflict')
    await actAs(world, 'producer', (ctx) => confirmProposal(ctx, id, '3.3', 3, 0))
    const { answers } = await dossierFacts(db(), services.regulations, id)
    expect([answers.get('3.1'), answers.get('3.3')]).toMatchObject([
      { option: 3, origin: 'proposed' },
      { option: 3, origin: 'proposed' },
    ])
  })

  test('changing the case of a tourism dossier takes out the answers of the other case', async () => {
    const { dossierId } = await draftDossier(world, { set: 26, case: 1, name: 'Bản du lịch' })
    expect(await refused(actAs(world, 'producer', (ctx) => chooseCase(ctx, dossierId, 7)))).toBe('invalid')
    await actAs(world, 'producer', (ctx) => chooseCase(ctx, dossierId, '2'))
    const { answers } = await dossierFacts(db(), services.regulations, dossierId)
    expect(['8', '9', '15'].filter((criterion) => (answers.get(criterion)?.option ?? 0) > 0)).toEqual([])
    expect(await refused(actAs(world, 'producer', (ctx) => answerCriterion(ctx, dossierId, '8', { option: 1 }, 0)))).toBe('invalid')
    expect(await refused(actAs(world, 'producer', (ctx) => answerCriterion(ctx, dossierId, '8', { option: 3 }, 0)))).toBe('done')
  })

  test('a wrong date, a percentage over 100 and a number with letters are named at their fields', async () => {
    const id = await newDraft('Mắm sò')
    const failure = await actAs(world, 'producer', (ctx) =>
      saveReport(ctx, id, 'market', { originShare: '120', linkageMonths: 'mười' }, 1),
    ).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'invalid', fields: { originShare: {}, linkageMonths: {} } })
  })
})

describe('papers', () => {
  test('another producer’s paper cannot be attached, one’s own is attached once', async () => {
    const id = await newDraft('Mắm bò hóc')
    const own = await actAs(world, 'producer', (ctx) =>
      addPaper(ctx, world.producers.own, { kind: 'testReport', issuedOn: '01/02/2026', expiresOn: '01/02/2027' }),
    )
    const foreign = await actAs(world, 'otherProducer', (ctx) => addPaper(ctx, world.producers.other, { kind: 'testReport' }))
    expect(await refused(actAs(world, 'producer', (ctx) => linkEvidence(ctx, id, '8', foreign)))).toBe('notFound')
    await actAs(world, 'producer', (ctx) => linkEvidence(ctx, id, '8', own))
    await actAs(world, 'producer', (ctx) => linkEvidence(ctx, id, '8', own))
    expect((await dossierFacts(db(), services.regulations, id)).evidence).toEqual([{ criterion: '8', paperId: own }])
    await actAs(world, 'producer', (ctx) => unlinkEvidence(ctx, id, '8', own))
    expect((await dossierFacts(db(), services.regulations, id)).evidence).toEqual([])
  })

  test('31/02 and an end before the beginning are refused at the field', async () => {
    const failure = await actAs(world, 'producer', (ctx) =>
      addPaper(ctx, world.producers.own, { kind: 'testReport', issuedOn: '31/02/2026' }),
    ).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'invalid', fields: { issuedOn: { vi: expect.stringContaining('không có trong lịch') } } })
    const other = await actAs(world, 'producer', (ctx) =>
      addPaper(ctx, world.producers.own, { kind: 'testReport', issuedOn: '01/03/2026', expiresOn: '01/02/2026' }),
    ).catch((error: unknown) => error)
    expect(other).toMatchObject({ fields: { expiresOn: {} } })
  })

  test('the library is searched without accents, and never shows another producer’s', async () => {
    await actAs(world, 'producer', (ctx) => addPaper(ctx, world.producers.own, { kind: 'award', title: 'Giải thưởng Bông lúa vàng' }))
    const page = { limit: 10, offset: 0 }
    const find = async (person: 'producer' | 'otherProducer') =>
      (await listPapers(db(), await actorOf(world, person), { query: 'bong lua' }, '2026-09-15', page)).rows.map((row) => row.title)
    expect(await find('producer')).toEqual(['Giải thưởng Bông lúa vàng'])
    expect(await find('otherProducer')).toEqual([])
  })
})

describe('filing', () => {
  test('freezes, gives a receipt with three papers, and a second press changes nothing', async () => {
    const { dossierId } = await draftDossier(world, { name: 'Nước mắm nộp thử' })
    const seen = contentHash(await dossierFacts(db(), services.regulations, dossierId))
    expect(await refused(actAs(world, 'producer', (ctx) => submitDossier(ctx, dossierId, { declared: false, seen })))).toBe(
      'dossier.declarationNeeded',
    )
    const presses = await Promise.all(
      [1, 2].map(() => refused(actAs(world, 'producer', (ctx) => submitDossier(ctx, dossierId, { declared: true, seen })))),
    )
    expect(presses.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(['done', 'stateConflict'])
    const submissions = await db()
      .selectFrom('dossierSubmission')
      .select(['ordinal', 'filedAt'])
      .where('dossierId', '=', dossierId)
      .execute()
    expect(submissions).toEqual([{ ordinal: 1, filedAt: services.clock.now() }])
    const documents = await db().selectFrom('document').select(['kind', 'mediaType']).where('dossierId', '=', dossierId).execute()
    expect(documents.map((one) => one.kind).toSorted()).toEqual(['filingReceipt', 'registrationSlip', 'selfAssessment'])
    const told = await db()
      .selectFrom('notice')
      .select('accountId')
      .where('subjectId', '=', dossierId)
      .where('kind', '=', 'dossier.filed')
      .execute()
    expect(told).toEqual([{ accountId: world.accounts.communeOfficer }])
  }, 60_000)

  test('what changed in another tab since the check page is not filed unseen', async () => {
    const { dossierId } = await draftDossier(world, { name: 'Nước mắm hai tab' })
    const seen = contentHash(await dossierFacts(db(), services.regulations, dossierId))
    await actAs(world, 'producer', (ctx) => answerCriterion(ctx, dossierId, '1.2', { option: 1 }, 1))
    expect(await refused(actAs(world, 'producer', (ctx) => submitDossier(ctx, dossierId, { declared: true, seen })))).toBe(
      'dossier.changedSinceCheck',
    )
  })

  test('an unfinished draft is not filed and nothing is half-written', async () => {
    const id = await newDraft('Nước mắm dở dang')
    expect(await refused(actAs(world, 'producer', (ctx) => submitDossier(ctx, id, { declared: true })))).toBe('dossier.incomplete')
    expect(await db().selectFrom('dossierSubmission').select('id').where('dossierId', '=', id).execute()).toEqual([])
    expect(await db().selectFrom('dossierClock').select('id').where('dossierId', '=', id).execute()).toEqual([])
  })

  test('a returned dossier opens only what was asked, and is filed again with its own time', async () => {
    const filed = await returned('Nước mắm trả lại', { targetKind: 'criterion', target: '3.3' })
    expect(await refused(actAs(world, 'producer', (ctx) => answerCriterion(ctx, filed.dossierId, '1.1', { option: 1 }, 1)))).toBe(
      'dossier.notAsked',
    )
    await actAs(world, 'producer', (ctx) =>
      answerCriterion(ctx, filed.dossierId, '3.3', { option: 1, description: 'Đã bổ sung danh sách' }, 1),
    )
    expect(await refused(actAs(world, 'producer', (ctx) => submitDossier(ctx, filed.dossierId, { declared: true })))).toBe(
      'supplement.unanswered',
    )
    expect(
      await refused(actAs(world, 'otherProducer', (ctx) => answerSupplementItem(ctx, filed.dossierId, filed.itemId, { answer: 'x' }))),
    ).toBe('notFound')
    await actAs(world, 'producer', (ctx) => answerSupplementItem(ctx, filed.dossierId, filed.itemId, { answer: 'Đã thêm nơi thường trú.' }))
    services.clock.set('2026-09-25T16:59:00Z')
    const again = await actAs(world, 'producer', (ctx) => submitDossier(ctx, filed.dossierId, { declared: true }))
    expect(again).toMatchObject({ ordinal: 2, slipNumber: filed.slipNumber })
    expect(again.receiptNumber).not.toBe(filed.receiptNumber)
    const request = await db()
      .selectFrom('supplementRequest')
      .select(['outcome', 'answeredAt'])
      .where('id', '=', filed.requestId)
      .executeTakeFirstOrThrow()
    expect(request).toEqual({ outcome: 'answered', answeredAt: new Date('2026-09-25T16:59:00Z') })
    services.clock.set('2026-09-15T02:00:00Z')
  }, 60_000)

  test('an answer after the promised day is refused', async () => {
    const filed = await returned('Nước mắm muộn', { targetKind: 'general', target: '' })
    await actAs(world, 'producer', (ctx) => answerSupplementItem(ctx, filed.dossierId, filed.itemId, { answer: 'Đã sửa.' }))
    services.clock.set('2026-09-25T17:00:00Z')
    expect(await refused(actAs(world, 'producer', (ctx) => submitDossier(ctx, filed.dossierId, { declared: true })))).toBe(
      'supplement.late',
    )
    services.clock.set('2026-09-15T02:00:00Z')
  })

  test('a filed dossier is withdrawn with a reason; the clock stops, what was filed stays', async () => {
    const filed = await filedDossier(world, { name: 'Nước mắm rút' })
    expect(await refused(actAs(world, 'producer', (ctx) => withdrawDossier(ctx, filed.dossierId, { reason: '  ' })))).toBe('invalid')
    expect(await refused(actAs(world, 'otherProducer', (ctx) => withdrawDossier(ctx, filed.dossierId, { reason: 'x' })))).toBe('notFound')
    await actAs(world, 'producer', (ctx) => withdrawDossier(ctx, filed.dossierId, { reason: 'Đổi bao bì' }))
    expect(await refused(actAs(world, 'producer', (ctx) => withdrawDossier(ctx, filed.dossierId, { reason: 'Đổi bao bì' })))).toBe(
      'stateConflict',
    )
    const clock = await db().selectFrom('dossierClock').select('outcome').where('dossierId', '=', filed.dossierId).executeTakeFirstOrThrow()
    expect(clock.outcome).toBe('withdrawn')
    expect(await refused(actAs(world, 'producer', (ctx) => startDossier(ctx, filed.productId)))).toBe('done')
  })
})

describe('before a cut-off', () => {
  test('complete drafts are named to the producer and the office, once however often the job runs', async () => {
    await db()
      .insertInto('round')
      .values({
        id: newId(),
        authority: '38',
        year: 2026,
        ordinal: 2,
        name: 'Đợt 2 năm 2026',
        regulationId: 'qd-26-2026',
        regulationHash: 'x',
        opensOn: '2026-09-01',
        proposalsDueOn: '2026-09-20',
        closesOn: '2026-12-30',
        state: 'open',
        createdAt: services.clock.now(),
      })
      .execute()
    const { dossierId } = await draftDossier(world, { name: 'Mắm chưa nộp', person: 'otherProducer' })
    const open = await unfiledComplete(db(), services.regulations, { provinceCode: '38', producerIds: [world.producers.other] })
    expect(open.map((one) => one.dossierId)).toEqual([dossierId])
    await remindUnfiled(services)
    await remindUnfiled(services)
    const notices = await db().selectFrom('notice').select(['accountId', 'params']).where('subjectId', '=', dossierId).execute()
    expect(notices).toEqual([
      { accountId: world.accounts.otherProducer, params: { product: 'Mắm chưa nộp', round: 'Đợt 2 năm 2026', due: '20/09/2026' } },
    ])
    expect(await db().selectFrom('notice').select('id').where('kind', '=', 'dossier.unfiledCount').execute()).toHaveLength(1)
  })
})

describe('the producer’s description', () => {
  const typed = { name: 'Hợp tác xã Vạn Triều', legalForm: 'cooperative', communeCode: '16531', headSex: 'female', headEthnicity: 'Thái' }

  test('a tax code has 10 digits or 10 and 3; each mistake is told at its field', async () => {
    const failure = await actAs(world, 'producer', (ctx) =>
      editProducer(
        ctx,
        world.producers.own,
        {
          ...typed,
          taxCode: '12345',
          registrationDate: '31/02/2020',
          workersTotal: '5',
          workersLocal: '6',
          email: 'a@b',
          communeCode: '99999',
          legalForm: 'vua',
        },
        1,
      ),
    ).catch((error: unknown) => error)
    expect(Object.keys((failure as { fields: object }).fields).toSorted()).toEqual([
      'communeCode',
      'email',
      'legalForm',
      'registrationDate',
      'taxCode',
      'workersLocal',
    ])
  })

  test('two tabs: the second is refused; sensitive values never reach the ledger', async () => {
    const version = await actAs(world, 'producer', (ctx) =>
      editProducer(ctx, world.producers.own, { ...typed, taxCode: '2801234567-001' }, 1),
    )
    expect(version).toBe(2)
    expect(await refused(actAs(world, 'producer', (ctx) => editProducer(ctx, world.producers.own, typed, 1)))).toBe('versionConflict')
    const entries = await db().selectFrom('auditEntry').select('payload').where('verb', '=', 'producer.edited').execute()
    expect(JSON.stringify(entries)).not.toContain('Thái')
  })

  test('staff read the sensitive fields of a filed dossier only, and each reading is written down', async () => {
    const draft = await draftDossier(world, { name: 'Mắm nháp' })
    const filed = await filedDossier(world, { name: 'Mắm đã nộp' })
    for (const person of ['communeOfficer', 'office'] as const)
      expect(await refused(actAs(world, person, (ctx) => readProducerPrivate(ctx, draft.dossierId)))).toBe('notFound')
    for (const person of ['otherCommuneOfficer', 'advisor', 'seat1', 'admin', 'otherProducer', 'otherProvinceOffice'] as const)
      expect(await refused(actAs(world, person, (ctx) => readProducerPrivate(ctx, filed.dossierId)))).toBe('notFound')
    expect(await actAs(world, 'communeOfficer', (ctx) => readProducerPrivate(ctx, filed.dossierId))).toMatchObject({
      headEthnicity: 'Thái',
    })
    await actAs(world, 'producer', (ctx) => readProducerPrivate(ctx, filed.dossierId))
    const readings = await db().selectFrom('auditEntry').select('accountId').where('verb', '=', 'producer.privateRead').execute()
    expect(readings).toEqual([{ accountId: world.accounts.communeOfficer }])
  })
})

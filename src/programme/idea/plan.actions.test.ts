import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { formatDate } from '#/platform/text/format.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { readableDocument, readablePaperFile } from '../access/access.ts'
import { draftDossier, filedDossier, placeDossier } from '../dossier/dossier.fixture.ts'
import { issuingForm, listedIdeas, planAt, planInput } from './idea.fixture.ts'
import { editIdea } from './idea.actions.ts'
import { approvePlan, receivePlan, returnPlan, savePlan, startPlan, stopPlan, submitPlan, takeBackPlan } from './plan.actions.ts'
import { planFor } from './plan.load.ts'
import { listPlans } from './plan.store.ts'
import { confirmHalfYear, confirmMilestone, finishPlan, reportHalfYear, reportMilestone } from './progress.actions.ts'
import { cycleOf, missingOf } from './return.ts'
import { registerAgain, reopenAfter, startDossierFromPlan } from './start.actions.ts'

let services: TestServices
let world: World
let ideas: string[]
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  ideas = await listedIdeas(world, ['Mắm tép', 'Rượu nếp', 'Bánh răng bừa', 'Nem chua', 'Cam'])
}, 60_000)
afterAll(() => services.close())

const db = () => services.database.db
const today = () => plainDateOf(services.clock.now())
const fileOf = async (planId: string, person: Person = 'producer') => planFor(db(), await actorOf(world, person), planId)
const approving = () => ({ ...issuingForm, issuedOn: formatDate(today()), reason: 'Khả thi.' })
const idea = (index: number) => ideas[index] ?? ''

describe('writing and judging a plan', () => {
  test('it begins with what the idea says, once, by its own producer', async () => {
    expect(await refused(actAs(world, 'otherProducer', (ctx) => startPlan(ctx, idea(0))))).toBe('notFound')
    expect(await refused(actAs(world, 'office', (ctx) => startPlan(ctx, idea(0))))).toBe('forbidden')
    const [first, second] = [await planAt(world, idea(0), 'draft'), await planAt(world, idea(0), 'draft')]
    expect(second).toBe(first)
    expect((await fileOf(first)).plan).toMatchObject({
      materials: 'Tép mua của 40 hộ trong xã.',
      investmentTotal: 850_000_000,
      workersTotal: 12,
    })
    expect(await refused(fileOf(first, 'office'))).toBe('notFound')
  })

  test('sources that do not add up, a year twice, negative and broken figures are refused at their fields and nothing is stored', async () => {
    const planId = await planAt(world, idea(0), 'draft')
    const bad = {
      ...planInput(today()),
      investmentTotal: '850000001',
      years: [
        { year: '2026', volume: '-1', revenue: '1e5' },
        { year: '1999', volume: '', revenue: '1' },
      ],
      milestones: [{ title: '', dueOn: '31/02/2027' }],
    }
    expect(await fieldsOf(actAs(world, 'producer', (ctx) => savePlan(ctx, planId, bad, 1)))).toEqual(
      expect.arrayContaining([
        'investmentTotal',
        'years.0.volume',
        'years.0.revenue',
        'years.1.year',
        'years.1.volume',
        'milestones.0.title',
        'milestones.0.dueOn',
      ]),
    )
    const twice = { ...planInput(today()), years: [1, 2].map(() => ({ year: '2026', volume: '1', revenue: '1' })), sources: { own: '-5' } }
    expect(await fieldsOf(actAs(world, 'producer', (ctx) => savePlan(ctx, planId, twice, 1)))).toEqual(
      expect.arrayContaining(['years', 'sources.own']),
    )
    expect((await fileOf(planId)).years).toEqual([])
    expect(await fieldsOf(actAs(world, 'producer', (ctx) => submitPlan(ctx, planId)))).toEqual(
      expect.arrayContaining(['goals', 'years.0.year', 'milestones.0.title']),
    )
  })

  test('sent twice is once; taken back before it is received; returned item by item; approved by number', async () => {
    const planId = await planAt(world, idea(1), 'full')
    const presses = await Promise.all([1, 2].map(() => refused(actAs(world, 'producer', (ctx) => submitPlan(ctx, planId)))))
    expect(presses.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(['done', 'stateConflict'])
    await actAs(world, 'producer', (ctx) => takeBackPlan(ctx, planId))
    await actAs(world, 'producer', (ctx) => submitPlan(ctx, planId))
    expect(await refused(actAs(world, 'office', (ctx) => approvePlan(ctx, planId, approving())))).toBe('stateConflict')
    expect(await refused(actAs(world, 'communeLeader', (ctx) => receivePlan(ctx, planId)))).toBe('forbidden')
    expect(await refused(actAs(world, 'otherProvinceOffice', (ctx) => receivePlan(ctx, planId)))).toBe('notFound')
    await actAs(world, 'office', (ctx) => receivePlan(ctx, planId))
    expect(await refused(actAs(world, 'producer', (ctx) => takeBackPlan(ctx, planId)))).toBe('stateConflict')
    expect(await fieldsOf(actAs(world, 'office', (ctx) => returnPlan(ctx, planId, {})))).toEqual(['_form'])
    await actAs(world, 'office', (ctx) => returnPlan(ctx, planId, { market: 'Nêu tên đại lý.', goals: 'Ghi số sao.' }))
    const returned = await fileOf(planId)
    expect(returned.asked.map((one) => one.part).toSorted()).toEqual(['goals', 'market'])
    await actAs(world, 'producer', (ctx) => savePlan(ctx, planId, { ...planInput(today()), market: 'Đại lý A, B.' }, returned.plan.version))
    await actAs(world, 'producer', (ctx) => submitPlan(ctx, planId))
    expect((await fileOf(planId)).asked).toEqual([])
    await actAs(world, 'office', (ctx) => receivePlan(ctx, planId))
    expect(await fieldsOf(actAs(world, 'office', (ctx) => approvePlan(ctx, planId, { ...issuingForm, reason: '' })))).toEqual(
      expect.arrayContaining(['reason', 'issuedOn']),
    )
    const { documentId, number } = await actAs(world, 'office', (ctx) => approvePlan(ctx, planId, approving()))
    expect(number).toMatch(/^\d+\/TB-VPĐP$/)
    const reads = async (person: Person) =>
      (await readableDocument(db(), await actorOf(world, person), documentId, services.clock.now())) !== null
    const people = [
      'producer',
      'communeOfficer',
      'office',
      'leader',
      'otherProducer',
      'otherCommuneOfficer',
      'otherProvinceOffice',
    ] as const
    expect(await Promise.all(people.map(reads))).toEqual([true, true, true, true, false, false, false])
    expect(await refused(actAs(world, 'producer', (ctx) => savePlan(ctx, planId, planInput(today()), 9)))).toBe('stateConflict')
    expect(await refused(actAs(world, 'producer', (ctx) => editIdea(ctx, idea(1), { kind: 'new', name: 'x' }, 9)))).toBe('stateConflict')
  })

  test('lists find plans without accents within one’s scope; a plan not sent is in no staff list', async () => {
    const names = async (person: Person, scope: 'producer' | 'commune' | 'province', search: string) => {
      const query = { search, state: null, late: false, sort: 'name', page: 1, perPage: 20 } as const
      return (await listPlans(db(), await actorOf(world, person), scope, query, today())).rows.map((row) => row.name)
    }
    expect(await names('office', 'province', 'ruou nep')).toEqual(['Rượu nếp'])
    expect(await names('office', 'province', 'mam tep')).toEqual([])
    expect(await names('producer', 'producer', 'mam tep')).toEqual(['Mắm tép'])
    expect(await names('otherCommuneOfficer', 'commune', '')).toEqual([])
  })
})

describe('carrying a plan out', () => {
  test('milestones with evidence of one’s own library, confirmed by the commune, then finished', async () => {
    const planId = await planAt(world, idea(2), 'approved')
    const [first, second] = (await fileOf(planId)).milestones
    if (!first || !second) throw new Error('two milestones')
    const { paperIds } = await draftDossier(world, { name: 'Có giấy tờ' })
    const foreign = (await draftDossier(world, { name: 'Của người khác', person: 'otherProducer' })).paperIds[0]
    const report = (id: string, input: Parameters<typeof reportMilestone>[3]) =>
      actAs(world, 'producer', (ctx) => reportMilestone(ctx, planId, id, input))
    expect(await fieldsOf(report(first.id, { state: 'done', report: '', papers: [foreign] }))).toEqual(['papers', 'report'])
    expect(await refused(report(newId(), { state: 'doing', report: '' }))).toBe('notFound')
    expect(await refused(actAs(world, 'communeOfficer', (ctx) => confirmMilestone(ctx, planId, first.id, {})))).toBe('plan.notReported')
    await report(first.id, { state: 'done', report: 'Đã xây 60 m².', papers: [paperIds[0]] })
    const file = await fileOf(planId, 'communeOfficer')
    expect(file.papers).toHaveLength(1)
    const fileId = file.papers[0]?.fileId ?? ''
    const reads = async (person: Person) =>
      (await readablePaperFile(db(), await actorOf(world, person), fileId, services.clock.now())) !== null
    const people = ['producer', 'communeOfficer', 'office', 'otherCommuneOfficer', 'otherProducer', 'clerk'] as const
    expect(await Promise.all(people.map(reads))).toEqual([true, true, true, false, false, false])
    expect(await refused(actAs(world, 'otherCommuneOfficer', (ctx) => confirmMilestone(ctx, planId, first.id, {})))).toBe('notFound')
    expect(await refused(actAs(world, 'office', (ctx) => confirmMilestone(ctx, planId, first.id, {})))).toBe('forbidden')
    await actAs(world, 'communeOfficer', (ctx) => confirmMilestone(ctx, planId, first.id, { remark: 'Đã xem tại chỗ.' }))
    expect(await refused(report(first.id, { state: 'planned', report: '' }))).toBe('plan.confirmed')
    expect(await refused(actAs(world, 'producer', (ctx) => finishPlan(ctx, planId)))).toBe('plan.unfinished')
    await report(second.id, { state: 'dropped', report: 'Gộp với đợt kiểm nghiệm sau.' })
    await actAs(world, 'producer', (ctx) => finishPlan(ctx, planId))
    expect((await fileOf(planId)).plan.state).toBe('done')
  })

  test('half-years in words and whole figures, replaced until confirmed, none before the approval or in the future', async () => {
    const planId = await planAt(world, idea(3), 'approved')
    const report = (over: Record<string, unknown>) =>
      actAs(world, 'producer', (ctx) =>
        reportHalfYear(ctx, planId, {
          year: '2026',
          half: '2',
          content: 'Ủ 4 mẻ.',
          volume: '3000',
          revenue: '450.000.000',
          workers: '12',
          ...over,
        }),
      )
    expect(await fieldsOf(report({ half: '1' }))).toEqual(['year'])
    expect(await fieldsOf(report({ year: '2027', half: '1' }))).toEqual(['year'])
    expect(await fieldsOf(report({ half: '3', volume: '-1', revenue: 'abc', workers: '1,5', content: '' }))).toEqual(
      expect.arrayContaining(['half', 'volume', 'revenue', 'workers', 'content']),
    )
    await report({})
    await report({ volume: '3200' })
    const [one, ...more] = (await fileOf(planId)).reports
    expect([one?.volume, more.length]).toEqual([3200, 0])
    await actAs(world, 'communeLeader', (ctx) => confirmHalfYear(ctx, planId, one?.id ?? '', {}))
    expect(await refused(report({ volume: '1' }))).toBe('plan.confirmed')
    expect(await refused(actAs(world, 'communeLeader', (ctx) => confirmHalfYear(ctx, planId, one?.id ?? '', {})))).toBe('plan.confirmed')
  })
})

describe('the dossier starts from the plan', () => {
  test('only confirmed fields are taken over, a new product is described once, and its origin is kept', async () => {
    const planId = await planAt(world, idea(4), 'received')
    expect(await refused(actAs(world, 'producer', (ctx) => startDossierFromPlan(ctx, planId, {})))).toBe('stateConflict')
    await actAs(world, 'office', (ctx) => approvePlan(ctx, planId, approving()))
    expect(await refused(actAs(world, 'otherProducer', (ctx) => startDossierFromPlan(ctx, planId, {})))).toBe('notFound')
    expect(await fieldsOf(actAs(world, 'producer', (ctx) => startDossierFromPlan(ctx, planId, { taken: ['state'] })))).toEqual(['taken'])
    const dossierId = await actAs(world, 'producer', (ctx) =>
      startDossierFromPlan(ctx, planId, {
        taken: ['contactName', 'planProduction', 'planMarket', 'outputUnit'],
        values: { planMarket: 'Đã sửa tay.', planQuality: 'không được lấy' },
      }),
    )
    const row = await db().selectFrom('dossier').selectAll().where('id', '=', dossierId).executeTakeFirstOrThrow()
    expect(row.registration).toMatchObject({ contactName: 'Trần Văn Vạn', note: '' })
    expect(row.report).toMatchObject({ outputUnit: 'kg', planMarket: 'Đã sửa tay.', planQuality: '' })
    expect((row.report as Record<string, string>)['planProduction']).toContain('Đạt 3 sao trong năm')
    const product = await db().selectFrom('product').selectAll().where('id', '=', row.productId).executeTakeFirstOrThrow()
    expect(product).toMatchObject({ name: 'Cam', setNo: 9, description: 'Mắm tép đồng ủ truyền thống, đóng hũ sành.' })
    const origin = await db().selectFrom('dossierOrigin').selectAll().where('dossierId', '=', dossierId).executeTakeFirstOrThrow()
    expect(origin).toMatchObject({ planId, ideaId: idea(4), taken: { planMarket: { changed: true }, outputUnit: { changed: false } } })
    expect(await refused(actAs(world, 'producer', (ctx) => startDossierFromPlan(ctx, planId, {})))).toBe('dossier.alreadyOpen')
    expect(await cycleOf(db(), row.productId)).toMatchObject({
      idea: { id: idea(4) },
      plan: { id: planId },
      dossier: { id: dossierId },
      comesBackFrom: null,
    })
  })

  test('a plan can be given up with a reason and starts no dossier then', async () => {
    const planId = await planAt(world, idea(3), 'draft')
    expect(await fieldsOf(actAs(world, 'producer', (ctx) => stopPlan(ctx, planId, { reason: '' })))).toEqual(['reason'])
    await actAs(world, 'producer', (ctx) => stopPlan(ctx, planId, { reason: 'Thiếu vốn.' }))
    expect(await refused(actAs(world, 'producer', (ctx) => startDossierFromPlan(ctx, planId, {})))).toBe('stateConflict')
  })
})

describe('a product that failed comes back', () => {
  test('after a lapse, a refusal or a low result; linked to the earlier dossier, which says what was missing', async () => {
    const failed = await filedDossier(world, { name: 'Mắm hỏng' })
    expect(await refused(actAs(world, 'producer', (ctx) => reopenAfter(ctx, failed.dossierId)))).toBe('forbidden')
    await placeDossier(world, failed.dossierId, 'rejected')
    await db().updateTable('dossier').set({ endReason: 'Nhãn của chủ thể khác.' }).where('id', '=', failed.dossierId).execute()
    const missing = await missingOf(db(), services.regulations, await actorOf(world, 'producer'), failed.dossierId)
    expect(missing).toMatchObject({ state: 'rejected', endReason: 'Nhãn của chủ thể khác.', reasons: [], star: null })
    expect(await refused(missingOf(db(), services.regulations, await actorOf(world, 'otherProducer'), failed.dossierId))).toBe('notFound')
    expect(await refused(actAs(world, 'otherProducer', (ctx) => registerAgain(ctx, failed.dossierId)))).toBe('notFound')
    const again = await actAs(world, 'producer', (ctx) => registerAgain(ctx, failed.dossierId))
    expect(await actAs(world, 'producer', (ctx) => registerAgain(ctx, failed.dossierId))).toBe(again)
    expect((await cycleOf(db(), failed.productId)).comesBackFrom).toBe(failed.dossierId)
    const next = await actAs(world, 'producer', (ctx) => reopenAfter(ctx, failed.dossierId))
    const origin = await db().selectFrom('dossierOrigin').selectAll().where('dossierId', '=', next).executeTakeFirstOrThrow()
    expect(origin.earlierDossierId).toBe(failed.dossierId)
    expect(await refused(actAs(world, 'producer', (ctx) => reopenAfter(ctx, failed.dossierId)))).toBe('dossier.alreadyOpen')
  })
})

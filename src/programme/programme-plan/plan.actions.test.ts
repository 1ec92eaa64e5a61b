import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isId, newId } from '#/platform/database/id.ts'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, people, type Person, type World } from '#/testing/world.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { issuePlan } from '../task/issue.actions.ts'
import { differences } from './difference.ts'
import { answerOpinion, askOpinions, giveOpinion, opinionsOn, takeBackToDraft } from './opinion.actions.ts'
import { numberPlan } from './issue.actions.ts'
import { loadPlan } from './load.actions.ts'
import { removePart, savePart } from './part.actions.ts'
import { adjustPlan, cancelPlan, editHead, editWords, returnPlan, startPlan, submitPlan } from './plan.actions.ts'
import { draftPlan, headInput, issuedPlan, issueForm, submittedPlan, targetInput, taskInput } from './plan.fixture.ts'
import { shippedPlan } from './plan-file.ts'
import { partsOf } from './part.store.ts'
import { listPlans, planFor, planHistory, revisionsOf, type PlanQuery } from './plan.store.ts'
import { planStates, type PlanState } from './plan.workflow.ts'
import { linkName, settleCondition } from './run.actions.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const db = () => services.database.db
const all: PlanQuery = { search: '', year: null, state: null, kind: null, whose: null, sort: 'recent', page: 1, perPage: 200 }
const seenBy = async (person: Person, query: Partial<PlanQuery> = {}) =>
  (await listPlans(db(), await actorOf(world, person), { ...all, ...query })).rows.map((row) => row.id)
const read = async (id: string, person: Person = 'office') => planFor(db(), await actorOf(world, person), id)
const versionOf = async (id: string) => (await read(id)).plan.version
type Part = Parameters<typeof savePart>[2]
const save = async (id: string, at: Part, input: Record<string, unknown>) => {
  const version = await versionOf(id)
  return actAs(world, 'office', (ctx) => savePart(ctx, id, at, input, version))
}
const edit = async (id: string) => {
  const version = await versionOf(id)
  return actAs(world, 'office', (ctx) => editHead(ctx, id, headInput('Kế hoạch sửa'), version))
}

describe('writing a draft', () => {
  test('rubbish in the head is told at its fields; a plan of eleven years, or turned round, is refused', async () => {
    expect(await fieldsOf(actAs(world, 'office', (ctx) => startPlan(ctx, { kind: 'x', startsOn: '31/02/2026' })))).toEqual(
      expect.arrayContaining(['kind', 'startsOn', 'endsOn', 'title']),
    )
    const turned = { ...headInput(), startsOn: '31/12/2026', endsOn: '01/01/2026' }
    expect(await fieldsOf(actAs(world, 'office', (ctx) => startPlan(ctx, turned)))).toEqual(['endsOn'])
    const long = { ...headInput(), endsOn: '31/12/2037' }
    expect(await fieldsOf(actAs(world, 'office', (ctx) => startPlan(ctx, long)))).toEqual(['endsOn'])
    const foreign = { ...headInput(), parentFamilyId: newId() }
    expect(await fieldsOf(actAs(world, 'office', (ctx) => startPlan(ctx, foreign)))).toEqual(['parentFamilyId'])
  })

  test.each([
    ['1', ['2028-01-01', '2028-06-14', '2028-06-15']],
    [undefined, ['2021-01-01', '2021-06-14', '2021-06-15']],
  ])('a plan of 2021 taken for 2028, days moved along %s', async (moveDays, days) => {
    const { planId } = await actAs(world, 'otherProvinceOffice', (ctx) => loadPlan(ctx, shippedPlan('thanh-hoa-2021')))
    const { plan } = await read(planId, 'otherProvinceOffice')
    await actAs(world, 'otherProvinceOffice', (ctx) =>
      editHead(ctx, planId, { ...headInput(), startsOn: '01/01/2028', endsOn: '31/12/2028', moveDays }, plan.version),
    )
    const { targets, tasks } = await partsOf(db(), planId)
    const report = tasks.find((one) => one.code === 'N43')
    expect([targets[0]?.startsOn, report?.dueOn, report?.beforeOn]).toEqual(days)
    await actAs(world, 'otherProvinceOffice', (ctx) => cancelPlan(ctx, planId, 'Thử.'))
  })

  test('days moved to another year keep their day; 29/02 becomes 28/02', async () => {
    const leap = { ...headInput(), startsOn: '01/01/2028', endsOn: '31/12/2028' }
    const id = await actAs(world, 'office', (ctx) => startPlan(ctx, leap))
    await save(id, { kind: 'target', key: null }, { ...targetInput, dueOn: '29/02/2028' })
    await save(id, { kind: 'task', key: null }, { ...taskInput, targetCode: '', startsOn: '31/01/2028', dueOn: '29/02/2028' })
    const version = await versionOf(id)
    const moved = { ...headInput(), startsOn: '01/01/2027', endsOn: '31/12/2027', moveDays: '1' }
    await actAs(world, 'office', (ctx) => editHead(ctx, id, moved, version))
    const { targets, tasks } = await partsOf(db(), id)
    expect([targets[0]?.dueOn, tasks[0]?.startsOn, tasks[0]?.dueOn]).toEqual(['2027-02-28', '2027-01-31', '2027-02-28'])
  })

  test('moved into another era, a row is placed among the communes of those days or stays a name; moved back, it is found again', async () => {
    const id = await draftPlan(world)
    await save(id, { kind: 'product', key: null }, { kind: 'new', productName: 'Nem chua', communeName: 'Phường Sầm Sơn' })
    const communeIn = async (year: number) => {
      const version = await versionOf(id)
      const head = { ...headInput(), startsOn: `01/01/${year}`, endsOn: `31/12/${year}` }
      await actAs(world, 'office', (ctx) => editHead(ctx, id, head, version))
      return (await partsOf(db(), id)).products.find((row) => row.productName === 'Nem chua')?.communeCode
    }
    expect([await communeIn(2026), await communeIn(2021), await communeIn(2026)]).toEqual(['16531', null, '16531'])
  })

  test('only the office and communes write; a commune’s plan is its own', async () => {
    for (const person of ['producer', 'advisor', 'leader', 'clerk', 'admin', 'bodyOfficer'] as const)
      expect(await refused(actAs(world, person, (ctx) => startPlan(ctx, headInput())))).toBe('forbidden')
    const id = await actAs(world, 'communeOfficer', (ctx) => startPlan(ctx, headInput('Kế hoạch phường')))
    expect((await read(id, 'communeLeader')).plan.communeCode).toBe('16531')
    for (const person of ['office', 'leader', 'otherCommuneOfficer', 'bodyOfficer'] as const)
      expect(await refused(read(id, person))).toBe('notFound')
  })

  test('parts get the next codes, names of bodies find their body, and a product finds its record', async () => {
    const id = await draftPlan(world)
    const parts = await partsOf(db(), id)
    expect(parts.targets.map((one) => one.code)).toEqual(['T01'])
    expect(parts.tasks.map((one) => one.code)).toEqual(['N01', 'N02'])
    expect(parts.tasks[0]?.bodies).toMatchObject([
      { part: 'lead', bodyId: world.bodies.departments[1] },
      { part: 'co', bodyId: null, roster: null },
    ])
    expect(parts.tasks[1]).toMatchObject({ beforeOn: '2026-08-15', dueOn: '2026-08-14' })
    expect(parts.money.map((one) => [one.code, one.amount, one.partOf])).toEqual([
      ['K01', 30_000_000, null],
      ['K02', 10_000_000, 'K01'],
      ['K03', 20_000_000, 'K01'],
    ])
  })

  test.each([
    ['target', { ...targetInput, valueMin: '' }, ['valueMin']],
    ['target', { ...targetInput, valueMin: '-1' }, ['valueMin']],
    ['target', { ...targetInput, op: 'range', valueMin: '7', valueMax: '5' }, ['valueMax']],
    ['target', { ...targetInput, unit: 'percent', valueMin: '12,345' }, ['valueMin']],
    ['target', { ...targetInput, unit: 'percent', valueMin: '120' }, ['valueMin']],
    ['target', { ...targetInput, unit: 'percent', indicator: '' }, ['valueMin']],
    ['target', { ...targetInput, partOf: 'T99' }, ['partOf']],
    ['target', { ...targetInput, dueOn: '01/01/2020' }, ['dueOn']],
    ['task', { ...taskInput, targetCode: 'T99' }, ['targetCode']],
    ['task', { ...taskInput, lead: '  ' }, ['lead']],
    ['task', { ...taskInput, dueOn: '01/01/2026' }, ['dueOn']],
    ['task', { ...taskInput, code: 'N01' }, ['code']],
    ['task', { ...taskInput, code: "'; drop" }, ['code']],
    ['money', { title: 'x', amount: '-5' }, ['amount']],
    ['money', { title: 'x', amount: '1,5' }, ['amount']],
    ['money', { title: 'x', amount: '1000000000000001' }, ['amount']],
    ['money', { title: 'x', amount: '5', partOf: 'K99' }, ['partOf']],
    ['money', { title: 'x', sources: ['gold'] }, ['sources']],
    ['product', { kind: 'new', productName: '', targetStar: '6' }, ['targetStar', 'productName']],
  ] as const)('%s %j is refused at %j', async (kind, input, fields) => {
    const id = await draftPlan(world)
    const version = await versionOf(id)
    const told = await fieldsOf(actAs(world, 'office', (ctx) => savePart(ctx, id, { kind, key: null }, input, version)))
    expect(new Set(told)).toEqual(new Set(fields))
    expect(await versionOf(id)).toBe(version)
  })

  test('a percentage is kept in hundredths, a share by hand needs its denominator in words', async () => {
    const id = await draftPlan(world)
    const input = { ...targetInput, unit: 'percent', valueMin: '12,5', indicator: '', denominator: 'tất cả chủ thể' }
    const { key } = await save(id, { kind: 'target', key: null }, input)
    expect((await partsOf(db(), id)).targets.find((one) => one.code === key)).toMatchObject({
      valueMin: 1250,
      params: { denominator: 'tất cả chủ thể' },
    })
  })

  test('two tabs: the second is told; rubbish keys are not found; what is named cannot be taken out', async () => {
    const id = await draftPlan(world)
    const version = await versionOf(id)
    const saveAt = (key: string | null, seen: number) =>
      refused(actAs(world, 'office', (ctx) => savePart(ctx, id, { kind: 'target', key }, targetInput, seen)))
    expect(await saveAt('T01', version)).toBe('done')
    expect(await saveAt('T01', version)).toBe('versionConflict')
    expect(await saveAt('T77', version + 1)).toBe('notFound')
    const remove = (kind: 'target' | 'money' | 'task', key: string, seen: number) =>
      refused(actAs(world, 'office', (ctx) => removePart(ctx, id, { kind, key }, seen)))
    expect(await remove('target', 'T01', version + 1)).toBe('programmePlan.partNamed')
    expect(await remove('money', 'K01', version + 1)).toBe('programmePlan.partNamed')
    expect(await remove('task', 'N01', version + 1)).toBe('done')
    expect(await remove('target', 'T01', version + 2)).toBe('done')
    expect((await partsOf(db(), id)).tasks.map((one) => one.code)).toEqual(['N02'])
  })

  test('words: a line is a line, duties stand under their body, a source stays with a line that stayed', async () => {
    const { planId } = await actAs(world, 'office', (ctx) => loadPlan(ctx, shippedPlan('luc-nam-2020')))
    const { plan } = await read(planId)
    const basis = plan.content.basis.map((line) => line.text).join('\n')
    const organisation = 'Phòng Y tế:\n- Hướng dẫn an toàn thực phẩm\n- Kiểm tra\nUBND xã'
    await actAs(world, 'office', (ctx) => editWords(ctx, planId, { basis: `${basis}\n\n Căn cứ mới `, organisation }, plan.version))
    const changed = (await read(planId)).plan.content
    expect(changed.basis.map((line) => line.source)).toEqual([...plan.content.basis.map((line) => line.source), undefined])
    expect(changed.organisation.map((one) => [one.body, one.lines.length])).toEqual([
      ['Phòng Y tế', 2],
      ['UBND xã', 0],
    ])
    const loose = actAs(world, 'office', (ctx) => editWords(ctx, planId, { organisation: '- việc không chủ' }, plan.version + 1))
    expect(await fieldsOf(loose)).toEqual(['organisation'])
    await actAs(world, 'office', (ctx) => cancelPlan(ctx, planId, 'Thử xong.'))
  })
})

describe('to be signed', () => {
  test('an empty draft and one whose parts do not sum stay', async () => {
    const empty = await actAs(world, 'office', (ctx) => startPlan(ctx, headInput()))
    expect(await refused(actAs(world, 'office', (ctx) => submitPlan(ctx, empty)))).toBe('programmePlan.empty')
    const id = await draftPlan(world)
    const odd = { title: 'Tập huấn', amount: '10.000.001', partOf: 'K01' }
    await save(id, { kind: 'money', key: 'K02' }, odd)
    expect(await refused(actAs(world, 'office', (ctx) => submitPlan(ctx, id)))).toBe('programmePlan.faults')
  })

  test('who submits does not issue; issued once; the paper, its number and the Word source are there', async () => {
    const id = await submittedPlan(world)
    for (const person of ['office', 'clerk', 'admin', 'communeLeader', 'otherProvinceOffice'] as const)
      expect(['forbidden', 'notFound']).toContain(await refused(actAs(world, person, (ctx) => issuePlan(ctx, id, issueForm))))
    const both = await Promise.allSettled([1, 2].map(() => actAs(world, 'leader', (ctx) => issuePlan(ctx, id, issueForm))))
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const { plan } = await read(id, 'bodyOfficer')
    expect(plan).toMatchObject({ state: 'issued', issuedOn: '2026-03-15' })
    expect(plan.number).toMatch(/^\d+\/KH-UBND$/)
    const paper = await db()
      .selectFrom('document')
      .select(['kind', 'sha256', 'number'])
      .where('id', '=', plan.documentId ?? '')
      .executeTakeFirstOrThrow()
    expect(paper).toMatchObject({ kind: 'programmePlan', number: plan.number })
    expect((await services.files.read(paper.sha256)).subarray(0, 5).toString()).toBe('%PDF-')
    expect(
      await db()
        .selectFrom('documentSource')
        .select('template')
        .where('documentId', '=', plan.documentId ?? '')
        .execute(),
    ).toEqual([{ template: 'programme-plan' }])
  })

  test('sent back with a reason, edited, sent again; a filed one is not edited', async () => {
    const id = await submittedPlan(world)
    expect(await refused(edit(id))).toBe('stateConflict')
    expect(await fieldsOf(actAs(world, 'leader', (ctx) => returnPlan(ctx, id, '')))).toEqual(['reason'])
    await actAs(world, 'leader', (ctx) => returnPlan(ctx, id, 'Thiếu chỉ tiêu.'))
    await edit(id)
    await actAs(world, 'office', (ctx) => submitPlan(ctx, id))
    expect(await refused(actAs(world, 'office', (ctx) => submitPlan(ctx, id)))).toBe('stateConflict')
  })

  test('a plan of old times gets its number later, once; the paper with it names the one without', async () => {
    const id = await submittedPlan(world)
    await actAs(world, 'leader', (ctx) => issuePlan(ctx, id, { ...issueForm, numberKind: 'later' }))
    const before = (await read(id)).plan
    expect(before.number).toBeNull()
    expect(await fieldsOf(actAs(world, 'office', (ctx) => numberPlan(ctx, id, { number: 'không số' })))).toEqual(['number'])
    await actAs(world, 'office', (ctx) => numberPlan(ctx, id, { number: '62/KH-UBND' }))
    const after = (await read(id)).plan
    expect(after.number).toBe('62/KH-UBND')
    const paper = await db()
      .selectFrom('document')
      .select('correctsId')
      .where('id', '=', after.documentId ?? '')
      .executeTakeFirstOrThrow()
    expect(paper.correctsId).toBe(before.documentId)
    expect(await refused(actAs(world, 'office', (ctx) => numberPlan(ctx, id, { number: '63/KH-UBND' })))).toBe('stateConflict')
  })

  test('a commune’s plan is issued by its leader', async () => {
    const id = await draftPlan(world, 'Kế hoạch phường Sầm Sơn', 'communeOfficer')
    await actAs(world, 'communeOfficer', (ctx) => submitPlan(ctx, id))
    expect(await refused(actAs(world, 'leader', (ctx) => issuePlan(ctx, id, issueForm)))).toBe('notFound')
    expect(await refused(actAs(world, 'communeOfficer', (ctx) => issuePlan(ctx, id, issueForm)))).toBe('forbidden')
    await actAs(world, 'communeLeader', (ctx) => issuePlan(ctx, id, issueForm))
    expect((await read(id, 'office')).plan.owner).toBe('Phường Sầm Sơn')
    expect(await refused(read(id, 'otherCommuneOfficer'))).toBe('notFound')
  })
})

describe('opinions', () => {
  test('asked, given by the body and from a paper, answered once, taken back, and nobody else may', async () => {
    const id = await draftPlan(world)
    expect(await refused(actAs(world, 'bodyOfficer', (ctx) => giveOpinion(ctx, id, { verdict: 'agree' })))).toBe('notFound')
    await actAs(world, 'office', (ctx) => askOpinions(ctx, id))
    expect(await fieldsOf(actAs(world, 'bodyOfficer', (ctx) => giveOpinion(ctx, id, { verdict: 'disagree' })))).toEqual(['remarks'])
    await actAs(world, 'bodyOfficer', (ctx) => giveOpinion(ctx, id, { verdict: 'agreeWithRemarks', remarks: 'Thêm hội chợ.' }))
    await actAs(world, 'office', (ctx) => giveOpinion(ctx, id, { verdict: 'agree', bodyName: 'Hội Nông dân tỉnh' }))
    const [first] = await opinionsOn(db(), id)
    expect(first).toMatchObject({ bodyName: 'Sở Công Thương', verdict: 'agreeWithRemarks' })
    await actAs(world, 'office', (ctx) => answerOpinion(ctx, id, first?.id ?? '', 'Đã tiếp thu.'))
    expect(await refused(actAs(world, 'office', (ctx) => answerOpinion(ctx, id, first?.id ?? '', 'Lần nữa.')))).toBe('stateConflict')
    expect(await refused(actAs(world, 'leader', (ctx) => giveOpinion(ctx, id, { verdict: 'agree' })))).toBe('forbidden')
    await actAs(world, 'office', (ctx) => takeBackToDraft(ctx, id))
    expect(await refused(actAs(world, 'bodyOfficer', (ctx) => giveOpinion(ctx, id, { verdict: 'agree' })))).toBe('notFound')
  })
})

describe('adjusting', () => {
  test('a new revision is a copy with a reason; only one is open; the old one is replaced when it is issued', async () => {
    const id = await issuedPlan(world, 'Kế hoạch điều chỉnh')
    const next = await actAs(world, 'office', (ctx) => adjustPlan(ctx, id, 'Thêm chỉ tiêu'))
    expect(await refused(actAs(world, 'office', (ctx) => adjustPlan(ctx, id, 'Lần nữa')))).toBe('programmePlan.revisionOpen')
    await save(next, { kind: 'target', key: 'T01' }, { ...targetInput, valueMin: '15' })
    const of = async (one: string) => ({ ...(await read(one)).plan, parts: await partsOf(db(), one) })
    expect(differences(await of(id), await of(next)).map((one) => [one.part, one.code, one.kind])).toEqual([['target', 'T01', 'changed']])
    await actAs(world, 'office', (ctx) => submitPlan(ctx, next))
    await actAs(world, 'leader', (ctx) => issuePlan(ctx, next, issueForm))
    const revisions = await revisionsOf(db(), await actorOf(world, 'office'), (await read(id)).plan.familyId)
    expect(revisions.map((one) => [one.revision, one.state])).toEqual([
      [2, 'issued'],
      [1, 'replaced'],
    ])
    expect((await read(id)).plan.number).not.toBeNull()
    const history = await planHistory(db(), (await read(id)).plan.familyId)
    expect(history.map((line) => line.verb)).toEqual(expect.arrayContaining(['programmePlan.adjusted', 'programmePlan.issued']))
  })
})

describe('loading a plan file', () => {
  test('the same file twice changes nothing; a changed one rewrites the draft; an edited draft and an issued plan are left alone', async () => {
    const file = shippedPlan('viet-tri-2023')
    const load = (changed = file) => actAs(world, 'office', (ctx) => loadPlan(ctx, changed))
    const first = await load()
    expect(first.outcome).toBe('new')
    expect(await load()).toEqual({ planId: first.planId, outcome: 'unchanged' })
    const changed = { ...file, title: `${file.title} (sửa)` }
    expect(await load(changed)).toEqual({ planId: first.planId, outcome: 'changed' })
    expect((await partsOf(db(), first.planId)).targets).toHaveLength(9)
    const { plan } = await read(first.planId)
    await actAs(world, 'office', (ctx) => editWords(ctx, plan.id, { archive: 'VT' }, plan.version))
    expect(await refused(load())).toBe('programmePlan.editedSince')
    await actAs(world, 'office', (ctx) => submitPlan(ctx, plan.id))
    await actAs(world, 'leader', (ctx) => issuePlan(ctx, plan.id, { ...issueForm, numberKind: 'later' }))
    expect(await load(changed)).toEqual({ planId: plan.id, outcome: 'unchanged' })
    const revision = await load()
    expect(revision.outcome).toBe('revision')
    expect((await read(plan.id)).plan).toMatchObject({ state: 'issued', title: changed.title })
    for (const person of ['leader', 'admin', 'communeOfficer', 'bodyOfficer', 'producer'] as const)
      expect(await refused(actAs(world, person, (ctx) => loadPlan(ctx, file)))).toBe('forbidden')
  })

  test('two loads at once make one draft', async () => {
    const file = shippedPlan('son-tay-2023')
    const loaded = await Promise.all([1, 2].map(() => actAs(world, 'office', (ctx) => loadPlan(ctx, file))))
    expect(new Set(loaded.map((one) => one.planId)).size).toBe(1)
    expect(loaded.map((one) => one.outcome).toSorted()).toEqual(['new', 'unchanged'])
  })
})

describe('what an issued plan leaves to settle', () => {
  test('a condition comes with a reason; only a target that has one', async () => {
    const { planId } = await actAs(world, 'office', (ctx) => loadPlan(ctx, { ...shippedPlan('son-tay-2023'), id: 'thu-dieu-kien' }))
    await actAs(world, 'office', (ctx) => submitPlan(ctx, planId))
    const settle = (code: string, input: Record<string, unknown>, person: Person = 'office') =>
      actAs(world, person, (ctx) => settleCondition(ctx, planId, code, input))
    expect(await refused(settle('T03', { state: 'met', reason: 'Có kinh phí.' }))).toBe('stateConflict')
    await actAs(world, 'leader', (ctx) => issuePlan(ctx, planId, issueForm))
    expect(await fieldsOf(settle('T03', { state: 'met' }))).toEqual(['reason'])
    expect(await refused(settle('T01', { state: 'met', reason: 'x' }))).toBe('notFound')
    expect(await refused(settle('T03', { state: 'met', reason: 'x' }, 'leader'))).toBe('forbidden')
    await settle('T03', { state: 'met', reason: 'Tỉnh đã cấp kinh phí.' })
    expect((await partsOf(db(), planId)).targets.find((one) => one.code === 'T03')).toMatchObject({ conditionState: 'met' })
  })

  test('a name is linked to a body of this desk, in tasks and work, once', async () => {
    const id = await issuedPlan(world)
    const name = 'Liên minh Hợp tác xã tỉnh'
    const link = (bodyId: string) => actAs(world, 'office', (ctx) => linkName(ctx, id, { name, bodyId }))
    expect(await refused(link(newId()))).toBe('notFound')
    expect(await link(world.bodies.departments[2])).toBe(1)
    const works = await db()
      .selectFrom('taskWork')
      .innerJoin('taskInstance', 'taskInstance.id', 'taskWork.instanceId')
      .select('taskWork.bodyId')
      .where('taskInstance.familyId', '=', (await read(id)).plan.familyId)
      .where('bodyName', '=', name)
      .execute()
    expect(works).toEqual([{ bodyId: world.bodies.departments[2] }])
    expect(await refused(link(world.bodies.departments[3]))).toBe('notFound')
  })
})

test('the list shows just what a person may open, in every state; searched without accents', async () => {
  const draft = await draftPlan(world, 'Kế hoạch Nghìn Mùa Sen')
  expect(await seenBy('office', { search: 'nghin mua sen' })).toEqual([draft])
  const states = await db().selectFrom('programmePlan').select(['id', 'state']).execute()
  expect(new Set(states.map((one) => one.state as PlanState)).size).toBeGreaterThanOrEqual(4)
  for (const person of people) {
    const actor = await actorOf(world, person)
    const listed = new Set<string>()
    for (const state of planStates) for (const id of await seenBy(person, { state })) listed.add(id)
    for (const { id } of states) {
      const opens = (await refused(planFor(db(), actor, id))) === 'done'
      expect([person, id, listed.has(id)]).toEqual([person, id, opens])
    }
  }
  expect(isId(draft)).toBe(true)
  expect((await verifyLedger(db())).faults).toEqual([])
})

// The submission a draft goes to its leader with (S1:17): numbered, frozen with its draft, telling what the bodies said.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { readableDocument } from '../access/access.ts'
import { issuePlan } from '../task/issue.actions.ts'
import { answerOpinion, askOpinions, giveOpinion, opinionsOn } from './opinion.actions.ts'
import { editWords, returnPlan, startPlan } from './plan.actions.ts'
import { draftPlan, headInput, issueForm, sentPlan, submissionForm } from './plan.fixture.ts'
import { planFor, planHistory } from './plan.store.ts'
import { submissionsOf, submitWithPaper, type SubmissionForm } from './submission.actions.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const db = () => services.database.db
const planOf = async (id: string) => (await planFor(db(), await actorOf(world, 'office'), id)).plan
const send = (id: string, version: number, person: Person = 'office', form: SubmissionForm = submissionForm) =>
  actAs(world, person, (ctx) => submitWithPaper(ctx, id, form, version))
const numbers = async (id: string) => (await submissionsOf(db(), id)).map((one) => Number(one.number.split('/')[0]))

test('the paper tells what is asked, what the draft holds and what each body said; the desk reads it, bodies and communes do not', async () => {
  const id = await draftPlan(world, 'Kế hoạch có ý kiến')
  await actAs(world, 'office', (ctx) => askOpinions(ctx, id))
  await actAs(world, 'bodyOfficer', (ctx) => giveOpinion(ctx, id, { verdict: 'agreeWithRemarks', remarks: 'Thêm một hội chợ.' }))
  const [opinion] = await opinionsOn(db(), id)
  await actAs(world, 'office', (ctx) => answerOpinion(ctx, id, opinion?.id ?? '', 'Đã tiếp thu.'))
  const { version } = await planOf(id)
  const { documentId, number } = await send(id, version)
  expect(number).toMatch(/^\d+\/TTr-VPĐP$/)
  expect((await planOf(id)).state).toBe('submitted')
  const [kept] = await submissionsOf(db(), id)
  expect(kept).toMatchObject({ number, planVersion: version, opinions: 1, issuedOn: '2026-03-10', documentId })
  const { data } = await db().selectFrom('documentSource').select('data').where('documentId', '=', documentId).executeTakeFirstOrThrow()
  expect(data).toMatchObject({
    title: 'Kế hoạch có ý kiến',
    draft: `bản 1, lần ghi ${version}`,
    holds: ['01 chỉ tiêu', '02 nhiệm vụ', 'kinh phí 30.000.000 đồng', '01 sản phẩm trong danh mục'],
    opinionText: '01 ý kiến nhất trí, có góp ý',
    opinions: [{ verdict: 'Nhất trí, có góp ý', remarks: 'Thêm một hội chợ.', answer: 'Đã tiếp thu.' }],
  })
  const reads = async (person: Person) =>
    (await readableDocument(db(), await actorOf(world, person), documentId, services.clock.now())) !== null
  for (const person of ['office', 'leader', 'advisor'] as const) expect([person, await reads(person)]).toEqual([person, true])
  for (const person of ['bodyOfficer', 'communeLeader', 'producer', 'otherProvinceOffice', 'admin'] as const)
    expect([person, await reads(person)]).toEqual([person, false])
  await actAs(world, 'leader', (ctx) => issuePlan(ctx, id, issueForm))
  const history = await planHistory(db(), (await planOf(id)).familyId)
  expect(history.find((line) => line.verb === 'programmePlan.submitted')?.payload).toMatchObject({ number })
})

test('sent twice it is one paper; a draft changed since, a fault in it or rubbish takes no number', async () => {
  const id = await draftPlan(world)
  const { version } = await planOf(id)
  expect(await refused(send(id, version - 1))).toBe('versionConflict')
  const rubbish = send(id, version, 'office', { ...submissionForm, need: ' ', asks: 'x'.repeat(2001), issuedOn: '31/02/2026' })
  expect(await fieldsOf(rubbish)).toEqual(['asks', 'issuedOn', 'need'])
  const both = await Promise.allSettled([send(id, version), send(id, version)])
  expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await refused(send(id, version))).toBe('stateConflict')
  const [first = 0] = await numbers(id)
  const empty = await actAs(world, 'office', (ctx) => startPlan(ctx, headInput('Chưa có gì')))
  expect(await refused(send(empty, 1))).toBe('programmePlan.empty')
  expect(await numbers(empty)).toEqual([])
  expect(await numbers(await sentPlan(world))).toEqual([first + 1])
})

test('a draft sent back goes again with a paper and number of its own; the earlier one stays', async () => {
  const id = await sentPlan(world)
  await actAs(world, 'leader', (ctx) => returnPlan(ctx, id, 'Bổ sung căn cứ.'))
  const returned = await planOf(id)
  await actAs(world, 'office', (ctx) => editWords(ctx, id, { basis: 'Căn cứ mới' }, returned.version))
  await send(id, returned.version + 1)
  const [second = 0, first = 0] = await numbers(id)
  expect(second).toBe(first + 1)
})

test('who reads the draft does not send it; a commune’s own plan takes none; others find nothing', async () => {
  const id = await draftPlan(world)
  const { version } = await planOf(id)
  expect(await refused(send(id, version, 'leader'))).toBe('forbidden')
  expect(await refused(send(id, version, 'advisor'))).toBe('forbidden')
  expect(await refused(send(id, version, 'otherProvinceOffice'))).toBe('notFound')
  const commune = await draftPlan(world, 'Kế hoạch phường', 'communeOfficer')
  expect(await refused(send(commune, 8, 'communeOfficer'))).toBe('forbidden')
})

// Ideas and plans for tests, walked through the verbs: a call, an idea at each stage, a plan at each stage.
import { actAs, type Person, type World } from '#/testing/world.ts'
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { judgeIdea, openCall, planCall, sendIdeaList } from './call.actions.ts'
import { addIdea, confirmIdea, submitIdea } from './idea.actions.ts'
import type { IdeaInput } from './idea.ts'
import type { PlanInput } from './plan.ts'
import { approvePlan, receivePlan, savePlan, startPlan, submitPlan } from './plan.actions.ts'

type Owner = Extract<Person, 'producer' | 'otherProducer'>

export const issuingForm = {
  numberKind: 'next',
  reserved: '',
  irregular: '',
  issuedOn: '',
  signerName: 'Đỗ Minh Tuấn',
  signerPost: 'CHÁNH VĂN PHÒNG',
}

export const ideaInput = (name: string): IdeaInput => ({
  kind: 'new',
  name,
  setNo: '9',
  content: 'Mắm tép đồng ủ truyền thống, đóng hũ sành.',
  materials: 'Tép mua của 40 hộ trong xã.',
  labour: '12 lao động, trong đó 10 người địa phương.',
  market: 'Cửa hàng trong tỉnh, khách du lịch.',
  workersTotal: '12',
  workersLocal: '10',
  investment: '850.000.000',
  priorities: ['deepProcessing', 'craft'],
})

/** A whole plan: two years, two sources that add up, two milestones after `today`. */
export const planInput = (today: string): PlanInput => {
  const year = Number(today.slice(0, 4))
  return {
    goals: 'Đạt 3 sao trong năm, mở rộng nhà ủ.',
    outputUnit: 'kg',
    materials: 'Tép mua của 40 hộ trong xã, có hợp đồng.',
    workforce: 'Tổ ủ 8 người, tổ đóng gói 4 người.',
    market: 'Thêm 10 đại lý trong tỉnh.',
    quality: 'Công bố chất lượng, nhãn mới.',
    workersTotal: '12',
    workersLocal: '10',
    investmentTotal: '850000000',
    years: [
      { year: String(year), volume: '6000', revenue: '900.000.000' },
      { year: String(year + 1), volume: '9000', revenue: '1.350.000.000' },
    ],
    sources: { own: '500.000.000', loan: '350.000.000' },
    milestones: [
      { title: 'Xây nhà ủ', dueOn: formatDate(addDays(today, 60)) },
      { title: 'Kiểm nghiệm, công bố chất lượng', dueOn: formatDate(addDays(today, 120)) },
    ],
  }
}

const todayOf = (world: World) => plainDateOf(world.services.clock.now())

/** A call that is open for the next 30 days. */
export async function openedCall(world: World, name = 'Đợt nhận ý tưởng thử'): Promise<string> {
  const today = todayOf(world)
  const callId = await actAs(world, 'office', (ctx) =>
    planCall(ctx, { name, opensOn: formatDate(addDays(today, -1)), closesOn: formatDate(addDays(today, 30)), guidance: '' }),
  )
  await actAs(world, 'office', (ctx) => openCall(ctx, callId))
  return callId
}

/** Ends an open call yesterday, as time would. */
export async function pastCall(world: World, callId: string): Promise<void> {
  await world.services.database.db
    .updateTable('ideaCall')
    .set({ closesOn: addDays(todayOf(world), -1), opensOn: addDays(todayOf(world), -30) })
    .where('id', '=', callId)
    .execute()
}

export async function draftIdea(world: World, name: string, person: Owner = 'producer'): Promise<string> {
  const producerId = person === 'producer' ? world.producers.own : world.producers.other
  return actAs(world, person, (ctx) => addIdea(ctx, producerId, ideaInput(name)))
}

export async function submittedIdea(world: World, callId: string, name: string, person: Owner = 'producer'): Promise<string> {
  const id = await draftIdea(world, name, person)
  await actAs(world, person, (ctx) => submitIdea(ctx, id, { callId, declared: true }))
  return id
}

export async function confirmedIdea(world: World, callId: string, name: string, person: Owner = 'producer'): Promise<string> {
  const id = await submittedIdea(world, callId, name, person)
  await actAs(world, person === 'producer' ? 'communeLeader' : 'otherCommuneLeader', (ctx) =>
    confirmIdea(ctx, id, { remark: 'Đúng thực tế.' }),
  )
  return id
}

export async function judgedIdea(world: World, callId: string, name: string, outcome = 'selected'): Promise<string> {
  const id = await confirmedIdea(world, callId, name)
  await actAs(world, 'office', (ctx) => judgeIdea(ctx, id, { outcome, reason: 'Khả thi, nguyên liệu tại chỗ.' }))
  return id
}

/** Ideas that were selected and listed, ready for their plans. */
export async function listedIdeas(world: World, names: readonly string[]): Promise<string[]> {
  const callId = await openedCall(world)
  const ids: string[] = []
  for (const name of names) ids.push(await judgedIdea(world, callId, name))
  await pastCall(world, callId)
  await actAs(world, 'office', (ctx) => sendIdeaList(ctx, callId, { ...issuingForm, issuedOn: formatDate(todayOf(world)) }))
  return ids
}

export type PlanStage = 'draft' | 'full' | 'submitted' | 'received' | 'approved'

/** A plan of a listed idea, walked as far as `stage`; `full` has every part but was not sent. */
export async function planAt(world: World, ideaId: string, stage: PlanStage): Promise<string> {
  const today = todayOf(world)
  const planId = await actAs(world, 'producer', (ctx) => startPlan(ctx, ideaId))
  if (stage === 'draft') return planId
  await actAs(world, 'producer', (ctx) => savePlan(ctx, planId, planInput(today), 1))
  if (stage === 'full') return planId
  await actAs(world, 'producer', (ctx) => submitPlan(ctx, planId))
  if (stage === 'submitted') return planId
  await actAs(world, 'office', (ctx) => receivePlan(ctx, planId))
  if (stage === 'received') return planId
  await actAs(world, 'office', (ctx) =>
    approvePlan(ctx, planId, { ...issuingForm, issuedOn: formatDate(today), reason: 'Phương án khả thi, đủ nguồn vốn.' }),
  )
  return planId
}

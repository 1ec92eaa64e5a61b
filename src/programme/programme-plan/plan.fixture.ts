// Plans for tests, walked through the verbs: a small draft with one of everything, and that draft at each stage.
import { actAs, type Person, type World } from '#/testing/world.ts'
import { issuePlan } from '../task/issue.actions.ts'
import { savePart } from './part.actions.ts'
import { startPlan, submitPlan } from './plan.actions.ts'
import { submitWithPaper } from './submission.actions.ts'

export const headInput = (title = 'Kế hoạch OCOP thử') => ({ title, kind: 'year', startsOn: '01/01/2026', endsOn: '31/12/2026' })

export const targetInput = { title: 'Sản phẩm mới đạt từ 3 sao', op: 'min', valueMin: '12', unit: 'product', indicator: 'recognised-new' }
export const taskInput = {
  title: 'Tập huấn chủ thể',
  section: 'Đào tạo',
  precision: 'quarter',
  startsOn: '01/07/2026',
  dueOn: '30/09/2026',
  recurrence: 'once',
  lead: 'Sở Công Thương',
  co: 'Liên minh Hợp tác xã tỉnh',
  targetCode: 'T01',
}
export const communeTask = {
  title: 'Rà soát sản phẩm tiềm năng',
  precision: 'day',
  startsOn: '01/01/2026',
  beforeOn: '15/08/2026',
  lead: '',
  co: '',
  roster: 'communes',
  rosterPart: 'lead',
}

export const issueForm = {
  numberKind: 'next',
  reserved: '',
  irregular: '',
  issuedOn: '15/03/2026',
  signerName: 'Trần Quốc Huy',
  signerPost: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
}

export const submissionForm = {
  ...issueForm,
  issuedOn: '10/03/2026',
  signerName: 'Lê Văn Cường',
  signerPost: 'CHÁNH VĂN PHÒNG',
  need: 'Kế hoạch năm trước đã hết thời gian thực hiện.',
  asks: 'Xem xét, ký ban hành Kế hoạch.',
}

/** A draft of the desk with one target, two tasks, money that sums and one product. */
export async function draftPlan(world: World, title?: string, person: Person = 'office'): Promise<string> {
  return actAs(world, person, async (ctx) => {
    const id = await startPlan(ctx, headInput(title))
    let version = 1
    const add = async (kind: 'target' | 'task' | 'money' | 'product', input: Record<string, unknown>) => {
      version = (await savePart(ctx, id, { kind, key: null }, input, version)).version
    }
    await add('target', targetInput)
    await add('task', taskInput)
    if (person === 'office') await add('task', communeTask)
    await add('money', { title: 'Tổng kinh phí', amount: '30.000.000', sources: ['province'] })
    await add('money', { title: 'Tập huấn', amount: '10.000.000', partOf: 'K01' })
    await add('money', { title: 'Xúc tiến', amount: '20.000.000', partOf: 'K01' })
    await add('product', { kind: 'new', productName: 'Nước mắm Vạn Triều', producerName: 'Hợp tác xã Vạn Triều', targetStar: '4' })
    return id
  })
}

export async function submittedPlan(world: World, title?: string): Promise<string> {
  const id = await draftPlan(world, title)
  await actAs(world, 'office', (ctx) => submitPlan(ctx, id))
  return id
}

/** Sent with a submission. */
export async function sentPlan(world: World, title?: string): Promise<string> {
  const id = await draftPlan(world, title)
  const { version } = await world.services.database.db
    .selectFrom('programmePlan')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await actAs(world, 'office', (ctx) => submitWithPaper(ctx, id, submissionForm, version))
  return id
}

export async function issuedPlan(world: World, title?: string): Promise<string> {
  const id = await submittedPlan(world, title)
  await actAs(world, 'leader', (ctx) => issuePlan(ctx, id, issueForm))
  return id
}

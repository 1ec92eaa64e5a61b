// What the office settles while a plan is in force, without touching its text: conditions of targets, bodies behind names.
import { isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { Fields, type Typed } from '../fields.ts'
import { found } from '../refuse.ts'
import { logPlan, planToChange } from './plan.save.ts'
import { partsOf } from './part.store.ts'
import { planStateWords } from './plan.workflow.ts'
import type { ConditionState } from './programme-plan.ts'

const settled: readonly ConditionState[] = ['waiting', 'met', 'dropped']

/** Says whether the condition of a target has come (seed S0:41: "khi có kinh phí hỗ trợ từ cấp tỉnh"), with the reason. */
export async function settleCondition(ctx: Ctx, planId: string, code: string, input: Typed<'state' | 'reason'>): Promise<void> {
  const plan = await planToChange(ctx, planId, 'run', (rights) => rights.writes)
  const fields = new Fields<'state' | 'reason'>(input)
  const state = fields.oneOf('state', settled, { required: true })
  const reason = fields.text('reason', { max: 1000, multiline: true, required: true })
  const read = fields.done({ state })
  const done = await ctx.tx
    .updateTable('programmeTarget')
    .set({ conditionState: read.state, conditionReason: reason })
    .where('planId', '=', plan.id)
    .where('code', '=', code)
    .where('condition', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  found(done)
  await logPlan(ctx, plan, 'programmePlan.conditionSettled', { code, to: read.state, reason })
}

/**
 * Says which body of the desk a name in the plan stands for; every task and work of this plan under that name follows. Draft or issued.
 * Returns how many tasks were linked.
 */
export async function linkName(ctx: Ctx, planId: string, input: Typed<'name' | 'bodyId'>): Promise<number> {
  const plan = await planToChange(ctx, planId, 'writes', (rights) => rights.writes)
  if (!['draft', 'issued'].includes(plan.state)) throw new AppError('stateConflict', { state: planStateWords[plan.state].vi.toLowerCase() })
  const fields = new Fields<'name' | 'bodyId'>(input)
  const name = fields.text('name', { max: 200, required: true })
  const bodyId = fields.text('bodyId', { max: 40, required: true })
  fields.done()
  const body = found(
    isId(bodyId)
      ? await ctx.tx
          .selectFrom('body')
          .select(['id', 'name'])
          .where('id', '=', bodyId)
          .where('authority', '=', plan.authority)
          .executeTakeFirst()
      : null,
  )
  const tasks = ctx.tx.selectFrom('programmeTask').select('id').where('planId', '=', plan.id)
  const linked = await ctx.tx
    .updateTable('programmeTaskBody')
    .set({ bodyId: body.id })
    .where('taskId', 'in', tasks)
    .where('name', '=', name)
    .where('bodyId', 'is', null)
    .where('roster', 'is', null)
    .returning('taskId')
    .execute()
  found(linked[0])
  await ctx.tx
    .updateTable('taskWork')
    .set({ bodyId: body.id })
    .where('instanceId', 'in', ctx.tx.selectFrom('taskInstance').select('id').where('familyId', '=', plan.familyId))
    .where('bodyName', '=', name)
    .where('bodyId', 'is', null)
    .where('communeCode', 'is', null)
    .execute()
  await logPlan(ctx, plan, 'programmePlan.nameLinked', { name, body: body.name })
  return linked.length
}

/**
 * Says which product a row of the annex stands for, or none (`productId` empty); a person knows what letters do not tell. Draft or issued: the
 * text stays as it was signed. The same again changes nothing.
 */
export async function linkProduct(ctx: Ctx, planId: string, rowId: string, input: Typed<'productId'>): Promise<void> {
  const plan = await planToChange(ctx, planId, 'writes', (rights) => rights.writes)
  if (!['draft', 'issued'].includes(plan.state)) throw new AppError('stateConflict', { state: planStateWords[plan.state].vi.toLowerCase() })
  const fields = new Fields<'productId'>(input)
  const productId = fields.optional('productId', { max: 40 })
  fields.done()
  const row = found((await partsOf(ctx.tx, plan.id)).products.find((one) => one.id === rowId))
  const product = productId === null ? null : found(await productOf(ctx, plan.provinceCode, productId))
  if ((product?.id ?? null) === row.productId) return
  await ctx.tx
    .updateTable('programmeProduct')
    .set({ productId: product?.id ?? null, producerId: product?.producerId ?? null, communeCode: product?.communeCode ?? null })
    .where('id', '=', row.id)
    .execute()
  await logPlan(ctx, plan, 'programmePlan.productLinked', { name: row.productName, body: product === null ? '' : product.name, productId })
}

async function productOf(ctx: Ctx, provinceCode: string, id: string) {
  if (!isId(id)) return null
  return ctx.tx
    .selectFrom('product')
    .innerJoin('producer', 'producer.id', 'product.producerId')
    .select(['product.id', 'product.name', 'producer.id as producerId', 'producer.communeCode'])
    .where('product.id', '=', id)
    .where('producer.provinceCode', '=', provinceCode)
    .executeTakeFirst()
}

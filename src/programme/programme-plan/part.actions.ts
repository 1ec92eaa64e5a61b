// One part of a draft at a time: a target, a task, a money line, a product. Each press is one deed with the version it was seen in.
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { found } from '../refuse.ts'
import { readMoney, readProduct, readTarget, readTask } from './part.input.ts'
import { beforeCounts } from './plan.actions.ts'
import { draftToEdit, insertTarget, insertTasks, linkBodies, moneyRow, productRow, savePlan } from './plan.save.ts'
import { partsOf, type StoredParts } from './part.store.ts'
import type { PlanRecord } from './plan.store.ts'
import { linkProducts, productKey } from './product.link.ts'

/** Of one kind in one plan. */
export const MOST_PARTS = 2000

export const partKinds = ['target', 'task', 'money', 'product'] as const
export type PartKind = (typeof partKinds)[number]

const tables = { target: 'programmeTarget', task: 'programmeTask', money: 'programmeMoney', product: 'programmeProduct' } as const

type Input = Readonly<Record<string, unknown>>

/**
 * Adds a part (`key` null) or writes one anew. `key`: the code of a target, task or money line; the place of a product in its list.
 * Returns the plan's new version and the part's key. Throws `invalid` by field, `versionConflict` when the draft was changed elsewhere.
 */
export async function savePart(
  ctx: Ctx,
  planId: string,
  at: { kind: PartKind; key: string | null },
  input: Input,
  version: number,
): Promise<{ version: number; key: string }> {
  const plan = await draftToEdit(ctx, planId, version)
  const parts = await partsOf(ctx.tx, plan.id)
  const place = placeOf(parts, at)
  const key = await writers[at.kind](ctx, plan, parts, place, input)
  const verb = at.key === null ? 'programmePlan.partAdded' : 'programmePlan.partChanged'
  return { version: await savePlan(ctx, plan, {}, verb, { part: at.kind, code: key }), key }
}

/** Takes a part out of the draft. What still points to it is told: `plan.partNamed`. */
export async function removePart(ctx: Ctx, planId: string, at: { kind: PartKind; key: string }, version: number): Promise<number> {
  const plan = await draftToEdit(ctx, planId, version)
  const parts = await partsOf(ctx.tx, plan.id)
  const place = placeOf(parts, at)
  const naming = namedBy(parts, at)
  if (naming !== null) throw new AppError('programmePlan.partNamed', { code: naming })
  await deleteAt(ctx, plan, at.kind, place)
  const table = tables[at.kind]
  const rest = await ctx.tx
    .selectFrom(table)
    .select(['id', 'ordinal'])
    .where('planId', '=', plan.id)
    .where('ordinal', '>', place)
    .orderBy('ordinal')
    .execute()
  for (const row of rest)
    await ctx.tx
      .updateTable(table)
      .set({ ordinal: row.ordinal - 1 })
      .where('id', '=', row.id)
      .execute()
  return savePlan(ctx, plan, {}, 'programmePlan.partRemoved', { part: at.kind, code: at.key })
}

/** Ordinal of a part that is there, or of the next new one. */
function placeOf(parts: StoredParts, at: { kind: PartKind; key: string | null }): number {
  const keys = keysOf(parts)[at.kind]
  if (at.key === null) {
    if (keys.length >= MOST_PARTS) throw new AppError('programmePlan.tooMany')
    return keys.length + 1
  }
  const index = keys.indexOf(at.key)
  found(index < 0 ? null : index)
  return index + 1
}

function keysOf(parts: StoredParts): Record<PartKind, string[]> {
  return {
    target: parts.targets.map((one) => one.code),
    task: parts.tasks.map((one) => one.code),
    money: parts.money.map((one) => one.code),
    product: parts.products.map((_, index) => String(index + 1)),
  }
}

/** Code of a part that points to this one. */
function namedBy(parts: StoredParts, at: { kind: PartKind; key: string }): string | null {
  if (at.kind === 'target')
    return (parts.targets.find((one) => one.partOf === at.key) ?? parts.tasks.find((one) => one.targetCode === at.key))?.code ?? null
  if (at.kind === 'money')
    return (parts.money.find((one) => one.partOf === at.key) ?? parts.tasks.find((one) => one.moneyCode === at.key))?.code ?? null
  return null
}

async function deleteAt(ctx: Ctx, plan: PlanRecord, kind: PartKind, place: number): Promise<void> {
  if (kind === 'task') {
    const task = ctx.tx.selectFrom('programmeTask').select('id').where('planId', '=', plan.id).where('ordinal', '=', place)
    await ctx.tx.deleteFrom('programmeTaskBody').where('taskId', 'in', task).execute()
  }
  await ctx.tx.deleteFrom(tables[kind]).where('planId', '=', plan.id).where('ordinal', '=', place).execute()
}

type Writer = (ctx: Ctx, plan: PlanRecord, parts: StoredParts, place: number, input: Input) => Promise<string>

const writers: Record<PartKind, Writer> = {
  target: async (ctx, plan, parts, place, input) => {
    const old = parts.targets[place - 1] ?? null
    const target = readTarget(input, parts, plan, old)
    if (old && old.code !== target.code) mustBeFree(parts, { kind: 'target', key: old.code })
    await deleteAt(ctx, plan, 'target', place)
    await insertTarget(ctx.tx, plan.id, place, target)
    return target.code
  },
  task: async (ctx, plan, parts, place, input) => {
    const old = parts.tasks[place - 1] ?? null
    const task = readTask(input, parts, { span: plan, beforeCounts: await beforeCounts(ctx, plan.authority), old })
    await deleteAt(ctx, plan, 'task', place)
    await insertTasks(ctx.tx, plan.id, await linkBodies(ctx.tx, plan.authority, [task]), place)
    return task.code
  },
  money: async (ctx, plan, parts, place, input) => {
    const old = parts.money[place - 1] ?? null
    const line = readMoney(input, parts, old)
    if (old && old.code !== line.code) mustBeFree(parts, { kind: 'money', key: old.code })
    await deleteAt(ctx, plan, 'money', place)
    await ctx.tx
      .insertInto('programmeMoney')
      .values(moneyRow(plan.id, place, line))
      .execute()
    return line.code
  },
  product: async (ctx, plan, parts, place, input) => {
    const typed = readProduct(input)
    const old = parts.products[place - 1]
    // The same product under another star stays what a person said it is.
    const link =
      old && productKey(old) === productKey(typed)
        ? { productId: old.productId, producerId: old.producerId, communeCode: old.communeCode }
        : {}
    const [row] = await linkProducts(ctx.tx, plan, [{ ...typed, ...link }])
    await deleteAt(ctx, plan, 'product', place)
    if (row)
      await ctx.tx
        .insertInto('programmeProduct')
        .values(productRow(plan.id, place, row))
        .execute()
    return String(place)
  },
}

function mustBeFree(parts: StoredParts, at: { kind: PartKind; key: string }): void {
  const naming = namedBy(parts, at)
  if (naming !== null) throw new AppError('programmePlan.partNamed', { code: naming })
}

// The parts of a revision as they are stored: targets, tasks with their bodies, money, products. Whoever calls has asked the right on the plan.
import type { Db, Tx } from '#/platform/database/open.ts'
import type { PlanParts, PlanProduct, Target, Task, TaskBody } from './programme-plan.ts'

export type StoredTask = Task & { id: string }
export type StoredProduct = PlanProduct & { id: string }
export type StoredParts = Omit<PlanParts, 'tasks' | 'products'> & { tasks: StoredTask[]; products: StoredProduct[] }

const targetColumns = [
  'code',
  'title',
  'quote',
  'source',
  'indicator',
  'params',
  'op',
  'valueMin',
  'valueMax',
  'unit',
  'base',
  'startsOn',
  'dueOn',
  'scope',
  'partOf',
  'parentCode',
  'condition',
  'conditionState',
  'conditionReason',
  'reading',
  'leadBody',
] as const
const taskColumns = [
  'id',
  'code',
  'section',
  'title',
  'content',
  'source',
  'precision',
  'startsOn',
  'dueOn',
  'beforeOn',
  'reading',
  'recurrence',
  'adHoc',
  'targetCode',
  'moneyCode',
] as const
const moneyColumns = ['code', 'title', 'amount', 'sources', 'note', 'source', 'partOf'] as const
const productColumns = [
  'id',
  'kind',
  'productName',
  'producerName',
  'communeName',
  'communeCode',
  'productId',
  'producerId',
  'targetStar',
  'note',
] as const

/** Targets, tasks with their bodies, money and products of a revision, each in its order. */
export async function partsOf(db: Db | Tx, planId: string): Promise<StoredParts> {
  const targets = await db.selectFrom('programmeTarget').select(targetColumns).where('planId', '=', planId).orderBy('ordinal').execute()
  const tasks = await db.selectFrom('programmeTask').select(taskColumns).where('planId', '=', planId).orderBy('ordinal').execute()
  const bodies = await db
    .selectFrom('programmeTaskBody as b')
    .innerJoin('programmeTask as t', 't.id', 'b.taskId')
    .select(['b.taskId', 'b.part', 'b.name', 'b.bodyId', 'b.roster'])
    .where('t.planId', '=', planId)
    .orderBy('b.ordinal')
    .execute()
  const money = await db.selectFrom('programmeMoney').select(moneyColumns).where('planId', '=', planId).orderBy('ordinal').execute()
  const products = await db.selectFrom('programmeProduct').select(productColumns).where('planId', '=', planId).orderBy('ordinal').execute()
  const bodiesOfTask = Map.groupBy(bodies, (body) => body.taskId)
  return {
    targets: targets as Target[],
    tasks: tasks.map((row) => ({
      ...(row as Omit<StoredTask, 'bodies'>),
      bodies: (bodiesOfTask.get(row.id) ?? []).map(({ part, name, bodyId, roster }) => ({ part, name, bodyId, roster }) as TaskBody),
    })),
    money: money as PlanParts['money'],
    products: products as StoredProduct[],
  }
}

/** Targets of several revisions at once, by plan. */
export async function targetsOf(db: Db | Tx, planIds: readonly string[]): Promise<Map<string, Target[]>> {
  if (planIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('programmeTarget')
    .select(['planId', ...targetColumns])
    .where('planId', 'in', [...planIds])
    .orderBy('planId')
    .orderBy('ordinal')
    .execute()
  return Map.groupBy(rows as (Target & { planId: string })[], (row) => row.planId)
}

// Writing the rows of a plan: its parts whole or one by one, and what every change of it shares.
import { sql } from 'kysely'
import { json } from '#/platform/database/json.ts'
import { newId } from '#/platform/database/id.ts'
import type { Tx } from '#/platform/database/open.ts'
import { fold } from '#/platform/text/fold.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { mustBeVersion } from '../fields.ts'
import { must } from '../refuse.ts'
import type { PlanRights } from './plan.policy.ts'
import { planFor, type PlanRecord } from './plan.store.ts'
import { planStateWords, planTransitions, type PlanState } from './plan.workflow.ts'
import type { MoneyLine, PlanParts, PlanProduct, Target, Task, TaskBody } from './programme-plan.ts'

/** Loads a revision with its row locked and asks one right on it; the state is told when it is what stands in the way. */
export async function planToChange(
  ctx: Ctx,
  planId: string,
  right: Exclude<keyof PlanRights, 'see'>,
  role: (rights: PlanRights) => boolean,
) {
  const { plan, rights } = await planFor(ctx.tx, ctx.actor, planId, true)
  if (!rights[right]) {
    must(role(rights))
    throw new AppError('stateConflict', { state: planStateWords[plan.state].vi.toLowerCase() })
  }
  return plan
}

/** A draft one may edit, locked, and seen in this version. */
export async function draftToEdit(ctx: Ctx, planId: string, version: number): Promise<PlanRecord> {
  const plan = await planToChange(ctx, planId, 'edit', (rights) => rights.writes)
  mustBeVersion(plan.version, version)
  return plan
}

/** Writes a change of the head row: new version, and the deed in the plan's ledger. Returns the version. */
export async function savePlan(
  ctx: Ctx,
  plan: Pick<PlanRecord, 'id' | 'familyId' | 'revision' | 'authority' | 'version'>,
  set: Record<string, unknown>,
  verb: string,
  payload: Record<string, unknown> = {},
): Promise<number> {
  await ctx.tx
    .updateTable('programmePlan')
    .set({ ...set, version: plan.version + 1, updatedAt: ctx.now })
    .where('id', '=', plan.id)
    .execute()
  await logPlan(ctx, plan, verb, payload)
  return plan.version + 1
}

/** Moves a revision along `planTransitions`. */
export async function movePlan(
  ctx: Ctx,
  plan: PlanRecord,
  to: PlanState,
  verb: string,
  more: { set?: Record<string, unknown>; payload?: Record<string, unknown> } = {},
): Promise<number> {
  if (!planTransitions[plan.state].includes(to)) throw new AppError('stateConflict', { state: planStateWords[plan.state].vi.toLowerCase() })
  return savePlan(ctx, plan, { ...more.set, state: to }, verb, { from: plan.state, to, ...more.payload })
}

export function logPlan(
  ctx: Ctx,
  plan: { familyId: string; revision: number; authority: string },
  verb: string,
  payload: Record<string, unknown> = {},
): Promise<void> {
  return audit(ctx, {
    verb,
    subjectKind: 'programmePlan',
    subjectId: plan.familyId,
    authority: plan.authority,
    payload: { revision: plan.revision, ...payload },
  })
}

/** Writes all parts of an empty revision. */
export async function insertParts(tx: Tx, planId: string, parts: PlanParts): Promise<void> {
  for (const [index, target] of parts.targets.entries()) await insertTarget(tx, planId, index + 1, target)
  await insertTasks(tx, planId, parts.tasks)
  if (parts.money.length > 0)
    await tx
      .insertInto('programmeMoney')
      .values(parts.money.map((line, index) => moneyRow(planId, index + 1, line)))
      .execute()
  if (parts.products.length > 0)
    await tx
      .insertInto('programmeProduct')
      .values(parts.products.map((row, index) => productRow(planId, index + 1, row)))
      .execute()
}

/** Moves the days of all targets and tasks by whole years; a 29 February becomes the 28th. */
export async function moveDays(tx: Tx, planId: string, years: number): Promise<void> {
  const moved = (day: 'startsOn' | 'dueOn' | 'beforeOn') => sql<string>`(${sql.ref(day)} + make_interval(years => ${years}::int))::date`
  const set = { startsOn: moved('startsOn'), dueOn: moved('dueOn') }
  await tx.updateTable('programmeTarget').set(set).where('planId', '=', planId).execute()
  await tx
    .updateTable('programmeTask')
    .set({ ...set, beforeOn: moved('beforeOn') })
    .where('planId', '=', planId)
    .execute()
}

export async function deleteParts(tx: Tx, planId: string): Promise<void> {
  const tasks = tx.selectFrom('programmeTask').select('id').where('planId', '=', planId)
  await tx.deleteFrom('programmeTaskBody').where('taskId', 'in', tasks).execute()
  for (const table of ['programmeTask', 'programmeTarget', 'programmeMoney', 'programmeProduct'] as const)
    await tx.deleteFrom(table).where('planId', '=', planId).execute()
}

export async function insertTarget(tx: Tx, planId: string, ordinal: number, target: Target): Promise<void> {
  await tx
    .insertInto('programmeTarget')
    .values({ id: newId(), planId, ordinal, ...target, params: json(target.params) })
    .execute()
}

/** `first`: ordinal of the first one. */
export async function insertTasks(tx: Tx, planId: string, tasks: readonly Task[], first = 1): Promise<string[]> {
  if (tasks.length === 0) return []
  const rows = tasks.map((task, index) => ({ id: newId(), task, ordinal: first + index }))
  await tx
    .insertInto('programmeTask')
    .values(rows.map(({ id, ordinal, task }) => ({ id, planId, ordinal, ...taskRow(task) })))
    .execute()
  const bodies = rows.flatMap(({ id, task }) => task.bodies.map((body, index) => ({ taskId: id, ordinal: index + 1, ...body })))
  if (bodies.length > 0) await tx.insertInto('programmeTaskBody').values(bodies).execute()
  return rows.map(({ id }) => id)
}

function taskRow(task: Task) {
  const { code, section, title, content, source, precision, startsOn, dueOn, beforeOn, reading, recurrence, adHoc, targetCode, moneyCode } =
    task
  return { code, section, title, content, source, precision, startsOn, dueOn, beforeOn, reading, recurrence, adHoc, targetCode, moneyCode }
}

export const moneyRow = (planId: string, ordinal: number, line: MoneyLine) => ({ id: newId(), planId, ordinal, ...line })
export const productRow = (planId: string, ordinal: number, row: PlanProduct) => ({ id: newId(), planId, ordinal, ...row })

/**
 * Finds the desk's bodies that the names stand for: by full or short name, letters and accents aside. What no body stands for stays a name,
 * to be linked by a person.
 */
export async function linkBodies(tx: Tx, authority: string, tasks: readonly Task[]): Promise<Task[]> {
  const bodies = await tx
    .selectFrom('body')
    .select(['id', 'name', 'shortName'])
    .where('authority', '=', authority)
    .where('kind', '<>', 'communeCommittee')
    .where('validTo', 'is', null)
    .execute()
  const byName = new Map<string, string | null>()
  for (const body of bodies)
    for (const name of new Set([fold(body.name), fold(body.shortName)])) {
      // Two bodies of one name: a person must say which.
      byName.set(name, byName.has(name) ? null : body.id)
    }
  const linked = (body: TaskBody): TaskBody =>
    body.bodyId !== null || body.roster !== null ? body : { ...body, bodyId: byName.get(fold(body.name)) ?? null }
  return tasks.map((task) => ({ ...task, bodies: task.bodies.map(linked) }))
}

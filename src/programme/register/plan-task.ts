// The task of an issued plan that a course or event is held for: offered in a form, read from it, named beside it. The plan is meant over its
// revisions (family), the task by its code, so an adjustment of the plan keeps the tie.
import { sql } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import { Fields } from '../fields.ts'

export type TaskTie = { planFamilyId: string | null; taskCode: string | null }
export type PlanTask = { familyId: string; code: string; title: string; planId: string; plan: string }

/** As a form or a call writes it: "<family of the plan>:<code of the task>"; '' for none. */
export function tieText({ planFamilyId, taskCode }: TaskTie): string {
  return planFamilyId === null || taskCode === null ? '' : `${planFamilyId}:${taskCode}`
}

/** Tasks of a desk's issued plans, the latest plan first. */
export async function planTasks(db: Db | Tx, authority: string): Promise<PlanTask[]> {
  const { rows } = await sql<PlanTask>`
    select p.family_id as "familyId", t.code, t.title, p.id as "planId", p.title as plan
    from programme_plan p join programme_task t on t.plan_id = p.id
    where p.authority = ${authority} and p.commune_code is null and p.state = 'issued'
    order by p.starts_on desc, p.id, t.ordinal limit 1000`.execute(db)
  return rows
}

/** The chosen task; `before` stays allowed though its plan is no longer in force. Throws `invalid` on `task`. */
export async function readTask(tx: Tx, authority: string, typed: unknown, before: TaskTie | null = null): Promise<TaskTie> {
  const fields = new Fields<'task'>({ task: typed })
  const text = fields.text('task', { max: 100 })
  if (text !== '' && before !== null && text === tieText(before)) return { planFamilyId: before.planFamilyId, taskCode: before.taskCode }
  const ties = text === '' ? [] : (await planTasks(tx, authority)).map((task) => ({ planFamilyId: task.familyId, taskCode: task.code }))
  const tie = ties.find((one) => tieText(one) === text)
  if (text !== '' && !tie)
    fields.say('task', {
      vi: 'Không có nhiệm vụ này trong các kế hoạch đang thực hiện. Chọn trong danh sách.',
      en: 'No issued plan of this desk has such a task. Choose from the list.',
    })
  fields.done()
  return tie ?? { planFamilyId: null, taskCode: null }
}

/** The task as it stands in the latest revision that was issued; null where there is no tie. */
export async function tiedTask(db: Db | Tx, { planFamilyId, taskCode }: TaskTie): Promise<PlanTask | null> {
  if (planFamilyId === null) return null
  const { rows } = await sql<PlanTask>`
    select p.family_id as "familyId", t.code, t.title, p.id as "planId", p.title as plan
    from programme_plan p join programme_task t on t.plan_id = p.id
    where p.family_id = ${planFamilyId} and t.code = ${taskCode} and p.state in ('issued', 'replaced')
    order by p.revision desc limit 1`.execute(db)
  return rows[0] ?? null
}

// Instances and works written when a plan is issued or adjusted, and the rosters they are made from.
import { newId } from '#/platform/database/id.ts'
import type { Tx } from '#/platform/database/open.ts'
import { provinceOf } from '../people/authority.ts'
import { inSentence, type Era } from '../units/units.ts'
import { unitsOfProvince } from '../units/units.store.ts'
import type { StoredTask } from '../programme-plan/part.store.ts'
import { instancesFor, type RosterEntry, type Rosters } from './make.ts'

export type TaskPlan = { familyId: string; authority: string; communeCode: string | null; unitEra: string }

/**
 * Communes and districts of the plan's place as its era knows them. Interpretation: a plan names the places of the day it begins, so a
 * plan that runs over a reorganisation keeps its roster; the office adjusts it. Districts are none from 1/7/2025.
 */
export async function rostersOf(tx: Tx, plan: TaskPlan): Promise<Rosters> {
  const era = plan.unitEra as Era
  const province = provinceOf(plan.authority)
  const district = plan.authority.split('.')[1]
  const communes = (await unitsOfProvince(tx, era, province, 'commune')).filter(
    (unit) => (district === undefined || unit.parentCode === district) && (plan.communeCode === null || unit.code === plan.communeCode),
  )
  const districts = district === undefined && plan.communeCode === null ? await unitsOfProvince(tx, era, province, 'district') : []
  const committees = await tx
    .selectFrom('body')
    .select(['id', 'authority'])
    .where('kind', '=', 'districtCommittee')
    .where('provinceCode', '=', province)
    .where('validTo', 'is', null)
    .execute()
  const committeeOf = new Map(committees.map((body) => [body.authority, body.id]))
  const rosters: Record<'communes' | 'districts', RosterEntry[]> = {
    communes: communes.map((unit) => ({ name: `UBND ${inSentence(unit.fullName)}`, bodyId: null, communeCode: unit.code })),
    districts: districts.map((unit) => ({
      name: `UBND ${inSentence(unit.fullName)}`,
      bodyId: committeeOf.get(`${province}.${unit.code}`) ?? null,
      communeCode: null,
    })),
  }
  return (roster) => rosters[roster]
}

/** Writes instances and works of these tasks. Returns how many works were made. */
export async function insertInstances(tx: Tx, plan: TaskPlan, tasks: readonly StoredTask[], rosters: Rosters): Promise<number> {
  const { familyId, authority } = plan
  const instances = tasks.flatMap((task) => instancesFor(task, rosters).map((instance) => ({ id: newId(), task, ...instance })))
  if (instances.length === 0) return 0
  await tx
    .insertInto('taskInstance')
    .values(
      instances.map(({ id, task, ordinal, startsOn, dueOn }) => ({
        id,
        familyId,
        taskCode: task.code,
        taskId: task.id,
        authority,
        ordinal,
        startsOn,
        dueOn,
      })),
    )
    .execute()
  const works = instances.flatMap(({ id, dueOn, works: all }) =>
    all.map((work) => ({ id: newId(), instanceId: id, authority, ...work, state: 'open', dueOn })),
  )
  // Both databases take a few thousand values in one statement; a year of monthly work of every commune is more.
  for (let from = 0; from < works.length; from += 1000)
    await tx
      .insertInto('taskWork')
      .values(works.slice(from, from + 1000))
      .execute()
  return works.length
}

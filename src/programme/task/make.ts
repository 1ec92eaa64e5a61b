// The works that a plan's tasks make once it is issued: for each time it is due, the part of each body, district or commune. Pure.
import type { Task } from '../programme-plan/programme-plan.ts'
import { instancesOf, type Span } from '../programme-plan/when.ts'

/** Who stands on a roster. */
export type RosterEntry = { name: string; bodyId: string | null; communeCode: string | null }
export type Rosters = (roster: 'communes' | 'districts') => readonly RosterEntry[]

export type NewWork = { part: 'lead' | 'co'; bodyName: string; bodyId: string | null; communeCode: string | null }
export type NewInstance = Span & { ordinal: number; works: NewWork[] }

/** A body that stands twice in a task works once; a lead is not its own co-operator. */
export function instancesFor(task: Pick<Task, 'startsOn' | 'dueOn' | 'recurrence' | 'bodies'>, rosters: Rosters): NewInstance[] {
  return instancesOf(task, task.recurrence).map((span, index) => {
    const works = new Map<string, NewWork>()
    const leadsFirst = task.bodies.toSorted((a, b) => Number(a.part === 'co') - Number(b.part === 'co'))
    for (const body of leadsFirst) {
      const entries = body.roster === null ? [{ name: body.name, bodyId: body.bodyId, communeCode: null }] : rosters(body.roster)
      for (const entry of entries) {
        const key = entry.communeCode ?? entry.bodyId ?? entry.name
        if (!works.has(key)) works.set(key, { part: body.part, bodyName: entry.name, bodyId: entry.bodyId, communeCode: entry.communeCode })
      }
    }
    return { ...span, ordinal: index + 1, works: [...works.values()] }
  })
}

// Who knows of a course, keeps it, registers, reads who was there. Read it aloud; `courseScope` says the same in SQL.
import { sql, type RawBuilder } from 'kysely'
import { communesOf, producersOf, serves, type Actor } from '../people/actor.ts'
import type { CourseAudience, CourseState } from './training.ts'

export type CourseStanding = { authority: string; state: CourseState; audience: CourseAudience }

/** `people`: whose attendance is shown. Phones are shown to who keeps the course, nobody else. */
export type CourseRights = { see: boolean; keep: boolean; register: boolean; attend: boolean; people: 'all' | 'commune' | 'own' | 'none' }

export function courseRights(actor: Actor | null, course: CourseStanding): CourseRights {
  const keep = serves(actor, course.authority, 'office')
  const reads = serves(actor, course.authority, 'office', 'leader', 'advisor')
  const told = course.state !== 'planned'
  const commune = told && serves(actor, course.authority, 'communeOfficer', 'communeLeader')
  const producer = told && course.audience !== 'officials' && serves(actor, course.authority, 'producer')
  const body = told && serves(actor, course.authority, 'bodyOfficer')
  const see = reads || commune || producer || body
  return {
    see,
    keep,
    register: producer && course.state === 'open',
    attend: see && course.state === 'running',
    people: reads ? 'all' : commune ? 'commune' : see ? 'own' : 'none',
  }
}

const heldAt = (actor: Actor, ...roles: string[]): string[] =>
  actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.authority)

/** Desks whose courses the actor reads whole. */
export const desksOf = (actor: Actor): string[] => heldAt(actor, 'office', 'leader', 'advisor')

export function knowsCourses(actor: Actor | null): boolean {
  return (
    actor !== null && heldAt(actor, 'office', 'leader', 'advisor', 'communeOfficer', 'communeLeader', 'producer', 'bodyOfficer').length > 0
  )
}

/** Every course `c` the actor may know of. */
export function courseScope(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(c.authority = any(${desksOf(actor)}::text[])
    or (c.state <> 'planned' and c.authority = any(${heldAt(actor, 'communeOfficer', 'communeLeader', 'bodyOfficer')}::text[]))
    or (c.state <> 'planned' and c.audience <> 'officials' and c.authority = any(${heldAt(actor, 'producer')}::text[])))`
}

/** People `t` (with their producer `o`) whose attendance the actor reads. */
export function peopleScope(actor: Actor, people: CourseRights['people']): RawBuilder<boolean> {
  if (people === 'all') return sql<boolean>`true`
  if (people === 'none') return sql<boolean>`false`
  const own = sql<boolean>`(t.account_id = ${actor.accountId} or t.producer_id = any(${producersOf(actor)}::uuid[]))`
  return people === 'own' ? own : sql<boolean>`(${own} or coalesce(o.commune_code, t.commune_code) = any(${communesOf(actor)}::text[]))`
}

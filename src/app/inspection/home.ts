// Where a person's inspections begin.
import { hasRole, type Actor } from '#/programme/people/actor.ts'

/** A producer who is nothing else has a page of its own. */
export function homeOf(actor: Actor): string {
  return hasRole(actor, 'office', 'leader', 'advisor', 'bodyOfficer', 'communeOfficer', 'communeLeader') ? '/hau-kiem' : '/hau-kiem-cua-toi'
}

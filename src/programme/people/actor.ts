// Who is acting, and the readings of it that policies use. Pure.

/** `bodyOfficer`: of another body of the desk (sở, phòng, hội, đài) that has a part in the programme. */
export const roles = [
  'producer',
  'communeOfficer',
  'communeLeader',
  'office',
  'advisor',
  'leader',
  'clerk',
  'bodyOfficer',
  'admin',
] as const
export type Role = (typeof roles)[number]

export type Grant = {
  role: Role
  /** The desk the role is held at; of producers and communes their province. */
  authority: string
  provinceCode: string
  bodyId: string | null
  producerId: string | null
  communeCode: string | null
}

/** A signed-in person with the grants in force today and their seats in councils. */
export type Actor = {
  accountId: string
  name: string
  provinceCode: string
  /** The desk the person works at now: see authority.ts. */
  authority: string
  /** Every desk the account holds a role at, the account's own first; for the page that changes the desk. */
  desks?: readonly string[]
  lang: 'vi' | 'en'
  grants: readonly Grant[]
  /** Seats in councils that are established and not left. */
  seats: readonly Seat[]
  /** Notices not read yet, for the head of the page. */
  unseen?: number
}

export type Seat = { memberId: string; councilId: string; role: 'chair' | 'viceChair' | 'member' | 'secretary'; voting: boolean }

/** Held at one desk; the others go with a producer or a commune. */
const deskRoles: readonly Role[] = ['office', 'advisor', 'leader', 'clerk', 'bodyOfficer', 'admin']

/**
 * Where a person works now and what is held there: the desk chosen for the session while a role is held at it, else the account's own, else the
 * first that is left (an account whose desk has ended and passed its duties on). Roles of other desks are as if they were not there.
 */
export function atDesk(
  home: string,
  chosen: string | null,
  grants: readonly Grant[],
): { authority: string; desks: string[]; grants: Grant[] } {
  const held = new Set(grants.flatMap((grant) => (deskRoles.includes(grant.role) ? [grant.authority] : [])))
  const desks = [...held].toSorted((a, b) => Number(b === home) - Number(a === home) || a.localeCompare(b))
  const authority = chosen !== null && held.has(chosen) ? chosen : (desks[0] ?? home)
  return { authority, desks, grants: grants.filter((grant) => !deskRoles.includes(grant.role) || grant.authority === authority) }
}

export function hasRole(actor: Actor | null, ...roles: Role[]): boolean {
  return actor?.grants.some((grant) => roles.includes(grant.role)) ?? false
}

/** Holds one of the roles at this authority: a province's office serves no district of it, nor the other way. */
export function serves(actor: Actor | null, authority: string, ...roles: Role[]): boolean {
  return actor?.grants.some((grant) => roles.includes(grant.role) && grant.authority === authority) ?? false
}

export function inCommune(actor: Actor | null, place: { provinceCode: string; communeCode: string }, ...roles: Role[]): boolean {
  return (
    actor?.grants.some(
      (grant) => roles.includes(grant.role) && grant.provinceCode === place.provinceCode && grant.communeCode === place.communeCode,
    ) ?? false
  )
}

export function ownsProducer(actor: Actor | null, producerId: string): boolean {
  return actor?.grants.some((grant) => grant.role === 'producer' && grant.producerId === producerId) ?? false
}

export function producersOf(actor: Actor): string[] {
  return actor.grants.flatMap((grant) => (grant.role === 'producer' && grant.producerId ? [grant.producerId] : []))
}

export function communesOf(actor: Actor): string[] {
  return actor.grants.flatMap((grant) =>
    (grant.role === 'communeOfficer' || grant.role === 'communeLeader') && grant.communeCode ? [grant.communeCode] : [],
  )
}

/** Bodies the actor works for as their officer: the scope of their tasks and reports. */
export function bodiesOf(actor: Actor): string[] {
  return actor.grants.flatMap((grant) => (grant.role === 'bodyOfficer' && grant.bodyId ? [grant.bodyId] : []))
}

export function seatIn(actor: Actor | null, councilId: string): Seat | null {
  return actor?.seats.find((seat) => seat.councilId === councilId) ?? null
}

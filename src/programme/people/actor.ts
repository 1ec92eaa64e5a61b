// Who is acting, and the readings of it that policies use. Pure.

export type Role = 'producer' | 'communeOfficer' | 'communeLeader' | 'office' | 'advisor' | 'leader' | 'clerk' | 'admin'

export type Grant = {
  role: Role
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
  lang: 'vi' | 'en'
  grants: readonly Grant[]
  /** Seats in councils that are established and not left. */
  seats: readonly Seat[]
  /** Notices not read yet, for the head of the page. */
  unseen?: number
}

export type Seat = { memberId: string; councilId: string; role: 'chair' | 'viceChair' | 'member' | 'secretary'; voting: boolean }

export function hasRole(actor: Actor | null, ...roles: Role[]): boolean {
  return actor?.grants.some((grant) => roles.includes(grant.role)) ?? false
}

/** Holds the role for the whole province. */
export function inProvince(actor: Actor | null, provinceCode: string, ...roles: Role[]): boolean {
  return actor?.grants.some((grant) => roles.includes(grant.role) && grant.provinceCode === provinceCode) ?? false
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

export function seatIn(actor: Actor | null, councilId: string): Seat | null {
  return actor?.seats.find((seat) => seat.councilId === councilId) ?? null
}

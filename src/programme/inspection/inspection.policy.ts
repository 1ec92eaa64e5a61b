// Who may do what with an inspection and with what it found. Verbs, pages and API read only this; the scope of lists says the same in SQL.
import { sql, type RawBuilder } from 'kysely'
import { bodiesOf, communesOf, inCommune, ownsProducer, producersOf, serves, type Actor } from '../people/actor.ts'
import { CURRENT_ERA } from '../units/units.ts'
import type { InspectionKind, InspectionState } from './inspection.ts'

export type InspectionThing = {
  authority: string
  provinceCode: string
  unitEra: string | null
  communeCode: string | null
  producerId: string | null
  kind: InspectionKind
  state: InspectionState
  /** Accounts of the team. */
  accounts: readonly string[]
  /** Bodies of the team, and of the plan it stands in. */
  bodies: readonly string[]
}

export type InspectionRights = {
  see: boolean
  /** Office of the desk. */
  keep: boolean
  /** Reads what is not for the inspected: why it is held, what led to it, the team’s own notes. */
  inner: boolean
  /** Writes the record and takes samples: the office, or anyone of the team. */
  record: boolean
  owner: boolean
  decide: boolean
}

/**
 * Interpretation: an ad hoc inspection (đột xuất) is told to nobody outside the desk and its team before the record is written; one called off is
 * never told. A periodic one is announced.
 */
const isTold = (thing: Pick<InspectionThing, 'kind' | 'state'>): boolean =>
  thing.kind === 'periodic' || thing.state === 'recorded' || thing.state === 'signed' || thing.state === 'unsigned'

export function inspectionRights(actor: Actor | null, thing: InspectionThing): InspectionRights {
  const keep = serves(actor, thing.authority, 'office')
  const desk = serves(actor, thing.authority, 'office', 'leader', 'advisor')
  const team = worksIn(actor, thing.provinceCode) && thing.accounts.includes(actor?.accountId ?? '')
  const body = actor !== null && bodiesOf(actor).some((id) => thing.bodies.includes(id))
  const owner = thing.producerId !== null && ownsProducer(actor, thing.producerId)
  const commune =
    thing.communeCode !== null &&
    thing.unitEra === CURRENT_ERA &&
    inCommune(actor, { provinceCode: thing.provinceCode, communeCode: thing.communeCode }, 'communeOfficer', 'communeLeader')
  const inner = desk || team || body
  return {
    see: inner || (isTold(thing) && (owner || commune)),
    keep,
    inner,
    record: keep || team,
    owner,
    decide: serves(actor, thing.authority, 'leader'),
  }
}

const worksIn = (actor: Actor | null, provinceCode: string): boolean =>
  actor?.grants.some((grant) => grant.role !== 'producer' && grant.provinceCode === provinceCode) ?? false

const heldAt = (actor: Actor, ...roles: string[]): string[] =>
  actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.authority)

export const inspectionDesks = (actor: Actor): string[] => heldAt(actor, 'office', 'leader', 'advisor')

/** Who finds the area at all. */
export function knowsInspections(actor: Actor | null): boolean {
  return (
    actor !== null && heldAt(actor, 'office', 'leader', 'advisor', 'bodyOfficer', 'communeOfficer', 'communeLeader', 'producer').length > 0
  )
}

/** A desk’s plans of inspection: its people, and officers of the bodies that have a part in one. */
export function plansScope(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(p.authority = any(${inspectionDesks(actor)}::text[]) or (p.state = 'issued' and ${planOfBodies(actor)}))`
}

const planOfBodies = (actor: Actor): RawBuilder<boolean> => sql<boolean>`(p.lead_body_id = any(${bodiesOf(actor)}::uuid[])
  or exists (select 1 from inspection_plan_body pb where pb.plan_id = p.id and pb.body_id = any(${bodiesOf(actor)}::uuid[])))`

const told = sql`(i.kind = 'periodic' or i.state in ('recorded', 'signed', 'unsigned'))`

/** What a person's work opens, for inspections `i`; only what its roles can open is asked. All of it lies in the provinces of the work. */
function ofWork(actor: Actor): RawBuilder<boolean> {
  const [desks, bodies, communes] = [inspectionDesks(actor), bodiesOf(actor), communesOf(actor)]
  const ways = [
    sql`i.id in (select m.inspection_id from inspection_member m where m.account_id = ${actor.accountId})`,
    ...(desks.length > 0 ? [sql`i.authority = any(${desks}::text[])`] : []),
    ...(bodies.length > 0
      ? [
          sql`i.id in (select m.inspection_id from inspection_member m where m.body_id = any(${bodies}::uuid[]))`,
          sql`i.plan_id in (select p.id from inspection_plan p where ${planOfBodies(actor)})`,
        ]
      : []),
    ...(communes.length > 0
      ? [
          sql`${told} and i.unit_era = ${CURRENT_ERA} and i.province_code = any(${heldAt(actor, 'communeOfficer', 'communeLeader')}::text[])
            and i.commune_code = any(${communes}::text[])`,
        ]
      : []),
  ]
  return sql<boolean>`(${either(ways)})`
}

const either = (ways: readonly RawBuilder<unknown>[]): RawBuilder<boolean> =>
  ways.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`(${sql.join(
        ways.map((way) => sql`(${way})`),
        sql` or `,
      )})`

const workPlaces = (actor: Actor): string[] => [
  ...new Set(actor.grants.filter((grant) => grant.role !== 'producer').map((grant) => grant.provinceCode)),
]

/** The same as `inspectionRights().see`, for inspections `i`. */
export function inspectionScope(actor: Actor): RawBuilder<boolean> {
  const [places, producers] = [workPlaces(actor), producersOf(actor)]
  return either([
    ...(places.length > 0 ? [sql`i.province_code = any(${places}::text[]) and ${ofWork(actor)}`] : []),
    ...(producers.length > 0 ? [sql`i.producer_id = any(${producers}::uuid[]) and ${told}`] : []),
  ])
}

/** Violations `v` of inspections `i`: whoever's work opens the inspection, and the producer whose goods they are, who is the inspected one where there is one. */
export function violationScope(actor: Actor): RawBuilder<boolean> {
  const [places, producers] = [workPlaces(actor), producersOf(actor)]
  return either([
    ...(places.length > 0
      ? [sql`v.province_code = any(${places}::text[]) and i.province_code = any(${places}::text[]) and ${ofWork(actor)}`]
      : []),
    ...(producers.length > 0 ? [sql`v.producer_id = any(${producers}::uuid[])`] : []),
  ])
}

// Who sees and keeps which records. One reading of it for verbs and pages, one for SQL; they say the same.
import { sql, type RawBuilder } from 'kysely'
import { ownsProducer, serves, type Actor } from '../people/actor.ts'
import { provinceOf } from '../people/authority.ts'
import { CURRENT_ERA } from '../units/units.ts'
import { references, unitFields, type Description } from './register.ts'

/** Where a record stands: what the rights look at. */
export type Standing = {
  authority: string
  provinceCode: string
  endedOn: string | null
  producerId: string | null
  /** Of its commune in the present era, else of its producer; null where it has neither. */
  communeCode: string | null
  /** Present communes that grew from its commune of the former era. */
  grownInto: readonly string[]
}

/** Desks whose registers the actor reads whole. */
export function desksRead(actor: Actor | null): string[] {
  return actor?.grants.flatMap((grant) => (['office', 'leader', 'advisor'].includes(grant.role) ? [grant.authority] : [])) ?? []
}

export const keepsDesk = (actor: Actor | null, authority: string): boolean => serves(actor, authority, 'office')

function localGrants(actor: Actor | null, kind: 'commune' | 'producer') {
  const roles = kind === 'commune' ? ['communeOfficer', 'communeLeader'] : ['producer']
  return actor?.grants.filter((grant) => roles.includes(grant.role)) ?? []
}

const ownCommunes = (actor: Actor, provinceCode: string): string[] =>
  localGrants(actor, 'commune').flatMap((grant) => (grant.provinceCode === provinceCode && grant.communeCode ? [grant.communeCode] : []))

export function ownProducersAt(actor: Actor, provinceCode: string): string[] {
  return localGrants(actor, 'producer').flatMap((grant) =>
    grant.provinceCode === provinceCode && grant.producerId ? [grant.producerId] : [],
  )
}

/** Whether the register is there for the actor at all. */
export function seesRegister(actor: Actor | null, register: Description): boolean {
  return (
    desksRead(actor).length > 0 ||
    (register.commune.reads !== 'none' && localGrants(actor, 'commune').length > 0) ||
    (register.producer.reads !== 'none' && localGrants(actor, 'producer').length > 0)
  )
}

/** Whether the actor enters records of its own; whose, is judged with the record. */
export function addsTo(actor: Actor | null, register: Description): boolean {
  return (
    keepsDesk(actor, actor?.authority ?? '') ||
    (register.commune.writes && localGrants(actor, 'commune').length > 0) ||
    (register.producer.writes && localGrants(actor, 'producer').length > 0)
  )
}

/** The desk a new record of the actor belongs to: its own, or the province's. */
export function deskOf(actor: Actor): string {
  return keepsDesk(actor, actor.authority) ? actor.authority : provinceOf(actor.authority)
}

export type RecordRights = { see: boolean; change: boolean; end: boolean; reopen: boolean; check: boolean }

export function recordRights(actor: Actor | null, register: Description, record: Standing): RecordRights {
  const office = keepsDesk(actor, record.authority)
  const local = record.authority === record.provinceCode && actor !== null
  const communes = local ? ownCommunes(actor, record.provinceCode) : []
  const inOwnCommune = record.communeCode !== null && communes.includes(record.communeCode)
  // Read, not kept: a unit whose land went to several is nobody's alone.
  const ofFormerUnit = record.grownInto.some((code) => communes.includes(code))
  const ofOwnProducer = local && record.producerId !== null && ownsProducer(actor, record.producerId)
  const inProvince = (kind: 'commune' | 'producer') =>
    local && localGrants(actor, kind).some((grant) => grant.provinceCode === record.provinceCode)
  const reads = (kind: 'commune' | 'producer', own: boolean) =>
    register[kind].reads === 'all' ? inProvince(kind) : register[kind].reads === 'own' && own
  const writes = office || (register.commune.writes && inOwnCommune) || (register.producer.writes && ofOwnProducer)
  const open = record.endedOn === null
  return {
    see: desksRead(actor).includes(record.authority) || reads('commune', inOwnCommune || ofFormerUnit) || reads('producer', ofOwnProducer),
    change: writes && open,
    end: writes && open,
    reopen: writes && !open,
    check: office && open && register.checked === true,
  }
}

/** The code of a record's commune as `Standing` wants it, for `r` the register and `owner` its producer. */
export function standingCommune(register: Description): RawBuilder<string | null> {
  if (unitFields(register).length > 0) return sql`case when r.unit_era = ${CURRENT_ERA} then r.commune_code end`
  return hasProducer(register) ? sql`owner.commune_code` : sql`null::text`
}

/** The codes of present communes that grew from the record's, for `r`; none where its commune is a present one. */
export function grownInto(register: Description): RawBuilder<string[]> {
  return unitFields(register).length > 0
    ? sql`array(select s.new_code from unit_succession s where s.new_era = ${CURRENT_ERA} and s.old_era = r.unit_era and s.old_code = r.commune_code)`
    : sql`'{}'::text[]`
}

/** Of one of these communes, or of a unit one of them grew from. */
function ofCommunes(register: Description, codes: readonly string[]): RawBuilder<unknown> {
  const today = sql`${standingCommune(register)} = any(${[...codes]}::text[])`
  if (unitFields(register).length === 0) return today
  return sql`(${today} or (r.unit_era, r.commune_code) in (select s.old_era, s.old_code from unit_succession s
    where s.new_era = ${CURRENT_ERA} and s.new_code = any(${[...codes]}::text[])))`
}

export const hasProducer = (register: Description): boolean => references(register).some((field) => field.to === 'producer')

/** Every row the actor may read, as a condition on `r` (and `owner`, its producer where it has one). */
export function scopeOf(actor: Actor, register: Description): RawBuilder<unknown> {
  const parts = [sql`r.authority = any(${desksRead(actor)}::text[])`]
  for (const kind of ['commune', 'producer'] as const) {
    if (register[kind].reads === 'none') continue
    for (const provinceCode of new Set(localGrants(actor, kind).map((grant) => grant.provinceCode))) {
      const own =
        kind === 'commune'
          ? ofCommunes(register, ownCommunes(actor, provinceCode))
          : sql`r.producer_id = any(${ownProducersAt(actor, provinceCode)}::uuid[])`
      parts.push(sql`(r.authority = ${provinceCode} and ${register[kind].reads === 'all' ? sql`true` : own})`)
    }
  }
  return sql`(${sql.join(parts, sql` or `)})`
}

/** Whose records the actor may enter where it is not the office: `null` for the whole desk. */
export function enteredFor(actor: Actor, register: Description, authority: string): { communes: string[]; producers: string[] } | null {
  if (keepsDesk(actor, authority)) return null
  return {
    communes: register.commune.writes ? ownCommunes(actor, authority) : [],
    producers: register.producer.writes ? ownProducersAt(actor, authority) : [],
  }
}

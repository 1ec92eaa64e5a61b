// All reading of registers. The scope of whoever asks is part of every query.
import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import { isId } from '#/platform/database/id.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { escapeLike, foldedWords } from '#/platform/text/fold.ts'
import type { Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { fieldOf, references, unitFields, type Description, type Field, type RecordRow, type ReferenceTo } from './register.ts'
import { registers } from './registers.ts'
import { grownInto, hasProducer, recordRights, scopeOf, seesRegister, standingCommune, type RecordRights, type Standing } from './rights.ts'

export const recordStates = ['open', 'ended', 'all'] as const
export type RecordState = (typeof recordStates)[number]

export type RecordQuery = {
  search: string
  state: RecordState
  /** Chosen value by column. */
  choices: Readonly<Record<string, string>>
  year: number | null
  /** Column, or null for the register's own order. */
  sort: string | null
  /** Only records that name this one. */
  of: { column: string; id: string } | null
  page: number
  perPage: number
}

const column = (name: string) => sql.ref(`r.${name}`)
const table = (register: Description) => sql.table(register.table)

/** Where the name of a reference stands. */
const referred: Record<ReferenceTo, string> = {
  producer: 'producer',
  product: 'product',
  outlet: 'outlet',
  consultant: 'consultant',
  materialArea: 'materialArea',
}

/** The record `r`, its producer `owner`, every name that is shown. */
function from(register: Description): RawBuilder<unknown> {
  const joins = references(register).map((field) => {
    const alias = field.to === 'producer' ? 'owner' : field.column
    return sql`left join ${sql.table(referred[field.to])} as ${sql.ref(alias)} on ${sql.ref(`${alias}.id`)} = ${column(field.column)}`
  })
  if (unitFields(register).length > 0)
    joins.push(sql`left join unit place on place.era = r.unit_era and place.code = r.commune_code
      left join unit district on district.era = place.era and district.code = place.parent_code and district.level = 'district'`)
  return sql`from ${table(register)} r ${sql.join(joins, sql` `)}`
}

function nameOf(field: Field): RawBuilder<unknown> {
  // As it may be typed again: a commune of the former era has namesakes in other districts.
  if (field.kind === 'commune') return sql`(place.full_name || coalesce(', ' || district.full_name, ''))`
  return field.kind === 'reference' && field.to === 'producer' ? sql`owner.name` : sql.ref(`${field.column}.name`)
}

function columns(register: Description): RawBuilder<unknown> {
  const parts = register.fields.flatMap((field) => {
    const own = sql`${column(field.column)} as ${sql.ref(field.column)}`
    return field.kind === 'reference' || field.kind === 'commune'
      ? [own, sql`${nameOf(field)} as ${sql.ref(`${field.column}Name`)}`]
      : [own]
  })
  const checked = register.checked ? sql`r.checked_on` : sql`null::date`
  return sql.join([
    sql`r.id, r.authority, r.province_code, r.version, r.ended_on, r.created_at, ${checked} as checked_on`,
    sql`${hasProducer(register) ? sql`r.producer_id` : sql`null::uuid`} as owner_id`,
    sql`${standingCommune(register)} as standing_commune, ${grownInto(register)} as grown_into`,
    ...(unitFields(register).length > 0 ? [sql`r.unit_era`] : []),
    ...parts,
  ])
}

function condition(actor: Actor, register: Description, query: RecordQuery): RawBuilder<unknown> {
  const parts = [scopeOf(actor, register)]
  const searched = [
    ...register.search.map((name) => column(name)),
    ...(hasProducer(register) ? [sql`owner.name_folded`] : []),
    ...references(register).flatMap((field) => (field.to === 'producer' ? [] : [sql.ref(`${field.column}.nameFolded`)])),
    ...(unitFields(register).length > 0 ? [sql`place.name_folded`] : []),
  ]
  for (const word of foldedWords(query.search))
    parts.push(
      sql`(${sql.join(
        searched.map((one) => sql`${one} like ${`%${escapeLike(word)}%`}`),
        sql` or `,
      )})`,
    )
  if (query.state !== 'all') parts.push(query.state === 'open' ? sql`r.ended_on is null` : sql`r.ended_on is not null`)
  for (const [name, value] of Object.entries(query.choices)) parts.push(sql`${column(name)} = ${value}`)
  if (query.year !== null && register.day)
    parts.push(sql`${column(register.day)} between ${`${query.year}-01-01`}::date and ${`${query.year}-12-31`}::date`)
  if (query.of) parts.push(isId(query.of.id) ? sql`${column(query.of.column)} = ${query.of.id}` : sql`false`)
  return sql.join(parts, sql` and `)
}

/** By a column of the description, or the register's own order; names as a dictionary sorts them, days and numbers from the highest. */
function order(register: Description, sort: string | null): RawBuilder<unknown> {
  const field = fieldOf(register, sort ?? register.day ?? register.head) ?? register.fields[0]
  if (!field) return sql`r.id`
  const text = field.kind === 'text' || field.kind === 'reference' || field.kind === 'commune'
  if (text) return sql`${field.kind === 'text' ? column(field.column) : nameOf(field)} collate vi nulls last, r.id`
  return sql`${column(field.column)} desc nulls last, r.id`
}

/** One page of a register with the number of all that match. "Not found" where the register is not the actor's to read. */
export async function listRecords(
  db: Db | Tx,
  actor: Actor,
  register: Description,
  query: RecordQuery,
): Promise<{ rows: RecordRow[]; total: number }> {
  mustSee(seesRegister(actor, register))
  const matching = condition(actor, register, query)
  const counted = await sql<{ n: number }>`select count(*)::int as n ${from(register)} where ${matching}`.execute(db)
  const rows = await sql<RecordRow>`select ${columns(register)} ${from(register)} where ${matching}
    order by ${order(register, query.sort)} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { rows: rows.rows, total: counted.rows[0]?.n ?? 0 }
}

/** How many records are open in each register the actor reads, in one query. */
export async function countRegisters(db: Db | Tx, actor: Actor): Promise<{ register: Description; open: number; unchecked: number }[]> {
  const seen = registers.filter((register) => seesRegister(actor, register))
  if (seen.length === 0) return []
  const counts = await sql<{ name: string; open: number; unchecked: number }>`${sql.join(
    seen.map((register) => {
      const unchecked = register.checked ? sql`count(*) filter (where r.checked_on is null)::int` : sql`0`
      return sql`select ${register.table}::text as name, count(*)::int as open, ${unchecked} as unchecked
        ${from(register)} where r.ended_on is null and ${scopeOf(actor, register)}`
    }),
    sql` union all `,
  )}`.execute(db)
  return seen.map((register) => {
    const row = counts.rows.find((one) => one.name === register.table)
    return { register, open: row?.open ?? 0, unchecked: row?.unchecked ?? 0 }
  })
}

type Found = { row: RecordRow; rights: RecordRights; standing: Standing }

/** One record as `actor` may see it, with the rights on it; "not found" for everyone else and for rubbish. */
export async function recordFor(db: Db | Tx, actor: Actor, register: Description, id: string | undefined, lock = false): Promise<Found> {
  const asked = isId(id)
    ? await sql<RecordRow>`select ${columns(register)} ${from(register)} where r.id = ${id} ${lock ? sql`for update of r` : sql``}`.execute(
        db,
      )
    : null
  const row = found(asked?.rows[0])
  const standing: Standing = {
    authority: row.authority,
    provinceCode: String(row['provinceCode']),
    endedOn: row.endedOn,
    producerId: (row['ownerId'] as string | null) ?? null,
    communeCode: (row['standingCommune'] as string | null) ?? null,
    grownInto: (row['grownInto'] as string[] | null) ?? [],
  }
  const rights = recordRights(actor, register, standing)
  mustSee(rights.see)
  return { row, rights, standing }
}

/** Registers with a field that points to this one, and how many open records of theirs name it. */
export async function namedIn(
  db: Db | Tx,
  actor: Actor,
  register: Description,
  id: string,
): Promise<{ register: Description; column: string; open: number }[]> {
  const naming = registers.flatMap((other) =>
    seesRegister(actor, other)
      ? references(other).flatMap((field) => (field.to === register.table ? [{ register: other, column: field.column }] : []))
      : [],
  )
  if (naming.length === 0) return []
  const counts = await sql<{ name: string; open: number }>`${sql.join(
    naming.map(
      (one) => sql`select ${one.register.table}::text as name, count(*)::int as open ${from(one.register)}
        where r.ended_on is null and ${column(one.column)} = ${id} and ${scopeOf(actor, one.register)}`,
    ),
    sql` union all `,
  )}`.execute(db)
  return naming.map((one) => ({ ...one, open: counts.rows.find((row) => row.name === one.register.table)?.open ?? 0 }))
}

export type RecordEvent = { at: Date; verb: string; who: string; payload: Record<string, unknown> }

/** Open records of a desk, for comparing a sheet with them. */
export async function openRecords(db: Db | Tx, register: Description, authority: string): Promise<RecordRow[]> {
  const rows =
    await sql<RecordRow>`select ${columns(register)} ${from(register)} where r.authority = ${authority} and r.ended_on is null`.execute(db)
  return rows.rows
}

/** What the ledger tells of a record, newest first. The caller has judged that the actor sees it. A record of a sheet begins with the sheet. */
export async function recordHistory(db: Db | Tx, register: Description, id: string): Promise<RecordEvent[]> {
  const rows = await db
    .selectFrom('auditEntry')
    .select(['at', 'verb', 'actorName', 'payload'])
    .where('subjectKind', '=', register.table)
    .where('subjectId', '=', id)
    .orderBy('seq', 'desc')
    .execute()
  const told = rows.map((row) => ({ at: row.at, verb: row.verb, who: row.actorName, payload: row.payload as Record<string, unknown> }))
  if (told.at(-1)?.verb === 'register.added') return told
  const made = await sql<{ at: Date; who: string }>`select r.created_at as at, u.name as who from ${table(register)} r
    join auth_user u on u.id = r.created_by where r.id = ${id}`.execute(db)
  return [...told, ...made.rows.map((row) => ({ ...row, verb: 'register.imported', payload: {} }))]
}

/** Day from which a record counts, for judging its end; null where the register keeps none. */
export function dayOf(register: Description, row: RecordRow): PlainDate | null {
  const field = register.day ?? register.fields.find((one) => one.column === 'since')?.column
  return field ? ((row[field] as PlainDate | null) ?? null) : null
}

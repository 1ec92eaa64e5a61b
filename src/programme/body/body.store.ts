// Bodies of a desk: the register, one body, and who reads it.
import { sql } from 'kysely'
import { isId, newId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import type { Actor } from '../people/actor.ts'
import { bodyRights, type BodyInput, type BodyKind } from './body.ts'

export type BodyRow = { id: string; name: string; shortName: string; kind: BodyKind; validTo: string | null; officers: number }

export type BodyQuery = { search: string; kind: BodyKind | null; page: number; perPage: number }

const officers = sql<number>`(select count(distinct g.account_id)::int from role_grant g
  where g.body_id = body.id and g.role = 'bodyOfficer' and g.revoked_at is null)`

/** The register of a desk by name, searched without accents over name and short name. */
export async function listBodies(db: Db, authority: string, query: BodyQuery): Promise<{ total: number; rows: BodyRow[] }> {
  let base = db.selectFrom('body').where('authority', '=', authority)
  if (query.kind !== null) base = base.where('kind', '=', query.kind)
  if (query.search !== '') {
    const like = `%${escapeLike(fold(query.search))}%`
    base = base.where((where) =>
      where.or([where(sql<string>`f_fold(name)`, 'like', like), where(sql<string>`f_fold(short_name)`, 'like', like)]),
    )
  }
  const { total } = await base.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await base
    .select(['id', 'name', 'shortName', 'kind', 'validTo', officers.as('officers')])
    .orderBy(sql`name collate vi`)
    .orderBy('id')
    .limit(query.perPage)
    .offset((query.page - 1) * query.perPage)
    .execute()
  return { total: Number(total), rows: rows as BodyRow[] }
}

/** Bodies a person may be made an officer of: at work, and no commune's (communes have roles of their own). */
export async function bodiesToServe(db: Db | Tx, authority: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('body')
    .select(['id', 'name'])
    .where('authority', '=', authority)
    .where('kind', '<>', 'communeCommittee')
    .where('validTo', 'is', null)
    .orderBy(sql`name collate vi`)
    .execute()
}

export async function bodyById(db: Db | Tx, id: string | undefined) {
  if (!isId(id)) return null
  const row = await db
    .selectFrom('body')
    .select(['id', 'authority', 'name', 'shortName', 'kind', 'address', 'taxCode', 'validTo', officers.as('officers')])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...row, kind: row.kind as BodyKind } : null
}

/** Whoever reads the body reads its papers. */
export async function readsBody(db: Db, actor: Actor, bodyId: string): Promise<boolean> {
  const body = await bodyById(db, bodyId)
  return body !== null && bodyRights(actor, body.authority, bodyId).see
}

/** Held until the transaction ends: two people adding bodies to one desk take turns, so that no name is there twice. */
export async function holdBodies(tx: Tx, authority: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bodies:${authority}`}, 0))`.execute(tx)
}

/** New bodies of a desk, any number in one statement. Returns their ids in order. */
export async function insertBodies(
  tx: Tx,
  desk: { provinceCode: string; authority: string; now: Date },
  bodies: readonly BodyInput[],
): Promise<string[]> {
  const rows = bodies.map(({ name, shortName, kind }) => ({ id: newId(), name, shortName, kind }))
  if (rows.length > 0)
    await sql`
      insert into body (id, province_code, authority, kind, name, short_name, created_at)
      select id, ${desk.provinceCode}, ${desk.authority}, kind, name, "shortName", ${desk.now}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::json) as row (id uuid, kind text, name text, "shortName" text)`.execute(tx)
  return rows.map((row) => row.id)
}

/** Short names and kinds of known bodies; the name is what they are known by. */
export async function changeBodies(tx: Tx, bodies: readonly (BodyInput & { id: string })[]): Promise<void> {
  if (bodies.length === 0) return
  await sql`
    update body b set short_name = row."shortName", kind = row.kind
    from json_to_recordset(${JSON.stringify(bodies)}::json) as row (id uuid, kind text, "shortName" text) where b.id = row.id`.execute(tx)
}

/** Bodies at work of a desk by their folded name. */
export async function bodiesByName(db: Db | Tx, authority: string) {
  const rows = await db
    .selectFrom('body')
    .select(['id', 'name', 'shortName', 'kind'])
    .where('authority', '=', authority)
    .where('validTo', 'is', null)
    .execute()
  return new Map(rows.map((row) => [fold(row.name), { ...row, kind: row.kind as BodyKind }]))
}

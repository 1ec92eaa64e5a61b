import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import { plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { unitNames } from '../units/units.store.ts'
import { CURRENT_ERA } from '../units/units.ts'
import { SESSION } from './auth.ts'
import { atDesk, bodiesOf, type Actor, type Grant, type Role, type Seat } from './actor.ts'

/**
 * The account with its grants in force on the day and its seats; null when absent or blocked. One round trip. `desk`: where work was begun that
 * goes on now; without it the account's own.
 */
export async function loadActor(db: Db | Tx, accountId: string, now: Date, at: { desk?: string } = {}): Promise<Actor | null> {
  const found = await sql<AccountRow>`
    select ${accountColumns(plainDateOf(now))}, null as chosen
      from auth_user u where u.id = ${accountId} and u.blocked_at is null`.execute(db)
  const row = found.rows[0]
  return row ? actorOf(row, at.desk ?? null) : null
}

export type SignedIn = { actor: Actor; session: string; /** A session in use is prolonged once an hour. */ ageing: boolean }

/**
 * Who works in a browser session, at the desk chosen in it; null when it was ended or has run out, or the account is blocked. One round trip for
 * every page. Sessions run by the machine's own clock, which better-auth writes them by.
 */
export async function actorOfSession(db: Db | Tx, token: string, now: Date): Promise<SignedIn | null> {
  const found = await sql<AccountRow & { session: string; expiresAt: Date }>`
    select ${accountColumns(plainDateOf(now))}, s.authority as chosen, s.id as session, s.expires_at
      from auth_session s join auth_user u on u.id = s.user_id
     where s.token = ${token} and s.expires_at > ${new Date()} and u.blocked_at is null`.execute(db)
  const row = found.rows[0]
  if (!row) return null
  return {
    actor: actorOf(row, row.chosen),
    session: row.session,
    ageing: row.expiresAt.getTime() - Date.now() <= (SESSION.expiresIn - SESSION.updateAge) * 1000,
  }
}

type AccountRow = {
  id: string
  name: string
  provinceCode: string
  authority: string
  chosen: string | null
  lang: 'vi' | 'en'
  grants: Grant[] | null
  seats: Seat[] | null
  unseen: number | string
}

const accountColumns = (today: PlainDate): RawBuilder<unknown> => sql`
  u.id, u.name, u.province_code, u.authority, u.lang,
  (select json_agg(json_build_object('role', g.role, 'authority', g.authority, 'provinceCode', g.province_code, 'bodyId', g.body_id,
            'producerId', g.producer_id, 'communeCode', g.commune_code))
     from role_grant g
    where g.account_id = u.id and g.revoked_at is null
      and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to >= ${today}::date)) as grants,
  (select json_agg(json_build_object('memberId', m.id, 'councilId', m.council_id, 'role', m.role, 'voting', m.voting))
     from council_member m join council c on c.id = m.council_id
    where m.account_id = u.id and (m.left_on is null or m.left_on > ${today}::date) and c.state = 'established') as seats,
  (select count(*) from notice n where n.account_id = u.id and n.seen_at is null) as unseen`

function actorOf(row: AccountRow, desk: string | null): Actor {
  return {
    accountId: row.id,
    name: row.name,
    provinceCode: row.provinceCode,
    ...atDesk(row.authority, desk, row.grants ?? []),
    lang: row.lang,
    seats: row.seats ?? [],
    unseen: Number(row.unseen),
  }
}

/** Names of the communes an actor holds a role in, by code. */
export async function communeNames(db: Db | Tx, actor: Actor): Promise<Record<string, string>> {
  const codes = actor.grants.flatMap((grant) => (grant.communeCode ? [grant.communeCode] : []))
  if (codes.length === 0) return {}
  return Object.fromEntries(await unitNames(db as Tx, CURRENT_ERA, codes))
}

/** Names of the bodies an actor is an officer of, by id. */
export async function bodyNames(db: Db | Tx, actor: Actor): Promise<Record<string, string>> {
  const ids = bodiesOf(actor)
  if (ids.length === 0) return {}
  const rows = await db.selectFrom('body').select(['id', 'name']).where('id', 'in', ids).execute()
  return Object.fromEntries(rows.map((row) => [row.id, row.name]))
}

/** Accounts that hold a role: who must be told. Scope is the grant's own. */
export async function accountsWithRole(
  db: Db | Tx,
  role: Role,
  scope: { authority: string; communeCode?: string; producerId?: string; bodyId?: string },
  now: Date,
): Promise<string[]> {
  const today = plainDateOf(now)
  let query = db
    .selectFrom('roleGrant')
    .select('accountId')
    .distinct()
    .where('role', '=', role)
    .where('authority', '=', scope.authority)
    .where('revokedAt', 'is', null)
    .where('validFrom', '<=', today)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', today)]))
  if (scope.communeCode !== undefined) query = query.where('communeCode', '=', scope.communeCode)
  if (scope.producerId !== undefined) query = query.where('producerId', '=', scope.producerId)
  if (scope.bodyId !== undefined) query = query.where('bodyId', '=', scope.bodyId)
  return (await query.execute()).map((row) => row.accountId)
}

/** Works at the desk: its own, or one of the posts held there today. A condition on `u`, the account; producers hold no post. */
export function worksAt(authority: string, today: PlainDate): RawBuilder<boolean> {
  return sql<boolean>`(u.authority = ${authority} or exists (select 1 from role_grant w where w.account_id = u.id and w.authority = ${authority}
    and w.role <> 'producer' and w.revoked_at is null and w.valid_from <= ${today}::date and (w.valid_to is null or w.valid_to >= ${today}::date)))`
}

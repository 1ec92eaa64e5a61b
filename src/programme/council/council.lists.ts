// What the office's council pages list: councils of its province, accounts and bodies to choose from, dossiers waiting for a meeting.
import { sql } from 'kysely'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import type { Db } from '#/platform/database/open.ts'
import { seatIn, serves, type Actor } from '../people/actor.ts'
import { worksAt } from '../people/people.store.ts'
import { found, must, mustSee } from '../refuse.ts'
import type { CouncilRules } from './council.rules.ts'
import { seatsOf } from './council.store.ts'

export type CouncilState = 'draft' | 'established' | 'dissolved'

/** Councils of the office's province, the newest term first. */
export async function councilsFor(db: Db, actor: Actor) {
  must(serves(actor, actor.authority, 'office'))
  const rows = await db
    .selectFrom('council as c')
    .select(['c.id', 'c.name', 'c.decisionNumber', 'c.decisionDate', 'c.termFrom', 'c.termTo', 'c.state'])
    .select((select) =>
      select
        .selectFrom('councilMember as m')
        .whereRef('m.councilId', '=', 'c.id')
        .where('m.leftOn', 'is', null)
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('members'),
    )
    .where('c.authority', '=', actor.authority)
    .orderBy('c.termFrom', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as CouncilState, members: Number(row.members) }))
}

/** One council of the office's province with its seats, rules and the choices its forms need. */
export async function councilFor(db: Db, actor: Actor, councilId: string, now: Date) {
  must(serves(actor, actor.authority, 'office'))
  if (!isId(councilId)) return found<never>(null)
  const council = found(await db.selectFrom('council').selectAll().where('id', '=', councilId).executeTakeFirst())
  mustSee(serves(actor, council.authority, 'office'))
  const bodies = await db
    .selectFrom('body')
    .select(['id', 'name', 'shortName'])
    .where('authority', '=', council.authority)
    .orderBy('name')
    .execute()
  // Producers are left out: thousands, and none of them is ever seated.
  const accounts = await sql<{ id: string; name: string; username: string | null }>`
    select u.id, u.name, u.username from auth_user u
     where ${worksAt(council.authority, plainDateOf(now))} and u.blocked_at is null
       and not exists (select 1 from role_grant g where g.account_id = u.id and g.role = 'producer' and g.revoked_at is null)
     order by u.name limit 500`.execute(db)
  return {
    council: { ...council, state: council.state as CouncilState, rules: council.rules as CouncilRules },
    seats: await seatsOf(db, councilId),
    bodies,
    accounts: accounts.rows,
  }
}

/** One council with its seats for those who issue its own papers: the office of its desk and its chair. */
export async function councilForPapers(db: Db, actor: Actor, councilId: string) {
  if (!isId(councilId)) return found<never>(null)
  const council = found(await db.selectFrom('council').selectAll().where('id', '=', councilId).executeTakeFirst())
  const office = serves(actor, council.authority, 'office')
  mustSee(office || seatIn(actor, councilId) !== null)
  must(office || seatIn(actor, councilId)?.role === 'chair')
  return { council: { ...council, state: council.state as CouncilState }, seats: await seatsOf(db, councilId), office }
}

/** Rounds of the province that still run. */
export async function roundsFor(db: Db, actor: Actor) {
  return db.selectFrom('round').select(['id', 'name']).where('authority', '=', actor.authority).orderBy('opensOn', 'desc').execute()
}

/** Accepted dossiers of the meeting's round that are on no agenda yet. */
export async function waitingDossiers(db: Db, meeting: { roundId: string; authority: string }) {
  return db
    .selectFrom('dossier as d')
    .innerJoin('product as p', 'p.id', 'd.productId')
    .innerJoin('producer as o', 'o.id', 'd.producerId')
    .select(['d.id', 'p.name as product', 'o.name as producer', 'd.setNo', 'd.kind'])
    .where('d.authority', '=', meeting.authority)
    .where('d.roundId', '=', meeting.roundId)
    .where('d.state', '=', 'accepted')
    .orderBy('d.setNo')
    .orderBy('p.name')
    .execute()
}

/** Officers of the province, to pin a conflict on one of them. */
export async function officersOf(db: Db, authority: string): Promise<{ accountId: string; name: string }[]> {
  return db
    .selectFrom('roleGrant as g')
    .innerJoin('authUser as u', 'u.id', 'g.accountId')
    .select(['g.accountId', 'u.name'])
    .distinct()
    .where('g.authority', '=', authority)
    .where('g.role', '=', 'office')
    .where('g.revokedAt', 'is', null)
    .orderBy('u.name')
    .execute()
}

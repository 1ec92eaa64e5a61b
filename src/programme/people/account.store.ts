// Lists an administrator works with. Scope: the administrator's province, or the own desk of a district or the ministry, in the query.
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { fold } from '#/platform/text/fold.ts'
import type { Db } from '#/platform/database/open.ts'
import { isId } from '#/platform/database/id.ts'
import { eraOf } from '../units/units.ts'
import type { Actor } from './actor.ts'

export const ACCOUNTS_PER_PAGE = 50

type Keeper = Pick<Actor, 'provinceCode' | 'authority'>

/** An administrator of the province keeps all its desks; one of a district or of the ministry keeps the own desk alone. */
export function keepsProvince(admin: Keeper): boolean {
  return admin.authority === admin.provinceCode
}

/** Condition on `province_code` and `authority`: what this administrator may touch. */
export function inReach(admin: Keeper): RawBuilder<SqlBool> {
  return keepsProvince(admin) ? sql<SqlBool>`province_code = ${admin.provinceCode}` : sql<SqlBool>`authority = ${admin.authority}`
}

/** Accounts in the administrator's reach by name, searched without accents over name, user name and phone. */
export async function listAccounts(db: Db, admin: Keeper, search: { query: string; page: number }) {
  const like = `%${fold(search.query).replace(/[\\%_]/g, '\\$&')}%`
  let query = db.selectFrom('authUser').where(inReach(admin))
  if (search.query.trim() !== '')
    query = query.where((where) =>
      where.or([where(sql<string>`f_fold(name)`, 'like', like), where('username', 'like', like), where('phone', 'like', like)]),
    )
  const { total } = await query.select((expression) => expression.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(['id', 'name', 'username', 'authority', 'blockedAt'])
    .select(
      sql<
        string[] | null
      >`(select array_agg(distinct g.role order by g.role) from role_grant g where g.account_id = auth_user.id and g.revoked_at is null)`.as(
        'roles',
      ),
    )
    .orderBy(sql`name collate vi`)
    .orderBy('id')
    .limit(ACCOUNTS_PER_PAGE)
    .offset((search.page - 1) * ACCOUNTS_PER_PAGE)
    .execute()
  return { total: Number(total), rows }
}

export async function accountById(db: Db, admin: Keeper, id: string, now: Date) {
  if (!isId(id)) return null
  const day = plainDateOf(now)
  const account = await db
    .selectFrom('authUser')
    .select(['id', 'name', 'username', 'authority', 'phone', 'blockedAt', 'createdAt'])
    .where('id', '=', id)
    .where(inReach(admin))
    .executeTakeFirst()
  if (!account) return null
  const grants = await db
    .selectFrom('roleGrant')
    .leftJoin('producer', 'producer.id', 'roleGrant.producerId')
    .leftJoin('body', (join) => join.onRef('body.id', '=', 'roleGrant.bodyId').on('roleGrant.role', '=', 'bodyOfficer'))
    .leftJoin('unit', (join) => join.onRef('unit.code', '=', 'roleGrant.communeCode').on('unit.era', '=', eraOf(day)))
    .select([
      'roleGrant.id',
      'roleGrant.role',
      'roleGrant.authority',
      'roleGrant.validFrom',
      'roleGrant.validTo',
      'producer.name as producerName',
      'unit.fullName as communeName',
      // Of the others the body only says where the post is paid; of these it is the scope.
      'body.name as bodyName',
    ])
    .where('roleGrant.accountId', '=', id)
    .where('roleGrant.revokedAt', 'is', null)
    .orderBy('roleGrant.grantedAt')
    .execute()
  return { ...account, grants }
}

// Lists an administrator works with. Scope: the administrator's own province, in the query.
import { sql } from 'kysely'
import { fold } from '#/platform/text/fold.ts'
import type { Db } from '#/platform/database/open.ts'
import { isId } from '#/platform/database/id.ts'

export const ACCOUNTS_PER_PAGE = 50

/** Accounts of a province by name, searched without accents over name, user name and phone. */
export async function listAccounts(db: Db, provinceCode: string, search: { query: string; page: number }) {
  const like = `%${fold(search.query).replace(/[\\%_]/g, '\\$&')}%`
  let query = db.selectFrom('authUser').where('provinceCode', '=', provinceCode)
  if (search.query.trim() !== '')
    query = query.where((where) =>
      where.or([where(sql<string>`f_fold(name)`, 'like', like), where('username', 'like', like), where('phone', 'like', like)]),
    )
  const { total } = await query.select((expression) => expression.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(['id', 'name', 'username', 'blockedAt'])
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

export async function accountById(db: Db, provinceCode: string, id: string) {
  if (!isId(id)) return null
  const account = await db
    .selectFrom('authUser')
    .select(['id', 'name', 'username', 'phone', 'blockedAt', 'createdAt'])
    .where('id', '=', id)
    .where('provinceCode', '=', provinceCode)
    .executeTakeFirst()
  if (!account) return null
  const grants = await db
    .selectFrom('roleGrant')
    .leftJoin('producer', 'producer.id', 'roleGrant.producerId')
    .leftJoin('unit', (join) => join.onRef('unit.code', '=', 'roleGrant.communeCode').on('unit.era', '=', 'e2025'))
    .select([
      'roleGrant.id',
      'roleGrant.role',
      'roleGrant.validFrom',
      'roleGrant.validTo',
      'producer.name as producerName',
      'unit.fullName as communeName',
    ])
    .where('roleGrant.accountId', '=', id)
    .where('roleGrant.revokedAt', 'is', null)
    .orderBy('roleGrant.grantedAt')
    .execute()
  return { ...account, grants }
}

// Reading of reward policies. A desk reads its own.
import { sql } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { approvesMoney, keepsMoney, readsMoney } from '../money/money.policy.ts'
import type { Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import type { Policy, PolicyState } from './reward.ts'

const typedPolicy = <Row extends { state: string; upgrade: string; renewal: string }>(row: Row) => ({
  ...row,
  state: row.state as PolicyState,
  upgrade: row.upgrade as Policy['upgrade'],
  renewal: row.renewal as Policy['renewal'],
})

/** Policies a list may be reckoned by: all that were ever approved, newest first. */
export async function usablePolicies(db: Db | Tx, authority: string) {
  return db
    .selectFrom('rewardPolicy')
    .select(['id', 'title'])
    .where('authority', '=', authority)
    .where('state', '<>', 'draft')
    .orderBy('validFrom', 'desc')
    .orderBy('id')
    .execute()
}

export type PolicyQuery = { search: string; state: PolicyState | null; page: number; perPage: number }

/** A page of the desk's policies, newest first; searched by title and paper. */
export async function listPolicies(db: Db | Tx, actor: Actor, query: PolicyQuery) {
  mustSee(readsMoney(actor, actor.authority))
  let list = db.selectFrom('rewardPolicy').where('authority', '=', actor.authority)
  const words = fold(query.search)
  if (words !== '') list = list.where(sql<string>`f_fold(title || ' ' || decision_number)`, 'like', `%${escapeLike(words)}%`)
  if (query.state !== null) list = list.where('state', '=', query.state)
  const { total } = await list.select((expression) => expression.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await list
    .selectAll()
    .orderBy('validFrom', 'desc')
    .orderBy('id')
    .limit(query.perPage)
    .offset((query.page - 1) * query.perPage)
    .execute()
  return { rows: rows.map(typedPolicy), total: Number(total) }
}

/** One policy for those who read the desk's money. */
export async function policyFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  const row = found(isId(id) ? await db.selectFrom('rewardPolicy').selectAll().where('id', '=', id).executeTakeFirst() : null)
  mustSee(readsMoney(actor, row.authority))
  const policy = typedPolicy(row)
  const { state } = policy
  return {
    policy,
    rights: {
      change: state === 'draft' && keepsMoney(actor, row.authority),
      approve: state === 'draft' && row.createdBy !== actor.accountId && (await approvesMoney(db, actor, row.authority)),
      end: state === 'approved' && keepsMoney(actor, row.authority),
    },
  }
}

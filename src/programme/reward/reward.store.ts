// Reading of rewards: lists, what recognitions of a period may earn, a producer's own.
import { sql, type RawBuilder } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { approvesMoney, keepsMoney, readsMoney } from '../money/money.policy.ts'
import { producersOf, type Actor } from '../people/actor.ts'
import { levelOf, provinceOf } from '../people/authority.ts'
import { found, mustSee } from '../refuse.ts'
import type { ListState, Past, Reckoning, RewardState } from './reward.ts'

export type Candidate = {
  certificateId: string
  productId: string
  producerId: string
  product: string
  star: number
  decidedOn: PlainDate
} & Past

/**
 * Recognitions decided in the period, in the order they were decided, each with what its product held and was paid before. A province's policy
 * rewards what any desk decided for the province: five stars are the ministry's, by its own desk here or by its paper written down by the
 * province (`ministry_answer`). A district's rewards what its own desk decided. Imported past recognitions have no decision here and earn
 * nothing; withdrawn and annulled ones neither.
 */
export async function candidatesIn(db: Db | Tx, authority: string, period: { from: PlainDate; to: PlainDate }): Promise<Candidate[]> {
  const scope = levelOf(authority) === 'province' ? sql`c.province_code = ${provinceOf(authority)}` : sql`d.authority = ${authority}`
  const { rows } = await sql<Candidate>`
    select c.id as "certificateId", c.product_id as "productId", c.producer_id as "producerId", c.product_name as product, c.star,
           w.decided_on::text as "decidedOn",
           coalesce((select json_agg(json_build_object('star', b.star, 'lapsed', b.last_valid_on < w.decided_on)) from certificate b
             where b.product_id = c.product_id and b.id <> c.id and b.state <> 'annulled' and b.issued_on < c.issued_on), '[]'::json) as held,
           coalesce((select json_agg(json_build_object('star', r.star, 'amount', r.amount)) from reward r
             where r.product_id = c.product_id and r.state <> 'cancelled'), '[]'::json) as rewarded
    from certificate c
    left join recognition_decision d on d.id = c.decision_id and d.state = 'issued'
    left join ministry_answer a on a.certificate_id = c.id
    cross join lateral (select coalesce(d.issued_on, a.dated_on) as decided_on) w
    where ${scope} and w.decided_on between ${period.from}::date and ${period.to}::date
      and c.state in ('valid', 'replaced')
    order by w.decided_on, c.star, c.product_name, c.id`.execute(db)
  return rows
}

export type RewardListRow = {
  id: string
  title: string
  state: ListState
  number: string | null
  decidedOn: string | null
  products: number
  amount: number
}

export const rewardListSorts = ['recent', 'title', 'amount'] as const
export type RewardListSort = (typeof rewardListSorts)[number]
export type RewardListQuery = { search: string; state: ListState | null; sort: RewardListSort; page: number; perPage: number }

const orders: Record<RewardListSort, RawBuilder<unknown>> = {
  recent: sql`l.created_at desc, l.id`,
  title: sql`l.title collate vi, l.id`,
  amount: sql`amount desc, l.id`,
}

/** A page of the desk's lists, searched by title and decision number. */
export async function listRewardLists(
  db: Db | Tx,
  actor: Actor,
  query: RewardListQuery,
): Promise<{ rows: RewardListRow[]; total: number }> {
  mustSee(readsMoney(actor, actor.authority))
  const parts: RawBuilder<unknown>[] = [sql`l.authority = ${actor.authority}`]
  const words = fold(query.search)
  if (words !== '') parts.push(sql`f_fold(l.title || ' ' || coalesce(l.decision_number, '')) like ${`%${escapeLike(words)}%`}`)
  if (query.state !== null) parts.push(sql`l.state = ${query.state}`)
  const where = sql.join(parts, sql` and `)
  const counted = await sql<{ n: number }>`select count(*)::int as n from reward_list l where ${where}`.execute(db)
  const { rows } = await sql<RewardListRow>`
    select l.id, l.title, l.state, l.decision_number as number, l.decided_on::text as "decidedOn",
           count(r.id)::int as products, coalesce(sum(r.amount), 0)::bigint as amount
    from reward_list l left join reward r on r.list_id = l.id and r.state <> 'cancelled'
    where ${where} group by l.id order by ${orders[query.sort]}
    limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { rows, total: counted.rows[0]?.n ?? 0 }
}

export type RewardRow = {
  id: string
  product: string
  producer: string
  commune: string
  star: number
  amount: number
  reckoning: Reckoning
  state: RewardState
  entryId: string | null
  entryState: string | null
  paidOn: string | null
  certificateState: string
  receivableId: string | null
}

export async function rewardsOf(db: Db | Tx, listId: string): Promise<RewardRow[]> {
  const { rows } = await sql<RewardRow>`
    select r.id, c.product_name as product, p.name as producer, u.full_name as commune, r.star, r.amount, r.reckoning, r.state,
           r.entry_id as "entryId", e.state as "entryState", r.paid_on::text as "paidOn", c.state as "certificateState",
           x.id as "receivableId"
    from reward r join certificate c on c.id = r.certificate_id join producer p on p.id = r.producer_id
    left join unit u on u.era = p.unit_era and u.code = p.commune_code
    left join money_entry e on e.id = r.entry_id left join receivable x on x.reward_id = r.id
    where r.list_id = ${listId} order by r.star desc, c.product_name collate vi, r.id`.execute(db)
  return rows
}

/** One list with its rewards and what the actor may do. */
export async function rewardListFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  const row = found(
    isId(id)
      ? await db
          .selectFrom('rewardList as l')
          .innerJoin('rewardPolicy as p', 'p.id', 'l.policyId')
          .leftJoin('budgetLine as b', 'b.id', 'l.lineId')
          .leftJoin('fundSource as s', 's.id', 'l.sourceId')
          .selectAll('l')
          .select(['p.title as policy', 'b.title as line', 's.name as source'])
          .where('l.id', '=', id)
          .executeTakeFirst()
      : null,
  )
  mustSee(readsMoney(actor, row.authority))
  const state = row.state as ListState
  const rewards = await rewardsOf(db, row.id)
  const office = keepsMoney(actor, row.authority)
  const approver = await approvesMoney(db, actor, row.authority)
  return {
    list: { ...row, state },
    rewards,
    rights: {
      change: office && state === 'draft',
      decide: approver && state === 'draft' && row.createdBy !== actor.accountId,
      drop: office && (state === 'draft' || state === 'decided'),
      pay: office && state === 'decided' && rewards.some((one) => payable(one)),
      approve: approver && rewards.some((one) => one.entryState === 'entered'),
      claim: office,
    },
  }
}

export function payable(reward: { state: string; entryId: string | null }): boolean {
  return (reward.state === 'listed' || reward.state === 'failed') && reward.entryId === null
}

/** What the producers an actor belongs to were given: decided lists only. */
export async function ownRewards(db: Db | Tx, actor: Actor) {
  return db
    .selectFrom('reward as r')
    .innerJoin('rewardList as l', 'l.id', 'r.listId')
    .innerJoin('certificate as c', 'c.id', 'r.certificateId')
    .select(['r.id', 'c.productName as product', 'r.star', 'r.amount', 'r.state', 'r.paidOn', 'l.decisionNumber as number', 'l.decidedOn'])
    .where('r.producerId', 'in', [...producersOf(actor), '00000000-0000-0000-0000-000000000000'])
    .where('l.state', 'in', ['decided', 'paid'])
    .where('r.state', '<>', 'cancelled')
    .orderBy('l.decidedOn', 'desc')
    .execute()
}

/** Rewards of the desk that were paid on a star withdrawn or annulled since, and not claimed back yet. */
export async function rewardsToClaim(db: Db | Tx, authority: string) {
  return db
    .selectFrom('reward as r')
    .innerJoin('rewardList as l', 'l.id', 'r.listId')
    .innerJoin('certificate as c', 'c.id', 'r.certificateId')
    .leftJoin('receivable as x', 'x.rewardId', 'r.id')
    .select(['r.id', 'r.listId', 'c.productName as product', 'c.producerName as producer', 'r.star', 'r.amount'])
    .where('l.authority', '=', authority)
    .where('r.state', '=', 'paid')
    .where('c.state', 'in', ['withdrawn', 'annulled'])
    .where('x.id', 'is', null)
    .orderBy('c.productName')
    .limit(200)
    .execute()
}

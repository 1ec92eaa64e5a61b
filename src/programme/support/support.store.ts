// All reading of support. Scope is part of every query: a desk its own contracts, a producer what it asked for and got.
import { sql, type RawBuilder } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { approvesMoney, readsMoney } from '../money/money.policy.ts'
import { ownsProducer, producersOf, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { supportRights } from './support.policy.ts'
import type { MilestoneState, SupportItem, SupportState } from './support.ts'

export const supportSorts = ['recent', 'producer', 'amount', 'due'] as const
export type SupportSort = (typeof supportSorts)[number]
export type SupportQuery = {
  search: string
  state: SupportState | null
  item: SupportItem | null
  sort: SupportSort
  page: number
  perPage: number
}

export type SupportRow = {
  id: string
  producer: string
  product: string | null
  item: SupportItem
  detail: string
  number: string
  state: SupportState
  asked: number
  approved: number | null
  paid: number
  /** The next day something is due, while the contract runs. */
  nextDue: string | null
  askedAt: Date
}

const orders: Record<SupportSort, RawBuilder<unknown>> = {
  recent: sql`c.asked_at desc, c.id desc`,
  producer: sql`p.name collate vi, c.id`,
  amount: sql`coalesce(c.approved, c.asked) desc, c.id`,
  due: sql`"nextDue" nulls last, c.id`,
}

export async function listSupports(db: Db | Tx, actor: Actor, query: SupportQuery): Promise<{ rows: SupportRow[]; total: number }> {
  const parts: RawBuilder<unknown>[] = [
    readsMoney(actor, actor.authority) ? sql`c.authority = ${actor.authority}` : sql`c.producer_id = any(${producersOf(actor)}::uuid[])`,
  ]
  const words = fold(query.search).slice(0, 100)
  if (words !== '') {
    const like = `%${escapeLike(words)}%`
    parts.push(sql`(p.name_folded like ${like} or d.name_folded like ${like} or f_fold(c.number) like ${like})`)
  }
  if (query.state !== null) parts.push(sql`c.state = ${query.state}`)
  if (query.item !== null) parts.push(sql`c.item_category = ${query.item}`)
  const from = sql`from support_contract c join producer p on p.id = c.producer_id left join product d on d.id = c.product_id`
  const where = sql.join(parts, sql` and `)
  const counted = await sql<{ n: number }>`select count(*)::int as n ${from} where ${where}`.execute(db)
  const { rows } = await sql<SupportRow>`
    select c.id, p.name as producer, d.name as product, c.item_category as item, c.item_detail as detail, c.number, c.state, c.asked, c.approved,
           c.asked_at as "askedAt",
           coalesce((select sum(case e.kind when 'disbursement' then e.amount else -e.amount end) from money_entry e where e.contract_id = c.id
             and e.state = 'approved' and e.kind in ('disbursement', 'failed', 'returned', 'recovered')), 0)::bigint as paid,
           (select min(m.due_on) from support_milestone m where m.contract_id = c.id and m.state in ('planned', 'returned')
             and c.state in ('running', 'suspended')) as "nextDue"
    ${from} where ${where} order by ${orders[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { rows, total: counted.rows[0]?.n ?? 0 }
}

/** One contract as `actor` may see it: milestones, extensions, payments, twins, receivables, rights. */
export async function supportFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  const row = found(
    isId(id)
      ? await db
          .selectFrom('supportContract as c')
          .innerJoin('producer as p', 'p.id', 'c.producerId')
          .leftJoin('product as d', 'd.id', 'c.productId')
          .leftJoin('budgetLine as l', 'l.id', 'c.lineId')
          .leftJoin('fundSource as s', 's.id', 'c.sourceId')
          .selectAll('c')
          .select(['p.name as producer', 'd.name as product', 'l.title as line', 's.name as source'])
          .where('c.id', '=', id)
          .executeTakeFirst()
      : null,
  )
  const contract = { ...row, state: row.state as SupportState, itemCategory: row.itemCategory as SupportItem }
  const rights = supportRights(actor, contract, await approvesMoney(db, actor, contract.authority))
  mustSee(rights.see)
  const milestones = await db.selectFrom('supportMilestone').selectAll().where('contractId', '=', row.id).orderBy('ordinal').execute()
  const extensions = await db
    .selectFrom('supportExtension')
    .innerJoin('supportMilestone', 'supportMilestone.id', 'supportExtension.milestoneId')
    .selectAll('supportExtension')
    .where('supportMilestone.contractId', '=', row.id)
    .orderBy('grantedAt')
    .execute()
  const entries = await db
    .selectFrom('moneyEntry')
    .select(['id', 'kind', 'amount', 'onDay', 'state', 'note'])
    .where('contractId', '=', row.id)
    .orderBy('enteredAt')
    .execute()
  const staff = readsMoney(actor, contract.authority)
  const receivables = await db
    .selectFrom('receivable')
    .select(['id', 'amount', 'dueOn', 'state'])
    .where('contractId', '=', row.id)
    .orderBy('createdAt')
    .execute()
  const counts = (kind: string) =>
    entries.reduce((sum, entry) => (entry.state === 'approved' && entry.kind === kind ? sum + entry.amount : sum), 0)
  return {
    contract,
    rights,
    staff,
    milestones: milestones.map((one) => ({ ...one, state: one.state as MilestoneState })),
    extensions,
    // How the desk's books stand is the desk's; the producer sees what it was paid.
    entries: staff ? entries : [],
    receivables,
    paid: counts('disbursement') - counts('failed') - counts('returned') - counts('recovered'),
    twins: staff ? await twinsOf(db, contract) : [],
  }
}

/** Other support of the producer for the same item, of the same product or of none in particular, whatever desk or source gave it. */
export async function twinsOf(db: Db | Tx, contract: { id: string; producerId: string; productId: string | null; itemCategory: string }) {
  let query = db
    .selectFrom('supportContract')
    .select(['id', 'authority', 'itemCategory', 'number', 'asked', 'approved', 'askedAt', 'state'])
    .where('producerId', '=', contract.producerId)
    .where('itemCategory', '=', contract.itemCategory)
    .where('id', '<>', contract.id)
    .where('state', 'not in', ['asked', 'refused', 'terminated'])
  const { productId } = contract
  if (productId !== null) query = query.where((where) => where.or([where('productId', '=', productId), where('productId', 'is', null)]))
  const rows = await query.orderBy('askedAt').execute()
  return rows.map((row) => ({ ...row, itemCategory: row.itemCategory as SupportItem, state: row.state as SupportState }))
}

/** For the files of its milestones. */
export async function readsMilestone(db: Db | Tx, actor: Actor, milestoneId: string): Promise<boolean> {
  const row = await db
    .selectFrom('supportMilestone as m')
    .innerJoin('supportContract as c', 'c.id', 'm.contractId')
    .select(['c.authority', 'c.producerId'])
    .where('m.id', '=', milestoneId)
    .executeTakeFirst()
  return row !== undefined && (readsMoney(actor, row.authority) || ownsProducer(actor, row.producerId))
}

/** Whom the actor may ask for, with their products: its own producers, or those of the province that match, for a desk's office. */
export async function askableProducers(db: Db | Tx, actor: Actor, search: string) {
  const own = producersOf(actor)
  let query = db.selectFrom('producer').select(['id', 'name', 'taxCode'])
  if (own.length > 0) query = query.where('id', 'in', own)
  else {
    query = query.where('provinceCode', '=', actor.provinceCode)
    const words = fold(search).slice(0, 100)
    if (words !== '') query = query.where('nameFolded', 'like', `%${escapeLike(words)}%`)
  }
  return query.orderBy('name').limit(50).execute()
}

export async function productsOf(db: Db | Tx, producerId: string) {
  return db.selectFrom('product').select(['id', 'name']).where('producerId', '=', producerId).orderBy('name').limit(200).execute()
}

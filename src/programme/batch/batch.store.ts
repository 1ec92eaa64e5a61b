// All reading of batches. Scope is part of every query; the public reads only what was published, frozen as it was.
import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { readVerifyCode } from '../certificate/verify-code.ts'
import { producersOf, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { batchRights, batchScope, knowsBatches } from './batch.load.ts'
import { readFrozen, type BatchCertificate, type BatchState, type ShelfKind, type Step, type StepKind } from './batch.ts'

export const batchSorts = ['produced', 'product'] as const
export type BatchSort = (typeof batchSorts)[number]
export type BatchQuery = {
  search: string
  state: BatchState | null
  /** Of one product alone. */
  product: string | null
  sort: BatchSort
  page: number
  perPage: number
}
export type BatchRow = {
  id: string
  number: string
  revision: number
  product: string
  producer: string
  producedOn: PlainDate
  shelf: ShelfKind | null
  lastsTo: PlainDate | null
  quantityE3: number
  unit: string
  stampCount: number | null
  state: BatchState
}

const order: Record<BatchSort, RawBuilder<unknown>> = {
  produced: sql`b.produced_on desc, b.id desc`,
  product: sql`p.name collate vi, b.produced_on desc, b.id desc`,
}

/** A batch once, in its newest revision that the actor reads. */
export async function listBatches(db: Db | Tx, actor: Actor, query: BatchQuery): Promise<{ total: number; rows: BatchRow[] }> {
  mustSee(knowsBatches(actor))
  const like = `%${escapeLike(fold(query.search))}%`
  const where = sql`${batchScope(actor)} and ${query.state === null ? sql`b.state <> 'replaced'` : sql`b.state = ${query.state}`}
    and ${query.product === null ? sql`true` : sql`b.product_id = ${isId(query.product) ? query.product : null}::uuid`}
    and ${query.search === '' ? sql`true` : sql`(b.number_folded like ${like} or p.name_folded like ${like} or o.name_folded like ${like})`}`
  const from = sql`batch b join product p on p.id = b.product_id join producer o on o.id = b.producer_id`
  const total = await sql<{ n: number }>`select count(*)::int as n from ${from} where ${where}`.execute(db)
  const { rows } = await sql<BatchRow>`
    select b.id, b.number, b.revision, p.name as product, o.name as producer, b.produced_on::text as "producedOn", b.shelf,
      b.lasts_to::text as "lastsTo", b.quantity_e3 as "quantityE3", b.unit, b.stamp_count as "stampCount", b.state
    from ${from} where ${where} order by ${order[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { total: total.rows[0]?.n ?? 0, rows: rows.map((row) => ({ ...row, quantityE3: Number(row.quantityE3) })) }
}

/** One batch with its parts, for who keeps or reads it. */
export async function batchFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  const row = found(
    isId(id)
      ? await db
          .selectFrom('batch as b')
          .innerJoin('producer as o', 'o.id', 'b.producerId')
          .innerJoin('product as p', 'p.id', 'b.productId')
          .selectAll('b')
          .select(['o.communeCode', 'o.name as producer', 'p.name as product'])
          .where('b.id', '=', id)
          .executeTakeFirst()
      : null,
  )
  const rights = batchRights(actor, row)
  mustSee(rights.see)
  const revisions = await db
    .selectFrom('batch')
    .select(['id', 'revision', 'state', 'correction'])
    .where('code', '=', row.code)
    .where((where) => (rights.keep ? where.lit(true) : where('state', '<>', 'draft')))
    .orderBy('revision')
    .execute()
  return {
    batch: { ...row, state: row.state as BatchState, shelf: row.shelf as ShelfKind | null, quantityE3: Number(row.quantityE3) },
    rights,
    revisions: revisions.map((one) => ({ ...one, state: one.state as BatchState })),
    ...(await partsOf(db, row.id)),
  }
}

async function partsOf(db: Db | Tx, batchId: string) {
  const steps = await db
    .selectFrom('batchStep')
    .select(['kind', 'onDay', 'place', 'detail'])
    .where('batchId', '=', batchId)
    .orderBy('ordinal')
    .execute()
  const areas = await db
    .selectFrom('batchArea as x')
    .innerJoin('materialArea as a', 'a.id', 'x.areaId')
    .select(['a.id', 'a.name', 'a.areaCode'])
    .where('x.batchId', '=', batchId)
    .orderBy('a.name')
    .execute()
  const links = await db
    .selectFrom('batchLink as x')
    .innerJoin('valueLink as l', 'l.id', 'x.linkId')
    .select(['l.id', 'l.partner'])
    .where('x.batchId', '=', batchId)
    .orderBy('l.partner')
    .execute()
  return { steps: steps.map((step): Step => ({ ...step, kind: step.kind as StepKind })), areas, links }
}

/** What a new batch is begun with: the last one of the product, another where it is named. Its steps bring no days. */
export async function lastBatchOf(db: Db | Tx, actor: Actor, productId: string) {
  const own = producersOf(actor)
  if (own.length === 0 || !isId(productId)) return null
  const row = await db
    .selectFrom('batch')
    .select('id')
    .where('productId', '=', productId)
    .where('producerId', 'in', own)
    .orderBy('producedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? batchFor(db, actor, row.id) : null
}

/** Areas of the province’s register and links of the producer that a batch may come from. */
export async function originsFor(db: Db | Tx, of: { provinceCode: string; producerId: string }) {
  const areas = await sql<{ id: string; name: string; areaCode: string | null }>`
    select a.id, a.name, a.area_code as "areaCode" from material_area a where a.province_code = ${of.provinceCode} and a.ended_on is null
      and (exists (select 1 from value_link l where l.material_area_id = a.id and l.producer_id = ${of.producerId})
        or a.commune_code = (select commune_code from producer where id = ${of.producerId}))
    order by a.name collate vi, a.id limit 60`.execute(db)
  const links = await db
    .selectFrom('valueLink')
    .select(['id', 'partner'])
    .where('producerId', '=', of.producerId)
    .where('endedOn', 'is', null)
    .orderBy('partner')
    .limit(60)
    .execute()
  return { areas: areas.rows, links }
}

/** What anyone reads of a code: the revision that stands, its steps, and the certificates of its product. */
export async function batchByCode(db: Db | Tx, typed: string) {
  const code = readVerifyCode(typed)
  const row =
    code === null
      ? undefined
      : await db
          .selectFrom('batch')
          .select([
            'id',
            'code',
            'revision',
            'number',
            'producedOn',
            'shelf',
            'lastsTo',
            'quantityE3',
            'unit',
            'stampFrom',
            'stampTo',
            'note',
            'correction',
            'state',
            'frozen',
            'publishedAt',
            'recallReason',
            'recalledAt',
            'productId',
            'demo',
          ])
          .where('code', '=', code)
          .where('state', 'in', ['published', 'recalled'])
          .executeTakeFirst()
  if (!row) return null
  const { steps } = await partsOf(db, row.id)
  return {
    ...row,
    frozen: readFrozen(row.frozen),
    shelf: row.shelf as ShelfKind | null,
    state: row.state as 'published' | 'recalled',
    quantityE3: Number(row.quantityE3),
    steps,
    certificates: await certificatesOf(db, row.productId),
  }
}

async function certificatesOf(db: Db | Tx, productId: string): Promise<BatchCertificate[]> {
  const { rows } = await sql<BatchCertificate>`
    select star, issued_on::text as "issuedOn", last_valid_on::text as "lastValidOn", state, verify_code as "verifyCode",
      coalesce(state_decision_on, (state_since at time zone 'Asia/Ho_Chi_Minh')::date)::text as "endedOn"
    from certificate where product_id = ${productId} order by issued_on desc, id desc`.execute(db)
  return rows
}

/** The latest published batches of a product, for its public page. */
export function publishedBatches(db: Db | Tx, productId: string, most: number) {
  return db
    .selectFrom('batch')
    .select(['code', 'number', 'producedOn'])
    .where('productId', '=', productId)
    .where('state', '=', 'published')
    .orderBy('producedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

export async function batchHistory(db: Db | Tx, ids: readonly string[]) {
  const rows = await db
    .selectFrom('auditEntry')
    .select(['at', 'verb', 'actorName', 'payload'])
    .where('subjectKind', '=', 'batch')
    .where('subjectId', 'in', [...ids])
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ at: row.at, verb: row.verb, who: row.actorName, payload: row.payload as Record<string, unknown> }))
}

export async function readsBatch(db: Db | Tx, actor: Actor, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('batch as b')
    .innerJoin('producer as o', 'o.id', 'b.producerId')
    .select(['b.producerId', 'b.provinceCode', 'b.state', 'o.communeCode'])
    .where('b.id', '=', id)
    .executeTakeFirst()
  return row !== undefined && batchRights(actor, row).see
}

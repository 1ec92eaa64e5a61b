// From the names of an annex to the records they stand for: product, producer, commune. What no record stands for stays a name.
import { sql } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { communeResolver } from '../register/resolve.ts'
import type { Era } from '../units/units.ts'
import type { StoredProduct } from './part.store.ts'
import type { PlanProduct } from './programme-plan.ts'

type Place = { authority: string; provinceCode: string; unitEra: string }

/** What a row is about, letters and accents aside. */
export const productKey = (row: Pick<PlanProduct, 'productName' | 'producerName'>) => `${fold(row.productName)}|${fold(row.producerName)}`

/**
 * Finds what the rows name: a product by its own and its producer's name, else the producer, else the commune as it was in the plan's days;
 * letters and accents aside, exactly one in the province. Three queries however many rows; a row linked already is left alone.
 */
export async function linkProducts(db: Db | Tx, plan: Place, rows: readonly PlanProduct[]): Promise<PlanProduct[]> {
  const loose = rows.filter((row) => row.productId === null)
  if (loose.length === 0) return [...rows]
  const producers = await db
    .selectFrom('producer')
    .select(['id', 'name', 'communeCode'])
    .where('provinceCode', '=', plan.provinceCode)
    .where('nameFolded', 'in', [...new Set(loose.map((row) => fold(row.producerName)))])
    .execute()
  const products = await db
    .selectFrom('product')
    .innerJoin('producer', 'producer.id', 'product.producerId')
    .select([
      'product.id',
      'product.name as productName',
      'producer.id as producerId',
      'producer.name as producerName',
      'producer.communeCode',
    ])
    .where('producer.provinceCode', '=', plan.provinceCode)
    .where('product.nameFolded', 'in', [...new Set(loose.map((row) => fold(row.productName)))])
    .execute()
  const byProduct = Map.groupBy(products, productKey)
  const byProducer = Map.groupBy(producers, (row) => fold(row.name))
  const places = loose.some((row) => row.communeName !== '' && row.communeCode === null)
  const commune = await communeResolver(db, plan.authority, places ? [plan.unitEra as Era] : [])
  return rows.map((row) => {
    if (row.productId !== null) return row
    const product = only(byProduct.get(productKey(row)))
    if (product) return { ...row, productId: product.id, producerId: product.producerId, communeCode: product.communeCode }
    const producer = only(byProducer.get(fold(row.producerName)))
    const place = row.communeName === '' ? null : commune(row.communeName, plan.unitEra as Era)
    const named = place !== null && 'code' in place ? place.code : null
    return {
      ...row,
      producerId: row.producerId ?? producer?.id ?? null,
      communeCode: row.communeCode ?? named ?? producer?.communeCode ?? null,
    }
  })
}

/**
 * The places of a plan whose days moved into another era: what a row names is looked for among the communes of those days, and stays a name where
 * there is none of it. A row linked to its product or producer takes their place instead, as before.
 */
export async function placeAnew(tx: Tx, plan: Place & { id: string }, rows: readonly StoredProduct[]): Promise<void> {
  const loose = rows.filter((row) => row.productId === null && row.communeName !== '')
  const placed = await linkProducts(
    tx,
    plan,
    loose.map((row) => ({ ...row, communeCode: null })),
  )
  for (const [index, { id, communeCode }] of loose.entries()) {
    const now = placed[index]?.communeCode ?? null
    if (now !== communeCode) await tx.updateTable('programmeProduct').set({ communeCode: now }).where('id', '=', id).execute()
  }
}

/** Namesakes: a person must say which. */
function only<Row>(rows: readonly Row[] | undefined): Row | null {
  const [one, another] = rows ?? []
  return one && !another ? one : null
}

export type ProductChoice = { id: string; name: string; producerName: string; communeName: string }

/** Products of the province whose name or producer has all the words, by name; what a person may link a row to. */
export async function productChoices(db: Db | Tx, provinceCode: string, words: string): Promise<ProductChoice[]> {
  const said = fold(words)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => sql`(p.name_folded like ${`%${escapeLike(word)}%`} or o.name_folded like ${`%${escapeLike(word)}%`})`)
  if (said.length === 0) return []
  const rows = await sql<ProductChoice>`
    select p.id, p.name, o.name as "producerName", coalesce(u.full_name, '') as "communeName"
    from product p join producer o on o.id = p.producer_id
    left join unit u on u.era = o.unit_era and u.code = o.commune_code
    where o.province_code = ${provinceCode} and ${sql.join(said, sql` and `)}
    order by p.name collate vi, p.id limit 20`.execute(db)
  return rows.rows
}

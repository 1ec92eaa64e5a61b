// All reading of products. Scope is part of every query.
import { sql } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, foldedWords } from '#/platform/text/fold.ts'
import { producersOf, type Actor } from '../people/actor.ts'

/** A product of the actor's own producers with its packs and photos; undefined for everyone else's. */
export async function ownProduct(db: Db | Tx, actor: Actor, productId: string) {
  const producerIds = producersOf(actor)
  if (!isId(productId) || producerIds.length === 0) return undefined
  const product = await db
    .selectFrom('product')
    .selectAll()
    .where('id', '=', productId)
    .where('producerId', 'in', producerIds)
    .executeTakeFirst()
  if (!product) return undefined
  return { ...product, ...(await partsOf(db, productId)) }
}

export async function partsOf(db: Db | Tx, productId: string) {
  const packs = await db.selectFrom('productPack').selectAll().where('productId', '=', productId).orderBy('ordinal').execute()
  const photos = await db.selectFrom('productPhoto').selectAll().where('productId', '=', productId).orderBy('ordinal').execute()
  return { packs, photos }
}

/** The actor's products by name, with the open dossier and the valid certificate of each. */
export async function listProducts(db: Db | Tx, actor: Actor, query: string, page: { limit: number; offset: number }) {
  const producerIds = producersOf(actor)
  let base = db.selectFrom('product')
  base = producerIds.length > 0 ? base.where('product.producerId', 'in', producerIds) : base.where(sql<boolean>`false`)
  for (const word of foldedWords(query)) base = base.where(sql<boolean>`' ' || product.name_folded like ${`% ${escapeLike(word)}%`}`)
  const { total } = await base.select((expression) => expression.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await base
    .innerJoin('producer', 'producer.id', 'product.producerId')
    .select(['product.id', 'product.name', 'product.setNo', 'product.producerId', 'producer.name as producerName', 'product.updatedAt'])
    .select((expression) => [
      expression
        .selectFrom('productPhoto')
        .whereRef('productPhoto.productId', '=', 'product.id')
        .select('productPhoto.id')
        .orderBy('productPhoto.ordinal')
        .limit(1)
        .as('photoId'),
      expression
        .selectFrom('dossier')
        .whereRef('dossier.productId', '=', 'product.id')
        .select('dossier.id')
        .orderBy('dossier.createdAt', 'desc')
        .limit(1)
        .as('dossierId'),
      expression
        .selectFrom('dossier')
        .whereRef('dossier.productId', '=', 'product.id')
        .select('dossier.state')
        .orderBy('dossier.createdAt', 'desc')
        .limit(1)
        .as('dossierState'),
      expression
        .selectFrom('certificate')
        .whereRef('certificate.productId', '=', 'product.id')
        .where('certificate.state', '=', 'valid')
        .select('certificate.star')
        .orderBy('certificate.issuedOn', 'desc')
        .limit(1)
        .as('star'),
    ])
    .orderBy('product.name')
    .orderBy('product.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { total: Number(total), rows }
}
